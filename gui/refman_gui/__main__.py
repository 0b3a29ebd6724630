"""The window: ``python -m refman_gui``."""

import sys

from refman_gui.app import main

if __name__ == "__main__":
    sys.exit(main())

"""The window: ``python -m refman_gui``."""

import signal
import sys

if __name__ == "__main__":
    # Until the window is there to be closed, Ctrl+C ends the program without a word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from refman_gui.app import main

    sys.exit(main())

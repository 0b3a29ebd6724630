"""Run the command line: python -m refman."""

from refman.cli.main import main

if __name__ == "__main__":
    main()

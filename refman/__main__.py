"""Run the command line: python -m refman."""

from refman.cli.start import main

if __name__ == "__main__":
    main()

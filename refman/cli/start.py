"""The program's first step, which hears Ctrl+C while the rest is being loaded."""

import sys

from refman.cli.status import Status

__all__ = ["main"]


def main() -> None:
    """Run the program with the process's arguments and end the process."""
    try:
        # Takes a tenth of a second, in which a user may well think better of it.
        from refman.cli.main import run

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.stderr.write("refman: stopped\n")
        sys.exit(Status.STOPPED)

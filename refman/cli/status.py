"""What the program's exit status says."""

from enum import IntEnum

__all__ = ["Status"]


class Status(IntEnum):
    """Name the exit statuses; scripts rest on the numbers."""

    DONE = 0
    NOTHING_FOUND = 1
    FAULT = 2  # wrong use, or an input that cannot be read
    STOPPED = 130  # as a shell says of a program that Ctrl+C stopped

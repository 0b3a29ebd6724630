"""What is wrong with a text that was given for a value."""

import re

__all__ = ["ValueFault", "check_text"]

_SURROGATE = re.compile("[\ud800-\udfff]")


class ValueFault(Exception):  # noqa: N818 - becomes an EditError where the field's name is known
    """Say what is wrong with a text; the message names the form that would be right."""


def check_text(text: str, what: str = "it") -> None:
    """Let through what is text.

    Args:
        text: as it was given.
        what: it is, for the message.

    Raises:
        ValueFault: it has what Python makes of bytes on the command line that are no UTF-8.
    """
    if _SURROGATE.search(text):
        raise ValueFault(f"{what} has bytes that are no text in UTF-8; type it anew")

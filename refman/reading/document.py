"""An input's bytes, and its text."""

import msgspec

__all__ = ["Document"]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one input.

    Attributes:
        source: its name as the user gave it; "-" for standard input.
        text: decoded, without byte order mark, line ends as they were; "" where it is no text.
        data: the bytes of what is no text (a PDF, say); None for a text, to hold it only once.
        encoding: what the text was decoded with.
    """

    source: str
    text: str
    data: bytes | None = None
    encoding: str = "utf-8"

"""What the program says, however it was wrapped: a long path is broken anywhere."""

__all__ = ["squeezed"]


def squeezed(text: str) -> str:
    """The text without its blanks and line ends."""
    return "".join(text.split())

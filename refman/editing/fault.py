"""What is wrong with a text that was given for a value."""

__all__ = ["ValueFault"]


class ValueFault(Exception):  # noqa: N818 - becomes an EditError where the field's name is known
    """Say what is wrong with a text; the message names the form that would be right."""

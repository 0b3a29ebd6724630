"""Years, as references and lists of titles have them."""

__all__ = ["YEAR"]

YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
"""A pattern, without bounds."""

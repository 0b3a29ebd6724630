"""How findings are printed."""

from enum import Enum

__all__ = ["Shape"]


class Shape(Enum):
    """Name the ways in which findings are printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"

"""Moments as people read them."""

from datetime import datetime

__all__ = ["shown_moment"]


def shown_moment(at: datetime) -> str:
    """Return a moment to the minute, by the clock of who reads it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"

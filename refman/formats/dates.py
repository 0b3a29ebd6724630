"""Dates as text for readers that do not take EDTF."""

from refman.model import Date

__all__ = ["SEASONS", "worded"]

SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def worded(date: Date) -> str:
    """Return a date as Zotero shows one: EDTF, but a season is a word and doubt is "circa".

    2025-06-23, Winter 2024, circa 1984, Spring 2024/Summer 2024.

    Source: measured on Zotero 9.0.6 and 10.0.1, which keep a date's text and find the year in it.
    """
    if date.end is not None:
        return f"{_worded(date)}/{_worded(date.end)}"
    return f"{_worded(date)}/.." if date.is_open else _worded(date)


def _worded(date: Date) -> str:
    if date.season is not None:
        text = f"{SEASONS[date.season - 1]} {date.year}"
    else:
        text = str(Date(date.year, date.month, date.day))
    return f"circa {text}" if date.circa else text

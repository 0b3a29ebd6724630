"""What a record would change, field by field, as ``refman candidates --fields`` prints it."""

from collections.abc import Iterator, Sequence
from typing import Any

from refman.cli.columns import cut
from refman.cli.render import one_line, wrapped
from refman.tidying import FieldRow, Sign

__all__ = ["field_lines", "field_objects"]

_INDENT = " " * 8
_MOST = 240


def field_lines(rows: Sequence[FieldRow]) -> Iterator[str]:
    """Yield the fields that a record has otherwise, with the items in which a list differs."""
    for row in rows:
        if row.sign is Sign.EQUAL:
            continue
        why = f" ({row.why})" if row.why else ""
        if not row.items:
            said = f"{_change(row.before, row.after)}{why}"
            yield from wrapped(f"{row.sign.value} {row.field}: {said}", _INDENT, f"{_INDENT}    ")
            continue
        items = [item for item in row.items if item.sign is not Sign.EQUAL]
        order = "" if items else " in another order"
        yield from wrapped(f"{row.sign.value} {row.field}:{order}{why}", _INDENT, f"{_INDENT}    ")
        for item in items:
            said = f"{item.sign.value} {_change(item.before, item.after)}"
            yield from wrapped(said, f"{_INDENT}    ", f"{_INDENT}      ")


def _change(before: str, after: str) -> str:
    """Return what becomes of a text, in a line: "1999 -> 2019"."""
    return " -> ".join(cut(one_line(text), _MOST) for text in (before, after) if text)


def field_objects(rows: Sequence[FieldRow]) -> list[dict[str, Any]]:
    """Return the fields that a record has otherwise, for JSON."""
    return [
        {
            "field": row.field,
            "sign": row.sign.value,
            "before": row.before or None,
            "after": row.after or None,
            "provenance": row.provenance,
            "record_says": row.told or None,
            "record_url": row.record_url,
            "is_locked": row.is_locked,
            "is_taken": row.is_taken,
            "why": row.why,
            "items": [
                {
                    "sign": item.sign.value,
                    "before": item.before or None,
                    "after": item.after or None,
                }
                for item in row.items
                if item.sign is not Sign.EQUAL
            ],
        }
        for row in rows
        if row.sign is not Sign.EQUAL
    ]

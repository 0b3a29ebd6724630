"""Values of JSON and YAML, told apart."""

from typing import cast

import msgspec

__all__ = ["as_json", "is_blank", "list_of", "mapping_of", "text_of", "texts_of"]


def list_of(value: object) -> list[object] | None:
    """Return a list; None for anything else."""
    return cast("list[object]", value) if isinstance(value, list) else None


def mapping_of(value: object) -> dict[str, object] | None:
    """Return an object; None for anything else."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def texts_of(value: object) -> list[str] | None:
    """Return a list of nothing but texts; None for anything else."""
    values = list_of(value)
    if values is None or not all(isinstance(each, str) for each in values):
        return None
    return cast("list[str]", values)


def text_of(value: object) -> str:
    """Return a text or a number as it is written, without blanks round it; else nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip() if isinstance(value, str | int | float) else ""


def as_json(value: object) -> str:
    """Return a text as it is, and any other value as JSON."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def is_blank(value: object) -> bool:
    """Tell whether a value says nothing: null, an empty object, blanks, a list of such."""
    if (values := list_of(value)) is not None:
        return all(map(is_blank, values))
    return value is None or value == {} or (isinstance(value, str) and not value.strip())

"""Names in CSL, in all the ways that programs have for them."""

from refman.formats.foreign.json_values import is_blank, list_of, mapping_of, text_of
from refman.formats.foreign.people import inverted_name, name_of
from refman.model import Name
from refman.normalise import clean_text, fold_blanks

__all__ = ["csl_names"]

_PARTS = {
    "family",
    "given",
    "suffix",
    "dropping-particle",
    "non-dropping-particle",
    "literal",
    "name",
}
_NO_MATTER = {"sequence", "parse-names"}
"""What a list's own order tells, and what readers of CSL do anyway."""


def csl_names(value: object) -> tuple[tuple[Name, ...], bool]:
    """Return the names that a variable holds, and whether they say all that it does.

    Takes a list of names, one name, and texts ("Ada Berg", "Berg, Ada").
    """
    read = [_name(each) for each in (list_of(value) or [value])]
    names = tuple(name for name, _ in read if name is not None)
    return names, all(is_whole for _, is_whole in read)


def _name(value: object) -> tuple[Name | None, bool]:
    if isinstance(value, str):
        return inverted_name(value), True
    parts = mapping_of(value)
    if parts is None:
        return None, is_blank(value)
    texts = {part: text_of(parts.get(part)) for part in _PARTS}
    is_all = all(
        is_blank(each) or bool(texts.get(part)) or part in _NO_MATTER
        for part, each in parts.items()
    )
    literal = texts["literal"] or texts["name"]
    if texts["family"]:
        name = name_of(
            texts["family"],
            texts["given"],
            suffix=texts["suffix"],
            particle=texts["non-dropping-particle"],
            dropping=texts["dropping-particle"],
        )
        return name, is_all and _is_said(literal, texts)
    shown = fold_blanks(clean_text(literal or texts["given"]))
    is_all = is_all and not (literal and texts["given"])
    return (Name(literal=shown) if shown else None), is_all


def _is_said(literal: str, texts: dict[str, str]) -> bool:
    """Tell whether a literal name has but the words that the parts have."""
    words = " ".join(text for part, text in texts.items() if part not in {"literal", "name"})
    return set(literal.replace(",", " ").split()) <= set(words.replace(",", " ").split())

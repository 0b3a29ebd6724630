"""Names of authors as services send them."""

import re
from collections.abc import Iterable

from refman.formats.foreign.people import inverted_name, name_of
from refman.lookup.texts import line_of
from refman.model import Name
from refman.normalise import decode_latex

__all__ = ["body", "people", "person", "person_of"]

# DBLP numbers those who share a name: https://dblp.org/faq/1474704.html
_NUMBER = re.compile(r"\s+\d{4}$")
_NOBODY = {
    "et al", "et al.", "others", "and others", "unknown", "unknown author", "not available",
    "author unknown", "(unknown)", "anonymous", "anonymous author", "anonymous authors",
    "anonymous author(s)",
}  # fmt: skip
_LONGEST = 300


def person(text: str | None) -> Name | None:
    """Return the name that one text is: "Ada Berg", "Berg, Ada", "Wei Wang 0001", "Lamp Group".

    None where the text names nobody: blanks, "et al.", the ":" that arXiv has behind a
    collaboration.
    """
    name = _shown(text)
    return inverted_name(_NUMBER.sub("", name)) if name else None


def person_of(family: str | None, given: str | None, suffix: str | None = None) -> Name | None:
    """Return the name that a service has in parts; "Berg, Ada" without a given name is cut."""
    last, first = _shown(family), _shown(given)
    if not first and "," in last:
        return inverted_name(last)
    if not last and first and " " in first:
        return inverted_name(first)
    return name_of(last, first, suffix=_shown(suffix))


def body(text: str | None) -> Name | None:
    """Return the name of a body."""
    name = _shown(text)
    return Name(literal=name) if name else None


def people(texts: Iterable[str | None]) -> tuple[Name, ...]:
    """Return the names of a list of texts, those who are nobody left out."""
    return tuple(name for name in map(person, texts) if name is not None)


def _shown(text: str | None) -> str:
    if text is None or len(text) > _LONGEST:
        return ""
    name = (line_of(text) or "").strip(" ,;")
    if name.casefold() in _NOBODY or not any(map(str.isalnum, name)):
        return ""
    return decode_latex(name) if "\\" in name or "{" in name else name

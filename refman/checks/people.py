"""Names: et al., lists by commas, parts that changed places."""

import re
from collections.abc import Iterator, Sequence

from refman.checks.finding import Found, Replacement
from refman.checks.subject import Context, Subject, Written
from refman.model import Name, Span

__all__ = ["CHECKS"]

_FIELDS = ("author", "editor", "translator", "bookauthor")
_ET_AL = re.compile(
    r"(?:\s*,|\s+and)?\s+(?:\\emph\{|\\textit\{|\{)?et(?:\.\s?|\s)al\b\.?\}?\s*\Z", re.IGNORECASE
)
_ANY_ET_AL = re.compile(r"\bet(?:\.\s?|\s)al(?:\.|\b)(?!-)", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*\{?(?:jr|sr|i{1,3}|iv|v|2nd|3rd|ph\.?\s?d|m\.?\s?d|esq|jnr|snr)\.?\}?\s*\Z", re.IGNORECASE
)
_COMMA, _SEMICOLON = re.compile(","), re.compile(";")
_EXTENDED = re.compile(
    r"\b(?:family|given|prefix|suffix|id|\w{1,20}-i|\w{1,20}others) ?=", re.IGNORECASE
)
_MOST_COMMAS = 2
_SHOWN = 60
_INITIALS = re.compile(r"[A-Z]\.(?:[ -]?[A-Z]\.){0,3}\Z")


def _names(subject: Subject) -> Iterator[tuple[str, Sequence[Name]]]:
    entry = subject.entry
    yield "author", entry.author
    yield "editor", entry.editor
    yield "translator", entry.translator


def _people_fields(subject: Subject) -> Iterator[Written]:
    yield from (field for field in subject.fields if field.name in _FIELDS and field.is_plain)


def _authors_et_al(subject: Subject, _: Context) -> Iterator[Found]:
    message = 'names that are left out are written "and others", not "et al."'
    if not subject.is_tex:
        for _field, people in _names(subject):
            if people and _says_et_al(people[-1]):
                yield Found(subject.key_span, message)
        return
    for field in _people_fields(subject):
        if (found := _ANY_ET_AL.search(field.text)) is None:
            continue
        fix: tuple[Replacement, ...] = ()
        if (at_end := _ET_AL.search(field.text[-60:])) is not None and at_end.start():
            start = field.span.end - len(field.text[-60:]) + at_end.start()
            fix = (Replacement(Span(start, field.span.end), " and others"),)
        start = field.span.start + found.start()
        yield Found(Span(start, start + len(found[0])), message, fix)


def _says_et_al(name: Name) -> bool:
    return any(part and _ANY_ET_AL.search(part) for part in (name.literal, name.family, name.given))


def _authors_by_commas(subject: Subject, _: Context) -> Iterator[Found]:
    """A name has two commas at most, and the second only where a "Jr" stands between.

    Source: "BibTeXing" (Patashnik 1988), 4; for ``family=…``, the biblatex manual 3.18, 3.4.
    """
    for field in _people_fields(subject):
        for name in _split(field.text, _AND):
            if not _EXTENDED.search(name) and (fault := _fault(name)) is not None:
                shown = " ".join(name.split())[:_SHOWN]
                yield Found(field.span, f'{fault}: "{shown}"')
                break


def _fault(name: str) -> str | None:
    """Return what is wrong with a name's commas, or None."""
    parts = _split(name, _COMMA)
    commas = len(parts) - 1
    by_and = 'names are parted by "and", not by commas'
    if commas and _split(name, _SEMICOLON)[1:]:
        return 'names are parted by "and", not by semicolons'
    if commas < _MOST_COMMAS or (commas == _MOST_COMMAS and _SUFFIX.match(parts[1])):
        return None
    if commas == _MOST_COMMAS and not parts[2].strip():
        return "a comma too many ends a name"
    if commas == _MOST_COMMAS and _SUFFIX.match(parts[2]):
        return "what is behind a name stands between family and first name, as in Abel, Jr., Ada"
    is_list = commas > _MOST_COMMAS or " " in parts[0].strip()
    return by_and if is_list else None


def _split(text: str, mark: re.Pattern[str]) -> list[str]:
    """Return what stands between marks that are not in braces."""
    parts: list[str] = []
    depth = start = 0
    for found in re.finditer(rf"[{{}}]|{mark.pattern}", text, mark.flags):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
        elif depth == 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _name_without_given(subject: Subject, _: Context) -> Iterator[Found]:
    for field, people in _names(subject):
        persons = [name for name in people if name.family and "=" not in name.family]
        bare = [name.family for name in persons if not name.given and not name.suffix]
        if bare and len(bare) < len(persons):
            yield Found(subject.place(field), f"no first name: {'; '.join(map(str, bare[:3]))}")


def _name_swapped(subject: Subject, _: Context) -> Iterator[Found]:
    for field, people in _names(subject):
        for name in people:
            family, given = name.family, name.given
            if family and given and _INITIALS.match(family) and "." not in given:
                shown = f"{family}, {given}"
                yield Found(subject.place(field), f"family and first name changed places: {shown}")
                break


CHECKS = {
    "authors-et-al": _authors_et_al,
    "authors-by-commas": _authors_by_commas,
    "name-without-given": _name_without_given,
    "name-swapped": _name_swapped,
}

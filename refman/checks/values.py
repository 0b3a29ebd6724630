"""What must be there, years, pages."""

import re
from collections.abc import Iterator

from refman.checks.finding import Found, Replacement
from refman.checks.subject import Context, Subject
from refman.checks.tables import required_fields
from refman.model import Span

__all__ = ["CHECKS"]

_FIRST_YEAR = 1400
_PARENTS = ("crossref", "xdata", "xref")
_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:-{1,3}|[–—])\s*(\d{1,6})\s*\Z")
_OPEN = re.compile(r"\s*\d{1,6}\s*(?:-{1,3}|[–—])\s*\Z")
_HYPHENATED = re.compile(r"\s*\d{1,6} ?- ?\d{1,6}\s*(?:,\s*\d{1,6} ?- ?\d{1,6}\s*)*\Z")
_HYPHEN = re.compile(r" ?- ?")
_BAD_KEY = re.compile(r"[\s#%~\\{}]")


def _missing_required(subject: Subject, _: Context) -> Iterator[Found]:
    """What every style needs of a type; a parent may have it, and preprints have no journal.

    Source: "BibTeXing" (Patashnik 1988), 3.1, and the biblatex manual 3.18, 2.1.1: what both ask.
    """
    if subject.inherits or subject.field(*_PARENTS) is not None:
        return
    missing = [group[0] for group in required_fields(subject.type) if subject.field(*group) is None]
    if missing:
        yield Found(subject.key_span, f"@{subject.type} lacks {', '.join(missing)}")


def _year_doubtful(subject: Subject, context: Context) -> Iterator[Found]:
    issued = subject.entry.issued
    if issued is None or issued.circa:
        return
    place = subject.place("year", "date")
    if issued.year > context.year + 1:
        yield Found(place, f"the year {issued.year} is still to come")
    elif issued.year < _FIRST_YEAR:
        yield Found(place, f"the year {issued.year} is before there was print")


def _pages_reversed(subject: Subject, _: Context) -> Iterator[Found]:
    page = subject.entry.page
    found = _RANGE.match(page) if page else None
    if found is None:
        return
    first, last = found[1], found[2]
    if len(last) < len(first):
        last = first[: -len(last)] + last  # "123-9" is short for "123-129"
    if int(last) < int(first) or (first == last and found[2] != found[1]):
        yield Found(subject.place("pages"), f"the pages {page} run backwards")


def _pages_open(subject: Subject, _: Context) -> Iterator[Found]:
    page = subject.entry.page
    if page and _OPEN.match(page):
        yield Found(subject.place("pages"), f"the pages {page} have no end")


def _pages_hyphen(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("pages")
    if field is None or not field.is_plain or _HYPHENATED.match(field.text) is None:
        return
    fix = tuple(
        Replacement(Span(field.span.start + sign.start(), field.span.start + sign.end()), "--")
        for sign in _HYPHEN.finditer(field.text)
    )
    yield Found(field.span, "a range of pages is written with two hyphens", fix)


def _key_form(subject: Subject, _: Context) -> Iterator[Found]:
    key = subject.entry.citekey
    if subject.is_tex and key is not None and (bad := _BAD_KEY.search(key)) is not None:
        sign = "a blank" if bad[0].isspace() else repr(bad[0])
        yield Found(subject.key_span, f"the key {key!r} has {sign}, which LaTeX cannot cite")


CHECKS = {
    "missing-required": _missing_required,
    "key-form": _key_form,
    "year-doubtful": _year_doubtful,
    "pages-reversed": _pages_reversed,
    "pages-open": _pages_open,
    "pages-hyphen": _pages_hyphen,
}

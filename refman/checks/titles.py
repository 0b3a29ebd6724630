"""Titles: capitals, braces, full stops."""

import re
from collections.abc import Iterator

from refman.checks.finding import Found, Replacement
from refman.checks.subject import Context, Subject
from refman.checks.tables import words
from refman.model import Span

__all__ = ["CHECKS"]

_FEWEST_WORDS, _FEWEST_LETTERS = 3, 12
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}$]|[^\W_]+", re.DOTALL)
_CAPITALS = re.compile(r"(?=.*[^\W\d_])(?:[A-Z]{2,}|[^\W_]+[A-Z])[^\W_]*\Z", re.DOTALL)
_MOST_SHOWN = 5
_LAST_WORD = re.compile(r"([^\W\d_]+)\.\Z")
_SHORTEST_LAST = 3


def _title_all_caps(subject: Subject, _: Context) -> Iterator[Found]:
    if _is_all_caps(subject.entry.title):
        yield Found(subject.place("title"), "the title is in capitals throughout")


def _is_all_caps(title: str | None) -> bool:
    return (
        title is not None
        and title.isupper()
        and len(title.split()) >= _FEWEST_WORDS
        and sum(map(str.isalpha, title)) >= _FEWEST_LETTERS
    )


def _title_case(subject: Subject, _: Context) -> Iterator[Found]:
    """Yield the words that a style which prints titles in small letters would spoil.

    Source: btxbst.doc, "change.case$": what stands in braces stays; plain.bst, format.title.
    """
    field = subject.field("title")
    if field is None or not field.is_plain or subject.type in words("titles_as_they_are"):
        return
    if _is_all_caps(subject.entry.title):
        return
    spoilt = list(dict.fromkeys(_unprotected(field.text)))
    if spoilt:
        shown = ", ".join(spoilt[:_MOST_SHOWN]) + (", …" if len(spoilt) > _MOST_SHOWN else "")
        yield Found(field.span, f"styles that lower titles spoil {shown}: put braces round it")


def _unprotected(title: str) -> Iterator[str]:
    depth, in_maths = 0, False
    for sign in _TOKEN.findall(title):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == "$":
            in_maths = not in_maths
        elif depth == 0 and not in_maths and _CAPITALS.match(sign):
            yield sign


def _title_full_stop(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("title")
    if field is None or not field.is_plain:
        return
    text = field.text.rstrip()
    found = _LAST_WORD.search(text[-40:])
    if found is None or len(found[1]) < _SHORTEST_LAST or not found[1].islower():
        return
    if found[1] in words("abbreviations") or "." in text[:-1].rsplit(maxsplit=1)[-1]:
        return
    stop = field.span.start + len(text)
    fix = (Replacement(Span(stop - 1, stop), ""),)
    yield Found(Span(stop - 1, stop), "the title ends with a full stop, which styles add", fix)


CHECKS = {
    "title-all-caps": _title_all_caps,
    "title-case": _title_case,
    "title-full-stop": _title_full_stop,
}

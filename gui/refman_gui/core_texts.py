"""Texts of the core in the window's language.

The core and the library's file speak English and know of no other language. What of it the window
shows passes ``core_text``, which knows the core's texts by the table ``resources/core_texts.toml``:
templates with places in which something foreign stands, or again a text of the core. What no
template fits stays as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from refman.resources import read_table
from refman_gui.field_labels import field_label, type_label

__all__ = [
    "CONTEXT",
    "LANGUAGE",
    "core_sentence",
    "core_templates",
    "core_text",
    "decimal",
    "field_value",
    "figures",
    "is_known",
]

CONTEXT = "core"
"""Under which the translations have the templates."""

LANGUAGE = "language"
"""The application's property that names the language of its texts."""

_ENGLISH = "en"
_PARTS_THOUSANDS = {"de": "."}
_DECIMAL_POINT = {"de": ","}
_NUMBER = "%n"
_FIGURES = "number"
_DECIMAL = "margin"
_PLACE = re.compile(r"(\{[a-z_]+\}|%n)")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3}){1,2}|\d{1,9}")
_DIGITS = re.compile(r"[\d.,]+")
_PARTED_BY = ("; ", " / ", ", ", " and ")
"""What stands between several texts that are said in one."""

_LONGEST = 2_000
"""Longer texts hold so much that is foreign that they are shown as they are."""

_DEEPEST = 4
_length = attrgetter("length")
_KEPT = 1 << 13


class _Template(NamedTuple):
    """Hold a template, taken apart.

    Attributes:
        text: as it stands in the table, which the translations go by.
        literals: what stands before, between and behind its places: one more than those.
        places: their names; "%n" for a number.
        length: of all literals.
    """

    text: str
    literals: tuple[str, ...]
    places: tuple[str, ...]
    length: int

    def found_in(self, text: str) -> list[dict[str, str]]:
        """Return what stands in the places of a text that is made of this; nothing of another one.

        Each place ends where what is behind it begins first; or else, where it begins last.
        """
        if not self.places:
            return [{}] if text == self.text else []
        first, *inner, last = self.literals
        start, end = len(first), len(text) - len(last)
        if start > end or not (text.startswith(first) and text.endswith(last)):
            return []
        cuts = {_cut(text, start, end, inner), _cut_from_end(text, start, end, inner)}
        found = [dict(zip(self.places, cut, strict=True)) for cut in cuts if cut is not None]
        return [one for one in found if all(map(_may_stand, one, one.values()))]


def _cut(text: str, at: int, end: int, literals: Sequence[str]) -> tuple[str, ...] | None:
    """Return what stands around some literals, of which each begins as early as it can."""
    found: list[str] = []
    for literal in literals:
        behind = text.find(literal, at, end)
        if behind < 0:
            return None
        found.append(text[at:behind])
        at = behind + len(literal)
    return (*found, text[at:end])


def _cut_from_end(text: str, at: int, end: int, literals: Sequence[str]) -> tuple[str, ...] | None:
    """Return what stands around some literals, of which each begins as late as it can."""
    found: list[str] = []
    for literal in reversed(literals):
        before = text.rfind(literal, at, end)
        if before < 0:
            return None
        found.append(text[before + len(literal) : end])
        end = before
    return (*reversed([*found, text[at:end]]),)


class _Table(NamedTuple):
    """Hold the table, so that few templates have to be held against a text.

    Attributes:
        texts: the templates as they stand there.
        again: names of places in which texts of the core stand.
        fields: names of places in which names of fields stand.
        instead: what the window says in English, by the template that it is said instead of.
        by_first, by_last: templates by the word that they begin, or else end with.
        others: those that begin and end with a place.
    """

    texts: tuple[str, ...]
    again: frozenset[str]
    fields: frozenset[str]
    instead: Mapping[str, str]
    by_first: Mapping[str, Sequence[_Template]]
    by_last: Mapping[str, Sequence[_Template]]
    others: Sequence[_Template]

    def fitting(self, text: str) -> Iterator[tuple[_Template, list[dict[str, str]]]]:
        """Yield the templates that a text may be made of, and what may stand in their places.

        Those come first that have the most in common with it.
        """
        first, last = text.partition(" ")[0], text.rpartition(" ")[2]
        near = chain(self.by_first.get(first, ()), self.by_last.get(last, ()), self.others)
        for template in sorted(near, key=_length, reverse=True):
            if cuts := template.found_in(text):
                yield template, cuts


class _Said(NamedTuple):
    """Hold a text in another language.

    Attributes:
        foreign: how many signs are as they were: the fewer, the likelier it is what was said.
        is_unknown: something is not known where something of the core should stand.
        text: the whole.
    """

    foreign: int
    is_unknown: bool
    text: str


def core_templates() -> tuple[str, ...]:
    """Return all texts of the core that the window may show, with their places."""
    return _table().texts


def is_known(text: str) -> bool:
    """Tell whether a text is made of a template that has most of its letters."""
    most = sum(map(str.isalpha, text)) / 2
    fitting = (template for template, _ in _table().fitting(text))
    return any(sum(map(str.isalpha, "".join(one.literals))) >= most for one in fitting)


def core_text(text: str) -> str:
    """Return a text of the core in the window's language and words; any other as it is."""
    language = _language()
    if len(text) > _LONGEST:
        return text
    return _instead(text, 0) if language == _ENGLISH else _said(text, language, 0).text


def core_sentence(text: str) -> str:
    """Return a text of the core as it stands by itself: a word of the core begins with a capital.

    What begins with something foreign, as a file's name is, stays as it is; as do other texts.
    """
    shown = core_text(text)
    is_own = len(text) <= _LONGEST and _begins_with_own(text, 0)
    return f"{shown[:1].upper()}{shown[1:]}" if is_own else shown


def _begins_with_own(text: str, depth: int) -> bool:
    """Tell whether what is shown for a text of the core begins with the core's own words."""
    for template, cuts in _table().fitting(text):
        shown = QCoreApplication.translate(CONTEXT, template.text)
        if (place := _PLACE.match(shown)) is None:
            return True
        inside = cuts[0].get(place[1].strip("{}"), "")
        is_again = place[1].strip("{}") in _table().again and depth < _DEEPEST
        return is_again and _begins_with_own(inside, depth + 1)
    head, parted, _ = text.partition(_PARTED_BY[0])
    return bool(parted) and _begins_with_own(head, depth)


def _language() -> str:
    application = QCoreApplication.instance()
    language = application.property(LANGUAGE) if application is not None else None
    return language if isinstance(language, str) else _ENGLISH


def figures(number: int) -> str:
    """Return a number with its thousands parted as the window's language does it."""
    return f"{number:,}".replace(",", _PARTS_THOUSANDS.get(_language(), ","))


def decimal(number: float) -> str:
    """Return a number with two decimals, as the window's language writes it."""
    return _decimal(f"{number:.2f}")


def _decimal(text: str) -> str:
    return text.replace(".", _DECIMAL_POINT.get(_language(), "."))


def field_value(name: str, text: str) -> str:
    """Return what stands in a field as it is shown: types have names, states of a review texts."""
    if name == "type":
        return type_label(text)
    return core_text(text) if name == "status" else text


@lru_cache(maxsize=_KEPT)
def _said(text: str, language: str, depth: int) -> _Said:
    """Return a text in the language that is installed, which is named for the cache alone.

    Where it may be made in several ways, it is made in the one that leaves least of it foreign.
    """
    bare = text.strip()
    if not bare:
        return _Said(0, False, text)
    if bare != text:
        inner = _said(bare, language, depth)
        return inner._replace(text=text.replace(bare, inner.text, 1))
    ways: list[_Said] = []
    for template, cuts in _table().fitting(text):
        made = (_put_together(template, found, language, depth) for found in cuts)
        ways += filter(None, made)
        if not all(way.is_unknown for way in ways):
            return min(ways)
    return min((*ways, _several(text, language, depth)))


@lru_cache(maxsize=_KEPT)
def _instead(text: str, depth: int) -> str:
    """Return what the window says in English: the same, but where it has words of its own."""
    table = _table()
    for template, cuts in table.fitting(text):
        if (own := table.instead.get(template.text)) is not None:
            inside = dict(cuts[0])
            for name in table.again.intersection(inside) if depth < _DEEPEST else ():
                inside[name] = _instead(inside[name], depth + 1)
            return _filled(own, inside)
    return text


def _filled(template: str, inside: Mapping[str, str]) -> str:
    """Return a text with something in its places."""
    return _PLACE.sub(lambda place: inside.get(place[1].strip("{}"), place[1]), template)


def _put_together(
    template: _Template, found: Mapping[str, str], language: str, depth: int
) -> _Said | None:
    """Return a text of a template in another language; None where it is none of it."""
    inside = {name: _in_place(name, value, language, depth) for name, value in found.items()}
    if any(inside[name].is_unknown for name in _table().fields.intersection(inside)):
        return None  # what fields are called is always known
    number = int(found[_NUMBER].replace(",", "")) if _NUMBER in found else -1
    shown = QCoreApplication.translate(CONTEXT, template.text, "", number)
    made = _filled(shown, {name: one.text for name, one in inside.items()})
    return _joined(list(inside.values()), "")._replace(text=made)


def _in_place(name: str, value: str, language: str, depth: int) -> _Said:
    """Return what stands in a place: a text of the core, names of fields, or what is foreign."""
    if name in (_NUMBER, _FIGURES):
        is_parted = "," in value and _COUNT.fullmatch(value) is not None  # no year, no number
        return _Said(0, False, figures(int(value.replace(",", ""))) if is_parted else value)
    if name == _DECIMAL:
        return _Said(0, False, _decimal(value))
    if name in _table().fields:
        return _joined([_field(one, language, depth) for one in value.split(", ")], ", ")
    if name in _table().again and depth < _DEEPEST:
        return _said(value, language, depth + 1)
    return _Said(len(value), False, value)


def _field(short: str, language: str, depth: int) -> _Said:
    """Return what a field is called; of its name, or of the word that the core has for it."""
    name = short.replace(" ", "_")
    label = field_label(name)
    if label == name and depth < _DEEPEST:
        return _said(short, language, depth + 1)
    return _Said(0, label == name, label)


def _several(text: str, language: str, depth: int) -> _Said:
    """Return several texts that are said in one; outside of a place they are whole sentences."""
    for sign in _PARTED_BY if depth else _PARTED_BY[:1]:
        if sign in text and depth < _DEEPEST:
            between = sign.replace("and", QCoreApplication.translate(CONTEXT, "and"))
            parts = [_said(part, language, depth + 1) for part in text.split(sign)]
            return _joined(parts, between)
    return _Said(len(text), True, text)


def _joined(parts: Sequence[_Said], between: str) -> _Said:
    return _Said(
        sum(part.foreign for part in parts),
        any(part.is_unknown for part in parts),
        between.join(part.text for part in parts),
    )


def _may_stand(name: str, value: str) -> bool:
    """Tell whether something may stand in a place: a number in that of one, else not nothing."""
    if name == _NUMBER:
        return _COUNT.fullmatch(value) is not None
    if name == _FIGURES:
        return _DIGITS.fullmatch(value) is not None
    return bool(value) or name in _table().again


@cache
def _table() -> _Table:
    table = read_table("core_texts.toml")
    texts = tuple(
        chain.from_iterable(rows.strip().splitlines() for rows in table["texts"].values())
    )
    by_first: dict[str, list[_Template]] = {}
    by_last: dict[str, list[_Template]] = {}
    others: list[_Template] = []
    for template in chain.from_iterable(map(_taken_apart, texts)):
        first, last = template.literals[0], template.literals[-1]
        if " " in first or not template.places:
            by_first.setdefault(first.partition(" ")[0], []).append(template)
        elif " " in last:
            by_last.setdefault(last.rpartition(" ")[2], []).append(template)
        else:
            others.append(template)
    again, fields = (frozenset(table["places"][name].split()) for name in ("again", "fields"))
    return _Table(texts, again, fields, table["instead"], by_first, by_last, others)


def _taken_apart(text: str) -> Iterator[_Template]:
    """Yield a template; one with "(s)" in both of its forms."""
    for form in {text.replace("(s)", ""), text.replace("(s)", "s")}:
        parts = _PLACE.split(form)
        literals, places = tuple(parts[::2]), tuple(part.strip("{}") for part in parts[1::2])
        yield _Template(text, literals, places, sum(map(len, literals)))

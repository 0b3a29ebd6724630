"""Citekeys: made by a pattern, unique, and the same in whatever order the entries come.

Two entries whose keys agree are told apart by their own words, never by their places: each gets
the next significant word of its title, then the one after, until the keys differ. Entries that
have equal titles get a mark made of their content.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice
from string import Formatter

import msgspec

from refman.errors import SettingsError
from refman.model import Citekey, Entry, Name
from refman.normalise.titles import ascii_key, coined_name, significant_words

__all__ = ["DEFAULT_PATTERN", "Pattern", "assign_citekeys", "compile_pattern"]

DEFAULT_PATTERN = "{auth}{year}{word}"

_PROVISIONAL_WORDS = 3
"""How many significant words make a key where there is neither author nor coined name."""

_MARK_LENGTH = 6

Pattern = Callable[[Entry], str]
"""Makes an entry's key as far as its own fields go; not yet unique."""


def compile_pattern(text: str) -> Pattern:
    """Return what makes a key by a pattern.

    Args:
        text: plain characters and parts in braces: ``auth`` (first author's family name), ``auths``
            (all of them, "EtAl" behind the third), ``year``, ``word`` (first significant word of
            the title), ``words`` (the first three), ``coined`` (the name before the colon, else
            the first word). A part takes ``:upper``, ``:capital`` or a number, which cuts it.

    Raises:
        SettingsError: a part or its form is unknown, or the braces do not match.
    """
    try:
        pieces = [
            (literal, field, f"!{conversion}" if conversion else form or "")
            for literal, field, form, conversion in Formatter().parse(text)
        ]
    except ValueError as error:
        raise SettingsError(
            f"the citekey pattern {text!r} cannot be read: {error}", setting="citekeys.pattern"
        ) from error
    parts = [(_checked_literal(literal), *_part(field, form)) for literal, field, form in pieces]

    def make(entry: Entry) -> str:
        return "".join(literal + form(part(entry)) for literal, part, form in parts)

    return make


def assign_citekeys(
    entries: Sequence[Entry], pattern: Pattern, *, taken: Collection[Citekey] = ()
) -> list[Entry]:
    """Return the entries, in their order, each with a key that no other has.

    A key that an entry has already stays. Keys are told apart without regard to case, as BibTeX
    does. An entry without authors gets a provisional key: the coined name before the colon, or
    the first significant words.

    Args:
        entries: those that are to have keys.
        pattern: makes the key where authors are known.
        taken: keys of other entries, which none may get.
    """
    reserved = {key.lower() for key in taken}
    reserved.update(entry.citekey.lower() for entry in entries if entry.citekey is not None)
    makers = {
        place: _KeyMaker(entry, pattern)
        for place, entry in enumerate(entries)
        if entry.citekey is None
    }
    keys = _told_apart(makers, reserved)
    return [
        entry
        if entry.citekey is not None
        else msgspec.structs.replace(entry, citekey=Citekey(keys[place]))
        for place, entry in enumerate(entries)
    ]


class _KeyMaker:
    """Make ever longer keys for one entry."""

    __slots__ = ("_entry", "_words", "base", "key", "spent")

    def __init__(self, entry: Entry, pattern: Pattern) -> None:
        self._entry = entry
        self._words: list[str] | None = None
        self.base = (pattern(entry) if entry.author else "") or _provisional(entry)
        self.key = self.base
        self.spent = False

    def lengthen(self) -> None:
        """Add the title's next word that the key does not show yet, at last the content's mark."""
        if self._words is None:
            words = (ascii_key(word) for word in significant_words(self._entry.title or ""))
            shown = self.base.lower()
            self._words = [word for word in dict.fromkeys(words) if word and word not in shown][
                ::-1
            ]
        if self._words:
            self.key = f"{self.key}-{self._words.pop()}"
        else:
            self.key = f"{self.base}-{_mark(self._entry)}"
            self.spent = True


def _told_apart(makers: Mapping[int, _KeyMaker], reserved: set[str]) -> dict[int, str]:
    """Return place -> key; lengthens, in rounds, the keys of all that agree.

    Each round looks at the set of keys only, so that the outcome does not depend on the order.
    Entries that agree in everything get numbers at last: for those alone the order counts.
    """
    by_key: dict[str, list[int]] = {}
    for place, maker in makers.items():
        by_key.setdefault(maker.key.lower(), []).append(place)
    crowded = [key for key, places in by_key.items() if len(places) > 1 or key in reserved]
    while crowded:
        moved = [
            (key, place) for key in crowded for place in by_key[key] if not makers[place].spent
        ]
        touched: set[str] = set()
        for key, place in moved:
            by_key[key].remove(place)
            makers[place].lengthen()
            longer = makers[place].key.lower()
            by_key.setdefault(longer, []).append(place)
            touched.add(longer)
        crowded = [
            key
            for key in touched
            if (len(by_key[key]) > 1 or key in reserved)
            and not all(makers[place].spent for place in by_key[key])
        ]
    return _numbered(makers, by_key, reserved)


def _numbered(
    makers: Mapping[int, _KeyMaker], by_key: Mapping[str, list[int]], reserved: set[str]
) -> dict[int, str]:
    used = reserved | set(by_key)
    keys: dict[int, str] = {}
    for key, places in by_key.items():
        number = 2
        for nth, place in enumerate(sorted(places)):
            chosen = makers[place].key
            if nth or key in reserved:
                while f"{chosen}-{number}".lower() in used:
                    number += 1
                chosen = f"{chosen}-{number}"
                used.add(chosen.lower())
            keys[place] = chosen
    return keys


def _provisional(entry: Entry) -> str:
    """Return the coined name, the first significant words, an identifier, or at last a mark."""
    title = entry.title or ""
    coined = coined_name(title)
    if coined and (key := ascii_key(coined)):
        return key
    words = [key for word in significant_words(title) if (key := ascii_key(word))]
    return "-".join(words[:_PROVISIONAL_WORDS]) or _registered(entry) or f"ref-{_mark(entry)}"


def _registered(entry: Entry) -> str:
    """Return the name that a registry gave, for an entry of which nothing else is known."""
    identifiers = entry.identifiers
    if identifiers.arxiv is not None:
        return f"arxiv{ascii_key(identifiers.arxiv.id)}"
    names = (name for name in msgspec.structs.astuple(identifiers) if isinstance(name, str))
    return ascii_key(next(names, ""))


def _mark(entry: Entry) -> str:
    """Return some letters that depend on nothing but what the entry says."""
    content = msgspec.structs.replace(entry, citekey=None, provenance={}, links=())
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:_MARK_LENGTH]


def _family(name: Name) -> str:
    if name.literal is not None:
        return ascii_key(name.literal)
    parts = (name.non_dropping_particle, name.family)
    return "".join(ascii_key(part) for part in parts if part)


def _auth(entry: Entry) -> str:
    return next((key for name in entry.author if (key := _family(name))), "")


def _auths(entry: Entry) -> str:
    most = 3
    some = "".join(_family(name).capitalize() for name in islice(entry.author, most))
    return some + ("EtAl" if len(entry.author) > most else "")


def _year(entry: Entry) -> str:
    return str(entry.issued.year) if entry.issued else ""


def _words(count: int) -> Callable[[Entry], str]:
    def words(entry: Entry) -> str:
        keys = (ascii_key(word) for word in significant_words(entry.title or ""))
        return "".join(islice(filter(None, keys), count))

    return words


def _coined(entry: Entry) -> str:
    return ascii_key(coined_name(entry.title or "") or "") or _words(1)(entry)


_PARTS: Mapping[str, Callable[[Entry], str]] = {
    "auth": _auth,
    "auths": _auths,
    "year": _year,
    "word": _words(1),
    "words": _words(3),
    "coined": _coined,
}
_FORMS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "upper": str.upper,
    "capital": str.capitalize,
}
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.+/")


def _part(field: str | None, form: str) -> tuple[Callable[[Entry], str], Callable[[str], str]]:
    if field is None:
        return lambda _: "", str
    if field not in _PARTS:
        raise SettingsError(
            f"the citekey pattern knows no part {{{field}}}; it knows "
            + ", ".join(f"{{{name}}}" for name in _PARTS),
            setting="citekeys.pattern",
        )
    if form.isdecimal():
        length = int(form)
        return _PARTS[field], lambda text: text[:length]
    if form not in _FORMS:
        raise SettingsError(
            f"the citekey pattern knows no form {form!r}; it knows upper, capital and a number",
            setting="citekeys.pattern",
        )
    return _PARTS[field], _FORMS[form]


def _checked_literal(literal: str) -> str:
    """Let through what BibTeX, biber and Zotero all take in a key."""
    if unsafe := sorted(set(literal) - _SAFE):
        raise SettingsError(
            f"the citekey pattern may not hold {' '.join(map(repr, unsafe))}: "
            "take letters, digits, - _ : . + /",
            setting="citekeys.pattern",
        )
    return literal

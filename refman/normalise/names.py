"""Names of people and bodies: cut from a line, taken apart, put together."""

import functools
import re
from collections.abc import Mapping
from typing import Any, cast

from refman.model import Name
from refman.normalise.latex import decode_latex
from refman.normalise.text import clean_text, fold_blanks
from refman.resources import read_table

__all__ = ["format_name", "looks_like_names", "parse_name", "split_names"]

_LONGEST_LINE = 20_000
_LONGEST_NAME = 60
_MARKS = re.compile(
    r"(?:\s*[*†‡§¶∗⋆♠♣♥♦✉#]|\s*\^?\{?(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*\}?|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:[,\u2009]?[¹²³⁴⁵⁶⁷⁸⁹⁰]+)*)+(?=$|[,;&\s])"
)
_LABEL = re.compile(
    r"^\s*(?:authors?|by|作者)\s*[:：]?\s+(?=\S)|^\s*(?:authors?|作者)\s*[:：]\s*", re.IGNORECASE
)
_SEPARATOR = re.compile(
    r"\s*(?:[;、，·•|]|\s&\s|\band\b|,\s*and\b|(?<=\w)\s+et\s+al\.?)\s*", re.IGNORECASE
)
_COMMA = re.compile(r"\s*,\s*")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?[-\s]?){1,4}$")
_PERSON_WORD = re.compile(
    r"^(?:[^\W\d_]\.|[^\W\d_a-z][^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?|[A-Z]{1,3})$"
)
_TITLE_WORDS = frozenset(
    "for of the in with via using towards toward from on to a an is are as by learning networks network "
    "models model language attention memory control survey benchmark analysis study data system systems "
    "deep neural large vision image video generation reasoning agents agent training".split()
)


def parse_name(text: str) -> Name:
    """Return a name in its parts.

    Takes "First von Last", "von Last, First" and "von Last, Jr, First"; a name in braces, a body's
    name and a name without any cut are literal.

    Args:
        text: one name; never empty.

    Source: Patashnik, "BibTeXing" (1988), 4; CSL 1.0.2, "Names".
    """
    raw = fold_blanks(text)
    if raw.startswith("{") and raw.endswith("}") and raw.count("{") == 1:
        return Name(literal=_shown(raw[1:-1]))
    name = _shown(raw)
    parts = [part for part in _COMMA.split(name) if part]
    if len(parts) > 1:
        return _inverted(parts)
    words = name.split()
    if len(words) < 2 or _is_body(words):
        return Name(literal=name)
    suffix = words.pop() if words[-1].lower() in _words("suffixes") and len(words) > 2 else None
    start = next(
        (
            place
            for place, word in enumerate(words[1:-1], start=1)
            if word.islower() and word in _words("particles")
        ),
        len(words) - 1,
    )
    particle, family = _split_particle(words[start:])
    return Name(
        given=" ".join(words[:start]),
        family=family,
        non_dropping_particle=particle,
        suffix=suffix,
    )


def split_names(text: str) -> list[str]:
    """Return the names that a line of authors holds, as written, without marks of affiliation.

    Takes commas, semicolons, "and", "&" and dots between names, inverted names with initials
    ("Lee, A., Berg, B."), a label in front. "et al." is no name.
    """
    line = _MARKS.sub("", _LABEL.sub("", fold_blanks(text[:_LONGEST_LINE])))
    groups = [group.strip(" ,") for group in _SEPARATOR.split(line)]
    names: list[str] = []
    for group in filter(None, groups):
        names += _uninverted([part for part in _COMMA.split(group) if part])
    stop = _words("not_names")
    return [name for name in names if name.lower() not in stop]


def looks_like_names(text: str) -> float:
    """Return how much a line looks like names of people, 0 to 1; a title or sentence scores low."""
    line = fold_blanks(text)
    if not line or len(line) > _LONGEST_LINE or ":" in line.partition(",")[0][12:]:
        return 0.0
    labelled = _LABEL.match(line) is not None
    names = split_names(line)
    if not names:
        return 0.0
    good = sum(_is_person(name) for name in names)
    strange = sum(word.lower() in _TITLE_WORDS for word in line.split() if word != "A")
    share = good / len(names) - 0.5 * strange
    if len(names) == 1:
        share *= 0.5
    if line.endswith((".", "?", "!")) and not re.search(r"(?:\b\w|al|[Jj]r|[Ss]r)\.$", line):
        share -= 0.4
    return max(0.0, min(1.0, share + 0.3 * labelled))


def format_name(name: Name) -> str:
    """Return a name as "van der Berg, Jr, Jan", or a literal as it is."""
    if name.literal is not None:
        return name.literal
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return ", ".join(filter(None, (family, name.suffix, given)))


def _shown(text: str) -> str:
    return fold_blanks(clean_text(decode_latex(text)))


def _inverted(parts: list[str]) -> Name:
    particle, family = _split_particle(parts[0].split())
    if len(parts) == 2 and parts[1].lower() in _words("suffixes"):
        return Name(family=family, non_dropping_particle=particle, suffix=parts[1])
    return Name(
        family=family,
        non_dropping_particle=particle,
        given=parts[-1],
        suffix=" ".join(parts[1:-1]) or None,
    )


def _split_particle(words: list[str]) -> tuple[str | None, str]:
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count]) or None, " ".join(words[count:])


def _is_body(words: list[str]) -> bool:
    return words[0].lower() == "the" or any(word.lower() in _words("bodies") for word in words)


def _uninverted(parts: list[str]) -> list[str]:
    """Put "Lee, A." together again where a line of names is cut at its commas."""
    if len(parts) >= 2 and all(_INITIALS.match(part) for part in parts[1::2]):
        pairs = zip(parts[::2], parts[1::2], strict=False)
        joined = [f"{family}, {given}" for family, given in pairs]
        return joined + parts[len(joined) * 2 :]
    return parts


def _is_person(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or len(name) > _LONGEST_NAME:
        return _is_cjk_name(name)
    particles = _words("particles")
    return all(
        _PERSON_WORD.match(word) or word in particles or word.lower() in _words("suffixes")
        for word in words
    )


def _is_cjk_name(name: str) -> bool:
    return 2 <= len(name) <= 4 and all("\u4e00" <= sign <= "\u9fff" for sign in name)


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(cast("Mapping[str, Any]", read_table("words.toml")["names"])[name])

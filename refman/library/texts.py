r"""The texts of an entry that are searched, folded so that what people type meets what was written.

Two forms of one word meet: ``$\pi_0$``, "π₀" and "pi0"; "Łódź" and "lodz"; "Straße" and "strasse";
"GPT-4" and "gpt4"; "Cramér's" and "cramers". Scripts that part no words (Chinese, Japanese, Thai)
give one word a sign, so that any stretch of them is found as a phrase.

Here the words are made that the index holds and that a query asks for; the index itself
(``unicode61`` of FTS5) only parts them at what is neither letter, digit nor mark.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from refman.model import Entry, Name
from refman.normalise import decode_latex, plain_maths
from refman.resources import read_table

__all__ = [
    "EVERY",
    "HEAD",
    "TEXTS_VERSION",
    "Texts",
    "fold",
    "joined_words",
    "piece",
    "pieces_of",
    "spoken",
    "texts_and_pieces_of",
    "texts_of",
    "words_of",
]

TEXTS_VERSION = 1
"""Raised with every change of what this module makes of an entry: the index is then made anew."""

EVERY = "\ue000"
"""A word that stands in the title of every entry, and that nobody can ask for by typing it.

The index cannot say "all but"; it can say "all that have this word, but". It also parts a text from
its joined words, so that no phrase reaches over."""

HEAD = "\ue001"
"""Stands before each word of title and authors where they are told once more.

Nearly every entry has "we" in its abstract, and hardly one in its title: to look for it in titles
would be to go through them all."""

_WORDS = "words.toml"
_ASCII = frozenset(map(chr, range(128)))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_FEW_SIGNS = 12
_SIGNS_AROUND = ".,;:!?()[]-_'\"\n"
# What stands within one word for some, and between two for others.
_COMPOUND = re.compile(r"(?<![^\W_])[^\W_]++(?:[-_']+[^\W_]++)+")
_WORD = re.compile(rf"{HEAD}?[^\W_]+|{EVERY}")
_LONGEST_JOINED = 40
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_BLANKS = bytes(sign if chr(sign).isalnum() else ord(" ") for sign in range(128)) + bytes(128)
_APART = f" {EVERY} "
# Scripts whose words are not parted: Thai, Lao, Burmese, Khmer, kana, Han.
_UNPARTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30fe\u3400-\u4dbf\u4e00-\u9fff"
    "\U00020000-\U0003ffff]"
)
_HYPHENS = "‐‑‒–−﹣－"
_APOSTROPHES = "’‘ʼ＇`´"


class Texts(NamedTuple):
    """Hold the texts of an entry's row in the index ``words``, in the order of its columns.

    Attributes:
        notes: the user's notes, the note, and by what else it is looked for: its citekey and its
            identifiers.
    """

    title: str
    authors: str
    venue: str
    abstract: str
    notes: str


def texts_of(entry: Entry) -> Texts:
    """Return what the index of words holds of an entry."""
    return texts_and_pieces_of(entry)[0]


def pieces_of(entry: Entry) -> str:
    """Return the text of an entry in which any stretch of three signs or more is found.

    It is the title and the authors, each without blanks and punctuation: "visionlang" is in it.
    """
    return texts_and_pieces_of(entry)[1]


def texts_and_pieces_of(entry: Entry) -> tuple[Texts, str]:
    """Return ``texts_of`` and ``pieces_of`` an entry, which have much in common."""
    titles = [fold(title) for title in (entry.title, entry.title_short) if title]
    names = [fold(name) for name in map(spoken, _people(entry)) if name]
    title, authors = _with_joined(titles), _with_joined(names)
    texts = Texts(
        title=_APART.join([*title, *map(_head, title)]) or EVERY,
        authors=f"{_APART.join(authors)} {_APART.join(map(_head, authors))}",
        venue=_column(entry.container_title, entry.event_title, entry.publisher),
        abstract=_column(entry.abstract),
        notes=_column(*entry.notes, entry.note, entry.citekey, *_names(entry)),
    )
    told = [*titles[:1], *names] if entry.title else names
    return texts, " ".join(filter(None, map(_letters_of, told)))


def piece(text: str) -> str:
    """Return the letters and digits of a text, folded, as they are compared in pieces."""
    return _letters_of(fold(text))


def _letters_of(folded: str) -> str:
    if folded.isascii():
        return folded.encode().translate(None, _NO_LETTERS).decode()
    return "".join(filter(str.isalnum, folded))


def fold(text: str) -> str:
    """Return a text in which words are compared: small letters, in ASCII where they have a form.

    Punctuation stays where it is in ASCII, for it parts words; accents and vowel signs go.
    """
    if "\\" in text:
        text = decode_latex(text)
    if "$" in text:
        text = plain_maths(text)
    if text.isascii():
        return text.lower()
    rare = set(text).difference(_ASCII)
    if len(rare) > _FEW_SIGNS:
        return _NOT_ASCII.sub(_folded, text).lower()
    for sign in rare:  # a dash and an accent in an abstract: three times as fast as one by one
        text = text.replace(sign, _signs[sign])
    return text.lower()


def joined_words(folded: str) -> list[str]:
    """Return the words of a folded text that hyphens, apostrophes or "_" part, as one word each.

    "gpt-4 and o'brien" gives "gpt4" and "obrien".
    """
    marked = folded.replace("'", "-").replace("_", "-")
    if "-" not in marked:
        return []
    found: list[str] = []
    end = 0
    while (joint := marked.find("-", end)) >= 0:
        start = folded.rfind(" ", end, joint) + 1 or end
        end = folded.find(" ", joint + 1)
        if end < 0:
            end = len(folded)
        word = marked[start:end].strip(_SIGNS_AROUND)
        joined = word.replace("-", "")
        if not joined.isalnum():
            found += map(_unjoined, _COMPOUND.findall(folded, start, end))
        elif len(joined) != len(word):
            found.append(joined)
    return [word for word in found if len(word) <= _LONGEST_JOINED]


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text as the index parts them."""
    return _WORD.findall(folded)


@functools.lru_cache(maxsize=16)
def _column(*texts: str | None) -> str:
    """Return one column's text: the folded texts, and behind them their joined words.

    An edit asks for those before it and those after it, of which most are the same.
    """
    return _APART.join(_with_joined([fold(text) for text in texts if text]))


def _with_joined(folded: Sequence[str]) -> Sequence[str]:
    joined = [word for text in folded for word in joined_words(text)]
    return [*folded, " ".join(joined)] if joined else folded


def _head(folded: str) -> str:
    if folded.isascii():  # three times as fast as by a pattern
        words = folded.encode().translate(_BLANKS).decode().split()
        return f"{HEAD}{f' {HEAD}'.join(words)}" if words else ""
    return " ".join([word if word == EVERY else f"{HEAD}{word}" for word in words_of(folded)])


def _unjoined(compound: str) -> str:
    return compound.replace("-", "").replace("'", "").replace("_", "")


def _people(entry: Entry) -> Iterable[Name]:
    return (*entry.author, *entry.editor)


def spoken(name: Name) -> str:
    """Return a name in the order of speech, its suffix last."""
    parts = (
        name.given,
        name.dropping_particle,
        name.non_dropping_particle,
        name.family,
        name.suffix,
        name.literal,
    )
    return " ".join(filter(None, parts))


def _names(entry: Entry) -> Iterable[str | None]:
    known = entry.identifiers
    arxiv = known.arxiv.id if known.arxiv else None
    return (known.doi, arxiv, known.openreview, known.isbn, known.pmid, known.dblp)


class _Signs(dict[str, str]):
    """Know what becomes of each sign that is not ASCII; asked, and remembered, sign by sign."""

    def __missing__(self, sign: str) -> str:
        # Twice: "𝐊" has a small letter only once it is taken apart, and "İ" falls apart once small.
        lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
        letters = _letters()
        kept = "".join(letters.get(part) or _plain(part) for part in lower)
        self[sign] = kept = _UNPARTED.sub(r" \g<0> ", kept)
        return kept


def _plain(sign: str) -> str:
    """Return a sign that belongs to words, or the ASCII sign that stands for one that does not."""
    if sign in _HYPHENS:
        return "-"
    if sign in _APOSTROPHES:
        return "'"
    if sign.isascii() or sign.isalnum():
        return sign
    # Marks are accents, points and vowel signs: the index would part words at them.
    category = unicodedata.category(sign)
    return "" if category == "Cf" or category.startswith("M") else " "


_signs = _Signs()


def _folded(found: re.Match[str]) -> str:
    return "".join(map(_signs.__getitem__, found.group()))


@functools.cache
def _letters() -> Mapping[str, str]:
    return cast("Mapping[str, str]", read_table(_WORDS)["letters"])

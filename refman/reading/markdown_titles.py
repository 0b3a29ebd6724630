"""Which words of a line in a list are the paper's title.

A title may be a link's label, bold, in quotes, or plain text before the links; names of authors,
venues, dates and the model's short name stand around it. Every stretch that could be the title is
weighed by how it stands out and by what it is not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refman.model import LinkKind
from refman.normalise import looks_like_names
from refman.reading.labels import Field, field_of, hangs, is_label, is_venue, kinds_of_label, plain
from refman.reading.markdown import Piece, PieceKind

__all__ = ["Title", "find_title", "leading_field", "likeness", "shown"]


class Title(NamedTuple):
    """Hold what may be a title.

    Attributes:
        text: without marks, numbers and tags around it.
        weight: how sure; above 1 it is one in a list of papers.
        start: where the pieces that hold it begin.
        end: behind them.
        how: what told it, for people.
        own_link: the title is the label of a link.
        url_is_empty: that link leads nowhere yet.
    """

    text: str
    weight: float
    start: int
    end: int
    how: str
    own_link: bool = False
    url_is_empty: bool = False


_STANDS_OUT = {
    "named so": 5.0,
    "in quotes": 3.2,
    "a link": 2.6,
    "bold": 1.9,
    "plain text": 1.0,
    "italic": 0.8,
}
"""How readily a stretch is a title by the way it is set."""

_BEHIND_LINKS = 0.7
_IS_KEY = 0.8
_LIKE_A_LABEL = 1.6
_SURE = 1.1
_MOST_LABEL_WORDS = 3
_NAMES = 0.6
_SHORT_NAME_WORDS = 2
_FEWEST_LETTERS = 2
_FEW_WORDS = {1: -1.2, 2: -0.5}
_MOST_WORDS, _MOST_WORDS_ET_AL = 30, 8
_SENTENCES = 1.2
_LONGEST = 400
_LONGEST_FIELD = 40
_QUOTED = re.compile(
    r"\"([^\"]{4,400})\"|“([^“”]{4,400})”|„([^„“]{4,400})“|«([^«»]{4,400})»|「([^「」]{4,400})」"
)
_BEFORE_QUOTE = re.compile(r"(?:^|[:.,;\])：*-])\s*$")
_COLON = re.compile(r"\s?[:：]\s?|\s[-–—]\s")
_TAG = re.compile(
    r"^(?:\[[^\[\]]{0,60}\]|【[^【】]{0,60}】|\([^()]{0,60}\)(?=\s)|（[^（）]{0,60}）|<[^<>]{0,40}>(?=\s))\s*[:：,.-]?\s*"
)
_NUMBERING = re.compile(r"^(?:#?\d{1,4}[.)、:]\s+|\(\d{1,4}\)\s+|No\.\s?\d+\s+)")
_DATED = re.compile(r"^(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?\s*[,:：-]?\s+")
_LAST_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]{1,160})[)）\]】]?\s*[.,;]?\s*$")
_SPLIT = re.compile(r"\s\|\s|[.?!]\s+|,\s+|\s[-–—]\s|。|，|\s@\s")
_SENTENCE = re.compile(r"[.?!]\s")
_CLAUSE = re.compile(r"[.,;]\s*|\bet al\b")
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.\s+[A-Z]")
_ET_AL = re.compile(r"\bet\.?\s?al\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(
    r"^(?:https?://|www\.)\S*$|^\S+\.(?:pdf|md|html?)$|^[\d./v:-]+$|^arxiv:[\d.v]+$", re.IGNORECASE
)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_SPLITS = 16


def find_title(pieces: Sequence[Piece]) -> Title | None:
    """Return the best title in a line's pieces, or None where nothing in it could be one."""
    return max(_candidates(pieces), key=lambda title: title.weight, default=None)


def leading_field(pieces: Sequence[Piece]) -> tuple[Field | None, tuple[LinkKind, ...], int]:
    """Return what a name before a colon says: a field, or kinds of links; and where it ends.

    The end is 0 where the line begins with no such name.
    """
    so_far = ""
    for piece in pieces:
        if piece.kind is PieceKind.LINK or len(so_far) > _LONGEST_FIELD:
            break
        if piece.kind is not PieceKind.TEXT:
            continue
        so_far += piece.text
        found = re.search(r"[:：]", so_far[: _LONGEST_FIELD + 1])
        if found is None:
            continue
        name = so_far[: found.start()]
        end = (
            piece.end - (len(so_far) - found.end())
            if piece.text == so_far[-len(piece.text) :]
            else piece.end
        )
        end = max(piece.start, min(end, piece.end))
        if (field := field_of(name)) is not None:
            return field, kinds_of_label(name), end
        kinds = kinds_of_label(name)
        return None, kinds, end if kinds else 0
    return None, (), 0


def likeness(text: str) -> float | None:
    """Return how much a stretch of text looks like a title, or None where it cannot be one."""
    letters = sum(sign.isalpha() for sign in text[:_LONGEST])
    if letters < _FEWEST_LETTERS or len(text) > _LONGEST or _ADDRESS.match(text):
        return None
    if is_label(text) or is_venue(text) or _is_names(text):
        return None
    words = len(text.split()) + len(_EAST_ASIAN.findall(text)) // 2
    if words in _FEW_WORDS:
        return _FEW_WORDS[words]
    weight = 0.5 if words <= _MOST_WORDS else -1.5
    if _FULL_STOP.search(text):
        weight -= _SENTENCES
    return weight - 0.3 * text[0].islower()


def shown(pieces: Sequence[Piece]) -> str:
    """Return what the pieces show, on one line; an image shows nothing."""
    return " ".join(
        "".join(
            piece.text if piece.kind in {PieceKind.TEXT, PieceKind.LINK} else " "
            for piece in pieces
        ).split()
    )


def _candidates(pieces: Sequence[Piece]) -> Iterator[Title]:
    seen_links = has_title = False
    before = ""
    for stretch in _stretches(pieces):
        first = stretch[0]
        behind = _BEHIND_LINKS if seen_links else 0.0
        if first.kind is PieceKind.LINK:
            is_short = len(first.text.split()) <= _MOST_LABEL_WORDS
            is_bracketed = before.endswith(("[", "("))
            if (has_title and (is_short or is_bracketed)) or (seen_links and is_bracketed):
                behind = _LIKE_A_LABEL
            found = None if first.badge else _weighed("a link", first.text, stretch, behind)
            if found is not None:
                yield found._replace(own_link=True, url_is_empty=first.url_start == first.url_end)
            else:
                seen_links = True
            continue
        before = shown(stretch)
        for how, text in _of_text(stretch):
            if how != "in quotes" and hangs(text):
                continue
            if (title := _weighed(how, text, stretch, behind)) is not None:
                has_title = has_title or title.weight > _SURE
                yield title


def _stretches(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield links alone, and what stands between them; images and line ends count as blanks."""
    begun = 0
    for place, piece in enumerate(pieces):
        if piece.kind is PieceKind.LINK:
            if place > begun:
                yield pieces[begun:place]
            yield pieces[place : place + 1]
            begun = place + 1
    if begun < len(pieces):
        yield pieces[begun:]


def _weighed(how: str, text: str, stretch: Sequence[Piece], behind: float) -> Title | None:
    is_key = how == "bold" and text.rstrip().endswith((":", "："))
    text = _without_marks(text)
    if (like := likeness(text)) is None:
        return None
    weight = _STANDS_OUT[how] + like - behind - (_IS_KEY if is_key else 0.0)
    return Title(text, weight, stretch[0].start, stretch[-1].end, how)


def _of_text(stretch: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Yield what may be a title in a stretch without links, and how it is set."""
    whole = shown(stretch)
    for quoted in _QUOTED.finditer(whole):
        before = whole[: quoted.start()]
        is_named = _BEFORE_QUOTE.search(before) or len(before.split()) <= 1 or before.endswith("] ")
        if is_named or _is_bold_end(stretch, before):
            yield "in quotes", quoted[quoted.lastindex or 0]
    for how in ("bold", "italic"):
        for run in _runs(stretch, how):
            yield how, run
    yield "plain text", _trimmed(stretch)


def _is_bold_end(stretch: Sequence[Piece], before: str) -> bool:
    """Tell whether all before a quote is a short name that is set bold."""
    bold = "".join(piece.text for piece in stretch if piece.bold)
    return bool(before.strip()) and plain(bold).startswith(plain(before))


def _runs(stretch: Sequence[Piece], how: str) -> Iterator[str]:
    """Yield the texts that are bold, or italic, without a gap."""
    run = ""
    for piece in stretch:
        if getattr(piece, how) or (run and piece.kind is PieceKind.WRAP):
            run += piece.text if piece.kind is PieceKind.TEXT else " "
        elif run:
            yield " ".join(run.split())
            run = ""
    if run:
        yield " ".join(run.split())


def _trimmed(stretch: Sequence[Piece]) -> str:
    """Return a stretch without what stands before and behind its title."""
    kept = _up_to_aside(stretch)
    whole = " ".join("".join(kept).split())
    short = _short_name(stretch)
    if short and whole.startswith(short):
        rest = whole[len(short) :].lstrip()
        if rest[:1] not in ":：-–—,(" and len(rest.split()) > _SHORT_NAME_WORDS:
            whole = rest
    return _without_tail(_without_head(whole))


def _up_to_aside(stretch: Sequence[Piece]) -> list[str]:
    """Return the texts of a stretch from its title on, up to names or a venue set apart."""
    is_mixed = any(not (piece.italic or piece.bold) for piece in stretch)
    parts: list[str] = []
    length = 0
    for piece in stretch:
        text = piece.text if piece.kind is PieceKind.TEXT else " "
        if not parts and not _begins_title(text):
            continue
        is_styled = is_mixed and (piece.italic or piece.bold)
        if is_styled and length < _LONGEST:
            so_far = "".join(parts).strip()
            if len(so_far.split()) > _SHORT_NAME_WORDS and _ends_title(so_far, text):
                break
        parts.append(text)
        length += len(text)
    return parts


def _begins_title(text: str) -> bool:
    """Tell whether a title may begin in the text of a piece: not in a venue or a mark."""
    return "(" in text or "[" in text or (bool(plain(text)) and not is_venue(text))


def _short_name(stretch: Sequence[Piece]) -> str:
    """Return the one or two bold words that a stretch begins with, or ""."""
    bold = ""
    for piece in stretch:
        if piece.bold and piece.kind is PieceKind.TEXT:
            bold += piece.text
        elif bold or plain(piece.text):
            break
    bold = " ".join(bold.split())
    return bold if len(bold.split()) <= _SHORT_NAME_WORDS else ""


def _ends_title(so_far: str, text: str) -> bool:
    """Tell whether a styled stretch behind plain text is no part of the title."""
    return (
        so_far[-1:] in ".,([|-–—（【?!"
        or _is_names(text)
        or any(is_venue(clause) for clause in (text, *_CLAUSE.split(text[:_LONGEST])))
    )


def _without_head(text: str) -> str:
    """Take numbers, tags, dates and authors off the front."""
    while True:
        text = text.lstrip(" .,:;-–—|·•*")
        found = _NUMBERING.match(text) or _DATED.match(text) or _TAG.match(text)
        if found is None or not plain(text[found.end() :]):
            break
        text = text[found.end() :]
    for _ in range(3):
        stop = _SENTENCE.search(text)
        if stop is None or not _is_names(text[: stop.start()]):
            return text
        text = text[stop.end() :]
    return text


def _without_tail(text: str) -> str:
    """Take venue, year, authors and remarks off the end."""
    text = _cut_brackets(text)
    for count, split in enumerate(_SPLIT.finditer(text)):
        if count > _MOST_SPLITS:
            break
        if split[0].strip() == "|":
            return text[: split.start()]
        rest = text[split.end() :]
        clause = _SENTENCE.split(rest, maxsplit=1)[0]
        if any(map(_is_aside, (clause, rest))):
            keep = split.start() + (split[0][0] in "?!")
            return _cut_brackets(text[:keep])
    return text


def _is_aside(text: str) -> bool:
    """Tell whether what follows a comma or full stop is a venue, names, or a link's label."""
    is_key = text.endswith((":", "：")) and is_label(text)
    return is_key or is_venue(text) or _is_names(text)


def _cut_brackets(text: str) -> str:
    """Take remarks in brackets off the end: "(CVPR 2024)", "[Oral]"; others are the title's."""
    for _ in range(4):
        text = text.rstrip(" .,:;-–—|[(（【/")
        found = _LAST_BRACKETS.search(text[-200:])
        if found is None:
            return text
        inside = found[1]
        is_remark = (
            is_venue(inside) or _YEAR.search(inside) or is_label(inside) or _is_names(inside)
        )
        if not is_remark:
            return text
        text = text[: len(text) - len(found[0])]
    return text


def _is_names(text: str) -> bool:
    score = looks_like_names(text) if len(text) <= 4 * _LONGEST else 0.0
    return score >= _NAMES or (
        _ET_AL.search(text[-12:]) is not None and len(text.split()) <= _MOST_WORDS_ET_AL
    )


def _without_marks(text: str) -> str:
    """Take quotes that hold all of a title, and what glues it to its neighbours, off its ends."""
    text = text.strip().strip("*_`# ")
    text = text.rstrip(" ,;:|：，、。-–—").lstrip(" ,;:|：，、。.")
    if len(text) > 1 and text[0] in "\"“'‘《「" and text[-1] in "\"”'’》」":
        text = text[1:-1]
    text = text.strip(" ,;")
    head = 0
    while head < len(text) and not (text[head].isalnum() or text[head] in "$\\\"“'([{<¿@#&+*"):
        head += 1
    text = text[head:]
    tail = len(text)
    while tail and not (text[tail - 1].isalnum() or text[tail - 1] in "$\"”'’)]}>?!.*+…%"):
        tail -= 1
    text = text[:tail]
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text

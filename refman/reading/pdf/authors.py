"""The authors and the abstract on a PDF's first page, told by their places."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from refman.model import Span
from refman.normalise import ascii_key, fold_blanks, looks_like_names, split_names
from refman.reading.pdf.content import PdfContent, PdfLine
from refman.reading.pdf.rules import closed_up, first_words, no_title, words
from refman.reading.pdf.title import Title, joined, level_lines

__all__ = ["find_abstract", "find_authors"]

_MARKS = re.compile(r"[*∗†‡§¶⋆✩☆★♠♣♥♦✉⁎＊#]+")
_NUMBER_BEHIND = re.compile(r"(?<=[^\W\d_])\s?\d{1,2}(?:\s?,\s?\d{1,2})*(?=[\s,;]|$)")
_SEPARATED = re.compile(r"\s[•·|]\s")
_TITLES = re.compile(
    r"\b(?:Ph\.?\s?D|M\.?\s?Sc|M\.?D|Dr|Prof(?:essor)?|Dipl\.?-?\s?\w+)\b\.?:?,?\s*"
)
_ANDS = frozenset({"and", "und", "et", "&", "y", "e"})
_ALIKE = 0.06
_MEMBERSHIP = re.compile(
    r",?\s?(?:(?:(?:Graduate\s)?Student|Senior|Life|Associate)\s)?(?:Member|Fellow),?\s(?:IEEE|ACM)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 400
_DEEPEST = 0.75
_NAMES = 0.35
_SURE = 0.5
_LEAST_ABSTRACT, _MOST_ABSTRACT = 80, 6000
_MOST_AUTHORS = 3000
_FEW_WORDS, _MANY_SMALL = 6, 0.55
_INITIALS, _LONGEST_MARK = 2, 3
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")


def find_authors(content: PdfContent, title: Title) -> tuple[tuple[str, ...], str | None]:
    """Return the authors, as written, and why they were taken for such; none where it is not sure.

    They stand below the title, in lines of names or in blocks with their institutions; those of the
    metadata count where the page has them too.
    """
    lines = _region(content, title)
    names = _from_lines(lines)
    told = _told(content, lines)
    if len(told) > len(names) or (told and not names):
        return told, "authors: of the metadata, and on the page"
    return names, "authors: names below the title" if names else None


def _region(content: PdfContent, title: Title) -> list[PdfLine]:
    """Return the lines below the title, as far as authors may stand."""
    page = title.lines[0].page
    height = content.pages[page].height
    bottom = min(line.base for line in title.lines)
    heads = words("abstract", "heads") | words("abstract", "ends")
    taken: list[PdfLine] = []
    for line in level_lines(content, page):
        if line.base >= bottom or line in title.lines:
            continue
        if first_words(closed_up(line.text), heads) or bottom - line.base > _DEEPEST * height:
            break
        if _is_prose(line):
            break
        taken.append(line)
    return taken


def _is_prose(line: PdfLine) -> bool:
    """Tell a line of a paragraph: long, with many words in small letters and hardly a name."""
    parts = line.text.split()
    small = sum(part.islower() for part in parts)
    return len(parts) > _FEW_WORDS and small > _MANY_SMALL * len(parts)


def _from_lines(lines: Sequence[PdfLine]) -> tuple[str, ...]:
    """Return the names in lines below a title; all such lines are set alike."""
    if (labelled := _behind_label(lines)) is not None:
        return labelled
    repeats = Counter(fold_blanks(line.text).casefold() for line in lines)
    found: list[str] = []
    first: PdfLine | None = None
    is_next = False
    for place, line in enumerate(lines):
        bare = _bare(line)
        if bare.casefold() in _ANDS:
            is_next = first is not None
            continue
        names = _names_in(bare) or ([bare] if is_next and _may_be_name(bare) else [])
        is_next = False
        if not names or repeats[fold_blanks(line.text).casefold()] > 1 or _is_labelled(line, lines):
            continue
        if first is None:
            first = line
        is_alike = abs(line.size - first.size) <= _ALIKE * first.size
        if not is_alike or _slanted(line) != _slanted(first):
            continue
        if not found or len(names) > 1 or not _is_over_address(line, names[0], lines[place + 1 :]):
            found.extend(names)
    return tuple(dict.fromkeys(found))


def _behind_label(lines: Sequence[PdfLine]) -> tuple[str, ...] | None:
    """Return the name that a label announces, as the title page of a thesis does."""
    for place, line in enumerate(lines[:-1]):
        label = fold_blanks(line.text).casefold().rstrip(":")
        bare = _bare(lines[place + 1])
        if label in words("authors", "labels") and _may_be_name(bare):
            return tuple(split_names(bare))
    return None


def _may_be_name(text: str) -> bool:
    """Tell what may be a name where one is sure to stand."""
    parts = text.split()
    return (
        1 < len(parts) <= 5  # noqa: PLR2004 - as long as names are
        and all(part[0].isupper() or part in {"de", "van", "von", "der", "da"} for part in parts)
        and not any(map(str.isdigit, text))
        and not _names_place(text)
    )


def _is_labelled(line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Tell whether a label, "Supervisor:", stands to the left of a line."""
    return any(
        abs(other.base - line.base) < 0.3 * line.size
        and other.right <= line.left
        and other.text.rstrip().endswith(":")
        for other in lines
    )


def _is_over_address(line: PdfLine, name: str, below: Sequence[PdfLine]) -> bool:
    """Tell "Northlight Labs" over "ann@northlight.example": an address that is not its own."""
    for other in below:
        if _is_right_below(other, line):
            parts = [ascii_key(part) for part in name.split()]
            told = ascii_key(other.text.partition("@")[0])
            return "@" in other.text and not any(
                part in told for part in parts if len(part) > _INITIALS
            )
    return False


def _is_right_below(line: PdfLine, above: PdfLine) -> bool:
    drop = above.base - line.base
    return 0 < drop <= 1.5 * above.size and line.left < above.right and line.right > above.left


def _slanted(line: PdfLine) -> bool:
    return re.search(r"ital|obli|slant|CMTI|CMSL|-It\b", line.face, re.IGNORECASE) is not None


def _bare(line: PdfLine) -> str:
    """Return a line without its raised marks, which part names as commas do."""
    text = line.text
    for span in reversed(line.raised):
        inside = text[span.start : span.end]
        if not any(map(str.isalpha, inside)) or len(inside.strip()) <= _LONGEST_MARK:
            text = f"{text[: span.start]}, {text[span.end :]}"
    text = _NUMBER_BEHIND.sub(",", _MARKS.sub(",", text))
    text = re.sub(r"(?:\s*,)+", ",", text).strip(" ,")
    for label in sorted(words("authors", "labels"), key=len, reverse=True):
        if text.casefold().startswith(f"{label} ") or text.casefold().startswith(f"{label}:"):
            return text[len(label) :].lstrip(" :")
    return text


def _names_in(text: str) -> list[str]:
    """Return the names that a line holds, if names are what it holds."""
    if len(text) > _LONGEST_LINE or "@" in text or "://" in text or not text:
        return []
    if _SEPARATED.search(text):
        text = _people_of(text)
    text = _MEMBERSHIP.sub("", text)
    if _names_place(text):
        return []
    text = fold_blanks(_TITLES.sub("", text)).strip(" ,")
    if not text or no_title(text) or any(map(str.isdigit, text)):
        return []
    proper = _in_title_case(text)
    least = _SURE if len(split_names(proper)) > 1 else _NAMES
    if looks_like_names(proper) < least:
        return []
    return split_names(text)


def _people_of(text: str) -> str:
    """Return the name of "Ann Lee • Northlight University", or all of "Ann Lee • Bo Berg"."""
    first, *others = _SEPARATED.split(text)
    if len(others) == 1 and (_names_place(others[0]) or looks_like_names(others[0]) < _NAMES):
        return first
    return ", ".join((first, *others))


def _in_title_case(text: str) -> str:
    """Return names in capitals as names are written elsewhere, to be told by the same rules."""
    return text.title() if text.isupper() else text


def _names_place(text: str) -> bool:
    lowered = text.casefold()
    known = words("authors", "not_names")
    found = {word.rstrip(".") for word in _WORD.findall(lowered)}
    return not known.isdisjoint(found) or any(" " in place and place in lowered for place in known)


def _told(content: PdfContent, lines: Sequence[PdfLine]) -> tuple[str, ...]:
    """Return the authors of the metadata, if the family names of all stand below the title."""
    region = ascii_key(" ".join(line.text for line in lines))
    for name in ("dc:creator", "info:author"):
        values = content.facts.get(name, ())
        text = "; ".join(values)[:_MOST_AUTHORS]
        names = split_names(text) if text else []
        if names and all(_is_there(person, region) for person in names):
            return tuple(names)
    return ()


def _is_there(name: str, region: str) -> bool:
    parts = [ascii_key(part) for part in name.replace(",", " ").split()]
    long = [part for part in parts if len(part) > 1]
    return len(parts) > 1 and bool(long) and all(part in region for part in long)


def find_abstract(content: PdfContent) -> tuple[str, Span] | None:
    """Return the abstract and where it stands, if its head and its end can be told.

    Lines are taken in the order in which the page draws them, from the head on, as long as they
    keep their size.
    """
    heads = words("abstract", "heads")
    lines = [line for line in content.lines if line.turned == 0]
    for place, line in enumerate(lines):
        head = first_words(line.text, heads) or first_words(closed_up(line.text), heads)
        if head is None:
            continue
        rest = _behind_head(line, head)
        if rest is None:
            continue
        taken = _abstract_lines(lines[place + 1 : place + 120], line, has_text=bool(rest))
        first = [_cut(line, len(line.text) - len(rest))] if rest else []
        text = joined([*first, *taken], content.text, is_prose=True)
        if not taken or not _LEAST_ABSTRACT <= len(text) <= _MOST_ABSTRACT:
            return None
        start = line.span.end - len(rest) if rest else taken[0].span.start
        return text, Span(start, taken[-1].span.end)
    return None


def _behind_head(line: PdfLine, head: str) -> str | None:
    """Return what stands behind the head on its line; None where the word is no head."""
    text = line.text
    closed = closed_up(text)
    if closed != text and closed.casefold() == head:
        return ""
    rest = text[text.casefold().find(head) + len(head) :]
    if not rest.strip(" .:—–-"):
        return ""
    following = rest.split()
    begins = following[0][:1].isupper() and "".join(following[1:2]).islower()
    if rest[0] in ".:—–-" or (rest[0] == " " and begins):  # "Abstract Syntax" begins none
        return rest.lstrip(" .:—–-")
    return None


def _cut(line: PdfLine, count: int) -> PdfLine:
    return msgspec.structs.replace(line, text=line.text[count:])


def _abstract_lines(lines: Sequence[PdfLine], head: PdfLine, *, has_text: bool) -> list[PdfLine]:
    ends = words("abstract", "ends")
    taken: list[PdfLine] = []
    size = head.size if has_text else None
    for line in lines:
        if first_words(line.text, ends):
            break
        if size is None:
            size = line.size
        if abs(line.size - size) > 0.08 * size or line.page != head.page:
            break
        previous = taken[-1] if taken else head
        if line.base > previous.base + 2 * size or previous.base - line.base > 4 * size:
            break
        taken.append(line)
    return taken

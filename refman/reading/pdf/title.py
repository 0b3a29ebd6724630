"""The title on a PDF's first page, told by its size and its place.

Metadata only support it: they often name the template, the proceedings or a file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from refman.normalise import fold_blanks, looks_like_names, title_key
from refman.reading.pdf.content import PdfContent, PdfLine
from refman.reading.pdf.rules import first_words, no_title, words

__all__ = ["Title", "body_size", "find_title", "joined", "level_lines"]

_MARKS = "*∗†‡§¶⋆✩☆★♠♣♥♦⁎＊"
_LEAST_SCORE = 1.25
_LEAST_LETTERS = 4
_FIRST_PAGES = 3
_SAME_SIZE = 0.05
_LEADING = 1.85
_FEW_WORDS, _MANY_WORDS = 2, 30
_LARGE = 1.1
_SAME_POINTS, _USUAL_BODY = 0.2, 12
_TWICE = 2
_LONGEST, _MANY_LINES, _LONGEST_MARK = 300, 4, 3
_NAMES = 0.4
_SURE_NAMES = 0.5
_LEAST_KEY = 6
_TRAILING_MARKS = re.compile(rf"[\s{re.escape(_MARKS)}]+$")
_BOLD = re.compile(r"bold|black|heavy|-medi|BX\d|medium|semib|demi|\.B\b", re.IGNORECASE)
_TOOL = re.compile(
    r"^(?:microsoft word|microsoft powerpoint|powerpoint presentation)\s*-?\s*", re.IGNORECASE
)
_FILE = re.compile(r"\.(?:dvi|docx?|tex|pdf|ps|pptx?|indd|odt|rtf|qxd|fm)$", re.IGNORECASE)
_HYPHEN = re.compile(r"\w[-‐\u00ad]$")


class Title(msgspec.Struct, frozen=True):
    """Hold a title, the lines that give it, and why it was taken for one.

    Attributes:
        confidence: 0 to 1.
    """

    text: str
    lines: tuple[PdfLine, ...]
    confidence: float
    reasons: tuple[str, ...]


class _Block:
    """Gather the lines of one size that stand below each other."""

    def __init__(self, first: PdfLine) -> None:
        self.lines = [first]

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    def takes(self, line: PdfLine, body: float) -> bool:
        """Tell whether a line goes on with this block."""
        last = self.lines[-1]
        if abs(line.size - last.size) > max(0.3, _SAME_SIZE * last.size):
            return False
        if last.size <= _LARGE * body and _is_bold(line) != _is_bold(last):
            return False
        drop = last.base - line.base
        if abs(drop) < 0.3 * last.size:
            return 0 <= line.left - last.right < 3 * last.size
        left = min(each.left for each in self.lines)
        right = max(each.right for each in self.lines)
        return 0 < drop <= _LEADING * last.size and line.left < right and line.right > left


def find_title(content: PdfContent) -> Title | None:
    """Return the title; None where none can be told.

    The first page counts, the next ones only where it has nothing that could be one.
    """
    body = body_size(content.lines)
    told = tuple(_titles_of(content.facts))
    for page in range(min(_FIRST_PAGES, len(content.pages))):
        lines = level_lines(content, page)
        if (title := _title_of(lines, content, page, body, told)) is not None:
            return title
        if any(len(line.text) > 2 * _MANY_WORDS for line in lines):
            return None
    return None


def level_lines(content: PdfContent, page: int) -> list[PdfLine]:
    """Return the lines of a page that lie level, from its top to its bottom."""
    lines = [line for line in content.lines if line.page == page and line.turned == 0]
    return sorted(lines, key=lambda line: (-line.base, line.left))


def body_size(lines: Iterable[PdfLine]) -> float:
    """Return the size that most of the text has."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.turned == 0:
            sizes[round(2 * line.size) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def joined(lines: Sequence[PdfLine], text: str, *, is_prose: bool = False) -> str:
    """Return lines as one, a word that was parted at a line's end whole again.

    Its hyphen stays where the word stands with one elsewhere, and goes where it stands without. Of
    words that stand nowhere else, prose parts any, titles only those that have a hyphen anyway.

    Args:
        lines: in their order.
        text: where the words of the paper stand.
        is_prose: they are no title.
    """
    whole = ""
    lowered = text.lower()
    for line in lines:
        piece = line.text.strip()
        if not whole:
            whole = piece
        elif _HYPHEN.search(whole[-2:]) and piece[:1].isalnum():
            is_part = whole.endswith("\u00ad") or _is_parted(whole, piece, lowered, is_prose)
            whole = f"{whole[:-1] if is_part else whole}{piece}"
        else:
            whole += f" {piece}"
    return fold_blanks(whole)


def _is_parted(before: str, after: str, lowered: str, is_prose: bool) -> bool:
    """Tell a word that a line's end parted from one that has a hyphen."""
    if not after[:1].islower():
        return False
    head = before.rsplit(maxsplit=1)[-1].lower().lstrip("([{\"'“‘")
    tail = after.split(maxsplit=1)[0].lower().rstrip(".,:;)?!]”’")
    if f"{head}{tail}" in lowered:
        return False
    if f"{head[:-1]}{tail}" in lowered:
        return True
    return is_prose and head[:-1].rpartition("-")[2] not in words("hyphens", "first_parts")


def _title_of(
    lines: list[PdfLine], content: PdfContent, page: int, body: float, told: tuple[str, ...]
) -> Title | None:
    top = _front(lines)
    blocks = list(_blocks(top, body))
    height = content.pages[page].height
    scored = [
        (_score(block, blocks, body, height, told), -place, block)
        for place, block in enumerate(blocks)
    ]
    if not scored:
        return None
    score, place, best = max(scored)
    if score < _LEAST_SCORE:
        return None
    chosen = _completed(best, blocks[-place + 1 :], body, told)
    text = _without_marks(joined(chosen, content.text), chosen)
    if text.casefold() in words("placeholders", "titles") or not title_key(text):
        return None
    reasons = tuple(_reasons(text, best, blocks, body, told, page))
    agrees = any(title_key(title) == title_key(text) for title in told)
    return Title(text, tuple(chosen), 0.97 if agrees else min(0.9, 0.3 + score / 5), reasons)


def _front(lines: list[PdfLine]) -> list[PdfLine]:
    """Return the lines above the abstract, or above the first section where there is none."""
    heads = words("abstract", "heads") | {"introduction"}
    for place, line in enumerate(lines):
        if first_words(line.text, heads) and place and _is_head(line, lines):
            return lines[:place]
    return lines


def _is_head(line: PdfLine, lines: list[PdfLine]) -> bool:
    """Tell a section's head from a title that begins with the word."""
    largest = max(other.size for other in lines)
    return line.size < 0.95 * largest or line.text.isupper() or len(line.text.split()) == 1


def _blocks(lines: Iterable[PdfLine], body: float) -> Iterator[_Block]:
    blocks: list[_Block] = []
    for line in lines:
        if sum(map(str.isalpha, line.text)) < _LEAST_LETTERS and not _goes_on(line, blocks):
            continue
        if no_title(line.text) and not _goes_on(line, blocks):
            continue
        for block in reversed(blocks[-4:]):
            if block.takes(line, body) and not _begins_names(line, block):
                block.lines.append(line)
                break
        else:
            blocks.append(_Block(line))
    yield from blocks


def _goes_on(line: PdfLine, blocks: list[_Block]) -> bool:
    """Tell whether a short line, or one that looks like none, wraps a title that stands above."""
    if not blocks or not any(map(str.isalnum, line.text)):
        return False
    block = blocks[-1]
    wraps = abs(line.size - block.size) <= _SAME_POINTS and line.face == block.lines[-1].face
    close = 0 < block.lines[-1].base - line.base <= 1.5 * block.size
    return (
        wraps and close and no_title(line.text) != "head of a section" and line.size > _USUAL_BODY
    )


def _begins_names(line: PdfLine, block: _Block) -> bool:
    """Tell a line of authors that is set like the title above it."""
    is_styled = line.face == block.lines[-1].face
    return looks_like_names(line.text) > (_SURE_NAMES if is_styled else _NAMES - 0.05)


def _score(
    block: _Block, blocks: Sequence[_Block], body: float, height: float, told: tuple[str, ...]
) -> float:
    """Return how much a block looks like the title."""
    text = fold_blanks(block.text)
    count = len(text.split())
    ratio = min(3.0, block.size / body)
    score = ratio + 0.5 * (block.lines[0].base / height)
    score += 0.3 * _is_bold(block.lines[0])
    if _has_names_below(block, blocks):
        score += 0.6
    if looks_like_names(text) > _SURE_NAMES and ratio < _TWICE:
        score -= 1.5
    if count <= _FEW_WORDS:
        score -= 0.4
    if (
        count > _MANY_WORDS
        or len(text) > _LONGEST
        or (ratio < _LARGE and len(block.lines) > _MANY_LINES)
    ):
        score -= 1.5
    if block.lines[0].base < 0.3 * height:
        score -= 1.0
    if ratio < _LARGE and not _is_bold(block.lines[0]) and not text.isupper():
        score -= 0.6
    key = title_key(text)
    if len(key) >= _LEAST_KEY and any(
        title_key(title) == key or title_key(title).startswith(key) for title in told
    ):
        score += 2.0
    return score


def _has_names_below(block: _Block, blocks: Sequence[_Block]) -> bool:
    place = blocks.index(block)
    for below in blocks[place + 1 : place + 4]:
        line = below.lines[0]
        names = "".join(sign for sign in line.text if sign not in _MARKS and not sign.isdigit())
        if looks_like_names(names) >= _NAMES:
            return True
    return False


def _completed(
    best: _Block, below: Sequence[_Block], body: float, told: tuple[str, ...]
) -> list[PdfLine]:
    """Return the title's lines: with a subtitle of another size, without what is too much."""
    keys = {title_key(title) for title in told}
    lines = list(best.lines)
    for count in range(1, len(lines)):
        key = title_key(" ".join(line.text for line in lines[:count]))
        if key in keys and len(key) > 2 * _LEAST_KEY:
            return lines[:count]
    for block in below[:2]:
        longer = [*lines, *block.lines]
        if title_key(" ".join(line.text for line in longer)) in keys:
            return longer
    if lines[-1].text.rstrip().endswith(":") and below and below[0].size > _LARGE * body:
        return [*lines, *below[0].lines]
    return lines


def _without_marks(text: str, lines: Sequence[PdfLine]) -> str:
    """Take off what refers to a footnote: a star, or a raised figure at the end."""
    last = lines[-1]
    for span in reversed(last.raised):
        mark = last.text[span.start : span.end].strip()
        is_last = not last.text[span.end :].strip(_MARKS + " ")
        if is_last and mark and len(mark) <= _LONGEST_MARK and text.endswith(mark):
            text = text[: -len(mark)].rstrip()
    stripped = _TRAILING_MARKS.sub("", text)
    return stripped or text


def _is_bold(line: PdfLine) -> bool:
    return _BOLD.search(line.face) is not None


def _titles_of(facts: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for name in ("info:title", "dc:title"):
        for value in facts.get(name, ()):
            title = _TOOL.sub("", value).strip()
            if len(title_key(title)) >= _LEAST_KEY and not _FILE.search(title):
                yield title


def _reasons(
    text: str,
    block: _Block,
    blocks: Sequence[_Block],
    body: float,
    told: tuple[str, ...],
    page: int,
) -> Iterator[str]:
    is_largest = all(block.size >= other.size for other in blocks)
    where = f"page {page + 1}"
    if is_largest and block.size > _LARGE * body:
        yield f"title: largest text on {where}"
    else:
        yield f"title: first text that stands out on {where}"
    if len(block.lines) > 1:
        yield f"title wraps over {len(block.lines)} lines"
    if _has_names_below(block, blocks):
        yield "names below the title"
    if not told:
        yield "no title in the metadata"
    elif any(title_key(title) == title_key(text) for title in told):
        yield "metadata title agrees"
    else:
        yield "metadata title is another: not believed"

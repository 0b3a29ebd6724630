"""Lists of titles, one a line, with years, venues or authors beside them."""

import math
import re
from collections.abc import Iterator

from refman.model import Draft, Identifiers, LeftOver, Span
from refman.normalise import parse_arxiv, parse_doi, title_key
from refman.reading.document import Document
from refman.reading.evidence import looks_like_code, speaks_of_research
from refman.reading.references.headings import is_heading
from refman.reading.references.words import has_conference
from refman.reading.title_lines import TitleLine, parse_title_line

__all__ = ["TITLES", "Titles"]

_HEAD = 12_000
_MARKUP = ("<", "{", "[{", "@", "\\", "%PDF", "From ", "From:")
_MOST, _PLAIN = 0.75, 0.3
_LEAST_LINES, _LEAST_SIGNS = 0.6, 0.6
_FEWEST = 2
_LONGEST = 400
_LEAST_MARKED, _LEAST_BARE = -3.5, -1.5
_LOW, _HIGH, _MARK = 0.2, 0.95, 1.5
_HABIT = 0.5
_MOST_CODE = 0.3
_LEAST_SHOWN, _FEWEST_WORDS = 0.25, 3
_HEADING = re.compile(r"\s*#{1,6}\s|.{0,80}:\s*$")


class Titles:
    """Read a list of titles; a page with abstracts is page_text's."""

    kind = "titles"
    label = "list of titles, one a line"
    links_in_text = True

    def score(self, document: Document) -> float:
        """Return how well this reader fits: whether most lines are titles that a mark shows.

        Where nothing marks them, page_text knows better which of them are titles. In program code,
        data and notes on changes strings and lines are marked too, but tell of no papers.
        """
        head = document.text[:_HEAD]
        if head.lstrip().startswith(_MARKUP) or "](" in head:
            return 0.0
        lines = [line for line in head.splitlines() if line.strip() and not _HEADING.match(line)]
        if len(head) < len(document.text):
            lines = lines[:-1]
        takes_lone_names = _has_lone_names(head)
        parsed = [(line, _parse(line, takes_lone_names=takes_lone_names)) for line in lines]
        titles = [(line, said) for line, said in parsed if said is not None and _is_title(said)]
        marked = [
            (line, said)
            for line, said in titles
            if said.is_marked and said.looks.title > _LEAST_BARE
        ]
        signs = sum(map(len, lines))
        if len(marked) < _FEWEST or _code_share(lines) > _MOST_CODE:
            return 0.0
        shown = sum(_shows_paper(line, said) for line, said in titles)
        if shown < _LEAST_SHOWN * len(titles):
            return 0.0
        if _fits(marked, lines, signs):
            return _MOST * len(marked) / len(lines)
        return _PLAIN if _fits(titles, lines, signs) else 0.0

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield a draft for each line that is a title; all else, and repeats, are left over."""
        takes_lone_names = _has_lone_names(document.text[:_HEAD])
        seen: dict[str, int] = {}
        place = 0
        for number, raw in enumerate(document.text.splitlines(keepends=True), start=1):
            start, place = place, place + len(raw)
            content = raw.strip()
            if not content:
                continue
            first = start + len(raw) - len(raw.lstrip())
            span = Span(first, first + len(content))
            said = _parse(raw, takes_lone_names=takes_lone_names)
            if said is None or not _is_title(said) or is_heading(raw):
                yield LeftOver(span, content, _why(content))
                continue
            if (line := seen.setdefault(title_key(said.title), number)) != number:
                yield LeftOver(span, content, f"repeats the paper at line {line}")
                continue
            yield _draft(said, content, span)


TITLES = Titles()


def _parse(line: str, *, takes_lone_names: bool) -> TitleLine | None:
    if len(line.strip()) > _LONGEST:
        return None
    return parse_title_line(line, takes_lone_names=takes_lone_names)


def _fits(found: list[tuple[str, TitleLine]], lines: list[str], signs: int) -> bool:
    held = sum(len(line) for line, _ in found)
    return len(found) >= _LEAST_LINES * len(lines) and held >= _LEAST_SIGNS * signs


def _code_share(lines: list[str]) -> float:
    """Return how many of the lines look like a program's or like data."""
    return sum(looks_like_code(line.strip()) for line in lines) / len(lines)


def _shows_paper(line: str, said: TitleLine) -> bool:
    """Tell whether a line has more of a paper than marks: names, a venue, words of research."""
    if (
        said.authors
        or parse_arxiv(line)
        or parse_doi(line)
        or has_conference(" ".join(said.beside))
    ):
        return True
    return len(said.title.split()) >= _FEWEST_WORDS and speaks_of_research(said.title)


def _is_title(said: TitleLine) -> bool:
    least = _LEAST_MARKED if said.is_marked else _LEAST_BARE
    return said.looks.title > least and not said.title.endswith((":", "："))


def _has_lone_names(head: str) -> bool:
    """Tell whether most titles have one name behind them, so that it is the author's."""
    parsed = [said for line in head.splitlines() if (said := _parse(line, takes_lone_names=False))]
    named = sum(said.lone_name or bool(said.authors) for said in parsed)
    return named >= max(_FEWEST, _HABIT * len(parsed))


def _why(content: str) -> str:
    if is_heading(content) or content.endswith((":", "：")):
        return "a heading"
    return "no title" if len(content) <= _LONGEST else "too long for a title"


def _draft(said: TitleLine, content: str, span: Span) -> Draft:
    weight = said.looks.title + _MARK * said.is_marked
    sure = 1 / (1 + math.exp(-max(-10.0, min(10.0, weight))))
    reasons = ["line of a list of titles", "no abstract", *said.beside]
    if said.authors:
        reasons.append("authors beside the title")
    return Draft(
        title=said.title,
        authors=said.authors,
        issued=said.issued,
        identifiers=Identifiers(arxiv=parse_arxiv(content), doi=parse_doi(content)),
        span=span,
        confidence=round(max(_LOW, min(_HIGH, sure)), 2),
        reasons=tuple(reasons),
    )

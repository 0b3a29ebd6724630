"""Papers that nobody wrote, and listings of them in every shape that a reader may meet.

Titles and abstracts come from a small grammar over a vocabulary of lamps, bridges, gardens and
maps, so that no text of other people stands in the tests. All is settled by the seed.

    papers = make_papers(100, seed=1)
    text = lay_out(papers, "numbered")
"""

import calendar
import random
import textwrap
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = ["SHAPES", "Paper", "lay_out", "make_papers", "shown_as", "stream_papers"]


@dataclass(frozen=True)
class Paper:
    """A paper as it should be read; ``abstract`` holds paragraphs parted by an empty line."""

    title: str
    authors: tuple[str, ...]
    abstract: str
    links: tuple[str, ...] = ()
    arxiv: str = ""
    date: str = ""


_GRAMMAR = tomllib.loads(
    (Path(__file__).parent / "data" / "papers.toml").read_text(encoding="utf-8")
)
_SMALL = frozenset(_GRAMMAR["small_words"])
_MONTHS = calendar.month_abbr[1:]


def stream_papers(n: int, seed: int = 0) -> Iterator[Paper]:
    """Yield papers one by one; titles differ."""
    chance = random.Random(seed)
    for index in range(n):
        yield _make_paper(chance, index)


def make_papers(n: int, seed: int = 0) -> list[Paper]:
    """Return papers of a grammar's making; titles differ."""
    return list(stream_papers(n, seed))


def _make_paper(chance: random.Random, index: int) -> Paper:
    facts = _facts(chance, index)
    ending = chance.choice(_GRAMMAR["endings"])
    sentences = (
        chance.choice(_GRAMMAR["openings"]),
        *chance.sample(_GRAMMAR["middles"], chance.randint(6, 16)),
        ending,
    )
    people = zip(
        chance.sample(_GRAMMAR["given"], 8), chance.sample(_GRAMMAR["families"], 8), strict=True
    )
    month, year = index % 12, 2020 + index % 6
    return Paper(
        title=_title(chance, facts, index),
        authors=tuple(map(" ".join, people))[: chance.randint(2, 8)],
        abstract=" ".join(sentence.format(**facts) for sentence in sentences),
        links=(facts["link"],) if "{link}" in ending else (),
        arxiv=f"{year - 2000}{month + 1:02d}.{index % 90_000 + 10_000:05d}",
        date=f"{_MONTHS[month]} {chance.randint(1, 28)}, {year}",
    )


def _facts(chance: random.Random, index: int) -> dict[str, str]:
    """Choose what fills a grammar's gaps; the name is the paper's alone."""
    name = "".join(chance.sample(_GRAMMAR["syllables"], 2)).capitalize() + _letters(index)
    field, field2 = chance.sample(_GRAMMAR["fields"], 2)
    method, method2 = chance.sample(_GRAMMAR["methods"], 2)
    host = chance.choice(("https://github.com/lantern-lab/{}", "https://{}.github.io/"))
    return {
        "name": name,
        "name_lower": name.lower(),
        "field": field,
        "Field": field.capitalize(),
        "field2": field2,
        "method": method,
        "Method": method.capitalize(),
        "method2": method2,
        "noun": chance.choice(_GRAMMAR["nouns"]),
        "quality": chance.choice(_GRAMMAR["qualities"]),
        "number": str(chance.randint(20, 900)),
        "number2": str(chance.randint(3, 19)),
        "percent": str(chance.randint(30, 80)),
        "digit": str(chance.randint(1, 9)),
        "link": host.format(name.lower()),
    }


def _letters(index: int) -> str:
    """Write a number in syllables."""
    syllables, letters = _GRAMMAR["syllables"], ""
    while index:
        index, rest = divmod(index, len(syllables))
        letters += syllables[rest]
    return letters


def _title(chance: random.Random, facts: dict[str, str], index: int) -> str:
    """Fill a title in: every 13th is a rare one, every third stands in sentence case."""
    table = _GRAMMAR["rare_titles" if index % 13 == 12 else "titles"]
    form = "as_it_is" if index % 3 == 2 else "headline"
    title = chance.choice(table[form]).format(**facts)
    return title if form == "as_it_is" else _headline(title)


def _headline(title: str) -> str:
    return " ".join(
        word if word in _SMALL and place else "-".join(map(_capital, word.split("-")))
        for place, word in enumerate(title.split(" "))
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


_HEAD = (
    "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n"
    "byAK and the research community\n\nJun 26\n\n"
)


def _blocks(papers: list[Paper], block: Callable[[int, Paper], str], between: str = "\n\n") -> str:
    return between.join(block(number, paper) for number, paper in enumerate(papers, 1)) + "\n"


def _seed(papers: list[Paper]) -> str:
    return _HEAD + _blocks(papers, lambda _, p: f"{p.title}\n\n{p.abstract}")


def _wrap(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
        for part in text.split("\n")
    )


def _wrapped(width: int, between: str, inside: str) -> Callable[[list[Paper]], str]:
    return lambda papers: _blocks(
        papers, lambda _, p: _wrap(p.title, width) + inside + _wrap(p.abstract, width), between
    )


def _numbered(form: str) -> Callable[[list[Paper]], str]:
    return lambda papers: _blocks(
        papers, lambda n, p: f"{form.format(n)} {p.title}\n\n{p.abstract}"
    )


def _votes(papers: list[Paper]) -> str:
    return _HEAD + _blocks(
        papers,
        lambda n, p: (
            f"Submitted by\n\nkeeper{n}\n\n{n * 7 % 90 + 1}\n\n{p.title}\n\n{p.abstract}"
            f"\n\n{len(p.authors)} authors\n\n·\n\n{n % 9}"
        ),
    )


def _cards(papers: list[Paper]) -> str:
    return "Daily Papers\nby AK and the research community\nJun 26\n" + _blocks(
        papers,
        lambda n, p: (
            f"Submitted by\nkeeper-{n}\n{n * 7 % 90 + 1}\n{p.title}\n"
            f"· {len(p.authors)} authors\n{n % 9 + 1}"
        ),
        "\n",
    )


def _some_missing(papers: list[Paper]) -> str:
    return _blocks(papers, lambda n, p: p.title if n % 4 == 0 else f"{p.title}\n\n{p.abstract}")


def _footers(papers: list[Paper]) -> str:
    return _blocks(
        papers,
        lambda n, p: (
            f"{p.title}\n\n{p.abstract}"
            + (f"\n\nPage {n} of 99\n\n© 2025 All rights reserved" if n % 3 == 0 else "")
        ),
    )


def _repeated(papers: list[Paper]) -> str:
    shown = [paper for pair in zip(papers, papers[2:] + papers[:2], strict=True) for paper in pair]
    return _blocks(shown, lambda _, p: f"{p.title}\n\n{p.abstract}")


def _contents_first(papers: list[Paper]) -> str:
    return (
        "\n".join(p.title for p in papers)
        + "\n\n"
        + _blocks(papers, lambda _, p: f"{p.title}\n\n{p.abstract}")
    )


def _labels(papers: list[Paper]) -> str:
    return _blocks(
        papers,
        lambda n, p: (
            f"arXiv:{p.arxiv}\nTitle: {p.title}\nAuthors: {', '.join(p.authors)}\n"
            f"Comments: {n} pages, 4 figures\nSubjects: Computation and Lanterns (cs.LG)\n"
            f"Abstract: {p.abstract}"
        ),
    )


def _spoil(text: str) -> str:
    """Set curly marks in, then read the text's UTF-8 as Latin-1, as a careless program does."""
    return text.replace("'", "’").replace("-", "–").encode().decode("latin-1")


def _paragraphs(text: str) -> str:
    sentences = text.split(". ")
    third = max(1, len(sentences) // 3)
    parts = [sentences[:third], sentences[third : 2 * third], sentences[2 * third :]]
    return ".\n\n".join(". ".join(part) for part in parts if part)


def _paragraphed(width: int | None) -> Callable[[list[Paper]], str]:
    def lay(papers: list[Paper]) -> str:
        def fold(text: str) -> str:
            return _wrap(text, width) if width else text

        return _blocks(papers, lambda _, p: f"{fold(p.title)}\n\n{fold(_paragraphs(p.abstract))}")

    return lay


_LINES = "\n\n"
SHAPES: dict[str, Callable[[list[Paper]], str]] = {
    "seed": _seed,
    "no_blanks": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n{p.abstract}", "\n"),
    "blank_in_paper": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n\n{p.abstract}", "\n"),
    "blank_between": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n{p.abstract}"),
    "wide_gaps": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n\n\n{p.abstract}", "\n\n\n\n"),
    "wrapped_60": _wrapped(60, _LINES, _LINES),
    "wrapped_72": _wrapped(72, _LINES, _LINES),
    "wrapped_100": _wrapped(100, _LINES, _LINES),
    "wrapped_72_blank_between": _wrapped(72, _LINES, "\n"),
    "wrapped_72_blank_in_paper": _wrapped(72, "\n", _LINES),
    "wrapped_60_no_blanks": _wrapped(60, "\n", "\n"),
    "wrapped_72_no_blanks": _wrapped(72, "\n", "\n"),
    "wrapped_100_no_blanks": _wrapped(100, "\n", "\n"),
    "wrapped_titles": lambda ps: _blocks(ps, lambda _, p: f"{_wrap(p.title, 48)}\n\n{p.abstract}"),
    "wrapped_titles_no_blanks": lambda ps: _blocks(
        ps, lambda _, p: f"{_wrap(p.title, 48)}\n{p.abstract}", "\n"
    ),
    "numbered_dot": _numbered("{}."),
    "numbered_bracket": _numbered("[{}]"),
    "numbered_paren": _numbered("({})"),
    "numbered_half_paren": _numbered("{})"),
    "numbered_hash": _numbered("#{}"),
    "numbered_line": lambda ps: _blocks(ps, lambda n, p: f"{n}.\n{p.title}\n{p.abstract}"),
    "bullets": lambda ps: _blocks(ps, lambda _, p: f"• {p.title}\n  {p.abstract}", "\n"),
    "authors": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n{', '.join(p.authors)}\n{p.abstract}"
    ),
    "authors_spaced": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n\n{', '.join(p.authors)}\n\n{p.abstract}"
    ),
    "authors_wrapped": lambda ps: _blocks(
        ps,
        lambda _, p: (
            f"{_wrap(p.title, 72)}\n{_wrap(', '.join(p.authors), 72)}\n\n{_wrap(p.abstract, 72)}"
        ),
    ),
    "authors_after": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n\n{p.abstract}\n\n{', '.join(p.authors)}"
    ),
    "authors_only": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n{' · '.join(p.authors)}"),
    "authors_only_no_blanks": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n{', '.join(p.authors)}", "\n"
    ),
    "votes": _votes,
    "cards": _cards,
    "titles_only": lambda ps: _blocks(ps, lambda _, p: p.title, "\n"),
    "titles_only_spaced": lambda ps: _blocks(ps, lambda _, p: p.title),
    "titles_only_numbered": lambda ps: _blocks(ps, lambda n, p: f"{n}. {p.title}", "\n"),
    "some_abstracts_missing": _some_missing,
    "paragraphs": _paragraphed(None),
    "paragraphs_wrapped": _paragraphed(72),
    "crlf": lambda ps: _seed(ps).replace("\n", "\r\n"),
    "cr": lambda ps: _seed(ps).replace("\n", "\r"),
    "nbsp": lambda ps: _seed(ps).replace(" a ", "\u00a0a\u00a0").replace("\n\n", "\n\u00a0\n"),
    "bom": lambda ps: "\ufeff" + _seed(ps),
    "mojibake": lambda ps: _spoil(_seed(ps)),
    "tab_indented": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n\t{p.abstract}", "\n"),
    "indented": lambda ps: _blocks(ps, lambda _, p: f"  {p.title}\n\n    {p.abstract}"),
    "trailing_blanks": lambda ps: _seed(ps).replace("\n", "  \t\n"),
    "tsv": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\t{p.abstract}", "\n"),
    "tsv_numbered": lambda ps: _blocks(ps, lambda n, p: f"{n}\t{p.title}\t{p.abstract}", "\n"),
    "truncated": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n\n{p.abstract[:180].rstrip()}…"),
    "view_all": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n\n{p.abstract[:180].rstrip()}...\n\nView all"
    ),
    "repeated": _repeated,
    "contents_first": _contents_first,
    "urls_after": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n\n{p.abstract}\n\nhttps://arxiv.org/abs/{p.arxiv}"
    ),
    "urls_under_title": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\nhttps://huggingface.co/papers/{p.arxiv}\n{p.abstract}", "\n"
    ),
    "urls_before": lambda ps: _blocks(
        ps, lambda _, p: f"https://arxiv.org/abs/{p.arxiv}\n{p.title}\n{p.abstract}", "\n"
    ),
    "dates_after": lambda ps: _blocks(
        ps, lambda _, p: f"{p.title}\n\n{p.abstract}\n\nPublished on {p.date}"
    ),
    "dates_under_title": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\n{p.date}\n{p.abstract}"),
    "labels": _labels,
    "abstract_label": lambda ps: _blocks(ps, lambda _, p: f"{p.title}\nAbstract\n{p.abstract}"),
    "keywords": lambda ps: _blocks(
        ps,
        lambda _, p: f"{p.title}\n\n{p.abstract}\n\nKeywords: {', '.join(_GRAMMAR['fields'][:4])}",
    ),
    "footers": _footers,
}
"""Every shape by its name. What each loses, and why, is the business of the test that uses it."""


def lay_out(papers: list[Paper], shape: str) -> str:
    """Return the text of a listing of these papers in a shape of SHAPES."""
    return SHAPES[shape](papers)


def shown_as(paper: Paper, shape: str) -> Paper:
    """Return the paper as a perfect reader reads it in this shape."""
    if shape in {"cards", "titles_only", "titles_only_spaced", "titles_only_numbered"} or (
        shape.startswith("authors_only")
    ):
        return replace(paper, abstract="")
    if shape == "mojibake":
        return replace(paper, title=_spoil(paper.title), abstract=_spoil(paper.abstract))
    if shape.startswith("paragraphs"):
        return replace(paper, abstract=_paragraphs(paper.abstract))
    if shape == "truncated":
        return replace(paper, abstract=f"{paper.abstract[:180].rstrip()}…")
    if shape == "view_all":
        return replace(paper, abstract=f"{paper.abstract[:180].rstrip()}...")
    return paper

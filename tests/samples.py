"""Papers that nobody wrote, and listings of them in every shape that a reader may meet.

Titles and abstracts come from a small grammar over a vocabulary of lamps, bridges, gardens and
maps, so that no text of other people stands in the tests. All is settled by the seed.

    papers = make_papers(100, seed=1)
    text = lay_out(papers, "numbered")
"""

import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

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


_SYLLABLES = "lu mo ra ti ve ka no si pel dor fen gal hir jun kes lom mar nev ost pri".split()
_FIELDS = (
    "lamp lighting|bridge inspection|garden planning|map folding|river crossing|bell tuning|"
    "kite flying|orchard pruning|harbour routing|clock repair|lantern tracking|stair climbing|"
    "bread baking|glass blowing|tide reading|wool spinning|cloud naming|ladder balancing"
).split("|")
_METHODS = (
    "patient sampling|folded attention|two-handed search|slow gradients|quiet rewards|"
    "mirror networks|sparse footpaths|nested baskets|low-rank ropes|soft gates|paired memories|"
    "weighted whispers|layered sketches|woven features|shared compasses|local echoes"
).split("|")
_QUALITIES = (
    "Robust|Efficient|Zero-Shot|Multi-Scale|Self-Supervised|Unified|Adaptive|Long-Horizon|"
    "Few-Shot|Causal|Hierarchical|Open-World|Data-Driven|Lightweight|Interpretable|Streaming"
).split("|")
_NOUNS = (
    "benchmark|framework|data set|planner|model|curriculum|policy|representation|encoder|"
    "protocol|simulator|tokenizer|retriever|controller"
).split("|")
_GIVEN = "Ada Bela Cora Dario Emil Fenna Goran Hana Ivo Jia Kofi Lena Milo Nadia Otis Priya".split()
_FAMILY = (
    "Abelson|Brandt|Castellan|Dvorak|Eriksen|Farrow|Grimaldi|Holloway|Ishikawa|Jansen|Kowalski|"
    "Lindqvist|Moreau|Nakamura|Okafor|Petrov|Quist|Rossi|Silva|Tanaka|van der Meer|Wu|Yilmaz|Zhao"
).split("|")
_OPENINGS = (
    "{Field} has drawn growing interest, yet most systems fail when the weather changes.",
    "We present {name}, a {noun} for {field} that needs no labels and little patience.",
    "Despite recent progress in {field}, the cost of {method} remains far too high for small towns.",
    "How should a machine learn {field} when nobody is there to teach it?",
    "In this paper, we study {field} through the lens of {method}.",
    "$k$-fold {field} is a hard problem whose difficulty grows with the number of hands.",
    "This work asks whether {method} can replace the costly craft of {field}.",
    "Existing approaches to {field} depend on {method}, which breaks at night.",
    "code for {field} is rarely reused, since every workshop keeps its own tools.",
)
_MIDDLES = (
    "Our key idea is to join {method} with {method2}, so that each corrects the other.",
    "To this end, we collect {number} hours of {field} in {number2} towns and release all of it.",
    "Unlike prior work (e.g., tables of {method}), the {noun} keeps a small memory of what it saw.",
    "We further show that {method2} is enough to explain {percent}% of the gain; the rest is luck.",
    "Experiments on {number2} data sets show that it improves the score from {percent}.4 to 9{digit}.1.",
    "However, the cost of one run (i.e., about {number} minutes) stays the same.",
    "A simple ablation reveals three things: (1) size matters little, (2) order matters, and (3) "
    "sleep helps.",
    "The resulting {noun} runs at {number} frames per second on a single board and needs no network.",
    "Notably, agents trained with {method} ask for help less often, even under a shift of domain.",
    "In contrast to {field2}, no map is given, and the agent must plan over {number2} steps.",
    "We also give a bound of $O(n \\log n)$ for the worst case and a matching example.",
    "While earlier {noun}s see one thing at a time, ours keeps several in view and weighs them "
    "against each other before it moves.",
    "Extensive tests in the wild confirm that the gains hold for {field2}, for winter nights, and "
    "for workers who had never met the system before.",
    "At the heart of it lies a two-stage recipe: a broad one on unlabelled records, then a short "
    "one on {number} worked examples chosen by {method2}.",
    "We find that scale alone does not help: doubling the data moves the score by less than "
    "{digit} points, whereas better questions move it by {number2}.",
    "Existing evaluations reward answers that sound right; we therefore measure what was done, "
    "step by step, with a checker that needs no judge.",
    "The {noun} is trained end-to-end with a loss that rewards agreement between what the hands do "
    "and what the eyes expect.",
    "It transfers to {field2} without any change and beats the strongest baseline by {digit}.{digit} "
    "points.",
)
_ENDINGS = (
    "We hope that this work helps others who care for {field}.",
    "These results suggest that {method} deserves a second look.",
    "A study with {number2} volunteers confirms the findings",
    "The limits of the approach are discussed at length.",
    "Code and data are available at {link}.",
    "Our project page is at {link}",
    "All models, tools and logs will be released at {link} .",
)


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
    title = _title(chance, facts, index)
    sentences = [chance.choice(_OPENINGS), *chance.sample(_MIDDLES, chance.randint(6, 16))]
    ending = chance.choice(_ENDINGS)
    abstract = " ".join(sentence.format(**facts) for sentence in (*sentences, ending))
    authors = tuple(
        f"{given} {family}"
        for given, family in zip(chance.sample(_GIVEN, 8), chance.sample(_FAMILY, 8), strict=True)
    )[: chance.randint(2, 8)]
    day, month, year = chance.randint(1, 28), index % 12, 2020 + index % 6
    return Paper(
        title=title,
        authors=authors,
        abstract=abstract,
        links=(facts["link"],) if "{link}" in ending else (),
        arxiv=f"{year - 2000}{month + 1:02d}.{index % 90_000 + 10_000:05d}",
        date=f"{'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[month]} {day}, {year}",
    )


def _facts(chance: random.Random, index: int) -> dict[str, str]:
    name = "".join(chance.sample(_SYLLABLES, 2)).capitalize() + _letters(index)
    field_, field2 = chance.sample(_FIELDS, 2)
    method, method2 = chance.sample(_METHODS, 2)
    host = chance.choice(("https://github.com/lantern-lab/", "https://{}.github.io/"))
    return {
        "name": name,
        "field": field_,
        "Field": field_.capitalize(),
        "field2": field2,
        "method": method,
        "method2": method2,
        "noun": chance.choice(_NOUNS),
        "quality": chance.choice(_QUALITIES),
        "number": str(chance.randint(20, 900)),
        "number2": str(chance.randint(3, 19)),
        "percent": str(chance.randint(30, 80)),
        "digit": str(chance.randint(1, 9)),
        "link": host.format(name.lower()) if "{}" in host else host + name.lower(),
    }


def _letters(index: int) -> str:
    letters = ""
    while index:
        index, rest = divmod(index, 20)
        letters += _SYLLABLES[rest]
    return letters


_TITLES: tuple[Callable[[dict[str, str]], str], ...] = (
    lambda f: _head("{name}: {quality} {field} with {method}", f),
    lambda f: _head("{name}: A {quality} {noun} for {field} and {field2}", f),
    lambda f: _head("{quality} {field} via {method} and {name}", f),
    lambda f: _head("Learning {field} from {method} in the {name} world", f),
    lambda f: _head("Rethinking {field}: when and why {method} helps {name}", f),
    lambda f: "{name}: a {noun} for {field} based on {method} and natural language".format(**f),
    lambda f: _head("can {name} learn {field} without {method}?", f),
    lambda f: _head(
        "towards {quality} {field} with {method}, {method2} and the {name} {noun} for small towns",
        f,
    ),
    lambda f: _head("{number}-{name}: {quality} {field}", f),
    lambda f: _head("{method} is all {name} needs for {field}", f),
    lambda f: "A {noun} for {field} that {name} can share with its neighbours".format(**f),
    lambda f: "{Field} without maps: what {name} learns when {method} fails".format(**f),
)
_RARE_TITLES: tuple[Callable[[dict[str, str]], str], ...] = (
    lambda f: f["name"],
    lambda f: "{name}: tell me where you go, and {field} will follow with {method}".format(
        **f
    ).lower(),
    lambda f: _head("$\\pi_{digit}$-{name}: {field} with {method}", f),
    lambda f: _head("{name} teaches {field}.", f),
    lambda f: _head("{field} in {name}, done right!", f),
    lambda f: "“" + _head("what do you see?”: {field} with {name}", f),
    lambda f: _head(
        "{quality} {field} with {method}, {method2}, a shared {noun} and the hands of {name}: an "
        "account of {number} days in {number2} towns, with notes on {field2}, on the weather, on "
        "what the keepers of the old maps told us, and on the questions that nobody could answer",
        f,
    ),
)
_SMALL = set("a an and at for from in is of on the to via when why with without".split())


def _title(chance: random.Random, facts: dict[str, str], index: int) -> str:
    table = _RARE_TITLES if index % 13 == 12 else _TITLES
    return chance.choice(table)(facts)


def _head(pattern: str, facts: dict[str, str]) -> str:
    """Fill a pattern in and give it the capitals of a headline."""
    words = pattern.format(**facts).split(" ")
    return " ".join(
        word if word in _SMALL and place else "-".join(_capital(part) for part in word.split("-"))
        for place, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


# ---- shapes: one function each, papers in, text out


def _blocks(papers: list[Paper], block: Callable[[int, Paper], str], between: str = "\n\n") -> str:
    return between.join(block(number, paper) for number, paper in enumerate(papers, 1)) + "\n"


_HEAD = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nJun 26\n\n"


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


def _mojibake(papers: list[Paper]) -> str:
    """Set curly marks and accents in, then read their UTF-8 bytes as Windows-1252."""
    return _seed(papers).replace("'", "’").replace("café", "cafÃ©")


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
    "mojibake": _mojibake,
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
        ps, lambda _, p: f"{p.title}\n\n{p.abstract}\n\nKeywords: {', '.join(_FIELDS[:4])}"
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
    if shape.startswith("paragraphs"):
        return replace(paper, abstract=_paragraphs(paper.abstract))
    if shape == "truncated":
        return replace(paper, abstract=f"{paper.abstract[:180].rstrip()}…")
    if shape == "view_all":
        return replace(paper, abstract=f"{paper.abstract[:180].rstrip()}...")
    return paper

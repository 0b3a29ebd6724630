"""How well every kind of listing is read: ``python -m tests.scores [FOLDER]`` prints a table.

A folder holds sub-folders named by kind, and in them FILE beside FILE.truth.json; without one, the
real inputs beside the checkout are read. Each file is read by the reader that fits it best.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from refman.errors import RefmanError
from refman.links import url_key
from refman.model import Draft, LinkKind
from refman.normalise import title_key
from refman.pipeline import read_whole
from refman.plugins import load_readers
from refman.reading.document import read_document
from refman.reading.reader import Reader

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
TRUTH = ".truth.json"
NAMES_OF_IDENTIFIERS = ("arxiv_id", "hf_id", "doi")


class Score(NamedTuple):
    """Hold how one file was read; counts, so that they can be summed."""

    kind: str
    file: str
    reader: str
    titles_right: int = 0
    titles_found: int = 0
    titles_true: int = 0
    links_right: int = 0
    links_false: int = 0
    links_true: int = 0
    kinds_right: int = 0
    identifiers_right: int = 0
    identifiers_true: int = 0

    @property
    def title_precision(self) -> float:
        return _share(self.titles_right, self.titles_found)

    @property
    def title_recall(self) -> float:
        return _share(self.titles_right, self.titles_true)

    @property
    def title_f1(self) -> float:
        return _share(2 * self.titles_right, self.titles_found + self.titles_true)

    @property
    def link_f1(self) -> float:
        missed = self.links_true - self.links_right
        return _share(2 * self.links_right, 2 * self.links_right + self.links_false + missed)

    @property
    def kinds(self) -> float:
        return _share(self.kinds_right, self.links_right)

    @property
    def identifiers(self) -> float:
        return _share(self.identifiers_right, self.identifiers_true)


def score_folder(folder: Path, readers: dict[str, Reader]) -> list[Score]:
    """Return the scores of all files with a truth, by kind and name."""
    return [
        score_file(truth.with_name(truth.name.removesuffix(TRUTH)), truth, readers)
        for truth in sorted(folder.rglob(f"*{TRUTH}"))
    ]


def score_file(file: Path, truth: Path, readers: dict[str, Reader]) -> Score:
    """Return how a file is read; all is missed where it cannot be read."""
    papers = json.loads(truth.read_text(encoding="utf-8"))["papers"]
    try:
        listing = read_whole(read_document(file), readers)
    except RefmanError as error:
        kind, drafts = type(error).__name__, ()
    else:
        kind, drafts = listing.kind, listing.drafts
    return compare(Score(file.parent.name, file.name, kind), drafts, papers)


def compare(score: Score, drafts: tuple[Draft, ...], papers: list[dict[str, Any]]) -> Score:
    """Count what is right: drafts are held against papers of the same title, in their order."""
    by_title: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_title.setdefault(title_key(draft.title), []).append(draft)
    for paper in papers:
        same = by_title.get(title_key(paper["title"]), [])
        score = _counted(score, same.pop(0) if same else None, paper)
    unmatched = (draft for rest in by_title.values() for draft in rest)
    false = sum(len(_not_papers(draft)) for draft in unmatched)
    return score._replace(
        titles_found=len(drafts), titles_true=len(papers), links_false=score.links_false + false
    )


def _counted(score: Score, draft: Draft | None, paper: dict[str, Any]) -> Score:
    true = {url_key(link["url"]): link["kind"] for link in reversed(paper.get("links", []))}
    found = {url_key(link.url): link.kind.value for link in draft.links} if draft else {}
    right = true.keys() & found.keys()
    false = set(_not_papers(draft)) - true.keys() if draft else set()
    named = [(name, paper[name]) for name in NAMES_OF_IDENTIFIERS if paper.get(name)]
    return score._replace(
        titles_right=score.titles_right + (draft is not None),
        links_right=score.links_right + len(right),
        links_false=score.links_false + len(false),
        links_true=score.links_true + len(true),
        kinds_right=score.kinds_right + sum(true[key] == found[key] for key in right),
        identifiers_true=score.identifiers_true + len(named),
        identifiers_right=score.identifiers_right
        + sum(draft is not None and _has(draft, name, value) for name, value in named),
    )


def _not_papers(draft: Draft) -> list[str]:
    """Return the links that count as false where the truth has them not: a paper's page never."""
    return [url_key(link.url) for link in draft.links if link.kind is not LinkKind.PAPER]


def _has(draft: Draft, name: str, value: str) -> bool:
    if name == "doi":
        return (draft.identifiers.doi or "").casefold() == value.casefold()
    arxiv = draft.identifiers.arxiv
    return arxiv is not None and arxiv.id == value.partition("v")[0]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def table(scores: list[Score]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield "| kind | file | read as | titles P | R | F1 | links F1 | kinds | identifiers |"
    yield "|---|---|---|--:|--:|--:|--:|--:|--:|"
    for score in scores:
        figures = (
            score.title_precision,
            score.title_recall,
            score.title_f1,
            score.link_f1,
            score.kinds,
            score.identifiers,
        )
        shown = " | ".join(f"{figure:.3f}" for figure in figures)
        yield f"| {score.kind} | {score.file} | {score.reader} | {shown} |"


def main(arguments: list[str]) -> None:
    """Print the table of a folder, or of the real inputs with the seed."""
    readers = load_readers()
    if arguments:
        scores = score_folder(Path(arguments[0]), readers)
    else:
        seed = CORPUS / "seed"
        listing = next(seed.glob("*.txt"))
        scores = [score_file(listing, seed / "truth.json", readers)]
        scores += score_folder(CORPUS / "listings", readers)
    print("\n".join(table(scores)))


if __name__ == "__main__":
    main(sys.argv[1:])

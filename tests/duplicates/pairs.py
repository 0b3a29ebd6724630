"""The pairs of tests/data/duplicates as entries.

A side has ``title``, ``authors`` and ``editors`` (parted by ";", a body in braces), ``year``,
``type`` (an article of a journal where there is none), ``venue``, ``abstract`` (one of those here),
the identifiers ``doi``, ``arxiv``, ``isbn``, ``pmid``, ``openreview``, and other fields by name.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from refman.model import Date, Doi, Entry, Identifiers, Isbn, ItemType, Name, OpenReviewId, Pmid
from refman.normalise import parse_arxiv, parse_name

FOLDER = Path(__file__).resolve().parent.parent / "data" / "duplicates"

_LONG = (
    "We show how a lamp can be trimmed by touch alone, in the dark and with cold hands. Nine people"
    " who had never held a lamp learnt it within one evening, and kept what they had learnt for a "
    "year. The flame burnt two hours longer than before and gave the same light to all who sat."
)
ABSTRACTS = {
    "long": _LONG,
    "long cut": _LONG[:200] + "…",
    "other": (
        "Moths were counted from a kite that rose above the harbour on forty summer nights. Their "
        "number fell with each new street light, but rose again where the glass was painted amber. "
        "A model of their flight explains why, and says which streets should be dark at midnight."
    ),
}
_FIELDS = {"venue": "container_title", "pages": "page", "chapter": "chapter_number"}
_IDENTIFIERS = {"doi": Doi, "isbn": Isbn, "pmid": Pmid, "openreview": OpenReviewId}


@dataclass(frozen=True)
class Case:
    name: str
    relation: str
    first: Entry
    second: Entry


def people(text: str) -> tuple[Name, ...]:
    return tuple(
        Name(literal="others") if part.strip() == "others" else parse_name(part)
        for part in text.split(";")
        if part.strip()
    )


def make(**side) -> Entry:
    """Return the entry that a side describes."""
    identifiers = {name: of(side.pop(name)) for name, of in _IDENTIFIERS.items() if name in side}
    if "arxiv" in side:
        identifiers["arxiv"] = parse_arxiv(f"arXiv:{side.pop('arxiv')}")
    year = side.pop("year", None)
    abstract = side.pop("abstract", None)
    return Entry(
        type=ItemType(side.pop("type", "article-journal")),
        author=people(side.pop("authors", "")),
        editor=people(side.pop("editors", "")),
        issued=Date(year) if year else None,
        abstract=ABSTRACTS.get(abstract, abstract),
        identifiers=Identifiers(**identifiers),
        **{_FIELDS.get(name, name): value for name, value in side.items()},
    )


def cases() -> list[Case]:
    return [
        Case(f"{file.stem}: {row['name']}", file.stem, make(**row["a"]), make(**row["b"]))
        for file in sorted(FOLDER.glob("*.toml"))
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["pairs"]
    ]

"""An entry and a source's record, made comparable, and what is known of the two."""

import unicodedata
from typing import NamedTuple

import msgspec

from refman.duplicates.judge import Evidence, evidence_of
from refman.duplicates.titles import Likeness, Title
from refman.duplicates.words import Difference, difference
from refman.duplicates.work import Work
from refman.lookup.relations import CORRECTS, PREPRINT, PUBLISHED_AS
from refman.lookup.tables import tables
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.lookup.venues import one_venue
from refman.model import Arxiv, Entry, Identifiers, ItemType, Name
from refman.normalise import ascii_key, significant_words

__all__ = ["Pair", "Wanted", "compare", "is_bare_draft", "names", "work_of"]

_LONGEST_TITLE = 1_000
_LONGEST_ABSTRACT = 20_000
"""Signs that are compared; what a service sends may be of any length."""

_TELLING_WORDS = 4
_TELLING_BYTES = 28
"""A title with so much in it is seldom another paper's of the same authors and year; a Chinese sign
has three bytes, and says as much."""

_ARTICLE_KINDS = frozenset({"journal", "conference"})

_OTHERS = Name(literal="others")


class Wanted:
    """Hold the entry that a record is looked for.

    Attributes:
        entry: as it is.
        work: what it is compared by.
        label: what its title says that it is; None for a paper itself.
    """

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.work = _work(entry, is_open=is_bare_draft(entry))
        self.label = _label(self.work) or ("correction" if entry.extra.get(CORRECTS) else None)


class Pair(NamedTuple):
    """Hold what is known of an entry and a record.

    Attributes:
        known: what two entries are compared by.
        apart: what the record's title says that it is, where the entry's says another thing.
        unusual: the record is of a kind that the entry is not known to be.
        venues: whether both name one journal or conference; None where that is not known.
        is_telling: both titles have enough words to be no other paper's of the same authors.
        persons: how many authors the shorter list has.
        has_title: the entry has one.
        has_same_words: the titles have the same words, but for "the" and its like; no slips.
        versions: the arXiv versions of both, where they differ.
        related: one of the two names the other as its preprint or publication.
    """

    known: Evidence
    apart: str | None
    unusual: str | None
    venues: bool | None
    is_telling: bool
    persons: int
    has_title: bool
    has_same_words: bool
    versions: tuple[int, int] | None
    related: bool

    @property
    def is_alike(self) -> bool:
        """Whether the titles are equal, or but slips differ."""
        return self.known.titles.likeness in {Likeness.EQUAL, Likeness.CLOSE}


def compare(wanted: Wanted, entry: Entry) -> Pair:
    """Return what is known of an entry and a record; nothing but their own fields counts.

    What stands in an abstract, in links or in a note is never an identifier here.
    """
    found = work_of(entry)
    label = _label(found) or ("correction" if entry.extra.get(CORRECTS) else None)
    apart = None
    if label != wanted.label:
        said = " / ".join(sorted(name or "the work itself" for name in (label, wanted.label)))
        apart = f"not the same kind of text: {said}"
    venues = one_venue(wanted.work.entry.container_title, found.entry.container_title)
    return Pair(
        known=_known(wanted.work, found, is_one_venue=venues is True),
        apart=apart,
        unusual=_unusual(wanted.work, found),
        venues=venues,
        is_telling=_is_telling(wanted.work) and _is_telling(found),
        persons=min(len(wanted.work.people.persons), len(found.people.persons)),
        has_title=bool(wanted.work.title.key),
        has_same_words=_has_same_words(wanted.work.title, found.title),
        versions=_versions(wanted.entry.identifiers.arxiv, entry.identifiers.arxiv),
        related=names(wanted.entry, entry) or names(entry, wanted.entry),
    )


def _known(wanted: Work, found: Work, *, is_one_venue: bool) -> Evidence:
    """Return the evidence; a paper of one venue is one, whether as an article or a contribution."""
    known = evidence_of(wanted, found)
    if is_one_venue and frozenset((wanted.kind, found.kind)) == _ARTICLE_KINDS:
        return known._replace(kinds="one", kinds_reason="")
    return known


def _has_same_words(title: Title, other: Title) -> bool:
    differs, _ = difference(title.words, other.words)
    return title.key == other.key or differs is Difference.NOTHING


def _is_telling(work: Work) -> bool:
    """Tell whether a title has enough words to be no other paper's of the same people."""
    title = work.title
    return not title.is_generic and (
        len(significant_words(title.text)) >= _TELLING_WORDS
        or len(title.key.encode("utf-8", "replace")) >= _TELLING_BYTES
    )


def names(entry: Entry, other: Entry) -> bool:
    """Tell whether an entry names another as its preprint or its publication, by DOI."""
    named = f"{entry.extra.get(PUBLISHED_AS, '')},{entry.extra.get(PREPRINT, '')}"
    dois = {part.strip().lower() for part in named.split(",")}
    known = other.identifiers
    own = (known.doi, known.arxiv.doi if known.arxiv else None)
    return any(doi is not None and doi.lower() in dois for doi in own)


def is_bare_draft(entry: Entry) -> bool:
    """Tell whether nobody said what kind of work an entry is: read from a listing, no venue."""
    return (
        entry.type is ItemType.ARTICLE
        and "type" not in entry.provenance
        and not entry.container_title
        and _without_catalogues(entry.identifiers) == Identifiers()
    )


def _without_catalogues(identifiers: Identifiers) -> Identifiers:
    """Return the identifiers that tell a kind: all but a catalogue's own numbers."""
    return msgspec.structs.replace(
        identifiers, semantic_scholar=None, openalex=None, dblp=None, openreview=None
    )


def work_of(entry: Entry) -> Work:
    """Return what an entry is compared by: texts in plain form, no names that are none."""
    return _work(entry, is_open=False)


def _work(entry: Entry, *, is_open: bool) -> Work:
    plain = msgspec.structs.replace(
        entry,
        type=ItemType.DOCUMENT if is_open else entry.type,
        title=title_of((entry.title or "")[:_LONGEST_TITLE]),
        abstract=abstract_of((entry.abstract or "")[:_LONGEST_ABSTRACT]),
        container_title=line_of((entry.container_title or "")[:_LONGEST_TITLE]),
        author=_told(entry.author),
    )
    return Work(plain)


def _told(people: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return names without those that hide or lack one; "others" stands for them."""
    told = tuple(name for name in people if not _is_hidden(name))
    return (*told, _OTHERS) if told and len(told) < len(people) else told


def _is_hidden(name: Name) -> bool:
    parts = (name.given, name.family, name.literal)
    written = "".join(filter(None, parts))
    return not written.strip() or ascii_key(written) in tables().hidden


def _label(work: Work) -> str | None:
    folded = unicodedata.normalize("NFKD", work.title.text.casefold()).strip()
    found = tables().label.search("".join(filter(_is_no_mark, folded)))
    return found.lastgroup.removesuffix("_") if found and found.lastgroup else None


def _is_no_mark(sign: str) -> bool:
    return not unicodedata.combining(sign)


def _unusual(wanted: Work, found: Work) -> str | None:
    """Return the kind of a record that a paper is not; None where the entry is of it too."""
    if found.kind in tables().unusual and wanted.kind != found.kind:
        return found.kind
    return None


def _versions(wanted: Arxiv | None, found: Arxiv | None) -> tuple[int, int] | None:
    if wanted is None or found is None or wanted.id != found.id:
        return None
    if not wanted.version or not found.version or wanted.version == found.version:
        return None
    return wanted.version, found.version

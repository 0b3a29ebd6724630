"""What a format supplies, and what it loses."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from itertools import islice
from operator import attrgetter
from typing import Protocol

import msgspec

from refman.formats.related import RELATED, foreign_fields
from refman.model import Entry, Link, LinkState, Repository, Status

__all__ = ["FEATURES", "Format", "Losses", "Options", "Profile"]


class Profile(Enum):
    """Name a reader that a file can be made for."""

    LATEX = "latex"
    ZOTERO = "zotero"
    PANDOC = "pandoc"


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose for an export.

    Attributes:
        profile: the program that is to read the file; None for the format's own first.
        zotero_links: write links in BibTeX's and BibLaTeX's ``file`` field too.
        protected_words: words whose capitals a style must not change.
    """

    profile: Profile | None = None
    zotero_links: bool = False
    protected_words: frozenset[str] = frozenset()


class Format(Protocol):
    """Write entries as one kind of file.

    A format is found by the entry point group ``refman.formats``.

    Attributes:
        name: its name, as ``--to`` takes it.
        label: its name for people.
        suffixes: with the dot, in lower case; the first is the usual one.
        profiles: those it knows; the first is its own. Empty where there is only one way.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    profiles: tuple[Profile, ...]

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what a file of this format cannot hold: feature (see FEATURES) -> why."""
        ...

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the file's text in pieces, about one an entry; joined they are the whole file."""
        ...


def _present(field: str) -> Callable[[Entry], int]:
    def count(entry: Entry) -> int:
        return int(getattr(entry, field) not in (None, ()))

    return count


def _has_more_than_archived(link: Link) -> bool:
    if link.repository is None:
        return False
    return link.repository != Repository(archived=link.repository.archived)


_OWN = {"provenance", "status"}

_APART = {"citekey", "extra", "identifiers", "provenance", "status", "type"}

FEATURES: Mapping[str, Callable[[Entry], int]] = {
    **{name: _present(name) for name in Entry.__struct_fields__ if name not in _APART},
    "citekey": lambda entry: int(entry.citekey is not None),
    "identifiers": lambda entry: int(any(msgspec.structs.astuple(entry.identifiers))),
    "arxiv.primary_class": lambda entry: int(
        entry.identifiers.arxiv is not None and entry.identifiers.arxiv.primary_class is not None
    ),
    "arxiv.version": lambda entry: int(
        entry.identifiers.arxiv is not None and entry.identifiers.arxiv.version is not None
    ),
    "links.title": lambda entry: len(entry.links),
    "links.roles": lambda entry: sum(len(link.roles) > 1 for link in entry.links),
    "links.promised": lambda entry: sum(link.promised for link in entry.links),
    "links.evidence": lambda entry: sum(link.evidence is not None for link in entry.links),
    "links.state": lambda entry: sum(link.state is not LinkState.UNCHECKED for link in entry.links),
    "links.checked": lambda entry: sum(link.checked is not None for link in entry.links),
    "links.why": lambda entry: sum(link.why is not None for link in entry.links),
    "links.leads_to": lambda entry: sum(link.leads_to is not None for link in entry.links),
    "links.archived": lambda entry: sum(
        bool(link.repository and link.repository.archived) for link in entry.links
    ),
    "links.repository": lambda entry: sum(map(_has_more_than_archived, entry.links)),
    "keywords.automatic": lambda entry: sum([keyword.automatic for keyword in entry.keywords]),
    "status": lambda entry: int(entry.status is not Status.NEEDS_REVIEW),
    "provenance": lambda entry: len(entry.provenance),
    "related": lambda entry: int(RELATED in entry.extra),
    "extra": lambda entry: len(foreign_fields(entry)),
}
"""What an entry can hold that a format may lose: feature -> how many of it an entry has."""


_HAS: Mapping[str, Callable[[Entry], object]] = {
    owner: attrgetter(owner) for owner in ("keywords", "links")
}
"""What tells whether an entry has any of what several features are about: most have no links."""

_AT_ONCE = 128
"""Of how many entries the features are counted together."""


class Losses:
    """Count, while entries pass by, what a format loses of them."""

    def __init__(self, declared: Mapping[str, str]) -> None:
        self._declared = declared
        self._counts: dict[str, int] = dict.fromkeys(declared, 0)

    def watch(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries as they come, and count: some at once, ahead of what is yielded."""
        coming = iter(entries)
        while some := list(islice(coming, _AT_ONCE)):
            having = {owner: list(filter(has, some)) for owner, has in _HAS.items()}
            for name in self._declared:
                owner, _, _ = name.partition(".")
                self._counts[name] += sum(map(FEATURES[name], having.get(owner, some)))
            yield from some

    def report(self) -> list[tuple[str, int, str]]:
        """Return (feature, how many were lost, why) for what was lost, most first.

        What refman alone keeps, and no file of others has a place for, comes last.
        """
        rows = [(name, self._counts[name], why) for name, why in self._declared.items()]
        return sorted((row for row in rows if row[1]), key=lambda row: (row[0] in _OWN, -row[1]))

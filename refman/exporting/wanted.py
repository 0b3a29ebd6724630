"""What is exported: which papers, how, and which files are kept up to date; light to import."""

from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.formats.format import Profile
from refman.model import ChangeSet, EntryId, Holding, Keep, KeptKind, Status

if TYPE_CHECKING:
    from refman.library.reader import Reader

__all__ = ["Exported", "Fate", "Form", "Kept", "Wanted", "keep", "kept_exports"]


class Wanted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Say which papers; those in the bin never are, unless they are named.

    Attributes:
        ids: these; None for what the query finds.
        query: what is asked for; empty for all.
        accepted: of them only those that were accepted.
    """

    ids: tuple[EntryId, ...] | None = None
    query: str = ""
    accepted: bool = False

    def has(self, holding: Holding) -> bool:
        """Tell whether one of these papers is wanted."""
        return not self.accepted or holding.entry.status is Status.ACCEPTED


class Form(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Say how they are written.

    Attributes:
        format: its name.
        profile: the program that is to read the file; None for the format's own first.
        zotero_links: write links in BibTeX's and BibLaTeX's ``file`` field too.
    """

    format: str
    profile: Profile | None = None
    zotero_links: bool = False


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what was written.

    Attributes:
        papers, links: how many.
        losses: feature, how many of it the file does not hold, why; most first.
        backup: where what was there before is kept.
        digest: SHA-256 of the file, in hex.
        unnoted: why the library does not know that it was written; None where it does.
    """

    papers: int
    links: int
    losses: tuple[tuple[str, int, str], ...]
    backup: str | None = None
    digest: str = ""
    unnoted: str | None = None


class Fate(Enum):
    """Name what became of a file that is kept up to date."""

    WRITTEN = "written"
    SAME = "same"  # it holds already what it should
    CHANGED = "changed"  # by another program since; nothing was written


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Describe a file that is kept up to date with a library.

    Attributes:
        path: absolute.
        form, wanted: what it holds; never by ids, which say nothing of papers to come.
    """

    path: str
    form: Form
    wanted: Wanted


def keep(library: "Reader", kept: Kept | None, path: str) -> ChangeSet:
    """Return the change that keeps a file up to date from now on, or, by None, no longer."""
    before = library.kept(KeptKind.EXPORT).get(path)
    after = None if kept is None else msgspec.json.encode((kept.form, kept.wanted)).decode()
    name = Path(path).name
    told = f"Keep {name} up to date" if kept is not None else f"Keep {name} up to date no longer"
    if before == after:
        return ChangeSet(told, ())
    change = Keep(kind=KeptKind.EXPORT, name=path, before=before, after=after)
    return ChangeSet(told, (change,))


def kept_exports(library: "Reader") -> list[Kept]:
    """Return the files that are kept up to date, by their paths."""
    found: list[Kept] = []
    for path, value in library.kept(KeptKind.EXPORT).items():
        with suppress(msgspec.MsgspecError):  # of a later refman
            form, wanted = msgspec.json.decode(value, type=tuple[Form, Wanted])
            found.append(Kept(path=path, form=form, wanted=wanted))
    return found

"""BibTeX, as classic BibTeX and its styles take it: ASCII as far as it goes, dates in parts.

Source: "BibTeXing" (Patashnik 1988); "Tame the BeaST" (Markey 2009).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from refman.formats.format import Format, Options, Profile
from refman.formats.tex import Dialect, dump, records
from refman.formats.tex_lost import lost
from refman.formats.tex_text import ascii_latex
from refman.model import Entry

if TYPE_CHECKING:
    from bibtexparser.library import Library

__all__ = ["BIBTEX", "to_library"]

_DIALECT = Dialect("bibtex", ascii_latex)


class _Bibtex:
    """Write BibTeX."""

    name = "bibtex"
    label = "BibTeX"
    suffixes: tuple[str, ...] = (".bib",)
    profiles: tuple[Profile, ...] = (Profile.LATEX, Profile.ZOTERO)

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what a file cannot hold, or what Zotero would not take from it."""
        return lost(options)

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the file's text, an entry a piece."""
        return dump(entries, _DIALECT, options)


BIBTEX: Format = _Bibtex()
"""The format BibTeX."""


def to_library(entries: Iterable[Entry], options: Options | None = None) -> "Library":
    """Return entries as bibtexparser's objects, for work in a notebook.

    The same fields and values, in the same order, as in the file; values without the braces round
    them, as bibtexparser itself gives them. A month is its macro's name.
    """
    # Slow to import, and no export needs it.
    from bibtexparser.library import Library  # noqa: PLC0415
    from bibtexparser.model import Entry as Block  # noqa: PLC0415
    from bibtexparser.model import Field  # noqa: PLC0415

    return Library(
        [
            Block(record.type, record.key, [Field(name, value) for name, value in record.pairs])
            for record in records(entries, _DIALECT, options or Options())
        ]
    )

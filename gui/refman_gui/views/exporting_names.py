"""Formats that papers are written in, and the names of their files."""

from pathlib import Path
from typing import NamedTuple

from refman.formats.format import Profile

__all__ = ["FORMATS", "FormatRow", "file_for", "fits", "format_told", "renamed"]


class FormatRow(NamedTuple):
    """Hold what is asked of a format before it is loaded.

    Attributes:
        name, label: as the core calls it, and people do.
        suffixes: with the dot; the first is the usual one.
        profiles: programs that its file can be made for.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    profiles: tuple[Profile, ...] = ()


FORMATS = (
    FormatRow("bibtex", "BibTeX", (".bib",), (Profile.LATEX, Profile.ZOTERO)),
    FormatRow("biblatex", "BibLaTeX", (".biblatex.bib",), (Profile.LATEX, Profile.ZOTERO)),
    FormatRow("csl_json", "CSL-JSON", (".json",), (Profile.ZOTERO, Profile.PANDOC)),
    FormatRow("csl_yaml", "CSL-YAML", (".yaml", ".yml")),
    FormatRow("ris", "RIS", (".ris",)),
    FormatRow("zotero_rdf", "Zotero RDF", (".rdf",)),
    FormatRow("endnote_xml", "EndNote XML", (".xml",)),
    FormatRow("csv", "CSV", (".csv",)),
    FormatRow("markdown", "Markdown", (".md",)),
)
"""A test holds it against the formats, which are slow to load."""


def _suffix_of(name: str) -> str:
    """Return the longest suffix of a format that a file's name ends with; empty where none."""
    lowered = name.lower()
    known = (suffix for row in FORMATS for suffix in row.suffixes)
    alone = Path(lowered).name
    return max(
        (one for one in known if lowered.endswith(one) and alone != one), key=len, default=""
    )


def format_told(name: str) -> FormatRow | None:
    """Return the format that a file's name tells; None where it tells none."""
    suffix = _suffix_of(name)
    return next((row for row in FORMATS if suffix in row.suffixes), None)


def fits(name: str, row: FormatRow) -> bool:
    """Tell whether a file's name tells no other format; BibLaTeX stands in a ``.bib`` too."""
    suffix = _suffix_of(name)
    return any(own.endswith(suffix) for own in row.suffixes)


def renamed(name: str, row: FormatRow) -> str:
    """Return a file's name with the suffix of a format in place of another one's."""
    suffix = _suffix_of(name)
    if not suffix or suffix in row.suffixes:
        return name
    return name[: -len(suffix)] + row.suffixes[0]


def file_for(name: str, row: FormatRow) -> Path | None:
    """Return the file that is written where a name is given, with a suffix where it has none.

    Args:
        name: a whole path, or one from the folder that the program was started in, or from "~".
        row: the format.

    Returns:
        Its whole path; None where nothing is named, or the name stands for no place.
    """
    if not name:
        return None
    try:
        path = Path(name).expanduser().absolute()
    except (OSError, RuntimeError):  # of no user that there is; the folder of the start is gone
        return None
    if path.suffix or _is_folder(path):  # that it is a folder is told when it is to be written
        return path
    return path.with_name(path.name + row.suffixes[0])


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False

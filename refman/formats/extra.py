"""Lines for Zotero's Extra field, which takes ``Label: value`` for a field if it knows the label.

That is a way in for what an item type has no field for, and a trap: a link as ``Code: https://…``
is printed as the journal. So labels come from the crosswalk alone, which has safe ones, and text of
other people is kept from looking like a label.

Source: measured on Zotero 9.0.6 and 10.0.1; https://www.zotero.org/support/kb/item_types_and_fields
("Citing fields from Extra").
"""

import re

from refman.formats.addresses import address, is_web, remarks
from refman.formats.crosswalk import link_names, rows
from refman.formats.plain import plain, verbatim_line
from refman.model import Entry, Link
from refman.normalise import fold_blanks

__all__ = ["harmless_lines", "identifier_lines", "labelled", "link_line"]

_LABEL = re.compile(r"[^\W\d_][^:：\n]*[:：]")
_IDENTIFIERS = ("pmid", "openreview", "dblp", "semantic_scholar", "openalex")


def labelled(field: str, value: str) -> str:
    """Return a line that gives a field's value under its label: "Event Place: Lisbon"."""
    return _without_fields(f"{rows('zotero_extra')[field]['label']}: {value}")


def identifier_lines(entry: Entry) -> list[str]:
    """Return a line for each identifier that Zotero has no field for; arXiv's, as its own, first.

    ``arXiv:2506.18701 [cs.CV]`` is what Zotero itself writes for an arXiv paper.
    """
    lines: list[str] = []
    if (arxiv := entry.identifiers.arxiv) is not None:
        class_ = f" [{arxiv.primary_class}]" if arxiv.primary_class else ""
        lines.append(_without_fields(verbatim_line(f"arXiv:{arxiv.id}{class_}")))
    return lines + [
        labelled(field, verbatim_line(value))
        for field in _IDENTIFIERS
        if (value := getattr(entry.identifiers, field))
    ]


def link_line(link: Link) -> str:
    """Return a line for a link: "Project Page: https://x.example/ (code; promised)"."""
    url = address(link.url).replace("{:", "%7B:")
    said = remarks(link)
    line = f"{link_names(link.kind).extra}: {url}" + (f" ({said})" if said else "")
    return line if is_web(url) else f"- {line}"


def harmless_lines(text: str) -> list[str]:
    """Return a text's lines, each so that Zotero and citeproc take it for nothing but text.

    A line that begins with a label gets a hyphen before it.
    """
    lines = (_without_fields(fold_blanks(line)) for line in plain(text).split("\n"))
    return [f"- {line}" if _LABEL.match(line) else line for line in lines if line]


def _without_fields(line: str) -> str:
    """Part the signs of citeproc's ``{:label: value}``, which may stand anywhere in a line."""
    return line.replace("{:", "{ :")

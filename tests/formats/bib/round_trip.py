"""Entries written and read again, and what may differ then, since the writers cannot hold it."""

import re

import msgspec

from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX
from refman.formats.format import Options
from refman.formats.plain import writable
from refman.formats.preprints import completed
from refman.links import canonical_url
from refman.model import Entry, ItemType
from refman.normalise import clean_text, fold_blanks
from tests.formats.bib.told import entries_of
from tests.formats.tex_reader import folded

FORMATS = (BIBTEX, BIBLATEX)
APART = {"citekey", "collections", "provenance", "source", "status", "type"}
LINES = {"abstract", "notes"}
_UNSOUND = re.compile(r"\\\$")


def dumped_and_read(entries, format_):
    """Pairs of an entry and what a file says of it."""
    entries = list(entries)
    read = entries_of("".join(format_.dump(entries, Options())))
    return list(zip(entries, read, strict=True))


def differences(entry: Entry, again: Entry, *, types=False):
    """Fields that differ beyond what the formats declare and what prints alike."""
    names = [
        name for name in Entry.__struct_fields__ if name not in APART or (types and name == "type")
    ]
    pairs = {name: (normal(entry, name), normal(again, name)) for name in names}
    return {
        name: pair
        for name, pair in pairs.items()
        if pair[0] != pair[1] and not gained(entry, name, pair[1])
    }


def gained(entry, name, after):
    """What a preprint has by being on arXiv, and a doctor's thesis by its type, is written out."""
    full = completed(entry)
    if name == "genre" and entry.type is ItemType.THESIS:
        return after == "PhD thesis"
    return (
        entry.type is ItemType.ARTICLE
        and name in {"publisher", "url"}
        and (after == normal(full, name))
    )


def normal(entry: Entry, name: str):
    """A field in the form in which it comes back."""
    value = getattr(entry, name)
    if name == "identifiers":
        arxiv = value.arxiv and msgspec.structs.replace(value.arxiv, version=None)
        doi = value.doi or (arxiv and entry.type is ItemType.ARTICLE and arxiv.doi) or None
        return msgspec.structs.replace(value, arxiv=arxiv, doi=doi)
    if name == "links":
        return sorted({(link.kind.value, canonical_url(link.url)) for link in value})
    if name == "extra":  # a name with signs that BibTeX forbids is written without them
        return sorted(filter(None, map(text, value.values())))
    if name == "keywords":
        return [text(keyword.text) for keyword in value]
    if name == "notes":
        return [part for note in value for part in paragraphs(note)]
    if name == "abstract":
        return paragraphs(value or "")
    return text(value) if isinstance(value, str) else value


def paragraphs(value):
    return [text(part) for part in re.split(r"\n\s*\n", value.replace("\r\n", "\n")) if text(part)]


def text(value):
    """A text on one line, with what prints alike made one."""
    value = value.replace("‐", "-").replace("‑", "-")
    return folded(fold_blanks(clean_text(_UNSOUND.sub("$", writable(value))))) or None

r"""Links and files of an entry as values of a .bib file.

A kind of link has a field of its own, of addresses parted by blanks. The field ``file``, which
JabRef and Zotero share, holds titled parts: ``Code:https\://github.com/a/b:text/html;…``.

Source: https://docs.jabref.org/finding-sorting-and-cleaning-entries/filelinks; measured on Zotero
9.0.6 and 10.0.1, which drops a part that has not one or three fields.
"""

import re

from refman.formats.addresses import is_web
from refman.formats.crosswalk import link_names
from refman.formats.tex_text import tidy, verbatim
from refman.model import Attachment, Entry, Link, LinkKind

__all__ = ["file_parts", "link_urls"]

_PAGE = "text/html"
_PARTING = re.compile(r"([\\:;])")
_NO_MEDIA_TYPE = re.compile(r"[^A-Za-z0-9.+/-]")
_TITLE_BRACES = str.maketrans("{}", "｛｝")
_PATH_BRACES = str.maketrans({"{": "%7B", "}": "%7D"})


def link_urls(links: tuple[Link, ...], kind: LinkKind) -> str:
    """Return the addresses of a kind, each once, parted by blanks; empty where there is none."""
    return " ".join(dict.fromkeys(verbatim(link.url) for link in links if link.kind is kind))


def file_parts(entry: Entry, *, with_links: bool) -> str:
    """Return the parts of the field ``file``: an entry's files, then its links if they are wanted.

    An address that is not of the web is no part: a click on it could do anything.
    """
    parts = [_part(file.title, file.path, _media_type(file)) for file in entry.attachments]
    if with_links:
        parts += [
            _part(link_names(link.kind).label, verbatim(link.url), _PAGE)
            for link in entry.links
            if is_web(link.url)
        ]
    return ";".join(parts)


def _part(title: str, path: str, media_type: str) -> str:
    """Return one part; its braces are replaced, since a reader takes it without reading TeX."""
    shown = _PARTING.sub(r"\\\1", tidy(title).translate(_TITLE_BRACES))
    place = _PARTING.sub(r"\\\1", tidy(path).translate(_PATH_BRACES))
    return f"{shown}:{place}:{_NO_MEDIA_TYPE.sub('', media_type)}"


def _media_type(file: Attachment) -> str:
    if file.media_type is not None:
        return file.media_type
    return _PAGE if is_web(file.path) else "application/pdf" if file.path.endswith(".pdf") else ""

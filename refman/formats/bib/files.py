r"""Files in the field ``file``: titled parts as JabRef, Zotero and Mendeley write them.

``Title:path:type`` with ``\:``, ``\;`` and ``\\`` for what is not parting; without title or type
too; or a bare path. Programs that escape for TeX as well write ``C$\backslash$:/x\_y.pdf``.

Source: https://docs.jabref.org/finding-sorting-and-cleaning-entries/filelinks; Zotero's and
Mendeley's exports.
"""

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from refman.formats.addresses import is_web
from refman.formats.bib.latex import verbatim_of
from refman.formats.crosswalk import rows
from refman.model import Attachment, LinkKind

__all__ = ["Part", "file_parts", "link_kind"]

_HTML, _PDF = "text/html", "application/pdf"
_TEX_ESCAPE = re.compile(r"\$\\backslash\$|\{?\\textbackslash(?:\{\})?\}?")
_PARTING = re.compile(r"\\(.)|([:;])", re.DOTALL)
_DRIVE = re.compile(r"[A-Za-z]")
_SCHEME = re.compile(r"(?:https?|ftp|file)", re.IGNORECASE)
_NAME = re.compile(r"[^/\\]+(?=[/\\]*\Z)")
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")


class Part(NamedTuple):
    """Hold a part as written: title, path, type; what is missing is empty."""

    title: str
    path: str
    type: str


def file_parts(value: str) -> list[Attachment]:
    """Return the files that a value names; a title that it does not give is the file's name."""
    return [_attachment(part) for part in _parts(value) if part.path]


def link_kind(file: Attachment) -> LinkKind | None:
    """Return what kind of link a file is that our own writer put there; None for others."""
    if file.media_type is None and is_web(file.path):
        return _labels().get(file.title)
    return None


def _attachment(part: Part) -> Attachment:
    path = part.path
    name = _NAME.search(path)
    written = part.type.strip()
    media_type: str | None = _media_types().get(written.casefold())
    if media_type is None and _MEDIA_TYPE.fullmatch(written):
        media_type = written
    if media_type == _HTML and is_web(path):
        media_type = None
    if not written and path.endswith(".pdf"):
        media_type = _PDF
    return Attachment(part.title or (name.group() if name else path), path, media_type)


def _parts(value: str) -> list[Part]:
    """Cut a value at its semicolons, and each part at its colons."""
    value = _TEX_ESCAPE.sub(r"\\", value) if "backslash" in value else value
    parts: list[Part] = []
    fields: list[str] = [""]
    done = 0
    for found in _PARTING.finditer(value):
        fields[-1] += value[done : found.start()]
        done = found.end()
        escaped, sign = found.groups()
        if escaped is not None:
            fields[-1] += escaped if escaped in "\\:;" else f"\\{escaped}"
        elif sign == ":":
            fields.append("")
        else:
            parts.append(_part(fields))
            fields = [""]
    fields[-1] += value[done:]
    parts.append(_part(fields))
    return parts


def _part(fields: list[str]) -> Part:
    """Return a part by its fields; colons that nobody escaped are a drive's or an address's."""
    fields = _mended(fields)
    if len(fields) == 1:
        title, path, type_ = "", fields[0], ""
    elif len(fields) == 2:  # noqa: PLR2004 - path and type
        title, path, type_ = "", fields[0], fields[1]
    else:
        title, path, type_ = fields[0], ":".join(fields[1:-1]), fields[-1]
    return Part(verbatim_of(title), verbatim_of(path), verbatim_of(type_))


def _mended(fields: list[str]) -> list[str]:
    mended: list[str] = []
    for field in fields:
        before = mended[-1].strip() if mended else ""
        is_drive = _DRIVE.fullmatch(before) and field[:1] in ("\\", "/")
        is_address = _SCHEME.fullmatch(before) and field.startswith("//")
        if is_drive or is_address:
            mended[-1] = f"{before}:{field}"
        else:
            mended.append(field)
    return mended


@functools.cache
def _media_types() -> Mapping[str, str]:
    return {name: row["type"] for name, row in rows("read_bib_media").items()}


@functools.cache
def _labels() -> Mapping[str, LinkKind]:
    return {row["label"]: LinkKind(kind) for kind, row in rows("links").items()}

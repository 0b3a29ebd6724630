"""What a check found, in the window's words: it names fields and types as a .bib file does."""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from refman.formats.crosswalk import rows
from refman_gui.core_texts import core_text
from refman_gui.field_labels import field_label, type_label

__all__ = ["finding_text"]

_LACKS = re.compile(r"@\S* lacks (.+)")
_UNKNOWN_TYPE = re.compile(r"Zotero drops the whole entry: it does not know @\S*")
_DROPS = re.compile(r"(?<=Zotero drops )\S+(?:, \S+)*(?= when it reads the file\Z)")
_FIRST_WORD = re.compile(r"[\w-]+(?= (?:has|was) )")
_NAMING_FIRST = frozenset({"latex-sign", "html-entity", "unsafe-command", "mojibake"})
"""Rules of which what they say begins with a field's name."""

_BY_FORM = {
    "file": "attachments",
    "keywords": "keywords",
    "links": "links",
    "notes": "notes",
    "place": "publisher_place",
}
_BY_PART = {
    "arxiv": "arxiv",
    "date": "issued",
    "day": "issued",
    "eprint": "arxiv",
    "month": "issued",
    "year": "issued",
}
"""Of fields that are read together with others, or into a list, where they go."""


def finding_text(rule: str, message: str, type_: str) -> str:
    """Return what a rule says of a paper as the window shows it.

    Args:
        rule: its name.
        message: what it says.
        type_: CSL's word for the paper's type; "" where it is not known.
    """
    if rule == "missing-required" and (found := _LACKS.fullmatch(message)):
        text = QCoreApplication.translate("Findings", "{type} lacks: {fields}")
        return text.format(type=type_label(type_), fields=_labels(found[1]))
    if rule == "zotero-drops-entry" and _UNKNOWN_TYPE.fullmatch(message):
        text = QCoreApplication.translate(
            "Findings", "Zotero drops the whole paper: it does not know this type ({type})"
        )
        return text.format(type=type_label(type_))
    if rule == "zotero-drops":
        message = _DROPS.sub(lambda names: _labels(names[0]), message)
    elif rule in _NAMING_FIRST and (found := _FIRST_WORD.match(message)):
        quoted = QCoreApplication.translate("Findings", '"{field}"').format(field=_label(found[0]))
        message = quoted + message[found.end() :]
    return core_text(message)


def _labels(names: str) -> str:
    """Return what fields are called, each once."""
    return ", ".join(dict.fromkeys(map(_label, names.split(", "))))


@cache
def _own_names() -> dict[str, str]:
    """Return the entry's name of each field that a .bib file may have."""
    own: dict[str, str] = {}
    for name, row in rows("read_bib").items():
        field = row.get("field", "")
        is_part = row["form"] == "part"
        own[name] = _BY_PART.get(field, name) if is_part else _BY_FORM.get(row["form"], field)
    return own


def _label(name: str) -> str:
    return field_label(_own_names().get(name) or name)

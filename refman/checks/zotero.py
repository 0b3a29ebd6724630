"""What Zotero drops or takes for something else.

Source: measured on Zotero 9.0.6 and 10.0.1; https://www.zotero.org/support/kb/item_types_and_fields
"""

import re
from collections.abc import Iterator

from refman.checks.finding import Found
from refman.checks.subject import Context, Subject
from refman.checks.tables import words

__all__ = ["CHECKS"]

_LABEL = re.compile(r"^([A-Za-z][A-Za-z -]{0,30}?)\s{0,3}:\s*\S", re.MULTILINE)
_COMMAND = re.compile(r"\\([A-Za-z]+)")


def _zotero_drops(subject: Subject, _: Context) -> Iterator[Found]:
    dropped = [field for field in subject.fields if field.name in words("zotero_drops")]
    if dropped:
        names = ", ".join(dict.fromkeys(field.name for field in dropped))
        yield Found(dropped[0].span, f"Zotero drops {names} when it reads the file")


def _zotero_drops_entry(subject: Subject, _: Context) -> Iterator[Found]:
    if subject.type in words("zotero_drops_types"):
        yield Found(
            subject.key_span, f"Zotero drops the whole entry: it does not know @{subject.type}"
        )


def _zotero_command(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("title")
    if field is None or "\\" not in field.text:
        return
    found = [name for name in _COMMAND.findall(field.text) if name in words("zotero_commands")]
    if found:
        shown = ", ".join(f"\\{name}" for name in dict.fromkeys(found))
        yield Found(field.span, f"Zotero does not understand {shown} in the title")


def _extra_label(subject: Subject, _: Context) -> Iterator[Found]:
    """A line of Zotero's Extra field whose label Zotero takes for a field of its own."""
    extra = subject.extra
    if extra is None:
        return
    unsafe = [name for name in _LABEL.findall(extra.text) if name.lower() in words("unsafe_labels")]
    if unsafe:
        shown = ", ".join(dict.fromkeys(unsafe))
        yield Found(extra.span, f"Zotero takes this line of Extra for a field: {shown}")


CHECKS = {
    "zotero-drops": _zotero_drops,
    "zotero-drops-entry": _zotero_drops_entry,
    "zotero-command": _zotero_command,
    "extra-label": _extra_label,
}

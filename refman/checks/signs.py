"""Signs that LaTeX, or what came before it, gets wrong."""

import re
import sys
from collections.abc import Iterator
from html.entities import html5

from refman.checks.finding import Found, Replacement
from refman.checks.subject import Context, Subject, Written
from refman.checks.tables import words
from refman.model import Span
from refman.normalise.text import mend_mojibake

__all__ = ["CHECKS"]

_MASKED = re.compile(
    r"\\(?:url|href|path|nolinkurl|doi|cite[a-z]{0,10}|ref|label|verb)\s{0,3}\{[^{}]*\}"
    r"|\$[^$]*\$|\\\([^)]{0,300}\\\)|\\ensuremath\{[^{}]*\}|\\\\|\\[&#%_$]"
)
_RAW = re.compile(r"[&#%_]")
_ENTITY = re.compile(r"\\?&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_NESTED = re.compile(r"(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""What stands behind ``&amp;`` where an entity was escaped once more."""
_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.")
_UNSAFE = re.compile(
    r"\\(?:input|include|includegraphics|write|immediate|openout|openin|read|catcode|csname|def|edef"
    r"|gdef|xdef|let|newcommand|renewcommand|usepackage|directlua|special|everyjob|loop)(?![A-Za-z])"
)
_PLAIN_SIGNS = {'"', "'", " ", "-", "–", "—", "‘", "’", "“", "”", "…"}
_FIXABLE = {"&", "#", "%"}
_SURROGATES = range(0xD800, 0xE000)


def _latex_sign(subject: Subject, _: Context) -> Iterator[Found]:
    r"""Signs that LaTeX takes for its own in what styles print; ``%`` hides the rest of a line."""
    for field in subject.fields:
        if field.name not in words("printed") or not field.is_plain:
            continue
        masked = _MASKED.sub(lambda found: " " * len(found[0]), field.text)
        masked = _ENTITY.sub(lambda found: " " * len(found[0]), masked)
        found = list(_RAW.finditer(masked))
        if not found:
            continue
        signs = " ".join(sorted({sign[0] for sign in found}))
        start = field.span.start
        if _ADDRESS.search(masked):
            message = (
                rf"{field.name} has an address outside of \url{{…}}: LaTeX stumbles over {signs}"
            )
            yield Found(field.span, message)
            continue
        fix = tuple(
            Replacement(Span(start + sign.start(), start + sign.end()), f"\\{sign[0]}")
            for sign in found
            if sign[0] in _FIXABLE
        )
        message = rf"{field.name} has {signs} without a backslash: LaTeX takes it for its own"
        yield Found(Span(start + found[0].start(), start + found[0].end()), message, fix)


def _html_entity(subject: Subject, _: Context) -> Iterator[Found]:
    for field in subject.fields:
        if field.name in words("files") or not field.is_plain:
            continue
        known = list(_entities(field.text))
        if not known:
            continue
        at = field.span.start
        fix = tuple(
            Replacement(Span(at + start, at + end), text)
            for start, end, name in known
            if (text := _written(name, field)) is not None
        )
        start, end, _name = known[0]
        message = f"{field.name} has {field.text[start:end]}, which is HTML"
        yield Found(Span(at + start, at + end), message, fix)


def _entities(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each entity, one that was escaped again and again as one."""
    for found in _ENTITY.finditer(text):
        name, end = found[1], found.end()
        if not _meant(name):
            continue
        while _meant(name) == "&" and (more := _NESTED.match(text, end)) and _meant(more[1]):
            name, end = more[1], more.end()
        yield found.start(), end, name


def _meant(name: str) -> str | None:
    """Return the sign that an entity stands for, or None where it is none."""
    if name[0] != "#":
        return html5.get(f"{name};")
    code = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
    is_sign = ord(" ") <= code <= sys.maxunicode and code not in _SURROGATES
    return chr(code) if is_sign else None


def _written(name: str, field: Written) -> str | None:
    """Return how such a sign is written in a field; None where a person must choose."""
    meant = _meant(name)
    if meant == "&":
        return "&" if field.name in words("addresses") else r"\&"
    if meant == '"' and field.is_quoted:
        return '{"}'  # a bare one would end the value
    if meant is not None and (meant.isalpha() or meant in _PLAIN_SIGNS):
        return meant
    return None


def _mojibake(subject: Subject, _: Context) -> Iterator[Found]:
    texts = [(field.name, field.span, field.text) for field in subject.fields]
    if not texts:
        entry = subject.entry
        told = (("title", entry.title), ("container_title", entry.container_title))
        texts = [(name, subject.key_span, text) for name, text in told if text]
    for name, span, text in texts:
        if text.isascii() or name in words("files"):
            continue
        if "\N{REPLACEMENT CHARACTER}" in text:
            yield Found(span, f"{name} has lost signs on its way (\N{REPLACEMENT CHARACTER})")
        elif mend_mojibake(text) != text:
            yield Found(span, f"{name} was read in a wrong encoding once: {text[:40]}")


def _unsafe_command(subject: Subject, _: Context) -> Iterator[Found]:
    for field in subject.fields:
        if "\\" not in field.text or field.name in words("files"):
            continue
        if (found := _UNSAFE.search(field.text)) is not None:
            start = field.span.start + found.start()
            message = f"{field.name} has {found[0]}, which makes LaTeX do more than print"
            yield Found(Span(start, start + len(found[0])), message)


CHECKS = {
    "latex-sign": _latex_sign,
    "html-entity": _html_entity,
    "mojibake": _mojibake,
    "unsafe-command": _unsafe_command,
}

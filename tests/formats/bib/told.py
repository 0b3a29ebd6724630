"""Blocks and records as short lines, for tables of cases."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from refman.formats.bib.read import read_bib
from refman.formats.bib.scan import scan
from refman.model import Entry, Record

DATA = Path(__file__).resolve().parents[2] / "data" / "formats" / "bib"


def cases(name):
    """The rows of ``cases`` in a table, as parameters named by what they show."""
    rows = tomllib.loads((DATA / name).read_text(encoding="utf-8"))["cases"]
    names = [row[0] for row in rows]
    assert len(set(names)) == len(names)
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def told_blocks(text):
    """One line a block that is not blank: kind, type, key, fields, what is at fault and where."""
    return [
        told_block(text, block) for block in scan(text) if text[block.start : block.end].strip()
    ]


def told_block(text, block):
    kind = block.kind.value
    if kind == "text":
        return f"text {text[block.start : block.end].strip()}"
    line = f"{kind} @{block.type}"
    if kind in ("comment", "preamble", "broken"):
        line += f" {text[block.start : block.end]}"
    if block.key:
        line += f" {block.key}"
    line += "".join(
        f" | {field.name} = {text[field.value_start : field.value_end]}" for field in block.fields
    )
    return line + "".join(
        f" ! {problem.why}: {text[problem.span.start : problem.span.end]}"
        for problem in block.problems
    )


def entries_of(text):
    """The entries that a file gives."""
    return [piece.entry for piece in read_bib(text) if isinstance(piece, Record)]


def record_of(text):
    """The only record of a file."""
    (record,) = [piece for piece in read_bib(text) if isinstance(piece, Record)]
    return record


def shown(entry: Entry):
    """An entry as plain data: dates as text, names as parts, keywords as texts, no spans."""
    data = msgspec.to_builtins(entry)
    for name in ("issued", "accessed", "original_date", "event_date"):
        if name in data:
            data[name] = str(getattr(entry, name))
    if entry.keywords:
        data["keywords"] = [keyword.text for keyword in entry.keywords]
    if entry.links:
        data["links"] = [[link.kind.value, link.url] for link in entry.links]
    return msgspec.to_builtins(msgspec.json.decode(msgspec.json.encode(data)))

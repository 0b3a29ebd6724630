"""The readers of plain lists and of conferences' pages, each with its samples."""

import json
from pathlib import Path

import msgspec

from refman.model import Draft, Entry, LeftOver, Record
from refman.reading.document import Document, read_document
from refman.reading.reader import Reader
from refman.reading.readers.identifiers import IDENTIFIERS
from refman.reading.readers.openreview import OPENREVIEW
from refman.reading.readers.reference_strings import REFERENCE_STRINGS
from refman.reading.readers.titles import TITLES
from tests.reading.readers.recorded import _shown as shown_draft
from tests.reading.readers.recorded import samples

OWN: dict[str, tuple[Reader, list[Path]]] = {
    "identifiers": (IDENTIFIERS, samples("identifiers", ".txt", ".md", ".csv")),
    "openreview": (OPENREVIEW, samples("conference", ".html", ".json", ".jsonl")),
    "reference_strings": (REFERENCE_STRINGS, samples("references", ".txt")),
    "titles": (TITLES, samples("titles", ".txt", ".md")),
}
READERS = [reader for reader, _ in OWN.values()]
CASES = [(reader, path) for reader, paths in OWN.values() for path in paths]


def read_list(reader: Reader, text: str) -> list[Draft | Record | LeftOver]:
    """What a reader reads in a text, held against its promises."""
    document = Document(source="a list", text=text)
    assert 0.0 <= reader.score(document) <= 1.0
    pieces = list(reader.read(document))
    done = 0
    for piece in pieces:
        start, end = piece.span.start, piece.span.end
        assert done <= start < end
        assert not text[done:start].strip(), "text that belongs to no piece"
        if isinstance(piece, LeftOver):
            assert text[start:end] == piece.text
            assert piece.why
        elif isinstance(piece, Record):
            assert_record(piece, text)
        else:
            assert piece.title is not None
            assert piece.title.strip()
            for link in piece.links:
                assert start <= link.span.start < link.span.end <= end
                assert text[link.span.start : link.span.end] == link.raw_url
        done = end
    assert not text[done:].strip(), "text behind the last piece"
    return pieces


def assert_record(record: Record, text: str) -> None:
    """Hold a record against the text that it was read from."""
    entry, span = record.entry, record.span
    assert entry.title is None or entry.title.strip()
    for problem in record.problems:
        assert span.start <= problem.span.start <= problem.span.end <= span.end
    for name, found in entry.provenance.items():
        assert getattr(entry, name)
        assert found.span is not None
        assert span.start <= found.span[0] < found.span[1] <= span.end
    for link in entry.links:
        assert text[link.span.start : link.span.end] == link.raw_url
    if "reference" in entry.extra:
        assert entry.extra["reference"] == text[span.start : span.end]


def check_list(reader: Reader, path: Path, *, update: bool) -> None:
    """Compare what is read with the file beside the sample; written anew with --update."""
    text = read_document(path).text
    shown = [_shown(piece) for piece in read_list(reader, text)]
    told = json.loads(json.dumps([piece for piece in shown if piece is not None]))
    expected = path.with_name(f"{path.name}.expected.json")
    if update:
        expected.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert told == json.loads(expected.read_text("utf-8"))


def _shown(piece: Draft | Record | LeftOver) -> dict[str, object] | None:
    if isinstance(piece, Draft):
        return shown_draft(piece)
    if isinstance(piece, Record):
        return {**_fields(piece.entry), "problems": [problem.why for problem in piece.problems]}
    if "part of the page" in piece.why or piece.why == "no paper":
        return None  # the markup between the papers
    return {"left over": piece.text, "why": piece.why}


def _fields(entry: Entry) -> dict[str, object]:
    shown: dict[str, object] = {}
    for name, value in msgspec.structs.asdict(entry).items():
        if name in {"provenance", "status"} or value in (None, (), {}):
            continue
        if name == "type":
            shown[name] = entry.type.value
        elif name in {"issued", "accessed"}:
            shown[name] = str(value)
        elif name == "extra":
            if kept := {key: text for key, text in entry.extra.items() if key != "reference"}:
                shown[name] = kept
        elif name == "links":
            shown[name] = [f"{link.kind.value} {link.url}" for link in entry.links]
        elif (plain := msgspec.to_builtins(value)) != {}:
            shown[name] = plain
    scores = {found.score for found in entry.provenance.values()}
    return {**shown, "score": scores.pop() if len(scores) == 1 else None}

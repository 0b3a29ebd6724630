"""What a reader reads in a sample, in a form that a person can check beside it."""

import json
from collections.abc import Iterable
from pathlib import Path

from refman.model import Draft, Identifiers, LeftOver
from refman.reading.document import Document, read_document
from refman.reading.reader import Reader

DATA = Path(__file__).resolve().parents[2] / "data" / "reading"


def samples(folder: str, *suffixes: str) -> list[Path]:
    """The samples of a folder that have one of the suffixes; their expected files lie beside."""
    return sorted(
        path
        for path in (DATA / folder).iterdir()
        if path.suffix in suffixes and not path.name.endswith(".expected.json")
    )


def check_sample(reader: Reader, path: Path, *, update: bool) -> None:
    """Compare what is read with the file beside the sample; written anew with --update."""
    document = read_document(path)
    pieces = list(reader.read(document))
    assert_lawful(document.text, pieces)
    shown = [_shown(piece) for piece in pieces if isinstance(piece, Draft)]
    expected = path.with_name(f"{path.name}.expected.json")
    if update:
        expected.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert shown == json.loads(expected.read_text("utf-8"))


def assert_lawful(text: str, pieces: Iterable[Draft | LeftOver]) -> None:
    """Hold the pieces against what every reader promises."""
    done = 0
    for piece in pieces:
        start, end = piece.span.start, piece.span.end
        assert start >= done
        assert end > start
        assert not text[done:start].strip(), "text that belongs to no piece"
        if isinstance(piece, Draft):
            assert piece.title.strip()
            assert piece.abstract is None or piece.abstract.strip()
            assert (piece.abstract is None) == (piece.abstract_span is None)
            for link in piece.links:
                assert start <= link.span.start < link.span.end <= end
                assert text[link.span.start : link.span.end] == link.raw_url
                assert link.roles[0] is link.kind
        else:
            assert text[start:end] == piece.text
        done = end
    assert not text[done:].strip(), "text behind the last piece"


def read_text(reader: Reader, text: str) -> list[Draft | LeftOver]:
    """What a reader reads in a text, held against its promises."""
    document = Document(source="a sample", text=text)
    assert 0.0 <= reader.score(document) <= 1.0
    pieces = list(reader.read(document))
    assert_lawful(text, pieces)
    return pieces


def _shown(draft: Draft) -> dict[str, object]:
    return {
        "title": draft.title,
        "abstract": draft.abstract,
        "authors": list(draft.authors),
        "issued": str(draft.issued) if draft.issued else None,
        "identifiers": _identifiers(draft.identifiers),
        "links": [
            " ".join(
                [*(role.value for role in link.roles), *(["promised"] * link.promised), link.url]
            )
            for link in draft.links
        ],
        "raw": [link.raw_url for link in draft.links if link.raw_url != link.url],
        "confidence": draft.confidence,
        "reasons": list(draft.reasons),
    }


def _identifiers(identifiers: Identifiers) -> dict[str, str]:
    shown = {
        name: str(value)
        for name in Identifiers.__struct_fields__
        if name != "arxiv" and (value := getattr(identifiers, name)) is not None
    }
    if (arxiv := identifiers.arxiv) is not None:
        version = f"v{arxiv.version}" if arxiv.version else ""
        shown["arxiv"] = f"{arxiv.id}{version} {arxiv.primary_class or ''}".strip()
    return shown

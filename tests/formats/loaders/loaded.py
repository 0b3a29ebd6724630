"""What tests of loaders share: sample files beside what is read in them."""

import json
from itertools import pairwise
from pathlib import Path

import msgspec

from refman.formats.loader import Loader
from refman.model import LeftOver, Record
from tests.formats.shown import DATA


def samples(folder: str) -> list[Path]:
    """The sample files of a kind; what is read in each lies beside it as .json."""
    return sorted(path for path in (DATA / folder).iterdir() if path.suffix != ".json")


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def pieces(loader: Loader, text: str) -> list[Record | LeftOver]:
    """All that is read in a text, after a look at what every loader owes."""
    found = list(loader.load(text))
    ends = [(piece.span.start, piece.span.end) for piece in found]
    assert ends == sorted(ends)
    assert all(first[1] <= second[0] for first, second in pairwise(ends))
    assert all(0 <= start <= end <= len(text) for start, end in ends)
    for piece in found:
        if isinstance(piece, LeftOver):
            assert piece.text == text[piece.span.start : piece.span.end]
            assert piece.text.strip()
        else:
            for link in piece.entry.links:
                assert link.raw_url == text[link.span.start : link.span.end]
    return found


def records(loader: Loader, text: str) -> list[Record]:
    return [piece for piece in pieces(loader, text) if isinstance(piece, Record)]


def only(loader: Loader, text: str) -> Record:
    """The one record of a text that holds nothing else."""
    (record,) = pieces(loader, text)
    assert isinstance(record, Record)
    return record


def check_sample(loader: Loader, path: Path, *, update: bool) -> None:
    """Compare what is read in a sample with what lies beside it, or write that anew."""
    found = msgspec.to_builtins(pieces(loader, text_of(path)))
    shown = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    beside = path.with_name(path.name + ".json")
    if update:
        beside.write_text(shown, "utf-8")
    assert shown == beside.read_text("utf-8"), f"{beside} differs; --update writes it anew"


def words_of(text: str) -> set[str]:
    """The words of a text that a reading must hold somewhere."""
    return {word for word in text.split() if word.isalpha() and len(word) > 2}

"""What tests of loaders share: sample files beside what is read in them."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
from hypothesis import strategies as st

from refman.formats.loader import Loader
from refman.model import LeftOver, Record
from tests.formats.shown import DATA
from tests.growth import assert_cost_ratio


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


@st.composite
def mutated(draw, paths: list[Path], added: st.SearchStrategy[str]) -> str:
    """A sample's text from which a piece was cut, and into which something was put there."""
    text = text_of(draw(st.sampled_from(paths)))
    place = draw(st.integers(0, len(text)))
    cut = draw(st.integers(0, 30))
    return text[:place] + draw(added) + text[place + cut :]


def assert_linear(
    loader: Loader, made: Callable[[int], str], *, short: int = 4_000, long: int = 32_000
) -> None:
    """Fail where the cost of loading grows faster than the length.

    Args:
        loader: what reads.
        made: returns a text of about so many characters.
        short: how many the shorter text has.
        long: how many the longer one has.
    """
    few, many = made(short), made(long)
    assert_cost_ratio(
        lambda: list(loader.load(many)),
        lambda: list(loader.load(few)),
        most=3 * long / short,
        floor_s=0.005,
    )

"""What was corrected goes into a library as it was corrected, and what was not as it was read."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from refman.acquiring import Choice, acquire
from refman.citekeys import compile_pattern
from refman.gathering import Gathering
from refman.library import open_library
from refman.model import LeftOver, Record, Span, WantedRecord
from refman.outcomes import Outcome
from refman.pipeline import entry_of, read
from refman.plugins import load_readers
from refman.previewing import (
    Corrections,
    LeftOut,
    Preview,
    Previews,
    change_between,
    corrected,
    corrections_of,
    join,
    judge,
    judge_drafts,
    mark_junk,
    mark_papers,
    mark_wanted,
    set_title,
    split,
)
from refman.previewing.steps import changed
from refman.reading.document import Document
from tests.previewing.test_changing import LISTING, READERS, at, of, preview_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def gathering():
    with Gathering() as gathering:
        document = Document(source="listing.txt", text=LISTING)
        reading = read(document, load_readers())
        gathering.take(
            source=document.source,
            kind=reading.kind,
            text=LISTING,
            pieces=(
                piece
                if isinstance(piece, LeftOver)
                else Record(entry=entry_of(piece, source="listing.txt"), span=piece.span)
                for piece in reading.pieces
            ),
        )
        yield gathering


def taken(gathering: Gathering, first: Preview, now: Preview):
    pieces = list(corrected(gathering, gathering.all[0], corrections_of(first, now)))
    papers = [piece for piece in pieces if isinstance(piece, Record)]
    return papers, [piece for piece in pieces if isinstance(piece, LeftOver)]


def test_what_was_not_corrected_is_as_it_was_read(gathering) -> None:
    first = preview_of(LISTING)
    assert corrections_of(first, first) == Corrections()
    papers, left_over = taken(gathering, first, first)
    assert papers == list(gathering.records(gathering.all[0]))
    assert tuple(left_over) == gathering.all[0].left_over


def test_corrections_take_the_place_of_what_was_read(gathering) -> None:
    first = preview_of(LISTING)
    now = set_title(mark_junk(first, [1]), of("Small Stoves"))
    now = split(now, 3, READERS)
    told = corrections_of(first, now)
    assert (told.dropped, told.dropped_left_over) == ((0, 1), (0,))
    assert [each.why for each in told.left_out][-1] == "taken out by hand"
    papers, left_over = taken(gathering, first, now)
    assert [record.entry.title for record in papers] == ["Small Stoves"]
    assert papers[0].entry.provenance["title"].score == 1
    assert [piece.text for piece in left_over] == ["Sub", "scribe", LISTING[11 : at("\n\nSmall")]]


def test_papers_come_in_the_order_of_the_text(gathering) -> None:
    first = preview_of(LISTING)
    now = mark_papers(first, [0], READERS)
    papers, left_over = taken(gathering, first, now)
    assert [record.span.start for record in papers] == [0, at("Slow"), at("Small")]
    assert left_over == []


def test_what_is_wanted_is_told_of_its_paper_alone_and_in_what_is_kept(gathering) -> None:
    first = preview_of(LISTING)
    places = [place for place, each in enumerate(first.segments) if each.is_paper]
    now = mark_wanted(first, places[-1:])
    papers, _ = taken(gathering, first, now)
    assert [isinstance(record, WantedRecord) for record in papers] == [
        *[False] * (len(papers) - 1),
        True,
    ]
    assert changed(first, change_between(first, now)) == now
    assert mark_wanted(now, places[-1:]).segments == now.segments
    papers, _ = taken(gathering, first, mark_junk(now, places[-1:]))
    assert not any(isinstance(record, WantedRecord) for record in papers)


def test_what_is_not_listed_stays(gathering) -> None:
    """A long input's preview holds its head only."""
    whole = preview_of(LISTING)
    head = Preview(source=whole.source, kind=whole.kind, text=LISTING, segments=whole.segments[:2])
    papers, _ = taken(gathering, head, mark_junk(head, [1]))
    assert [record.span.start for record in papers] == [at("Small")]


def test_what_is_left_over_again_has_its_text() -> None:
    left = Corrections(left_out=(LeftOut(Span(0, 3), "junk"),))
    with Gathering() as gathering:
        gathered = gathering.take(source="a", kind="b", text="abcdef", pieces=())
        assert list(corrected(gathering, gathered, left)) == [LeftOver(Span(0, 3), "abc", "junk")]


def test_undo_and_redo_go_through_the_previews() -> None:
    first = preview_of(LISTING)
    previews = Previews(Preview(source="listing.txt", kind="page_text", text=""))
    previews.read_on(first)
    assert (previews.undo(), previews.redo()) == (None, None)
    joined = join(first, 0, READERS)
    assert previews.do("Join", joined)
    assert not previews.do("Join", joined)
    assert previews.do("No paper", mark_junk(joined, [0]))
    assert (previews.undo_name, previews.redo_name) == ("No paper", None)
    assert previews.undo() == "No paper"
    assert previews.now is joined
    assert previews.undo() == "Join"
    assert (previews.now, previews.undo_name, previews.redo_name) == (first, None, "Join")
    assert previews.redo() == "Join"
    previews.do("No paper", mark_junk(joined, [1]))
    assert previews.redo_name is None
    assert previews.first is first


def test_a_library_tells_what_it_has_and_is_not_changed(gathering, tmp_path: Path) -> None:
    with open_library(tmp_path / "a.refman", now=lambda: NOW) as library:
        fates = judge(library, gathering, now=NOW)
        assert [fate.outcome for fate in fates] == [Outcome.NEW, Outcome.NEW]
        acquire(library, gathering, Choice(pattern=compile_pattern("{word}")), now=NOW)
        before = library.stamp()
        fates = judge(library, gathering, now=NOW)
        assert [fate.outcome for fate in fates] == [Outcome.KNOWN, Outcome.KNOWN]
        drafts = [each.draft for each in preview_of(LISTING).segments if each.draft]
        told = judge_drafts(library, drafts[1:], source="listing.txt", now=NOW)
        assert [fate.outcome for fate in told] == [Outcome.KNOWN]
        assert library.stamp() == before

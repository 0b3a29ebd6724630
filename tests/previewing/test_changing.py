"""Corrections of a preview: each gives a new one, in which all text stands once, and papers are
what a reader would have made of their stretches."""

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.errors import EditError, InputError
from refman.model import Draft, LeftOver, Span
from refman.pipeline import read
from refman.plugins import load_readers
from refman.previewing import (
    Preview,
    Segment,
    SegmentKind,
    join,
    mark_junk,
    mark_papers,
    move_end,
    move_end_by_line,
    segment_of,
    set_abstract,
    set_title,
    split,
)
from refman.reading.document import Document
from refman.reading.reader import Reader

READERS = load_readers()
_PROSE = (
    "Nobody had yet asked how long a {what} keeps its warmth once the evening has come. We\n"
    "measure it in forty houses over two winters, and find that those who light it late keep\n"
    "it longest. The best of our rules halves the loss without any new part."
)
LAMPS = f"Slow Lamps: A Study of Evening Warmth\n\n{_PROSE.format(what='lamp')}"
STOVES = (
    f"Small Stoves and Their Long Shadows in Winter\nAda Wick, Bo Glow\n\n"
    f"{_PROSE.format(what='stove')}\nCode is at https://github.com/example-lab/stoves."
)
LISTING = f"Subscribe\n\n{LAMPS}\n\n{STOVES}\n"
BIB = "@book{glow, title={Glow}, author={Ada Wick}, year=2001}\n@book{wick, title={Wick}}\n@oops{\n"


def preview_of(text: str, source: str = "listing.txt") -> Preview:
    reading = read(Document(source=source, text=text), READERS)
    counts = {True: 0, False: 0}
    segments = []
    for piece in reading.pieces:
        is_paper = not isinstance(piece, LeftOver)
        segments.append(segment_of(piece, text, counts[is_paper]))
        counts[is_paper] += 1
    return Preview(source=source, kind=reading.kind, text=text, segments=tuple(segments))


@pytest.fixture(scope="module")
def listing() -> Preview:
    return preview_of(LISTING)


@pytest.fixture(scope="module")
def references() -> Preview:
    return preview_of(BIB, "references.bib")


def texts(preview: Preview) -> list[str]:
    return [preview.text[each.span.start : each.span.end] for each in preview.segments]


def titles(preview: Preview) -> list[str | None]:
    return [each.draft.title if each.draft else None for each in preview.segments]


def at(text: str) -> int:
    return LISTING.index(text)


def of(text: str) -> Span:
    return Span(at(text), at(text) + len(text))


def test_segments_know_where_title_and_abstract_stand(listing: Preview) -> None:
    assert texts(listing) == ["Subscribe", LAMPS, STOVES]
    rest, lamps, stoves = listing.segments
    assert (rest.kind, rest.number, rest.is_paper) == (SegmentKind.LEFT_OVER, 0, False)
    assert (lamps.number, stoves.number) == (0, 1)
    assert lamps.title_span == of("Slow Lamps: A Study of Evening Warmth")
    assert not lamps.is_unsure
    assert stoves.draft is not None
    assert stoves.draft.authors == ("Ada Wick", "Bo Glow")
    assert [listing.place_of(at(word)) for word in ("Sub", "Slow", "Ada", "\n\nSmall")] == [
        0, 1, 2, None,
    ]  # fmt: skip
    assert listing.place_of(len(LISTING) + 5) is None


def test_a_title_that_is_wrapped_or_written_otherwise(listing: Preview) -> None:
    lamps = listing.segments[1].draft
    assert lamps is not None
    # Its abstract stands further behind now than it did when it was read.
    lamps = msgspec.structs.replace(lamps, abstract_span=None)
    text = LISTING.replace("Study of Evening", "Study\n of  Evening")
    assert segment_of(lamps, text, 0).title_span == Span(at("Slow"), at("\n\nNobody") + 2)
    braces = text.replace("Slow Lamps", "{S}low-{L}amps")
    assert segment_of(lamps, braces, 0).title_span == Span(at("Slow") + 1, at("\n\nNobody") + 6)
    assert segment_of(lamps, text.replace("Slow", "Quick"), 0).title_span is None
    signs = msgspec.structs.replace(lamps, title="…?")
    assert segment_of(signs, text, 0).title_span is None


def test_joined_and_split_again_is_as_it_was_read(listing: Preview) -> None:
    joined = join(listing, 1, READERS)
    assert texts(joined)[1:] == [f"{LAMPS}\n\n{STOVES}"]
    one = joined.segments[1]
    assert one.draft is not None
    assert (one.draft.title, one.number) == ("Slow Lamps: A Study of Evening Warmth", None)
    assert one.draft.abstract is not None
    assert "keeps its warmth once the evening has come. We measure" in one.draft.abstract
    assert one.draft.abstract.endswith("Code is at https://github.com/example-lab/stoves.")
    assert one.draft.abstract_span == Span(at("Nobody"), len(LISTING) - 1)
    assert len(one.draft.links) == 1
    again = split(joined, at("Small"), READERS)
    for was, made in zip(listing.segments[1:], again.segments[1:], strict=True):
        assert was.draft is not None
        assert made.draft is not None
        assert (was.span, was.title_span) == (made.span, made.title_span)
        assert made.draft.reasons[0] == "cut by hand"
        for field in ("title", "abstract", "authors", "links", "abstract_span", "identifiers"):
            assert getattr(was.draft, field) == getattr(made.draft, field)


def test_a_left_over_joined_to_a_paper_is_part_of_it(listing: Preview) -> None:
    joined = join(listing, 0, READERS)
    assert titles(joined) == ["Slow Lamps: A Study of Evening Warmth", titles(listing)[2]]
    assert joined.segments[0].span.start == 0


def test_a_title_alone_gets_what_is_joined_to_it_as_its_abstract() -> None:
    text = f"Slow Lamps\n\n{_PROSE}"
    title, rest = Span(0, 10), Span(12, len(text))
    lamps = Segment(
        span=title,
        kind=SegmentKind.PAPER,
        draft=Draft(title="Slow Lamps", span=title, confidence=0.9),
        title_span=title,
    )
    left = Segment(span=rest, kind=SegmentKind.LEFT_OVER, why="no title")
    preview = Preview(source="a", kind="page_text", text=text, segments=(lamps, left))
    draft = join(preview, 0, {}).segments[0].draft
    assert draft is not None
    assert (draft.title, draft.abstract_span) == ("Slow Lamps", rest)


def test_a_left_over_is_cut_into_two(listing: Preview) -> None:
    cut = split(listing, 3, READERS)
    assert texts(cut)[:2] == ["Sub", "scribe"]
    assert {each.kind for each in cut.segments[:2]} == {SegmentKind.LEFT_OVER}
    assert cut.segments[0].why == listing.segments[0].why
    assert cut.segments[0].number is None


@pytest.mark.parametrize(
    ("place", "why"),
    [(0, "where the next paper begins"), (10, "into a stretch"), (99_999, "into a stretch")],
)
def test_nothing_is_cut_where_there_is_nothing_before(
    listing: Preview, place: int, why: str
) -> None:
    with pytest.raises(EditError, match=why):
        split(listing, place, READERS)


def test_the_end_of_a_paper_moves(listing: Preview) -> None:
    moved = move_end(listing, 1, at("Ada Wick"), READERS)
    assert texts(moved)[1].endswith("Small Stoves and Their Long Shadows in Winter")
    assert texts(moved)[2].startswith("Ada Wick")
    back = move_end(moved, 1, at("Small"), READERS)
    assert texts(back) == texts(listing)
    assert move_end(listing, 1, at("Small") - 1, READERS) == listing
    with pytest.raises(EditError, match="left of one"):
        move_end(listing, 1, len(LISTING), READERS)
    with pytest.raises(EditError, match="left of one"):
        move_end(listing, 1, 0, READERS)
    with pytest.raises(EditError, match="behind the last"):
        move_end(listing, 2, 0, READERS)


def test_the_end_of_a_paper_moves_by_a_line(listing: Preview) -> None:
    down = move_end_by_line(listing, 1, READERS, is_down=True)
    assert texts(down)[1].endswith("in Winter")
    up = move_end_by_line(down, 1, READERS, is_down=False)
    assert texts(up) == texts(listing)
    with pytest.raises(EditError):
        move_end_by_line(listing, 0, READERS, is_down=False)
    with pytest.raises(EditError):
        move_end_by_line(listing, 2, READERS, is_down=True)
    one_line = preview_of("Subscribe\n" + LAMPS.replace("\n", " "))
    if len(one_line.segments) > 1:
        with pytest.raises(EditError):
            move_end_by_line(one_line, 0, READERS, is_down=True)


def test_junk_is_a_paper_again_as_it_was(listing: Preview) -> None:
    junk = mark_junk(listing, [0, 1])
    assert [each.kind for each in junk.segments] == [
        SegmentKind.JUNK, SegmentKind.JUNK, SegmentKind.PAPER,
    ]  # fmt: skip
    assert mark_junk(junk, [1]) == junk
    assert mark_papers(junk, [1], READERS).segments[1] == listing.segments[1]


def test_a_left_over_becomes_a_paper_by_its_first_line(listing: Preview) -> None:
    made = mark_papers(listing, [0], READERS).segments[0]
    assert made.draft is not None
    assert (made.draft.title, made.draft.abstract) == ("Subscribe", None)
    assert made.is_paper


def whole(text: str) -> Preview:
    """A preview with all of a text left over."""
    span = Span(0, len(text.rstrip()))
    rest = Segment(span=span, kind=SegmentKind.LEFT_OVER, why="test", number=0)
    return Preview(source="a", kind="page_text", text=text, segments=(rest,))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("word " * 100, ("word " * 60).strip()),
        ("x" * 1_000, "x" * 300),
        ("Tea\r\n" + "y " * 30, "Tea"),
    ],
)
def test_a_long_line_gives_a_short_title(text: str, title: str) -> None:
    made = mark_papers(whole(text), [0], {}).segments[0]
    assert made.draft is not None
    assert made.draft.title == title
    assert made.draft.abstract or "x" in title


def test_what_is_long_is_not_read_anew() -> None:
    text = "Tea\n" + "see https://github.com/example-lab/tea for it " * 4_000
    made = mark_papers(whole(text), [0], READERS).segments[0]
    assert made.draft is not None
    assert (made.draft.title, made.draft.links) == ("Tea", ())
    assert set_title(whole(text), Span(0, 3)).segments[0].draft.links == ()  # type: ignore[union-attr]


def test_selected_words_become_the_title(listing: Preview) -> None:
    told = set_title(listing, of("  A Study of Evening Warmth\n".strip()))
    draft = told.segments[1].draft
    assert draft is not None
    assert (draft.title, draft.confidence) == ("A Study of Evening Warmth", 1)
    assert draft.abstract == listing.segments[1].draft.abstract  # type: ignore[union-attr]
    assert draft.reasons[0] == "title chosen by hand"
    assert set_title(told, of("A Study of Evening Warmth")) == told


def test_a_title_inside_the_abstract_leaves_what_stands_behind_it(listing: Preview) -> None:
    draft = set_title(listing, of("Nobody had yet asked how long")).segments[1].draft
    assert draft is not None
    assert draft.abstract is not None
    assert draft.abstract.startswith("a lamp keeps its warmth")
    span = listing.segments[1].draft.abstract_span  # type: ignore[union-attr]
    assert span is not None
    assert set_title(listing, span).segments[1].draft.abstract is None  # type: ignore[union-attr]


def test_a_title_makes_a_paper_of_what_was_left_over() -> None:
    text = f"noise\n{LAMPS}\n\nMore at https://github.com/example-lab/lamps."
    told = set_title(whole(text), Span(6, 6 + len("Slow Lamps")))
    made = told.segments[0]
    assert made.draft is not None
    assert (made.draft.title, made.number) == ("Slow Lamps", None)
    assert made.draft.abstract is not None
    assert made.draft.abstract.startswith(": A Study of Evening Warmth\n\nNobody")
    assert [link.url for link in made.draft.links] == ["https://github.com/example-lab/lamps"]


def test_selected_words_become_the_abstract(listing: Preview) -> None:
    draft = set_abstract(listing, of("We\nmeasure it in forty houses")).segments[1].draft
    assert draft is not None
    assert draft.abstract == "We measure it in forty houses"
    assert draft.title == "Slow Lamps: A Study of Evening Warmth"
    cut = set_abstract(listing, Span(at("A Study"), at("Nobody") + 6)).segments[1].draft
    assert cut is not None
    assert (cut.title, cut.abstract) == ("Slow Lamps:", "A Study of Evening Warmth\n\nNobody")
    none = set_abstract(listing, Span(at("Slow"), at("Nobody"))).segments[1].draft
    assert none is not None
    assert (none.title, none.abstract) == (None, "Slow Lamps: A Study of Evening Warmth")


def test_an_abstract_makes_a_paper_of_what_was_left_over() -> None:
    made = set_abstract(whole(LAMPS), Span(LAMPS.index("Nobody"), len(LAMPS))).segments[0]
    assert made.draft is not None
    assert made.draft.title == "Slow Lamps: A Study of Evening Warmth"
    alone = set_abstract(whole(LAMPS), Span(0, len(LAMPS))).segments[0]
    assert alone.draft is not None
    assert alone.draft.title is None


@pytest.mark.parametrize(
    ("span", "why"),
    [
        (Span(3, 3), "select the words"),
        (Span(9, 11), "select the words"),
        (Span(3, 40), "of one stretch"),
        (Span(99_000, 99_001), "select the words"),
    ],
)
def test_words_have_to_stand_in_one_stretch(listing: Preview, span: Span, why: str) -> None:
    for choose in (set_title, set_abstract):
        with pytest.raises(EditError, match=why):
            choose(listing, span)


def test_records_are_only_taken_out_and_in(references: Preview) -> None:
    assert [each.is_record for each in references.segments[:2]] == [True, True]
    rest = LeftOver(Span(82, 88), "@oops{", "it never ends", is_fault=True)
    faulty = segment_of(rest, BIB, 0)
    references = msgspec.structs.replace(references, segments=(*references.segments[:2], faulty))
    assert (faulty.is_fault, faulty.is_unsure, faulty.why) == (True, True, "it never ends")
    assert titles(references)[:2] == ["Glow", "Wick"]
    assert mark_papers(mark_junk(references, [0]), [0], READERS) == references
    for change in (
        lambda: split(references, 10, READERS),
        lambda: join(references, 0, READERS),
        lambda: move_end(references, 0, 10, READERS),
        lambda: set_title(references, Span(1, 5)),
        lambda: mark_papers(references, [2], READERS),
    ):
        with pytest.raises(EditError, match=r"when it is in the library|in its file"):
            change()


def test_an_unsure_paper_asks_to_be_looked_at(listing: Preview) -> None:
    made = mark_papers(whole("Tea\n" + "y " * 30), [0], {}).segments[0]
    assert not made.is_unsure
    low = preview_of("Tea for Two\nby Ada\n\nShort.\n")
    assert all(
        each.is_unsure == (each.draft.confidence < 0.5) for each in low.segments if each.draft
    )


class Broken:
    kind, label, links_in_text = "page_text", "broken", True

    def score(self, document: Document) -> float:
        return 1.0

    def read(self, document: Document):
        raise InputError("it is cut", source=document.source)


def test_what_a_reader_refuses_is_a_paper_all_the_same(listing: Preview) -> None:
    made = mark_papers(listing, [0], {"page_text": Broken()}).segments[0]
    assert made.draft is not None
    assert made.draft.title == "Subscribe"


@settings(max_examples=50)
@given(st.data())
def test_all_text_stays_and_stands_once(data: st.DataObject) -> None:
    preview = preview_of(LISTING)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(preview.segments) - 1))
        here = data.draw(st.integers(0, len(LISTING)))
        other = data.draw(st.integers(here, len(LISTING)))
        change = data.draw(
            st.sampled_from(
                [
                    lambda p: split(p, here, READERS),  # noqa: B023 - called at once
                    lambda p: join(p, place, READERS),  # noqa: B023
                    lambda p: move_end(p, place, here, READERS),  # noqa: B023
                    lambda p: mark_junk(p, [place]),  # noqa: B023
                    lambda p: mark_papers(p, [place], READERS),  # noqa: B023
                    lambda p: set_title(p, Span(here, other)),  # noqa: B023
                    lambda p: set_abstract(p, Span(here, other)),  # noqa: B023
                ]
            )
        )
        try:
            preview = change(preview)
        except EditError:
            continue
        squeezed = "".join("".join(texts(preview)).split())
        assert squeezed == "".join(LISTING.split())
        for segment in preview.segments:
            assert segment.span.start < segment.span.end
            for span in (segment.title_span, segment.draft and segment.draft.abstract_span):
                if span is not None and segment.draft is not None:
                    assert segment.span.start <= span.start < span.end <= segment.span.end
            if segment.draft is not None:
                assert segment.draft.span == segment.span
                for link in segment.draft.links:
                    assert LISTING[link.span.start : link.span.end] == link.raw_url


def test_where_nothing_is_chosen_nothing_is_corrected(listing: Preview) -> None:
    for correct in (join, move_end_by_line_down):
        with pytest.raises(EditError):
            correct(listing, -1, READERS)


def move_end_by_line_down(preview: Preview, place: int, readers: Mapping[str, Reader]) -> Preview:
    return move_end_by_line(preview, place, readers, is_down=True)

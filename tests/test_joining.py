"""Duplicates of a file made one."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.duplicates import groups, merge
from refman.formats.bib.cut import edited, rewritten
from refman.formats.bib.edit import BibFile
from refman.formats.exact import Exact
from refman.formats.format import Options
from refman.formats.loaders.bib import BIBTEX
from refman.joining import bib_edits, joined, joins
from refman.model import Entry, Record, Span
from tests.duplicates.pairs import cases, make
from tests.growth import assert_cost_ratio


def joined_file(data: bytes):
    """Return a .bib file's bytes after its duplicates became one, what did, and what did not."""
    exact = Exact(data, source="x.bib")
    found = [piece for piece in BIBTEX.load(exact.text) if isinstance(piece, Record)]
    entries = [piece.entry for piece in found]
    wanted = joins(entries, groups(entries))
    edits, done, left = bib_edits(
        BibFile(exact), entries, [piece.span for piece in found], wanted, Options()
    )
    return rewritten(exact, edits), done, left


PAIR = """\
@article{a, title = {Lamps of the North}, author = {Berg, Ada}, year = 2001, journal = {J}%s}
@article{b, title = {Lamps of the North}, author = {Berg, Ada}, year = 2001%s}
"""


def test_fields_of_the_one_that_goes_are_put_into_the_one_that_stays():
    data, done, left = joined_file((PAIR % (", volume = 3", ", pages = {1--9}")).encode())
    assert data.decode() == (
        "@article{a, title = {Lamps of the North}, author = {Berg, Ada}, year = 2001,"
        " journal = {J}, volume = 3, pages = {1--9}, ids = {b}}\n"
    )
    assert [(join.leader, join.gone) for join in done] == [(0, (1,))]
    assert not left


def test_what_has_no_field_beside_those_there_is_kept_all_the_same():
    data, _, _ = joined_file((PAIR % (", volume = 3", ", month = may")).encode())
    assert b"duplicate-month = " in data


def test_keywords_of_both_are_joined_where_they_stand():
    data, _, _ = joined_file((PAIR % (", keywords = {x}", ", keywords = {y}")).encode())
    assert b"keywords = {x, y}, ids = {b}}\n" in data


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (', volume = 3, number = ""', b", volume = 3, number = {7}, ids = {b}}"),
        (", volume = 3, Number = {}, note = { }", b", Number = {7}, note = { }, ids = {b}}"),
        (", volume = 3, number = {{}}", b", number = {7}, ids = {b}}"),
    ],
)
def test_a_field_that_is_there_without_a_value_gets_one(fields, expected):
    data, _, left = joined_file((PAIR % (fields, ", number = 7")).encode())
    assert expected in data
    assert not left


def test_values_that_differ_are_kept():
    data, _, _ = joined_file((PAIR % (", note = {One}", ", note = {Two}")).encode())
    assert b"note = {One}, duplicate-note = {Two}, ids = {b}}\n" in data


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PAIR % ("", ", x = {1} y = {2}"), "has a fault in its form"),
        (PAIR % ("", "") + "@misc{c, related = {b}}", "other entries refer to b"),
        (PAIR % (", volume = 3}", ", pages = {1--9}"), "has a fault in its form"),
        (PAIR % (", volume = 3", ", note = {x}, Note = {y}"), "has a field with two values"),
    ],
)
def test_what_cannot_be_joined_is_told_and_left(text, why):
    data, done, left = joined_file(text.encode())
    assert data == text.encode()
    assert not done
    ((_, said),) = left
    assert why in said


def test_an_entry_without_a_place_of_its_own_is_left():
    file = BibFile(Exact((PAIR % ("", "")).encode(), source="x.bib"))
    entries = [piece.entry for piece in BIBTEX.load(file.exact.text)]
    wanted = joins(entries, groups(entries))
    edits, done, ((_, said),) = bib_edits(
        file, entries, [Span(0, 1), Span(5, 9)], wanted, Options()
    )
    assert not edits
    assert not done
    assert "no entry of its own" in said


def test_three_become_one_only_where_each_pair_is_one_work():
    first = make(title="Lamps", authors="Ada Berg", year=2001)
    second = make(title="Lamps", authors="Ada Berg", year=2002)
    third = make(title="Lamps", authors="Ada Berg", year=2003)
    entries = [first, second, third]
    (join,) = joins(entries, groups(entries))
    assert (join.leader, join.gone) == (0, (1,))
    assert joined(entries, [join]) == [merge(first, second), third]


def test_entries_equal_to_the_letter_go_with_a_third():
    first = make(title="Lamps", authors="Ada Berg", year=2001)
    third = msgspec.structs.replace(first, note="A note.")
    (join,) = joins(entries := [first, first, third], groups(entries))
    assert (join.leader, join.gone) == (2, (0, 1))
    assert joined(entries, [join]) == [third]


@given(
    st.lists(
        st.sampled_from([e for case in cases() for e in (case.first, case.second)]), max_size=12
    )
)
def test_each_entry_stays_or_goes_once(entries: list[Entry]):
    done = joins(entries, groups(entries))
    gone = [place for join in done for place in join.gone]
    assert len(gone) == len(set(gone))
    assert not {join.leader for join in done} & set(gone)
    assert len(joined(entries, done)) == len(entries) - len(gone)


def test_edits_come_in_order():
    text = (
        PAIR % ("", ", note = {x}")
        + "\n"
        + (PAIR % ("", "")).replace("{a,", "{c,").replace("{b,", "{d,").replace("Lamps", "Moths")
    )
    exact = Exact(text.encode(), source="x.bib")
    found = [piece for piece in BIBTEX.load(exact.text) if isinstance(piece, Record)]
    entries = [piece.entry for piece in found]
    edits, _, _ = bib_edits(
        BibFile(exact),
        entries,
        [piece.span for piece in found],
        joins(entries, groups(entries)),
        Options(),
    )
    assert edits == sorted(edits)
    assert edited(exact.text, edits).count("@article") == 2


@pytest.mark.corpus
def test_other_peoples_files_keep_their_other_entries(corpus):
    gone = 0
    for path in sorted((corpus / "bib").rglob("*.bib")):
        exact = Exact(path.read_bytes(), source=path.name)
        found = [piece for piece in BIBTEX.load(exact.text) if isinstance(piece, Record)]
        entries = [piece.entry for piece in found]
        file = BibFile(exact)
        spans = [piece.span for piece in found]
        wanted = joins(entries, groups(entries))
        edits, done, _ = bib_edits(file, entries, spans, wanted, Options())
        new = edited(exact.text, edits)
        if edits:
            assert rewritten(exact, edits), path.name
        leaders = {join.leader for join in done}
        lost = {place for join in done for place in join.gone}
        gone += len(lost)
        place = 0
        for number, span in enumerate(spans):
            if number not in leaders | lost:
                place = new.index(exact.text[span.start : span.end], place)
        again = [piece for piece in BIBTEX.load(new) if isinstance(piece, Record)]
        assert len(again) == len(found) - len(lost), path.name
    print(f"{gone} entries went into others")
    assert gone >= 60


@pytest.mark.parametrize("entry", ["@misc{{k{0}, {1}}}", "@misc{{k, {1}}}"])
def test_cost_grows_with_the_number_that_become_one(entry):
    fields = "title = {Lamps of the North}, author = {Berg, Ada}, doi = {10.1234/lamps}"

    def work(count):
        text = "\n".join(entry.format(number, fields) for number in range(count))
        found = [piece.entry for piece in BIBTEX.load(text) if isinstance(piece, Record)]
        together = groups(found)
        return lambda: joins(found, together)

    assert_cost_ratio(work(1600), work(400), most=8, floor_s=0.004)

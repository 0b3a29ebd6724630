import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.crosswalk import rows
from refman.formats.loaders.refer import REFER
from refman.model import Entry, ItemType, Name
from tests.formats.loaders.loaded import check_sample, only, pieces, records, samples
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize("path", samples("refer"), ids=lambda path: path.stem)
def test_a_sample_gives_what_lies_beside_it(path, request):
    check_sample(REFER, path, update=request.config.getoption("--update"))


def test_a_second_title_behind_an_empty_line_begins_a_record():
    text = "%0 Book\n%T One\n\n%X About it\n\n%T Two\n%A Doe, Jan\n"
    assert [record.entry.title for record in records(REFER, text)] == ["One", "Two"]


def test_a_body_of_bibix_is_no_person():
    entry = only(REFER, "%T x\n%Q Lamp Board\n").entry
    assert entry.author == (Name(literal="Lamp Board"),)


def test_what_a_tag_fills_is_a_field_or_known():
    known = {*Entry.__struct_fields__, "doi", "file", "isbn", "link", "serial"}
    kinds = {each.value for each in ItemType}
    for tag, row in rows("read_refer").items():
        assert set(row) - {"field"} <= kinds, tag
        assert {field for fields in row.values() for field in fields.split()} <= known, tag
    assert {row["type"] for row in rows("read_refer_types").values()} <= kinds


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("%0 Journal Article\n%T x\n", 0.97),
        ("%0 Journal Article\n", 0.0),
        ("%T x\n%A y\n%D 2020\n", 0.7),
        ("%A y\n%D 2020\n%I z\n", 0.0),
        ("%% a comment\n%T x\n%A y\n%D 2020\n", 0.0),
        ("% LaTeX\n\\documentclass{article}\n", 0.0),
        ("# Lamps\n\n%T x\n%A y\n%D z\n", 0.0),
        ("%T x\n%A y\n%D z\n" + "prose\n" * 9, 0.0),
        ("", 0.0),
    ],
)
def test_a_score_is_sure_or_nothing(text, score):
    assert REFER.score(text) == score


@pytest.mark.parametrize("line", ["%K lamps\n", "%A Doe, Jan\n", "%1 y\n", "\n", "more\n"])
def test_a_long_record_costs_what_it_holds(line):
    few, many = (f"%0 Book\n%T x\n{line * count}" for count in (500, 4000))
    assert_cost_ratio(
        lambda: pieces(REFER, many), lambda: pieces(REFER, few), most=20, floor_s=0.002
    )


def test_many_records_cost_what_they_hold():
    few, many = ("%0 Book\n%T x\n%K y\n\n" * count for count in (100, 800))
    assert len(records(REFER, few)) == 100
    assert_cost_ratio(
        lambda: pieces(REFER, many), lambda: pieces(REFER, few), most=16, floor_s=0.002
    )


@given(st.text(st.sampled_from("%0TADPB12 -\r\n,;"), max_size=80))
def test_no_text_stops_the_reading(text):
    for start in ("", "%0 Book\n%T x\n"):
        pieces(REFER, start + text)

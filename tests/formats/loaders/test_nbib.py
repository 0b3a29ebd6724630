import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.crosswalk import rows
from refman.formats.loaders.nbib import NBIB
from refman.model import Date, Entry, ItemType, Name
from tests.formats.loaders.loaded import check_sample, only, pieces, records, samples
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize("path", samples("nbib"), ids=lambda path: path.stem)
def test_a_sample_gives_what_lies_beside_it(path, request):
    check_sample(NBIB, path, update=request.config.getoption("--update"))


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("PG  - 123-8", "page", "123-128"),
        ("PG  - 123-128", "page", "123-128"),
        ("PG  - S12-3", "page", "S12-3"),
        ("DP  - 1998 Dec 1-15", "issued", Date(1998, 12, 1, end=Date(1998, 12, 15))),
        ("DP  - 2022 Winter", "issued", Date(2022, season=4)),
        ("FAU - Hiles, I D", "author", (Name(family="Hiles", given="I. D."),)),
        ("FAU - Doe, Jan Jr", "author", (Name(family="Doe", given="Jan", suffix="Jr"),)),
        ("AU  - van Berg JA", "author",
         (Name(family="Berg", given="J. A.", non_dropping_particle="van"),)),
        ("CN  - Lamp Group", "author", (Name(literal="Lamp Group"),)),
        ("IS  - 0317-8471 (Print)\nIS  - 0317-8471 (Linking)", "issn", "0317-8471"),
        ("PT  - Preprint\nPT  - Journal Article", "type", ItemType.ARTICLE),
    ],
)  # fmt: skip
def test_a_line_fills_a_field(line, field, value):
    assert getattr(only(NBIB, f"PMID- 1\nTI  - x\n{line}\n").entry, field) == value


def test_a_number_is_one_only_in_its_form():
    entry = only(NBIB, "PMID- 000\nTI  - x\n").entry
    assert entry.identifiers.pmid is None
    assert entry.extra == {"PMID": "000"}


def test_what_a_tag_fills_is_a_field_or_known():
    known = {*Entry.__struct_fields__, "doi", "isbn", "issn", "pmid", "link"}
    kinds = {each.value for each in ItemType}
    for tag, row in rows("read_nbib").items():
        assert set(row) - {"field"} <= kinds, tag
        assert {field for fields in row.values() for field in fields.split()} <= known, tag
    assert {row["type"] for row in rows("read_nbib_types").values()} <= kinds


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("PMID- 1\nOWN - NLM\nTI  - x\n", 0.98),
        ("\nOWN - ERIC\nTI  - x\n", 0.98),
        ("TY  - JOUR\nTI  - x\nAU  - y\n", 0.0),
        ("PMID- 1, and prose", 0.0),
        ("@article{x,\nnote={PMID- 1\nTI  - x}\n}", 0.0),
        ("", 0.0),
    ],
)
def test_a_score_is_sure_or_nothing(text, score):
    assert NBIB.score(text) == score


@pytest.mark.parametrize(
    "line", ["OT  - lamps\n", "FAU - Doe, Jan\nAU  - Doe J\n", "XX  - y\n", "\n", "      more\n"]
)
def test_a_long_record_costs_what_it_holds(line):
    few, many = (f"PMID- 1\nTI  - x\n{line * count}" for count in (500, 4000))
    assert_cost_ratio(lambda: pieces(NBIB, many), lambda: pieces(NBIB, few), most=20, floor_s=0.002)


def test_many_records_cost_what_they_hold():
    few, many = ("PMID- 1\nTI  - x\nOT  - y\n\n" * count for count in (100, 800))
    assert len(records(NBIB, few)) == 100
    assert_cost_ratio(lambda: pieces(NBIB, many), lambda: pieces(NBIB, few), most=16, floor_s=0.002)


@given(st.text(st.sampled_from("PMIDTAUF12 -\r\n,;[doi]"), max_size=80))
def test_no_text_stops_the_reading(text):
    for start in ("", "PMID- 1\nTI  - x\n"):
        pieces(NBIB, start + text)

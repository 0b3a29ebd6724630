import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from refman.formats.crosswalk import rows
from refman.formats.loaders.ris import RIS
from refman.formats.preprints import completed
from refman.formats.ris import RIS as WRITER
from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    Isbn,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Pmid,
    Record,
    Span,
)
from tests.formats.loaders.loaded import check_sample, only, pieces, records, samples
from tests.formats.shown import dumped, hostile_entries, law
from tests.growth import assert_cost_ratio

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making a failing case small: an entry has so many fields that it takes minutes."""


@pytest.mark.parametrize("path", samples("ris_in"), ids=lambda path: path.stem)
def test_a_sample_gives_what_lies_beside_it(path, request):
    check_sample(RIS, path, update=request.config.getoption("--update"))


def back(entry):
    """What comes back of an entry that RIS was written of."""
    return only(RIS, dumped(WRITER, entry)).entry


def kept(entry):
    """An entry as far as RIS holds it; what the writer and this function leave out is lost."""
    entry = completed(entry)
    notes = tuple(note for note in (entry.note, *entry.notes) if note)
    return msgspec.structs.replace(
        entry,
        note=None,
        notes=notes,
        keywords=tuple(dict.fromkeys(Keyword(word.text) for word in entry.keywords)),
        container_title=entry.container_title or entry.container_title_short,
    )


def bare(entry):
    """An entry without what has no law: places of links, titles of files."""
    return msgspec.structs.replace(
        entry,
        links=tuple(
            msgspec.structs.replace(
                link, raw_url="", span=Span(0, 0), roles=link.roles or (link.kind,)
            )
            for link in entry.links
        ),
        attachments=tuple(Attachment("", each.path) for each in entry.attachments),
    )


words = st.sampled_from(
    [
        "Lamps",
        "R&D",
        "oil < 50%",
        "Emit <action> now",
        "π and α",
        "the wick",
        "灯笼",
        "a-b–c",
        "x:y",
    ]
)
texts = st.none() | st.lists(words, min_size=1, max_size=3).map(" ".join)
numbers = st.none() | st.sampled_from(["1", "12", "e17", "4a"])
names = st.sampled_from(
    [
        Name(family="Lindqvist", given="Ada Maria"),
        Name(family="Berg", given="Jan", non_dropping_particle="van der"),
        Name(family="Humboldt", given="Wilhelm", dropping_particle="von"),
        Name(family="Okafor", given="Ngozi", suffix="III"),
        Name(family="Salt and Pepper", given="Sam"),
        Name(literal="Plato"),
    ]
)
people = st.lists(names, max_size=3).map(tuple)
dates = st.none() | st.builds(
    Date,
    st.integers(1400, 2100),
    st.integers(1, 12),
    st.none() | st.integers(1, 28),
    circa=st.booleans(),
    end=st.none() | st.builds(Date, st.integers(2101, 2200), st.integers(1, 12)),
) | st.builds(Date, st.integers(1400, 2100), season=st.none() | st.integers(1, 4))  # fmt: skip
plain_texts = dict.fromkeys(
    (
        "title", "title_short", "container_title", "container_title_short", "collection_title",
        "event_title", "event_place", "publisher", "publisher_place", "edition", "version", "genre",
        "medium", "language", "license", "source", "archive", "archive_location", "call_number",
        "section", "abstract",
    ),
    texts,
)  # fmt: skip
plain_numbers = dict.fromkeys(
    (
        "volume", "issue", "number", "collection_number", "chapter_number", "number_of_volumes",
    ),
    numbers,
)  # fmt: skip
entries = st.builds(
    Entry,
    type=st.sampled_from(ItemType),
    citekey=st.none() | st.sampled_from([Citekey("berg2019"), Citekey("2019")]),
    author=people,
    editor=people,
    translator=people,
    collection_editor=people,
    contributor=people,
    issued=dates,
    accessed=dates,
    event_date=dates,
    original_date=dates,
    page=st.none() | st.sampled_from(["1-9", "e1-e9", "7", "1-9, 12"]),
    number_of_pages=st.none() | st.sampled_from(["240", "xii, 240"]),
    issn=st.none() | st.just("0317-8471"),
    url=st.none() | st.sampled_from(["https://x.example/?a=1&para=2", "https://x.example/a"]),
    identifiers=st.builds(
        Identifiers,
        doi=st.none() | st.just(Doi("10.1234/lamps.1")),
        isbn=st.none() | st.just(Isbn("9780306406157")),
        pmid=st.none() | st.just(Pmid("123")),
        arxiv=st.none() | st.just(Arxiv(ArxivId("2401.00001"), primary_class="cs.LG")),
        dblp=st.none() | st.just("conf/lamp/Lindqvist25"),
        openalex=st.none() | st.just("W1234567890"),
    ),
    keywords=st.lists(
        st.sampled_from([Keyword("lamps"), Keyword("oil, and wick"), Keyword("R&D")]),
        max_size=3,
        unique=True,
    ).map(tuple),
    notes=st.lists(st.sampled_from(["One.\n\nTwo <b>.", "Language: Oil"]), max_size=2).map(tuple),
    links=st.lists(
        st.builds(
            Link,
            url=st.sampled_from(["https://github.com/lamp/wick", "https://x.example/?b=1&a=2"]),
            raw_url=st.just(""),
            span=st.just(Span(0, 0)),
            kind=st.just(LinkKind.CODE),
            roles=st.sampled_from([(LinkKind.CODE,), (LinkKind.CODE, LinkKind.VIDEO)]),
            promised=st.booleans(),
            evidence=st.none() | st.just("See <there> & here."),
        ),
        max_size=2,
        unique_by=lambda link: link.url,
    ).map(tuple),
    attachments=st.lists(
        st.sampled_from(
            [
                Attachment("", "files/a b.pdf"),
                Attachment("", "C:\\files\\a.txt"),
                Attachment("", "https://x.example/a.html"),
            ]
        ),
        max_size=2,
        unique=True,
    ).map(tuple),
    **plain_texts,
    **plain_numbers,
)


EVERY_FIELD = Entry(
    **dict.fromkeys(plain_texts, "Lamps"),
    **dict.fromkeys(plain_numbers, "12"),
    **dict.fromkeys(
        ("author", "editor", "translator", "collection_editor", "contributor"),
        (Name(family="Doe", given="Jan"),),
    ),
    **dict.fromkeys(("issued", "accessed", "event_date", "original_date"), Date(2020, 3, 4)),
    page="7",
    number_of_pages="240",
    issn="0317-8471",
    url="https://x.example/a",
    note="A remark",
    identifiers=Identifiers(isbn=Isbn("9780306406157")),
)


def shown(entry):
    """An entry for comparing: its fields that are not empty."""
    return {
        field: value
        for field in Entry.__struct_fields__
        if (value := getattr(bare(entry), field)) not in (None, (), {})
    }


PEOPLE = ("author", "editor", "translator", "collection_editor", "contributor")


@pytest.mark.parametrize("field", [*plain_texts, *plain_numbers, *PEOPLE, "issued", "page"])
def test_a_field_comes_back_of_every_type(field):
    value = getattr(EVERY_FIELD, field)
    entries = [Entry(type=each, **{field: value}) for each in ItemType]
    mixed = {each.type.value for each in entries if shown(back(each)) != shown(kept(each))}
    assert not mixed


@pytest.mark.parametrize("item_type", ItemType)
def test_all_fields_of_a_type_come_back_together(item_type):
    entry = msgspec.structs.replace(EVERY_FIELD, type=item_type)
    assert shown(back(entry)) == shown(kept(entry))


@settings(law, phases=PHASES, max_examples=40)
@given(entries)
def test_what_is_written_comes_back(entry):
    assert shown(back(entry)) == shown(kept(entry))


@settings(law, phases=PHASES, max_examples=25)
@given(entries)
def test_reading_and_writing_again_changes_nothing(entry):
    once = back(entry)
    assert shown(back(once)) == shown(once)


@law
@given(hostile_entries())
def test_no_text_is_lost_or_makes_a_record(entry):
    text = dumped(WRITER, entry, Entry(title="next"))
    found = pieces(RIS, text)
    assert [type(piece) for piece in found] == [Record, Record]
    assert found[1].entry.title == "next"


def test_what_a_tag_fills_is_a_field_or_known():
    known = {*Entry.__struct_fields__, "doi", "isbn", "issn", "serial", "file", "link"}
    kinds = set(rows("read_ris_types"))
    for tag, row in rows("read_ris").items():
        assert set(row) - {"field"} <= kinds, tag
        for fields in row.values():
            assert set(fields.split()) <= known, tag
    for row in rows("read_ris_types").values():
        assert ItemType(row["type"])


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("TY  - JOUR\r\nTI  - x\r\n", 0.97),
        ("\ufeffProvider: x\n\nTY - JOUR\nTI - x", 0.97),
        ("ty  - jour\nti  - x", 0.97),
        ("TY  - JOUR\nand then prose", 0.0),
        ("@article{x,\nabstract={\nTY  - JOUR\nTI  - x\n}", 0.0),
        ("TI  - x\nAU  - y\nPY  - 2020\nER  - ", 0.6),
        ("TI  - x\nAU  - y\n" + "prose\n" * 9, 0.0),
        ("PMID- 1\nTI  - x\nAU  - y\nAB  - z\nIP  - z\n", 0.0),
        ("Lamps - a study\n\nWe - in short - lit them.", 0.0),
        ("# Lamps\n\n- [x](y)\n", 0.0),
        ("", 0.0),
    ],
)
def test_a_score_is_sure_or_nothing(text, score):
    assert RIS.score(text) == score


def test_more_issns_than_a_journal_has_are_kept_apart():
    numbers = [f"{1000 + place}-1234" for place in range(12)]
    lines = "".join(f"SN  - {number}\n" for number in numbers)
    entry = only(RIS, f"TY  - JOUR\n{lines}ER  - ").entry
    assert [*entry.issn.split(), *entry.extra["SN"].split()] == numbers


def _record(count, line="KW  - lamps and oil\r\n"):
    return "TY  - JOUR\r\nTI  - x\r\n" + line * count + "ER  - \r\n"


@pytest.mark.parametrize(
    "line",
    [
        "KW  - lamps and oil\r\n",
        "AU  - Doe, Jan\r\n",
        "XX  - y\r\n",
        "UR  - https://x.example/a\r\n",
        "SN  - 0317-8471\r\n",
        "L4  - https://x.example/a\r\n",
        "M1  - Colour: red\r\n",
        "\r\n",
        "TY  -\r\n",
    ],
)
def test_a_long_record_costs_what_it_holds(line):
    few, many = _record(500, line), _record(4000, line)
    assert_cost_ratio(lambda: pieces(RIS, many), lambda: pieces(RIS, few), most=20, floor_s=0.002)


def test_many_records_cost_what_they_hold():
    few, many = _record(2) * 100, _record(2) * 800
    assert len(records(RIS, few)) == 100
    assert_cost_ratio(lambda: pieces(RIS, many), lambda: pieces(RIS, few), most=16, floor_s=0.002)


@pytest.mark.parametrize(
    "text", ["x" * 10_000_000, "AB  - " + "a, " * 500_000, "AU  - " + "; " * 10**6]
)
def test_one_long_line_is_read(text):
    pieces(RIS, f"TY  - JOUR\nTI  - x\n{text}\nER  - ")


@given(st.text(st.sampled_from("TYERAU12 -–\r\n\t,;:<>/a."), max_size=80))
def test_no_text_stops_the_reading(text):
    for start in ("", "TY  - JOUR\nTI  - x\n"):
        pieces(RIS, start + text)

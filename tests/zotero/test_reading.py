import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.crosswalk import rows, type_name
from refman.formats.people import two_parts
from refman.model import (
    Arxiv,
    ArxivId,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    Isbn,
    ItemType,
    Keyword,
    Name,
    Pmid,
)
from refman.zotero.items import parcel_of
from refman.zotero.reading import entry_of
from tests.formats.entries import FULL, NAMES, typed_entries
from tests.formats.recorded import recorded
from tests.formats.shown import hostile_entries, law
from tests.growth import assert_cost_ratio

PAPER = {
    "key": "ABCD2345",
    "version": 17,
    "itemType": "conferencePaper",
    "title": "Wicks of Wool: a Study",
    "creators": [
        {"creatorType": "author", "firstName": "Jan", "lastName": "van der Berg"},
        {"creatorType": "author", "name": "The Lantern Team"},
        {"creatorType": "editor", "firstName": "", "lastName": "Plato"},
    ],
    "abstractNote": "First.\n\nSecond.",
    "date": "June 2024",
    "proceedingsTitle": "Proceedings of the Meeting on Lamps",
    "conferenceName": "Lamps 2024",
    "place": "Oslo",
    "publisher": "",
    "volume": "1",
    "pages": "123-130",
    "series": "Lecture Notes in Lamps",
    "DOI": "https://doi.org/10.1234/lamps.2024.1",
    "ISBN": "978-1-234-56789-7",
    "citationKey": "berg2024wicks",
    "url": "https://lamps.example/2024/wick_1.html",
    "accessDate": "2024-07-01T10:00:00Z",
    "libraryCatalog": "Lamp Library",
    "extra": "arXiv:2401.00001 [cs.LG]\nPMID: 12345678\nRead on a Tuesday",
    "tags": [{"tag": "lamps"}, {"tag": "cs.LG", "type": 1}],
    "collections": ["WXYZ2345"],
    "relations": {"dc:relation": ["http://zotero.org/users/1/items/QRST2345"]},
    "dateAdded": "2024-07-01T10:00:01Z",
}


def test_a_paper_with_all_that_tells_papers_apart():
    assert entry_of(PAPER) == Entry(
        type=ItemType.PAPER_CONFERENCE,
        citekey=Citekey("berg2024wicks"),
        title="Wicks of Wool: a Study",
        author=(
            Name(family="Berg", given="Jan", non_dropping_particle="van der"),
            Name(literal="The Lantern Team"),
        ),
        editor=(Name(family="Plato"),),
        issued=Date(2024, 6),
        accessed=Date(2024, 7, 1),
        abstract="First.\n\nSecond.",
        container_title="Proceedings of the Meeting on Lamps",
        event_title="Lamps 2024",
        publisher_place="Oslo",
        volume="1",
        page="123-130",
        collection_title="Lecture Notes in Lamps",
        source="Lamp Library",
        url="https://lamps.example/2024/wick_1.html",
        note="Read on a Tuesday",
        identifiers=Identifiers(
            doi=Doi("10.1234/lamps.2024.1"),
            arxiv=Arxiv(ArxivId("2401.00001"), primary_class="cs.LG"),
            isbn=Isbn("9781234567897"),
            pmid=Pmid("12345678"),
        ),
        keywords=(Keyword("lamps"), Keyword("cs.LG", automatic=True)),
    )


@pytest.mark.parametrize(
    "said",
    [
        {"archiveID": "arXiv:2401.00001"},
        {"extra": "arXiv:2401.00001 [cs.LG]"},
        {"extra": "arXiv ID: 2401.00001"},
        {"url": "https://arxiv.org/abs/2401.00001v2"},
        {"url": "http://arxiv.org/pdf/2401.00001"},
        {"DOI": "10.48550/arXiv.2401.00001"},
        {"extra": "DOI: 10.48550/arXiv.2401.00001"},
    ],
)
def test_a_preprint_is_known_by_its_number_wherever_it_stands(said):
    arxiv = entry_of({"itemType": "preprint"} | said).identifiers.arxiv
    assert arxiv is not None
    assert arxiv.id == "2401.00001"


@pytest.mark.parametrize(
    ("said", "kind", "value"),
    [
        ({"extra": "DOI: 10.1234/x"}, "doi", "10.1234/x"),
        ({"PMID": "12345678"}, "pmid", "12345678"),
        ({"extra": "PMID: 12345678"}, "pmid", "12345678"),
        ({"extra": "ISBN: 978-1-234-56789-7"}, "isbn", "9781234567897"),
        ({"extra": "OpenReview: d1mM3rX"}, "openreview", "d1mM3rX"),
        ({"extra": "Citation Key: lamp1987"}, "citekey", "lamp1987"),
        ({"citationKey": "lamp1987"}, "citekey", "lamp1987"),
    ],
)
def test_identifiers_are_read_from_fields_and_from_extra(said, kind, value):
    entry = entry_of({"itemType": "journalArticle"} | said)
    assert getattr(entry.identifiers, kind, None) or getattr(entry, kind) == value
    assert value in msgspec.json.encode(entry).decode()
    assert entry.extra == {}


def test_titles_and_dates_have_the_names_of_their_type():
    case = entry_of({"itemType": "case", "caseName": "Oil v. Wick", "dateDecided": "1987-03-02"})
    assert (case.title, case.issued) == ("Oil v. Wick", Date(1987, 3, 2))
    mail = entry_of({"itemType": "email", "subject": "On lamps"})
    assert (mail.type, mail.title) == (ItemType.PERSONAL_COMMUNICATION, "On lamps")


@pytest.mark.parametrize(
    ("kind", "creator", "field"),
    [
        ("computerProgram", "programmer", "author"),
        ("patent", "inventor", "author"),
        ("hearing", "contributor", "author"),
        ("book", "contributor", "contributor"),
        ("book", "seriesEditor", "collection_editor"),
        ("podcast", "podcaster", "author"),
        ("book", "translator", "translator"),
    ],
)
def test_creators_are_what_they_are_to_us(kind, creator, field):
    who = {"creatorType": creator, "firstName": "Ada", "lastName": "Lindqvist"}
    entry = entry_of({"itemType": kind, "creators": [who]})
    assert getattr(entry, field) == (Name(family="Lindqvist", given="Ada"),)


def test_what_is_said_twice_otherwise_is_kept():
    entry = entry_of({"itemType": "dataset", "identifier": "7", "number": "8"})
    assert entry.number == "7"
    assert entry.extra == {"number": "8"}


def test_what_refman_does_not_know_is_left_out():
    told = {"itemType": "lamp", "lumens": "800", "runningTime": "1:22", "title": "Of Lamps"}
    who = {"creatorType": "lighter", "name": "Bo"}
    assert entry_of(told | {"creators": [who]}) == Entry(type=ItemType.DOCUMENT, title="Of Lamps")
    assert entry_of({}) == Entry(type=ItemType.DOCUMENT)


@pytest.mark.parametrize(
    "value",
    [None, 7, 10**5000, True, [], [[["x"]]], {}, {"x": {}}, "\ud800", float("nan"), b"x"],
    ids=lambda value: type(value).__name__,
)
def test_a_value_of_another_kind_is_left_out(value):
    data = dict.fromkeys([*PAPER, "nothing"], value)
    entry = entry_of(data | {"title": "Of Lamps"})
    assert entry.title == "Of Lamps"
    assert (entry.author, entry.keywords) == ((), ())
    inside = {
        "creators": [value, {"creatorType": value, "name": value}, {"lastName": value}],
        "tags": [value, {"tag": value}, {"tag": "lamps", "type": value}, {"type": 1}],
    }
    words = [keyword.text for keyword in entry_of(inside).keywords]
    assert [word for word in words if word.isascii()] == ["lamps"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@law
@given(st.dictionaries(st.sampled_from([*PAPER, "caseName", "PMID", "type"]), json_values))
def test_no_data_breaks_it(data):
    assert isinstance(entry_of(data), Entry)


@law
@given(hostile_entries())
def test_what_we_write_is_read_again_whatever_it_says(entry):
    item = parcel_of(entry).item
    read = entry_of(item)
    assert read == entry_of(item)
    assert len(read.keywords) <= len(entry.keywords)


def test_long_data_takes_its_time_in_proportion():
    def read(size):
        words = [{"tag": f"lamp {number}"} for number in range(size)]
        people = [{"creatorType": "author", "lastName": f"L{number}"} for number in range(size)]
        lines = "\n".join(f"Line {number}: of lamps" for number in range(size))
        return lambda: entry_of({"tags": words, "creators": people, "extra": lines})

    assert_cost_ratio(read(1_600), read(200), most=24, floor_s=0.001)


def test_a_text_beyond_all_measure_is_left_out():
    entry = entry_of({"title": "Of Lamps", "abstractNote": "x" * 250_001})
    assert entry == Entry(type=ItemType.DOCUMENT, title="Of Lamps")


LISTED = ("title", "title_short", "abstract", "container_title", "volume", "page", "url",
          "number", "version", "genre", "publisher", "publisher_place", "issued", "accessed",
          "citekey", "issn", "language", "license", "source")  # fmt: skip


@pytest.mark.parametrize("item_type", ItemType)
def test_an_entry_comes_back_with_what_tells_it_apart(item_type):
    entry = msgspec.structs.replace(FULL, type=item_type, author=NAMES)
    read = entry_of(parcel_of(entry).item)
    kind = type_name(item_type, "zotero")
    assert read.type.value == rows("read_zotero_types")[kind]["type"]
    no_version = msgspec.structs.replace(entry.identifiers.arxiv, version=None)
    assert read.identifiers == msgspec.structs.replace(entry.identifiers, arxiv=no_version)
    for field in LISTED:
        assert getattr(read, field) == getattr(entry, field), field
    assert sorted(map(two_parts, people(read))) == sorted(map(two_parts, people(entry)))
    assert list(map(two_parts, read.author))[: len(NAMES)] == list(map(two_parts, NAMES))
    assert read.keywords == entry.keywords


def people(entry):
    return [
        *entry.author,
        *entry.editor,
        *entry.translator,
        *entry.collection_editor,
        *entry.contributor,
    ]


def test_authors_stay_authors_in_every_type():
    for entry in typed_entries():
        assert entry_of(parcel_of(entry).item).author == entry.author


@pytest.mark.corpus
def test_what_zotero_has_is_read_whole(corpus):
    for item in recorded(corpus.parent / "zotero-samples", "best.rdf"):
        read = entry_of(item)
        again = parcel_of(read).item
        own = {"attachments", "notes", "collections", "accessDate", "ISBN", "tags"}
        assert {name: again[name] for name in item if name not in own} == {
            name: item[name] for name in item if name not in own
        }
        assert (read.identifiers.isbn or "") == item.get("ISBN", "").replace("-", "")

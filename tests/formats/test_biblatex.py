import pytest

from refman.formats.biblatex import BIBLATEX
from refman.formats.format import Options, Profile
from refman.model import Entry, ItemType
from tests.formats.shown import dumped
from tests.formats.tex_reader import read_entries

TYPES = {
    ItemType.ARTICLE: ("online", "titleaddon", "organization"),
    ItemType.ARTICLE_JOURNAL: ("article", "journaltitle", "publisher"),
    ItemType.PAPER_CONFERENCE: ("inproceedings", "booktitle", "publisher"),
    ItemType.CHAPTER: ("incollection", "booktitle", "publisher"),
    ItemType.ENTRY: ("inreference", "booktitle", "publisher"),
    ItemType.THESIS: ("thesis", "titleaddon", "institution"),
    ItemType.REPORT: ("report", "titleaddon", "institution"),
    ItemType.SOFTWARE: ("software", "titleaddon", "organization"),
    ItemType.DATASET: ("dataset", "titleaddon", "publisher"),
    ItemType.DOCUMENT: ("misc", "howpublished", "organization"),
}


@pytest.mark.parametrize(("item_type", "names"), TYPES.items())
def test_types_and_the_names_of_their_fields(item_type, names):
    entry = Entry(type=item_type, title="x", container_title="In", publisher="By")
    ((type_, _, fields),) = read_entries(dumped(BIBLATEX, entry))
    assert (type_, fields[names[1]], fields[names[2]]) == (names[0], "In", "By")


def test_zotero_would_drop_a_dataset():
    entry = Entry(type=ItemType.DATASET, title="x")
    ((type_, *_),) = read_entries(dumped(BIBLATEX, entry, options=Options(profile=Profile.ZOTERO)))
    assert type_ == "misc"


PLACES = Entry(event_place="Lisbon", publisher_place="Oslo", notes=("Read it.",))


def test_places_have_the_names_that_each_reader_knows():
    ((*_, latex),) = read_entries(dumped(BIBLATEX, PLACES))
    assert latex == {"venue": "Lisbon", "location": "Oslo", "annotation": "Read it."}
    text = dumped(BIBLATEX, PLACES, options=Options(profile=Profile.ZOTERO))
    ((*_, zotero),) = read_entries(text)
    assert zotero == {"location": "Lisbon", "address": "Oslo", "annote": "Read it."}

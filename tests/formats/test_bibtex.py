import subprocess
import sys

import bibtexparser
import pytest

from refman.formats.bibtex import BIBTEX, to_library
from refman.formats.format import Options, Profile
from refman.model import Citekey, Entry, ItemType, Name
from tests.formats.entries import FULL, sample_entries
from tests.formats.shown import dumped
from tests.formats.tex_reader import read_entries


def test_the_text_is_ascii_but_for_what_latex_has_no_commands_for():
    accents = next(entry for entry in sample_entries() if entry.citekey == "hostile-accents")
    left = {sign for sign in dumped(BIBTEX, accents) if not sign.isascii()}
    assert left == {"ﬁ"}


TYPES = {
    ItemType.ARTICLE: "misc",
    ItemType.ARTICLE_JOURNAL: "article",
    ItemType.PAPER_CONFERENCE: "inproceedings",
    ItemType.CHAPTER: "incollection",
    ItemType.THESIS: "phdthesis",
    ItemType.REPORT: "techreport",
    ItemType.BOOK: "book",
    ItemType.DATASET: "misc",
    ItemType.SOFTWARE: "misc",
}
NAMES = {
    "misc": ("howpublished", "publisher"),
    "article": ("journal", "publisher"),
    "inproceedings": ("booktitle", "publisher"),
    "incollection": ("booktitle", "publisher"),
    "phdthesis": ("howpublished", "school"),
    "techreport": ("howpublished", "institution"),
    "book": ("howpublished", "publisher"),
}


@pytest.mark.parametrize(("item_type", "name"), TYPES.items())
def test_types_and_the_names_of_their_fields(item_type, name):
    entry = Entry(type=item_type, title="x", container_title="In", publisher="By")
    ((type_, _, fields),) = read_entries(dumped(BIBTEX, entry))
    assert type_ == name
    container, publisher = NAMES[name]
    assert (fields[container], fields[publisher]) == ("In", "By")


KEYS = {
    "a short title": (Entry(citekey=Citekey("k"), title_short="Dimmer 2.0"), "Dimmer 2.0"),
    "signs in it": (Entry(citekey=Citekey("k"), title_short="[Dimmer]"), "k"),
    "accents in it": (Entry(citekey=Citekey("k"), title_short="Über"), "k"),
    "no short title": (Entry(citekey=Citekey("a_b"), title="x"), r"a\_b"),
    "no key": (Entry(title="x"), "entry-1"),
}


@pytest.mark.parametrize(("entry", "key"), KEYS.values(), ids=KEYS)
def test_without_authors_there_is_something_to_sort_by(entry, key):
    ((_, _, fields),) = read_entries(dumped(BIBTEX, entry))
    assert fields["key"] == key


def test_with_authors_or_for_zotero_there_is_none():
    entry = Entry(title="x", author=(Name(family="Bo"),))
    assert "key = " not in dumped(BIBTEX, entry)
    assert "key = " not in dumped(BIBTEX, Entry(), options=Options(profile=Profile.ZOTERO))


def test_the_users_words_are_protected():
    entry = Entry(title="From Kyoto")
    options = Options(protected_words=frozenset({"Kyoto"}))
    assert "title = {From {Kyoto}}" in dumped(BIBTEX, entry, options=options)
    assert "title = {From Kyoto}" in dumped(BIBTEX, entry)


def test_the_objects_are_what_the_file_is_read_as():
    entries = [FULL, *sample_entries()[:30]]
    read = bibtexparser.parse_string(dumped(BIBTEX, *entries))
    made = to_library(entries)
    assert [shape(entry) for entry in made.entries] == [shape(entry) for entry in read.entries]
    assert not made.failed_blocks


def shape(entry):
    return entry.entry_type, entry.key, [(field.key, field.value) for field in entry.fields]


def test_the_objects_heed_options():
    (entry,) = to_library([FULL], Options(profile=Profile.ZOTERO)).entries
    assert "code" not in entry.fields_dict


def test_bibtexparser_is_not_loaded_for_an_export():
    code = "import sys, refman.formats.bibtex; sys.exit('bibtexparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

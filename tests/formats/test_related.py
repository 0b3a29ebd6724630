"""Entries that name others of their file: written, counted as lost where they are, read back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from refman.formats.biblatex import BIBLATEX
from refman.formats.format import FEATURES, Losses, Options, Profile
from refman.formats.loaders.bib import BIBTEX
from refman.formats.loaders.zotero_rdf import ZOTERO_RDF as RDF_IN
from refman.formats.related import related_keys, with_related
from refman.formats.zotero_rdf import ZOTERO_RDF
from refman.model import Citekey, Entry
from tests.formats.loaders.loaded import records
from tests.formats.shown import dumped
from tests.formats.tex_reader import read_entries


def named(key, *others):
    entry = Entry(citekey=Citekey(key) if key else None, title=f"A lamp, {key}")
    return with_related(entry, others) if others else entry


def read_back(loader, text):
    return {one.entry.citekey: related_keys(one.entry) for one in records(loader, text)}


def test_keys_are_read_as_people_write_them():
    assert related_keys(Entry(extra={"related": "a,b , c,,\n a"})) == ("a", "b", "c")
    assert related_keys(Entry()) == related_keys(Entry(extra={"related": " "})) == ()
    assert related_keys(Entry(citekey=Citekey("a"), extra={"related": "a,b"})) == ("b",)


def test_biblatex_has_fields_of_its_own_and_reads_them_back():
    text = dumped(BIBLATEX, named("early", "printed", "talk"), named("printed", "early"))
    (_, _, early), (_, _, printed) = read_entries(text)
    assert early == {
        "title": "A lamp, early",
        "related": "printed,talk",
        "relatedtype": "seealso",
    }
    assert printed["related"] == "early"
    assert read_back(BIBTEX, text) == {"early": ("printed", "talk"), "printed": ("early",)}


def test_what_a_file_loses_is_counted_once():
    entry = with_related(Entry(extra={"x-colour": "warm"}), ["early"])
    assert (FEATURES["related"](entry), FEATURES["extra"](entry)) == (1, 1)
    for extra in ({"relatedtype": "seealso"}, {"related": "a", "relatedtype": "translationof"}):
        assert FEATURES["extra"](Entry(extra=extra)) == 1
    for format_, options, lost in (
        (BIBLATEX, Options(), set()),
        (BIBLATEX, Options(profile=Profile.ZOTERO), {"related", "extra"}),
        (ZOTERO_RDF, Options(), {"extra"}),
    ):
        losses = Losses(format_.losses(options))
        assert list(losses.watch([entry])) == [entry]
        assert {feature for feature, _, _ in losses.report()} == lost


def test_an_item_of_zotero_points_to_the_others_and_to_nothing_else():
    entries = [
        named("printed", "early", "gone"),
        named(""),
        named("talk", "printed", "talk-2"),
        named("early", "printed"),
    ]
    text = dumped(ZOTERO_RDF, *entries)
    assert text.count("<dc:relation ") == 3
    # What names one that is still to come stands behind the others.
    places = [text.index(f'rdf:about="#item_{number}"') for number in (2, 4, 1, 3)]
    assert places == sorted(places)
    assert text.index('rdf:resource="#item_4"') > text.index('rdf:about="#item_1"')
    assert read_back(RDF_IN, text) == {
        None: (), "early": ("printed",), "printed": ("early",), "talk": ("printed",),
    }  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(("a", "b", "c", "d", "")), st.lists(st.sampled_from("abcdef"))),
        max_size=6,
        unique_by=lambda one: one[0],
    )
)
def test_nothing_dangles_and_every_entry_is_there_once(told):
    text = dumped(ZOTERO_RDF, *(named(key, *others) for key, others in told))
    there = {key for key, _ in told if key}
    assert text.count("<rdf:Description ") == len(told)
    assert read_back(RDF_IN, text) == {
        key or None: tuple(other for other in dict.fromkeys(others) if other in there - {key})
        for key, others in told
    }

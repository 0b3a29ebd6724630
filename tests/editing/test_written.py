"""An entry edited as the text of a format: what changed there, and nothing else, changes."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.editing.fields import all_fields
from refman.editing.items import changed_list
from refman.editing.written import WRITTEN_IN, read, taken, taken_step, write
from refman.errors import EditError
from refman.library import open_library
from refman.model import (
    Add,
    Citekey,
    Date,
    Entry,
    Holding,
    ItemType,
    KeptKind,
    Keyword,
    LinkKind,
    Name,
    Provenance,
    Span,
    Status,
)
from tests.formats.entries import FULL, HOSTILE_TEXTS
from tests.formats.read_back import entries
from tests.growth import assert_cost_ratio

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FORMS = {form.name: form for form in WRITTEN_IN}
BIBTEX = FORMS["bibtex"]
OWN = msgspec.structs.replace(
    FULL,
    status=Status.ACCEPTED,
    collections=("Lit/Lamps",),
    provenance={"title": Provenance("arxiv", at=NOW)},
)


def changed(entry, form, *swaps, first=None):
    """The entry after these texts were put in the place of those in what the format wrote."""
    text = write(first or entry, form)
    before = read(text, form)
    for old, new in swaps:
        assert text.count(old) == 1, (old, text)
        text = text.replace(old, new)
    after = read(text, form)
    assert after.is_sound, after.faults
    return taken(entry, before.entry, after.entry, now=NOW)


def differing(entry, other):
    return {
        name for name in Entry.__struct_fields__ if getattr(entry, name) != getattr(other, name)
    }


@pytest.mark.parametrize("form", WRITTEN_IN, ids=lambda form: form.name)
@given(entry=entries(), status=st.sampled_from(Status))
def test_a_text_that_nobody_touched_changes_nothing(form, entry, status):
    entry = msgspec.structs.replace(entry, status=status)
    text = write(entry, form)
    before, after = read(text, form), read(text, form)
    assert before.entry is not None
    assert taken(entry, before.entry, after.entry, now=NOW) == entry


@pytest.mark.parametrize("form", WRITTEN_IN, ids=lambda form: form.name)
@settings(max_examples=30)
@given(entry=entries(), title=st.sampled_from(["Warm Lamps", "On 3D Lamps", "灯"]))
def test_another_title_changes_the_title_alone(form, entry, title):
    before = read(write(entry, form), form).entry
    other = msgspec.structs.replace(entry, title=title)
    after = read(write(other, form), form).entry
    found = taken(entry, before, after, now=NOW)
    assert found.title == title
    assert differing(entry, found) <= {"title", "provenance"}


@pytest.mark.parametrize("form", WRITTEN_IN, ids=lambda form: form.name)
def test_what_is_written_is_one_sound_entry(form):
    text = write(OWN, form)
    assert read(text, form).is_sound
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("form", "swaps", "fields"),
    [
        ("bibtex", [("volume = {12}", "volume = {13}")], {"volume": "13"}),
        ("bibtex", [("  volume = {12},\n", "")], {"volume": None}),
        ("bibtex", [("month = jun", "month = jul")], {"issued": Date(2025, 7, 23)}),
        ("biblatex", [("date = {2025-06-23}", "date = {2025}")], {"issued": Date(2025)}),
        ("csl_json", [('"volume": "12"', '"volume": "13"')], {"volume": "13"}),
        ("csl_json", [('  "ISSN": "1234-5678",\n', "")], {"issn": None}),
        ("ris", [("VL  - 12", "VL  - 13")], {"volume": "13"}),
        ("ris", [("ST  - Dimmer\n", "")], {"title_short": None}),
    ],
)
def test_only_what_was_touched_changes(form, swaps, fields):
    found = changed(OWN, FORMS[form], *swaps)
    assert {name: getattr(found, name) for name in fields} == fields
    assert differing(OWN, found) == {*fields, "provenance"}
    for name in fields:
        assert found.provenance[name] == Provenance("user", at=NOW)
    assert found.provenance["title"] == OWN.provenance["title"]


def test_another_type():
    lamp = Entry(citekey=Citekey("lamp"), title="Lamp", issued=Date(2024))
    found = changed(lamp, FORMS["biblatex"], ("@online{", "@article{"))
    assert found.type is ItemType.ARTICLE_JOURNAL
    assert differing(lamp, found) == {"type", "provenance"}


def test_an_author_more_leaves_the_others():
    found = changed(OWN, BIBTEX, ("author = {", "author = {Neu, Nia and "))
    assert found.author == (Name(family="Neu", given="Nia"), *OWN.author)
    assert "author" not in found.provenance  # nobody vouches for the others


def test_an_author_who_is_written_otherwise_keeps_the_place():
    found = changed(OWN, BIBTEX, ("Lindqvist, Ada Maria", "Lindqvist, Ada"))
    assert found.author == (Name(family="Lindqvist", given="Ada"), *OWN.author[1:])
    assert found.provenance["author"].source == "user"


def test_authors_in_another_order():
    two = msgspec.structs.replace(OWN, author=OWN.author[:2])
    found = changed(
        two, BIBTEX, ("Lindqvist, Ada Maria and", ""), ("Bo},", "Bo and Lindqvist, Ada Maria},")
    )
    assert found.author == two.author[::-1]


def test_a_link_keeps_what_the_format_does_not_show():
    code = "https://github.com/lantern-lab/dimmer"
    found = changed(
        OWN, BIBTEX, (f"code = {{{code} ", "code = {"), ("demo = {", f"demo = {{{code} ")
    )
    (mine,) = (link for link in OWN.links if link.url == code)
    (link,) = (link for link in found.links if link.url == code)
    assert link.kind is LinkKind.DEMO
    assert link.evidence == mine.evidence
    assert link.raw_url == mine.raw_url
    assert sorted(one.url for one in found.links) == sorted(one.url for one in OWN.links)


def test_a_new_link_leaves_the_others_as_they_are():
    found = changed(OWN, BIBTEX, ("video = {", "video = {https://lamps.example/film.mp4 "))
    (new,) = (link for link in found.links if link not in OWN.links)
    assert (new.url, new.kind) == ("https://lamps.example/film.mp4", LinkKind.VIDEO)
    assert new.span == Span(0, len(new.raw_url))
    assert [link for link in found.links if link is not new] == list(OWN.links)


def test_a_tag_keeps_that_a_source_gave_it():
    found = changed(OWN, BIBTEX, ("keywords = {lamps", "keywords = {Lamps, warm"))
    assert found.keywords == (Keyword("Lamps"), Keyword("warm"), *OWN.keywords[1:])


def test_a_number_of_arxiv_keeps_its_version():
    found = changed(OWN, BIBTEX, ("primaryClass = {cs.CV}", "primaryClass = {cs.RO}"))
    arxiv = OWN.identifiers.arxiv
    assert found.identifiers.arxiv == msgspec.structs.replace(arxiv, primary_class="cs.RO")


def test_foreign_fields_are_changed_added_and_taken_out():
    text = ("  x-colour = {warm {white}}\n", "  x-shade = {dim}\n")
    found = changed(OWN, BIBTEX, text)
    assert found.extra == {"x-shade": "dim"}


def test_a_note_that_the_format_joins_is_split_only_where_it_is_touched():
    assert len(OWN.notes) == 2
    assert changed(OWN, BIBTEX, ("volume = {12}", "volume = {13}")).notes == OWN.notes
    (note,) = changed(OWN, BIBTEX, ("Read this first.", "Read this last.")).notes
    assert note.startswith("Read this last.")
    assert "Candle" in note


def test_what_changed_elsewhere_meanwhile_stays():
    later = msgspec.structs.replace(OWN, volume="99", status=Status.REJECTED)
    found = changed(later, BIBTEX, ("issue = {3}", "issue = {4}"), first=OWN)
    assert (found.volume, found.issue, found.status) == ("99", "4", Status.REJECTED)


def test_the_old_key_is_kept():
    found = changed(OWN, BIBTEX, ("{lindqvist2025dimmer,", "{lamp,"))
    assert found.citekey == "lamp"
    assert found.extra["ids"] == "lindqvist2025dimmer"
    assert "citekey" not in found.provenance


@pytest.mark.parametrize(
    ("swaps", "why"),
    [
        (["ID  - {}\n", "M1  - Citation Key: {}\n"], "the key cannot be empty"),
        (["ID  - {}\n=ID  - has:title\n", "M1  - Citation Key: {}\n"], "part of a query"),
    ],
)
def test_a_key_that_cannot_be(swaps, why):
    texts = (swap.format("lindqvist2025dimmer").partition("=") for swap in swaps)
    with pytest.raises(EditError, match=why):
        changed(OWN, FORMS["ris"], *((old, new) for old, _, new in texts))


@pytest.mark.parametrize(
    ("form", "text", "faults"),
    [
        ("bibtex", "", [(1, "no entry of BibTeX stands here")]),
        ("bibtex", "@misc{a,\n title = {A}\n}\n\n@misc{b,}", [(5, "a second entry")]),
        ("bibtex", "% lamps\n@misc{a, title = {A}}", [(1, "a comment")]),
        ("bibtex", "@misc{a,\n title = {A},\n title = {B}\n}", [(3, "a second field")]),
        ("biblatex", "@misc{a,\n title = {A\n}", [(3, "")]),
        ("csl_json", '[\n{\n "type": "book",\n "title": "Lämp" x\n}\n]', [(4, "is no JSON")]),
        ("csl_json", '{"a": 1}', [(1, "is no item of CSL")]),
        ("csl_json", "lamp", [(1, "is no item of CSL")]),
        ("ris", "TY  - JOUR\nTI  - Lamp\n", [(2, "the record has no end (ER)")]),
        ("ris", "TI  - Lamp\nER  - \nmore\n", [(1, "no type"), (3, "stands behind")]),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_line(form, text, faults):
    reading = read(text, FORMS[form])
    assert not reading.is_sound
    told = [(fault.line, fault.why) for fault in reading.faults]
    assert len(told) == len(faults)
    for (line, why), (wanted_line, wanted) in zip(told, faults, strict=True):
        assert line == wanted_line
        assert wanted in why
        assert "byte" not in why


@pytest.mark.parametrize("form", WRITTEN_IN, ids=lambda form: form.name)
@settings(max_examples=60)
@given(text=st.text(max_size=60) | st.sampled_from(sorted(HOSTILE_TEXTS.values())))
def test_whatever_is_typed_is_read_or_told(form, text):
    whole = write(OWN, form)
    for typed in (text, whole[:40] + text + whole[40:]):
        reading = read(typed, form)
        assert reading.is_sound or reading.faults
        for fault in reading.faults:
            assert 1 <= fault.line <= typed.count("\n") + 1
            assert 0 <= fault.span.start <= fault.span.end <= len(typed)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "lamps.refman", now=lambda: NOW) as library:
        others = [Entry(citekey=Citekey("wick"), title="Wick")]
        holdings = [Holding(entry=entry, added=NOW) for entry in (OWN, *others)]
        library.apply("Add lamps", [Add(holding) for holding in holdings])
        yield library


def step(library, *swaps, entry=OWN):
    holding = library.find_key("lindqvist2025dimmer")
    text = write(entry, BIBTEX)
    before = read(text, BIBTEX).entry
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return taken_step(library, holding, before, read(text, BIBTEX).entry, now=NOW)


def test_it_is_one_step_as_any_other_edit(library):
    found = step(library, ("volume = {12}", "volume = {13}"), ("issue = {3},", ""))
    assert found.name == "Edit 1 paper"
    library.apply(found.name, found.changes)
    entry = library.find_key("lindqvist2025dimmer").entry
    assert (entry.volume, entry.issue, entry.status) == ("13", None, Status.ACCEPTED)
    library.undo()
    assert library.find_key("lindqvist2025dimmer").entry == OWN


def test_nothing_is_a_step_without_changes(library):
    assert step(library).changes == ()


def test_the_key_of_another_entry_is_refused(library):
    with pytest.raises(EditError, match="wick is the key of another entry"):
        step(library, ("{lindqvist2025dimmer,", "{wick,"))


def test_a_collection_is_kept_with_the_library(library):
    holding = library.find_key("lindqvist2025dimmer")
    after = Entry(citekey=OWN.citekey, collections=("lit/lamps", "To read"))
    before = Entry(citekey=OWN.citekey, collections=("Lit/Lamps",))
    found = taken_step(library, holding, before, after, now=NOW)
    library.apply(found.name, found.changes)
    assert set(library.kept(KeptKind.COLLECTION)) >= {"To read"}
    entry = library.find_key("lindqvist2025dimmer").entry
    assert [path.casefold() for path in entry.collections] == ["lit/lamps", "to read"]


def test_every_field_of_an_entry_has_a_name_to_be_changed_by():
    names = {field.name.partition(".")[0] for field in all_fields()}
    assert names | {"extra", "provenance"} == set(Entry.__struct_fields__)


LISTS = [
    # own, before, after -> what it becomes; items are one where their first letters are
    ("ABC", "abc", "abc", "ABC"),
    ("ABC", "abc", "abcx", "ABCx"),
    ("ABC", "abc", "xabc", "xABC"),
    ("ABC", "abc", "axbc", "AxBC"),
    ("ABC", "abc", "ac", "AC"),
    ("ABC", "abc", "", ""),
    ("ABC", "cab", "cabx", "ABxC"),  # the format has its own order
    ("ABC", "abc", "cab", "CAB"),
    ("ABC", "ab", "abx", "ABxC"),  # the format did not show C
    ("ABC", "ab", "ba", "BAC"),
    ("ABC", "ayc", "aycx", "ABCx"),  # y can only be B
    ("ABC", "ayc", "ac", "AC"),
    ("ABC", "az", "azx", "AxBC"),  # z may be B and C in one: not touched
    ("ABC", "az", "aw", "Aw"),
    ("AA", "aa", "a", "A"),
    ("", "", "x", "x"),
    ("", "z", "zx", "x"),
]


@pytest.mark.parametrize(("own", "before", "after", "wanted"), LISTS)
def test_lists(own, before, after, wanted):
    assert "".join(changed_list(own, before, after, str.casefold)) == wanted


def test_the_cost_grows_with_the_length():
    def cost(count):
        names = [f"Glow{number}" for number in range(count)]
        return lambda: changed_list(
            names, names, [*names[: count // 2], "x", *names[count // 2 :]], str
        )

    assert_cost_ratio(cost(16_000), cost(2_000), most=24, floor_s=0.002)

"""Three sides of an item: ours, theirs, and what was pushed the last time."""

import pytest

from refman.pushing.bases import Base
from refman.pushing.comparing import compared
from refman.pushing.records import FieldChange
from refman.zotero.records import File, Parcel, WebLink


def item(**fields):
    return {"itemType": "preprint", **fields}


def parcel(**fields):
    return Parcel(item=item(**fields))


def base_of(**fields):
    return Base(parcel=parcel(**fields))


@pytest.mark.parametrize(
    ("ours", "theirs", "base", "change", "kept"),
    [
        # neither of them has it, or both have it
        ({}, {}, None, None, ()),
        ({"title": "Lamps"}, {"title": "Lamps"}, None, None, ()),
        ({"title": "Lamps"}, {"title": " Lamps\u00a0"}, None, None, ()),
        ({"title": "Lämpchen"}, {"title": "La\u0308mpchen"}, None, None, ()),
        ({"ISBN": "9780306406157"}, {"ISBN": "978-0-306-40615-7"}, None, None, ()),
        ({"accessDate": "2031-03-01"}, {"accessDate": "2031-03-01T00:00:00Z"}, None, None, ()),
        # only one has it
        ({"date": "2031"}, {}, None, ("date", "", "2031"), ()),
        ({"date": "2031"}, {"date": ""}, {}, ("date", "", "2031"), ()),
        ({}, {"date": "2031"}, None, None, ()),
        ({"date": " "}, {"date": "2031"}, None, None, ()),
        ({}, {"date": "2031"}, {"date": "2031"}, None, ()),
        # they differ, and nothing is known of the last time
        ({"title": "Lamps"}, {"title": "Lights"}, None, None, ("title: is otherwise in Zotero",)),
        # ours was changed since, theirs was, both were
        ({"date": "2032"}, {"date": "2031"}, {"date": "2031"}, ("date", "2031", "2032"), ()),
        (
            {"date": "2031"},
            {"date": "2033"},
            {"date": "2031"},
            None,
            ("date: was changed in Zotero",),
        ),
        ({"date": "2031"}, {}, {"date": "2031"}, None, ("date: was emptied in Zotero",)),
        (
            {"date": "2032"},
            {"date": "2033"},
            {"date": "2031"},
            None,
            ("date: was changed here and in Zotero",),
        ),
    ],
)
def test_a_value_goes_where_nobody_else_has_touched_it(ours, theirs, base, change, kept):
    found = compared(parcel(**ours), item(**theirs), None if base is None else base_of(**base))
    assert found.kept == kept
    assert found.changes == (() if change is None else (FieldChange(*change),))
    assert found.fields == ({} if change is None else {change[0]: change[2]})
    assert found.is_none is (change is None)


def test_people_are_compared_by_their_names_and_told_by_them():
    sato = {"creatorType": "author", "firstName": "Aiko", "lastName": "Sato"}
    lab = {"creatorType": "contributor", "name": "The Lamp Lab"}
    found = compared(
        parcel(creators=[sato, lab]), item(creators=[dict(sato)]), base_of(creators=[sato])
    )
    (change,) = found.changes
    assert change == FieldChange("creators", "Sato, Aiko", "Sato, Aiko; The Lamp Lab (contributor)")
    assert found.fields["creators"] == [sato, lab]
    assert compared(parcel(creators=[sato]), item(creators=[sato]), None).is_none


def test_tags_are_only_added_and_none_that_was_taken_away_in_zotero():
    ours = parcel(tags=[{"tag": "lamps"}, {"tag": "glass", "type": 1}, {"tag": "old"}])
    theirs = item(tags=[{"tag": "mine"}, {"tag": "lamps"}, "no tag", {"tag": 3}])
    found = compared(ours, theirs, base_of(tags=[{"tag": "old"}]))
    assert found.fields["tags"] == [{"tag": "mine"}, {"tag": "lamps"}, {"tag": "glass", "type": 1}]
    assert found.gains == ("the tag glass",)
    assert found.changes == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "base", "after"),
    [
        ("Code URL: a", "", None, "Code URL: a"),
        ("Code URL: a", "mine", None, "mine\nCode URL: a"),
        ("Code URL: a", "Code URL: a\nmine", None, None),
        # theirs stay as they are written
        ("Code URL: a", "my  lamp\n\n is on", None, "my  lamp\n\n is on\nCode URL: a"),
        # a line of refman's makes way for the one it writes now; a person's own does not
        ("Code URL: b", "Code URL: a\nmine", "Code URL: a", "mine\nCode URL: b"),
        ("Code URL: b", "Code URL: c", "Code URL: a", None),
        # one that was taken out in Zotero stays out
        ("Code URL: a", "mine", "Code URL: a", None),
        ("", "Code URL: a", "Code URL: a", ""),
    ],
)
def test_lines_of_extra_are_added_and_only_our_own_are_changed(ours, theirs, base, after):
    found = compared(
        parcel(extra=ours), item(extra=theirs), None if base is None else base_of(extra=base)
    )
    assert found.fields.get("extra") == after


@pytest.mark.parametrize(
    ("place", "after"), [("1600-0001", None), ("1600-9999", "ISSN: 1600-0001")]
)
def test_a_line_of_extra_that_zotero_moved_into_its_field_is_there(place, after):
    found = compared(parcel(extra="ISSN: 1600-0001"), item(extra="", ISSN=place), None)
    assert found.fields.get("extra") == after


def test_a_line_of_extra_of_which_there_is_another_is_told():
    found = compared(parcel(extra="Code URL: b"), item(extra="code url: c"), None)
    assert found.kept == ("extra (Code URL): is otherwise in Zotero",)
    assert found.is_none


def test_what_is_kept_is_not_taken_for_what_refman_gave():
    ours = parcel(title="Lamps", date="2032", tags=[{"tag": "glass"}], extra="Code URL: a")
    theirs = item(title="Lights", date="2033", volume="7")
    found = compared(ours, theirs, base_of(date="2031", volume="7"))
    assert found.given == {
        "itemType": "preprint",
        "date": "2031",
        "volume": "7",
        "tags": [{"tag": "glass"}],
        "extra": "Code URL: a",
    }
    # so that it is brought up to date where a person has put it back
    found = compared(ours, {**theirs, "date": "2031"}, Base(parcel=Parcel(item=found.given)))
    assert found.fields["date"] == "2032"
    assert found.kept == ("title: is otherwise in Zotero",)


def test_a_preprint_that_was_published_changes_its_type_unless_a_person_did():
    ours = Parcel(
        item={"itemType": "conferencePaper", "title": "Lamps", "proceedingsTitle": "Proc. Lamps"}
    )
    theirs = item(title="Lamps")
    found = compared(ours, theirs, base_of(title="Lamps"))
    assert found.fields == {"itemType": "conferencePaper", "proceedingsTitle": "Proc. Lamps"}
    # what their type has no field for is not sent: Zotero would refuse all of it
    found = compared(
        Parcel(item={**ours.item, "abstractNote": "On lamps.", "extra": "Code URL: a"}),
        {"itemType": "report", "title": ""},
        None,
    )
    assert found.fields == {"title": "Lamps", "abstractNote": "On lamps.", "extra": "Code URL: a"}
    assert found.kept == ("itemType: is otherwise in Zotero",)
    # nor where the type is to stay in any case
    found = compared(ours, theirs, base_of(title="Light"), keeps_type=True)
    assert (found.fields, found.given["itemType"]) == ({}, "preprint")


def test_notes_links_and_files_are_told_by_their_number():
    link = WebLink(title="Code", url="https://code.example/a")
    ours = Parcel(
        item=item(), notes=("<p>x</p>",), links=(link, link), files=(File(title="a", path="a"),)
    )
    found = compared(ours, item(), None)
    assert found.is_filled
    assert found.gains == (
        "1 note that it may lack",
        "2 links that it may lack",
        "1 file that it may lack",
    )
    before = Parcel(item=item(), links=(link,), files=ours.files)
    assert compared(ours, item(), Base(parcel=before)).gains == ("1 note",)
    assert compared(ours, item(), Base(parcel=ours)).is_none
    # something of it was not taken the last time
    again = compared(ours, item(), Base(parcel=ours, is_whole=False))
    assert (again.is_filled, again.gains) == (True, found.gains)


def test_long_texts_are_told_in_short():
    (change,) = compared(parcel(abstractNote="lamp " * 999), item(), None).changes
    assert len(change.after) <= 200
    assert change.after.endswith(" …")

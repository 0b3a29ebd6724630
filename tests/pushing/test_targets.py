import pytest

from refman.errors import FormatError
from refman.pushing.targets import chosen_target, target_paths
from refman.zotero.records import Target
from refman.zotero.targets import library_of
from tests.pushing.fake import TARGETS

TWICE = (
    Target(id="groups/8", name="Club"),
    Target(id="groups/8/collections/DDDD2222", name="Glass", level=1),
    Target(id="groups/8/collections/EEEE2222", name="glass", level=1),
    Target(id="groups/8/collections/FFFF2222", name="Brass", level=1),
    Target(id="groups/8/collections/GGGG2222", name="Brass", level=1),
    Target(id="groups/9", name="Lab", editable=False),
)


@pytest.mark.parametrize(
    ("wanted", "id_"),
    [
        (None, "users/0/collections/BBBB2222"),  # it is selected
        ("users/0", "users/0"),
        ("My Library", "users/0"),
        ("my library/", "users/0"),
        ("My Library/Lamps", "users/0/collections/AAAA2222"),
        ("lamps/old", "users/0/collections/BBBB2222"),
        ("old", "users/0/collections/BBBB2222"),
        ("Lamps", "users/0/collections/AAAA2222"),  # that of the group takes no items
    ],
)
def test_a_target_is_meant_by_its_id_its_path_or_not_at_all(wanted, id_):
    assert chosen_target(TARGETS, wanted).id == id_


@pytest.mark.parametrize(
    ("wanted", "fault"),
    [
        ("Chairs", "Chairs is no library or collection of Zotero; 'refman push --targets'"),
        ("Glass", "Glass means several in Zotero; 'refman push --targets'"),
        ("Brass", "Brass means several in Zotero"),
        ("Club/Brass", "Club/Brass means several in Zotero"),
        ("Lab", "Lab means several in Zotero"),
        ("groups/7", "Lab may only be read this way"),
        ("", "a blank name is no library or collection"),
        ("lamp " * 200, "(lamp ){39}lamp… is no library or collection"),
    ],
)
def test_what_is_no_target_is_told(wanted, fault):
    with pytest.raises(FormatError, match=fault):
        chosen_target([*TARGETS, *TWICE], wanted)


@pytest.mark.parametrize(("there", "wanted"), [("Caf\xe9", "cafe\u0301"), ("a/b", " A/b/ ")])
def test_a_name_may_be_written_as_another_system_does(there, wanted):
    target = Target(id="users/0/collections/HHHH2222", name=there, level=1)
    assert chosen_target([*TARGETS, target], wanted) is target


def test_where_nothing_may_be_added_that_is_told():
    with pytest.raises(FormatError, match="nothing in Zotero takes items this way"):
        chosen_target([one for one in TARGETS if not one.editable], None)


def test_without_a_selected_one_the_first_that_takes_items_is_meant():
    targets = [Target(id="groups/7", name="Lab", editable=False, selected=True), *TARGETS[:2]]
    assert chosen_target(targets, None).id == "users/0"


def test_paths_lead_from_the_library_and_are_unique():
    twice = [*TARGETS, Target(id="groups/8", name="Lab")]
    assert list(target_paths(twice)) == [
        "My Library",
        "My Library/Lamps",
        "My Library/Lamps/Old",
        "Lab (groups/7)",
        "Lab/Lamps",
        "Lab (groups/8)",
    ]


@pytest.mark.parametrize(("place", "library"), list(enumerate([0, 0, 0, 3, 3])))
def test_a_target_lies_in_the_library_before_it(place, library):
    assert library_of(TARGETS[place], TARGETS) is TARGETS[library]


def test_a_target_without_a_library_is_its_own():
    lone = Target(id="C1", name="Lamps", level=1)
    assert library_of(lone, [lone]) is lone

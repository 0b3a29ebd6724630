"""The way that is taken, by what answers; and papers put there by it."""

import re
from collections.abc import Mapping

import msgspec
import pytest

from refman.errors import SettingsError, WebError
from refman.progress import SILENT, CancelToken
from refman.settings import Secret, Settings, WebSettings, ZoteroSettings
from refman.zotero.opening import open_way
from refman.zotero.records import Created, Found, Parcel, Refused, Target, Via


@pytest.fixture
def way(tmp_path, monkeypatch):
    """Open a way to a stand-in: ``with way(zotero) as opened``."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def open_(zotero, via=None, *, said=None):
        settings = Settings(
            web=WebSettings(retries=0, connect_seconds=2, read_seconds=5),
            zotero=ZoteroSettings(
                port=zotero.port, web_key=Secret(zotero.api_key), web_url=zotero.url
            ),
        )
        return open_way(
            settings,
            via,
            cancel=CancelToken(),
            folder=tmp_path,
            told=(said if said is not None else []).append,
            waiting=lambda name, seconds: None,
        )

    return open_


def parcel(title="Lamps", **more):
    item: Mapping[str, object] = {"itemType": "preprint", "title": title}
    return Parcel(item=item, **more)


def by_name(way, name):
    return next(one for one in way.targets() if one.name == name)


@pytest.mark.parametrize(
    ("profile", "via", "can_read", "can_change", "remark"),
    [
        ("zotero10", Via.LOCAL, True, True, None),
        ("zotero9", Via.CONNECTOR, True, False, "only takes new items"),
        ("zotero7", Via.CONNECTOR, True, False, "only takes new items"),
        ("local-api-disabled", Via.CONNECTOR, False, False, "cannot be seen: .* Settings > Adv"),
    ],
)
def test_the_running_zotero_is_reached_by_the_best_door(
    zotero, way, profile, via, can_read, can_change, remark
):
    with way(zotero(profile)) as opened:
        assert (opened.via, opened.can_read, opened.can_change) == (via, can_read, can_change)
        assert opened.label.startswith("Zotero ")
        if remark is None:
            assert opened.remarks == ()
            assert opened.lost(parcel(collections=("Lamps",))) == {}
        else:
            assert re.search(remark, opened.remarks[0])
            assert opened.lost(parcel(collections=("Lamps",))) == {"collections": 1}
            assert "Zotero goes to the library or collection" in opened.remarks[1]


@pytest.mark.parametrize(
    ("profile", "fault"),
    [
        ("off", "Zotero refuses connections.*open Zotero"),
        ("jabref", "is not what answers there"),
    ],
)
def test_where_no_zotero_is_that_is_told(zotero, way, profile, fault):
    for via in (None, Via.LOCAL, Via.CONNECTOR):
        with pytest.raises(WebError, match=fault), way(zotero(profile), via):
            pass


def test_a_local_api_that_finds_no_second_door_is_shut_too(zotero, way):
    running = zotero("zotero9")
    running.fail_next("POST", "/connector/ping", 500)
    with pytest.raises(WebError, match="500"), way(running):
        pass


def test_a_way_that_is_wanted_is_taken(zotero, way):
    running = zotero("zotero10")
    for via in (Via.LOCAL, Via.CONNECTOR):
        with way(running, via) as opened:
            assert opened.via is via
    with way(zotero("web"), Via.WEB) as opened:
        assert opened.via is Via.WEB


def test_the_web_needs_a_key(tmp_path):
    with (
        pytest.raises(SettingsError, match=r"zotero\.web_key"),
        open_way(
            Settings(),
            Via.WEB,
            cancel=CancelToken(),
            folder=None,
            told=print,
            waiting=lambda name, seconds: None,
        ),
    ):
        pass


def test_what_the_user_has_before_them_is_selected(zotero, way):
    running = zotero("zotero10")
    with way(running) as opened:
        assert [one.name for one in opened.targets() if one.selected] == ["My Library"]
        running.select(running.targets()["Reading/World models"])
        (selected,) = (one for one in opened.targets() if one.selected)
        assert (selected.name, selected.id[:8]) == ("World models", "users/0/")
        running.fail_next("POST", "/connector/getSelected", 500)
        assert not any(one.selected for one in opened.targets())


def test_of_two_collections_with_one_path_none_is_selected(zotero, way):
    running = zotero("zotero10")
    running.select(running.targets()["Reading"])
    running.add_collection("Reading")
    with way(running) as opened:
        assert not any(one.selected for one in opened.targets())


def test_the_user_is_told_to_look_and_that_it_is_over(zotero, way):
    said = []
    with way(zotero("zotero10"), said=said) as opened:
        (created,) = opened.add([parcel()], by_name(opened, "Reading"))
        assert isinstance(created, Created)
    assert 'choose "Always Allow"' in said[0]
    assert said[1:] == [""]


def test_zotero_9_is_read_by_one_door_and_takes_items_by_the_other(zotero, way):
    running = zotero("zotero9")
    running.add_item({"itemType": "book", "title": "Glass"})
    with way(running) as opened:
        target = by_name(opened, "Reading")
        assert target.id.startswith("C")
        assert [one.data["title"] for one in opened.items(target, SILENT)] == ["Glass"]
        (created,) = opened.add([parcel()], target)
        assert created.key is None
        found = [one for one in opened.items(target, SILENT) if one.data["title"] == "Lamps"]
        assert isinstance(opened.change(found[0], {"title": "x"}), Refused)
        assert isinstance(opened.fill(found[0], parcel(), None), Refused)
    reading = next(key for key, path in running.collections().items() if path == "Reading")
    assert [one["collections"] for one in running.items() if one["title"] == "Lamps"] == [[reading]]


def test_a_group_is_read_by_its_name(zotero, way):
    running = zotero("zotero9")
    running.add_item({"itemType": "book", "title": "Mine"})
    running.add_item({"itemType": "book", "title": "Ours"}, library=2)
    with way(running) as opened:
        target = by_name(opened, "Shared")
        assert [one.data["title"] for one in opened.items(target, SILENT)] == ["Ours"]
        # one that the other door does not tell of
        lone = Target(id="L9", name="Away")
        assert list(opened.items(lone, SILENT)) == []


def test_what_may_not_be_seen_is_not_read(zotero, way):
    with way(zotero("local-api-disabled")) as opened:
        assert list(opened.items(by_name(opened, "Reading"), SILENT)) == []


def test_what_the_local_api_fails_at_goes_by_the_connector(zotero, way):
    running = zotero("create-bug")
    with way(running) as opened:
        target = by_name(opened, "World models")
        answers = list(opened.add([parcel("A"), parcel("B")], target))
    assert sorted(one.number for one in answers) == [0, 1]
    assert all(isinstance(one, Created) and one.key is None for one in answers)
    models = next(key for key, path in running.collections().items() if path.endswith("models"))
    assert [(one["title"], one["collections"]) for one in running.items()] == [
        ("A", [models]),
        ("B", [models]),
    ]


@pytest.mark.parametrize("path", ["/connector/getSelectedCollection", "/connector/saveItems"])
def test_where_the_connector_fails_too_the_first_fault_is_told(zotero, way, path):
    running = zotero("create-bug")
    with way(running) as opened:
        target = by_name(opened, "Reading")
        running.fail_next("POST", path, 500)
        (refused,) = opened.add([parcel()], target)
    assert isinstance(refused, Refused)
    assert refused.status == 400
    assert running.items() == []


def test_where_even_the_door_is_shut_the_targets_are_told_all_the_same(zotero, way):
    running = zotero("create-bug")
    with way(running) as opened:
        running.fail_next("POST", "/connector/ping", 500)
        assert len(opened.targets()) == 5


def test_a_target_that_is_gone_is_not_guessed(zotero, way):
    running = zotero("create-bug")
    with way(running) as opened:
        target = by_name(opened, "Reading")
        running.add_collection("Reading")  # of two with one name none is sure
        (refused,) = opened.add([parcel()], target)
        assert isinstance(refused, Refused)
        gone = msgspec.structs.replace(target, id="users/0/collections/ZZZZ2222")
        (refused,) = opened.add([parcel()], gone)
        assert isinstance(refused, Refused)
    assert running.items() == []


def test_items_are_changed_and_filled(zotero, way):
    running = zotero("zotero10")
    said = []
    with way(running, said=said) as opened:
        target = by_name(opened, "Reading")
        (created,) = opened.add([parcel()], target)
        (found,) = opened.items(target, SILENT)
        assert isinstance(found, Found)
        changed = opened.change(found, {"title": "Lights"})
        assert changed.version > found.version
        filled = opened.fill(found, parcel(notes=("<p>x</p>",)), None)
        assert isinstance(filled, Created)
    assert running.item(created.key)["title"] == "Lights"
    assert [one["note"] for one in running.children(created.key)] == ["<p>x</p>"]
    assert set(said[1:]) == {""}

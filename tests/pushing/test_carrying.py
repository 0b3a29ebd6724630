"""A push carried out, and what is told and remembered of it."""

import msgspec
import pytest

from refman.errors import Cancelled, LibraryError, UnreachableError
from refman.exporting import Wanted
from refman.model import Attachment, EntryId, ItemType, edit_of
from refman.progress import SILENT
from refman.pushing import Asked, Deed, Report
from refman.pushing.carrying import push_on
from refman.pushing.planning import plan_on
from refman.pushing.reports import keep_report, reports_folder
from refman.zotero.records import Refused
from tests.pushing.conftest import NOW
from tests.pushing.fake import FakeWay
from tests.pushing.test_planning import lamp, with_doi

TARGET = "zotero:local:one/users/0"


def planned(library, way, **asked):
    return plan_on(way, library, Asked(**{"wanted": Wanted(), **asked}), now=NOW)


def carried(library, way, progress=SILENT, **asked):
    return push_on(way, library, planned(library, way, **asked), now=lambda: NOW, progress=progress)


def test_new_ones_go_to_the_target_and_are_remembered(library, add):
    ids = add(lamp(1), lamp(2))
    way = FakeWay()
    way.left = ("a rest",)
    report = carried(library, way)
    assert [(one.id, one.deed, one.fault, one.left) for one in report.done] == [
        (id_, Deed.NEW, None, ("a rest",)) for id_ in ids
    ]
    assert {place for place, _ in way.sent} == {"users/0/collections/BBBB2222"}
    exports = library.exports(TARGET, ids)
    assert {one.key for one in exports.values()} == set(way.data)
    assert all(one.data for one in exports.values())
    assert (report.label, report.stopped) == ("Zotero 10 in memory", None)


def test_what_is_there_is_changed_and_filled(library, add):
    (id_,) = add(with_doi())
    way = FakeWay()
    carried(library, way)
    entry = library.get(id_).entry
    after = msgspec.structs.replace(entry, volume="7", notes=("On lamps.",))
    library.apply("Edit", [edit_of(id_, entry, after)])
    way.left = ("a file",)
    (done,) = carried(library, way).done
    assert (done.deed, done.key, done.left) == (Deed.UPDATE, "KEY00000", ("a file",))
    way.left = ()
    assert way.data["KEY00000"]["volume"] == "7"
    assert any("On lamps." in note for note in way.children["KEY00000"].notes)
    # what was left is tried again, until it is there
    deeds = [carried(library, way).done[0].deed for _ in range(2)]
    assert deeds == [Deed.UPDATE, Deed.SKIP]


def test_files_that_stay_behind_are_not_forgotten(library, add, tmp_path):
    (tmp_path / "lamp.pdf").write_bytes(b"%PDF-1.7")
    (id_,) = add(with_doi(attachments=(Attachment("Full text", "lamp.pdf"),)))
    way = FakeWay()
    way.left = ("the file lamp.pdf",)
    carried(library, way)
    way.left = ()
    entry = library.get(id_).entry
    library.apply("Edit", [edit_of(id_, entry, msgspec.structs.replace(entry, volume="7"))])
    carried(library, way, files=False)
    deeds = [carried(library, way).done[0].deed for _ in range(2)]
    assert deeds == [Deed.UPDATE, Deed.SKIP]
    entry = library.get(id_).entry
    library.apply("Edit", [edit_of(id_, entry, msgspec.structs.replace(entry, volume="8"))])
    carried(library, way, files=False)
    assert carried(library, way).done[0].deed is Deed.SKIP  # it is there since then


def test_a_library_that_cannot_note_it_ends_a_push_and_that_is_told(library, add, monkeypatch):
    add(*map(lamp, range(60)))

    def note(*_, **__):
        raise LibraryError("there is no room left", library="lamps")

    monkeypatch.setattr(type(library), "note_exports", note)
    report = carried(library, FakeWay())
    assert (report.stopped, len(report.done)) == ("there is no room left", 50)


def test_only_a_note_more_changes_no_field(library, add):
    (id_,) = add(with_doi())
    way = FakeWay()
    carried(library, way)
    entry = library.get(id_).entry
    library.apply(
        "Edit", [edit_of(id_, entry, msgspec.structs.replace(entry, notes=("On lamps.",)))]
    )
    way.sent.clear()
    (done,) = carried(library, way).done
    assert done.deed is Deed.UPDATE
    assert way.sent == []


def test_what_was_pushed_before_is_told_to_the_way(library, add):
    (id_,) = add(with_doi(notes=("On lamps.",)))
    way = FakeWay()
    carried(library, way)
    entry = library.get(id_).entry
    after = msgspec.structs.replace(entry, notes=("On old lamps.",), volume="7")
    library.apply("Edit", [edit_of(id_, entry, after)])
    carried(library, way)
    (base,) = way.bases
    assert "On lamps." in base.notes[0]


def test_what_cannot_be_filled_is_told(library, add, monkeypatch):
    (id_,) = add(with_doi())
    way = FakeWay()
    carried(library, way)
    entry = library.get(id_).entry
    library.apply(
        "Edit", [edit_of(id_, entry, msgspec.structs.replace(entry, notes=("On lamps.",)))]
    )
    refused = Refused(number=0, why="it is not in Zotero any more")
    monkeypatch.setattr(way, "fill", lambda *_: refused)
    (done,) = carried(library, way).done
    assert done.fault == refused.why


def test_what_is_recognised_is_known_from_then_on(library, add, monkeypatch):
    (id_,) = add(with_doi())
    way = FakeWay()
    with monkeypatch.context() as cut_off:
        cut_off.setattr(type(library), "note_exports", lambda *_, **__: None)
        carried(library, way)
    assert not library.exported([id_])
    report = carried(library, way)
    assert (report.done[0].deed, report.done[0].key) == (Deed.SKIP, "KEY00000")
    (export,) = library.exports(TARGET, [id_]).values()
    assert export.key == "KEY00000"
    assert export.data
    (row,) = planned(library, way).plan.rows
    assert row.why.endswith("it is known by its item")


def test_one_that_is_refused_does_not_stop_the_others(library, add):
    ids = add(lamp(1), lamp(2))
    way = FakeWay()
    way.refusals[lamp(1).title] = "it has no title that Zotero likes"
    report = carried(library, way)
    first, second = report.done
    assert (first.fault, first.may_pass, first.key) == (
        "it has no title that Zotero likes",
        True,
        None,
    )
    assert second.fault is None
    assert list(library.exports(TARGET, ids)) == [ids[1]]
    way.refusals.clear()
    report = carried(library, way)
    assert [one.deed for one in report.done] == [Deed.NEW, Deed.SKIP]


def test_an_item_that_was_changed_meanwhile_is_left(library, add):
    (id_,) = add(with_doi())
    way = FakeWay()
    carried(library, way)
    entry = library.get(id_).entry
    after = msgspec.structs.replace(entry, volume="7", notes=("On lamps.",))
    library.apply("Edit", [edit_of(id_, entry, after)])
    way.refusals[entry.title] = ""
    (done,) = carried(library, way).done
    assert (done.fault, done.key) == ("it was changed there meanwhile", "KEY00000")
    assert way.bases == []  # nothing is hung on it either


def test_where_another_type_is_refused_all_else_is_tried(library, add, monkeypatch):
    (id_,) = add(with_doi(type=ItemType.ARTICLE))
    way = FakeWay()
    carried(library, way)
    entry = library.get(id_).entry
    after = msgspec.structs.replace(entry, type=ItemType.ARTICLE_JOURNAL, language="en")
    library.apply("Edit", [edit_of(id_, entry, after)])
    tried, why = [], "'repository' is not a valid field"

    def refused(found, fields):
        tried.append(set(fields))
        return Refused(number=0, why=why, status=400)

    monkeypatch.setattr(way, "change", refused)
    (done,) = carried(library, way).done
    assert done.fault == why
    assert tried == [{"itemType", "language"}, {"language"}]
    after = msgspec.structs.replace(after, language=None)  # then there is nothing else
    library.apply("Edit", [edit_of(id_, library.get(id_).entry, after)])
    (done,) = carried(library, way).done
    assert (done.fault, tried[2:]) == (why, [{"itemType"}])


def test_what_stayed_in_zotero_is_not_remembered_as_pushed(library, add):
    (id_,) = add(with_doi(issn="1234-5678"))
    way = FakeWay()
    carried(library, way)
    way.data["KEY00000"]["ISSN"] = "8765-4321"
    entry = library.get(id_).entry
    after = msgspec.structs.replace(entry, issn="1111-1111", volume="7")
    library.apply("Edit", [edit_of(id_, entry, after)])
    carried(library, way)
    assert way.data["KEY00000"]["ISSN"] == "8765-4321"
    way.data["KEY00000"]["ISSN"] = "1234-5678"  # as it was pushed
    carried(library, way)
    assert way.data["KEY00000"]["ISSN"] == "1111-1111"


@pytest.mark.parametrize(
    ("fault", "stopped"),
    [
        (Cancelled("stopped"), "you stopped it"),
        (UnreachableError("Zotero is gone", source="Zotero", url="x"), "Zotero is gone"),
    ],
)
def test_what_is_done_before_the_end_is_told_and_remembered(library, add, fault, stopped):
    ids = add(*map(lamp, range(60)))
    way = FakeWay()
    way.fails_at, way.fault = 55, fault
    report = carried(library, way)
    assert report.stopped == stopped
    assert len(report.done) == 55
    assert len(library.exports(TARGET, ids)) == 55
    way.fails_at = None
    report = carried(library, way)
    assert [one.deed for one in report.done].count(Deed.NEW) == 5
    assert len(way.data) == 60


def test_progress_stops_a_push_between_batches(library, add):
    add(*map(lamp, range(60)))

    class Stopping:
        def report(self, done, total=None):
            if done:
                raise Cancelled("stopped")

    report = carried(library, FakeWay(), Stopping())
    assert (report.stopped, len(report.done)) == ("you stopped it", 50)


def test_it_is_told_of_each_paper_how_far_it_has_come(library, add):
    add(*map(lamp, range(3)))
    told = []

    class Told:
        def report(self, done, total=None):
            told.append((done, total))

    carried(library, FakeWay(), Told())
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_where_the_way_tells_no_keys_none_are_remembered(library, add):
    ids = add(lamp(1))
    carried(library, FakeWay(can_read=False, can_change=False))
    (export,) = library.exports(TARGET, ids).values()
    assert (export.key, export.data) == (None, None)


def test_reports_are_kept_the_newest_hundred():
    report = Report(at=NOW, label="Zotero", target=FakeWay().targets()[0], done=())
    folder = reports_folder()
    folder.mkdir(parents=True)
    for number in range(120):
        (folder / f"2030-01-01T00-00-00-{number:06}.json").touch()
    kept = keep_report(report)
    assert kept.saved is not None
    assert len(list(folder.iterdir())) == 100
    assert msgspec.json.decode((folder / kept.saved).read_bytes(), type=Report) == kept


def test_a_report_is_kept_where_the_folder_has_a_name_that_is_no_text(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "\udcff"))
    report = Report(at=NOW, label="Zotero", target=FakeWay().targets()[0], done=())
    saved = keep_report(report).saved
    assert saved is not None
    assert "\ufffd" in saved
    assert len(list(reports_folder().iterdir())) == 1


def test_a_report_that_cannot_be_kept_is_no_fault():
    reports_folder().parent.mkdir(parents=True)
    reports_folder().write_text("a file")
    report = Report(at=NOW, label="Zotero", target=FakeWay().targets()[0], done=())
    assert keep_report(report) == report


def test_a_paper_that_is_not_in_the_library_any_more_is_no_fault(library, add):
    assert carried(library, FakeWay(), wanted=Wanted(ids=(EntryId(99),))).done == ()


def test_what_a_way_took_is_noted_before_it_is_given_more(library, add, monkeypatch):
    ids = add(lamp(1), lamp(2), lamp(3))
    way = FakeWay(can_read=False)
    way.most_at_once = 1
    noted = []
    plain = way.add

    def killed(parcels, target):
        noted.append(len(library.exports(TARGET, ids)))
        return plain(parcels, target)

    monkeypatch.setattr(way, "add", killed)
    carried(library, way)
    assert noted == [0, 1, 2]

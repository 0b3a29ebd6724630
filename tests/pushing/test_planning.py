"""What a push would do with each paper."""

import time

import msgspec
import pytest

from refman.errors import Cancelled, FormatError
from refman.exporting import Wanted
from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Bin,
    Citekey,
    Doi,
    Entry,
    Export,
    Identifiers,
    ItemType,
    Name,
    Status,
    edit_of,
)
from refman.progress import SILENT
from refman.pushing import Asked, Deed
from refman.pushing.bases import Base, packed, unpacked
from refman.pushing.carrying import push_on
from refman.pushing.planning import plan_on
from refman.tidying import as_versions
from refman.zotero.items import parcel_of
from tests.pushing.conftest import NOW
from tests.pushing.fake import FakeWay

SATO = Name(family="Sato", given="Aiko")


def lamp(number=1, **fields):
    return msgspec.structs.replace(
        Entry(
            type=ItemType.ARTICLE_JOURNAL,
            citekey=Citekey(f"sato{number}"),
            title=f"The {number}th lamp: how bright it was and what became of it",
            author=(SATO,),
        ),
        **fields,
    )


def with_doi(number=1, **fields):
    return lamp(number, identifiers=Identifiers(doi=Doi(f"10.1234/lamp.{number}")), **fields)


def rows(library, way, progress=SILENT, **asked):
    asked = Asked(**{"wanted": Wanted(), **asked})
    return plan_on(way, library, asked, now=NOW, progress=progress).plan.rows


def pushed(library, way, **asked):
    planned = plan_on(way, library, Asked(**{"wanted": Wanted(), **asked}), now=NOW)
    return push_on(way, library, planned, now=lambda: NOW)


def test_what_is_not_there_is_new(library, add):
    add(with_doi(), lamp(2))
    assert [(row.deed, row.citekey, row.why) for row in rows(library, FakeWay())] == [
        (Deed.NEW, "sato1", "it is not in Zotero yet"),
        (Deed.NEW, "sato2", "it is not in Zotero yet"),
    ]


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Wanted(), "sato1 sato2"),
        (Wanted(query="lamp status:accepted"), "sato2"),
        (Wanted(accepted=True), "sato2"),
        (Wanted(ids=(2, 3, 1)), "sato1 sato2"),  # the third is in the bin
    ],
)
def test_those_papers_are_looked_at_that_are_wanted(library, add, wanted, keys):
    ids = add(lamp(1), lamp(2, status=Status.ACCEPTED), lamp(3))
    library.apply("Bin", [Bin(id=ids[2], after=NOW)])
    assert [row.citekey for row in rows(library, FakeWay(), wanted=wanted)] == keys.split()


def test_an_item_with_the_same_doi_is_the_paper_and_gets_what_it_lacks(library, add):
    add(with_doi(issued=None, container_title="Journal of Lamps"))
    way = FakeWay()
    way.put(
        "ABCD2345",
        itemType="journalArticle",
        title="The 1th Lamp: How Bright It Was and What Became of It",
        creators=[{"creatorType": "author", "firstName": "Aiko", "lastName": "Sato"}],
        DOI="10.1234/LAMP.1",
    )
    (row,) = rows(library, way)
    assert (row.deed, row.key, row.version) == (Deed.UPDATE, "ABCD2345", 1)
    assert "DOI" in row.why
    assert ("publicationTitle", "", "Journal of Lamps") in [
        (change.field, change.before, change.after) for change in row.changes
    ]
    assert "title: is otherwise in Zotero" in row.kept


def test_another_version_or_what_may_be_the_same_is_added_and_told(library, add):
    arxiv = Identifiers(arxiv=Arxiv(ArxivId("3106.00001")))
    add(lamp(1, type=ItemType.ARTICLE, identifiers=arxiv))
    way = FakeWay()
    creators = [{"creatorType": "author", "firstName": "Aiko", "lastName": "Sato"}]
    title = lamp(1).title
    way.put(
        "ABCD2345",
        itemType="journalArticle",
        title=title,
        creators=creators,
        DOI="10.1234/lamp.1",
        publicationTitle="Journal of Lamps",
        date="2031",
    )
    (row,) = rows(library, way)
    assert (row.deed, row.why) == (Deed.NEW, "another version of it is in Zotero: ABCD2345")
    other = FakeWay()
    other.put("ABCD2345", title=title, creators=[])
    (row,) = rows(library, other)
    assert (row.deed, row.why) == (Deed.NEW, "what may be the same is in Zotero: ABCD2345")
    # the surest is told; of what was sent without a key, what may be the same is it all the same
    way.put("MAYB2345", title=title, creators=[])
    (row,) = rows(library, way)
    assert row.why == "another version of it is in Zotero: ABCD2345"
    target = "zotero:local:one/users/0"
    library.note_exports(target, [Export(id=row.id, target=target, at=NOW)])
    (row,) = rows(library, way)
    assert row.key == "MAYB2345"


def test_what_was_sent_and_may_be_there_is_not_sent_again(library, add):
    (id_,) = add(lamp(author=()))
    way = FakeWay()
    way.put("ABCD2345", title=lamp().title, creators=[])
    (row,) = rows(library, way)
    assert row.deed is Deed.NEW
    target = "zotero:local:one/users/0"
    library.note_exports(target, [Export(id=id_, target=target, at=NOW)])
    (row,) = rows(library, way)
    assert row.deed is not Deed.NEW
    assert row.key == "ABCD2345"
    assert "it was sent on 2031-03-01: " in row.why


@pytest.mark.parametrize("title", [None, "Another title since then, and nobody knows the authors"])
def test_what_was_sent_without_a_key_is_known_by_its_citation_key(library, add, title):
    (id_,) = add(lamp(author=(), title=title))
    way = FakeWay()
    way.put("ABCD2345", citationKey="sato1")
    way.put("EFGH2345", title="An item without any key")
    assert rows(library, way)[0].deed is Deed.NEW
    target = "zotero:local:one/users/0"
    library.note_exports(target, [Export(id=id_, target=target, at=NOW)])
    (row,) = rows(library, way)
    assert row.key == "ABCD2345"
    assert row.why.endswith("it was sent on 2031-03-01: the citation key is equal")


def test_what_was_sent_and_removed_is_no_other_item_that_may_be_the_same(library, add):
    add(lamp(author=()))
    way = FakeWay()
    pushed(library, way)
    way.data.clear()
    way.put("ABCD2345", title=lamp().title, creators=[])
    (row,) = rows(library, way)
    assert (row.deed, row.why) == (Deed.NEW, "what may be the same is in Zotero: ABCD2345")


@pytest.mark.parametrize("others", [[], ["http://zotero.org/users/3/items/GONE2345", 3, "x"]])
def test_what_was_merged_in_zotero_is_the_item_that_it_was_merged_into(library, add, others):
    add(lamp())
    way = FakeWay()
    pushed(library, way)
    (key,) = way.data
    address = f"http://zotero.org/users/local/x/items/{key}"
    replaced = [*others, address] if others else address
    way.put("MAIN2345", title="Another title", relations={"dc:replaces": replaced})
    del way.data[key]
    (row,) = rows(library, way)
    assert row.key == "MAIN2345"
    assert row.why == "it is in Zotero, and lacks nothing: it is known by its item"
    assert "title: was changed in Zotero" in row.kept


def test_an_item_is_first_of_all_the_paper_that_refman_put_there(library, add):
    one, other = add(with_doi(), with_doi(citekey=Citekey("again")))
    way = FakeWay()
    pushed(library, way, wanted=Wanted(ids=(other,)))
    first, second = rows(library, way)
    assert (first.id, first.deed, first.why) == (one, Deed.SKIP, "it is the same item as again")
    assert (second.id, second.key) == (other, "KEY00000")


def test_days_are_those_of_the_users_clock(library, add, monkeypatch):
    add(lamp())
    way = FakeWay(can_read=False, can_change=False)
    pushed(library, way)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")  # 14 hours ahead
    time.tzset()
    try:
        (row,) = rows(library, way)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert row.why == "it was sent on 2031-03-02"


def test_two_papers_do_not_go_into_one_item(library, add):
    add(with_doi(), with_doi(citekey=Citekey("again")))
    way = FakeWay()
    way.put("ABCD2345", itemType="journalArticle", title=lamp().title, DOI="10.1234/lamp.1")
    first, second = rows(library, way)
    assert first.deed is Deed.UPDATE
    assert (second.deed, second.why) == (Deed.SKIP, "it is the same item as sato1")


def test_what_refman_put_there_is_known_by_its_key(library, add):
    (id_,) = add(lamp(citekey=None, title="A"))
    way = FakeWay()
    report = pushed(library, way, target="My Library")
    assert report.done[0].key == "KEY00000"
    way.data["KEY00000"]["title"] = "Something else altogether"
    (row,) = rows(library, way, target="Old")  # of the same library
    assert (row.deed, row.key) == (Deed.SKIP, "KEY00000")
    assert row.why == "it is in Zotero, and lacks nothing: it is known by its item"
    assert row.kept == ("title: was changed in Zotero",)
    entry = library.get(id_).entry
    library.apply("Edit", [edit_of(id_, entry, msgspec.structs.replace(entry, volume="7"))])
    (row,) = rows(library, way)
    assert (row.deed, row.why) == (Deed.UPDATE, "it is known by its item")


def test_what_was_removed_in_zotero_is_new_and_that_is_told(library, add):
    add(lamp())
    way = FakeWay()
    pushed(library, way)
    way.data.clear()
    (row,) = rows(library, way)
    assert (row.deed, row.why) == (
        Deed.NEW,
        "it was sent on 2031-03-01, and is not in Zotero any more",
    )


@pytest.mark.parametrize("data", [None, b"no JSON", b"[]"])
def test_what_another_refman_noted_is_as_if_nothing_were_known(library, add, data):
    (id_,) = add(with_doi())
    way = FakeWay()
    way.put("ABCD2345", itemType="journalArticle", title="Lights", DOI="10.1234/lamp.1")
    target = "zotero:local:one/users/0"
    library.note_exports(target, [Export(id=id_, target=target, at=NOW, key="ABCD2345", data=data)])
    (row,) = rows(library, way)
    assert row.why == "it is known by its item"
    assert "title: is otherwise in Zotero" in row.kept


def test_what_is_there_is_left_where_that_is_wanted_or_cannot_be_otherwise(library, add):
    add(with_doi())
    for asked, can_change, why in (
        ({"update": False}, True, "it is in Zotero: "),
        ({}, False, "it is in Zotero, and cannot be changed this way: "),
    ):
        way = FakeWay(can_change=can_change)
        way.put("ABCD2345", itemType="journalArticle", title=lamp().title, DOI="10.1234/lamp.1")
        (row,) = rows(library, way, **asked)
        assert row.deed is Deed.SKIP
        assert row.why.startswith(why)


def test_what_is_added_in_any_case_is_not_looked_for(library, add):
    add(with_doi())
    way = FakeWay()
    way.put("ABCD2345", itemType="journalArticle", title="Lamp", DOI="10.1234/lamp.1")
    (row,) = rows(library, way, again=True)
    assert (row.deed, row.why) == (Deed.NEW, "it is added in any case")


def test_where_nothing_can_be_seen_only_what_was_sent_is_known(library, add):
    add(lamp(1))
    way = FakeWay(can_read=False, can_change=False)
    (row,) = rows(library, way)
    assert (row.deed, row.why) == (Deed.NEW, "whether it is in Zotero cannot be seen")
    pushed(library, way)
    (row,) = rows(library, way)
    assert (row.deed, row.why) == (Deed.SKIP, "it was sent on 2031-03-01")


def test_a_file_that_cannot_be_sent_is_told_and_makes_no_update(library, add, tmp_path):
    add(with_doi(attachments=(Attachment("Full text", "lamp.pdf", "application/pdf"),)))
    way = FakeWay()
    (row,) = rows(library, way)
    assert row.left == ("the file lamp.pdf: it is not there",)
    report = pushed(library, way)
    assert report.done[0].left == ("the file lamp.pdf: it is not there",)
    (row,) = rows(library, way)
    assert (row.deed, row.left) == (Deed.SKIP, ("the file lamp.pdf: it is not there",))
    (tmp_path / "lamp.pdf").write_bytes(b"%PDF-1.7")
    (row,) = rows(library, way)
    assert (row.deed, row.gains, row.left) == (Deed.UPDATE, ("1 file",), ())


def test_files_stay_behind_where_that_is_wanted(library, add, tmp_path):
    (tmp_path / "lamp.pdf").write_bytes(b"%PDF-1.7")
    add(lamp(attachments=(Attachment("Full text", "lamp.pdf", "application/pdf"),)))
    for files in (True, False):
        asked = Asked(wanted=Wanted(), files=files)
        (paper,) = plan_on(FakeWay(), library, asked, now=NOW).papers
        assert bool(paper.parcel.files) is files


def test_losses_are_those_of_what_is_sent(library, add):
    add(lamp(extra={"x-lamp": "1"}), lamp(2, extra={"x-lamp": "1"}))
    way = FakeWay()
    losses = {
        name: (number, why)
        for name, number, why in plan_on(way, library, Asked(wanted=Wanted()), now=NOW).plan.losses
    }
    number, why = losses["extra"]
    assert number == 2
    assert why
    pushed(library, way)
    assert plan_on(way, library, Asked(wanted=Wanted()), now=NOW).plan.losses == ()


def test_what_only_the_way_loses_is_told_too(library, add):
    add(lamp(collections=("Lamps",)))
    way = FakeWay()
    for loses, names in ((False, set()), (True, {"collections"})):
        way.loses_collections = loses
        losses = plan_on(way, library, Asked(wanted=Wanted()), now=NOW).plan.losses
        assert {name for name, _, _ in losses} == names


def test_the_citation_key_goes_where_zotero_keeps_it(library, add):
    add(lamp())
    way = FakeWay()
    for keeps in (True, False):
        way.keeps_citekey = keeps
        (paper,) = plan_on(way, library, Asked(wanted=Wanted()), now=NOW).papers
        assert ("citationKey" in paper.parcel.item) is keeps
        assert ("Citation Key: sato1" in str(paper.parcel.item.get("extra"))) is not keeps


def test_versions_of_one_work_are_told_as_lost(library, add):
    one, other = add(lamp(1), lamp(2))
    library.apply("Keep", as_versions(library, [one, other]).changes)
    losses = plan_on(FakeWay(), library, Asked(wanted=Wanted()), now=NOW).plan.losses
    assert ("related", 2) in [(name, number) for name, number, _ in losses]


def test_there_is_a_target_and_it_is_checked_first(library, add):
    with pytest.raises(FormatError, match="Chairs"):
        rows(library, FakeWay(), target="Chairs")


def test_a_plan_stops_when_the_user_stops_it(library, add):
    add(*map(lamp, range(60)))

    class Stopping:
        def report(self, done, total=None):
            if done:
                raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        rows(library, FakeWay(), Stopping())


def test_what_is_noted_comes_back():
    base = Base(parcel=parcel_of(with_doi()), is_whole=False)
    assert unpacked(packed(base)) == base

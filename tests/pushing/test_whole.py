"""A push from its question to its report, against a stand-in for Zotero."""

import msgspec
import pytest

from refman.errors import UnreachableError
from refman.exporting import Wanted
from refman.model import ItemType, edit_of
from refman.progress import SILENT, CancelToken
from refman.pushing import Asked, Deed
from refman.pushing.carrying import push
from refman.pushing.planning import places, plan
from refman.settings import Settings, WebSettings, ZoteroSettings
from refman.zotero.records import Via
from tests.pushing.conftest import NOW
from tests.pushing.test_planning import lamp
from tests.zotero.stand_in import StandIn

ASKED = Asked(wanted=Wanted(), target="Reading")


@pytest.fixture
def running():
    made = StandIn()
    yield made
    made.close()


def settings_of(running):
    return Settings(web=WebSettings(retries=0), zotero=ZoteroSettings(port=running.port))


def told_of(said):
    return {"cancel": CancelToken(), "told": said.append}


def test_who_answers_is_told_first(running):
    found = places(settings_of(running), None, **told_of([]))
    assert (found.via, found.can_read, found.can_change) == (Via.LOCAL, True, True)
    assert "Reading" in [target.name for target in found.targets]


def test_papers_are_looked_at_then_sent_then_known(running, library, add):
    add(lamp(1), lamp(2))
    settings, said = settings_of(running), []
    planned = plan(library, ASKED, settings, now=NOW, progress=SILENT, **told_of(said))
    assert [row.deed for row in planned.rows] == [Deed.NEW, Deed.NEW]
    assert running.items() == []
    for deed in (Deed.NEW, Deed.SKIP):
        report = push(library, ASKED, settings, now=lambda: NOW, progress=SILENT, **told_of(said))
        assert [one.deed for one in report.done] == [deed, deed]
        assert deed is Deed.SKIP or report.saved is not None
    assert len(running.items()) == 2
    assert "Always Allow" in said[0]


def test_where_zotero_will_not_have_the_type_all_else_is_brought(running, library, add):
    (id_,) = add(lamp(type=ItemType.ARTICLE, publisher="arXiv"))
    settings = settings_of(running)
    push(library, ASKED, settings, now=lambda: NOW, progress=SILENT, **told_of([]))
    entry = library.get(id_).entry
    after = msgspec.structs.replace(
        entry, type=ItemType.PAPER_CONFERENCE, publisher=None, abstract="On lamps."
    )
    library.apply("Edit", [edit_of(id_, entry, after)])
    report = push(library, ASKED, settings, now=lambda: NOW, progress=SILENT, **told_of([]))
    (done,) = report.done
    assert (done.deed, done.fault) == (Deed.UPDATE, None)
    assert done.left[0].startswith("its type: ")
    (item,) = running.items()
    assert (item["itemType"], item["abstractNote"]) == ("preprint", "On lamps.")


def test_where_nobody_answers_nothing_is_begun(running, library, add):
    add(lamp())
    running.close()
    with pytest.raises(UnreachableError, match="open Zotero"):
        push(
            library,
            ASKED,
            settings_of(running),
            now=lambda: NOW,
            progress=SILENT,
            **told_of([]),
        )

"""The running Zotero by its own API: read, asked whether we may write, and written to."""

import pytest

from refman.errors import AnswerError, Cancelled, UnreachableError
from refman.progress import SILENT, CancelToken
from refman.settings import Settings, WebSettings, ZoteroSettings
from refman.zotero.keys import Keys
from refman.zotero.local_api import LocalApi
from refman.zotero.records import Created, File, Parcel, Refused, Target, WebLink
from tests.web.conftest import FakeTimes
from tests.zotero.stand_in import StandIn

OWN = Target(id="users/0", name="My Library")


@pytest.fixture
def open_at(tmp_path):
    """Open the local API of whoever listens at a port."""
    ways = []

    def open_(port, *, cancel=None, asking=None, waiting=None, times=None, **web) -> LocalApi:
        settings = Settings(zotero=ZoteroSettings(port=port), web=WebSettings(**web))
        way = LocalApi(
            settings,
            cancel or CancelToken(),
            keys=Keys(tmp_path / "state" / "keys.json"),
            folder=tmp_path / "files",
            asking=asking,
            waiting=waiting,
            times=times or FakeTimes().times,
        )
        ways.append(way)
        return way

    yield open_
    for way in ways:
        way.close()


def parcel(title, **more):
    item = {"itemType": "preprint", "title": title, "creators": [], "tags": [{"tag": "made up"}]}
    return Parcel(item=item, **more)


def test_what_is_put_there_is_there(zotero, open_at, tmp_path):
    stand_in: StandIn = zotero()
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "paper.pdf").write_bytes(b"%PDF-1.7\nmade up")
    way = open_at(stand_in.port)
    assert way.label == "Zotero 10.0.1 on this computer"
    assert [target.name for target in way.targets()] == [
        "My Library", "Reading", "World models", "Lab", "Shared",
    ]  # fmt: skip
    link = WebLink(
        title="Code", url="https://example.org/code", tags=("code",), note="We <release>"
    )
    whole = parcel(
        "Tides of Lakes",
        notes=("<p>Links</p>",),
        links=(link,),
        files=(File(title="Full text", path="paper.pdf"), File(title="Gone", path="gone.pdf")),
        collections=("Reading/Lakes", "Reading/World models"),
    )
    answers = list(way.add([whole, parcel("Plain")], OWN, SILENT))
    assert [answer.number for answer in answers] == [0, 1]
    first = answers[0]
    assert isinstance(first, Created)
    assert first.left == ("the file gone.pdf: it is not there",)
    item = stand_in.item(first.key)
    paths = stand_in.collections()
    assert {paths[key] for key in item["collections"]} == {"Reading/Lakes", "Reading/World models"}
    note, code, pdf = stand_in.children(first.key)
    assert note["note"] == "<p>Links</p>"
    assert (code["url"], code["note"]) == ("https://example.org/code", "<p>We &lt;release&gt;</p>")
    assert stand_in.files[pdf["key"]] == b"%PDF-1.7\nmade up"
    found = {each.data["title"]: each for each in way.items(OWN, SILENT)}
    assert set(found) == {"Tides of Lakes", "Plain"}
    assert isinstance(way.change(found["Plain"], {"title": "Plainer"}), Created)
    assert stand_in.item(found["Plain"].key)["title"] == "Plainer"
    refused = way.change(found["Plain"], {"title": "Plainest"})
    assert isinstance(refused, Refused)
    assert refused.status == 412
    filled = way.fill(found["Plain"], whole)
    assert isinstance(filled, Created)
    assert len(stand_in.children(found["Plain"].key)) == 3
    assert isinstance(way.fill(found["Tides of Lakes"], whole), Created)
    assert len(stand_in.children(first.key)) == 3

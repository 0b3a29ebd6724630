"""``refman push`` against a stand-in for Zotero."""

import json
import signal
import threading
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Bin,
    Citekey,
    Doi,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Span,
    Status,
    edit_of,
)
from tests.library.made import add, opened
from tests.zotero.stand_in import StandIn

GLOW = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    citekey=Citekey("glow"),
    title="GLOW: Green Lanterns over Water",
    author=(Name(family="Berg", given="Ada"), Name(literal="The Lamp Lab")),
    abstract="We show how lanterns keep their light.",
    identifiers=Identifiers(doi=Doi("10.1234/glow")),
    keywords=(Keyword("lamps"),),
    collections=("Lamps/Water",),
    status=Status.ACCEPTED,
    links=(
        Link(
            url="https://github.com/example-lab/glow",
            raw_url="",
            span=Span(0, 0),
            kind=LinkKind.CODE,
            roles=(LinkKind.CODE,),
            evidence="Our code is available.",
        ),
    ),
)
MAPS = Entry(citekey=Citekey("maps"), title="Folding Large Maps without Losing the Place")


def folded(text):
    return " ".join(text.split())


@pytest.fixture
def zotero(monkeypatch):
    """Start a stand-in, which the settings then lead to."""
    made = []

    def start(profile="zotero10"):
        made.append(StandIn(profile))
        monkeypatch.setenv("REFMAN_ZOTERO__PORT", str(made[-1].port))
        monkeypatch.setenv("REFMAN_WEB__RETRIES", "0")
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Make a library of these two papers; return what changes it."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    for name in ("DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    with closing(opened(file)) as made:
        made.apply("Add", add(GLOW, MAPS))

    def change(key, **fields):
        with closing(opened(file)) as made:
            holding = made.find_key(key)
            after = msgspec.structs.replace(holding.entry, **fields)
            made.apply("Edit", [edit_of(holding.id, holding.entry, after)])

    return change


def test_papers_go_into_zotero_once(refman, zotero, library):
    running = zotero()
    done = refman("push", "--all", "--to", "Reading")
    assert done.status == 0
    assert "Zotero 10.0.1 on this computer, Reading: 2 papers added" in folded(done.out)
    assert 'choose "Always Allow"' in folded(done.err)
    glow, maps = sorted(running.items(), key=lambda item: item["title"], reverse=True)
    assert (glow["title"], glow["itemType"], glow["DOI"]) == (
        GLOW.title,
        "journalArticle",
        "10.1234/glow",
    )
    assert glow["creators"] == [
        {"creatorType": "author", "firstName": "Ada", "lastName": "Berg"},
        {"creatorType": "author", "name": "The Lamp Lab"},
    ]
    assert {"tag": "lamps"} in glow["tags"]
    paths = running.collections()
    assert {paths[key] for key in glow["collections"]} == {"Reading/Lamps/Water"}
    assert {paths[key] for key in maps["collections"]} == {"Reading"}
    links = [one for one in running.children(glow["key"]) if one["itemType"] == "attachment"]
    assert [(one["title"], one["url"]) for one in links] == [
        ("Code", "https://github.com/example-lab/glow")
    ]
    done = refman("push", "--all", "--to", "Reading")
    assert "2 papers left as they are" in done.out
    assert len(running.items()) == 2


def test_a_dry_run_tells_what_would_be_done_and_why(refman, zotero, library):
    running = zotero()
    running.add_item({"itemType": "journalArticle", "title": GLOW.title, "DOI": "10.1234/GLOW"})
    done = refman("push", "--all", "--dry-run")
    assert done.status == 0
    said = folded(done.out)
    assert "~ glow: GLOW: Green Lanterns over Water update: DOI is equal" in said
    assert "- abstractNote: We show how lanterns keep their light." in said
    assert "- the tag lamps" in said
    assert "+ maps: Folding Large Maps without Losing the Place new: it is not in Zotero" in said
    assert "My Library: 1 new, 1 update" in said
    assert "nothing was changed (--dry-run)" in said
    assert len(running.items()) == 1
    assert not running.asked_for("POST", "/api/users")
    plan = json.loads(refman("push", "--all", "--dry-run", "--json").out)
    assert [row["deed"] for row in plan["rows"]] == ["update", "new"]


def test_what_changed_here_goes_there_and_what_changed_there_stays(refman, zotero, library):
    running = zotero()
    refman("push", "glow")
    (item,) = running.items()
    running.edit_item(item["key"], title="My Own Title")
    library("glow", title="GLOW: Better Lanterns", volume="7")
    done = refman("push", "glow", "--dry-run")
    assert "stays: title: was changed here and in Zotero" in folded(done.out)
    done = refman("push", "glow")
    assert "1 paper brought up to date" in done.out
    (item,) = running.items()
    assert (item["title"], item["volume"]) == ("My Own Title", "7")


def test_files_are_sent_and_one_that_is_missing_is_told(refman, zotero, library, tmp_path):
    running = zotero()
    (tmp_path / "glow.pdf").write_bytes(b"%PDF-1.5 lamps")
    library(
        "glow",
        attachments=(
            Attachment("Full text", "glow.pdf", "application/pdf"),
            Attachment("Talk", "gone.pdf", "application/pdf"),
        ),
    )
    done = refman("push", "glow")
    assert done.status == 0
    assert "! glow: the file gone.pdf:" in folded(done.out)
    assert list(running.files.values()) == [b"%PDF-1.5 lamps"]


@pytest.mark.parametrize("profile", ["zotero9", "create-bug", "local-api-disabled", "one-shot-key"])
def test_older_and_restrictive_zoteros_take_papers_too(refman, zotero, library, profile):
    running = zotero(profile)
    done = refman("push", "--all", "--to", "Reading")
    assert (done.status, "2 papers added" in done.out) == (0, True)
    assert {item["title"] for item in running.items()} == {GLOW.title, MAPS.title}
    refman("push", "--all", "--to", "Reading")  # what the connector has left out may follow now
    done = refman("push", "--all", "--to", "Reading")
    assert "2 papers left as they are" in done.out
    assert len(running.items()) == 2


@pytest.mark.parametrize(
    ("profile", "fault"),
    [
        ("off", "refman: Zotero refuses connections"),
        ("jabref", "refman: Zotero is not what answers there"),
    ],
)
def test_where_no_zotero_is_one_line_says_what_to_do(refman, zotero, library, profile, fault):
    zotero(profile)
    for arguments in (["--targets"], ["--all"], ["--all", "--dry-run"]):
        done = refman("push", *arguments)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(fault)
        assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("profile", "fault"),
    [("deny", "was told that refman may not write"), ("rate-limited", "Zotero")],
)
def test_where_zotero_refuses_the_report_says_so(refman, zotero, library, profile, fault):
    running = zotero(profile)
    done = refman("push", "--all")
    assert done.status == 2
    assert fault in folded(done.out)
    assert "'refman push' goes on from here" in folded(done.out)
    again = refman("push", "--all", "--again")  # which would add for a second time what is done
    assert "'refman push' without --again goes on from here" in folded(again.out)
    assert "nothing was sent" in folded(done.out)
    assert running.items() == []


def test_one_that_fails_does_not_stop_the_other(refman, zotero, library):
    running = zotero("local-api-disabled")
    running.fail_next("POST", "/connector/saveItems", 500)
    done = refman("push", "--all")
    assert done.status == 2
    assert "! glow: Zotero answers with status 500" in folded(done.out)
    assert "1 paper added, 1 paper failed" in folded(done.out)
    report = json.loads(refman("push", "--all", "--json").out)
    assert [one["deed"] for one in report["done"]] == ["new", "skip"]
    assert json.loads(Path(report["saved"]).read_text()) == report


def test_targets_are_shown_as_a_tree(refman, zotero, library):
    running = zotero("read-only-library")
    done = refman("push", "--targets")
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0] == "Zotero 10.0.1 on this computer"
    assert any(line.startswith("    Reading (users/0/") for line in lines)
    assert "Lab (groups/17): read only <- selected in Zotero" in folded(done.out)
    assert json.loads(refman("push", "--targets", "--json").out)["can_change"] is True
    done = refman("push", "--all", "--to", "Lab")
    assert (done.status, "Lab may only be read this way" in done.err) == (2, True)
    refman("push", "glow")  # what is selected takes none: the first that does is meant
    assert len(running.items()) == 1


def test_the_library_on_the_web_takes_papers_by_its_key(refman, zotero, library, monkeypatch):
    web = zotero("web")
    done = refman("push", "--all", "--via", "web")
    assert (done.status, "zotero.web_key" in done.err) == (2, True)
    monkeypatch.setenv("REFMAN_ZOTERO__WEB_URL", web.url)
    monkeypatch.setenv("REFMAN_ZOTERO__WEB_KEY", web.api_key)
    done = refman("push", "--all", "--via", "web")
    assert (done.status, "2 papers added" in done.out) == (0, True)
    assert web.api_key not in done.out + done.err
    assert len(web.items()) == 2


@pytest.mark.parametrize("profile", ["zotero10", "web"])
def test_a_preprint_that_was_published_meanwhile(refman, zotero, library, monkeypatch, profile):
    running = zotero(profile)
    monkeypatch.setenv("REFMAN_ZOTERO__WEB_URL", running.url)
    monkeypatch.setenv("REFMAN_ZOTERO__WEB_KEY", running.api_key or "none")
    via = ["--via", "web"] if profile == "web" else []
    arxiv = Arxiv(ArxivId("3106.00001"))
    library("glow", type=ItemType.ARTICLE, identifiers=Identifiers(arxiv=arxiv))
    refman("push", "glow", *via)
    (item,) = running.items()
    assert (item["itemType"], item["repository"]) == ("preprint", "arXiv")
    library(
        "glow",
        type=ItemType.PAPER_CONFERENCE,
        container_title="Lamps 2031",
        identifiers=Identifiers(arxiv=arxiv, doi=Doi("10.1234/glow")),
    )
    done = refman("push", "glow", *via)
    assert (done.status, "1 paper brought up to date" in folded(done.out)) == (0, True)
    (item,) = running.items()
    assert item["DOI"] == "10.1234/glow"
    if via:
        assert (item["itemType"], item["proceedingsTitle"]) == ("conferencePaper", "Lamps 2031")
        assert "repository" not in item
    else:  # it refuses another type while there are fields of the old one
        assert item["itemType"] == "preprint"
        assert "! glow: its type: Zotero says: 'repository' is not a valid" in folded(done.out)


def test_papers_are_named_or_asked_for(refman, zotero, library, tmp_path):
    running = zotero()
    done = refman("push")
    assert (done.status, "--all alone means all" in done.err) == (2, True)
    done = refman("push", "nowhere")
    assert (done.status, "nothing in" in done.err) == (1, True)
    done = refman("push", "--all", "--accepted", "--quiet")
    assert (done.status, done.out) == (0, "")
    assert [item["title"] for item in running.items()] == [GLOW.title]
    for dry in ([], ["--dry-run"]):
        done = refman("push", "maps", "--accepted", *dry)
        assert (done.status, "is accepted; nothing was sent" in folded(done.err)) == (1, True)
    with closing(opened(tmp_path / "lib.refman")) as made:
        made.apply("Bin", [Bin(id=1, after=made.get(1).added)])
    done = refman("push", "glow", "--dry-run")
    assert "is outside the bin; nothing was sent" in folded(done.err)


@pytest.mark.parametrize(
    ("profile", "path", "noted"),
    [("zotero10", "/api/users/0/items", 0), ("local-api-disabled", "/connector/updateSession", 1)],
)
def test_ctrl_c_leaves_a_report_of_what_was_done(
    refman, zotero, library, monkeypatch, profile, path, noted
):
    wire = StandIn._wire

    def stopping(self, asked):
        if (asked.method, asked.path) == ("POST", path) and not stopped:
            stopped.append(asked)
            signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
            wire(self, asked)
            return b""
        return wire(self, asked)

    stopped = []
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(StandIn, "_wire", stopping)
    running = zotero(profile)
    done = refman("push", "--all", "--json")
    assert (done.status, done.err.splitlines()[-1]) == (130, "refman: stopped")
    report = json.loads(done.out)
    assert (len(report["done"]), report["stopped"]) == (noted, "you stopped it")
    assert signal.getsignal(signal.SIGINT) is before
    assert Path(report["saved"]).exists()
    refman("push", "--all")
    titles = [item["title"] for item in running.items()]
    assert (titles.count(GLOW.title), set(titles)) == (1, {MAPS.title, GLOW.title})

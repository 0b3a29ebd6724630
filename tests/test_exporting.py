from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from refman.errors import FormatError, OutputError
from refman.exporting import Fate, Form, Kept, Wanted, keep, kept_exports
from refman.exporting.files import export_to, preview, rewrite
from refman.exporting.given import target_of, told_target
from refman.library import open_library
from refman.model import Add, Bin, Citekey, Entry, Holding, Status, edit_of
from refman.tidying import as_versions, no_version

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BIBTEX = Form(format="bibtex")


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "lamps.refman", now=lambda: NOW) as library:
        entries = [
            Entry(
                citekey=Citekey(f"lamp{n}"),
                title=f"Lamp {n}",
                status=Status.ACCEPTED if n % 2 else Status.NEEDS_REVIEW,
            )
            for n in range(4)
        ]
        ids = library.apply("Add", [Add(Holding(entry=entry, added=NOW)) for entry in entries]).ids
        library.apply("Bin", [Bin(id=ids[3], after=NOW)])
        yield library


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Wanted(), "lamp0 lamp1 lamp2"),
        (Wanted(accepted=True), "lamp1"),
        (Wanted(query="lamp -status:accepted"), "lamp0 lamp2"),
        (Wanted(ids=(3, 1)), "lamp0 lamp2"),
        (Wanted(ids=(4,)), "lamp3"),
    ],
)
def test_what_is_wanted_is_written_in_the_order_in_which_it_came(library, tmp_path, wanted, keys):
    target = tmp_path / "refs.bib"
    done = export_to(library, target, BIBTEX, wanted, now=NOW)
    text = target.read_text()
    assert [line.split("{")[1].rstrip(",") for line in text.splitlines() if line[:1] == "@"] == (
        keys.split()
    )
    assert done.papers == len(keys.split())
    seen, first = preview(library, BIBTEX, wanted, now=NOW)
    assert (seen, first.papers) == (text, done.papers)


def test_what_was_written_is_noted_where_that_can_be(library, tmp_path):
    target = tmp_path / "refs.bib"
    assert export_to(library, target, BIBTEX, Wanted(ids=(1, 3)), now=NOW).unnoted is None
    noted = library.exports(f"file:{target}")
    assert {id_: one.at for id_, one in noted.items()} == {1: NOW, 3: NOW}
    preview(library, BIBTEX, Wanted(), now=NOW)
    with open_library(library.path, now=lambda: NOW, read_only=True) as reader:
        done = export_to(reader, target, BIBTEX, Wanted(), now=NOW, replace=True)
    assert done.unnoted is not None
    assert done.unnoted.startswith("it was not noted that refs.bib has them: ")
    assert library.exports(f"file:{target}") == noted


def test_of_a_kept_file_only_what_is_new_is_noted(library, tmp_path):
    kept = Kept(path=str(tmp_path / "kept.bib"), form=BIBTEX, wanted=Wanted())
    target = f"file:{kept.path}"
    with open_library(library.path, now=lambda: NOW, read_only=True) as reader:
        _, digest = rewrite(reader, kept, digest=None, now=NOW)
    assert library.exports(target) == {}
    later = NOW + timedelta(days=1)
    assert rewrite(library, kept, digest=digest, now=NOW) == (Fate.SAME, digest)
    entry = library.get(2).entry
    library.apply("Edit", [edit_of(2, entry, msgspec.structs.replace(entry, title="A cold lamp"))])
    assert rewrite(library, kept, digest=digest, now=later)[0] is Fate.WRITTEN
    assert {id_: one.at for id_, one in library.exports(target).items()} == {
        1: NOW, 2: later, 3: NOW,
    }  # fmt: skip


def test_a_target_is_told_as_people_call_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert told_target(target_of(Path("a/../refs.bib"))) == str(tmp_path / "refs.bib")
    assert told_target("zotero:local/users/0") == "Zotero"


def test_what_is_there_is_replaced_only_when_asked(library, tmp_path):
    target = tmp_path / "refs.bib"
    target.write_text("mine")
    with pytest.raises(OutputError, match="already"):
        export_to(library, target, BIBTEX, Wanted(), now=NOW)
    done = export_to(library, target, BIBTEX, Wanted(), now=NOW, replace=True)
    assert done.backup == str(tmp_path / "refs.bib.bak")
    with pytest.raises(FormatError, match="there is no format lamp"):
        export_to(library, tmp_path / "x", Form(format="lamp"), Wanted(), now=NOW)


def test_a_kept_file_is_written_when_papers_change_and_never_over_anothers_work(library, tmp_path):
    kept = Kept(path=str(tmp_path / "kept.bib"), form=BIBTEX, wanted=Wanted(query="lamp"))
    change = keep(library, kept, kept.path)
    library.apply(change.name, change.changes)
    assert kept_exports(library) == [kept]
    assert not keep(library, kept, kept.path).changes
    path = tmp_path / "kept.bib"
    fate, digest = rewrite(library, kept, digest=None, now=NOW)
    assert (fate, path.read_text().count("@")) == (Fate.WRITTEN, 3)
    path.chmod(0o640)
    assert rewrite(library, kept, digest=digest, now=NOW) == (Fate.SAME, digest)
    entry = Entry(citekey=Citekey("new"), title="A new lamp")
    library.apply("Add", [Add(Holding(entry=entry, added=NOW))])
    fate, digest = rewrite(library, kept, digest=digest, now=NOW)
    assert fate is Fate.WRITTEN
    assert "new," in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.glob("kept*")] == ["kept.bib"], "no backup of our own"
    library.undo()
    path.write_text("somebody else's")
    fate, found = rewrite(library, kept, digest=digest, now=NOW)
    assert (fate, path.read_text()) == (Fate.CHANGED, "somebody else's")
    assert rewrite(library, kept, digest=found, now=NOW)[0] is Fate.WRITTEN
    change = keep(library, None, kept.path)
    library.apply(change.name, change.changes)
    assert kept_exports(library) == []


def test_a_kept_file_that_was_there_before_is_asked_about(library, tmp_path):
    kept = Kept(path=str(tmp_path / "kept.bib"), form=BIBTEX, wanted=Wanted())
    (tmp_path / "kept.bib").write_text("mine")
    assert rewrite(library, kept, digest=None, now=NOW)[0] is Fate.CHANGED
    folder = Kept(path=str(tmp_path / "no" / "kept.bib"), form=BIBTEX, wanted=Wanted())
    with pytest.raises(OutputError, match="there is no folder"):
        rewrite(library, folder, digest=None, now=NOW)


BIBLATEX, RDF, RIS = (Form(format=name) for name in ("biblatex", "zotero_rdf", "ris"))


@pytest.fixture
def versions(library):
    """One work of lamp0, lamp1, and lamp3, which lies in the bin; and another paper."""
    library.apply("Edit", [edit_of(3, library.get(3).entry, Entry(citekey=Citekey("Lamp 2")))])
    library.apply("Take out", [Bin(id=4, before=NOW)])
    step = as_versions(library, (1, 2, 4))
    library.apply(step.name, step.changes)
    library.apply("Bin", [Bin(id=4, after=NOW)])
    return library


def related_in(text):
    lines = [line.strip(" ,") for line in text.splitlines()]
    return [line.removeprefix("related = ") for line in lines if line.startswith("related = ")]


@pytest.mark.parametrize(
    ("wanted", "related", "lacking"),
    [
        (Wanted(), ["{lamp1}", "{lamp0}"], 0),
        (Wanted(accepted=True), [], 1),
        (Wanted(query="lamp"), ["{lamp1}", "{lamp0}"], 0),
        (Wanted(ids=(1,)), [], 1),
        (Wanted(ids=(1, 2, 4)), ["{lamp1,lamp3}", "{lamp0,lamp3}", "{lamp0,lamp1}"], 0),
        (Wanted(ids=(3,)), [], 0),
    ],
)
def test_versions_name_each_other_where_the_file_has_them(
    versions, tmp_path, wanted, related, lacking
):
    done = export_to(versions, tmp_path / "x.bib", BIBLATEX, wanted, now=NOW)
    assert related_in((tmp_path / "x.bib").read_text()) == related
    text, seen = preview(versions, BIBLATEX, wanted, now=NOW)
    assert related_in(text) == related
    for each in (done, seen):
        assert {name: count for name, count, _ in each.losses}.get("versions", 0) == lacking


def test_zotero_gets_related_items_and_other_formats_tell_that_they_do_not(versions, tmp_path):
    export_to(versions, tmp_path / "x.rdf", RDF, Wanted(), now=NOW)
    text = (tmp_path / "x.rdf").read_text()
    assert text.count('<dc:relation rdf:resource="#item_1"/>') == 1
    assert text.count('<dc:relation rdf:resource="#item_2"/>') == 1
    done = export_to(versions, tmp_path / "x.ris", RIS, Wanted(), now=NOW)
    assert ("related", 2) in [loss[:2] for loss in done.losses]
    kept = Kept(path=str(tmp_path / "kept.bib"), form=BIBLATEX, wanted=Wanted())
    _, digest = rewrite(versions, kept, digest=None, now=NOW)
    step = no_version(versions, 1)
    versions.apply(step.name, step.changes)
    assert rewrite(versions, kept, digest=digest, now=NOW)[0] is Fate.WRITTEN
    assert related_in((tmp_path / "kept.bib").read_text()) == []


@pytest.mark.parametrize("key", ["Lamp 2", "LAMP1", None])
def test_what_a_file_may_call_otherwise_is_named_by_none(versions, tmp_path, key):
    other = Entry(citekey=key and Citekey(key), title="x")
    id_, *_ = versions.apply("Add", [Add(Holding(entry=other, added=NOW))]).ids
    step = as_versions(versions, (2, id_))
    versions.apply(step.name, step.changes)
    done = export_to(versions, tmp_path / "x.bib", BIBLATEX, Wanted(), now=NOW)
    text = (tmp_path / "x.bib").read_text()
    assert related_in(text)[0] == ("{lamp1}" if key != "LAMP1" else "{lamp0}")
    assert all("amp-2" not in said and "LAMP1" not in said for said in related_in(text))
    assert ("versions", 2 if key != "LAMP1" else 3) in [loss[:2] for loss in done.losses]


@pytest.mark.parametrize(("own", "lacking"), [("lamp7", 1), ("lamp1, lamp7", 0)])
def test_what_an_entry_says_itself_of_others_stays(versions, tmp_path, own, lacking):
    entry = versions.get(1).entry
    versions.apply(
        "Edit", [edit_of(1, entry, msgspec.structs.replace(entry, extra={"related": own}))]
    )
    done = export_to(versions, tmp_path / "x.bib", BIBLATEX, Wanted(), now=NOW)
    assert related_in((tmp_path / "x.bib").read_text()) == [f"{{{own}}}", "{lamp0}"]
    assert sum(count for name, count, _ in done.losses if name == "versions") == lacking

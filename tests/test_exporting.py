from datetime import UTC, datetime

import pytest

from refman.errors import FormatError, OutputError
from refman.exporting import Fate, Form, Kept, Wanted, keep, kept_exports
from refman.exporting.files import export_to, preview, rewrite
from refman.library import open_library
from refman.model import Add, Bin, Citekey, Entry, Holding, Status

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

"""Libraries of earlier versions: each is brought to this one whole, or left as it was."""

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from refman.errors import Cancelled, NewerLibraryError, ReadOnlyLibraryError
from refman.library import opening, repair_library
from refman.library.rows import FACTS
from refman.library.schema import APPLICATION_ID, MIGRATIONS, VERSION
from refman.model import Add, Bin, Export, Holding, Keep, KeptKind, Provenance, Span, edit_of
from tests.formats.entries import FULL
from tests.library.made import Clock, add, opened, paper, proposal

FOLDER = Path(__file__).resolve().parent.parent / "data" / "library"
VERSIONS = range(1, VERSION + 1)
WITH_PROPOSALS, WITH_DUPLICATES, WITH_EXPORTS = 2, 4, 5
TOLD = (
    "listings", "entries", "records", "kept", "proposals", "history", "history_parts", "duplicates",
    "looked_through", "export_targets", "exports",
    "export_data",
)  # fmt: skip
"""Tables that a dump holds; all others are derived."""


def fill(path: Path) -> None:
    """Write a small library in which a row of every kind stands."""
    with opened(path, Clock(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))) as library:
        listing = library.add_listing(name="list.txt", kind="plain", text="A lamp. Another.")
        library.apply("Add a paper", [
            Add(Holding(
                entry=paper(1), added=Clock().at, listing=listing, span=Span(0, 7)
            ))
        ])  # fmt: skip
        library.apply("Add two", add(FULL, paper(2)))
        library.apply("Save", [Keep(kind=KeptKind.SEARCH, name="lamps", after="title:lamps")])
        library.apply("Bin", [Bin(id=3, after=Clock().at)])
        library.apply("Edit", [edit_of(1, paper(1), paper(9))])
        library.undo()
        library.propose(1, proposal(paper(1), paper(3)))
        library.keep_duplicates([[1, 2]])
        library.note_exports(
            "zotero:a",
            [Export(id=2, target="", at=library._now(), key="LAMP2345", data=b"{}")],
        )


def dumped(connection: sqlite3.Connection) -> str:
    """Return what makes a library of the same content: statements, one a line."""
    lines = [f"{sql};" for sql in schema(connection)]
    for table in TOLD:
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        quoted = " || ', ' || ".join(f"quote({name})" for name in columns)
        query = f"SELECT 'INSERT INTO {table} VALUES (' || {quoted} || ');' FROM {table}"
        lines += (line for (line,) in connection.execute(query))
    lines.append(f"PRAGMA application_id = {APPLICATION_ID};")
    lines.append(f"PRAGMA user_version = {VERSION};")
    return "\n".join(lines) + "\n"


def schema(connection: sqlite3.Connection) -> list[str]:
    shadows = re.compile(r"(words|grams)_|sqlite_")
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return [re.sub(r"\s+", " ", sql).strip() for name, sql in rows if not shadows.match(name)]


def undumped(version: int, path: Path) -> Path:
    """Make the library that a dump holds."""
    connection = sqlite3.connect(path)
    connection.executescript((FOLDER / f"version-{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def everything(library):
    return (
        list(library.all(with_binned=True)),
        library.history(),
        library.kept(KeptKind.SEARCH),
        list(library.proposals(holding.id for holding in library.all(with_binned=True))),
        (library.duplicates_found_at(), library.search("has:duplicate").ids),
        library.exports("zotero:a"),
        [library.listing(id_) for id_, _ in library.listings()],
    )


def test_the_dump_of_this_version_is_there_and_its_tables_are_those_of_the_code(tmp_path, request):
    fill(tmp_path / "a")
    with opened(tmp_path / "a", Clock()) as library:
        expected = everything(library)
        now = dumped(library._connection)
    file = FOLDER / f"version-{VERSION}.sql"
    if request.config.getoption("--update"):
        file.write_text(now, encoding="utf-8")
    with opened(undumped(VERSION, tmp_path / "b"), Clock()) as library:
        assert schema(library._connection) == schema(sqlite3.connect(tmp_path / "a"))
        assert everything(library) == expected


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_brought_to_this_one(tmp_path, version):
    path = undumped(version, tmp_path / "a.refman")
    with opened(path, Clock()) as library:
        assert library.check() == ()
        assert library.get(1).entry == paper(1)
        assert library.get(2).entry == FULL
        assert library.get(3).binned is not None
        assert library.listing(library.get(1).listing).text[:7] == "A lamp."
        known = proposal(paper(1), paper(3)) if version >= WITH_PROPOSALS else None
        assert library.proposal(1) == known
        is_searched = version >= WITH_DUPLICATES
        assert (library.duplicates_found_at() is not None) == is_searched
        assert library.search("has:duplicate").ids == ((2, 1) if is_searched else ())
        assert set(library.exports("zotero:a")) == ({2} if version >= WITH_EXPORTS else set())
        assert library.redo() == "Edit"
        assert library.get(1).entry == paper(9)
        while library.undo():
            pass
        assert list(library.all(with_binned=True)) == []
        assert library.kept(KeptKind.SEARCH) == {}
        assert library.check() == ()
        names = [one.name for one in library.snapshots.all()]
    (name,) = names  # before the change of version, or else the day's
    assert name.endswith(f"before version {VERSION}.refman") is (version < VERSION)


def add_colour(connection):
    connection.execute("ALTER TABLE entries ADD COLUMN colour TEXT")
    connection.execute("UPDATE entries SET colour = 'amber'")


def fail(connection):
    connection.execute("ALTER TABLE entries ADD COLUMN weight REAL")
    raise ZeroDivisionError


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.refman"
    fill(path)
    return path


LATER = (*MIGRATIONS, add_colour)


def test_a_step_leads_to_the_next_version_after_a_snapshot(file):
    with opened(file, Clock()) as library:
        before = everything(library)
    with opened(file, Clock(), migrations=LATER) as library:
        assert everything(library) == before
        query = "SELECT DISTINCT colour FROM entries"
        assert library._connection.execute(query).fetchall() == [("amber",)]
        (snapshot,) = library.snapshots.all()
    assert snapshot.name.endswith(f"before version {VERSION + 1}.refman")
    with opened(snapshot, Clock(), read_only=True) as library:
        assert everything(library) == before
    with pytest.raises(NewerLibraryError):
        opened(file, Clock())
    with pytest.raises(NewerLibraryError):
        repair_library(file, now=Clock())
    with opened(file, Clock(), migrations=LATER) as library:
        assert len(library.snapshots.all()) == 1


def test_steps_are_done_all_or_none(file):
    with opened(file, Clock()) as library:
        before = everything(library)
    with pytest.raises(ZeroDivisionError):
        opened(file, Clock(), migrations=(*LATER, fail))
    with opened(file, Clock()) as library:
        assert everything(library) == before
        assert library.check() == ()


def test_a_version_that_another_program_brought_on_meanwhile_is_taken(file, monkeypatch):
    begin = opening.begin

    def overtaken(connection, path, patience):
        monkeypatch.setattr(opening, "begin", begin)
        opened(file, Clock(), migrations=LATER).close()
        begin(connection, path, patience)

    monkeypatch.setattr(opening, "begin", overtaken)
    with opened(file, Clock(), migrations=LATER) as library:
        assert len(list(library.all())) == 2


def test_an_earlier_version_is_not_read_without_being_brought_on(file):
    before = file.read_bytes()
    with pytest.raises(ReadOnlyLibraryError, match="earlier refman"):
        opened(file, Clock(), migrations=LATER, read_only=True)
    assert file.read_bytes() == before


def test_derived_tables_are_made_anew_where_their_rules_have_changed(file):
    with opened(file, Clock()) as library:
        with library.transaction():
            library._connection.execute("UPDATE meta SET value = 'of old'")
            library._connection.execute("DELETE FROM tags")
            library._connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
            library._connection.execute("INSERT INTO grams (grams) VALUES ('delete-all')")
        assert library.count("lamps") == 0
    with opened(file, Clock(), read_only=True) as library:
        assert library.count("lamps") == 0
    with opened(file, Clock()) as library:
        assert library.count("lamps") > 0
        assert library.check() == ()


BEFORE_SOURCES = FACTS.index("source arxiv")


@pytest.fixture
def of_version_4(file):
    """A library as version 4 left it: with all derived rows, and facts that name no sources."""
    with opened(file, Clock()) as library:
        edited = replace(FULL, provenance={"title": Provenance("arxiv")})
        library.apply("Edit", [edit_of(2, FULL, edited)])  # beside its record
        connection = library._connection
        connection.execute(f"UPDATE entries SET facts = facts & {(1 << BEFORE_SOURCES) - 1}")
        connection.execute("DELETE FROM meta WHERE name = 'facts'")
        for table in ("export_data", "exports", "export_targets"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX entries_facts")
        connection.execute("PRAGMA user_version = 4")
    return file


def test_facts_alone_are_made_anew_where_only_they_are_others(of_version_4):
    tables = ("words_data", "grams_data", "tags", "marks", "records")

    def content(connection):
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]

    connection = sqlite3.connect(of_version_4)
    before = content(connection)
    connection.close()
    reported = []
    progress = SimpleNamespace(report=lambda *done: reported.append(done))
    with opened(of_version_4, Clock(), progress=progress) as library:
        assert library.search("source:arxiv").ids == (2,)
        assert library.search("-source:arxiv").ids == (1,)
        assert content(library._connection) == before
        assert library.check() == ()
        assert reported == [(3, 3)]
        library._connection.execute("DELETE FROM meta WHERE name = 'facts'")
    with opened(of_version_4, Clock(), read_only=True) as library:
        assert "not all of" in library.notice


def test_facts_are_made_anew_all_or_none(of_version_4):
    def stop(*_):
        raise Cancelled("enough")

    before = of_version_4.read_bytes()
    with pytest.raises(Cancelled):
        opened(of_version_4, Clock(), progress=SimpleNamespace(report=stop))
    assert of_version_4.read_bytes() == before
    assert repair_library(of_version_4, now=Clock()).faults == ()
    with opened(of_version_4, Clock(), read_only=True) as library:
        assert library.search("source:arxiv").ids == (2,)

"""A paper that was read from a PDF has that file from then on."""

import tempfile
from datetime import UTC, datetime

import pytest

from refman.acquiring import Choice, acquire
from refman.citekeys import compile_pattern
from refman.gathering import Gathering
from refman.library import open_library
from refman.model import (
    Attachment,
    Date,
    Doi,
    Entry,
    Identifiers,
    Name,
    Provenance,
    Record,
    Span,
)

NOW = datetime(2026, 3, 14, tzinfo=UTC)
PATTERN = compile_pattern("{auth}{year}{word}")
LAMP = Entry(
    title="Slow Lamps at Evening",
    author=(Name(family="Glow", given="Ada"),),
    issued=Date(2020),
    identifiers=Identifiers(doi=Doi("10.1234/lamp")),
)


@pytest.fixture
def library(tmp_path):
    (tmp_path / "home").mkdir()
    with open_library(tmp_path / "home" / "my.refman", now=lambda: NOW) as library:
        yield library


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """The system's folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    (tmp_path / "passing").mkdir()
    return tmp_path / "passing"


def add(library, source, *entries, kind="pdf", **wanted):
    with Gathering() as gathering:
        records = [Record(entry=entry, span=Span(0, 4)) for entry in entries]
        gathering.take(source=str(source), kind=kind, text="text", pieces=records)
        return acquire(library, gathering, Choice(pattern=PATTERN, **wanted), now=NOW)


def files(library):
    return [one.entry.attachments for one in library.all()]


def pdf_in(folder):
    folder.mkdir(exist_ok=True)
    path = folder / "lamp.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


@pytest.mark.parametrize("place", ["home", "papers"])
def test_the_file_belongs_to_the_paper_and_says_where_it_came_from(library, tmp_path, place):
    path = pdf_in(tmp_path / place)
    add(library, path, LAMP)
    named = "lamp.pdf" if place == "home" else str(path)
    assert files(library) == [(Attachment("Full text", named, "application/pdf"),)]
    (holding,) = library.all()
    assert holding.entry.provenance["attachments"] == Provenance(str(path))
    library.undo()
    assert files(library) == []


def test_a_name_from_the_folder_that_one_is_in_is_made_whole(library, tmp_path, monkeypatch):
    monkeypatch.chdir(pdf_in(tmp_path / "papers").parent)
    add(library, "lamp.pdf", LAMP)
    assert [one.path for (one,) in files(library)] == [str(tmp_path / "papers" / "lamp.pdf")]


def test_what_is_no_file_to_stay_is_not_attached(library, tmp_path, temporary, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_bytes(b"%PDF-1.4")
    kept = pdf_in(tmp_path / "papers")
    for number, (source, kind) in enumerate(
        [
            ("-", "pdf"),
            ("https://lamps.example/lamp.pdf", "pdf"),
            ("pasted\0text", "pdf"),
            (tmp_path / "gone.pdf", "pdf"),
            (tmp_path / "papers", "pdf"),
            (pdf_in(temporary), "pdf"),
            (kept, "plain"),
        ]
    ):
        add(library, source, Entry(title=f"Paper {number} of Lamps and Wicks {number}"), kind=kind)
    assert files(library) == [()] * 7


def test_a_library_among_temporary_files_is_no_worse_than_its_files(temporary):
    path = pdf_in(temporary / "papers")
    with open_library(temporary / "my.refman", now=lambda: NOW) as library:
        add(library, path, LAMP)
        assert [one.path for (one,) in files(library)] == ["papers/lamp.pdf"]


def test_a_known_paper_gets_it_where_it_is_to_be_filled_and_has_none(library, tmp_path):
    path = pdf_in(tmp_path / "home")
    add(library, "listing.txt", LAMP, kind="made")
    assert add(library, path, LAMP).step is None
    assert files(library) == [()]
    (fate,) = add(library, path, LAMP, update=True).fates
    assert (fate.outcome.value, fate.filled) == ("known", ("attachments",))
    assert [one.path for (one,) in files(library)] == ["lamp.pdf"]
    assert add(library, pdf_in(tmp_path / "papers"), LAMP, update=True).step is None

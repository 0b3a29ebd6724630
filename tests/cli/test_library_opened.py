"""The library that a command works on, and what in it is chosen."""

from contextlib import closing
from pathlib import Path

import pytest

from refman.cli import opened as module
from refman.cli.opened import asked, chosen, keyed, opened, undoable
from refman.errors import QueryError, ReadOnlyLibraryError, RefmanError
from refman.library import Library, open_library
from refman.model import Citekey
from refman.places import library_path
from refman.settings import LibrarySettings, Settings
from tests.library import made
from tests.library.made import add, paper


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "lib.refman"
    with closing(made.opened(file)) as library:
        papers = [paper(number, citekey=Citekey(key)) for number, key in enumerate("abc")]
        library.apply("Add 3 papers", add(*papers))
    return file


def test_an_empty_name_is_no_library():
    with pytest.raises(RefmanError, match="no name"):
        library_path("")


@pytest.fixture
def library(file):
    with opened(str(file)) as library:
        yield library


class Terminal:
    """What somebody sits at, who gives an answer."""

    def __init__(self, monkeypatch, answer):
        self.asked = []
        self.told = []
        for stream in ("stdin", "stderr"):
            monkeypatch.setattr(f"refman.cli.opened.sys.{stream}.isatty", lambda: True)
        monkeypatch.setattr(module.typer, "confirm", self.confirm)
        monkeypatch.setattr(module.typer, "echo", lambda line, err: self.told.append(line))
        self.answer = answer

    def confirm(self, question, err):
        self.asked.append(question)
        return self.answer


@pytest.mark.parametrize(
    ("given", "is_set", "path"),
    [
        ("x.refman", "y.refman", "x.refman"),
        (None, "y.refman", "y.refman"),
        (None, None, "data/refman/library.refman"),
    ],
)
def test_what_is_said_goes_before_what_is_set(tmp_path, monkeypatch, given, is_set, path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = Settings(library=LibrarySettings(path=is_set))
    found = library_path(given, settings)
    assert found == (tmp_path / path if path.startswith("data") else Path(path))


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["b", "a", "B"], "ba"),
        (["a", "zzz"], ""),
        (["brass"], "b"),
        (["lamps", "-brass"], "ac"),
        (["zzz"], ""),
        ([], "abc"),
    ],
)
def test_words_are_keys_or_a_query(library, words, keys):
    ids = chosen(library, words)
    assert "".join(sorted(one.entry.citekey for one in library.holdings(ids))) == "".join(
        sorted(keys)
    )
    assert chosen(library, words, changes="accept", takes_all=True) == ids
    if keys == "ba":
        assert ids == [2, 1]


def test_one_that_a_query_finds_is_told_in_a_pipe(library, capsys):
    assert len(chosen(library, ["brass"], changes="accept")) == 1
    assert capsys.readouterr().err == "found b, Brass lamps of the amber quay, part 1\n"
    for how in ({"takes_all": True}, {"quiet": True}):
        assert len(chosen(library, ["brass"], changes="accept", **how)) == 1
    assert len(chosen(library, ["brass"])) == 1
    assert len(chosen(library, ["b"], changes="accept")) == 1
    assert chosen(library, ["zzz"], changes="accept") == []
    assert capsys.readouterr().err == ""


def test_several_that_a_query_finds_need_a_word(library):
    with pytest.raises(RefmanError, match="lamps finds 3 entries: --all does it to all of them"):
        chosen(library, ["lamps"], changes="accept")


@pytest.mark.parametrize("answer", [True, False])
def test_somebody_at_a_terminal_is_asked(library, monkeypatch, answer):
    terminal = Terminal(monkeypatch, answer)
    if answer:
        assert len(chosen(library, ["lamps"], changes="accept")) == 3
    else:
        with pytest.raises(RefmanError):
            chosen(library, ["lamps"], changes="accept")
    assert terminal.asked == ["Accept 3 entries?"]


@pytest.mark.parametrize("answer", [True, False])
def test_somebody_at_a_terminal_is_asked_about_one_paper_too(library, monkeypatch, answer):
    terminal = Terminal(monkeypatch, answer)
    if answer:
        assert chosen(library, ["brass"], changes="put into HF") == [2]
    else:
        with pytest.raises(RefmanError, match=r"brass finds b, Brass lamps .*: nothing was done"):
            chosen(library, ["brass"], changes="put into HF")
    assert terminal.asked == ["Put into HF b, Brass lamps of the amber quay, part 1?"]
    assert chosen(library, ["b"], changes="accept") == [2]
    assert chosen(library, ["brass"], changes="accept", takes_all=True) == [2]
    assert len(terminal.asked) == 1


BROUGHT = ("OR", "-dash", "has:code", "caf\xe9", "or")


def test_keys_that_files_bring_and_queries_would_read_are_named_by_a_field(file):
    with closing(made.opened(file)) as library:
        papers = [paper(9 + n, citekey=Citekey(key)) for n, key in enumerate(BROUGHT)]
        library.apply("Add", add(*papers))
        for number, key in enumerate(BROUGHT[:3], 4):
            assert keyed(library, [key]) == []
            assert chosen(library, [f'key:"{key}"'])[-1:] == [number]
        assert keyed(library, ["a", "OR", "b"]) == []
        assert keyed(library, ["caf\xe9", "b"]) == [7, 2]
        assert keyed(library, ["or"]) == [8]
        assert keyed(library, ["caf\udce9"]) == keyed(library, []) == []


def test_a_paper_without_a_key_is_told_by_its_number(file, capsys):
    with closing(made.opened(file)) as library:
        library.apply("Add", add(paper(9, citekey=None, title=None, note="zzz")))
        assert chosen(library, ["zzz"], changes="accept") == [4]
    assert capsys.readouterr().err == "found #4, [no title]\n"


def test_a_terminal_shows_the_word_in_its_place(library, monkeypatch):
    terminal = Terminal(monkeypatch, answer=False)
    with pytest.raises(QueryError, match=r"value right behind it$"):
        asked(library, ["lamps", "author:"])
    assert terminal.told == ["lamps author:\n      ^^^^^^^"]


def test_a_query_that_ends_too_early_is_told(library):
    with pytest.raises(QueryError, match="has no"):
        asked(library, ["(lamps"])


def test_what_one_should_know_of_the_library_is_told_once(file, monkeypatch, capsys):
    def open_(path, **how):
        library = open_library(path, **how)
        library.notice = "it lies on a network drive"
        return library

    monkeypatch.setattr(module, "open_library", open_)
    with opened(str(file)), opened(str(file), quiet=True):
        assert capsys.readouterr().err == "refman: it lies on a network drive\n"


@pytest.mark.parametrize("reads", [True, False])
def test_what_may_not_be_written_will_do_for_reading(file, monkeypatch, reads):
    def open_(path, *, read_only=False, **how):
        if not read_only:
            raise ReadOnlyLibraryError("it may not be written", library=str(path))
        return open_library(path, read_only=True, **how)

    monkeypatch.setattr(module, "open_library", open_)
    if reads:
        with opened(str(file), reads=True) as library:
            assert isinstance(library, Library)
    else:
        with pytest.raises(ReadOnlyLibraryError), opened(str(file)):
            pass


def test_a_bar_is_made_only_where_there_is_something_to_tell(file, monkeypatch):
    made_bars = []
    real = module.progress_on

    def progress_on(source, *, quiet):
        made_bars.append(source)
        return real(source, quiet=quiet)

    def open_(path, *, progress, **how):
        if path.name == "old.refman":
            progress.report(1, 2)
            progress.report(2, 2)
        return open_library(path, **how)

    monkeypatch.setattr(module, "progress_on", progress_on)
    monkeypatch.setattr(module, "open_library", open_)
    with opened(str(file)):
        assert made_bars == []
    with opened(str(file.with_name("old.refman")), makes=True):
        assert made_bars == ["old.refman"]


def test_what_can_be_undone_says_so():
    assert undoable("accepted 12 papers") == "accepted 12 papers ('refman undo' takes it back)"

"""``refman edit``, ``tag``, ``collect``, ``accept`` and their like, ``remove``, ``put-back``."""

import itertools
import json
from contextlib import closing

import msgspec
import pytest

from refman.cli.changing import Choice, change
from refman.cli.columns import width_of
from refman.editing import edited, read_assignment, tagged
from refman.errors import ConflictError
from refman.model import Citekey, Date, KeptKind, Status
from tests.library.made import START, add, opened, paper


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A library of four papers; the commands work on it."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with closing(opened(file)) as library:
        keys = ("a", "b", "c", "d")
        library.apply(
            "Add 4 papers",
            add(*(paper(number, citekey=Citekey(key)) for number, key in enumerate(keys))),
        )
    return file


def entries(file):
    with closing(opened(file)) as library:
        return {one.entry.citekey: one.entry for one in library.all()}


def state(file) -> list[bytes]:
    with closing(opened(file)) as library:
        held = [
            msgspec.json.encode(msgspec.structs.replace(one, changed=None))
            for one in library.all(with_binned=True)
        ]
        return [*held, *(msgspec.json.encode(library.kept(kind)) for kind in KeptKind)]


DONE = [
    ("edit a year=1999 tags+=oil", "edited 1 paper"),
    ("edit title:lamps year=1999 --all", "edited 4 papers"),
    ("edit -title:brass pages=1-2 --all", "edited 3 papers"),
    ("edit --all note=x", "edited 4 papers"),
    ("edit a citekey=z", "edited 1 paper"),
    ("edit --all --find lamps --replace lights", 'replaced "lamps" in 4 papers'),
    ("edit a --find AMBER --replace Jade --in title", 'replaced "AMBER" in 1 paper'),
    ("tag a b +oil -lamps", "tagged 2 papers"),
    ("tag a -quay +y", "tagged 1 paper"),
    ("tag --all --add oil", "tagged 4 papers"),
    ("tag -title:brass --all --remove lamps", "tagged 3 papers"),
    ("accept a", "accepted 1 paper"),
    ("accept --all title:lamps -brass", "accepted 3 papers"),
    ("reject a b", "rejected 2 papers"),
    ("collect Reading/New a b", 'put 2 papers into "Reading/New"'),
    ("collect Reading --make", 'made the collection "Reading"'),
    ("remove a b", "put 2 papers into the bin"),
    ("remove --all year:2001", "put 1 paper into the bin"),
]


@pytest.mark.parametrize(("words", "said"), DONE, ids=[words for words, _ in DONE])
def test_a_command_is_one_step_and_undone_to_the_same_bytes(refman, file, words, said):
    before = state(file)
    done = refman(*words.split())
    assert done.status == 0
    assert done.err == f"{said} ('refman undo' takes it back)\n"
    after = state(file)
    assert after != before
    again = refman(*words.split())
    assert again.status != 0 or again.err.startswith("nothing to do: ")
    assert state(file) == after
    with closing(opened(file)) as library:
        assert library.undo()
        assert len(library.history()) == 2
    assert state(file) == before


def test_an_edit_shows_what_was_and_what_is(refman, file):
    done = refman("edit", "a", "year=1999", "tags=", "title=Amber lamps of the amber quay, part 0")
    assert done.out == (
        "a\n"
        "   title: Amber lamps of the amber quay, part 0 (now your own word)\n"
        "   issued: 2000 -> 1999\n"
        "   keywords: lamps -> (nothing)\n"
    )
    assert refman("edit", "a", "year=1999").err.startswith("nothing to do: 1 paper is so already")
    assert refman("edit", "a", "year=1998", "--quiet").err == ""


def test_what_a_query_finds_is_named_and_can_be_undone(refman, file):
    before = state(file)
    done = refman("remove", "brass")
    assert done.err == (
        "found b, Brass lamps of the amber quay, part 1\n"
        "put 1 paper into the bin ('refman undo' takes it back)\n"
    )
    refman("undo")
    assert state(file) == before
    assert refman("edit", "brass", "year=1999", "--quiet").err == ""
    assert json.loads(refman("edit", "brass", "year=1998", "--json").out)["done"]


def test_a_long_word_is_cut_to_a_few_lines(refman, file, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    done = refman("edit", "a", "notes=" + "x" * 500, "title=" + "世界" * 300)
    lines = done.out.splitlines()
    assert len(lines) < 12
    assert all(width_of(line) <= 60 for line in lines)
    assert "xxxxxxxxxx" in done.out
    assert done.out.count(" …\n") == 2


def test_a_dry_run_changes_nothing_and_shows_all(refman, file):
    before = state(file)
    assert refman("edit", "lamps", "--dry-run", "year=1999").out.count("-> 1999") == 4
    done = refman("edit", "--all", "--dry-run", "year=1999")
    assert done.out.count("-> 1999") == 4
    assert done.err == "a dry run, nothing was changed: Edit 4 papers\n"
    assert "keywords: lamps -> " in refman("tag", "a", "-lamps", "--dry-run").out
    assert state(file) == before


def test_long_lists_are_cut_and_foreign_text_is_harmless(refman, file, monkeypatch):
    with closing(opened(file)) as library:
        library.apply("Add", add(*(paper(number) for number in range(10, 40))))
    done = refman("edit", "--all", "extra.x\u202ey=a", "--dry-run")
    assert done.status == 2
    done = refman("edit", "--all", "title=a\x1b[31mb", "abstract=" + "word " * 500)
    assert done.out.count(" -> a[31mb\n") == 20
    assert done.out.endswith("and 14 more papers\n")
    monkeypatch.setenv("COLUMNS", "60")
    narrow = refman("edit", "--all", "title=" + "word " * 100, "--dry-run").out
    assert max(map(len, narrow.splitlines())) <= 60


def test_json_has_each_field_before_and_after(refman, file):
    done = refman("edit", "a", "year=1999", "doi=10.5555/x", "--json")
    assert json.loads(done.out) == {
        "library": str(file),
        "step": "Edit 1 paper",
        "done": True,
        "entries": [
            {
                "id": 1,
                "citekey": "a",
                "fields": {
                    "issued": {"before": "2000", "after": "1999"},
                    "doi": {"before": None, "after": "10.5555/x"},
                },
            }
        ],
    }
    said = json.loads(refman("edit", "a", "year=1999", "--json").out)
    assert (said["step"], said["done"], said["entries"]) == (None, False, [])
    said = json.loads(refman("remove", "a", "b", "--json").out)
    assert [one["citekey"] for one in said["entries"] if one["binned"]] == ["a", "b"]
    said = json.loads(refman("remove", "--for-good", "--yes", "--json").out)
    assert {one["citekey"] for one in said["entries"]} == {"a", "b"}


REFUSED = [
    ("edit a", "say what is to be set: FIELD=VALUE"),
    ("edit year=1999", "name entries by their citekeys"),
    ("edit a yaer=1999", 'Did you mean "year"?'),
    ("edit a year=soon", "year=soon: this is no date"),
    ("edit a citekey=B", "B is the key of another entry"),
    ("edit a b citekey=z", "not of several"),
    ("edit lamps year=1999", "--all does it to all of them"),
    ("edit a --dryrun year=1999", "there is no option --dryrun"),
    ("edit authr:x year=1999", 'Did you mean "author"?'),
    ("tag a", "say which tags"),
    ("tag a +", "a tag needs a name"),
    ("tag a +caf\udce9", "the tag caf\ufffd: it has bytes that are no text in UTF-8"),
    ("tag a --add caf\udce9", "bytes that are no text in UTF-8"),
    ("edit a title=caf\udce9", "title=caf\ufffd: it has bytes that are no text in UTF-8"),
    ("edit caf\udce9 year=1999", 'bytes stand here that are no text in UTF-8 (at "\ufffd")'),
    ("edit caf\udce9 --all year=1999", "bytes stand here that are no text in UTF-8"),
    ("collect caf\udce9 a", "the collection's name has bytes that are no text in UTF-8"),
    ("edit a year=99999", "year=99999: a year has four figures: 9999 is the last"),
    ("edit a citekey=has:code", "commands would read it as part of a query"),
    ("remove lamps - brass --all", 'this "-" stands alone'),
    ("remove lamps NOT --all", "NOT needs a condition behind it"),
    ("dedupe --not-duplicate caf\udce9 a", "has no entry caf\ufffd"),
    ("tag +oil", "name entries by their citekeys"),
    ("accept", "name entries by their citekeys"),
    ("accept  ", "name entries by their citekeys"),
    ("collect --make", "name the collection"),
    ("collect A --make --delete", "do one at once"),
    ("collect A a --make", "and no entries"),
    ("collect A --delete", "there is no collection"),
    ("collect A//B a", "is no collection"),
    ("collect A a --out", "there is no collection"),
    ("remove a --for-good --yes", "a: not in the bin"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[words for words, _ in REFUSED])
def test_what_cannot_be_done_is_told_in_one_line_and_changes_nothing(refman, file, words, said):
    before = state(file)
    done = refman(*words.split(" "))
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert done.err.startswith("refman: ")
    assert said in done.err
    assert state(file) == before


@pytest.mark.parametrize(
    "words",
    ["accept nosuch", "edit nosuch year=1999", "put-back nosuch", "put-back --all",
     "remove --for-good --yes", "collect A nosuch"],
)  # fmt: skip
def test_where_nothing_is_found_the_status_is_1(refman, file, words):
    done = refman(*words.split())
    assert done.status == 1
    assert done.err.startswith("refman: ")
    assert (
        str(file) in done.err or "the bin is empty" in done.err or "the bin is nosuch" in done.err
    )


def test_the_bin_is_filled_and_looked_through_and_emptied(refman, file):
    refman("remove", "a", "b")
    refused = refman("accept", "a", "c")
    assert refused.status == 2
    assert "a lies in the bin; 'refman put-back' takes it out" in refused.err
    assert "nothing to do: 1 paper is not in the bin" in refman("put-back", "c").err
    assert "took 1 paper out of the bin" in refman("put-back", "title:brass").err
    assert entries(file).keys() == {"b", "c", "d"}
    asked = refman("remove", "--for-good")
    assert (asked.status, asked.err) == (
        2,
        "refman: Remove 1 paper for good? --yes says so where nobody can be asked\n",
    )
    assert "removed 1 paper for good" in refman("remove", "--for-good", "--yes").err
    with closing(opened(file)) as library:
        assert library.find_key("a") is None
        library.undo()
        held = library.find_key("a")
        assert held is not None
        assert held.binned is not None


def test_review_states_go_forth_and_back(refman, file):
    refman("accept", "a", "b")
    refman("reject", "b")
    assert "put 1 paper back to review" in refman("review", "b").err
    assert {key: entry.status for key, entry in entries(file).items()} == {
        "a": Status.ACCEPTED,
        **dict.fromkeys("bcd", Status.NEEDS_REVIEW),
    }
    assert "nothing to do: 1 paper is to be reviewed anyway" in refman("review", "b").err


def test_collections_are_shown_as_a_tree(refman, file):
    assert "there is no collection yet" in refman("collect").err
    refman("collect", "HF Papers/World models", "a", "b")
    refman("collect", "hf papers", "b", "c")
    refman("collect", "Empty", "--make")
    assert refman("collect").out == "Empty (0)\nHF Papers (3)\n  World models (2)\n"
    assert json.loads(refman("collect", "--json").out) == [
        {"path": "Empty", "count": 0},
        {"path": "HF Papers", "count": 3},
        {"path": "HF Papers/World models", "count": 2},
    ]
    done = refman("collect", "hf papers", "--rename", "Reading/HF")
    assert "renamed the collection" in done.err
    assert entries(file)["b"].collections == ("Reading/HF/World models", "Reading/HF")
    assert (
        'took 3 papers out of "Reading"'
        in refman("collect", "reading", "--out", "--all", "title:lamps").err
    )
    assert "deleted the collection" in refman("collect", "Reading", "--delete").err
    assert refman("collect").out == "Empty (0)\n"


def test_the_fields_that_can_be_set_are_shown(refman):
    done = refman("edit", "--fields")
    assert done.status == 0
    assert "issued (or date, year): when it was published\n   issued=2024-06-23\n" in done.out
    assert max(map(len, done.out.splitlines())) <= 80
    rows = json.loads(refman("edit", "--fields", "--json").out)
    assert {"name": "doi", "holds": "doi"}.items() <= next(
        row for row in rows if row["name"] == "doi"
    ).items()


def test_without_a_library_it_is_told_how_one_is_made(refman, tmp_path):
    done = refman("accept", "a", "--library", tmp_path / "none.refman")
    assert done.status == 2
    assert "refman add" in done.err
    assert not (tmp_path / "none.refman").exists()


def test_a_date_keeps_what_was_set(refman, file):
    refman("edit", "a", "year=2024-21")
    assert entries(file)["a"].issued == Date(2024, season=1)


@pytest.mark.parametrize(("times", "status"), [(2, 0), (9, None)])
def test_what_another_program_does_meanwhile_is_taken_up(file, monkeypatch, times, status):
    others = iter(range(times))

    def make(_, holdings):
        held = list(holdings)
        for number in itertools.islice(others, 1):
            with closing(opened(file)) as library:
                wanted = [found for found in [read_assignment(f"tags+=other{number}")] if found]
                step = edited(library, library.all(), wanted, now=START)
                library.apply(step.name, step.changes)
        return tagged(held, add=["mine"], now=START)

    choice = Choice(words=("a", "b"), library=None)
    if status is None:
        with pytest.raises(ConflictError, match="do it again"):
            change(choice, make, verb="tag", already="")
        assert "mine" not in str(entries(file)["a"].keywords)
        return
    assert change(choice, make, verb="tag", already="") == status
    assert [one.text for one in entries(file)["a"].keywords] == [
        "lamps", "other0", "other1", "mine"
    ]  # fmt: skip


def test_text_is_replaced_as_it_was_asked_for(refman, file):
    done = refman("edit", "--all", "--find", r"part (\d)", "--replace", r"no. \1", "--pattern")
    assert done.status == 0
    assert entries(file)["b"].title.endswith("no. 1")
    same = refman("edit", "--all", "--find", "AMBER", "--replace", "x", "--case")
    assert same.err == "nothing to do: 4 papers are without that text\n"
    words = refman(
        "edit", "--all", "--find", "lamp", "--replace", "x", "--whole-words", "--dry-run"
    )
    assert "nothing to do" in words.err


def test_what_would_lose_its_form_is_told_and_stays(refman, file):
    before = state(file)
    done = refman("edit", "--all", "--find", "20", "--replace", "x", "--in", "year")
    assert done.status == 0
    assert done.err.count("left as it is: ") == 4
    assert state(file) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["a", "year=2001", "--find", "x"], "--find replaces text"),
        (["a", "--find", ""], "type what is to be found"),
        (["a", "--find", "(", "--pattern"], "the pattern cannot be read"),
        (["a", "--find", "x", "--in", "citekey"], "set it, or rename it"),
    ],
)
def test_what_cannot_be_replaced_is_refused(refman, file, words, told):
    before = state(file)
    done = refman("edit", *words)
    assert done.status != 0
    assert told in " ".join(done.err.split())
    assert state(file) == before

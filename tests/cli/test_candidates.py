"""What ``refman lookup`` leaves to a person: kept, shown by ``candidates``, taken by ``choose``."""

import json
from contextlib import closing

import msgspec
import pytest

from refman.model import Citekey, Date, Entry, Name, Provenance, edit_of
from tests.cli.squeezed import squeezed
from tests.library.made import add, opened, paper
from tests.lookup.service import Services
from tests.lookup.service_answers import Record

MAPS = "Folding Large Maps without Losing the Place"
ABSTRACT = (
    "We show how lanterns that hang over water keep their light for a whole night, and what it"
    " costs. The lamps are cheap, and the water is cold."
)
FIRST = Record(
    title=MAPS, authors=("Eva Quist",), year=2019, doi="10.1234/maps", venue="Journal of Walks",
    kind="journal", at=frozenset({"crossref"}),
)  # fmt: skip
SECOND = Record(
    title=MAPS, authors=("Otto Krum",), year=2012, doi="10.1234/other", venue="Walker Notes",
    kind="journal", at=frozenset({"crossref"}),
)  # fmt: skip
GLOW = Record(
    title="GLOW: Green Lanterns over Water", authors=("Ada Berg", "Bo Lee"), year=2025,
    abstract=ABSTRACT, arxiv="2506.00411", doi="10.1234/glow", at=frozenset({"arxiv"}),
)  # fmt: skip
PUBLISHED = Record(
    title=GLOW.title, authors=GLOW.authors, year=2026, doi="10.1234/glow", venue="Lamp Talks",
    at=frozenset({"crossref"}),
)  # fmt: skip
READ = Provenance("list.txt", span=(0, 9), score=0.9)
ENTRIES = (
    Entry(citekey=Citekey("maps"), title=MAPS, provenance={"title": READ}),
    Entry(
        citekey=Citekey("glow"), title=GLOW.title, abstract=ABSTRACT,
        provenance={"title": READ, "abstract": READ},
    ),
    Entry(citekey=Citekey("lost"), title="Nothing known of this one", provenance={"title": READ}),
)  # fmt: skip


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A library of three papers, and services that know two of them."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    monkeypatch.setenv("TZ", "UTC")
    for name in ("DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    with closing(opened(file)) as library:
        library.apply("Add", add(*ENTRIES))
    with Services([FIRST, SECOND, GLOW, PUBLISHED]) as services:
        for name, value in services.environment().items():
            monkeypatch.setenv(name, value)
        yield file


def entries(file):
    with closing(opened(file)) as library:
        return {one.entry.citekey: one.entry for one in library.all()}


def number_of(refman, doi: str) -> str:
    """Return the number that a record of the maps has among its candidates."""
    (found,) = json.loads(refman("candidates", "maps", "--json").out)
    return next(
        str(one["number"])
        for one in found["candidates"]
        if one["entry"]["identifiers"]["doi"] == doi
    )


def test_what_a_look_up_leaves_is_kept_and_shown(refman, file):
    done = refman("lookup")
    assert "2 papers wait for your choice: 'refman candidates' shows the records" in done.err
    shown = refman("candidates", "maps", "lost")
    assert (shown.status, shown.err) == (0, "")
    assert "maps: Folding Large Maps" in shown.out
    said = squeezed(shown.out)
    for text in (
        "margin 0.00: titles agree, and no second field",
        "1. 0.70 crossref:",
        "2. 0.70 crossref:",
        "Quist 2019. Folding Large Maps without Losing the Place. Journal of Walks. 10.1234/maps",
        "https://doi.org/10.1234/maps",
        "titles are equal",
        "'refman choose maps N' takes one; 'none' for N says that it is none of them",
        "lost: Nothing known of this one",
        "no source has a record like it",
    ):
        assert squeezed(text) in said
    assert max(map(len, shown.out.splitlines())) <= 80
    assert "'refman candidates maps' shows it" in squeezed_blanks(refman("show", "maps").out)
    assert "to choose" not in refman("show", "lost").out


def squeezed_blanks(text: str) -> str:
    return " ".join(text.split())


def test_candidates_as_json(refman, file):
    refman("lookup", "-q")
    found = json.loads(refman("candidates", "maps", "glow", "lost", "--json").out)
    maps, glow, lost = found
    assert (maps["id"], maps["citekey"], maps["outcome"], maps["margin"]) == (
        1, "maps", "to review", 0.0
    )  # fmt: skip
    assert json.loads(refman("candidates", "--json").out) == found[:2]  # all that wait
    assert [one["number"] for one in maps["candidates"]] == [1, 2]
    first = maps["candidates"][0]
    assert (first["source"], first["score"], first["decision"]) == ("crossref", 0.7, "to review")
    assert [reason["field"] for reason in first["reasons"]] == ["title"]
    assert (maps["is_open"], glow["is_open"], lost["is_open"]) == (True, True, False)
    assert (glow["outcome"], lost["candidates"]) == ("accepted", [])
    assert "container_title" in [one["field"] for one in glow["proposals"]]
    (shown,) = json.loads(refman("show", "maps", "--json").out)
    assert (shown["looked_up"]["is_open"], shown["looked_up"]["best"]) == (True, 0.7)


def test_nothing_to_show_is_told(refman, file):
    done = refman("candidates", "maps")
    assert (done.status, done.out) == (1, "")
    assert "maps was not looked up yet" in done.err
    assert refman("candidates", "maps", "--json").out == "[]\n"
    done = refman("candidates", "nosuch")
    assert (done.status, "nothing in the library is nosuch" in done.err) == (1, True)
    (shown,) = json.loads(refman("show", "maps", "--json").out)
    assert shown["looked_up"] is None
    assert refman("lookup", "--query", "lost").err == ""
    done = refman("candidates")
    assert (done.status, "nothing waits for your choice" in done.err) == (1, True)


def test_a_record_is_chosen_and_undone(refman, file):
    refman("lookup", "-q")
    number = number_of(refman, "10.1234/maps")
    dry = refman("choose", "maps", number, "--dry-run")
    assert "author: (nothing) -> Quist, Eva" in dry.out
    assert "a dry run, nothing was changed" in dry.err
    done = refman("choose", "maps", number)
    assert (done.status, done.out) == (0, "")
    assert done.err == "chose DOI 10.1234/maps for maps ('refman undo' takes it back)\n"
    maps = entries(file)["maps"]
    assert (maps.author, maps.issued) == ((Name(family="Quist", given="Eva"),), Date(2019))
    assert maps.provenance["author"].source == "crossref"
    assert "you chose DOI 10.1234/maps on" in refman("candidates", "maps").out
    assert "to choose" not in refman("show", "maps").out
    assert "Choose DOI 10.1234/maps for maps" in refman("history").out
    refman("undo")
    assert entries(file)["maps"] == ENTRIES[0]
    assert "takes one; 'none' for N" in refman("candidates", "maps").out


def test_none_is_remembered_by_later_look_ups(refman, file):
    refman("lookup", "-q")
    done = refman("choose", "maps", "none")
    assert "chose none of the records for maps" in done.err
    assert "you chose none of them" in refman("candidates", "maps").out
    again = refman("lookup")
    assert "not found: Folding Large Maps" in again.out
    assert "1. 0.70" in refman("candidates", "maps").out  # they are still there to be looked at
    refman("undo")
    assert "takes one; 'none' for N" in refman("candidates", "maps").out


def test_a_preprint_becomes_its_publication(refman, file):
    refman("lookup", "-q")
    shown = squeezed_blanks(refman("candidates", "glow").out)
    assert "proposed, published in Lamp Talks (crossref):" in shown
    assert "'refman choose glow publication' takes it; 'preprint' leaves it so" in shown
    assert "it was published; 'refman candidates glow'" in squeezed_blanks(
        refman("show", "glow").out
    )
    refman("choose", "glow", "publication")
    assert entries(file)["glow"].container_title == "Lamp Talks"
    refman("undo")
    refman("choose", "glow", "preprint")
    assert entries(file)["glow"].container_title is None
    assert "you chose the preprint" in refman("candidates", "glow").out
    refman("lookup", "--all", "-q")
    assert "to choose" not in refman("show", "glow").out


def test_single_fields_are_chosen(refman, file):
    refman("lookup", "-q")
    number = number_of(refman, "10.1234/other")
    done = refman("choose", "maps", number, "--field", "year", "--field", "journal", "--json")
    said = json.loads(done.out)
    assert said["step"] == "Choose year, journal of DOI 10.1234/other for maps"
    assert list(said["entries"][0]["fields"]) == ["issued", "container_title"]
    assert (entries(file)["maps"].issued, entries(file)["maps"].author) == (Date(2012), ())
    refman("edit", "maps", "publisher=Mine")
    done = refman("choose", "maps", number, "--field", "publisher")
    assert (done.status, "publisher is your own word" in done.err) == (2, True)


def test_fields_and_items_are_taken_while_the_rest_waits(refman, file):
    with closing(opened(file)) as library:
        (glow,) = library.holdings(library.search("key:glow").ids)
        names = (Name(family="Berg", given="A."), Name(family="Old", given="Ann"))
        held = msgspec.structs.replace(glow.entry, author=names)
        library.apply("Edit", [edit_of(glow.id, glow.entry, held)])
    refman("lookup", "-q", "--accept", "none")
    (found,) = json.loads(refman("candidates", "glow", "--fields", "--json").out)
    number = next(one["number"] for one in found["candidates"] if one["source"] == "arxiv")
    (author,) = (
        one for one in found["candidates"][number - 1]["fields"] if one["field"] == "author"
    )
    assert [item["sign"] for item in author["items"]] == ["~", "-", "+"]
    shown = squeezed_blanks(refman("candidates", "glow", "--fields").out)
    assert "+ issued: 2025" in shown
    assert "~ author:" in shown
    assert "~ Berg, A. -> Berg, Ada" in shown
    for said in ("fields", "items"):
        assert f'"{said}"' not in refman("candidates", "glow", "--json").out
    choose = ("choose", "glow", str(number))
    done = refman(*choose, "--field", "year", "--keep-open")
    assert done.err == "took the year of glow from arxiv ('refman undo' takes it back)\n"
    assert entries(file)["glow"].issued.year == 2025
    items = ("--field", "author+=Berg, Ada", "--field", "author-=old,  ann", "--keep-open")
    done = refman(*choose, *items, "--json")
    assert json.loads(done.out)["step"] == "Take part of the authors of glow from arxiv"
    assert entries(file)["glow"].author == (Name(family="Berg", given="Ada"),)
    assert "to choose" in refman("show", "glow").out
    for words, said in (
        (("--field", "author+=Krum, Otto"), 'the record adds no "krum, otto" in author'),
        (("--field", "year", "--keep-open"), "nothing else is said of issued"),
        (("--keep-open",), "--keep-open goes with --field"),
    ):
        done = refman(*choose, *words)
        assert (done.status, said in done.err) == (2, True)
    done = refman(*choose, "--field", "title", "--field", "title", "--field", "author+=Lee, Bo")
    assert (done.status, "title" in done.err) == (2, True)  # it says the same
    done = refman(*choose, "--field", "author+=Lee, Bo", "--field", "arxiv")
    assert done.err.startswith("chose author, arxiv of arXiv 2506.00411 for glow")
    assert "to choose" not in refman("show", "glow").out


def test_the_best_is_chosen_of_many(refman, file):
    with closing(opened(file)) as library:
        library.apply("Add", add(paper(1)))
    refman("lookup", "-q", "--accept", "none")
    shown = squeezed_blanks(refman("candidates", "glow").out)
    assert "nothing is taken without you" in shown
    assert "'refman choose glow N' takes one" in shown
    assert "'refman choose glow publication' takes it" in shown
    done = refman("choose", "best", "--all", "--score", "0.8", "--margin", "0.5")
    assert done.err == "chose the best record for 1 paper ('refman undo' takes it back)\n"
    assert entries(file)["glow"].author
    assert not entries(file)["maps"].author
    again = refman("choose", "best", "--all", "--score", "0.8", "--margin", "0.5")
    assert "nothing to do" in again.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("maps 7", "there is no record 7 among the 2 found"),
        ("maps 0", "there is no record 0"),
        (f"maps {'9' * 5000}", "there is no record 999999999"),
        ("maps", "name an entry, and then the record"),
        ("maps other", 'there is no "other" to choose'),
        ("maps none --field year", "--field does not go with none"),
        ("maps best --field year", "--field does not go with best"),
        ("maps 1 --field nosuch", "no field"),
        ("maps glow 1", "name one entry"),
        ("2 --all", "name one entry"),
    ],
)
def test_what_cannot_be_chosen_is_told(refman, file, words, said):
    refman("lookup", "-q")
    before = entries(file)
    done = refman("choose", *words.split())
    assert (done.status, said in done.err) == (2, True)
    assert entries(file) == before
    assert refman("choose", "nosuch", "1").status == 1

"""Which entries are new to a file, and what becomes of the others."""

import msgspec
import pytest

from refman.adding import add_entries
from refman.citekeys import compile_pattern
from refman.formats.bib.edit import BibFile
from refman.formats.bib.scan import BlockKind
from refman.formats.exact import Exact
from refman.formats.format import Options
from refman.model import (
    Arxiv,
    ArxivId,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    ItemType,
    LeftOver,
    Link,
    LinkKind,
    Name,
    Record,
    Span,
)
from refman.outcomes import Outcome

PATTERN = compile_pattern("{auth}{year}{word}")
BERG = (Name(family="Berg", given="Jan"),)
CODE_URL = "https://code.example/oil"
CODE = Link(
    url=CODE_URL, raw_url=CODE_URL, span=Span(0, 1), kind=LinkKind.CODE, roles=(LinkKind.CODE,)
)


def paper(title, doi=None, *, arxiv=None, authors=BERG, year=2020, **fields):
    return Entry(
        title=title,
        author=authors,
        issued=Date(year) if year else None,
        identifiers=Identifiers(
            doi=Doi(doi) if doi else None, arxiv=Arxiv(ArxivId(arxiv)) if arxiv else None
        ),
        **{"type": ItemType.ARTICLE_JOURNAL, **fields},
    )


OIL = paper("Oil Lamps of the North", "10.1234/oil")
WAX = paper("Wax Lamps of the South", "10.1234/wax")
TEXT = """\
@article{berg2020oil,
  title = {Oil Lamps of the North},
  doi = {10.1234/oil}
}

@article{wax,
  title = {Wax Lamps of the South}
}
"""


def add(entries, *, text=TEXT, known=(OIL, WAX), **choices):
    """Return the addition, and the text that it makes."""
    file = BibFile(Exact(text.encode(), source="papers.bib"))
    blocks = [block for block in file.blocks if block.kind is BlockKind.ENTRY]
    records = [
        Record(entry=entry, span=Span(block.start, block.end))
        for entry, block in zip(known, blocks, strict=True)
    ]
    left_over = LeftOver(Span(0, 1), "@", "nothing")
    addition = add_entries(
        file, [left_over, *records], entries, pattern=PATTERN, options=Options(), **choices
    )
    return addition, file.exact.spliced(addition.insertions).decode()


def told(addition):
    return [(fate.outcome.value, fate.key) for fate in addition.fates]


def test_what_is_new_is_appended_and_what_is_known_is_named():
    tallow = paper("Tallow and its Smell", "10.1234/tallow", year=2021)
    again = paper("Oil Lamps of the North (Revised)", "10.1234/oil")
    addition, text = add([again, tallow, paper("Wax lamps of the South")])
    assert told(addition) == [
        ("known", "berg2020oil"),
        ("new", "berg2021tallow"),
        ("known", "wax"),
    ]
    assert addition.fates[0].why == "same DOI"
    assert addition.fates[2].why == "same title and authors"
    assert [entry.title for entry in addition.new] == ["Tallow and its Smell"]
    assert text.startswith(TEXT.rstrip("\n"))
    assert text.count("@article{") == 3


def test_nothing_new_is_no_change():
    addition, text = add([OIL, WAX])
    assert addition.insertions == ()
    assert text == TEXT


def test_a_title_alone_is_doubtful_and_is_added_only_when_asked():
    lone = paper("Wax Lamps of the South", authors=(), year=None)
    addition, text = add([lone])
    assert told(addition) == [("doubtful", "wax")]
    assert "authors are not known in both" in addition.fates[0].why
    assert text == TEXT
    addition, text = add([lone], doubtful=True)
    assert told(addition) == [("new", "wax-lamps-south")]
    assert "@article{wax-lamps-south," in text


def test_a_title_that_is_alike_only_is_that_of_another_paper_and_says_so():
    addition, text = add([paper("Oil Lamps of the Far North")])
    assert told(addition) == [("new", "berg2020oil-lamps")]
    assert addition.fates[0].why.startswith("like berg2020oil: titles are")
    assert "Oil Lamps of the Far North" in text


def test_a_title_that_is_cut_short_may_be_any():
    addition, _ = add([paper("Oil Lamps of the …", authors=())])
    assert told(addition) == [("doubtful", "berg2020oil")]


BARE = Entry(title="Snow on Wicks", issued=Date(2024, 3), title_short="Snow", links=(CODE,))
BARE_TEXT = "@misc{snow,\n  title = {Snow on Wicks}\n}\n"


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        (BARE, "known"),
        (msgspec.structs.replace(BARE, note="Read it", title_short=None), "known"),
        (msgspec.structs.replace(BARE, links=()), "doubtful"),
        (msgspec.structs.replace(BARE, issued=None), "doubtful"),
        (msgspec.structs.replace(BARE, author=BERG), "doubtful"),
        (msgspec.structs.replace(BARE, title="Snow on wicks"), "doubtful"),
    ],
)
def test_a_bare_listing_that_comes_again_is_known(held, outcome):
    addition, text = add([BARE], text=BARE_TEXT, known=[held])
    assert told(addition) == [(outcome, "snow")]
    is_there = addition.fates[0].why == "same title, and all that it says is there"
    assert is_there == (outcome == "known" and held != BARE)
    assert text == BARE_TEXT


def test_an_identifier_makes_known_but_what_disagrees_is_not_filled():
    other = paper("Snow and Candles", "10.1234/oil", abstract="Snow.", authors=())
    addition, text = add([other], update=True)
    assert told(addition) == [("known", "berg2020oil")]
    assert text == TEXT


def test_one_work_twice_is_added_once():
    addition, text = add([paper("Tallow", "10.1234/t"), paper("Tallow", "10.1234/t")])
    assert told(addition) == [("new", "berg2020tallow"), ("known", "berg2020tallow")]
    assert addition.fates[1].why == "same DOI; read twice"
    assert text.count("Tallow") == 1


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["mine"], ["mine"]),
        (["WAX"], ["berg2021tallow"]),
        (["my key,"], ["my-key-"]),
        (["mine", "MINE"], ["mine", "berg2021wick"]),
        (["two words", "two-words"], ["two-words", "berg2021wick"]),
        ([None, "berg2021tallow"], ["berg2021tallow-candles", "berg2021tallow"]),
        (["café"], ["berg2021tallow"]),
    ],
)
def test_keys_that_are_brought_stay_where_they_are_free(keys, given):
    papers = [
        paper("Tallow Candles", "10.1/a", year=2021),
        paper("Wick Ends", "10.1/b", year=2021),
    ]
    entries = [
        msgspec.structs.replace(each, citekey=Citekey(key) if key else None)
        for each, key in zip(papers, keys, strict=False)
    ]
    addition, _ = add(entries, text=f"% Encoding: US-ASCII\n{TEXT}")
    assert [fate.key for fate in addition.fates] == given


def test_a_paper_without_title_is_known_by_its_identifier_alone():
    addition, _ = add([Entry(identifiers=OIL.identifiers), Entry(abstract="Oil.")])
    assert [outcome for outcome, _ in told(addition)] == ["known", "new"]


NAMELESS = Entry(citekey="note1", author=BERG, issued=Date(2021), publisher="Wick Press")


@pytest.mark.parametrize("authors", [BERG, ()])
def test_a_paper_without_title_and_identifier_is_known_where_all_of_it_is_there(authors):
    bare = msgspec.structs.replace(NAMELESS, author=authors)
    fuller = msgspec.structs.replace(bare, note="Lent out")
    addition, _ = add([bare, bare, fuller])
    assert [fate.outcome for fate in addition.fates] == [
        Outcome.NEW,
        Outcome.KNOWN,
        Outcome.NEW,
    ]
    assert addition.fates[1].why == "all that it says is there; read twice"
    text = f"{TEXT}@misc{{note1, year = 2021}}\n"
    addition, made = add([bare], text=text, known=(OIL, WAX, fuller))
    assert made == text
    (fate,) = addition.fates
    assert (fate.outcome, fate.key, fate.why) == (
        Outcome.KNOWN,
        "note1",
        "all that it says is there",
    )


def test_no_new_key_meets_an_old_one_in_other_letters_or_under_another_name():
    text = TEXT.replace("@article{wax,", "@article{BERG2021Tallow,\n  ids = {berg2021wick},")
    addition, _ = add(
        [paper("Tallow", "10.1/a", year=2021), paper("Wick", "10.1/b", year=2021)], text=text
    )
    keys = [fate.key.lower() for fate in addition.fates]
    assert len(set(keys) | {"berg2021tallow", "berg2021wick"}) == 4


def test_update_fills_what_is_missing():
    richer = msgspec.structs.replace(OIL, abstract="Oil burns.", links=(CODE,), volume="3")
    addition, text = add([richer], update=True)
    assert addition.fates[0].filled == ("volume", "code", "abstract")
    assert text == TEXT.replace(
        "  doi = {10.1234/oil}\n",
        "  doi = {10.1234/oil},\n  volume = {3},\n"
        f"  code = {{{CODE_URL}}},\n  abstract = {{Oil burns.}}\n",
    )
    assert add([richer])[1] == TEXT


def test_what_lacks_nothing_is_not_touched():
    addition, text = add([OIL], update=True)
    assert addition.fates[0].why == "same DOI"
    assert (addition.insertions, text) == ((), TEXT)


def test_two_records_of_one_work_fill_it_once():
    first = msgspec.structs.replace(OIL, volume="3")
    second = msgspec.structs.replace(OIL, volume="4", page="1-2")
    addition, text = add([first, second], update=True)
    assert addition.fates[0].filled == ("volume", "pages")
    assert addition.fates[1].filled == ()
    assert "volume = {3}" in text
    assert "volume = {4}" not in text


def test_a_new_one_is_filled_by_its_second_record():
    first = paper("Tallow", "10.1234/t")
    addition, text = add([first, msgspec.structs.replace(first, volume="4")], update=True)
    assert "volume = {4}" in text
    assert told(addition) == [("new", "berg2020tallow"), ("known", "berg2020tallow")]


def test_a_preprint_gives_its_publication_no_doi_and_no_address():
    preprint = paper(
        "Oil Lamps of the North",
        arxiv="2001.00001",
        type=ItemType.ARTICLE,
        url="https://arxiv.org/abs/2001.00001",
        abstract="Oil burns.",
    )
    known = msgspec.structs.replace(
        OIL, identifiers=Identifiers(), container_title="Annals of Lamps"
    )
    text = TEXT.replace("  doi = {10.1234/oil}", "  journal = {Annals of Lamps}")
    addition, _ = add([preprint], text=text, known=(known, WAX), update=True)
    assert set(addition.fates[0].filled) == {"abstract", "eprint", "archivePrefix", "eprinttype"}


def test_what_an_entry_inherits_is_not_filled():
    text = TEXT.replace("  doi = {10.1234/oil}", "  doi = {10.1234/oil},\n  crossref = {lamps}")
    richer = msgspec.structs.replace(OIL, abstract="Oil burns.", publisher="Lamp Press")
    assert add([richer], text=text, update=True)[0].fates[0].filled == ("abstract",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (TEXT.replace("North},", "North},,"), "its entry has a fault"),
        (TEXT.replace("{wax,", "{BERG2020oil,"), "its key stands there twice"),
    ],
)
def test_an_entry_with_a_fault_is_not_touched(text, fault):
    richer = msgspec.structs.replace(OIL, abstract="Oil burns.")
    addition, result = add([richer], text=text, update=True)
    assert addition.fates[0].why == f"same DOI; not filled: {fault}"
    assert addition.fates[0].filled == ()
    assert result == text


def test_of_entries_that_are_there_twice_none_is_touched():
    richer = msgspec.structs.replace(OIL, abstract="Oil burns.")
    addition, text = add([richer], known=(OIL, OIL), update=True)
    assert addition.fates[0].why == "same DOI; not filled: the file has it 2 times"
    assert text == TEXT


def test_a_sign_that_the_file_cannot_hold_leaves_the_paper_out_and_the_rest_goes_on():
    text = f"% Encoding: ISO8859_1\n{TEXT}"
    lantern = paper("灯 lanterns", "10.1/x")
    accented = paper("Öl für Łódź", "10.1/y")
    addition, result = add([lantern, accented], text=text)
    assert [outcome for outcome, _ in told(addition)] == ["left out", "new"]
    assert addition.fates[0].why == "ISO8859-1 has no 灯; save the file as UTF-8 first"
    assert '{\\"O}l f{\\"u}r' in result
    richer = msgspec.structs.replace(OIL, abstract="灯", volume="1")
    assert add([richer], text=text, update=True)[0].fates[0].filled == ("volume",)


def test_outcomes_have_names_for_people():
    assert [outcome.value for outcome in Outcome] == ["new", "known", "doubtful", "left out"]

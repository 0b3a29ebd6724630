import pytest

from refman.formats.bib.read import read_bib
from refman.model import LeftOver, Record
from tests.formats.bib.told import cases, entries_of, record_of, shown
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize(("text", "entry", "problems"), cases("inherit.toml"))
def test_an_entry_takes_from_its_parents(text, entry, problems):
    record = next(
        piece
        for piece in read_bib(text)
        if isinstance(piece, Record) and piece.entry.citekey in (None, "a")
    )
    found = shown(record.entry)
    found.pop("citekey", None)
    assert found == entry
    assert [problem.why for problem in record.problems] == problems


def test_a_problem_with_a_parent_has_its_place():
    text = "@misc{a, title = {x}, crossref = {b}}"
    (problem,) = record_of(text).problems
    assert text[problem.span.start : problem.span.end] == "crossref = {b}"


def test_a_parent_gives_only_so_much():
    long, many = "x" * 30_000, ", ".join(f"title = {{{n}}}" for n in range(200))
    text = (
        "@misc{c, crossref = {p}}\n@misc{d, crossref = {q}}\n"
        f"@misc{{p, abstract = {{{long}}}, title = {{y}}}}\n@misc{{q, {many}, publisher = {{z}}}}"
    )
    first, second, *_ = entries_of(text)
    assert (first.abstract, first.title) == (None, None)
    assert (second.title, second.publisher) == ("0", None)


def test_an_entry_has_only_so_many_parents():
    data = "\n".join(f"@xdata{{x{n}, title = {{x}}}}" for n in range(60))
    keys = ",".join(f"x{n}" for n in range(60))
    record, *rest = read_bib(f"@misc{{c, xdata = {{{keys}}}}}\n{data}")
    assert {problem.why for problem in record.problems} == {"it has too many parents"}
    assert all(isinstance(piece, LeftOver) for piece in rest)


def chain(count):
    return "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}, title = {{x}}}}\n" for n in range(count))


def family(count):
    children = "".join(f"@misc{{k{n}, crossref = {{p}}}}\n" for n in range(count))
    return children + "@misc{p, title={x}}"


def web(count):
    data = (f"@xdata{{k{n}, xdata = {{k{n + 1},k{n + 2}}}, note = {{x}}}}\n" for n in range(count))
    return "".join(data) + "@misc{a, xdata = {k0}}\n" * count


@pytest.mark.parametrize("make", [chain, family, web])
def test_cost_grows_with_the_length(make):
    short, long = make(150), make(600)
    assert_cost_ratio(
        lambda: list(read_bib(long)), lambda: list(read_bib(short)), most=8, floor_s=0.004
    )

"""Every rule: files that it is about, files that it must keep silent on, and what --fix makes."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.checking import BIB, fixes, is_same_form, subjects
from refman.checks import Context, Severity, all_rules, check
from refman.checks.rules import CHECKS
from refman.checks.tables import TABLE, required_fields, words
from refman.formats.exact import Exact, decode
from refman.reading.lines_of import Lines
from refman.resources import read_table
from tests.checks.cases import DATA, LOADERS, found_in, found_of
from tests.growth import assert_cost_ratio

BAD = sorted((DATA / "bad").iterdir())
GOOD = sorted((DATA / "good").iterdir())
FIXED = sorted((DATA / "fixed").iterdir())


def name_of(path):
    return path.stem


def test_every_rule_has_cases():
    assert {path.stem for path in BAD} == {path.stem for path in GOOD} == all_rules().keys()
    assert {path.stem for path in FIXED} == {
        rule.name for rule in all_rules().values() if rule.fixes
    }


@pytest.mark.parametrize("path", BAD, ids=name_of)
def test_what_is_bad_is_found(path):
    found = found_of(path)
    assert path.stem in {finding.rule for finding in found}
    for finding in found:
        assert finding.severity is all_rules()[finding.rule].severity
        assert finding.message
        assert not finding.message.endswith(".")
        assert 1 <= finding.line <= path.read_text("utf-8").count("\n") + 1
        assert not finding.fix or all_rules()[finding.rule].fixes


@pytest.mark.parametrize("path", GOOD, ids=name_of)
def test_what_is_good_is_passed_over(path):
    assert path.stem not in {finding.rule for finding in found_of(path)}


def test_all_of_a_bad_file_is_found():
    counts = {path.stem: [f.rule for f in found_of(path)].count(path.stem) for path in BAD}
    twice = {
        "missing-required",
        "year-doubtful",
        "doi-prefix",
        "doi-form",
        "isbn",
        "url-local",
        "html-entity",
        "file-outside",
        "latex-sign",
        "preprint-with-doi",
    }
    assert {name for name, count in counts.items() if count == 2} == twice
    assert {name for name, count in counts.items() if count > 2} == {"authors-by-commas"}
    assert counts["authors-by-commas"] == 5


@pytest.mark.parametrize("path", FIXED, ids=name_of)
def test_fix_makes_what_is_expected_and_nothing_else(path):
    bad = (DATA / "bad" / path.name).read_bytes()
    exact = Exact(bad, source=path.name)
    found = [f for f in found_in(exact.text, BIB) if f.rule == path.stem]
    swaps, fixed = fixes(found)
    assert fixed == found
    made = exact.swapped(swaps)
    assert made == path.read_bytes()
    assert path.stem not in {finding.rule for finding in found_in(made.decode(), BIB)}


def test_fixes_keep_line_ends_marks_and_encoding():
    text = (DATA / "bad" / "title-full-stop.bib").read_text("utf-8").replace("Ada", "Adèle")
    text = text.replace("\n", "\r\n")
    data = b"% Encoding: Cp1252\r\n" + text.encode("cp1252")
    exact = Exact(data, source="a.bib")
    swaps, _ = fixes(found_in(exact.text, BIB))
    assert exact.swapped(swaps) == data.replace(b"lamps.}", b"lamps}")


def test_of_two_fixes_at_one_place_one_is_made():
    text = "@misc{a,\n  title = {Lamps & Wicks &amp; all lamps.},\n  year = 2020,\n}\n"
    for _ in range(3):
        swaps, fixed = fixes(found_in(text, BIB))
        if not fixed:
            break
        text = Exact(text.encode(), source="a.bib").swapped(swaps).decode()
    assert "{Lamps \\& Wicks \\& all lamps}" in text


def test_fixes_of_two_findings_may_lie_between_each_other():
    text = "@misc{a,\n  title = {Up 5% & Oil &amp; Wicks 7%},\n  year = 2020,\n}\n"
    swaps, fixed = fixes(found_in(text, BIB, {"latex-sign", "html-entity"}))
    assert len(fixed) == 2
    assert "{Up 5\\% \\& Oil \\& Wicks 7\\%}" in fixed_text(text, swaps)


def fixed_text(text, swaps):
    return Exact(text.encode(), source="a.bib").swapped(swaps).decode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"Say &quot;Ahoy&#34; twice"', '"Say {"}Ahoy{"} twice"'),
        ("{Say &quot;Ahoy&#34; twice}", '{Say "Ahoy" twice}'),
        ("{Lamps &amp;amp; Oil}", "{Lamps \\& Oil}"),
        ("{Say &amp;amp;quot;Ahoy}", '{Say "Ahoy}'),
        ("{Lamps R&amp;D; Oil}", "{Lamps R\\&D; Oil}"),
        ("{Lamps &amp;lt; Oil}", "{Lamps &amp;lt; Oil}"),
    ],
)
def test_an_entity_is_put_right_as_its_value_is_written(value, expected):
    text = f"@misc{{a,\n  title = {value},\n  year = 2020,\n}}\n"
    made = fixed_text(text, fixes(found_in(text, BIB, {"html-entity"}))[0])
    assert made == text.replace(value, expected)
    assert is_same_form(text, made)
    assert not fixes(found_in(made, BIB, {"html-entity"}))[1]


def test_form_of_a_file_is_its_entries_and_their_fields():
    text = '@misc{a, title = "Lamps", year = 2020}\n'
    assert is_same_form(text, text.replace("Lamps", "Oil"))
    assert not is_same_form(text, text.replace("Lamps", 'La"mps'))
    assert not is_same_form(text, text.replace("{a,", "{b,"))
    assert not is_same_form(text, text + text)


def test_rules_are_asked_by_name():
    path = DATA / "bad" / "duplicate-key.bib"
    assert {f.rule for f in found_of(path, names={"duplicate-key"})} == {"duplicate-key"}
    assert found_of(path, names=set()) == []


def test_findings_tell_entry_and_line():
    (finding,) = found_of(DATA / "bad" / "pages-open.bib", names={"pages-open"})
    assert (finding.citekey, finding.line) == ("abelson2020", 6)
    assert finding.severity is Severity.WARNING


def test_words_and_names_of_the_table_are_sound():
    table = read_table(TABLE)
    for name in table["words"]:
        assert words(name)
        assert all(word == word.lower() for word in words(name)) or name == "zotero_commands"
    for type_ in table["required"]:
        assert type_ == type_.lower()
        assert all(required_fields(type_))
    assert CHECKS.keys() <= all_rules().keys()
    assert {row.get("rule", "") for row in table["problems"]} - {""} <= all_rules().keys()


@pytest.mark.parametrize("name", sorted(LOADERS))
def test_other_files_are_checked_as_far_as_it_goes(name):
    assert found_in("", name) == []


PIECES = st.sampled_from(
    [
        "@article{",
        "a,",
        "title",
        "=",
        "{",
        "}",
        '"',
        "#",
        "jan",
        " and ",
        "Ada",
        ",",
        "&amp;",
        "\n",
        "et al.",
        "http://dx.doi.org/10.1/x",
        "doi",
        "12-13",
        "\\input{x}",
        "$",
        "\\(",
        "%",
        "É",
        "\r",
        "crossref",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_checked_and_put_right_without_a_fault(text):
    exact = Exact(text.encode(), source="a.bib")
    found = found_in(exact.text, BIB)
    swaps, _ = fixes(found)
    ends = [0, *(swap.end for swap in swaps)]
    assert all(end <= swap.start <= swap.end for end, swap in zip(ends, swaps, strict=False))
    assert decode(exact.swapped(swaps))[1] == exact.encoding


HOSTILE = {
    "blanks": " ",
    "dollars": "$x",
    "brackets": "\\(",
    "commas": "a,",
    "ands": " and ",
    "urls": "\\url{",
    "ampersands": "&a",
    "digits": "1-",
    "capitals": "aB",
    "braces": "{}",
    "et als": " et al.",
    "dots": "a. ",
    "labels": "Code: x\n",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_grows_with_the_text_and_no_faster(unit):
    def work(size):
        value = unit * (size // len(unit))
        fields = ("author", "title", "journal", "pages", "doi", "url", "isbn", "note", "file")
        body = ",\n".join(f"{name} = {{{value}}}" for name in fields)
        text = f"@article{{a,\n{body}\n}}\n"
        pieces = list(LOADERS[BIB].load(text))
        return lambda: list(
            check(subjects(text, pieces, BIB), Context(2026), line_of=Lines(text).at)
        )

    assert_cost_ratio(work(40_000), work(10_000), most=8, floor_s=0.005)


def test_a_long_file_costs_no_more_an_entry():
    names = ["bad/title-case.bib", "good/journal-forms-mixed.bib", "bad/latex-sign.bib"]
    texts = [(DATA / name).read_text("utf-8") for name in names]

    def work(count):
        chance = random.Random(1)
        text = "\n".join(chance.choice(texts).replace("2020,", f"{n},") for n in range(count))
        return lambda: found_in(text, BIB)

    assert_cost_ratio(work(800), work(200), most=8, floor_s=0.01)

"""Every row of the table of boilerplate: its examples match, and no true title does."""

import tomllib
from pathlib import Path

import pytest

from refman.reading import boilerplate
from refman.reading.boilerplate import (
    LONGEST_ROW,
    Field,
    find_date,
    find_label,
    find_row,
    front_matter_end,
    prefix_end,
    suffix_start,
)
from refman.resources import read_table

TABLE = read_table("boilerplate.toml")
TRUE_LINES = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "reading" / "true-lines.toml").read_text("utf-8")
)


def examples(name):
    return [
        pytest.param(row, example, id=f"{row.get('what', row.get('field'))}-{example[:30]}")
        for row in TABLE[name]
        for example in row["examples"]
    ]


@pytest.mark.parametrize(("row", "example"), examples("rows"))
def test_row_matches_its_examples(row, example):
    found = find_row(example)
    assert found is not None
    assert found.what == row["what"]


@pytest.mark.parametrize("row", TABLE["rows"], ids=lambda row: row["pattern"][:30])
def test_row_has_examples_and_its_own_groups_do_not_capture(row):
    assert row["examples"]
    tables = boilerplate._tables()
    assert tables.row_pattern.groups == len(tables.rows)


@pytest.mark.parametrize(
    ("what", "line"),
    [(phrases["what"], line) for phrases in TABLE["phrases"] for line in phrases["lines"]],
)
def test_phrase_is_found_in_any_case_and_between_marks(what, line):
    found = find_row(f"» {line.upper()} …")
    assert found is not None
    assert line == line.lower()
    if found.what != what:  # the same words may be a button here and a heading there
        assert found.lines


@pytest.mark.parametrize(("row", "example"), examples("labels"))
def test_label_is_found_before_its_text(row, example):
    found = find_label(f"{example} The lamps are lit") or find_label(example)
    assert found is not None
    assert found.field is Field(row["field"])
    assert found.length <= len(example.strip())


@pytest.mark.parametrize(("row", "example"), examples("prefixes"))
def test_prefix_ends_where_the_title_begins(row, example):
    assert prefix_end(f"{example}A Theory of Ladders") == len(example.rstrip())


@pytest.mark.parametrize(("row", "example"), examples("suffixes"))
def test_suffix_is_cut_off_with_the_blank_before_it(row, example):
    assert suffix_start(f"The lamp is lit. {example}") == len("The lamp is lit.")


@pytest.mark.parametrize("line", TRUE_LINES["titles"] + TRUE_LINES["abstract_lines"])
def test_true_line_is_no_boilerplate(line):
    assert find_row(line) is None
    assert find_label(line) is None
    assert prefix_end(line) == 0 or line.startswith("(1)")
    assert suffix_start(line) == len(line)


def test_long_line_is_no_boilerplate():
    assert find_row("-" * (LONGEST_ROW + 1)) is None
    assert find_row("-" * LONGEST_ROW) is not None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("[Submitted on 23 Jun 2025 (v1), last revised 2 Jul 2025]", "23 Jun 2025"),
        ("· Published on Jun 3, 2025", "Jun 3, 2025"),
        ("2025-06-23", "2025-06-23"),
        ("Lamp Studies, 2023", "2023"),
        ("Jun 26", None),
    ],
)
def test_first_whole_date_of_a_line_is_found(line, date):
    assert find_date(line) == date


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("---\ntitle: a\n---\nText", 17),
        ("\n---\r\ntitle: a\r\nlist:\r\n  - b\r\n\r\n---\r\nText", 37),
        ("---\nA Theory of Ladders\n---\n", 0),
        ("---\ntitle: a\nno end", 0),
        ("title: a\n---\n", 0),
        ("---\nkey: " + "long " * 1000, 0),
    ],
)
def test_front_matter_ends_behind_its_fence(text, end):
    assert front_matter_end(text) == end

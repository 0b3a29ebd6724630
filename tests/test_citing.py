"""Formatted references: as citeproc-js prints them, and plain text whatever an entry holds."""

import json
from pathlib import Path

import msgspec
import pytest

from refman import citing
from refman.citing import STYLES, cite_command, cited
from refman.errors import FormatError
from refman.model import Citekey, Date, Entry, Identifiers, ItemType, Name
from tests.growth import assert_cost_ratio

LAMP = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    title="On the Warmth of Lamps: A Study",
    author=(
        Name(family="Glow", given="Ada B."),
        Name(family="Wick", given="Bo", non_dropping_particle="van"),
    ),
    issued=Date(2024, 3, 1),
    container_title="Journal of Lamps",
    volume="3",
    issue="2",
    page="10-20",
    identifiers=Identifiers(doi="10.1234/lamp"),
)
EXPECTED = {
    "ieee": "[1] A. B. Glow and B. van Wick, “On the Warmth of Lamps: A Study,” Journal of Lamps,"
    " vol. 3, no. 2, pp. 10–20, Mar. 2024, doi: 10.1234/lamp.",
    "association-for-computing-machinery": "[1] Ada B. Glow and Bo van Wick. 2024. On the Warmth of"
    " Lamps: A Study. Journal of Lamps 3, 2 (March 2024), 10–20. https://doi.org/10.1234/lamp",
    "nature": "1. Glow, A. B. & van Wick, B. On the Warmth of Lamps: A Study. Journal of Lamps 3,"
    " 10–20 (2024).",
    "apa": "Glow, A. B., & van Wick, B. (2024). On the Warmth of Lamps: A Study. Journal of Lamps,"
    " 3(2), 10–20. https://doi.org/10.1234/lamp",
}


PRINTED = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/citing/citeproc-js.jsonl")
    .read_text("utf-8")
    .split("\n")
    if line
]
"""Made-up entries, and what citeproc-js 1.4.63 prints of each, by itself, in every style."""

OTHERWISE = {
    "ieee": {"dropping", "range", "lowergiven"},  # a season, a stretch, a small given name
    "association-for-computing-machinery": {"range", "lowergiven"},
    "nature": {"lowergiven"},
    "apa": {"lowergiven", "mixed"},  # a comma before a body's name
    "chicago-author-date": {
        "noauthor", "hyphen", "lowergiven", "mixed", "quotedend", "maths", "allcaps"
    },
}  # fmt: skip


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_it_prints_what_citeproc_js_prints(style):
    entries = [msgspec.convert(row["entry"], Entry) for row in PRINTED]
    differing = {
        row["name"]: (one.text, row["printed"][style])
        for row, entry in zip(PRINTED, entries, strict=True)
        for one in cited([entry], style)
        if " ".join(one.text.split()) != row["printed"][style]
    }
    assert differing.keys() == OTHERWISE[style], differing


@pytest.mark.parametrize("style", EXPECTED)
def test_a_reference_is_printed_as_the_style_wants(style):
    (one,) = cited([LAMP], style)
    assert one.text == EXPECTED[style]
    assert "<i>Journal of Lamps" in one.markup


def test_references_stand_in_the_given_order_and_are_numbered():
    entries = [Entry(title=f"Lamp {letter}", author=(Name(family=letter),)) for letter in "CAB"]
    found = cited(entries, "ieee")
    assert [one.mark for one in found] == ["[1]", "[2]", "[3]"]
    assert [one.text[:3] for one in found] == ["[1]", "[2]", "[3]"]
    assert "Lamp A" in found[1].text


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_foreign_text_stays_text(style):
    title = 'A <img src="file:///etc/passwd"> & <b>bold</b> <i>claim</sup> <script>x</script>'
    (one,) = cited([Entry(title=title, author=(Name(family="<u>Glow</u>"),))], style)
    left = one.markup
    for tag in ("i", "b", "sup", "sub"):
        assert left.count(f"<{tag}>") == left.count(f"</{tag}>")
        left = left.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    left = left.replace('<span style="font-variant: small-caps;">', "").replace("</span>", "")
    assert "<" not in left
    assert 'img src="file:///etc/passwd"' in one.text.lower()


@pytest.mark.parametrize("style", [style.name for style in STYLES])
@pytest.mark.parametrize(
    "entry",
    [
        Entry(),
        Entry(type=ItemType.SOFTWARE, title="灯" * 2_000),
        Entry(type=ItemType.LEGAL_CASE, author=(Name(literal="Lamp Guild"),), issued=Date(-300)),
    ],
)
def test_whatever_an_entry_lacks_something_is_printed(style, entry):
    (one,) = cited([entry], style)
    assert len(one.text) < 5_000


def test_an_unknown_style_is_told():
    with pytest.raises(FormatError, match="there are ieee"):
        cited([LAMP], "lamp")


def test_numbers_begin_where_they_are_wanted():
    found = cited([LAMP, LAMP], "nature", first_number=9)
    assert [one.mark for one in found] == ["9", "10"]
    assert [one.text.partition(" ")[0] for one in found] == ["9.", "10."]


def test_what_citeproc_py_fails_at_is_printed_more_plainly(monkeypatch):
    def fail(parsed, item):
        if "volume" in item:
            raise TypeError(item)
        return printed(parsed, item)

    printed = citing._printed
    monkeypatch.setattr(citing, "_printed", fail)
    (one,) = cited([LAMP], "ieee")
    assert one.text.startswith("[1] A. B. Glow and B. van Wick, “On the Warmth")

    def fail_always(parsed, item):
        raise TypeError(item)

    monkeypatch.setattr(citing, "_printed", fail_always)
    (one,) = cited([Entry(title="<b>Lamp")], "ieee")
    assert (one.text, one.markup) == ("<b>Lamp", "&lt;b&gt;Lamp")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ('The "warm" lamp', "“The ‘warm’ lamp,”"),
        ("It is “warm”", "“It is ‘warm,’”"),
        ('Two 5" lamps', '“Two 5" lamps,”'),  # no pair
        ("The lamps' oil isn't ours", "“The lamps’ oil isn’t ours,”"),
        ("Why not?", "“Why not?,”"),
        ("Lamps etc.", "“Lamps etc.,”"),
        ("And then...", "“And then...,”"),
    ],
)
def test_quotes_and_points_where_parts_join(title, wanted):
    (one,) = cited([msgspec.structs.replace(LAMP, title=title)], "ieee")
    assert f" {wanted} Journal of Lamps" in one.text


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (Name(family="山田", given="太郎"), "山田太郎"),
        (Name(family="علوی", given="بزرگ"), "بزرگ علوی"),  # no capitals, no initials
        (Name(family="Wick", given="ada bo"), "A. B. Wick"),
        (Name(family="Wick"), "Wick"),
    ],
)
def test_names_that_have_no_initials(name, wanted):
    (one,) = cited([msgspec.structs.replace(LAMP, author=(name,))], "ieee")
    assert one.text.startswith(f"[1] {wanted}, “On")


def test_very_many_authors_cost_no_more_than_a_hundred():
    def cost(count):
        author = tuple(Name(family=f"Wick{number}", given="Ada") for number in range(count))
        return lambda: cited([msgspec.structs.replace(LAMP, author=author)], "apa")

    (one,) = cited([msgspec.structs.replace(LAMP, author=(Name(family="Wick"),) * 3_000)],
                   "association-for-computing-machinery")  # fmt: skip
    assert "Wick, and others. 2024. On the Warmth" in one.text
    assert_cost_ratio(cost(3_000), cost(300), most=5, floor_s=0.005)


def test_a_command_that_cites():
    entries = [Entry(citekey=Citekey("glow2024")), Entry(), Entry(citekey=Citekey("odd key~"))]
    assert cite_command(entries) == r"\cite{glow2024,odd-key-}"
    assert cite_command([Entry()]) == ""

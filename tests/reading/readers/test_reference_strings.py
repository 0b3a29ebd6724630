"""Reference strings: where they begin, how they are cut, and that nothing is made up."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.model import ItemType, LeftOver, Record
from refman.reading.readers.reference_strings import REFERENCE_STRINGS
from refman.reading.references.entry import read_reference
from refman.reading.references.names import cut_names
from refman.reading.references.words import TABLE, genres, words
from refman.resources import read_table
from tests.reading.readers.listed import read_list


def records(text):
    return [p for p in read_list(REFERENCE_STRINGS, text) if isinstance(p, Record)]


def shown(name):
    if name.literal:
        return name.literal
    return " ".join(
        filter(None, (name.given, name.non_dropping_particle, name.family, name.suffix))
    )


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Lee, A., & Chu, B. (2020).", ["A. Lee", "B. Chu"], " (2020)."),
        ("Lee, A.-B. and van der Chu, C. D. Small", ["A.-B. Lee", "C. D. van der Chu"], " Small"),
        ("A. Lee, B. Chu, and C. Dorn, “Small", ["A. Lee", "B. Chu", "C. Dorn"], ", “Small"),
        ("Lee A, Chu BC, de la Cruz M. Small", ["A. Lee", "B. C. Chu", "M. de la Cruz"], ". Small"),
        ("Lee, Ann, and Bo Chu. Small", ["Ann Lee", "Bo Chu"], ". Small"),
        ("Ann Lee, Bo N. Chu, and Cy Dorn. Small", ["Ann Lee", "Bo N. Chu", "Cy Dorn"], ". Small"),
        ("Lee, A., Chu, B.: Small", ["A. Lee", "B. Chu"], ": Small"),
        ("Lee, A.; Chu, B. Small", ["A. Lee", "B. Chu"], " Small"),
        ("LEE, A. AND CHU, B. 2020.", ["A. LEE", "B. CHU"], " 2020."),
        ("A. Lee et al., Small", ["A. Lee"], " Small"),
        ("AB Lee, CD Chu, Small lamps for", ["A. B. Lee", "C. D. Chu"], ", Small lamps for"),
        ("García Márquez, G. Small", ["G. García Márquez"], " Small"),
        ("Lee, A. Jr., & Chu, B. (2020)", ["A. Lee Jr.", "B. Chu"], " (2020)"),
        ("World Lamp Organization. (2020).", ["World Lamp Organization"], ". (2020)."),
        ("Small lamps for large rooms. Lamps", [], "Small lamps for large rooms. Lamps"),
        ("AI Systems for lamps", [], "AI Systems for lamps"),
    ],
)
def test_names_at_the_head(text, names, rest):
    found = cut_names(text)
    assert [shown(name) for name in found.names] == names
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Lee, A. What is a lamp? J. Lamps 3, 1–9 (2020).",
         {"title": "What is a lamp?", "container_title": "J. Lamps", "page": "1-9"}),
        ("Lee, A. Lamps. A study of small ones. Journal of Lamps 3(2): 1–9, 2020.",
         {"title": "Lamps. A study of small ones", "container_title": "Journal of Lamps"}),
        ("Lee, A. ‘Ring breaker’: lamps that ring. J. Lamps 3, 1–9 (2020).",
         {"title": "‘Ring breaker’: lamps that ring", "container_title": "J. Lamps"}),
        ("Lee, A. Lamps of vitamin A. Nature 555, 604–610 (2018).",
         {"title": "Lamps of vitamin A", "container_title": "Nature", "volume": "555"}),
        ("A. Lee. Lamps. In Proc. of the 3rd Workshop on Lamps, Paris, France, pages 1–9, 2020.",
         {"container_title": "Proc. of the 3rd Workshop on Lamps", "event_place": "Paris, France"}),
        ("Lee, A. (2020). Small lamps. In C. Dorn (Ed.), Lamps (Vol. 2, pp. 1–9). Springer.",
         {"container_title": "Lamps", "volume": "2", "page": "1-9", "publisher": "Springer"}),
        ("Lee A. Small lamps. J Lamps. 2020 Jun 3;12(Suppl 1):S1-9.",
         {"volume": "12", "issue": "Suppl 1", "page": "S1-9", "issued": "2020-06-03"}),
        ("Lee A. Small lamps. Sci Lamps 6, 21191, https://doi.org/10.1234/sl21191 (2016).",
         {"container_title": "Sci Lamps", "volume": "6", "page": "21191", "issued": "2016"}),
        ("Lee A. Small lamps. Lamps 33, 1877–1901 (2020).", {"page": "1877-1901"}),
        ("Lee, A. Small Lamps. Technical report, Harbour University, 2020.",
         {"genre": "Technical report", "publisher": "Harbour University"}),
        ("Lee, A. (n.d.). Small lamps. https://lamps.example/", {"issued": "None"}),
    ],
)  # fmt: skip
def test_cut(text, fields):
    entry = read_reference(text, text).entry
    assert {name: str(getattr(entry, name)) for name in fields} == fields


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lee, A. Small lamps. J. Lamps 3, 1–9 (2020).", ItemType.ARTICLE_JOURNAL),
        ("Lee, A. Small lamps. Proc. Natl Acad. Lamps 3, 1–9 (2020).", ItemType.ARTICLE_JOURNAL),
        ("A. Lee. Small lamps. In ICLR, 2020.", ItemType.PAPER_CONFERENCE),
        ("A. Lee. Small lamps. arXiv preprint arXiv:2001.00001, 2020.", ItemType.ARTICLE),
        ("A. Lee. Small lamps. CoRR, abs/2001.00001, 2020.", ItemType.ARTICLE),
        ("Lee, A. (2020). Small lamps. Oslo: Ladder House.", ItemType.BOOK),
        ("A. Lee. Small lamps. PhD thesis, University of Oslo, 2020.", ItemType.THESIS),
        ("Lee, A. (2020). Small lamps. https://lamps.example/", ItemType.WEBPAGE),
        ("Lee, A. (2020). Small lamps.", ItemType.DOCUMENT),
    ],
)
def test_type_is_told_by_the_fields(text, kind):
    assert read_reference(text, text).entry.type is kind


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("A. Lee, Small lamps for rooms, J. Lamps 3 (2020) 1–9.", "title ends"),
        ("A. Lee, Phys. Rev. Lett. 12, 345 (2020).", "no title"),
        ("Lee, A. (2020). Small lamps. J. Lamps, 3, 1–9. With a foreword.", "With a foreword"),
        ("Lee, A. Small lamps. Journal of Lamps.", "no year"),
        ("Small lamps. Journal of Lamps 3, 1–9 (2020).", "no authors"),
    ],
)
def test_doubts_are_told_and_lower_the_score(text, doubt):
    read = read_reference(text, text)
    assert any(doubt in told for told in read.doubts)
    assert read.score < 0.95


LAST = "[2] B. Chu, “Bridges,” J. Bridges, vol. 1, 2019.\n"
LAYOUTS = {
    "one a line": "{}\n{}\n{}\n",
    "empty lines": "{}\n\n{}\n\n{}\n",
    "brackets": "[1] {}\n[2] {}\n[3] {}\n",
    "numbers": "1. {}\n2. {}\n3. {}\n",
    "tabs": "1\t{}\n2\t{}\n3\t{}\n",
    "bullets": "• {}\n• {}\n• {}\n",
    "number alone": "1.\n{}\n2.\n{}\n3.\n{}\n",
    "heading and page": "References\n\n{}\n\n12\n\n{}\n\n{}\n",
    "old line ends": "{}\r\r{}\r\r{}\r",
}
THREE = (
    "Abelson, A. Small lamps for large rooms. J. Lamps 3, 11–20 (2020).",
    "Brandt, B. & Castellan, C. Folding ladders. Ladders 12, 1–9 (2019).",
    "Dvorak, D. Whispering bridges by night. J. Bridges 7, 100–109 (2018).",
)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_where_references_begin(layout):
    found = records(layout.format(*THREE))
    assert [record.entry.page for record in found] == ["11-20", "1-9", "100-109"]
    assert [record.entry.title[:5] for record in found] == ["Small", "Foldi", "Whisp"]


@pytest.mark.parametrize("indent", ["", "   ", "\t"])
def test_wrapped_references(indent):
    text = "\n".join(re.sub(r" (rooms|ladders|night)", rf"\n{indent}\1", line) for line in THREE)
    assert [record.entry.page for record in records(text)] == ["11-20", "1-9", "100-109"]


def test_page_number_inside_a_reference_is_no_part_of_it():
    text = "[1] A. Lee, “Small lamps for\n117\nlarge rooms,” J. Lamps, vol. 3, 2020.\n" + LAST
    assert records(text)[0].entry.title == "Small lamps for large rooms"


def test_address_goes_on_on_the_next_line():
    text = "[1] A. Lee, “Lamps,” 2020. https://doi.org/10.1234/\nlamps.2020.1\n" + LAST
    assert records(text)[0].entry.identifiers.doi == "10.1234/lamps.2020.1"


def test_what_is_no_reference_is_left_over():
    text = "[1] A. Lee, “Lamps,” J. Lamps, vol. 3, 2020.\n[2] nothing to see here\n"
    pieces = read_list(REFERENCE_STRINGS, text)
    assert isinstance(pieces[-1], LeftOver)
    assert pieces[-1].why == "no reference"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_nothing_is_made_up(data):
    """Each text of the entry stands in the string, but for dashes and quotes."""
    parts = data.draw(st.permutations(" ".join(THREE).split(" ")))
    text = " ".join(parts[: data.draw(st.integers(1, 20))])
    entry = read_reference(text, text).entry
    plain = re.sub(r"\W+", "", text)
    for name in ("title", "container_title", "publisher", "volume", "issue", "page"):
        value = getattr(entry, name)
        assert value is None or re.sub(r"\W+", "", value) in plain
    if entry.issued is not None:
        assert str(entry.issued.year) in text


def test_every_row_of_the_table_is_used():
    table = read_table(TABLE)
    for name, rows in table.items():
        if name == "genres":
            continue
        assert words(name) == set(rows)
        assert all(row == row.casefold() and row.strip() == row for row in rows), name
        assert len(set(rows)) == len(rows), name
    assert len(genres()) == len(table["genres"])


@pytest.mark.corpus
def test_strings_of_publishers_are_cut(corpus):
    """Strings that publishers gave to Crossref, with the fields that they gave beside them."""
    given_strings = {}
    for path in sorted((corpus / "api" / "crossref").glob("*.json")):
        text = path.read_text("utf-8")
        if not text.startswith(("{", "[{")):
            continue  # what the service answered in other forms
        for reference in _references(json.loads(text)):
            given_strings[" ".join(reference["unstructured"].split())] = reference
    right = dict.fromkeys(("volume", "journal-title", "year"), 0)
    asked = dict(right)
    for text, reference in given_strings.items():
        entry = read_reference(text, text).entry
        read = {
            "volume": entry.volume,
            "journal-title": entry.container_title,
            "year": entry.issued and str(entry.issued.year),
        }
        for name, value in read.items():
            if name in reference:
                asked[name] += 1
                right[name] += _key(reference[name]) == _key(value)
    assert len(given_strings) > 100
    for name, count in asked.items():
        assert right[name] >= 0.93 * count, (name, right[name], count)


def _key(value):
    return re.sub(r"\W+", "", str(value)).casefold()


def _references(value):
    if isinstance(value, dict):
        if isinstance(value.get("unstructured"), str):
            yield value
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)

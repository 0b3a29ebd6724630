"""Entries of a library held against the rules, and put right with nothing else touched."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.checks import Context, all_rules
from refman.formats.format import Options
from refman.model import (
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    EntryId,
    Holding,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Provenance,
    Span,
)
from refman.tidying import checked, checks, put_right
from tests.library.made import START, paper

CONTEXT, NAMES = Context(2026), frozenset(all_rules())
NOW = datetime(2026, 3, 14, tzinfo=UTC)


def held(*entries: Entry) -> list[Holding]:
    return [
        Holding(id=EntryId(number), entry=entry, added=START)
        for number, entry in enumerate(entries, 1)
    ]


def found(*entries: Entry) -> list[tuple[int | None, str]]:
    told = checked(held(*entries), CONTEXT, names=NAMES, options=Options())
    return [(one.holding.id if one.holding else None, one.finding.rule) for one in told]


def righted(entry: Entry) -> Entry:
    (holding,) = held(entry)
    after, done = put_right(holding, CONTEXT, names=NAMES, options=Options())
    assert bool(done) == (after != entry)
    if done:
        again, _ = put_right(held(after)[0], CONTEXT, names=NAMES, options=Options())
        assert again == after
    return after


FINDINGS = [
    ({}, []),
    ({"container_title": None}, ["missing-required"]),
    ({"issued": Date(2031)}, ["year-doubtful"]),
    ({"page": "117-101"}, ["pages-reversed"]),
    ({"title": "LAMPS THAT NOBODY SAW IN THE NIGHT"}, ["title-all-caps"]),
    ({"identifiers": Identifiers(doi=Doi("lamps"))}, ["doi-form"]),
    ({"url": "https://dx.doi.org/10.5555/a", "identifiers": Identifiers(doi=Doi("10.5555/a"))},
     ["doi-resolver-old"]),
    ({"url": "https://doi.org/10.5555/a"}, ["doi-in-url"]),
    ({"url": "javascript:alert(1)"}, ["url-unsafe"]),
    ({"attachments": (Attachment("x", "../../x.pdf"),)}, ["file-outside"]),
    ({"citekey": None}, ["missing-key"]),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "rules"), FINDINGS, ids=[str(rules) for _, rules in FINDINGS])
def test_findings_are_told_by_entry(fields, rules):
    assert found(paper(0), paper(1, **fields), paper(2)) == [(2, rule) for rule in rules]


def test_what_is_about_several_is_told_with_their_key():
    assert found(paper(0, citekey=Citekey("a")), paper(1, citekey=Citekey("A"))) == [
        (2, "key-differs-in-case")
    ]
    names = [
        {"container_title": name}
        for name in ("Journal of Wicks and Lamps", "J. Wicks Lamps.", "J. Wicks Lamps.")
    ]
    told = found(*(paper(number, **fields) for number, fields in enumerate(names)))
    assert set(told) <= {(None, "journal-forms-mixed")}


def test_an_entry_that_is_not_read_as_one_is_checked_by_itself(monkeypatch):
    read = checks.LOADER.load

    class Loader:
        """Read no entry that is odd."""

        @staticmethod
        def load(text):
            return [one for one in read(text) if "odd" not in text[one.span.start : one.span.end]]

    odd = paper(1, title="An odd title", page="117-101", container_title=None)
    entries = [paper(0, container_title=None), odd, paper(2), paper(3, page="9-1")]
    whole = found(*entries)
    monkeypatch.setattr(checks, "LOADER", Loader)
    # What only its file would tell is not told of it; all of the others.
    assert found(*entries) == [one for one in whole if one != (2, "missing-required")]
    assert len(whole) == 4
    assert righted(paper(0, title="An odd title.")).title == "An odd title."


PUT_RIGHT = [
    ({"title": "Lamps of the quay."}, {"title": "Lamps of the quay"}),
    ({"url": "https://doi.org/10.5555/a"},
     {"url": None, "identifiers": Identifiers(doi=Doi("10.5555/a"))}),
    ({"url": "http://dx.doi.org/10.5555/a", "identifiers": Identifiers(doi=Doi("10.5555/a"))},
     {"url": "https://doi.org/10.5555/a"}),
    ({"container_title": "Wicks &amp; Lamps"}, {"container_title": "Wicks & Lamps"}),
    ({"extra": {"remark": "A &amp; B", "x": "y"}}, {"extra": {"remark": r"A \& B", "x": "y"}}),
    # What a reader of files takes for another field than it is here stays.
    ({"extra": {"comment": "A &amp; B"}}, {}),
    ({"keywords": (Keyword("A &amp; B", automatic=True), Keyword("c"))},
     {"keywords": (Keyword("A & B", automatic=True), Keyword("c"))}),
    ({}, {}),
    ({"page": "117-101"}, {}),
]  # fmt: skip

REST = {
    "links": (
        Link(url="https://github.com/a/b", raw_url="github.com/a/b", span=Span(3, 17),
             kind=LinkKind.CODE, roles=(LinkKind.CODE, LinkKind.VIDEO), promised=True),
    ),
    "keywords": (Keyword("a, b", automatic=True),),
    "notes": ("one\n\ntwo",),
    "collections": ("A/B",),
    "extra": {"odd name": "kept \\word"},
    "provenance": {"title": Provenance("listing", span=(1, 2), at=NOW)},
    "identifiers": Identifiers(dblp="conf/a/B24", openalex="W1234567"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "after"), PUT_RIGHT, ids=[str(row[0]) for row in PUT_RIGHT])
def test_what_is_safe_is_put_right_and_nothing_else_touched(fields, after):
    entry = paper(0, **(REST | fields))
    wanted = after
    if "identifiers" in after and "identifiers" not in fields:
        parts = {"doi": after["identifiers"].doi}
        known = msgspec.structs.replace(REST["identifiers"], **parts)
        wanted = after | {"identifiers": known}
    assert righted(entry) == msgspec.structs.replace(entry, **wanted)


TEXTS = st.text("aZ .&;{}\\$%#_-é<>\"'", max_size=12)


@given(st.builds(
    Entry, type=st.sampled_from(ItemType), title=TEXTS, container_title=TEXTS, page=TEXTS,
    url=TEXTS, abstract=TEXTS, extra=st.dictionaries(TEXTS, TEXTS, max_size=2),
    author=st.lists(st.builds(Name, family=TEXTS), max_size=2).map(tuple),
    citekey=st.one_of(st.none(), TEXTS.map(Citekey)),
    identifiers=st.builds(Identifiers, doi=st.one_of(st.none(), TEXTS.map(Doi))),
))  # fmt: skip
def test_any_entry_can_be_checked_and_putting_right_comes_to_rest(entry):
    found(paper(0), entry)
    righted(entry)

from datetime import UTC, datetime

import msgspec
import pytest

from refman.model import (
    Arxiv,
    ArxivId,
    Date,
    Draft,
    Entry,
    Link,
    LinkKind,
    LinkState,
    Repository,
    Span,
)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(2025), "2025"),
        (Date(2025, 6), "2025-06"),
        (Date(2025, 6, 3), "2025-06-03"),
        (Date(987), "0987"),
        (Date(-43, 3), "-0043-03"),
        (Date(2024, season=4), "2024-24"),
        (Date(1984, circa=True), "1984~"),
        (Date(2004, 6, end=Date(2006)), "2004-06/2006"),
        (Date(2004, is_open=True), "2004/.."),
    ],
)
def test_a_date_is_written_at_its_own_precision(date, text):
    assert str(date) == text


def test_dates_are_ordered_by_time():
    assert Date(2024, 12, 31) < Date(2025, 1, 1)


def test_an_arxiv_number_knows_its_pages_and_its_doi():
    arxiv = Arxiv(ArxivId("2506.18701"), version=2, primary_class="cs.CV")
    assert arxiv.url == "https://arxiv.org/abs/2506.18701"
    assert arxiv.pdf_url == "https://arxiv.org/pdf/2506.18701"
    assert arxiv.doi == "10.48550/arXiv.2506.18701"


@pytest.mark.parametrize("record", [Date(2025), Span(1, 2), Arxiv(ArxivId("2506.18701")), Entry()])
def test_records_cannot_be_changed(record):
    field = record.__struct_fields__[0]
    with pytest.raises(AttributeError):
        setattr(record, field, None)


def test_an_entry_survives_json():
    entry = Entry(
        title="Lanterns: A Study",
        issued=Date(2025, 6),
        links=(
            Link(
                url="https://github.com/example-lab/lanterns",
                raw_url="github.com/example-lab/lanterns",
                span=Span(3, 34),
                kind=LinkKind.CODE,
                roles=(LinkKind.CODE, LinkKind.DATASET),
                promised=True,
            ),
        ),
        extra={"x-note": "word for word"},
    )
    assert msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry


def test_a_link_of_before_it_was_asked_about_is_still_read():
    old = b'{"url":"https://a.example/","raw_url":"a.example","span":[0,9],"state":"dead"}'
    link = msgspec.json.decode(old, type=Link)
    assert (link.state, link.checked, link.leads_to) == (LinkState.DEAD, None, None)
    assert msgspec.json.encode(link) == old


def test_what_was_found_out_about_a_link_survives_json():
    link = Link(
        url="https://a.example/",
        raw_url="a.example",
        span=Span(0, 9),
        state=LinkState.MOVED,
        checked=datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC),
        why="was renamed",
        leads_to="https://b.example/",
        repository=Repository(license="MIT", stars=3, archived=True),
    )
    assert msgspec.json.decode(msgspec.json.encode(link), type=Link) == link
    bare = msgspec.json.encode(link).replace(b"01Z", b"01")
    with pytest.raises(msgspec.ValidationError, match="timezone"):
        msgspec.json.decode(bare, type=Link)


def test_a_draft_says_null_for_what_is_not_known():
    draft = Draft(title="Lanterns", span=Span(0, 8), confidence=0.5)
    assert msgspec.to_builtins(draft)["abstract"] is None

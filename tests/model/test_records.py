import msgspec
import pytest

from refman.model import Arxiv, ArxivId, Date, Draft, Entry, Link, LinkKind, Span


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


def test_a_draft_says_null_for_what_is_not_known():
    draft = Draft(title="Lanterns", span=Span(0, 8), confidence=0.5)
    assert msgspec.to_builtins(draft)["abstract"] is None

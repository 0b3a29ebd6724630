"""Google Scholar's alerts: what the samples do not show."""

import pytest

from refman.model import Draft
from refman.reading.readers.scholar_alert import SCHOLAR_ALERT
from tests.reading.readers.recorded import read_text

WRAPPED = "https://scholar.google.com/scholar_url?url="


def draft_of(
    line="", snippet="", href=f"{WRAPPED}https://lamps.example/1&amp;hl=en", title="Lamps"
):
    below = f'<div>{line}</div><div class="gse_alrt_sni">{snippet}</div>'
    text = f'<div><h3><a href="{href}" class="gse_alrt_title">{title}</a></h3>{below}</div>'
    (draft,) = (piece for piece in read_text(SCHOLAR_ALERT, text) if isinstance(piece, Draft))
    return draft


@pytest.mark.parametrize(
    ("line", "authors", "issued", "is_cut"),
    [
        ("A Wick, B Glim - Journal of Lamps, 2025", ("A Wick", "B Glim"), "2025", False),
        ("A Wick, B Glim… - Journal of Lamps, 2025", ("A Wick",), "2025", True),
        ("A Wick, B Glim, … - Journal of Lamps, 2025", ("A Wick", "B Glim"), "2025", True),
        ("A Wick&nbsp;- Journal of Lamps, 2025 - lamps.example", ("A Wick",), "2025", False),
        ("A Wick - 2025 Conference on Lamps …", ("A Wick",), None, False),
        ("A Wick - arXiv preprint arXiv:2506.02015", ("A Wick",), None, False),
        ("A Wick - 2025", ("A Wick",), "2025", False),
        ("A Wick", ("A Wick",), None, False),
        ("Journal of Lamps 7, 2025", (), "2025", False),
        ("", (), None, False),
    ],
)
def test_line_below_the_title(line, authors, issued, is_cut):
    draft = draft_of(line)
    assert draft.authors == authors
    assert (str(draft.issued) if draft.issued else None) == issued
    assert ("list of authors is cut" in draft.reasons) is is_cut


@pytest.mark.parametrize(
    ("href", "url"),
    [
        (f"{WRAPPED}https://lamps.example/1&amp;hl=en", "https://lamps.example/1"),
        (
            f"{WRAPPED}https://lamps.example/?a%3D1%26b%3D2&amp;hl=en",
            "https://lamps.example/?a=1&b=2",
        ),
        (
            "http://scholar.google.de/scholar_url?hl=de&amp;url=https://lamps.example/1",
            "https://lamps.example/1",
        ),
        ("/scholar_url?url=https://lamps.example/1", "https://lamps.example/1"),
        ("https://lamps.example/1", "https://lamps.example/1"),
    ],
)
def test_address_is_unwrapped(href, url):
    (link,) = draft_of(href=href).links
    assert link.url == url


@pytest.mark.parametrize("href", [f"{WRAPPED}javascript:alert(1)", "#", ""])
def test_address_that_is_none_is_no_link(href):
    assert draft_of(href=href).links == ()


@pytest.mark.parametrize(
    ("snippet", "urls"),
    [
        ("Code is at https://github.com/wick/lamp and …", ["https://github.com/wick/lamp"]),
        ("Code is at https://github.com/wick/la…", []),
        ("Code is at https://github.com/wick/lamp …", ["https://github.com/wick/lamp"]),
        ("Code is at https://github.com/wick/lamp.", ["https://github.com/wick/lamp"]),
    ],
)
def test_address_that_is_cut_is_none(snippet, urls):
    draft = draft_of(snippet=snippet)
    assert [link.url for link in draft.links[1:]] == urls
    assert draft.abstract is None

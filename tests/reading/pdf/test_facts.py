"""What an XMP packet says."""

import pytest

from refman.reading.pdf.facts import facts_of_xmp
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize(
    ("xmp", "facts"),
    [
        ("<prism:doi>10.5555/a</prism:doi>", {"prism:doi": ("10.5555/a",)}),
        ('<rdf:Description prism:doi="10.5555/a" x="y">', {"prism:doi": ("10.5555/a",)}),
        ("<pdfx:doi>10.5555/a</pdfx:doi>", {"pdfx:doi": ("10.5555/a",)}),
        (
            '<dc:title><rdf:Alt><rdf:li xml:lang="x">A &amp; B</rdf:li></rdf:Alt></dc:title>',
            {"dc:title": ("A & B",)},
        ),
        (
            "<dc:creator><rdf:Seq><rdf:li>Ann</rdf:li>\n<rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>",
            {"dc:creator": ("Ann", "Bo")},
        ),
        ("<dc:title>&lol9;</dc:title>", {"dc:title": ("&lol9;",)}),
        ("<dc:title></dc:title><dc:title>never ends", {}),
        ("", {}),
        ("<other>10.5555/a</other>", {}),
    ],
)
def test_facts(xmp, facts):
    assert facts_of_xmp(xmp.encode()) == facts
    assert facts_of_xmp(xmp.encode("utf-16")) == facts


@pytest.mark.parametrize("piece", ["<dc:title>", "<dc:title ", "<rdf:li>", " prism:doi='", "&#1"])
def test_cost_grows_with_the_packet(piece):
    long, short = (piece * 40_000).encode(), (piece * 4_000).encode()
    assert_cost_ratio(
        lambda: facts_of_xmp(long), lambda: facts_of_xmp(short), most=30, floor_s=0.002
    )

"""A page's content cut into operators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.reading.pdf.tokens import operations
from tests.growth import assert_cost_ratio


def listed(data: bytes):
    return [(operator, list(operands)) for operator, operands in operations(data)]


@pytest.mark.parametrize(
    ("data", "operators"),
    [
        (
            b"BT /F1 9.5 Tf (ab) Tj ET",
            [(b"BT", []), (b"Tf", ["F1", 9.5]), (b"Tj", [b"ab"]), (b"ET", [])],
        ),
        (b"[(a) -250 (b)]TJ", [(b"TJ", [[b"a", -250.0, b"b"]])]),
        (b"1 -2 .5 +4 5. 6 cm", [(b"cm", [1.0, -2.0, 0.5, 4.0, 5.0, 6.0])]),
        (rb"(a\(b\)\\\101\n) Tj", [(b"Tj", [b"a(b)\\A\n"])]),
        (b"(a(b(c))d) Tj", [(b"Tj", [b"a(b(c))d"])]),
        (b"(a\\\r\nb\rc) Tj", [(b"Tj", [b"ab\nc"])]),
        (b"<48 656C6c6F 7> Tj", [(b"Tj", [b"Hellop"])]),
        (b"/A#20B gs % (no) Tj\n q", [(b"gs", ["A B"]), (b"q", [])]),
        (b"<</MCID 0>> BDC (a) '", [(b"BDC", ["MCID", 0.0]), (b"'", [b"a"])]),
        (b"BI /W 1 ID \x00Q (x) Tj EIx\n EI Q", [(b"Q", [])]),
        (b"q BI /W 1 ID never ends", [(b"q", [])]),
        (b"(never ends Tj", []),
        (b"true false null T*", [(b"T*", [])]),
        (b"]] ) > Tj", [(b"Tj", [])]),
        (b"", []),
        (b" \n\x00 ", []),
    ],
)
def test_operators_come_with_their_operands(data, operators):
    assert listed(data) == operators


@given(st.binary(max_size=300))
def test_no_content_breaks_it(data):
    for operator, _ in operations(data):
        assert operator


@pytest.mark.parametrize(
    "piece", [b"(ab) Tj ", b"(", b"[", b"<", b"((a)", b"\\(", b"1", b"/", b"BI "]
)
def test_cost_grows_with_the_content(piece):
    long, short = piece * 40_000, piece * 4_000
    assert_cost_ratio(
        lambda: sum(1 for _ in operations(long)),
        lambda: sum(1 for _ in operations(short)),
        most=30,
        floor_s=0.002,
    )

"""Lines of pages as they are taken out of a PDF."""

import pytest

from refman.model import Span
from refman.reading.pdf.file import read_pdf
from tests.reading.pdf.maker import Page, make_pdf, objects_as_pdf, stream


def lines_of(*rows, **page):
    return read_pdf(make_pdf([Page(rows, **page)])).lines


def texts(*rows, **page):
    return [line.text for line in lines_of(*rows, **page)]


def test_place_size_and_face_of_a_line():
    (line,) = lines_of((72, 700, 14, "bold", "Lamps"))
    assert (line.left, line.base, line.size, line.face) == (72.0, 700.0, 14.0, "Times-Bold")
    assert 72 + 2 * 14 < line.right < 72 + 4 * 14


def test_columns_on_one_base_line_are_two_lines():
    assert texts((72, 700, 10, "serif", "left"), (320, 700, 10, "serif", "right")) == [
        "left",
        "right",
    ]


def test_pieces_of_a_line_are_joined_with_blanks_where_there_are_gaps():
    content = (
        b"BT /serif 10 Tf 72 700 Td [(La)10(mps)-300(b)] TJ (y) Tj ET BT /serif 10 Tf 122 700 Td"
    )
    assert texts(content=content + b" (night) Tj ET") == ["Lamps by night"]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_turned_text_is_a_line_of_its_own(turned):
    (line,) = lines_of((300, 400, 10, "serif", "Lamps by night", turned))
    assert (line.text, line.turned) == ("Lamps by night", turned)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_page_s_own_turn_is_taken_back(rotate):
    (line,) = lines_of((300, 400, 10, "serif", "Lamps", -rotate % 360 and rotate), rotate=rotate)
    assert line.turned == 0


def test_raised_marks_are_told():
    (line,) = lines_of((72, 700, 10, "serif", "Ann Berg^1,2^ and Bo Dorn"))
    assert line.text == "Ann Berg1,2 and Bo Dorn"
    assert line.raised == (Span(8, 11),)


def test_text_drawn_twice_counts_once():
    row = (72, 700, 10, "bold", "Shadow")
    assert texts(row, (72.2, 699.9, 10, "bold", "Shadow")) == ["Shadow"]


def test_spans_hold_the_lines_and_addresses_stand_behind_their_words():
    page = Page(
        [(72, 700, 10, "serif", "see our page for more"), (72, 650, 10, "serif", "https://lamps.example/a")],
        [([88, 696, 128, 710], "https://lamps.example/page"), ([70, 646, 190, 660], "https://lamps.example/a"),
         ([400, 20, 420, 30], "https://lamps.example/badge")],
    )  # fmt: skip
    content = read_pdf(make_pdf([page]))
    assert "see our page <https://lamps.example/page> for more\n" in content.text
    assert "\nhttps://lamps.example/a\n" in content.text
    assert content.text.endswith("<https://lamps.example/badge>\n")
    for line in content.lines:
        written = content.text[line.span.start : line.span.end]
        assert line.text == written.replace(" <https://lamps.example/page>", "")


def test_text_of_forms_counts():
    form = stream(
        b"BT /F 9 Tf 10 10 Td (in a form) Tj ET", "/Type/XObject/Subtype/Form/Matrix[1 0 0 1 5 5]"
    )
    font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    data = objects_as_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 100 100]>>",
            (
                f"<</Type/Page/Parent 2 0 R/Resources<<{font}/XObject<</X 5 0 R>>>>"
                "/Contents[4 0 R]>>"
            ).encode(),
            stream(b"q 2 0 0 2 0 0 cm /X Do Q /X Do /None Do"),
            form,
        ]
    )
    assert [(line.text, line.left, line.base, line.size) for line in read_pdf(data).lines] == [
        ("in a form", 30.0, 30.0, 18.0),
        ("in a form", 15.0, 15.0, 9.0),
    ]


def test_only_the_first_pages_are_read_for_text_and_more_for_links():
    pages = [Page([(72, 700, 10, "serif", f"page {number}")]) for number in range(30)]
    pages[10].links = [([0, 0, 9, 9], "https://lamps.example/late")]
    pages[25].links = [([0, 0, 9, 9], "https://lamps.example/never")]
    content = read_pdf(make_pdf(pages))
    assert content.page_count == 30
    assert [line.text for line in content.lines] == ["page 0", "page 1", "page 2"]
    assert "late" in content.text
    assert "never" not in content.text


def test_operators_with_wrong_operands_are_passed_over():
    content = (
        b"Tf /F Tf (a) Tf BT /serif 10 Tf 1 Td /X 3 Td 72 700 Td (a) cm (x) Do Q Q (ok) Tj 1 Tj ET"
    )
    assert texts(content=content) == ["ok"]

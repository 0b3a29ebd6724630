"""Papers that stand twice in a listing."""

from refman.model import Draft, Span
from refman.reading.outlines import Rest
from refman.reading.repeats import Found, drop_repeats

LONG = "Lamps are lit at night by a keeper who climbs the stairs, and nobody else does so."
OTHER = "Bells are rung at noon by a child who counts to twelve, and sometimes to thirteen."


def found(title, abstract=None, *, line):
    span = Span(line * 10, line * 10 + 5)
    return Found(Draft(title=title, abstract=abstract, span=span, confidence=1.0), line)


def read(*pieces):
    return [
        (piece.title, piece.abstract) if isinstance(piece, Draft) else piece.why
        for piece in drop_repeats(pieces)
    ]


def test_paper_that_stands_twice_is_told_once():
    assert read(found("GLOW", LONG, line=1), found("Glow", LONG, line=5)) == [
        ("GLOW", LONG),
        "repeats the paper at line 1",
    ]


def test_richer_of_two_stays():
    assert read(found("GLOW", line=1), found("GLOW", LONG, line=5)) == [
        "repeats the paper at line 5",
        ("GLOW", LONG),
    ]
    cut = LONG[:70] + "…"
    assert read(found("GLOW", cut, line=1), found("GLOW", LONG, line=5)) == [
        "repeats the paper at line 5",
        ("GLOW", LONG),
    ]
    assert read(found("GLOW", LONG, line=1), found("GLOW", cut, line=5))[0] == ("GLOW", LONG)


def test_one_title_with_two_abstracts_is_two_papers():
    assert read(found("TACO", LONG, line=1), found("TACO", OTHER, line=5)) == [
        ("TACO", LONG),
        ("TACO", OTHER),
    ]


def test_title_alone_repeats_the_first_of_two():
    pieces = [found("TACO", LONG, line=1), found("TACO", OTHER, line=5), found("TACO", line=9)]
    assert read(*pieces)[2] == "repeats the paper at line 1"


def test_order_of_the_text_is_kept():
    pieces = [
        found("A", line=1),
        Rest(12, 14, "page"),
        found("B", LONG, line=2),
        found("A", OTHER, line=3),
    ]
    assert read(*pieces) == ["repeats the paper at line 3", "page", ("B", LONG), ("A", OTHER)]


def test_paper_waits_only_so_long():
    many = [found(f"paper {number}", LONG, line=number) for number in range(2, 3000)]
    read_ = read(found("GLOW", line=1), *many, found("GLOW", LONG, line=4000))
    assert read_[0] == ("GLOW", None)
    assert read_[-1] == "repeats the paper at line 1"


def test_pieces_come_as_soon_as_nothing_waits():
    pieces = iter([found("A", LONG, line=1), found("B", LONG, line=2)])
    assert next(drop_repeats(pieces)).title == "A"
    assert next(pieces).draft.title == "B"

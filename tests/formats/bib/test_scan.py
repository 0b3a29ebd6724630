import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.bib.ground import Ground
from refman.formats.bib.scan import BlockKind, scan
from tests.formats.bib.told import cases, told_blocks
from tests.formats.shown import law
from tests.growth import assert_cost_ratio

SNIPPETS = (
    "@misc{k,", "@misc(k,", "@ book\n{", "@comment{", "@string{", "@preamble{", "\n@misc{", "@",
    "\n\n@article{k,\n", " title = {x}", ",", ",,", "{", "}", "(", ")", '"', "#", "=", "\\", "%",
    "% c\n", "\n", "\r\n", " ", "jan", "2000", "é", "{x {y} z}", '"a {b} c"', " x = 1",
)  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), cases("blocks.toml"))
def test_a_file_in_blocks(text, blocks):
    assert told_blocks(text) == blocks


@law
@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=4), max_size=40).map("".join))
def test_every_character_stands_in_one_block(text):
    blocks = list(scan(text))
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start < block.end for block in blocks)
    for block in blocks:
        assert (block.kind is BlockKind.TEXT) == (block.open < 0)
        assert text[block.key_start : block.key_end] == block.key
        assert all(block.start <= problem.span.start <= problem.span.end <= block.end
                   for problem in block.problems)  # fmt: skip
        place = block.start
        for field in block.fields:
            assert place <= field.start <= field.value_start <= field.value_end == field.end
            assert text[field.start :].startswith(field.name)
            place = field.end
        assert place <= block.end


def test_places_of_an_entry():
    text = " @misc{ lamp , title = {x} # y ,}"
    (_, block) = scan(text)
    (field,) = block.fields
    assert text[block.key_start : block.key_end] == "lamp"
    assert text[field.start : field.end] == "title = {x} # y"
    assert text[field.value_start : field.value_end] == "{x} # y"
    assert (text[block.open], text[block.close]) == ("{", "}")


@pytest.mark.parametrize(
    "piece",
    [
        "@misc{k, t = {x}, y = 1}\n",
        "@misc{k, t = {{{x}}}, y = 1}\n",
        "@misc{k, t = {\n",
        "@misc{k, t = {{x}\n",
        "@misc{k, t = {{x}},\n}}\n@misc{l, u = {{\n",
        "@misc{k, t = \"\n",
        "@misc(k, t = \"x\n",
        "@misc{k, t = \"{x\n",
        "@comment{\n",
        "@comment(\n",
        "@string{\n",
        "@misc{k\n",
        "@",
        "@ ",
        "@misc",
        "@%",
        "@%\n",
        "% @misc{",
        "x@y{ ",
        "{",
        "}",
        "@a{",
        " @misc{k,t={}",
        "@misc{k,%\n",
        "@misc{k, x y z ",
        "=",
        "a = ",
        "\n\n ",
        "@misc{k,,,,",
        "}, a = {x}",
        "@misc{k}, a = {x}",
        "@misc{k}, a = {x}\n",
    ],
)  # fmt: skip
def test_cost_grows_with_the_length(piece):
    short, long = piece * 500, piece * 2000
    assert_cost_ratio(lambda: list(scan(long)), lambda: list(scan(short)), most=8, floor_s=0.004)
    opened = "@misc{k, t = {x}, u = "
    assert_cost_ratio(
        lambda: list(scan(opened + long)),
        lambda: list(scan(opened + short)),
        most=8,
        floor_s=0.004,
    )


def test_values_that_hold_each_other_cost_no_more():
    def nested(count):
        return "@misc{k,u={},t={{x}\n" * count + "}" * 2 * count

    assert_cost_ratio(
        lambda: list(scan(nested(2000))), lambda: list(scan(nested(500))), most=8, floor_s=0.004
    )


def test_braces_close_across_what_looks_like_an_entry():
    text = "{ {{x}}\n\n@misc{k}\n}\n{ {{y}}\n\n@misc{l}\n}\n"
    ground = Ground(text)
    first, second = 0, text.index("{ {{y")
    assert ground.closing_brace(first, len(text)) == second - 2
    assert ground.closing_brace(second, len(text)) == len(text) - 2

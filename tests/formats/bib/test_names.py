import pytest

from refman.formats.bib.names import read_names
from refman.formats.tex_names import tex_names
from refman.formats.tex_text import ascii_latex, tex_line, unicode_latex
from refman.model import Name
from tests.formats.bib.told import cases
from tests.formats.entries import NAMES
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize(("value", "names", "problems"), cases("names.toml"))
def test_names(value, names, problems):
    assert read_names(value) == (tuple(Name(**parts) for parts in names), tuple(problems))


@pytest.mark.parametrize("encode", [ascii_latex, unicode_latex])
def test_what_is_written_is_read_again(encode):
    names = tuple(name for name in NAMES if name.literal != "others")
    value = tex_names((*names, Name(literal="others")), lambda text: tex_line(text, encode))
    assert read_names(value) == ((*names, Name(literal="others")), ())


@pytest.mark.parametrize("opened", ["", "{", "family="])
@pytest.mark.parametrize(
    "piece",
    ["and ", "a and ", "{", "{a} ", "a, ", "a,", "; ", " & ", "~", "\\", "a ", "jr ", "a=", ", ,"],
)
def test_cost_grows_with_the_length(piece, opened):
    short, long = opened + piece * 1_000, opened + piece * 4_000
    assert_cost_ratio(lambda: read_names(long), lambda: read_names(short), most=8, floor_s=0.004)

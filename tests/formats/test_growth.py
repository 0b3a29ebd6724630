"""What a text costs grows with its length, whatever signs it is made of."""

import pytest

from refman.formats.format import Options
from refman.plugins import load_formats
from tests.formats.shown import everywhere
from tests.growth import assert_cost_ratio

FORMATS = load_formats()
SHORT, LONG = 1_000, 8_000  # signs
MOST = 3 * LONG / SHORT
"""How many times the cost of the short text the long one may have; quadratic cost has 64."""


@pytest.mark.parametrize(
    "sign", ["$", "$a ", "<", "&", "\\", "{:", "](", "a:", "\n", "1.", "`", "a/"]
)
@pytest.mark.parametrize("name", ["csl_json", "ris", "zotero_rdf", "csv", "markdown"])
def test_cost_is_linear(name, sign):
    short, long = (sign * (length // len(sign)) for length in (SHORT, LONG))
    assert_cost_ratio(
        lambda: _dump(FORMATS[name], long),
        lambda: _dump(FORMATS[name], short),
        most=MOST,
        floor_s=0.001,
    )


def _dump(format_, text):
    assert "".join(format_.dump([everywhere(text)], Options()))

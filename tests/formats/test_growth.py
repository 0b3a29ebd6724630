"""What a text costs grows with its length, whatever signs it is made of."""

import time

import pytest

from refman.formats.format import Options
from refman.plugins import load_formats
from tests.formats.shown import everywhere

FORMATS = load_formats()
SHORT, LONG = 1_000, 8_000  # signs
MOST = 3 * LONG / SHORT
"""How many times the cost of the short text the long one may have; quadratic cost has 64."""


def _cost_s(format_, text):
    costs_s = []
    for _ in range(3):
        start_s = time.process_time()
        assert "".join(format_.dump([everywhere(text)], Options()))
        costs_s.append(time.process_time() - start_s)
    return min(costs_s)


@pytest.mark.parametrize(
    "sign", ["$", "$a ", "<", "&", "\\", "{:", "](", "a:", "\n", "1.", "`", "a/"]
)
@pytest.mark.parametrize("name", ["csl_json", "ris", "zotero_rdf", "csv", "markdown"])
def test_cost_is_linear(name, sign):
    short, long = (sign * (length // len(sign)) for length in (SHORT, LONG))
    # A clock that stands still for a short text must not make the bound nought.
    assert _cost_s(FORMATS[name], long) <= MOST * max(_cost_s(FORMATS[name], short), 0.001)

"""XML's elements found in text that is no sound XML."""

import pytest

from refman.formats.foreign.xml_elements import placed_elements


@pytest.mark.parametrize(("nests", "places"), [(False, 8), (True, 5)])
def test_elements_that_are_never_closed_end_at_the_next(nests, places):
    text = "<root>" + "".join(f"<a>{number} " for number in range(8))
    placed = list(placed_elements(text, lambda name: name == "a", nests=nests))
    found = [text[each.span.start : each.span.end] for each in placed]
    assert found == [f"<a>{number}" for number in range(places)]

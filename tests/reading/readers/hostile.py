"""Input that no program writes, for readers that must break at none of it."""

from hypothesis import strategies as st

SHORT, LONG = 2_000, 16_000  # characters
MOST = 3 * LONG / SHORT
"""How many times the cost of the short text the long one may have; quadratic cost has 64."""


def by_sample(case):
    """The name of a reader or of a sample, for a test's id."""
    return getattr(case, "kind", None) or f"{case.parent.name}/{case.name}"


@st.composite
def spoiled(draw, texts, scraps):
    """A text from which pieces were cut, and into which others, or scraps, were put."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 60)))
        other = draw(st.sampled_from(texts))
        begin = draw(st.integers(0, len(other)))
        piece = draw(st.one_of(st.sampled_from(scraps), st.just(other[begin : begin + 90])))
        text = text[:at] + piece + text[to:]
    return text.replace("\0", " ")

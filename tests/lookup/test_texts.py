import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.lookup.texts import abstract_of, line_of, title_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (None, None),
        ("", None),
        ("  \n ", None),
        ("0", "0"),
        ("null", None),
        ("Untitled", None),
        ("Lamps in rain.", "Lamps in rain"),
        ("Lamps in rain /", "Lamps in rain"),
        ("Lamps &amp; rain", "Lamps & rain"),
        ("Lamps &amp;amp; rain", "Lamps & rain"),
        ("Lamps of &lt;i&gt;Lumen&lt;/i&gt; minor", "Lamps of Lumen minor"),
        ("Lamps with <action name>", "Lamps with <action name>"),
        ("<b>LAMPS</b> IN RAIN", "LAMPS IN RAIN"),
        ("CO\n      <sub>2</sub>\n      in rain", "CO2 in rain"),
        ("Lamps (\n   <i>L. minor</i>\n   ), wet", "Lamps (L. minor), wet"),
        ("Of\n  <i>A</i>\n  /\n  <i>B</i>\n  lamps", "Of A/B lamps"),
        ("A line\nthat breaks", "A line that breaks"),
        ("Lamps of\u00a0rain", "Lamps of rain"),
        ("Ã¼ber Lampen", "über Lampen"),
        (r"T\"ULU lamps", "TÜLU lamps"),
        (r"$\pi_0$ of lamps", r"$\pi_0$ of lamps"),
        (r"$\texttt{LampNet}$: Lamps", "LampNet: Lamps"),
        (
            "On <mml:math><mml:msub><mml:mi>x</mml:mi><mml:mn>12</mml:mn></mml:msub></mml:math>",
            "On $x_{12}$",
        ),
        ("On <math><msup><mi>x</mi>\n<mn>2</mn></msup></math> lamps", "On $x^2$ lamps"),
        ("On <math> <mi>x</mi> <mo>+</mo> <mn>1</mn> </math> lamps", "On x+1 lamps"),
        (
            (
                "On <math><semantics><mi>y</mi><annotation encoding='application/x-tex'>\\hat{y}"
                "</annotation></semantics></math> lamps"
            ),
            r"On $\hat{y}$ lamps",
        ),
        (
            "On <math><mi>y</mi><annotation encoding='text/plain'>why</annotation></math> lamps",
            "On y lamps",
        ),
        ("Tags with <![CDATA[<b>data</b>]]> in", "Tags with data in"),
        ("x" * 6000, None),
    ],
)
def test_title(written, shown):
    assert title_of(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (None, None),
        ("  ", None),
        ("n/a", None),
        (" Lamp  House,\n", "Lamp House"),
        ("Lamps &amp; Rain", "Lamps & Rain"),
        ("x" * 6000, None),
    ],
)
def test_line(written, shown):
    assert line_of(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (None, None),
        ("", None),
        ("No abstract available", None),
        ("Abstract", None),
        ("Abstract: We light lamps.", "We light lamps."),
        ("AbstractWe light lamps.", "We light lamps."),
        ("ABSTRACT We light lamps.", "We light lamps."),
        ("Abstract art is lit.", "Abstract art is lit."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<jats:title>ABSTRACT</jats:title><jats:p>One.</jats:p>", "One."),
        (
            (
                "<jats:sec><jats:title>Aim.</jats:title>\n<jats:p>To light.</jats:p></jats:sec>"
                "<jats:sec><jats:title>End:</jats:title><jats:p>Lit.</jats:p></jats:sec>"
            ),
            "Aim: To light.\n\nEnd: Lit.",
        ),
        (
            (
                "<jats:p>aiming<jats:italic>LMP1</jats:italic>for lamps, "
                "<jats:italic>p</jats:italic>-values, <i>n</i>th</jats:p>"
            ),
            "aiming LMP1 for lamps, p-values, nth",
        ),
        ("x" * 100_001, None),
    ],
)
def test_abstract(written, shown):
    assert abstract_of(written) == shown


@given(st.text(alphabet="<>/mathsubi &;$\n-x2", max_size=200))
def test_texts_are_at_rest(text):
    for shown_by in (title_of, line_of):
        shown = shown_by(text)
        assert shown is None or shown_by(shown) in {shown, None}


@pytest.mark.parametrize(
    "text",
    [
        "<math><mi>" * 8_000,
        "<jats:inline-formula>" * 4_000,
        "<" * 90_000,
        "<jats:title>" * 8_000,
        "a<i>bb" * 15_000,
        "&amp;" * 18_000,
        "<math>" + "<msub><mi>x</mi>" * 5_000 + "</math>",
        "\n " * 45_000 + "<sub>",
    ],
)
def test_hostile_text_costs_little(text):
    start_s = time.process_time()
    abstract_of(text)
    title_of(text[:5_000])
    assert time.process_time() - start_s < 5

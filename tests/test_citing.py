import pytest

from refman.citing import STYLES, cited
from refman.errors import FormatError
from refman.model import Date, Entry, Identifiers, ItemType, Name

LAMP = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    title="On the Warmth of Lamps: A Study",
    author=(
        Name(family="Glow", given="Ada B."),
        Name(family="Wick", given="Bo", non_dropping_particle="van"),
    ),
    issued=Date(2024, 3, 1),
    container_title="Journal of Lamps",
    volume="3",
    issue="2",
    page="10-20",
    identifiers=Identifiers(doi="10.1234/lamp"),
)
EXPECTED = {
    "ieee": "[1] A. B. Glow and B. van Wick, “On the Warmth of Lamps: A Study,” Journal of Lamps,"
    " vol. 3, no. 2, pp. 10–20, Mar. 2024, doi: 10.1234/lamp.",
    "association-for-computing-machinery": "[1] Ada B. Glow and Bo van Wick. 2024. On the Warmth of"
    " Lamps: A Study. Journal of Lamps 3, 2 (March 2024), 10–20. https://doi.org/10.1234/lamp",
    "nature": "1. Glow, A. B. & van Wick, B. On the Warmth of Lamps: A Study. Journal of Lamps 3,"
    " 10–20 (2024).",
    "apa": "Glow, A. B., & van Wick, B. (2024). On the Warmth of Lamps: A Study. Journal of Lamps,"
    " 3(2), 10–20. https://doi.org/10.1234/lamp",
}


@pytest.mark.parametrize("style", EXPECTED)
def test_a_reference_is_printed_as_the_style_wants(style):
    (one,) = cited([LAMP], style)
    assert one.text == EXPECTED[style]
    assert "<i>Journal of Lamps" in one.markup


def test_references_stand_in_the_given_order_and_are_numbered():
    entries = [Entry(title=f"Lamp {letter}", author=(Name(family=letter),)) for letter in "CAB"]
    found = cited(entries, "ieee")
    assert [one.mark for one in found] == ["[1]", "[2]", "[3]"]
    assert [one.text[:3] for one in found] == ["[1]", "[2]", "[3]"]
    assert "Lamp A" in found[1].text


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_foreign_text_stays_text(style):
    title = 'A <img src="file:///etc/passwd"> & <b>bold</b> <i>claim</sup> <script>x</script>'
    (one,) = cited([Entry(title=title, author=(Name(family="<u>Glow</u>"),))], style)
    left = one.markup
    for tag in ("i", "b", "sup", "sub"):
        assert left.count(f"<{tag}>") == left.count(f"</{tag}>")
        left = left.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    left = left.replace('<span style="font-variant: small-caps;">', "").replace("</span>", "")
    assert "<" not in left
    assert 'img src="file:///etc/passwd"' in one.text.lower()


@pytest.mark.parametrize("style", [style.name for style in STYLES])
@pytest.mark.parametrize(
    "entry",
    [
        Entry(),
        Entry(type=ItemType.SOFTWARE, title="灯" * 2_000),
        Entry(type=ItemType.LEGAL_CASE, author=(Name(literal="Lamp Guild"),), issued=Date(-300)),
    ],
)
def test_whatever_an_entry_lacks_something_is_printed(style, entry):
    (one,) = cited([entry], style)
    assert len(one.text) < 5_000


def test_an_unknown_style_is_told():
    with pytest.raises(FormatError, match="there are ieee"):
        cited([LAMP], "lamp")

import html
import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from refman.formats.markdown import MARKDOWN
from refman.formats.plain import writable
from refman.model import Date, Doi, Entry, Identifiers, Link, LinkKind, Name, Span
from refman.normalise import fold_blanks
from tests.formats.entries import sample_entries
from tests.formats.shown import (
    PUBLISHED,
    SHOWN,
    check_expected,
    dumped,
    hostile_entries,
    law,
    pieces,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OWN_TAGS = {"ul", "li", "p", "strong", "em", "a", "blockquote"}


def tokens(text):
    for block in READER.parse(text):
        yield block
        yield from block.children or ()


def shown_text(text):
    """What a person reads."""
    return html.unescape(re.sub(r"<[^>]*>", "", READER.render(text)))


def test_the_whole_file(request):
    text = dumped(MARKDOWN, *SHOWN)
    check_expected("md/shown.md", text, update=request.config.getoption("--update"))


def test_a_piece_an_entry():
    entries = sample_entries()
    assert len(list(pieces(MARKDOWN, *entries))) == len(entries)
    assert dumped(MARKDOWN) == ""


def test_a_reader_finds_all_entries_and_titles():
    entries = [entry for entry in sample_entries() if "$" not in entry.title]
    items = READER.render(dumped(MARKDOWN, *entries)).split("\n<li>")[1:]
    assert len(items) == len(entries)
    for item, entry in zip(items, entries, strict=True):
        read = html.unescape(re.sub(r"<[^>]*>", "", item))
        assert fold_blanks(read).startswith(fold_blanks(writable(entry.title)))


@law
@given(hostile_entries())
def test_no_text_makes_markup(entry):
    seen = list(tokens(dumped(MARKDOWN, entry, Entry(title="next"))))
    assert {token.tag for token in seen if token.tag} <= OWN_TAGS | {"br"} - {"br"}
    assert {token.type for token in seen}.isdisjoint(
        {"html_block", "html_inline", "image", "fence"}
    )
    assert sum(token.type == "list_item_open" for token in seen) == 2
    for token in seen:
        if token.type == "link_open":
            assert token.attrs["href"].startswith(("https://x.example/", "https://arxiv.org/"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Emit <action> *now*", r"Emit \<action> \*now\*"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("![x](https://y)", r"!\[x\](https://y)"),
        ("`code` | snake_case ~a~ a^b @c", r"\`code\` \| snake\_case \~a\~ a\^b \@c"),
        ("R&D & &lt;x", r"R\&D & \&lt;x"),
        ("it costs $5", r"it costs \$5"),
        (r"\input", r"\\input"),
        ("1. one", "1. one"),
    ],
)
def test_text_is_text(text, written):
    assert dumped(MARKDOWN, Entry(title=text)) == f"- **{written}**.\n"


@pytest.mark.parametrize(
    ("maths", "written"),
    [
        (r"$\alpha_i^2$", r"$\alpha_i^2$"),
        ("$a<b$", r"$a\lt b$"),
        ("$[x](y)$", r"\$\[x\](y)\$"),
        ("$a`b$", r"\$a\`b\$"),
    ],
)
def test_maths_stays_unless_it_could_be_a_link_or_code(maths, written):
    assert dumped(MARKDOWN, Entry(title=maths)) == f"- **{written}**.\n"


@pytest.mark.parametrize(
    ("abstract", "written"),
    [
        ("One.\n\nTwo\nlines.", "  > One.\n  >\n  > Two lines.\n"),
        ("1. one\n\n- two\n\n# three", "  > 1\\. one\n  >\n  > \\- two\n  >\n  > \\# three\n"),
        ("> four\n\n+ five", "  > \\> four\n  >\n  > \\+ five\n"),
        ("2) two", "  > 2\\) two\n"),
    ],
)
def test_an_abstract_is_a_quotation_of_paragraphs(abstract, written):
    text = dumped(MARKDOWN, Entry(title="x", abstract=abstract))
    assert text == f"- **x**.\n\n{written}\n"
    assert {token.tag for token in tokens(text) if token.tag} <= OWN_TAGS


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://x.example/a_(b)", "https://x.example/a_(b)"),
        ("https://x.example/a)b", "https://x.example/a)b"),
        ('https://x.example/<b>"`\\', "https://x.example/%3Cb%3E%22%60%5C"),
        ("https://x.example/?a=1&lt;=2", "https://x.example/?a=1&lt;=2"),
    ],
)
def test_an_address_ends_where_it_ends(url, address):
    text = dumped(MARKDOWN, Entry(title="x", url=url))
    (link,) = [token.attrs["href"] for token in tokens(text) if token.type == "link_open"]
    assert link == address


@pytest.mark.parametrize(
    ("entry", "page"),
    [
        (PUBLISHED, PUBLISHED.url),
        (Entry(identifiers=PUBLISHED.identifiers), "https://arxiv.org/abs/2401.00001"),
        (Entry(identifiers=Identifiers(doi=Doi("10.1234/x(1)"))), "https://doi.org/10.1234/x(1)"),
        (Entry(url="file:///x"), None),
    ],
)
def test_a_title_leads_to_the_papers_own_page(entry, page):
    links = [
        token.attrs["href"]
        for token in tokens(dumped(MARKDOWN, entry))
        if token.type == "link_open"
    ]
    assert next(iter(links), None) == page


def test_an_entry_reads_as_a_person_would_cite_it():
    entry = Entry(
        title="Taper",
        issued=Date(2025, 6),
        author=(
            Name(family="Berg", given="Jan", non_dropping_particle="van der"),
            Name(family="Okafor", given="Ngozi", suffix="III"),
            Name(literal="The Lantern Team"),
        ),
        container_title="Lamps",
        links=(
            Link(url="https://x.example/", raw_url="", span=Span(0, 0), kind=LinkKind.PROJECT,
                 roles=(LinkKind.PROJECT, LinkKind.CODE), promised=True),
            Link(url="javascript:x", raw_url="", span=Span(0, 0), kind=LinkKind.CODE),
        ),
    )  # fmt: skip
    assert shown_text(dumped(MARKDOWN, entry)).strip() == (
        "Taper (2025). Jan van der Berg, Ngozi Okafor, III, The Lantern Team. Lamps. "
        "Project page (code; promised) · Code: javascript:x"
    )


def test_an_entry_without_title_has_its_key():
    assert dumped(MARKDOWN, Entry(), SHOWN[3]).startswith("- **Untitled**.\n- **dimmer**.\n")

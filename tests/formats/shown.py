"""What tests of several formats share: expected files, and texts that want to break a file, in
every field at once.
"""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from refman.formats.format import Format, Options
from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    Isbn,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Span,
    Status,
)
from tests.formats.entries import ADA, BARE, BO, FULL, HOSTILE_TEXTS, NAMES

law = settings(deadline=None, max_examples=60)
"""How laws are tried: without a clock, since machines are busy."""

DATA = Path(__file__).resolve().parent.parent / "data" / "formats"

PUBLISHED = Entry(
    type=ItemType.PAPER_CONFERENCE,
    citekey=Citekey("lindqvist2024wick"),
    title="Wicks of $\\alpha$-Wool: a Study in <action> Space",
    author=(ADA, BO),
    issued=Date(2024, 6),
    container_title="Proceedings of the Meeting on Lamps",
    event_title="Lamps 2024",
    event_place="Lisbon",
    publisher="Wick & Sons",
    publisher_place="Oslo",
    volume="1",
    page="123-130",
    url="https://lamps.example/2024/wick_1.html",
    identifiers=Identifiers(
        doi=Doi("10.1234/lamps.2024.1"),
        arxiv=Arxiv(ArxivId("2401.00001"), primary_class="cs.LG"),
        isbn=Isbn("9781234567897"),
    ),
    keywords=(Keyword("lamps, and oil"),),
    collections=("HF Papers/World lamps", "HF Papers"),
)
"""A paper that was a preprint once."""

SHOWN = (
    FULL,
    BARE,
    PUBLISHED,
    Entry(type=ItemType.SOFTWARE, citekey=Citekey("dimmer2024"), title="dimmer", version="2.1"),
    Entry(
        type=ItemType.ARTICLE_JOURNAL,
        citekey=Citekey("bo1987"),
        title="A Lamp in a Journal",
        author=(BO,),
        editor=(ADA,),
        issued=Date(1987),
        container_title="Journal of Lamps",
        volume="4",
        issue="2",
        page="7",
        issn="1234-5679",
    ),
    Entry(type=ItemType.BOOK, citekey=Citekey("names"), title="Of Names", author=NAMES),
    Entry(),
)
"""The entries of the expected files; the last one is empty."""

_SNIPPETS = (
    *HOSTILE_TEXTS.values(),
    "\r\nER  - \r\nTY  - JOUR\r\n",
    "Code: https://x.example",
    "\nPublisher: x\n{:doi: y}",
    "]]></rdf:RDF><!--",
    "<img src=x onerror=y>",
    "[x](javascript:alert(1))",
    "$[x](javascript:y)$ $<b>$ $`$",
    "\n\n1. x\n\n- y\n\n# z\n\n\t=1+1",
    "\ud800",
)


def texts() -> st.SearchStrategy[str]:
    """Any text, half characters too, with pieces in it that some format takes for its own."""
    anything = st.text(st.characters(exclude_categories=()), max_size=12)
    return st.lists(anything | st.sampled_from(_SNIPPETS), max_size=4).map("".join)


def everywhere(text: str, item_type: ItemType = ItemType.ARTICLE) -> Entry:
    """An entry that has the text in every field that holds text."""
    address = f"https://x.example/{text}"
    return Entry(
        type=item_type,
        citekey=Citekey(text),
        title=text,
        title_short=text,
        author=(Name(family=text, given=text, suffix=text), Name(literal=text)),
        editor=(Name(family=text, dropping_particle=text, non_dropping_particle=text),),
        translator=(Name(family=text, suffix=text),),
        issued=Date(2025, 6),
        abstract=text,
        container_title=text,
        container_title_short=text,
        collection_title=text,
        event_title=text,
        event_place=text,
        publisher=text,
        publisher_place=text,
        volume=text,
        issue=text,
        page=text,
        number=text,
        number_of_pages=text,
        edition=text,
        version=text,
        genre=text,
        issn=text,
        language=text,
        license=text,
        source=text,
        url=address,
        note=text,
        identifiers=Identifiers(
            doi=Doi(text),
            arxiv=Arxiv(ArxivId(text), primary_class=text),
            isbn=Isbn(text),
            dblp=text,
        ),
        links=(
            Link(url=address, raw_url=text, span=Span(0, 1), kind=LinkKind.CODE, evidence=text),
            Link(url=text, raw_url=text, span=Span(0, 1), promised=True),
        ),
        keywords=(Keyword(text), Keyword(text, automatic=True)),
        notes=(text, text),
        attachments=(Attachment(text, text, text), Attachment(text, address, text)),
        collections=(text, f"{text}/{text}"),
        status=Status.REJECTED,
        extra={text: text},
    )


def hostile_entries() -> st.SearchStrategy[Entry]:
    """Entries of any type with such a text in every field."""
    return st.builds(everywhere, texts(), st.sampled_from(ItemType))


def dumped(format_: Format, *entries: Entry, options: Options | None = None) -> str:
    """The whole file."""
    return "".join(format_.dump(entries, options or Options()))


def pieces(format_: Format, *entries: Entry) -> Iterator[str]:
    """The pieces of a file, as they come."""
    return format_.dump(iter(entries), Options())


def check_expected(name: str, text: str, *, update: bool) -> None:
    """Compare with an expected file, or write it anew."""
    path = DATA / name
    if update:
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode(), f"{path} differs; --update writes it anew"

"""Conferences' pages and JSON: what the samples do not show."""

import json

import pytest

from refman.model import Draft
from refman.plugins import load_readers
from refman.reading.conference import html as conference_html
from refman.reading.conference.json import TABLE
from refman.reading.document import Document
from refman.reading.readers.openreview import OPENREVIEW
from refman.resources import read_table
from tests.reading.readers.listed import read_list


def drafts(text):
    return [piece for piece in read_list(OPENREVIEW, text) if isinstance(piece, Draft)]


def draft_of(**fields):
    (draft,) = drafts(json.dumps({"papers": [{"title": "Lamps", "authors": [], **fields}]}))
    return draft


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (["Ada Abelson", "Bela Brandt"], ("Ada Abelson", "Bela Brandt")),
        ("Ada Abelson; Bela Brandt", ("Ada Abelson", "Bela Brandt")),
        ("Ada Abelson, Bela Brandt and Cora Castellan",
         ("Ada Abelson", "Bela Brandt", "Cora Castellan")),
        ([{"fullname": "Ada Abelson", "institution": "x"}], ("Ada Abelson",)),
        ([{"name": "Ada Abelson"}, {"name": ""}], ("Ada Abelson",)),
        ({"author": [{"text": "Ada Abelson 0001"}]}, ("Ada Abelson",)),
        ({"author": {"text": "Ada Abelson"}}, ("Ada Abelson",)),
        ({"value": ["Ada Abelson"]}, ("Ada Abelson",)),
        ([{"given": "Ada", "family": "Abelson"}], ("Ada Abelson",)),
        ([7, None, True], ()),
        (7, ()),
        (None, ()),
        ("", ()),
    ],
)  # fmt: skip
def test_authors_in_every_form(authors, names):
    assert draft_of(authors=authors).authors == names


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ({"year": 2024}, "2024"),
        ({"year": "2024"}, "2024"),
        ({"pdate": 1705410000000}, "2024-01-16"),
        ({"published": "2024-06-01T10:00:00Z"}, "2024-06-01"),
        ({"_bibtex": "@inproceedings{x, year={2023}}"}, "2023"),
        ({"pdate": None, "year": "soon"}, "None"),
        ({"year": True}, "None"),
        ({"year": 1e300}, "None"),
        ({"year": -5}, "None"),
    ],
)
def test_date(fields, issued):
    assert str(draft_of(**fields).issued) == issued


@pytest.mark.parametrize(
    ("field", "value", "kind", "url"),
    [
        ("github", "https://github.com/wick/lamp", "code", "https://github.com/wick/lamp"),
        ("code", "https://code.lamps.example/x", "code", "https://code.lamps.example/x"),
        ("project", "https://lamps.example/", "project", "https://lamps.example/"),
        ("pdf", "https://lamps.example/1.pdf", "paper", "https://lamps.example/1.pdf"),
        ("video", "https://youtu.be/abcdefghijk", "video", "https://youtu.be/abcdefghijk"),
    ],
)
def test_fields_of_links(field, value, kind, url):
    (link,) = draft_of(**{field: value}).links
    assert (link.kind.value, link.url, link.raw_url) == (kind, url, value)


@pytest.mark.parametrize("value", ["", "#", "mailto:ada@lamps.example", "http://[x", "x", None, 7])
def test_what_is_no_address_gives_no_link(value):
    assert draft_of(github=value, pdf=value).links == ()


def test_markup_in_titles_goes():
    assert draft_of(title="Lamps &amp; <i>Ladders</i>\n in $\\pi_0$").title == (
        "Lamps & Ladders in $\\pi_0$"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"title": "a list", "papers": []}',
        '{"notes": [{"content": {"title": {"value": ""}}}]}',
        '{"notes": [7, null, "a"]}',
        '[{"title": "alone"}]',
        "[" * 5_000,
        '{"a":' * 5_000,
    ],
)
def test_json_of_other_things_holds_no_paper(text):
    assert drafts(text) == []


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<base href="https://lamps.example/2025/">', "https://lamps.example/2025/p/1.pdf"),
        (
            "<!-- saved from url=(0030)https://lamps.example/list -->",
            "https://lamps.example/p/1.pdf",
        ),
        (
            '<link rel="canonical" href="https://lamps.example/a/b">',
            "https://lamps.example/a/p/1.pdf",
        ),
        ("", None),
    ],
)
def test_relative_addresses_lead_where_the_page_says(head, url):
    text = (
        f"<html>{head}<table><tr><th>Title</th><th>Authors</th></tr>"
        '<tr><td><a href="p/1.pdf">Small Lamps</a></td><td>Ada Abelson</td></tr></table>'
    )
    (draft,) = drafts(text)
    assert [link.url for link in draft.links] == ([url] if url else [])


def test_columns_may_stand_in_any_order_and_tables_without_titles_are_none():
    text = (
        "<table><tr><th>Day</th><th>Room</th></tr><tr><td>Monday</td><td>A</td></tr></table>"
        "<table><tr><td>Authors</td><td>DOI</td><td>Paper Title</td></tr>"
        "<tr><td>Ada Abelson; Bela Brandt</td><td>10.1234/lamp</td><td>Small Lamps</td></tr>"
    )
    (draft,) = drafts(text)
    assert (draft.title, draft.authors) == ("Small Lamps", ("Ada Abelson", "Bela Brandt"))
    assert draft.identifiers.doi == "10.1234/lamp"


def test_menus_are_no_papers():
    menu = "".join(f'<li><a href="/{n}">Page of lamps {n}</a></li>' for n in range(9))
    assert drafts(f"<html><body><ul>{menu}</ul></body></html>") == []


def test_page_without_a_known_layout_is_read_as_text():
    text = "<html><body><nav>Menu</nav>" + "".join(
        f"<h2>{title}</h2><p>We study {title.lower()} and find that they are small. The lamps "
        "that we lit burn longer than all that came before, and nobody knows why. "
        f'</p><p><a href="https://github.com/wick/{n}">Code</a></p>'
        for n, title in enumerate(("Small Lamps for Large Rooms", "Folding Ladders at Night"))
    )
    found = drafts(text)
    assert [draft.title for draft in found] == [
        "Small Lamps for Large Rooms",
        "Folding Ladders at Night",
    ]
    assert all(draft.reasons[0] == "text of a page" for draft in found)


@pytest.mark.parametrize("layout", read_table(TABLE)["layouts"], ids=lambda row: row["name"])
def test_every_layout_is_well_formed(layout):
    (read,) = [
        each
        for generic in (False, True)
        for each in conference_html._layouts(generic=generic)
        if each.name == layout["name"]
    ]
    assert read.pattern.search("<p>") is None
    assert read.item
    assert read.title
    for selector in (*read.item, *read.follow, *read.title, *read.authors, *read.abstract):
        assert selector == selector.strip()
        assert " " not in selector


def test_names_of_columns_stand_under_one_column_only():
    columns = read_table(TABLE)["columns"]
    names = [name for row in columns.values() for name in row]
    assert len(names) == len(set(names))
    fields = [name for row in read_table(TABLE)["links"].values() for name in row]
    assert len(fields) == len(set(fields))
    assert all(name == name.casefold() for name in (*names, *fields))


def test_pages_of_others_stay_theirs():
    text = '<html><body><dl class="x"><dt>a<dd><div class="list-title">Title: b</div></dl>'
    scores = {
        kind: reader.score(Document(source="x", text=text))
        for kind, reader in load_readers().items()
        if kind != "openreview"
    }
    assert max(scores.values()) > OPENREVIEW.score(Document(source="x", text=text))


@pytest.mark.corpus
def test_saved_pages_of_one_paper(corpus):
    for page in sorted((corpus / "api" / "proceedings_html").glob("*.html")):
        truth = json.loads(page.with_name(f"{page.stem}_Out.json").read_text("utf-8"))
        document = Document(source=page.name, text=page.read_text("utf-8"))
        assert OPENREVIEW.score(document) > 0.5
        (draft,) = [p for p in OPENREVIEW.read(document) if isinstance(p, Draft)]
        assert draft.title == truth["title"]
        assert len(draft.authors) == len(truth["author_list"])

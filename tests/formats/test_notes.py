from html.parser import HTMLParser

from hypothesis import given

from refman.formats.notes import links_note, text_note
from refman.model import Link, LinkKind, Span
from tests.formats.entries import LINKS
from tests.formats.shown import everywhere, law, texts


class _Seen(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.addresses, self.text = [], [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for _, value in attrs]

    def handle_data(self, data):
        self.text += data


def test_every_link_is_listed_with_what_is_known_of_it():
    note = links_note(LINKS)
    assert _Seen(note).addresses == [link.url for link in LINKS]
    assert note.startswith('<h2>Links</h2><ul><li><a href="https://github.com/lantern-lab/dimmer">')
    assert 'dimmer_2">Code</a> (moved 2025-07-01; archived)</li>' in note
    assert "Project page</a> (code, video) – See there.</li>" in note
    assert "Dataset</a> (promised) – See there.</li>" in note


def test_an_address_that_is_not_of_the_web_is_text():
    url = "javascript:alert('<b>')"
    seen = _Seen(links_note((Link(url=url, raw_url=url, span=Span(0, 1), kind=LinkKind.CODE),)))
    assert seen.addresses == []
    assert seen.text == f"LinksCode, {url}"


def test_paragraphs_are_paragraphs():
    assert text_note("One <i>.\n\n\n\nTwo\nlines.") == "<p> One &lt;i&gt;.</p><p> Two lines.</p>"


@law
@given(texts())
def test_no_text_becomes_markup(text):
    entry = everywhere(text)
    links = _Seen(links_note(entry.links))
    assert set(links.tags) <= {"h2", "ul", "li", "a"}
    assert all(url.startswith("https://x.example/") for url in links.addresses)
    note = _Seen(text_note(text))
    assert set(note.tags) <= {"p"}
    assert note.addresses == []

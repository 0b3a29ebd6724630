"""Notes that were pushed before, and what stands in their place now."""

import pytest

from refman.progress import SILENT
from refman.zotero.children import children_of, lacking, outdated
from refman.zotero.here import keeps_citekey
from refman.zotero.records import Created, Found, Parcel, WebLink
from tests.zotero.test_opening import by_name, parcel, way  # noqa: F401 - a fixture

LINKS = '<h2>Links</h2><ul><li><a href="https://x.example/a">Code</a></li></ul>'
MORE = LINKS.replace("</ul>", '<li><a href="https://x.example/b">Demo</a></li></ul>')


def there(*notes):
    return [
        Found(key=f"NOTE000{place}", version=place, data={"itemType": "note", "note": note})
        for place, note in enumerate(notes)
    ]


def made(*notes):
    return Parcel(item={}, notes=notes)


@pytest.mark.parametrize(
    ("before", "found", "now", "changed"),
    [
        ((LINKS,), (LINKS,), (LINKS,), []),
        ((LINKS,), (LINKS,), (MORE,), [("NOTE0000", MORE)]),
        # Zotero writes a note anew where a person opens it
        ((LINKS,), (LINKS.replace("<ul>", '<ul class="z">\n'),), (MORE,), [("NOTE0000", MORE)]),
        # a person has changed it, or taken it away
        ((LINKS,), (LINKS + "<p>mine</p>",), (MORE,), []),
        ((LINKS,), (), (MORE,), []),
        # one is new, one is as it was, one is another
        ((LINKS, "<p>a</p>", "<p>b</p>"), (LINKS, "<p>a</p>", "<p>b</p>"),
         (LINKS, "<p>c</p>", "<p>b</p>", "<p>d</p>"), [("NOTE0001", "<p>c</p>")]),
        # the note of the links takes no other's place
        (("<p>a</p>",), ("<p>a</p>",), (LINKS, "<p>c</p>"), [("NOTE0000", "<p>c</p>")]),
        (("<p>a</p>",), ("<p>a</p>",), (LINKS,), []),
        # one is gone, one is another: which, nobody knows
        (("<p>a</p>", "<p>b</p>"), ("<p>a</p>", "<p>b</p>"), ("<p>c</p>",), []),
    ],
)  # fmt: skip
def test_a_note_that_is_as_it_was_pushed_makes_way(before, found, now, changed):
    rows = [*there(*found), Found(key="LINK0000", version=1, data={"url": "https://x.example/"})]
    assert [(one.key, note) for one, note in outdated(made(*now), made(*before), rows)] == changed


@pytest.mark.parametrize("url", ["https://x.example", "https://x.example/", " https://x.example"])
def test_a_link_is_there_with_or_without_a_slash_at_its_end(url):
    links = tuple(WebLink(title="Code", url=f"https://x.example{end}") for end in ("", "/", "/b"))
    children, _ = children_of(Parcel(item={}, links=links), None)
    found = Found(key="LINK0000", version=1, data={"itemType": "attachment", "url": url})
    assert [child.data["url"] for child in lacking(children, [found])] == ["https://x.example/b"]


def test_what_has_neither_address_nor_name_is_like_nothing_else():
    (child,), _ = children_of(Parcel(item={}, links=(WebLink(title="Code", url=" "),)), None)
    found = Found(key="LINK0000", version=1, data={"itemType": "attachment", "url": " "})
    assert list(lacking([child], [found])) == [child]


def test_the_note_of_the_links_is_known_by_its_tag():
    (links, mine), _ = children_of(made(LINKS, "<p>mine</p>"), None)
    assert links.data["tags"] == [{"tag": "links"}]
    assert mine.data["tags"] == []


def test_a_note_is_changed_in_zotero_and_no_second_one_added(zotero, way):  # noqa: F811
    running = zotero("zotero10")
    with way(running) as opened:
        target = by_name(opened, "Reading")
        (created,) = opened.add([parcel(notes=(LINKS,))], target)
        (found,) = opened.items(target, SILENT)
        filled = opened.fill(found, parcel(notes=(MORE,)), parcel(notes=(LINKS,)))
        assert isinstance(filled, Created)
        (note,) = running.children(created.key)
        assert note["note"] == MORE
        # one that a person changed meanwhile stays, and the other comes beside it
        running.edit_item(note["key"], note="<p>mine</p>")
        opened.fill(found, parcel(notes=(LINKS,)), parcel(notes=(MORE,)))
        assert [one["note"] for one in running.children(created.key)] == ["<p>mine</p>", LINKS]
        running.fail_next("PATCH", "/api/users/0/items", 412)
        opened.fill(found, parcel(notes=(MORE,)), parcel(notes=(LINKS,)))
        assert [one["note"] for one in running.children(created.key)][1:] == [LINKS, MORE]


@pytest.mark.parametrize(
    ("version", "keeps"), [("7.0.15", False), ("8.0", True), ("10.0.1", True), ("beta", True)]
)
def test_older_ones_have_no_citation_key_of_their_own(version, keeps):
    assert keeps_citekey(version) is keeps

from refman.formats.tex_links import file_parts, link_urls
from refman.model import Attachment, Entry, Link, LinkKind, Span
from tests.formats.entries import FULL, LINKS


def link(url, kind=LinkKind.CODE):
    return Link(url=url, raw_url=url, span=Span(0, 1), kind=kind)


def test_addresses_of_a_kind_are_parted_by_blanks_each_once():
    links = (link("https://a.example/x y"), link("https://b.example"), link("https://b.example"))
    assert link_urls(links, LinkKind.CODE) == "https://a.example/x%20y https://b.example"
    assert link_urls(links, LinkKind.DEMO) == ""


def test_files_come_before_links():
    entry = Entry(attachments=FULL.attachments, links=LINKS[:1])
    assert file_parts(entry, with_links=True) == (
        "Full text:files/dimmer.pdf:application/pdf;"
        r"Odd\; name\: x:files/a\;b\:c\\d.pdf:application/pdf;"
        r"Slides:https\://lamps.example/slides.html:text/html;"
        r"Code:https\://github.com/lantern-lab/dimmer:text/html"
    )
    assert file_parts(entry, with_links=False).endswith("slides.html:text/html")


def test_a_file_has_a_media_type_by_its_name_where_none_is_given():
    files = (Attachment("A", "x.pdf"), Attachment("B", "x.zip"), Attachment("C", "x", "image/png{"))
    entry = Entry(attachments=files)
    assert file_parts(entry, with_links=False) == "A:x.pdf:application/pdf;B:x.zip:;C:x:image/png"


def test_braces_cannot_break_the_value():
    entry = Entry(attachments=(Attachment("a{b", "c}d\n.pdf"),))
    assert file_parts(entry, with_links=False) == "a｛b:c%7Dd .pdf:application/pdf"


def test_an_address_that_is_not_of_the_web_is_no_part():
    entry = Entry(links=(link("javascript:alert(1)"), link("https://a.example", LinkKind.VIDEO)))
    assert file_parts(entry, with_links=True) == r"Video:https\://a.example:text/html"

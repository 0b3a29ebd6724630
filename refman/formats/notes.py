"""Notes as HTML, for Zotero's child notes: an entry's links, and a person's remarks."""

from html import escape

from refman.formats.addresses import address, is_web, remarks
from refman.formats.crosswalk import link_names
from refman.formats.plain import one_line, plain
from refman.model import Link

__all__ = ["LINKS_HEAD", "links_note", "text_note"]

LINKS_HEAD = "<h2>Links</h2>"
"""How the note begins that lists the links, and no other does."""


def links_note(links: tuple[Link, ...]) -> str:
    """Return a list of links, each with its label, its roles and the sentence that names it.

    An address that is not of the web stands there as text.
    """
    items = "".join(f"<li>{_item(link)}</li>" for link in links)
    return f"{LINKS_HEAD}<ul>{items}</ul>"


def _item(link: Link) -> str:
    url = address(link.url)
    label = escape(link_names(link.kind).label)
    named = f'<a href="{escape(url)}">{label}</a>' if is_web(url) else f"{label}, {escape(url)}"
    said = f" ({remarks(link)})" if remarks(link) else ""
    evidence = f" – {escape(one_line(link.evidence), quote=False)}" if link.evidence else ""
    return f"{named}{said}{evidence}"


def text_note(text: str) -> str:
    """Return a text's paragraphs, empty lines parting them.

    The blank after each tag keeps Zotero's RIS reader from taking a note that begins with
    ``Language:`` for that field, as it does in files of ProCite.
    """
    paragraphs = (one_line(paragraph) for paragraph in plain(text).split("\n\n"))
    return "".join(
        f"<p> {escape(paragraph, quote=False)}</p>" for paragraph in paragraphs if paragraph
    )

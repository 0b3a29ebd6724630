r"""A list in Markdown, for a README or a person's notes.

A paper is one item: its title, linked where its page is known, its year, authors and venue, its
links, and the abstract as a quotation. Text is text: every sign that Markdown or HTML could take
for its own has a backslash before it. Maths stays TeX between dollar signs, as GitHub, GitLab and
pandoc read it; a "<" in it is written ``\lt``, and a formula that could still be taken for a link
or for code is text as well.

Source: CommonMark 0.31; GitHub Flavored Markdown; Pandoc User's Guide, "Math".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from refman.formats.addresses import address, is_web, remarks
from refman.formats.crosswalk import link_names
from refman.formats.format import FEATURES, Format, Options, Profile
from refman.formats.plain import writable
from refman.model import Entry, Link, Name
from refman.normalise import fold_blanks, split_maths

__all__ = ["MARKDOWN"]

_INLINE = re.compile(r"[\\`*_\[\]<$^~@|&]")
_BLOCK = re.compile(r"\A(\d*)([-+#=>:.)])")
_UNSAFE_MATHS = re.compile(r"`|\]\(")
_ENDS_ADDRESS = re.compile(r"[\s<>\\\"`]")
_ESCAPED_IN_ADDRESS = re.compile(r"[()]|&(?=[#\w]+;)")

_HELD = frozenset(
    {
        "title",
        "author",
        "issued",
        "abstract",
        "container_title",
        "url",
        "identifiers",
        "links",
        "links.title",
        "links.roles",
        "links.promised",
        "links.state",
        "links.checked",
        "links.leads_to",
        "links.archived",
    }
)
_LOST = {
    feature: "a list for readers leaves it out" for feature in FEATURES if feature not in _HELD
}


class _Markdown:
    """Write Markdown."""

    name = "markdown"
    label = "Markdown"
    suffixes: tuple[str, ...] = (".md",)
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what a list for readers leaves out."""
        return _LOST

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield an item an entry, in their order."""
        for entry in entries:
            yield _item(entry)


MARKDOWN: Format = _Markdown()


def _item(entry: Entry) -> str:
    parts = [f"- **{_heading(entry)}**"]
    if entry.issued is not None:
        parts.append(f"({entry.issued.year})")
    sentences = [" ".join(parts)]
    if entry.author:
        sentences.append(", ".join(map(_name, entry.author)))
    if entry.container_title:
        sentences.append(f"*{_text(entry.container_title)}*")
    item = ". ".join(sentences) + "."
    if links := [*_registered(entry), *map(_link, entry.links)]:
        item = f"{item} {' · '.join(links)}"
    return f"{item}\n{_quotation(entry.abstract or '')}"


def _heading(entry: Entry) -> str:
    """Return the title, linked to the paper's own page where one is known."""
    title = _text(entry.title or entry.citekey or "Untitled")
    pages = [address(entry.url)] if entry.url else []
    pages += [url for _, url in _pages(entry)]
    page = next(filter(is_web, pages), None)
    return title if page is None else _linked(title, page)


def _pages(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the paper's own names with the pages that its registries keep for them."""
    if (arxiv := entry.identifiers.arxiv) is not None:
        yield f"arXiv:{arxiv.id}", address(arxiv.url)
    elif entry.identifiers.doi is not None:
        yield f"doi:{entry.identifiers.doi}", address(f"https://doi.org/{entry.identifiers.doi}")


def _registered(entry: Entry) -> list[str]:
    return [_linked(_text(name), url) for name, url in _pages(entry)]


def _name(name: Name) -> str:
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family)
    whole = name.literal or " ".join(filter(None, parts))
    return _text(f"{whole}, {name.suffix}" if name.suffix else whole)


def _link(link: Link) -> str:
    """Return a link; an address that is not of the web stands there as text."""
    label = link_names(link.kind).label
    url = address(link.url)
    shown = _linked(label, url) if is_web(url) else f"{label}: {_text(url)}"
    if link.leads_to is not None and is_web(new := address(link.leads_to)):
        shown = f"{shown} → {_linked('now here', new)}"
    said = remarks(link)
    return f"{shown} ({said})" if said else shown


def _linked(label: str, url: str) -> str:
    closed = _ENDS_ADDRESS.sub(lambda found: quote(found.group()), url)
    return f"[{label}]({_ESCAPED_IN_ADDRESS.sub(_behind_backslash, closed)})"


def _quotation(abstract: str) -> str:
    """Return an abstract as a quotation within its item, an empty line before and behind."""
    paragraphs = [_text(paragraph) for paragraph in writable(abstract).split("\n\n")]
    quoted = [f"  > {_block(text)}" for text in paragraphs if text]
    return "\n" + "\n  >\n".join(quoted) + "\n\n" if quoted else ""


def _block(text: str) -> str:
    """Return a paragraph that begins no list, heading or quotation."""
    return _BLOCK.sub(r"\1\\\2", text)


def _text(text: str) -> str:
    """Return a text on one line that Markdown takes for nothing but text and maths."""
    pieces = split_maths(fold_blanks(writable(text)))
    return "".join(_piece(piece, is_maths=is_maths) for is_maths, piece in pieces)


def _piece(piece: str, *, is_maths: bool) -> str:
    if is_maths and not _UNSAFE_MATHS.search(piece):
        return piece.replace("<", r"\lt ")
    return _INLINE.sub(_as_text, piece)


def _as_text(found: re.Match[str]) -> str:
    sign = found.group()
    if sign == "&" and found.string.startswith(" ", found.end()):
        return sign  # no entity: left readable
    return f"\\{sign}"


def _behind_backslash(found: re.Match[str]) -> str:
    return f"\\{found.group()}"

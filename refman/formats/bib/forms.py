r"""How a field's value is read: the forms that the rows of the crosswalk's ``read_bib`` name.

A form makes of a target, the entry's field, a step, which reads one value into a draft.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from refman.formats.addresses import is_web
from refman.formats.bib.blocks import Field
from refman.formats.bib.draft import Draft, Given, Step
from refman.formats.bib.files import file_parts, link_kind
from refman.formats.bib.languages import language_of
from refman.formats.bib.latex import line_of, prose_of, verbatim_of
from refman.formats.bib.names import read_names
from refman.formats.crosswalk import rows
from refman.formats.foreign.gathered import IDENTIFIERS
from refman.formats.foreign.whole_dates import whole_date
from refman.links import canonical_url
from refman.links.canonical import split_url
from refman.links.rules import rule_for
from refman.model import Doi, Link, LinkKind, Pmid, Span
from refman.normalise import parse_doi

__all__ = ["FORMS", "keep"]

_RANGE = re.compile(r"(?<=\w)\s?[-–—−]+\s?(?=\w)")
_LONGEST_ADDRESS = 2_000
_SIMPLE_RANGE = re.compile(r"(\w+)--?(\w+)", re.ASCII)
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|\.)(?:\s+ed(?:ition|n)?\.?)?", re.IGNORECASE)
_PMID = re.compile(r"PMID:?\s*([1-9]\d{0,8})", re.IGNORECASE | re.ASCII)
_PLAIN_ADDRESS = re.compile(r"https?://[^\s{}\\$]+")
_PLAIN_DOI = re.compile(r"10\.\d{4,9}/(?:[\w./-]*\w)", re.ASCII)
_DOI_NAME = re.compile(r"10\.\d{4,9}/", re.ASCII)
_BEFORE_DOI = re.compile(
    r"(?:doi\s?[:=]?\s?)?(?:(?:https?://)?[\w.-]{1,60}/(?:doi/(?:[a-z]{3,8}/)?)?)?", re.IGNORECASE
)
_BRACE_OR_PARTING = re.compile(r"[{},;]")
_ADDRESS = re.compile(r"(?:ftp://|www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/)\S*", re.IGNORECASE)


def keep(draft: Draft, field: Field, value: str) -> None:
    """Keep a value that has no place."""
    draft.keep(field, value)


def _line(target: str) -> Step:
    def step(draft: Draft, field: Field, value: str) -> None:
        if text := line_of(value):
            draft.put(target, text, field, value)

    return step


def _prose(target: str) -> Step:
    def step(draft: Draft, field: Field, value: str) -> None:
        if text := prose_of(value):
            draft.put(target, text, field, value)

    return step


def _names(target: str) -> Step:
    def step(draft: Draft, field: Field, value: str) -> None:
        names, problems = read_names(value)
        for why in problems:
            draft.report(field, why)
        if names:
            draft.put(target, names, field, value)

    return step


def _notes(_: str) -> Step:
    def step(draft: Draft, _: Field, value: str) -> None:
        text = prose_of(value)
        if text and text not in draft.notes and not draft.is_inheriting:
            draft.notes.append(text)

    return step


def _note(target: str) -> Step:
    """Read a remark; one that is but a PubMed number, as Zotero writes it, is that."""

    def step(draft: Draft, field: Field, value: str) -> None:
        text = line_of(value)
        if found := _PMID.fullmatch(text):
            draft.identify("pmid", Pmid(found[1]), field, value)
        elif text:
            draft.put(target, text, field, value)

    return step


def _pages(target: str) -> Step:
    """Read pages; whatever dash a range has, it is a hyphen."""

    def step(draft: Draft, field: Field, value: str) -> None:
        simple = _SIMPLE_RANGE.fullmatch(value)
        text = f"{simple[1]}-{simple[2]}" if simple else _RANGE.sub("-", line_of(value))
        if text:
            draft.put(target, text, field, value)

    return step


def _edition(target: str) -> Step:
    """Read "2nd" as "2"."""

    def step(draft: Draft, field: Field, value: str) -> None:
        text = line_of(value)
        if found := _ORDINAL.fullmatch(text):
            text = found[1]
        if text:
            draft.put(target, text, field, value)

    return step


def _date(target: str) -> Step:
    def step(draft: Draft, field: Field, value: str) -> None:
        date, is_all = whole_date(verbatim_of(value))
        if date is not None:
            draft.put(target, date, field, value)
        if not is_all:
            draft.keep(field, value)

    return step


def _genre(target: str) -> Step:
    """Read the type of a report or thesis; BibLaTeX has short names for the usual ones."""
    named = rows("read_bib_genres")

    def step(draft: Draft, field: Field, value: str) -> None:
        text = line_of(value)
        if text:
            draft.put(target, named[text]["genre"] if text in named else text, field, value)

    return step


def _identifier(kind: str) -> Step:
    read = _doi if kind == "doi" else IDENTIFIERS[kind]

    def step(draft: Draft, field: Field, value: str) -> None:
        if (text := verbatim_of(value)) and not draft.is_inheriting:
            found, is_all = read(text)
            if found is not None:
                draft.identify(kind, found, field, value)
            if found is None or not is_all:
                draft.keep(field, value)

    return step


def _doi(text: str) -> tuple[Doi | None, bool]:
    """Return a DOI, perhaps behind an address of any resolver, and whether that is all."""
    if _PLAIN_DOI.fullmatch(text):
        return Doi(text), True
    name = _DOI_NAME.search(text)
    found = parse_doi(text[name.start() :]) if name else None
    if found is None:
        return None, True
    return found, _BEFORE_DOI.fullmatch(text.removesuffix(found)) is not None


def _url(target: str) -> Step:
    """Read the address of an entry's page; further ones are links, what is none is kept."""

    def step(draft: Draft, field: Field, value: str) -> None:
        if _PLAIN_ADDRESS.fullmatch(value):
            draft.put(target, value, field, value)
            return
        first, *others = _addresses(value)
        if is_web(first) or _ADDRESS.fullmatch(first):
            draft.put(target, first, field, value)
        elif first:
            draft.keep(field, value)
        if not draft.is_inheriting:
            draft.links += _links_at(draft, field, others, None)

    return step


def _howpublished(target: str) -> Step:
    r"""Read what is mostly ``\url{…}`` and may be a text."""
    as_line = _line(target)

    def step(draft: Draft, field: Field, value: str) -> None:
        url = verbatim_of(value)
        if not is_web(url):
            as_line(draft, field, value)
        elif draft.values.setdefault("url", url) != url and not draft.is_inheriting:
            draft.links += _links_at(draft, field, [url], None)

    return step


def _addresses(value: str) -> list[str]:
    """Return the addresses of a value; one that a line's end cuts is put together again."""
    text = verbatim_of(value)
    parts = text.split()
    if len(parts) < 2 or all(map(is_web, parts)):  # noqa: PLR2004 - more than one
        return parts or [""]
    return ["".join(parts) if "\n" in value else "%20".join(parts)]


def _links(kind: str) -> Step:
    """Read the addresses of a kind of link; a value that is something else is kept."""
    kind_ = LinkKind(kind)

    def step(draft: Draft, field: Field, value: str) -> None:
        urls = verbatim_of(value).split()
        if draft.is_inheriting:
            return
        if all(map(is_web, urls)):
            draft.links += _links_at(draft, field, urls, kind_)
        else:
            draft.keep(field, value)

    return step


def _links_at(
    draft: Draft, field: Field, urls: Iterable[str], kind: LinkKind | None
) -> Iterator[Link]:
    """Yield links with their places in the field, looked for one behind another."""
    start, end = field.value_start, field.value_end
    for url in urls:
        place = draft.text.find(url, start, end)
        # Where one is escaped, the others are too: looking for each would cost the whole field.
        start = end if place < 0 else place + len(url)
        yield _link(draft, field, url, kind, place)


def _link(draft: Draft, field: Field, url: str, kind: LinkKind | None, place: int = -1) -> Link:
    """Return a link; where it does not stand as it is, its place is the whole of a short value."""
    start, end = field.value_start, field.value_end
    if place >= 0:
        start, end = place, place + len(url)
    span = Span(start, end if end - start <= _LONGEST_ADDRESS else start)
    canonical = canonical_url(url)
    kind = kind or rule_for(*split_url(canonical)).kind
    return Link(
        url=canonical,
        raw_url=draft.text[span.start : span.end],
        span=span,
        kind=kind,
        roles=(kind,),
    )


def _file(_: str) -> Step:
    """Read files; those that are links by their title, as our own writer names them, are links."""

    def step(draft: Draft, field: Field, value: str) -> None:
        known = {link.url for link in draft.links}
        for file in file_parts(value):
            kind = link_kind(file)
            if kind is None:
                draft.attachments.append(file)
                continue
            link = _link(draft, field, file.path, kind)  # whose colon is escaped in the file
            if link.url not in known:
                known.add(link.url)
                draft.links.append(link)

    return step


def _keywords(_: str) -> Step:
    """Read keywords, parted by semicolons if there are any outside of braces, else by commas."""

    def step(draft: Draft, _: Field, value: str) -> None:
        for keyword in _parted(value):
            if text := line_of(keyword.strip()):
                draft.keywords[text] = None

    return step


def _parted(value: str) -> list[str]:
    if "{" not in value:
        return value.split(";" if ";" in value else ",")
    depth = 0
    places: dict[str, list[int]] = {",": [], ";": []}
    for found in _BRACE_OR_PARTING.finditer(value):
        sign = found.group()
        if sign in places:
            if depth == 0:
                places[sign].append(found.start())
        else:
            depth += 1 if sign == "{" else -1
    cuts = [-1, *(places[";"] or places[","]), len(value)]
    return [value[cut + 1 : cuts[number + 1]] for number, cut in enumerate(cuts[:-1])]


def _language(target: str) -> Step:
    def step(draft: Draft, field: Field, value: str) -> None:
        if text := language_of(line_of(value)):
            draft.put(target, text, field, value)

    return step


def _part(name: str) -> Step:
    """Leave a value to be read with others."""

    def step(draft: Draft, field: Field, value: str) -> None:
        draft.part(name, field, value)

    return step


def _late(inner: Step) -> Step:
    """Leave a value until all else of the entry has been read."""

    def step(draft: Draft, field: Field, value: str) -> None:
        draft.late.append((inner, Given(field, value), draft.is_inheriting))

    return step


def _place(_: str) -> Step:
    """Read ``location``, which BibTeX's styles have for an event's place, BibLaTeX for a book's."""
    of_event, of_publisher = _line("event_place"), _line("publisher_place")

    def step(draft: Draft, field: Field, value: str) -> None:
        values = draft.values
        is_event = "publisher_place" in values or "event_title" in values or "event_date" in values
        if is_event and "event_place" not in values:
            of_event(draft, field, value)
        else:
            of_publisher(draft, field, value)

    return step


def _subtitle(target: str) -> Step:
    """Join a subtitle to its title: "Title: Subtitle"; the joined form is the entry's own."""

    def step(draft: Draft, field: Field, value: str) -> None:
        title, subtitle = draft.values.get(target), line_of(value)
        if not subtitle:
            return
        if not title:
            draft.put(target, subtitle, field, value)
        else:
            joint = " " if title[-1] in ":?!.–—" else ": "
            draft.values[target] = f"{title}{joint}{subtitle}"

    return step


FORMS: Mapping[str, Callable[[str], Step]] = {
    "date": _date,
    "edition": _edition,
    "file": _file,
    "genre": _genre,
    "identifier": _identifier,
    "keep": lambda _: keep,
    "keywords": _keywords,
    "language": _language,
    "late": lambda target: _late(_line(target)),
    "line": _line,
    "links": _links,
    "names": _names,
    "note": _note,
    "notes": _notes,
    "pages": _pages,
    "part": _part,
    "place": lambda target: _late(_place(target)),
    "prose": _prose,
    "published": lambda target: _late(_howpublished(target)),
    "subtitle": lambda target: _late(_subtitle(target)),
    "url": _url,
}
"""The forms that a row of the crosswalk may name: what makes a step of the row's target."""

"""What comes back of an entry when a file of it is read: its normal form, less what is lost.

Each format's own tests say what it loses; here stands what reading does to every value.
"""

import re
from datetime import UTC, datetime

import msgspec
from hypothesis import strategies as st

from refman.formats.addresses import address, is_web
from refman.formats.crosswalk import rows, type_name
from refman.formats.fields import values_for_zotero
from refman.formats.foreign.gathered import clean_line, clean_lines
from refman.formats.foreign.people import inverted_name, name_of
from refman.formats.plain import one_line, plain, verbatim_line, writable
from refman.formats.preprints import completed
from refman.formats.zotero_fields import field_of
from refman.links import canonical_url
from refman.model import (
    Attachment,
    Citekey,
    Date,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    LeftOver,
    Link,
    LinkKind,
    LinkState,
    Name,
    Repository,
    Span,
    Status,
)
from refman.normalise import clean_text, normalise_title
from tests.formats.entries import FULL, HOSTILE_TEXTS, NAMES
from tests.formats.loaders.loaded import pieces
from tests.formats.shown import PUBLISHED

PEOPLE = ("author", "editor", "translator", "collection_editor", "contributor")
LINES = tuple(
    field
    for field in Entry.__struct_fields__
    if field not in {
        *PEOPLE, "type", "citekey", "title", "issued", "original_date", "accessed", "event_date",
        "abstract", "url", "note", "identifiers", "links", "keywords", "notes", "attachments",
        "collections", "status", "provenance", "extra",
    }
)  # fmt: skip
"""Fields of one line of text."""


def loaded(loader, text: str) -> list[Entry]:
    """The entries of a file that has nothing but records, links without their places."""
    found = pieces(loader, text)
    assert not [piece for piece in found if isinstance(piece, LeftOver) or piece.problems]
    return [without_places(piece.entry) for piece in found]


def without_places(entry: Entry) -> Entry:
    """The entry, links without their place in the file, collections in order."""
    links = tuple(
        msgspec.structs.replace(link, raw_url="", span=Span(0, 0)) for link in entry.links
    )
    collections = tuple(sorted(entry.collections))
    return msgspec.structs.replace(entry, links=links, collections=collections)


def differing(entry: Entry, other: Entry) -> dict[str, tuple[object, object]]:
    """Fields in which two entries differ, with both values."""
    return {
        field: (getattr(entry, field), getattr(other, field))
        for field in Entry.__struct_fields__
        if getattr(entry, field) != getattr(other, field)
    }


def as_read(entry: Entry) -> Entry:
    """The entry in its normal form, without what no format holds."""
    entry = completed(entry)
    return msgspec.structs.replace(
        entry,
        **{field: _line(getattr(entry, field)) for field in LINES},
        **{role: tuple(filter(None, map(_name, getattr(entry, role)))) for role in PEOPLE},
        citekey=Citekey(verbatim_line(entry.citekey or "")) or None,
        title=normalise_title(one_line(entry.title or "")) or None,
        abstract=clean_text(plain(entry.abstract or "")) or None,
        url=address(entry.url or "") or None,
        note=_note(entry.note or ""),
        notes=tuple(text for note in entry.notes if (text := clean_text(plain(note)))),
        identifiers=_identifiers(entry.identifiers),
        links=tuple(map(_link, entry.links)),
        keywords=tuple(
            dict.fromkeys(
                Keyword(text, word.automatic)
                for word in entry.keywords
                if (text := clean_line(one_line(word.text)))
            )
        ),
        extra={
            writable(name): writable(value)
            for name, value in entry.extra.items()
            if writable(value).strip()
        },
        status=Status.NEEDS_REVIEW,
        provenance={},
    )


def _note(text: str) -> str | None:
    return _lines(plain(text))


def _lines(text: str) -> str | None:
    """Plain lines; a hyphen before a label only says that it is none."""
    lines = clean_lines(text).split("\n")
    return "\n".join(re.sub(r"^- (?=[^\W\d_][^:：]*[:：])", "", line) for line in lines) or None


def _line(value: str | None) -> str | None:
    return clean_line(one_line(value or "")) or None


def _name(name: Name) -> Name | None:
    if name.literal is not None:
        literal = clean_line(one_line(name.literal))
        return Name(literal=literal) if literal else None
    parts = {part: one_line(value or "") for part, value in msgspec.structs.asdict(name).items()}
    return name_of(
        parts["family"],
        parts["given"],
        suffix=parts["suffix"],
        particle=parts["non_dropping_particle"],
        dropping=parts["dropping_particle"],
    )


def _identifiers(identifiers: Identifiers) -> Identifiers:
    arxiv = identifiers.arxiv
    if arxiv is None:
        return identifiers
    return msgspec.structs.replace(identifiers, arxiv=msgspec.structs.replace(arxiv, version=None))


def _link(link: Link) -> Link:
    url = address(link.url)
    return Link(
        url=canonical_url(url) if is_web(url) else url,
        raw_url="",
        span=Span(0, 0),
        kind=link.kind,
        roles=tuple(dict.fromkeys((link.kind, *link.roles))),
        promised=link.promised,
        evidence=_line(link.evidence),
        state=link.state,
        checked=link.checked,
        why=link.why,
        leads_to=link.leads_to,
        repository=link.repository,
    )


def _as_remarked(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Links as words beside them tell: state, day, and whether a repository is archived."""
    return tuple(
        msgspec.structs.replace(
            link,
            checked=link.checked and link.checked.replace(hour=0, minute=0, second=0),
            why=None,
            leads_to=None,
            repository=Repository(archived=True)
            if link.repository and link.repository.archived
            else None,
        )
        for link in links
    )


def in_csl(entry: Entry) -> Entry:
    """What CSL for pandoc gives back: its notes in one, keywords of one kind."""
    entry = as_read(entry)
    return msgspec.structs.replace(
        entry,
        notes=("\n\n".join(entry.notes),) if entry.notes else (),
        keywords=_of_one_kind(entry.keywords),
        attachments=(),
        collections=(),
    )


def in_csl_for_zotero(entry: Entry) -> Entry:
    """What CSL for Zotero gives back: notes as lines of Extra, names in two parts, fewer types."""
    # Each by itself: a dollar sign in one note and one in the next make no formula.
    note = _lines("\n".join(plain(text or "") for text in (entry.note, *entry.notes)))
    line = ", ".join(one_line(word.text) for word in entry.keywords)
    entry = as_read(entry)
    words = line.split(";" if ";" in line else ",")
    kind = rows("types")[entry.type.value].get("csl_zotero", entry.type.value)
    return msgspec.structs.replace(
        entry,
        type=ItemType(kind),
        note=note,
        notes=(),
        keywords=tuple(
            dict.fromkeys(Keyword(text) for word in words if (text := clean_line(word)))
        ),
        links=_as_remarked(_without_evidence(entry.links)),
        attachments=(),
        collections=(),
        extra={},
    )


def in_zotero_rdf(entry: Entry) -> Entry:
    """What Zotero RDF gives back: people by the roles that the item's type has, fewer types."""
    entry = as_read(entry)
    kind = type_name(entry.type, "zotero")
    people: dict[str, tuple[Name, ...]] = {}
    for role in PEOPLE:
        row = rows("zotero_creators")[role]
        read = rows("read_rdf_people")[row.get(kind, row["element"])]["field"]
        people[read] = people.get(read, ()) + tuple(map(_in_one_field, getattr(entry, role)))
    lines = {
        name: value.replace("{:", "{ :")  # in a line of Extra it would begin a field of citeproc
        for name, value in values_for_zotero(entry)
        if field_of(name, kind) is None and isinstance(getattr(entry, name, None), str)
    }
    return msgspec.structs.replace(
        entry,
        **lines,
        type=ItemType(rows("read_zotero_types")[kind]["type"]),
        links=_as_remarked(entry.links),
        extra={},
        collections=tuple(sorted(entry.collections)),
        **{role: people.get(role, ()) for role in PEOPLE},
    )


def in_endnote(entry: Entry) -> Entry:
    """What EndNote's XML gives back: notes in one, files without titles, keywords of one kind."""
    entry = as_read(entry)
    title, event = entry.container_title, entry.event_title
    if entry.type is ItemType.PAPER_CONFERENCE and title in (None, event):
        title, event = event, None  # the one name is taken for that of the proceedings
    return msgspec.structs.replace(
        entry,
        container_title=title,
        event_title=event,
        **{role: tuple(map(_in_one_line, getattr(entry, role))) for role in PEOPLE},
        notes=("\n\n".join(entry.notes),) if entry.notes else (),
        keywords=_of_one_kind(entry.keywords),
        links=_as_remarked(_without_evidence(entry.links)),
        attachments=tuple(map(_untitled, entry.attachments)),
        collections=(),
        extra={},
    )


def _of_one_kind(words: tuple[Keyword, ...]) -> tuple[Keyword, ...]:
    return tuple(dict.fromkeys(Keyword(word.text) for word in words))


def _without_evidence(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(msgspec.structs.replace(link, evidence=None) for link in links)


def _in_one_field(name: Name) -> Name:
    """A name without given one has one field in Zotero, which may be a body's."""
    if name.given or name.dropping_particle:
        return name
    parts = (name.non_dropping_particle, name.family, name.suffix)
    return Name(literal=name.literal or " ".join(filter(None, parts)))


def _in_one_line(name: Name) -> Name:
    """A comma in a family name parts it."""
    if "," not in (name.family or ""):
        return _in_one_field(name)
    return inverted_name(f"{name.family}, {name.given}") or name


def _untitled(attachment: Attachment) -> Attachment:
    name = re.split(r"[/\\]", attachment.path)[-1]
    kinds = {"pdf": "application/pdf", "html": "text/html"}
    return Attachment(name, attachment.path, kinds.get(name.rpartition(".")[2]))


_TEXTS = (
    st.text("aBé水1:;,.-–()<>&\"'{}$%\\~^_ \n=/|", min_size=1, max_size=24)
    | st.sampled_from(
        [*HOSTILE_TEXTS.values(), "Code: x", "- Aim: x", "arXiv:2401.00001", "a || b"]
    )
).map(lambda text: re.sub(r"\{:+", "{", text))  # which is parted on purpose
_YEARS = st.integers(1, 2100)
_POINTS = (
    st.builds(Date, _YEARS)
    | st.builds(Date, _YEARS, st.integers(1, 12))
    | st.builds(Date, _YEARS, st.integers(1, 12), st.integers(1, 28))
    | st.builds(Date, _YEARS, season=st.integers(1, 4))
)
_LINKS = st.builds(
    lambda path, kind, roles, promised, evidence, found: Link(
        url=f"https://lamps.example/{path}",
        raw_url="",
        span=Span(0, 0),
        kind=kind,
        roles=(kind, *roles),
        promised=promised,
        evidence=evidence,
        **found,
    ),
    st.text("abc/?&=%20~", max_size=8),
    st.sampled_from(LinkKind),
    st.lists(st.sampled_from(LinkKind), max_size=2),
    st.booleans(),
    st.none() | _TEXTS,
    st.fixed_dictionaries(
        {},
        optional={
            "state": st.sampled_from(LinkState),
            "checked": st.just(datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)),
            "why": st.just("is not there (404)"),
            "leads_to": st.just("https://new.example/?a=(b);c"),
            "repository": st.builds(
                Repository,
                license=st.none() | st.just("MIT"),
                stars=st.none() | st.integers(0, 9999),
                archived=st.none() | st.booleans(),
            ),
        },
    ),
)


def dates() -> st.SearchStrategy[Date]:
    """Dates of every form but two that no file tells: an end that is a guess, a guess with a season
    in a stretch of time."""
    stretches = st.builds(
        lambda start, end, is_open: msgspec.structs.replace(
            start, end=None if is_open else end, is_open=is_open
        ),
        _POINTS.filter(lambda point: point.season is None),
        _POINTS.filter(lambda point: point.season is None),
        st.booleans(),
    )
    guesses = _POINTS.map(lambda point: msgspec.structs.replace(point, circa=True))
    return _POINTS | stretches | guesses


def entries() -> st.SearchStrategy[Entry]:
    """Entries of any type with any fields, whose identifiers are such."""
    names = st.lists(st.sampled_from(SOUND_NAMES), max_size=3).map(tuple)
    texts = st.none() | _TEXTS
    return st.builds(
        Entry,
        type=st.sampled_from(ItemType),
        citekey=st.none() | st.from_regex(r"[a-z][A-Za-z0-9:+_-]{0,12}", fullmatch=True),
        title=texts,
        abstract=texts,
        note=texts,
        notes=st.lists(_TEXTS, max_size=2).map(tuple),
        url=st.none() | st.text("abc?&=~", max_size=6).map("https://lamps.example/{}".format),
        keywords=st.lists(st.builds(Keyword, _TEXTS, st.booleans()), max_size=3).map(tuple),
        identifiers=st.sampled_from([Identifiers(), FULL.identifiers, PUBLISHED.identifiers]),
        links=st.lists(_LINKS, max_size=3).map(tuple),
        collections=st.lists(
            st.sampled_from(["Lamps", "Lamps/Old", "To read"]), unique=True, max_size=2
        ).map(tuple),
        extra=st.sampled_from([{}, {"x-colour": "warm {white}", "lamp": "a\n b"}]),
        **dict.fromkeys(LINES, texts),
        **dict.fromkeys(PEOPLE, names),
        **dict.fromkeys(("issued", "accessed", "event_date", "original_date"), st.none() | dates()),
    )


SOUND_NAMES = tuple(name for name in NAMES if "," not in (name.family or ""))
"""Names without a comma in the family's, which parts a name in files that have one field."""

"""What stands in the queue: shelves, collections, tags, saved searches, and facets.

Each item has a query; what is clicked writes it into the search box.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from refman.library import Collection, Facet, FacetValue
from refman.library.query_values import quoted
from refman.model import Status
from refman.moments import shown_moment
from refman_gui.core_texts import core_text
from refman_gui.counting import DUPLICATES, NOT_EXPORTED, TO_REVIEW, Overview
from refman_gui.field_labels import source_label, type_label
from refman_gui.keys import with_keys

__all__ = ["FACETS", "FEW", "MANY", "Item", "Kind", "facet_key", "items"]

FEW, MANY = 8, 200
"""So many values of a facet are shown, before and after more are asked for."""

FACETS = (
    Facet.TYPE, Facet.YEAR, Facet.HAS, Facet.LINK, Facet.VENUE, Facet.AUTHOR, Facet.TAG,
    Facet.SOURCE,
)  # fmt: skip
"""The facets, in their order."""

_OF_THE_CORE = frozenset({Facet.HAS, Facet.LINK})
"""Those whose values are words of the core, and not what stands in papers."""

_LONGEST = 500

translate = QCoreApplication.translate


class Kind(Enum):
    """Tell what an item is."""

    SHELF = "shelf"
    SECTION = "section"  # a heading
    COLLECTION = "collection"
    TAG = "tag"
    SEARCH = "saved search"
    FACET = "facet"  # a heading over its values
    VALUE = "value"
    MORE = "more"  # asks for more values of the facet that it stands in
    HINT = "hint"  # stands where there is nothing yet, and says what to do; its name: where


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Describe an item of the tree.

    Attributes:
        kind: what it is.
        key: tells it from all others; stays when only its count changes.
        text: what is shown.
        term: its query; None for one that has none.
        total: how many papers have it; None where that is not known.
        icon: in ``resources/icons``.
        name: the collection's path, the tag, the search's name, the facet's.
        tip: what there is to know of it besides.
        children: what stands in it.
    """

    kind: Kind
    key: str
    text: str
    term: str | None = None
    total: int | None = None
    icon: str = ""
    name: str = ""
    tip: str = ""
    children: tuple["Item", ...] = ()


def facet_key(facet: Facet) -> str:
    """Return the key of a facet's item."""
    return f"facet {facet.value}"


def items(
    overview: Overview | None,
    facets: Mapping[Facet, tuple[FacetValue, ...]],
    widened: Iterable[Facet] = (),
) -> tuple[Item, ...]:
    """Return the whole tree.

    Args:
        overview: what the library holds; None where that is not known yet.
        facets: of what is shown, as far as they were counted.
        widened: those of which many values are shown.
    """
    widened = frozenset(widened)
    return (
        *_shelves(overview),
        _section(
            "collections",
            translate("Queue", "Collections"),
            _collections(overview) or _hint(overview, "collections"),
        ),
        _section("tags", translate("Queue", "Tags"), _tags(overview) or _hint(overview, "tags")),
        _section(
            "searches",
            translate("Queue", "Saved searches"),
            _searches(overview) or _hint(overview, "searches"),
        ),
        _section("facets", translate("Queue", "What is shown"), _facets(facets, widened)),
    )


def _shelves(overview: Overview | None) -> tuple[Item, ...]:
    states = (
        (Status.NEEDS_REVIEW, translate("Queue", "Needs review"), TO_REVIEW, "circle-dot"),
        (Status.ACCEPTED, translate("Queue", "Accepted"), "status:accepted", "circle-check"),
        (Status.REJECTED, translate("Queue", "Rejected"), "status:rejected", "circle-x"),
    )
    counts = overview.by_status if overview is not None else None
    judged = [
        _shelf(text, term, icon, counts.get(status, 0) if counts is not None else None)
        for status, text, term, icon in states
    ]
    waiting, unwritten, total, binned = (
        (overview.waiting, overview.not_exported, overview.total, overview.binned)
        if overview
        else (None, None, None, None)
    )
    return (
        judged[0],
        _shelf(translate("Queue", "Wait for a choice"), "has:choice", "list-checks", waiting),
        judged[1],
        _shelf(translate("Queue", "Not exported yet"), NOT_EXPORTED, "file-output", unwritten),
        judged[2],
        _duplicates(overview),
        _shelf(translate("Queue", "All papers"), "", "inbox", total),
        _shelf(translate("Queue", "Bin"), "in:bin", "trash-2", binned),
    )


def _duplicates(overview: Overview | None) -> Item:
    shelf = _shelf(translate("Queue", "Duplicates"), DUPLICATES, "layers", None)
    if overview is None:
        return shelf
    if overview.searched_at is None:
        total = overview.duplicates or None  # some come to light as papers are added
        told = translate(
            "Queue", "Not looked for among all papers yet: {tools.duplicates} does it."
        )
        tip = with_keys(told)
    else:
        total = overview.duplicates
        told = translate(
            "Queue", "Looked for among all papers on {date}; {tools.duplicates} does it anew."
        )
        tip = with_keys(told, date=shown_moment(overview.searched_at))
    return msgspec.structs.replace(shelf, total=total, tip=tip)


def _shelf(text: str, term: str, icon: str, total: int | None) -> Item:
    key = f"shelf {term}"
    return Item(kind=Kind.SHELF, key=key, text=text, term=term, icon=icon, total=total)


def _section(key: str, text: str, children: tuple[Item, ...]) -> Item:
    return Item(kind=Kind.SECTION, key=key, text=text, children=children)


def _hint(overview: Overview | None, name: str) -> tuple[Item, ...]:
    """Return what stands in a section in which there is nothing."""
    if overview is None:  # it is not known yet
        return ()
    texts = {  # short: the queue is narrow
        "collections": (
            translate("Queue", "Make one…"),
            translate("Queue", "There is no collection yet: Enter here makes one."),
        ),
        "tags": (
            translate("Queue", "None: {edit.tag}"),
            translate("Queue", "No paper has a tag yet: {edit.tag} gives one to those chosen."),
        ),
        "searches": (
            translate("Queue", "Save one…"),
            translate("Queue", "No search is saved yet: {edit.save_search} keeps the one shown."),
        ),
    }
    text, tip = map(with_keys, texts[name])
    return (Item(kind=Kind.HINT, key=f"hint {name}", text=text, name=name, tip=tip),)


def _collections(overview: Overview | None) -> tuple[Item, ...]:
    """Return the collections nested; each stands behind the one that it lies in."""
    found = overview.collections if overview is not None else ()
    inside: dict[str, list[Collection]] = {}
    for one in found:
        inside.setdefault(one.path.rpartition("/")[0].casefold(), []).append(one)
    return _inside("", inside)


def _inside(path: str, inside: Mapping[str, list[Collection]]) -> tuple[Item, ...]:
    return tuple(
        Item(
            kind=Kind.COLLECTION,
            key=f"collection {one.path.casefold()}",
            text=_shown(one.name),
            term=f"collection:{quoted(one.path)}",
            total=one.count,
            icon="folder",
            name=one.path,
            children=_inside(one.path.casefold(), inside),
        )
        for one in inside.get(path, ())
    )


def _tags(overview: Overview | None) -> tuple[Item, ...]:
    found = overview.tags if overview is not None else ()
    return tuple(
        Item(
            kind=Kind.TAG,
            key=f"tag {value.term}",
            text=_shown(value.text),
            term=value.term,
            total=value.total,
            icon="tag",
            name=value.text,
        )
        for value in sorted(found, key=lambda value: (value.text.casefold(), value.text))
    )


def _searches(overview: Overview | None) -> tuple[Item, ...]:
    found = overview.searches if overview is not None else ()
    return tuple(
        Item(
            kind=Kind.SEARCH,
            key=f"search {one.name}",
            text=_shown(one.name),
            term=one.query,
            total=one.total,
            icon="bookmark",
            name=one.name,
        )
        for one in found
    )


def _facets(
    facets: Mapping[Facet, tuple[FacetValue, ...]], widened: frozenset[Facet]
) -> tuple[Item, ...]:
    texts = {
        Facet.TYPE: translate("Queue", "Type"),
        Facet.YEAR: translate("Queue", "Year"),
        Facet.HAS: translate("Queue", "Has"),
        Facet.LINK: translate("Queue", "Links"),
        Facet.VENUE: translate("Queue", "Venue"),
        Facet.AUTHOR: translate("Queue", "First author"),
        Facet.TAG: translate("Queue", "Tag"),
        Facet.SOURCE: translate("Queue", "Source"),
    }
    return tuple(
        Item(
            kind=Kind.FACET,
            key=facet_key(facet),
            text=texts[facet],
            name=facet.value,
            children=_values(facet, facets.get(facet, ()), is_wide=facet in widened),
        )
        for facet in FACETS
    )


def _values(facet: Facet, values: tuple[FacetValue, ...], *, is_wide: bool) -> tuple[Item, ...]:
    most = MANY if is_wide else FEW
    shown = list(values[:most])
    if facet is Facet.YEAR:
        shown.sort(key=_year, reverse=True)
    found = [
        Item(
            kind=Kind.VALUE,
            key=f"{facet_key(facet)} {value.term}",
            text=_shown(_named(facet, value.text)),
            term=value.term,
            total=value.total,
        )
        for value in shown
    ]
    if len(values) > most and not is_wide:
        key = f"{facet_key(facet)} more"
        found.append(
            Item(kind=Kind.MORE, key=key, text=translate("Queue", "More…"), name=facet.value)
        )
    return tuple(found)


def _named(facet: Facet, text: str) -> str:
    """Return what a value is called."""
    if facet is Facet.TYPE:
        return type_label(text)
    if facet is Facet.SOURCE:
        return source_label(text)
    return core_text(text) if facet in _OF_THE_CORE else text


def _year(value: FacetValue) -> int:
    try:
        return int(value.text)
    except ValueError:
        return 0


def _shown(text: str) -> str:
    """Return a foreign text on one line."""
    return " ".join(text[:_LONGEST].split())

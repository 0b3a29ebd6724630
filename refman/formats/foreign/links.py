"""Links that a record lists as such, by the names that it gives them."""

import functools
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape

import msgspec

from refman.formats.addresses import is_web
from refman.formats.crosswalk import rows
from refman.formats.foreign.places import Places
from refman.links import canonical_url
from refman.links.canonical import split_url
from refman.links.rules import phrases, rule_for
from refman.model import Link, LinkKind, LinkState, Repository

__all__ = ["Remarks", "kind_of_address", "kind_of_label", "listed_link", "read_remarks"]

_PROMISED = "promised"
_ARCHIVED = "archived"
_STATE = re.compile(r"(alive|moved|unreachable|dead|unchecked)(?: (\d{4}-\d\d-\d\d))?", re.ASCII)
_KINDS = {kind.value: kind for kind in LinkKind}
_DIVIDER = re.compile(r"\s*[,;]\s*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Remarks(msgspec.Struct, frozen=True):
    """Hold what stands beside a link: "code, video; promised; dead 2026-07-01; archived"."""

    roles: tuple[LinkKind, ...] = ()
    promised: bool = False
    state: LinkState = LinkState.UNCHECKED
    checked: datetime | None = None
    archived: bool = False


def read_remarks(text: str) -> Remarks | None:
    """Return what a text says of a link; None where it is something else."""
    roles: list[LinkKind] = []
    promised, archived, checked = False, False, None
    state = LinkState.UNCHECKED
    for word in filter(None, _DIVIDER.split(text.strip())):
        if word in _KINDS:
            roles.append(_KINDS[word])
        elif word == _PROMISED:
            promised = True
        elif word == _ARCHIVED:
            archived = True
        elif (found := _STATE.fullmatch(word)) is not None:
            try:
                day = datetime.fromisoformat(found[2]) if found[2] else None
            except ValueError:
                return None
            state = LinkState(found[1])
            checked = day and day.replace(tzinfo=UTC)
        else:
            return None
    return Remarks(tuple(roles), promised, state, checked, archived)


def kind_of_label(label: str) -> LinkKind | None:
    """Return what a label says that an address is: "Project Page", "code", "Slides" (None)."""
    return _labels().get(label.strip().casefold())


def kind_of_address(url: str) -> LinkKind | None:
    """Return what an address is by its host, where that is a host that the table names."""
    rule = rule_for(*split_url(canonical_url(url)))
    return None if "*" in rule.hosts else rule.kind


def listed_link(
    url: str,
    kind: LinkKind | None,
    places: Places,
    remarks: Remarks = Remarks(),  # noqa: B008 - frozen
    evidence: str | None = None,
) -> Link:
    """Return a link that a record lists.

    Args:
        url: as written; one without scheme is taken for an address of the web.
        kind: what its label says that it is; None for what its host tells.
        places: where it may stand in the file.
        remarks: what stands beside it.
        evidence: the sentence that names it, if the record keeps one.
    """
    span = places.of(
        url, escape(url, quote=False), url.replace("/", "\\/"), url.replace("\\", "\\\\")
    )
    canonical = canonical_url(url) if is_web(url) or not _SCHEME.match(url) else url
    if kind is None:
        kind = rule_for(*split_url(canonical)).kind
    return Link(
        url=canonical,
        raw_url=places.raw(span),
        span=span,
        kind=kind,
        roles=tuple(dict.fromkeys((kind, *remarks.roles))),
        promised=remarks.promised,
        evidence=evidence or None,
        state=remarks.state,
        checked=remarks.checked,
        repository=Repository(archived=True) if remarks.archived else None,
    )


@functools.cache
def _labels() -> Mapping[str, LinkKind]:
    """Return the labels that refman writes, and all words for what is at an address."""
    labels = dict(phrases(labels=True))
    for kind, row in rows("links").items():
        for column in ("label", "extra", "field"):
            labels[row[column].casefold()] = LinkKind(kind)
    return labels

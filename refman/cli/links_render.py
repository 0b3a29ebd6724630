"""What ``refman links`` prints: links with their state, for a terminal or as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from refman.cli.links_checked import CheckedLinks
from refman.cli.lookup_render import wrapped
from refman.cli.render import counted, one_line
from refman.model import Entry, Link, LinkState, Repository

__all__ = ["links_json", "links_sum_lines", "paper_lines"]

_INDENT = " " * 5
_DEEPER = " " * 7


def paper_lines(place: int, entry: Entry, page: Link | None) -> Iterator[str]:
    """Yield a paper's title and its links; nothing for one that has none."""
    links = [*entry.links, *([page] if page is not None else [])]
    if not links:
        return
    yield from wrapped(entry.title or entry.citekey or "[no title]", f"{place:>4} ", _INDENT)
    for link in links:
        roles = "+".join(role.value for role in link.roles) or link.kind.value
        promise = " (promised)" if link.promised else ""
        yield f"{_INDENT}{roles}{promise}: {one_line(link.url)}"
        if link.leads_to is not None:
            yield f"{_DEEPER}leads to {one_line(link.leads_to)}"
        said = [_state(link), *(_said(link.repository) if link.repository is not None else ())]
        yield from wrapped("; ".join(said), _DEEPER, f"{_DEEPER}  ")


def _state(link: Link) -> str:
    when = f" {link.checked:%Y-%m-%d}" if link.checked is not None else ""
    why = f": {link.why}" if link.why else ""
    return f"{link.state.value}{when}{why}"


def _said(repository: Repository) -> Iterator[str]:
    """Yield what a host says, the most telling first."""
    for name in ("archived", "disabled", "gated"):
        if getattr(repository, name):
            yield name
    if repository.license is not None:
        yield one_line(repository.license)
    if repository.stars is not None:
        yield counted(repository.stars, "star")
    if repository.pushed is not None:
        yield f"last changed {repository.pushed:%Y-%m-%d}"


def links_sum_lines(name: str, checked: CheckedLinks) -> Iterator[str]:
    """Yield how many links there are of each state, and who could not be asked."""
    for label, why in checked.aside:
        yield from wrapped(f"{label} was left out: it {why}", "", "   ")
    links = checked.links
    numbers = Counter(link.state for link in links)
    said = [f"{numbers[state]:,} {state.value}" for state in LinkState if numbers[state]]
    archived = sum(bool(link.repository and link.repository.archived) for link in links)
    said += [f"{archived:,} archived"] if archived else []
    if checked.unanswered:
        said.append(f"{counted(checked.unanswered, 'address', 'addresses')} not asked")
    papers = counted(len(checked.entries), "paper")
    head = f"{one_line(name)}: {papers}, {counted(len(links), 'link')}"
    yield from wrapped(f"{head}: {', '.join(said)}" if said else head, "", _INDENT)


def links_json(names: Sequence[str], checked: CheckedLinks) -> bytes:
    """Return one JSON object; places count from 1."""
    numbers = Counter(link.state for link in checked.links)
    said: dict[str, Any] = {
        "sources": [
            name.encode(errors="surrogateescape").decode(errors="replace") for name in names
        ],
        "states": {state.value: numbers[state] for state in LinkState},
        "unanswered": checked.unanswered,
        "aside": [{"source": source, "why": why} for source, why in checked.aside],
        "papers": [
            {
                "place": place,
                "key": entry.citekey,
                "title": entry.title,
                "links": list(map(_link_object, entry.links)),
                "page": _link_object(page) if page is not None else None,
            }
            for place, (entry, page) in enumerate(
                zip(checked.entries, checked.pages, strict=True), 1
            )
        ],
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _link_object(link: Link) -> dict[str, Any]:
    repository = link.repository
    return {
        "url": link.url,
        "raw_url": link.raw_url,
        "kind": link.kind,
        "roles": link.roles,
        "promised": link.promised,
        "state": link.state,
        "checked": link.checked,
        "why": link.why,
        "leads_to": link.leads_to,
        "repository": msgspec.structs.asdict(repository) if repository is not None else None,
    }

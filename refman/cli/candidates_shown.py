"""The work of ``refman candidates``: what look-ups found, with numbers to choose by."""

from collections.abc import Iterator, Mapping

import msgspec
import typer

from refman.cli.candidates_fields import field_lines, field_objects
from refman.cli.lookup_render import match_lines, match_object, offer_object, published_lines
from refman.cli.opened import chosen, now, opened
from refman.cli.output import write_json
from refman.cli.render import one_line, wrapped
from refman.cli.status import Status
from refman.library import Library, Standing
from refman.lookup import PublishedValue
from refman.model import Holding, Outcome, Proposal
from refman.tidying import Chosen, FieldRow, Pick, chosen_of, compared
from refman.tidying.picking import Picked

__all__ = ["show_candidates"]

_INDENT = " " * 5
_LABELS: Mapping[str, str] = {}
"""Sources are called as in settings: to know what else they are called, all had to be loaded."""


class _Shown(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an entry with what was found for it, and if asked for, with what each would change."""

    holding: Holding
    proposal: Proposal
    standing: Standing
    chosen: Chosen | None
    published: tuple[PublishedValue, ...]
    fields: list[tuple[FieldRow, ...]] | None

    @property
    def key(self) -> str:
        """The entry's key, or its number."""
        return self.holding.entry.citekey or f"#{self.holding.id}"


def show_candidates(words: list[str], given: str | None, *, fields: bool, json: bool) -> int:
    """Print what was found for entries, and return the status."""
    with opened(given, reads=True) as library:
        ids = chosen(library, words) if words else library.waiting()
        found = False
        separator = b"[\n"
        for holding in library.holdings(ids):
            shown = _shown(library, holding, with_fields=fields)
            if shown is None:
                continue
            found = True
            if json:
                write_json(separator + msgspec.json.encode(_object(shown)))
                separator = b",\n"
            else:
                for line in _lines(shown):
                    typer.echo(line)
    if json:
        write_json(b"\n]\n" if found else b"[]\n")
    elif not found:
        typer.echo(f"refman: {_why_nothing(words, is_there=bool(ids))}", err=True)
    return Status.DONE if found else Status.NOTHING_FOUND


def _why_nothing(words: list[str], *, is_there: bool) -> str:
    if not words:
        return "nothing waits for your choice; 'refman lookup' looks papers up"
    said = one_line(" ".join(words))
    return f"{said} was not looked up yet" if is_there else f"nothing in the library is {said}"


def _shown(library: Library, holding: Holding, *, with_fields: bool) -> _Shown | None:
    """Return what was found for an entry; None where it was not looked up."""
    assert holding.id is not None  # it is from the library
    proposal = library.proposal(holding.id)
    if proposal is None:
        return None
    standing = library.standings([holding.id])[holding.id]
    picked = Picked(holding.entry, proposal, Pick.ACCEPTED, now=now())
    fields = [
        compared(holding.entry, proposal, place, now=now())
        for place in range(len(proposal.matches) if with_fields else 0)
    ]
    return _Shown(
        holding=holding,
        proposal=proposal,
        standing=standing,
        chosen=chosen_of(standing, library),
        published=picked.published if picked.matches else (),
        fields=fields if with_fields else None,
    )


def _lines(shown: _Shown) -> Iterator[str]:
    proposal = shown.proposal
    at = f"{proposal.at.astimezone():%Y-%m-%d}"
    yield from wrapped(f"{shown.key}: {shown.holding.entry.title or '[no title]'}", "", _INDENT)
    margin = f", margin {proposal.margin:.2f}" if proposal.matches else ""
    said = f"{proposal.outcome.value} on {at}{margin}: {proposal.why}"
    yield from wrapped(said, "  ", _INDENT)
    if proposal.failed:
        yield from wrapped(f"not asked: {', '.join(proposal.failed)}", "  ", _INDENT)
    for number, match in enumerate(proposal.matches, 1):
        yield from match_lines(number, match, _LABELS)
        if shown.fields is not None:
            yield from field_lines(shown.fields[number - 1])
    yield from published_lines(shown.published, _LABELS)
    if shown.chosen is not None:
        said = f"you chose {_said(shown.chosen)} on {shown.chosen.at.astimezone():%Y-%m-%d}"
        yield from wrapped(said, "  ", _INDENT)
    elif shown.standing.is_open:
        for said in _ways(shown):
            yield from wrapped(f"'refman choose {shown.key} {said}", "  ", _INDENT)
    yield ""


def _ways(shown: _Shown) -> Iterator[str]:
    if shown.proposal.outcome is Outcome.REVIEW:
        yield "N' takes one; 'none' for N says that it is none of them"
    if shown.published:
        yield "publication' takes it; 'preprint' leaves it so"


def _said(chosen: Chosen) -> str:
    if chosen.name is not None:
        return chosen.name
    return "the preprint" if chosen.declined else "none of them"


def _object(shown: _Shown) -> dict[str, object]:
    holding, proposal = shown.holding, shown.proposal
    return {
        "id": holding.id,
        "citekey": holding.entry.citekey,
        "title": holding.entry.title,
        "at": proposal.at,
        "outcome": proposal.outcome,
        "why": proposal.why,
        "margin": proposal.margin,
        "failed": proposal.failed,
        "is_open": shown.standing.is_open,
        "chosen": shown.chosen,
        "candidates": [
            {"number": number, **match_object(match), **_fields(shown, number - 1)}
            for number, match in enumerate(proposal.matches, 1)
        ],
        "proposals": [offer_object(value) for value in shown.published],
    }


def _fields(shown: _Shown, place: int) -> dict[str, object]:
    return {} if shown.fields is None else {"fields": field_objects(shown.fields[place])}

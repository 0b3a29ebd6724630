"""Whether an answer is one, and what to do where it is none."""

import re
from datetime import datetime
from enum import Enum
from typing import Self

import msgspec

from refman.web.answer import Expects, Request
from refman.web.client import FaultError, Kind, Raw
from refman.web.retry import is_refusal, is_worth_repeating, wanted_wait

__all__ = ["Blame", "Problem", "problem_of"]

_SUCCESS = 2
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_JSON_STARTS = b'{["-0123456789tfn'
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!doctype\s+html|<html)\b",
    re.IGNORECASE,
)


class Blame(Enum):
    """Say what a problem tells of the source."""

    NOTHING = "nothing"  # it is this question's
    PERHAPS = "perhaps"  # it is the question's or the source's: several in a row are the source's
    SOURCE = "source"  # asking it other questions is no use either


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Say what is wrong with an answer, or that there is none.

    Attributes:
        why: a clause for people, of which the source is the subject.
        kind: as of a fault.
        blame: what it tells of the source.
        may_pass: whether asking again may help.
        is_refusal: whether the service asks to be left alone.
        wait_s: for how long, if it says so, in seconds.
        status: of the answer, None where there is none.
    """

    why: str
    kind: Kind
    blame: Blame
    may_pass: bool = False
    is_refusal: bool = False
    wait_s: float | None = None
    status: int | None = None

    @classmethod
    def of_fault(cls, fault: FaultError) -> Self:
        """Return the problem that there is no answer."""
        is_silent = fault.kind is Kind.SILENT
        blames = is_silent or fault.kind is Kind.CERTIFICATE
        return cls(
            why=fault.why,
            kind=fault.kind,
            blame=Blame.SOURCE if blames else Blame.NOTHING,
            may_pass=is_silent,
        )


def problem_of(request: Request, raw: Raw, now: datetime) -> Problem | None:
    """Return what is wrong with an answer; None where it can be handed over."""
    if is_refusal(raw.status, raw.headers):
        wait_s = wanted_wait(raw.headers, now)
        return Problem(
            why=f"is asked too much ({raw.status})" + _for(wait_s),
            kind=Kind.UNUSABLE,
            blame=Blame.SOURCE,
            may_pass=True,
            is_refusal=True,
            wait_s=wait_s,
            status=raw.status,
        )
    if is_worth_repeating(raw.status):
        return Problem(
            why=f"has a fault of its own ({raw.status})",
            kind=Kind.UNUSABLE,
            blame=Blame.PERHAPS,
            may_pass=True,
            status=raw.status,
        )
    if request.head or request.expects is Expects.ANYTHING or raw.status // 100 != _SUCCESS:
        return None
    wanted = request.expects.value
    if not raw.body.strip():
        return Problem(
            why=f"sends nothing where {wanted} is due",
            kind=Kind.UNUSABLE,
            blame=Blame.SOURCE,
            may_pass=True,
        )
    if _fits(raw.body, request.expects):
        return None
    return Problem(
        why=f"sends something else where {wanted} is due, such as a page for people",
        kind=Kind.UNUSABLE,
        blame=Blame.SOURCE,
    )


def _fits(body: bytes, expects: Expects) -> bool:
    """Tell by its first signs whether a body, which is not blank, can be what is expected."""
    if expects is Expects.JSON:
        return body.removeprefix(_BOM)[:1024].lstrip()[:1] in {
            _JSON_STARTS[place : place + 1] for place in range(len(_JSON_STARTS))
        }
    if body.startswith(_UTF16):
        return True
    start = body.removeprefix(_BOM)[:1024]
    return start.lstrip().startswith(b"<") and _PAGE.match(start) is None


def _for(wait_s: float | None) -> str:
    """Return how long it wants to be left alone, for people."""
    if wait_s is None:
        return ""
    unit, name = next((row for row in _UNITS if wait_s >= 2 * row[0]), (1, "seconds"))
    return f", for another {wait_s / unit:.0f} {name}"


_UNITS = ((24 * 3600, "days"), (3600, "hours"), (60, "minutes"))

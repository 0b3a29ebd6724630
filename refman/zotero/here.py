"""The Zotero that runs on this computer, as both of its doors are found: API and connector.

Source: measured with Zotero 9.0.6 and 10.0.1; JabRef listens at the same port.
"""

from refman.progress import CancelToken
from refman.settings import Settings
from refman.web.line import Line, Raw
from refman.web.polite import Times
from refman.zotero.answers import words

__all__ = ["is_zotero", "keeps_citekey", "line_here", "version_in", "write_seconds"]

_WRITE_S = 120.0
"""How long a write may take: Zotero shows each new item before it answers."""

_WITH_CITEKEY = 8
"""From this version on items of all types have one; before, only those of a few."""

_VERSION = "x-zotero-version"


def line_here(settings: Settings, cancel: CancelToken, times: Times | None) -> Line:
    """Return a line to the port at which Zotero listens."""
    return Line(
        f"http://127.0.0.1:{settings.zotero.port}/",
        settings.web,
        cancel,
        source="Zotero",
        advice="open Zotero, and see that zotero.port is the port at which it listens",
        times=times,
    )


def write_seconds(settings: Settings) -> float:
    """Return how long a write may take."""
    return max(_WRITE_S, settings.web.read_seconds)


def is_zotero(line: Line, raw: Raw) -> Raw:
    """Return an answer that is Zotero's.

    Raises:
        AnswerError: another program answers.
    """
    if _VERSION not in raw.headers:
        raise line.refusal(
            raw,
            "is not what answers there",
            "close the other program, such as JabRef, or set zotero.port",
        )
    return raw


def keeps_citekey(version: str) -> bool:
    """Tell whether items of all types have a field for the citation key."""
    major = version.partition(".")[0]
    return not major.isdecimal() or int(major) >= _WITH_CITEKEY


def version_in(raw: Raw) -> str:
    """Return which Zotero answers, for people: "10.0.1"."""
    return words(raw.headers[_VERSION])

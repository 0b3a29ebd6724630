"""Questions to sources, each asked once in a run, and what went wrong on the way."""

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from refman.errors import OfflineError, WebError
from refman.lookup.run_log import RunLog, identifiers_question, title_question
from refman.lookup.source import Candidate, Source
from refman.model import Entry

if TYPE_CHECKING:
    from refman.web import Web

__all__ = ["Questions", "Trouble"]


class Trouble(msgspec.Struct, frozen=True):
    """Say that a source could not be asked.

    Attributes:
        source: its name.
        questions: how many it left open.
        why: the first fault, in a line for people; of a source that was set aside, why it was.
        is_aside: it is not asked any more in this run.
        is_offline: the web is switched off, and the cache does not hold the answers.
    """

    source: str
    questions: int
    why: str
    is_aside: bool
    is_offline: bool


class _Failure(NamedTuple):
    """Count what a source left open, and hold its first fault."""

    questions: int
    first: WebError


class Questions:
    """Ask sources; what was asked before, or before the run was broken off, is not asked again.

    Safe to use from several threads: who asks what another is just asking waits for the answer.
    """

    def __init__(self, web: "Web", log: RunLog) -> None:
        self._web = web
        self._log = log
        self._lock = threading.Lock()
        self._under_way: dict[str, threading.Lock] = {}
        self._failures: dict[str, _Failure] = {}
        self._has_failed = False

    def by_title(self, source: Source, entry: Entry) -> list[Candidate] | None:
        """Return the records that a source has; None where it could not be asked.

        Raises:
            Cancelled: the user stopped the work.
        """
        question = title_question(source.name, entry)
        with self._turn(question):
            if (known := self._log.get(question)) is not None:
                return known
            try:
                found = source.by_title(entry, self._web)
            except WebError as error:
                self._fail(source, error, 1)
                return None
            self._log.put([(question, found)])
            return found

    def by_identifiers(
        self, source: Source, entries: Sequence[Entry]
    ) -> list[list[Candidate] | None]:
        """Return, entry by entry, the records that a source has; None where it could not be asked.

        Raises:
            Cancelled: the user stopped the work.
        """
        questions = [identifiers_question(source.name, entry) for entry in entries]
        with self._turn(source.name if len(entries) > 1 else questions[0]):
            known = {question: self._log.get(question) for question in questions}
            open_ = {
                question: entry
                for question, entry in zip(questions, entries, strict=True)
                if known[question] is None
            }
            known |= self._asked(source, open_)
        return [known[question] for question in questions]

    def _asked(self, source: Source, open_: dict[str, Entry]) -> dict[str, list[Candidate] | None]:
        """Ask for those that are open; what came before a fault counts, but is asked again."""
        if not open_:
            return {}
        questions = list(open_)
        found: dict[str, list[Candidate]] = {}
        try:
            for place, candidate in source.by_identifiers(list(open_.values()), self._web):
                found.setdefault(questions[place], []).append(candidate)
        except WebError as error:
            self._fail(source, error, len(questions) - len(found))
            return {question: found.get(question) for question in questions}
        whole = {question: found.get(question, []) for question in questions}
        self._log.put(whole.items())
        return dict(whole)

    def is_first_failure(self) -> bool:
        """Tell whether this is the first time in this run that somebody asks this."""
        with self._lock:
            is_first, self._has_failed = not self._has_failed, True
        return is_first

    def troubles(self) -> Iterator[Trouble]:
        """Yield the sources that left questions open, in the order in which they did."""
        aside = dict(self._web.aside)
        with self._lock:
            failures = dict(self._failures)
        for name, failure in failures.items():
            why = aside.get(name, str(failure.first))
            is_offline = isinstance(failure.first, OfflineError)
            yield Trouble(name, failure.questions, why, name in aside, is_offline)

    def _fail(self, source: Source, error: WebError, questions: int) -> None:
        with self._lock:
            before = self._failures.get(source.name, _Failure(0, error))
            self._failures[source.name] = before._replace(questions=before.questions + questions)

    def _turn(self, question: str) -> threading.Lock:
        with self._lock:
            return self._under_way.setdefault(question, threading.Lock())

"""A look-up run: entries in, what became of each out, in their order.

Of a block of entries::

    by identifiers, many papers a request, sources side by side   (Order.together)
    what nobody had: one after the other until a record is accepted,
        by identifiers                                            (Order.singly)
        by title                                                  (Order.titles)
    by the identifiers of other versions that accepted records name
    -> chosen, merged                                             (choice, merge)

The cache and the limits are the web's; what a run has asked is not asked again (questions).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from refman.lookup.choice import Choice, choose
from refman.lookup.following import following
from refman.lookup.match import Decision
from refman.lookup.order import Order, order
from refman.lookup.questions import Questions, Trouble
from refman.lookup.refused import is_refused
from refman.lookup.result import Result, result_of
from refman.lookup.run_log import RunLog
from refman.lookup.source import Candidate, Source
from refman.model import Entry, Identifiers
from refman.progress import SILENT, CancelToken, Progress, stopping
from refman.web.side_by_side import side_by_side

if TYPE_CHECKING:  # who only looks at results needs no client
    from refman.web import Web

__all__ = ["BLOCK", "Run"]

BLOCK = 100
"""So many entries are looked up together: as many as arXiv takes in one request."""

_THREADS = 8

ROUNDS = 2
"""A record names a preprint, whose record names the publication: two steps, and no more."""

_Value = TypeVar("_Value")
_Found = list[Candidate] | None


class Run:
    """Look entries up; made for one run, whose sources are set aside at most once each."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        web: "Web",
        *,
        now: datetime,
        log: RunLog | None = None,
        cancel: CancelToken | None = None,
        may_take: bool = True,
        plan: Order | None = None,
    ) -> None:
        """Take what holds for the run.

        Args:
            sources: those that are asked, by name.
            web: asks.
            now: stands in provenance where a source did not tell when it answered.
            log: what an earlier run left, and where this one leaves its answers.
            cancel: the one that ``web`` heeds too.
            may_take: take what is accepted; else all is left to a person.
            plan: who is asked when; None for the table's.
        """
        self._sources = sources
        self._questions = Questions(web, log or RunLog(now=now))
        self._now = now
        self._cancel = cancel or CancelToken()
        self._may_take = may_take
        self._order = plan or order()

    def results(
        self,
        entries: Sequence[Entry],
        progress: Progress = SILENT,
        *,
        refused: Sequence[frozenset[str]] = (),
    ) -> Iterator[Result]:
        """Yield what became of each entry, in their order, block by block.

        Args:
            entries: to look up.
            progress: is told entries.
            refused: of each entry, what the records are known by that a person said are not it;
                empty where nothing was said of any.

        Raises:
            Cancelled: the user stopped the work; what was answered is kept in log and cache.
        """
        heard = stopping(progress, self._cancel)
        for start in range(0, len(entries), BLOCK):
            block = entries[start : start + BLOCK]
            searches = [
                _Search(place, entry, refused[place] if refused else frozenset())
                for place, entry in enumerate(block, start)
            ]
            tell = partial(_report, heard, start, len(entries))
            _Block(self._sources, self._questions, self._order, self._cancel, tell).look_up(
                searches
            )
            for search in searches:
                yield result_of(
                    search.place,
                    search.entry,
                    search.chosen(),
                    failed=tuple(search.failed),
                    is_answered=search.is_answered,
                    now=self._now,
                    may_take=self._may_take,
                )
        heard.report(len(entries), len(entries))

    def troubles(self) -> list[Trouble]:
        """Return the sources that could not be asked, or not to the end, each once."""
        return list(self._questions.troubles())


def _report(progress: Progress, before: int, total: int, done: int) -> None:
    progress.report(before + done, total)


class _Search:
    """Hold an entry while it is looked for.

    Attributes:
        place: among all entries.
        entry: as it is.
        candidates: what was found so far.
        failed: names of the sources that could not be asked for it.
        is_answered: at least one source could be asked.
        choice: of the candidates so far.
    """

    def __init__(self, place: int, entry: Entry, refused: frozenset[str]) -> None:
        self.place = place
        self.entry = entry
        self._refused = refused
        self.candidates: list[Candidate] = []
        self.failed: dict[str, None] = {}
        self.is_answered = False
        self.choice = Choice(decision=Decision.REJECT)

    @property
    def is_found(self) -> bool:
        return self.choice.decision is Decision.ACCEPT

    @property
    def has_identifiers(self) -> bool:
        return self.entry.identifiers != Identifiers()

    def take(self, source: str, found: _Found) -> None:
        """Take what a source answered."""
        if found is None:
            self.failed[source] = None
        else:
            self.is_answered = True
            self.candidates += (one for one in found if not is_refused(one, self._refused))

    def weigh(self) -> None:
        """Choose anew among what there is."""
        self.choice = choose(self.entry, self.candidates)

    def chosen(self) -> Choice:
        """Return the choice once all were asked."""
        if self.choice.decision is not Decision.REJECT:
            return self.choice
        return choose(self.entry, self.candidates, has_failed=bool(self.failed))


class _Block:
    """Look up entries together."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        questions: Questions,
        plan: Order,
        cancel: CancelToken,
        tell: Callable[[int], None],
    ) -> None:
        """Take what holds.

        Args:
            sources: those that are asked, by name.
            questions: ask them.
            plan: who is asked when.
            cancel: stops the work.
            tell: is told how many entries are done, and raises Cancelled to stop.
        """
        self._sources = sources
        self._questions = questions
        self._order = plan
        self._cancel = cancel
        self._tell = tell
        self._done = 0

    def look_up(self, searches: Sequence[_Search]) -> None:
        """Find what there is for some entries, and put it there."""
        self._tell(0)
        self._ask_together(searches)
        waiting = [search for search in searches if not search.is_found]
        self._done = len(searches) - len(waiting)
        self._side_by_side([partial(self._look_on, search) for search in waiting], is_each=True)
        for _ in range(ROUNDS):
            if not self._ask_for_versions(searches):
                break

    def _ask_together(self, searches: Sequence[_Search]) -> None:
        """Ask by identifiers, many papers a request."""
        together, _ = self._order.of_identifiers(self._sources.keys())
        known = [search for search in searches if search.has_identifiers]
        if not known:
            return
        wanted = [(search, search.entry) for search in known]
        self._distribute(dict.fromkeys(together, wanted))

    def _look_on(self, search: _Search) -> None:
        """Ask one source after the other until a record is accepted."""
        steps = list(self._steps(search))
        while steps and not search.is_found:
            (name, ask), *steps = steps
            self._cancel.check()
            found = [(name, ask())]
            if found[0][1] is None and self._questions.is_first_failure():
                # Perhaps nobody can be reached: it takes as long for all as for one to find out.
                answers = side_by_side([ask for _, ask in steps], self._cancel, threads=_THREADS)
                found += zip((name for name, _ in steps), answers, strict=True)
                steps = []
            for source, answer in found:
                search.take(source, answer)
            if any(answer for _, answer in found):
                search.weigh()

    def _steps(self, search: _Search) -> Iterator[tuple[str, Callable[[], _Found]]]:
        entry = search.entry
        if search.has_identifiers:
            for name in self._order.of_identifiers(self._sources.keys())[1]:
                yield name, partial(self._ask_singly, self._sources[name], entry)
        if entry.title:
            for name in self._order.of_title(entry.type, self._sources.keys()):
                yield name, partial(self._questions.by_title, self._sources[name], entry)

    def _ask_singly(self, source: Source, entry: Entry) -> _Found:
        return self._questions.by_identifiers(source, [entry])[0]

    def _ask_for_versions(self, searches: Sequence[_Search]) -> bool:
        """Ask for versions that records name; tell whether there was any."""
        asked: dict[str, list[tuple[_Search, Entry]]] = {}
        for search in searches:
            if search.is_found:
                for name, entry in following(search.entry, search.choice, self._order):
                    if name in self._sources:
                        asked.setdefault(name, []).append((search, entry))
        self._distribute(asked)
        return bool(asked)

    def _distribute(self, asked: Mapping[str, Sequence[tuple[_Search, Entry]]]) -> None:
        """Ask some sources side by side, each for many papers, and weigh what came."""
        calls = [
            partial(
                self._questions.by_identifiers,
                self._sources[name],
                [entry for _, entry in wanted],
            )
            for name, wanted in asked.items()
        ]
        answers = self._side_by_side(calls)
        touched: dict[int, _Search] = {}
        for (name, wanted), found in zip(asked.items(), answers, strict=True):
            for (search, _), one in zip(wanted, found, strict=True):
                search.take(name, one)
                if one:
                    touched[search.place] = search
        for search in touched.values():
            self._cancel.check()
            search.weigh()

    def _side_by_side(
        self, calls: Sequence[Callable[[], _Value]], *, is_each: bool = False
    ) -> list[_Value]:
        """Return what calls give, and tell how far they are.

        Args:
            calls: made in threads.
            is_each: each of them is of one entry, which then is done.
        """
        before = self._done

        def tell(finished: int) -> None:
            self._done = before + finished * is_each
            self._tell(self._done)

        return side_by_side(calls, self._cancel, tell, threads=_THREADS)

"""Any changes, undos and redos, in any order: a library is what a plain model of it is."""

import shutil
import tempfile
from itertools import count
from pathlib import Path

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from refman.library.derived import DERIVED, derived_of
from refman.library.rows import COLUMNS, columns_of
from refman.model import (
    Add,
    Bin,
    Entry,
    Holding,
    Keep,
    KeptKind,
    Keyword,
    ListingId,
    Provenance,
    Remove,
    Span,
    Status,
    edit_of,
    edited,
)
from tests.formats.entries import FULL
from tests.library.made import Clock, opened, paper

SOME = st.sampled_from([Entry(), FULL, *map(paper, range(4))])
"""All fields of entries are tried by test_store; here a few entries do."""

VALUES = {
    "status": st.sampled_from(Status),
    "title": st.none() | st.sampled_from(["Wicks and oil", "Über Öl", "灯笼", "a\x00b"]),
    "abstract": st.none() | st.text(max_size=20),
    "keywords": st.lists(
        st.sampled_from(["oil", "Oil", "Öl", "wick"]).map(Keyword), max_size=3
    ).map(tuple),
    "collections": st.lists(st.sampled_from(["A", "A/B", "a"]), max_size=2).map(tuple),
    "provenance": st.dictionaries(
        st.sampled_from(["title", "author"]), st.builds(Provenance, st.sampled_from(["x", "user"]))
    ),
    "extra": st.dictionaries(st.sampled_from("xyz"), st.text(max_size=5), max_size=3),
    "citekey": st.none() | st.sampled_from(["Lund2020", "lund2020", "berg1"]),
}
PARTS = st.one_of(st.fixed_dictionaries({name: values}) for name, values in VALUES.items())


class Model:
    """A library as a dictionary, and its history as two stacks of whole dictionaries."""

    def __init__(self) -> None:
        self.holdings: dict[int, Holding] = {}
        self.kept: dict[tuple[KeptKind, str], str] = {}
        self.done: list[tuple[str, dict, dict]] = []
        self.undone: list[tuple[str, dict, dict]] = []

    def step(self, name: str) -> None:
        """Remember what is, before it changes."""
        self.done.append((name, dict(self.holdings), dict(self.kept)))
        self.undone.clear()

    def turn(self, origin: list, goal: list) -> str | None:
        if not origin:
            return None
        name, holdings, kept = origin.pop()
        goal.append((name, self.holdings, self.kept))
        self.holdings, self.kept = holdings, kept
        return name


class LibraryMachine(RuleBasedStateMachine):
    """Do the same to a library and to a model of it."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.library = opened(self.folder / "a.refman", self.clock)
        self.model = Model()
        self.names = map("step {}".format, count())

    def teardown(self) -> None:
        self.library.close()
        shutil.rmtree(self.folder)

    def apply(self, changes) -> tuple:
        name = next(self.names)
        applied = self.library.apply(name, iter(changes))
        assert applied.count == len(changes)
        return name, applied

    @rule(target=numbers, many=st.lists(SOME, min_size=1, max_size=3), listed=st.booleans())
    def add(self, many: list[Entry], listed: bool):
        listing = ListingId(1) if listed else None
        if listed:
            assert self.library.add_listing(name="list.txt", kind="plain", text="a b") == 1
        made = [
            Holding(entry=entry, added=self.clock(), listing=listing, span=Span(0, place))
            for place, entry in enumerate(many)
        ]
        name, applied = self.apply([Add(holding) for holding in made])
        self.model.step(name)
        for id_, holding in zip(applied.ids, made, strict=True):
            assert id_ not in self.model.holdings
            self.model.holdings[id_] = msgspec.structs.replace(holding, id=id_)
        return applied.ids[0]

    @rule(number=numbers, parts=PARTS, again=PARTS)
    def edit(self, number, parts, again):
        """Edit an entry twice in one step."""
        if number not in self.model.holdings:
            return
        edits, entry = [], self.model.holdings[number].entry
        for fields in (parts, again):
            edit = edit_of(number, entry, msgspec.structs.replace(entry, **fields))
            if edit is not None:
                edits.append(edit)
                entry = edited(entry, edit)
        if not edits:
            return
        name, _ = self.apply(edits)
        self.model.step(name)
        self.model.holdings[number] = msgspec.structs.replace(
            self.model.holdings[number], entry=entry, changed=self.clock.at
        )

    @rule(number=numbers)
    def bin(self, number):
        holding = self.model.holdings.get(number)
        if holding is None:
            return
        binned = self.clock() if holding.binned is None else None
        name, _ = self.apply([Bin(id=number, before=holding.binned, after=binned)])
        self.model.step(name)
        self.model.holdings[number] = msgspec.structs.replace(
            holding, binned=binned, changed=self.clock.at
        )

    @rule(number=numbers, other=numbers)
    def remove(self, number, other):
        gone = [
            self.model.holdings[id_]
            for id_ in dict.fromkeys((number, other))
            if id_ in self.model.holdings
        ]
        if not gone:
            return
        name, _ = self.apply([Remove(holding) for holding in gone])
        self.model.step(name)
        for holding in gone:
            del self.model.holdings[holding.id]

    @rule(
        kind=st.sampled_from(KeptKind),
        name=st.sampled_from(["old", "new"]),
        value=st.none() | st.text(max_size=3),
    )
    def keep(self, kind, name, value):
        before = self.model.kept.get((kind, name))
        step, _ = self.apply([Keep(kind=kind, name=name, before=before, after=value)])
        self.model.step(step)
        self.model.kept[kind, name] = value
        if value is None:
            del self.model.kept[kind, name]

    @rule(times=st.integers(1, 4))
    def undo(self, times: int):
        for _ in range(times):
            assert self.library.undo() == self.model.turn(self.model.done, self.model.undone)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int):
        for _ in range(times):
            assert self.library.redo() == self.model.turn(self.model.undone, self.model.done)

    @rule(entry=SOME)
    def fail(self, entry: Entry):
        """Break a step off in its midst."""

        def changes():
            yield Add(Holding(entry=entry, added=self.clock()))
            raise InterruptedError

        try:
            self.library.apply("fails", changes())
        except InterruptedError:
            return
        raise AssertionError("it was swallowed")

    @precondition(lambda self: len(self.model.done) > 2)
    @rule()
    def reopen(self):
        self.library.close()
        self.library = opened(self.folder / "a.refman", self.clock)

    @invariant()
    def is_as_the_model(self):
        assert {one.id: one for one in self.library.all(with_binned=True)} == self.model.holdings
        assert [one.id for one in self.library.all()] == sorted(
            id_ for id_, one in self.model.holdings.items() if one.binned is None
        )
        for kind in KeptKind:
            assert self.library.kept(kind) == {
                name: value for (its, name), value in self.model.kept.items() if its is kind
            }
        names = [name for name, *_ in [*self.model.done, *reversed(self.model.undone)]]
        assert [step.name for step in self.library.history()] == names[::-1]

    @invariant()
    def side_tables_are_those_of_the_entries(self):
        with self.library.reading(texts=True) as connection:
            for id_, holding in self.model.holdings.items():
                row = connection.execute(
                    f"SELECT {', '.join(COLUMNS)} FROM entries WHERE id = ?", (id_,)
                ).fetchone()
                assert row == tuple(columns_of(holding.entry))
            for table in DERIVED:
                there = sorted(connection.execute(f"SELECT * FROM {table}"))
                columns = [
                    name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")
                ]
                expected = [
                    row
                    for id_, holding in self.model.holdings.items()
                    for row in getattr(derived_of(id_, holding.entry), table)
                ]
                if columns[0] != "id":
                    expected = [row[::-1] for row in expected]
                assert there == sorted(expected)
            for index in ("words", "grams"):
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")


TestLibrary = LibraryMachine.TestCase
TestLibrary.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)

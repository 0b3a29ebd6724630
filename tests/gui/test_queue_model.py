"""The queue's tree is brought up to date row by row, whatever changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from refman_gui.item_models.queue import QueueModel
from refman_gui.item_models.queue_items import Item, Kind

KEYS = st.lists(st.integers(0, 6), unique=True, max_size=5)


def trees(depth):
    """Trees of items: some keys, each with a count and what stands in it."""
    children = trees(depth - 1) if depth else st.just(())
    return KEYS.flatmap(
        lambda keys: st.tuples(
            *(
                st.builds(
                    lambda total, inside, key=key: Item(
                        kind=Kind.TAG, key=str(key), text=f"t{key}", term=f"tag:t{key}",
                        total=total, children=inside,
                    ),
                    st.integers(0, 3),
                    children,
                )
                for key in keys
            )
        )
    )  # fmt: skip


def shown(model, above):
    return tuple(
        (
            model.index(row, 0, above).data(),
            model.index(row, 1, above).data(),
            shown(model, model.index(row, 0, above)),
        )
        for row in range(model.rowCount(above))
    )


def wanted(items):
    return tuple((item.text, str(item.total), wanted(item.children)) for item in items)


@settings(max_examples=40)
@given(st.lists(trees(1), min_size=1, max_size=4))
def test_it_shows_what_it_is_given_after_any_change(qapp, given_trees):
    model = QueueModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    for items in given_trees:
        model.show(items)
        assert shown(model, QModelIndex()) == wanted(items)
        model.set_query("tag:t1 -tag:t2")
        for index in model.all():
            assert model.find(index.data().removeprefix("− ")[1:]).isValid()
        model.set_query("")
    assert tester.model() is model


def item(key, total, *children):
    return Item(kind=Kind.TAG, key=key, text=key, term=f"tag:{key}", total=total, children=children)


@pytest.fixture
def told(qapp):
    """A model and what it tells: which rows came, went, moved, changed."""
    model, told = QueueModel(), []
    model.rowsInserted.connect(lambda _, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: told.append(("out", first, last)))
    model.rowsMoved.connect(lambda _, first, last, __, to: told.append(("move", first, to)))
    model.dataChanged.connect(lambda first, last: told.append(("new", first.row(), last.row())))
    model.modelReset.connect(lambda: told.append(("reset",)))
    model.show([item(key, 1) for key in "abcdef"])
    told.clear()
    return model, told


def test_counts_are_told_at_once(told):
    model, told = told
    model.show([item(key, 2 if key in "be" else 1) for key in "abcdef"])
    assert told == [("new", 1, 4)]


def test_nothing_new_is_not_told(told):
    model, told = told
    model.show([item(key, 1) for key in "abcdef"])
    assert told == []


def test_rows_that_stand_together_come_and_go_together(told):
    model, told = told
    model.show([item(key, 1) for key in "axyzf"])
    assert told == [("out", 1, 4), ("in", 1, 3)]


def test_what_changes_its_place_is_moved(told):
    model, told = told
    model.show([item(key, 1) for key in "fabcde"])
    assert told == [("move", 5, 0)]


def test_what_comes_twice_stands_once(told):
    model, told = told
    model.show([item("a", 1), item("b", 2), item("a", 3), item("c", 1, item("x", 1), item("x", 2))])
    assert [index.data() for index in model.all()] == ["a", "b", "c", "x"]

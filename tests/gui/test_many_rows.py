"""The heads of tables in which very many rows are chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from refman_gui.views.many_rows import keep_apart

ROWS = 3_000


class Many(QStandardItemModel):
    asked = 0

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        self.asked += 1
        return super().flags(index)


def test_a_head_does_not_ask_for_every_row_that_is_chosen(qtbot: QtBot) -> None:
    asked = []
    for is_apart in (False, True):
        table = QTableView()
        qtbot.addWidget(table)
        model = Many(ROWS, 4, table)
        table.setModel(model)
        if is_apart:
            keep_apart(table)
        table.selectAll()
        model.asked = 0
        table.grab()
        asked.append(model.asked)
    assert asked[0] > ROWS, "Qt does that by itself; where not, this is needed no more"
    assert asked[1] < ROWS / 10

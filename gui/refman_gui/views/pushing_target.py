"""Where in Zotero papers go: its libraries, and the collections below them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from refman.pushing.targets import target_paths
from refman.zotero.records import Target
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import one_line, plain_tip
from refman_gui.item_models.pushing import name_of_target

__all__ = ["TargetBox"]

_LEVEL = int(Qt.ItemDataRole.UserRole) + 1
_STEP = 18
_MOST_SEEN = 20
_MOST_PATH, _DEEPEST = 400, 12

_Index = QModelIndex | QPersistentModelIndex


class TargetBox(QComboBox):
    """Offer libraries and collections as the tree that they are.

    Only the names stand in the items, so that typing one finds it. What takes no items is shown
    too, and why it cannot be chosen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name = self.tr("Library or collection in Zotero")
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setItemDelegate(_IndentDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(_MOST_SEEN)
        self.setPlaceholderText(self.tr("Nobody has answered yet"))

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Offer others; tells of no change.

        What was chosen stays so; else it is what the user has before them in Zotero, or the first
        that takes items.
        """
        before = self.target()
        self.blockSignals(True)
        self.clear()
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for target, path in zip(targets, target_paths(targets), strict=True):
            model.appendRow(self._item(target, path))
        places = [at for at, target in enumerate(targets) if target.editable]
        ranked = sorted(
            places, key=lambda at: (targets[at].id != before, not targets[at].selected, at)
        )
        self.setCurrentIndex(ranked[0] if ranked else -1)
        self.blockSignals(False)
        self.setEnabled(bool(targets))

    def _item(self, target: Target, path: str) -> QStandardItem:
        text = name_of_target(target)
        tip = one_line(path, _MOST_PATH)
        if not target.editable:
            text = self.tr("{name} (you may only read it)").format(name=text)
            tip = self.tr("{path}: nothing can be added to it this way").format(path=tip)
        item = QStandardItem(icon("folder" if target.level else "library"), text)
        item.setData(target.id, int(Qt.ItemDataRole.UserRole))
        item.setData(min(target.level, _DEEPEST), _LEVEL)
        item.setData(plain_tip(tip), int(Qt.ItemDataRole.ToolTipRole))
        item.setData(text if not target.level else tip, int(Qt.ItemDataRole.AccessibleTextRole))
        item.setEnabled(target.editable)
        return item

    def target(self) -> str | None:
        """Return the id of what is chosen; None where nothing is."""
        found = self.currentData()
        return found if isinstance(found, str) else None


class _IndentDelegate(QStyledItemDelegate):
    """Paint an item the further to the right the deeper it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        whole.widget.style().drawPrimitive(panel, whole, painter, whole.widget)
        option.rect = option.rect.adjusted(_shift(index), 0, 0, 0)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + _shift(index), size.height() + 4)


def _shift(index: _Index) -> int:
    return int(index.data(_LEVEL) or 0) * _STEP

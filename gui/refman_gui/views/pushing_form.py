"""What is to be pushed: which papers, by which way, where to, and how."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QWidget

from refman.pushing import Asked, Places
from refman.zotero.records import Via
from refman_gui.core_texts import core_text
from refman_gui.session import Session
from refman_gui.views.plain import plain_label
from refman_gui.views.pushing_target import TargetBox
from refman_gui.views.wanted_box import WantedBox

__all__ = ["PushForm"]


class PushForm(QWidget):
    """Ask what is to be pushed.

    Signals:
        changed(): something else is asked for.
        way_changed(): another way is to be taken: who answers there is yet to be asked.
    """

    changed = Signal()
    way_changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: Places | None = None
        self.which = WantedBox(session, self)
        self.way = QComboBox(self)
        self.way.setAccessibleName(self.tr("By which way"))
        for text, via in (
            (self.tr("Zotero on this computer, as is best"), None),
            (self.tr("Zotero on this computer, by its local API alone"), Via.LOCAL),
            (self.tr("Zotero on this computer, as browsers do it"), Via.CONNECTOR),
            (self.tr("Your library on zotero.org"), Via.WEB),
        ):
            self.way.addItem(text, via)
        self.who = plain_label(self)
        self.target = TargetBox(self)
        self.updates = QCheckBox(self.tr("&Update what is there"), self)
        self.updates.setChecked(True)
        self.files = QCheckBox(self.tr("Send &files too"), self)
        self.files.setChecked(True)
        self.again = QCheckBox(self.tr("&Add even what is there already"), self)
        self.remarks = plain_label(self)
        self._lay_out()
        self.show_places(None)
        self.which.currentIndexChanged.connect(self.changed)
        self.way.currentIndexChanged.connect(self.way_changed)
        self.target.currentIndexChanged.connect(self.changed)
        self.updates.toggled.connect(self.changed)
        self.files.toggled.connect(self.changed)
        self.again.toggled.connect(self._again_toggled)

    def _lay_out(self) -> None:
        way, options = QHBoxLayout(), QHBoxLayout()
        way.setSpacing(6)
        way.addWidget(self.way)
        way.addWidget(self.who, 1)
        options.setSpacing(18)
        for box in (self.updates, self.files, self.again):
            options.addWidget(box)
        options.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field, focus in (
            (self.tr("&Papers"), self.which, self.which),
            (self.tr("&By way of"), way, self.way),
            (self.tr("&Into"), self.target, self.target),
        ):
            form.addRow(text, field)
            label = form.labelForField(field)  # a QLabel, as the row was given a text
            label.setBuddy(focus)  # type: ignore[attr-defined]  # Qt tells only that it is a widget
        form.addRow("", options)
        form.addRow(self.remarks)

    def show_places(self, places: Places | None) -> None:
        """Show who answers and where items may go; None where nobody does."""
        self._places = places
        self.target.show_targets(places.targets if places is not None else ())
        self.who.setText(core_text(places.label) if places is not None else "")
        remarks = places.remarks if places is not None else ()
        self.remarks.setText("\n".join(map(_sentence, remarks)))
        self.remarks.setVisible(bool(remarks))
        self.updates.setEnabled(
            not self.again.isChecked() and (places is None or places.can_change)
        )

    @Slot()
    def _again_toggled(self) -> None:
        """What is added in any case is not held against anything: nothing is updated."""
        can_change = self._places is None or self._places.can_change
        self.updates.setEnabled(can_change and not self.again.isChecked())
        self.changed.emit()

    def via(self) -> Via | None:
        """Return the way that is chosen; None for the best."""
        found = self.way.currentData()
        return found if isinstance(found, Via) else None

    def asked(self) -> Asked | None:
        """Return what is asked for; None where nobody answers, or nothing takes items."""
        target = self.target.target()
        if self._places is None or target is None:
            return None
        return Asked(
            wanted=self.which.wanted(),
            via=self.via(),
            target=target,
            update=self.updates.isChecked(),
            files=self.files.isChecked(),
            again=self.again.isChecked(),
        )


def _sentence(remark: str) -> str:
    """Return a remark of the core as a line of its own."""
    text = core_text(remark)
    return f"{text[:1].upper()}{text[1:]}"

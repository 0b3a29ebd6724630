"""The languages of the window: what is installed, and the window in German."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refman_gui.actions import MENUS
from refman_gui.languages import LANGUAGES, install_language
from refman_gui.window import MainWindow
from tests import translations
from tests.gui.test_translations import messages

MNEMONIC = re.compile(r"&([^&])")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")


def said(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("ResultsView", text, "", count)


@pytest.mark.parametrize(
    ("language", "one", "many", "theirs"),
    [
        ("en", "1 paper", "2 papers", "Cancel"),
        ("de", "1 Arbeit", "2 Arbeiten", "Abbrechen"),
        ("de_AT", "1 Arbeit", "2 Arbeiten", "Abbrechen"),
        ("fr", "1 paper", "2 papers", "Cancel"),
        ("xx", "1 paper", "2 papers", "Cancel"),
    ],
)
def test_a_language_and_its_plurals(
    qapp: QApplication, language: str, one: str, many: str, theirs: str
) -> None:
    try:
        install_language(qapp, language)
        assert (said("%n paper(s)", 1), said("%n paper(s)", 2)) == (one, many)
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        assert cancel == theirs, "what Qt itself says"
    finally:
        install_language(qapp, "en")


def test_the_system_decides_where_no_language_is_set(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_CH"))
    try:
        install_language(qapp, "")
        assert said("Search") == "Suche"
    finally:
        install_language(qapp, "en")


def test_another_language_takes_the_place_of_the_first(qapp: QApplication) -> None:
    for language in (*LANGUAGES, "en"):
        install_language(qapp, language)
    qapp.processEvents()
    assert len(qapp.findChildren(QTranslator)) <= 2
    assert said("Search") == "Search"


@pytest.fixture
def german_window(
    german: None, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> MainWindow:
    window = make_window(make_library())
    window.resize(1280, 800)
    return window


def test_menus_are_german_each_with_a_letter_of_its_own(german_window: MainWindow) -> None:
    menus = german_window.menuBar().actions()
    assert [menu.text().replace("&", "") for menu in menus] == [
        "Datei", "Bearbeiten", "Arbeit", "Ansicht", "Extras", "Hilfe",
    ]  # fmt: skip
    assert len(menus) == len(MENUS)
    assert not doubled([menu.text() for menu in menus])
    for menu in menus:
        texts = [action.text() for action in menu.menu().actions() if not action.isSeparator()]
        assert not doubled(texts), menu.text()
    assert german_window.results.model.headerData(1, german_window.split.orientation()) == "Titel"


def test_english_menus_have_letters_of_their_own_too(window: MainWindow) -> None:
    for menu in window.menuBar().actions():
        texts = [action.text() for action in menu.menu().actions() if not action.isSeparator()]
        assert not doubled(texts), menu.text()


def doubled(texts: list[str]) -> list[str]:
    """Those that have no mnemonic, more than one, or one that another has."""
    letters = [MNEMONIC.findall(text.replace("&&", "")) for text in texts]
    single = [found[0].casefold() if len(found) == 1 else "" for found in letters]
    return [
        text for text, own in zip(texts, single, strict=True) if single.count(own) > 1 or not own
    ]


def test_every_button_has_room_for_its_german(german_window: MainWindow, qtbot: QtBot) -> None:
    clipped = set[str]()
    for place in range(german_window.tabs.count()):
        german_window.tabs.setCurrentIndex(place)
        qtbot.wait(1)
        clipped |= set(clipped_in(german_window))
    for part in german_window.parts.values():
        if part.isWindow() and part is not german_window:
            part.show()
            qtbot.wait(1)
            clipped |= set(clipped_in(part))
            part.close()
    assert not clipped


def test_nothing_english_is_left_in_the_german_window(german_window: MainWindow) -> None:
    of_german = messages(translations.WORKED_ON / "refman_de.ts")
    german_texts = {form for forms in of_german.values() for form in forms}
    english_texts = {text for _, text in of_german} - german_texts
    for part in ("settings", "shortcuts", "exporting"):
        german_window.parts[part].show()
    seen = set(texts_in(german_window))
    assert len(seen & german_texts) > 200
    assert not seen & english_texts


def texts_in(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        for name in ("text", "windowTitle", "toolTip", "placeholderText", "accessibleName"):
            value = widget.property(name)
            if isinstance(value, str):
                yield value
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(at) for at in range(widget.count()))
        elif isinstance(widget, QTableView) and (model := widget.model()) is not None:
            across = Qt.Orientation.Horizontal
            columns = range(model.columnCount())
            yield from (str(model.headerData(column, across)) for column in columns)


def clipped_in(widget: QWidget) -> Iterator[str]:
    for button in widget.findChildren(QPushButton):
        hint, size = button.sizeHint(), button.size()
        if button.isVisible() and (hint.width() > size.width() or hint.height() > size.height()):
            yield f"{button.text()}: {size.width()}, needs {hint.width()}"

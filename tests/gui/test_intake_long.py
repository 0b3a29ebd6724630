"""What is long or comes often in an import is shown and let go a piece at a time."""

from pytestqt.qtbot import QtBot

from refman_gui.views.emptying import Emptying
from refman_gui.views.intake_notice import Notice
from refman_gui.views.intake_source import SourceText

LINE = "A lamp hangs in the rain and is asked nothing.\n"


def test_a_text_that_is_shown_no_more_goes_in_pieces(qapp: object, qtbot: QtBot) -> None:
    source = SourceText()
    qtbot.addWidget(source)
    with qtbot.waitSignal(source.filled):
        source.show_text(LINE * 10_000)
    font, old = source.document().defaultFont(), source.document()
    source.show_text("")
    assert source.toPlainText() == ""
    assert source.document().defaultFont() == font
    assert not source.document().isUndoRedoEnabled()
    assert old.characterCount() > len(LINE) * 9_000, "not at once"
    qtbot.waitUntil(lambda: not source.findChildren(Emptying))
    source.show_text(LINE)
    assert source.toPlainText() == LINE


def test_of_progress_that_is_told_often_the_newest_is_shown(qapp: object, qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    for done in range(1, 6):
        notice.show_progress("Read", done, 10)
    assert notice.bar.value() == 100, "Qt paints each step of it at once"
    qtbot.waitUntil(lambda: notice.bar.value() == 500)
    notice.show_progress("Read", 7, 10)
    notice.end_progress()
    qtbot.wait(100)
    assert notice.bar.isHidden()

"""The names in a source told from their values by colour: fields, tags, variables."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from refman_gui.theme import Colours, colours

__all__ = ["SourceColours"]

_LOOKED_AT = 500
"""Names stand at the beginning of a line; an abstract is one line of many thousand signs."""

_BIB = re.compile(
    r"(?P<comment>^\s*%.*)|(?P<type>^\s*@\s*\w+)(?:\s*[{(]\s*(?P<key>[^\s,={}]+))?"
    r"|^\s*(?P<name>[A-Za-z][\w:+.-]*)\s*=(?P<number>\s*[\w#]+\s*,?\s*$)?"
)
_JSON = re.compile(
    r"^[\s{\[]*(?P<name>\"(?:[^\"\\]|\\.)*\")\s*:(?P<number>\s*(?:-?\d[\d.]*|true|false|null))?"
    r"|^\s*(?P<value>-?\d[\d.]*|true|false|null)\s*,?\s*$"
)
_RIS = re.compile(r"^(?P<type>(?:TY|ER)  -)|^(?P<name>[A-Z][A-Z0-9]  -)")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "bibtex": _BIB,
    "biblatex": _BIB,
    "csl_json": _JSON,
    "ris": _RIS,
}


class SourceColours(QSyntaxHighlighter):
    """Colour a source by its format."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._form: re.Pattern[str] | None = None
        self._looks = _looks(colours())

    def show_format(self, name: str) -> None:
        """Colour by a format of this name; by none where there is none."""
        self._form = _FORMS.get(name)
        self.show_theme()

    def show_theme(self) -> None:
        """Colour anew, in the colours that the window has now."""
        self._looks = _looks(colours())
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        found = self._form.match(text[:_LOOKED_AT]) if self._form is not None else None
        if found is None:
            return
        for name in found.re.groupindex:
            if found[name]:
                start = _units(text[: found.start(name)])
                self.setFormat(start, _units(found[name]), self._looks[name])


def _units(text: str) -> int:
    """Return how many units of UTF-16, in which Qt counts, a text has."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def _looks(shown: Colours) -> Mapping[str, QTextCharFormat]:
    return {
        "type": _look(shown.accent, is_bold=True),
        "key": _look(shown.good),
        "name": _look(shown.accent),
        "number": _look(shown.info),
        "value": _look(shown.info),
        "comment": _look(shown.dim),
    }


def _look(colour: str, *, is_bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    if is_bold:
        look.setFontWeight(QFont.Weight.Bold)
    return look

"""The language of the window: its own texts, and those that Qt has."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from refman.resources import resource_root
from refman_gui.core_texts import LANGUAGE

__all__ = ["LANGUAGES", "install_language"]

LANGUAGES = ("en", "de")
"""Those that there are texts in; English is what the code says, with its plurals."""


def install_language(application: QCoreApplication, language: str) -> None:
    """Give what is made from now on its texts in a language.

    Args:
        application: has the texts until it gets others.
        language: as "de" or "de_AT"; empty for the system's. English where there is no such.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)  # and so it goes, with its last name here
    locale = QLocale(language) if language else QLocale.system()
    wanted = locale.name().partition("_")[0]
    found = wanted if wanted in LANGUAGES else LANGUAGES[0]
    application.setProperty(LANGUAGE, found)
    QLocale.setDefault(locale if found == wanted else QLocale(found))  # numbers in fields
    own = QTranslator(application)
    own.load(_kept(resource_root() / "translations" / f"refman_{found}.qm"))
    application.installTranslator(own)
    of_qt = QTranslator(application)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if (file := folder / f"qtbase_{found}.qm").is_file():
        of_qt.load(_kept(file))
        application.installTranslator(of_qt)


@cache
def _kept(file: Path) -> bytes:
    """Return a file's bytes, which stay as long as the program: Qt reads in them, and copies none.

    A file that Qt itself opens is mapped: where an update writes over it, the window would crash.
    """
    return file.read_bytes()

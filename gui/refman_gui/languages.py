"""The language of the window: its own texts, and those that Qt has."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from refman.resources import resource_root

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
    folder = str(resource_root() / "translations")
    own = QTranslator(application)
    if not own.load(locale, "refman", "_", folder):
        own.load(f"refman_{LANGUAGES[0]}", folder)
    application.installTranslator(own)
    # By what was found, not by the system's list again: Qt has more languages than the window.
    of_qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(f"qtbase_{own.language()}", folder):
        application.installTranslator(of_qt)

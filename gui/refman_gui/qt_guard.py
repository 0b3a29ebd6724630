"""Refuse the one pair of Python and PySide6 that aborts the interpreter.

PySide6 6.12.0 gives away, on Python before 3.12, one reference to None, True or False with each
call that returns it: after some thousand calls the interpreter ends without a trace. Installers
keep to the bounds in ``pyproject.toml``; who upgrades PySide6 by hand does not.

Source: measured with PySide6-Essentials 6.7 to 6.12.0 on Python 3.11; tests/gui/test_canary.py
measures it anew with what is installed.
"""

__all__ = ["check_qt"]

_FIRST_SOUND_PYTHON = (3, 12)
_FIRST_BAD_PYSIDE = (6, 12)


def check_qt(pyside_version: str, python_version: tuple[int, ...]) -> str | None:
    """Return why the window must not start, for people, or None where it may.

    To be asked before the first Qt object is made.

    Args:
        pyside_version: ``PySide6.__version__``, as "6.11.3" or "6.12.0a1".
        python_version: ``sys.version_info``, at least major and minor.
    """
    major, minor, *_ = pyside_version.split(".")
    if python_version[:2] >= _FIRST_SOUND_PYTHON or (int(major), int(minor)) < _FIRST_BAD_PYSIDE:
        return None
    python = ".".join(map(str, python_version[:2]))
    return (
        f"PySide6 {pyside_version} makes Python {python} abort. Either install an earlier one, "
        "pip install 'PySide6-Essentials<6.12', or run refman with Python 3.12 or later."
    )

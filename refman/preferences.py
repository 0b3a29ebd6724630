"""The user's settings changed in their file: what else stands in it stays as it is."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError

from refman.citekeys import compile_pattern
from refman.errors import OutputError, SettingsError
from refman.formats.saving import save_bytes
from refman.resources import resource_root
from refman.settings import Secret, Settings, declared_settings, load_settings

__all__ = ["set_values"]


def set_values(file: Path, values: Mapping[str, object]) -> Settings:
    """Set some settings, and return what holds then where the environment sets nothing.

    Comments, order and what is not changed stay as they are in the file.

    Args:
        file: the settings' TOML file; it is made where it is not there.
        values: by dotted names; None takes a setting out, so that its default holds.

    Raises:
        SettingsError: there is no such setting, a value is out of its bounds or can be of no use,
            or the file cannot be read; it is as it was.
        OutputError: it cannot be written; it is as it was.
    """
    known = {setting.name for setting in declared_settings(Settings())}
    for name in values:
        if name not in known:
            raise SettingsError(
                f"there is no setting {name}; 'refman settings' shows those there are", setting=name
            )
    load_settings(file, {})  # what is not sound is not written over
    before = file.read_bytes() if file.exists() else b""
    try:
        document = tomlkit.parse(before.decode())
        for name, value in values.items():
            _put(document, name.split("."), value)
        after = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise SettingsError(f"the settings file {file} cannot be read: {error}") from error
    return _saved(file, before, after.encode(), {name for name in values if values[name]})


def _saved(file: Path, before: bytes, after: bytes, names: Collection[str]) -> Settings:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        trial = file.with_name(f"{file.name}.new")
        trial.touch(mode=0o600)  # it may hold the keys of services
        trial.write_bytes(after)
    except OSError as error:
        raise OutputError(
            f"{file} cannot be written: {error.strerror or error}", target=str(file)
        ) from error
    try:
        settings = load_settings(trial, {})
        for name, check in _CHECKS.items():
            if name in names:
                check(settings)
        if before:
            save_bytes(file, after, known=before)
        else:
            trial.replace(file)
        return settings
    finally:
        trial.unlink(missing_ok=True)


def _check_pattern(settings: Settings) -> None:
    compile_pattern(settings.citekeys.pattern)


def _check_folder(settings: Settings) -> None:
    folder = settings.window.watched_folder or ""
    try:
        path = Path(folder).expanduser()
        is_folder = path.is_absolute() and path.is_dir()
    except (OSError, RuntimeError, ValueError):  # the home of nobody, or no path at all
        is_folder = False
    if not is_folder:
        raise SettingsError(
            f"there is no folder {folder}: give the full path of one",
            setting="window.watched_folder",
        )


def _check_language(settings: Settings) -> None:
    files = (resource_root() / "translations").glob("refman_*.qm")
    languages = sorted(file.stem.removeprefix("refman_") for file in files)
    language = settings.window.language
    if language.partition("_")[0] not in languages:
        raise SettingsError(
            f"the window does not speak {language}; it speaks {', '.join(languages)}",
            setting="window.language",
        )


_CHECKS: Mapping[str, Callable[[Settings], None]] = {
    "citekeys.pattern": _check_pattern,
    "window.watched_folder": _check_folder,
    "window.language": _check_language,
}
"""What only their users know of values: asked when they are set, for a folder may go later."""


def _put(document: Any, path: list[str], value: object) -> None:
    """Put a value into a tree of tables; None takes it out."""
    *above, last = path
    for name in above:
        if name not in document:
            if value is None:
                return
            document[name] = tomlkit.table()
        document = document[name]
    if value is None:
        document.pop(last, None)
    else:
        document[last] = _plain(value)


def _plain(value: object) -> object:
    """Return a value as TOML has it."""
    if isinstance(value, Secret):
        return str.__str__(value)
    if isinstance(value, tuple):
        return list(cast("tuple[object, ...]", value))
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in cast("dict[str, object]", value).items()}
    return value

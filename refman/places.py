"""Where this user's files are: the settings, the library."""

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from refman.errors import FormatError
from refman.settings import Settings, load_settings

__all__ = ["cache_file", "library_path", "settings_file", "state_folder", "user_settings"]


def settings_file() -> Path:
    """Return where the user's settings are."""
    return platformdirs.user_config_path("refman") / "settings.toml"


def cache_file() -> Path:
    """Return where the answers of services are kept."""
    return platformdirs.user_cache_path("refman") / "web.sqlite"


def state_folder() -> Path:
    """Return where is kept what makes a window open as it was left, and its log."""
    return platformdirs.user_state_path("refman")


def user_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that hold for this user.

    Raises:
        SettingsError: they cannot be used.
    """
    return load_settings(settings_file(), environ)


def library_path(given: str | None, settings: Settings | None = None) -> Path:
    """Return where the library is: as the user says, else as is set, else where data is kept.

    Raises:
        FormatError: the name that the user gave is empty.
    """
    if given is not None and not given.strip():
        # An unset variable in a script: the user's own library is not what was meant.
        raise FormatError("the library has no name: give --library a file's")
    path = given or (settings or user_settings()).library.path
    if path:
        return Path(path).expanduser()
    return platformdirs.user_data_path("refman") / "library.refman"

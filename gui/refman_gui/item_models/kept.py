"""What the user has chosen: a source's format, a preview's style, and words of the settings."""

import logging

import msgspec

from refman.errors import RefmanError
from refman.places import state_folder, user_settings

__all__ = ["keep_choice", "kept_choice", "protected_words"]

_FILE = "choices.json"
_MOST_BYTES = 64 << 10
_log = logging.getLogger(__name__)


def kept_choice(name: str) -> str:
    """Return what was chosen last; empty where nothing was."""
    return _all().get(name, "")


def keep_choice(name: str, value: str) -> None:
    """Keep what was chosen; where it cannot be written, it is chosen for now only."""
    file = state_folder() / _FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(msgspec.json.encode(_all() | {name: value}))
    except OSError as error:
        _log.warning("the choice of %s cannot be kept: %s", name, error)


def protected_words() -> frozenset[str]:
    """Return the words whose capitals are kept; none where the settings cannot be read."""
    try:
        return frozenset(user_settings().export.protected_words)
    except RefmanError:
        return frozenset()


def _all() -> dict[str, str]:
    try:
        file = state_folder() / _FILE
        if file.stat().st_size > _MOST_BYTES:
            return {}
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.MsgspecError):  # not there, or not ours
        return {}

"""The keys that Zoteros on this computer gave, kept for the next time; for us alone to read."""

import contextlib
import logging
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import msgspec

from refman.places import state_folder

__all__ = ["Keys", "is_key_text", "keys_file"]

_MOST_BYTES = 64 * 1024
_MOST_KEPT = 20

_TEXT = re.compile(r"[\x21-\x7e]{1,200}\Z")

_log = logging.getLogger(__name__)


def keys_file() -> Path:
    """Return where they are kept."""
    return state_folder() / "zotero-keys.json"


def is_key_text(text: object) -> bool:
    """Tell whether this can be a key or a server's name: what cannot is put into no header."""
    return isinstance(text, str) and _TEXT.match(text) is not None


class Keys:
    """Keep one key for each server; what cannot be read or written is asked for anew.

    The file is replaced as a whole, so that no other program ever sees half of one.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, server: str) -> str | None:
        """Return the key that a server gave."""
        return self._read().get(server)

    def keep(self, server: str, key: str) -> None:
        """Keep a key in the place of what was kept of this server."""
        others = {name: kept for name, kept in self._read().items() if name != server}
        self._write(dict([*others.items(), (server, key)][-_MOST_KEPT:]))

    def forget(self, server: str) -> None:
        """Keep no key of this server any more."""
        kept = self._read()
        if kept.pop(server, None) is not None:
            self._write(kept)

    def _read(self) -> dict[str, str]:
        try:
            with self._file.open("rb") as opened:
                data = opened.read(_MOST_BYTES + 1)
            value = msgspec.json.decode(data) if len(data) <= _MOST_BYTES else None
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.info("the keys of Zotero cannot be read: %s", type(error).__name__)
            return {}
        if not isinstance(value, dict):
            return {}
        rows = cast("dict[str, object]", value).items()
        return {name: str(key) for name, key in rows if is_key_text(name) and is_key_text(key)}

    def _write(self, kept: Mapping[str, str]) -> None:
        new = self._file.with_name(f"{self._file.name}.{secrets.token_hex(4)}.new")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(descriptor, "wb") as opened:
                    opened.write(msgspec.json.encode(kept))
                new.replace(self._file)
            finally:
                with contextlib.suppress(OSError):
                    new.unlink(missing_ok=True)
        except OSError as error:
            _log.info("the keys of Zotero cannot be kept: %s", error.strerror)

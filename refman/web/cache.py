"""Answers kept on disk: a run that was broken off, or comes again, asks nothing twice.

One SQLite file, which several threads and several processes may use at once; what was kept is
there after a crash. It holds no keys: neither those of headers nor those of addresses. It is only a
cache: where it is damaged it starts anew, and where it fails, the work goes on without it.
"""

import contextlib
import hashlib
import logging
import sqlite3
import threading
from collections.abc import Callable, Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from refman.errors import OutputError
from refman.web.answer import Answer, Request
from refman.web.secrets import Redaction, is_secret_header, is_secret_parameter

__all__ = ["Cache", "is_kept", "key_of"]

VERSION = 1
KEPT_FOR = timedelta(days=365)
"""What is older is deleted when the file is opened; until then it serves where nothing newer is."""

_OPENING_S, _BUSY_S = 5, 0.3
"""How long to wait for another process: when opening, and later, where no cancel ends it."""

_KEPT = frozenset({200, 404, 410})
"""What says something of the question; all else says something of the moment.

Source: RFC 9110, section 15.1, less what look-ups never meet.
"""

_NOT_KEPT_HEADERS = frozenset({"set-cookie", "set-cookie2", "www-authenticate", "connection"})

_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, at TEXT NOT NULL, status INTEGER NOT NULL, url TEXT NOT NULL,
    headers BLOB NOT NULL, body BLOB NOT NULL
) WITHOUT ROWID
"""

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


def key_of(request: Request, redaction: Redaction) -> str:
    """Return what tells this question from others: a digest that leaves out all keys."""
    parts = urlsplit(request.url)
    asked = [*parse_qsl(parts.query, keep_blank_values=True), *request.params]
    shown = urlencode([(name, value) for name, value in asked if not is_secret_parameter(name)])
    place = f"{parts.scheme}://{parts.netloc}{parts.path}?{shown}"
    headers = sorted(
        (name.lower(), redaction(value))
        for name, value in request.headers
        if not is_secret_header(name)
    )
    whole: list[object] = [request.method, redaction(place), headers, request.body]
    if not request.follow or request.most_bytes is not None or request.also_kept:
        whole += [request.follow, request.most_bytes, sorted(request.also_kept)]
    return hashlib.sha256(msgspec.msgpack.encode(whole)).hexdigest()


def is_kept(request: Request, answer: Answer, redaction: Redaction) -> bool:
    """Tell whether an answer may be kept: nothing of the moment, and no key that is said back.

    Of one address alone, which is not followed, any status says something.

    Source: RFC 9111, section 3, for ``no-store``.
    """
    if request.follow and (request.head or answer.status not in _KEPT | request.also_kept):
        return False
    if "no-store" in answer.headers.get("cache-control", "").lower():
        return False
    return not redaction.holds_key(answer.body.decode("latin-1"))


class Cache:
    """Keep answers in a file, by the keys of their questions."""

    def __init__(self, file: Path | None, now: Callable[[], datetime]) -> None:
        """Open the file, and make it where it is not there.

        Args:
            file: its path; None keeps nothing.
            now: the time, in UTC.

        Raises:
            OutputError: it cannot be made or used.
        """
        self._file = file
        self._now = now
        self._lock = threading.Lock()
        self._failed = False
        self._connection = self._open(file) if file is not None else None

    def get(self, key: str) -> Answer | None:
        """Return a kept answer, however old; None where there is none."""
        return self._try(lambda connection: _get(connection, key))

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer in place of the one before."""
        headers = {
            name: value for name, value in answer.headers.items() if name not in _NOT_KEPT_HEADERS
        }
        row = (
            key,
            answer.at.isoformat(),
            answer.status,
            answer.url,
            msgspec.json.encode(headers),
            answer.body,
        )
        self._try(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO answers (key, at, status, url, headers, body)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )
        )

    def confirm(self, key: str, at: datetime) -> None:
        """Take note that a kept answer was still the service's answer at this time."""
        self._try(
            lambda connection: connection.execute(
                "UPDATE answers SET at = ? WHERE key = ?", (at.isoformat(), key)
            )
        )

    def close(self) -> None:
        """Close the file; nothing is kept or found any more."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _try(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
        with self._lock:
            if self._connection is None:
                return None
            try:
                return work(self._connection)
            except sqlite3.Error as error:
                level = logging.DEBUG if self._failed else logging.WARNING
                _log.log(level, "the cache %s cannot be used just now: %s", self._file, error)
                self._failed = True
                return None

    def _open(self, file: Path) -> sqlite3.Connection:
        try:
            # what one looks up is nobody else's business
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.touch(mode=0o600)
            try:
                return self._prepared(file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                _log.warning("the cache %s is damaged (%s); it starts anew", file, error)
                for suffix in ("", "-wal", "-shm"):
                    Path(f"{file}{suffix}").unlink(missing_ok=True)
                file.touch(mode=0o600)
                return self._prepared(file)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"{file} cannot be used as a cache: {error}", target=str(file)
            ) from error

    def _prepared(self, file: Path) -> sqlite3.Connection:
        # no transaction of more than one statement: each is kept at once
        with _closed_on_error(
            sqlite3.connect(file, timeout=_OPENING_S, isolation_level=None, check_same_thread=False)
        ) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != VERSION:
                connection.execute("DROP TABLE IF EXISTS answers")
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(_TABLE)
            oldest = (self._now() - KEPT_FOR).isoformat()
            connection.execute("DELETE FROM answers WHERE at < ?", (oldest,))
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_S * 1000:.0f}")
            return connection


@contextlib.contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Generator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _get(connection: sqlite3.Connection, key: str) -> Answer | None:
    row = connection.execute(
        "SELECT at, status, url, headers, body FROM answers WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    at, status, url, headers, body = row
    try:
        return Answer(
            status=status,
            headers=msgspec.json.decode(headers, type=dict[str, str]),
            body=bytes(body),
            url=url,
            at=datetime.fromisoformat(at).astimezone(UTC),
            from_cache=True,
        )
    except (ValueError, TypeError, msgspec.MsgspecError):  # somebody wrote into the file
        return None

"""A web of a few answers, which notes what it was asked."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from refman.model import Entry, Identifiers
from refman.normalise import parse_arxiv
from refman.settings import Secret, SourceSettings
from refman.web import Answer, Request

DATA = Path(__file__).parents[2] / "data" / "lookup"
AT = datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
BASE = "https://service.example"


class FakeWeb:
    """Answer each request by the first of the answers whose part stands in its address."""

    def __init__(self, *answers: tuple[str, bytes | tuple[int, bytes]], from_cache=False) -> None:
        self._answers = answers
        self._from_cache = from_cache
        self.requests: list[Request] = []
        self.set_asides: list[tuple[str, str]] = []

    def send(self, request: Request, *, source: str) -> Answer:
        self.requests.append(request)
        where = address(request)
        for part, said in self._answers:
            if part in where:
                status, body = said if isinstance(said, tuple) else (200, said)
                is_kept = self._from_cache and request.max_age_s is None
                return Answer(
                    status=status, headers={}, body=body, url=where, at=AT, from_cache=is_kept
                )
        return Answer(status=404, headers={}, body=b"Nothing here.", url=where, at=AT)

    def set_aside(self, source: str, why: str) -> None:
        self.set_asides.append((source, why))

    @property
    def aside(self) -> list[tuple[str, str]]:
        return self.set_asides

    @property
    def asked(self) -> list[str]:
        return [address(request).removeprefix(BASE) for request in self.requests]


def address(request: Request) -> str:
    query = urlencode(request.params, safe=':/,|()[]{}" +')
    return request.url + (f"?{query}" if query else "")


def settings(key: str | None = None, base_url: str = f"{BASE}/") -> SourceSettings:
    return SourceSettings(base_url=base_url, key=Secret(key) if key else None)


def entry(title: str | None = None, *, arxiv: str | None = None, **identifiers: str) -> Entry:
    number = parse_arxiv(f"arXiv:{arxiv}") if arxiv else None
    return Entry(title=title, identifiers=Identifiers(arxiv=number, **identifiers))


def shown(entries: Iterable[Entry]) -> bytes:
    plain = msgspec.json.encode([msgspec.to_builtins(entry) for entry in entries])
    return msgspec.json.format(plain, indent=1) + b"\n"


def check_sample(path: Path, entries: Iterable[Entry], *, update: bool) -> None:
    """Compare what a sample gives with the file of expected entries beside it."""
    expected = path.with_suffix(".expected.json")
    if update:
        expected.write_bytes(shown(entries))
    assert shown(entries).decode() == expected.read_text("utf-8")


def samples(source: str) -> list[Path]:
    folder = DATA / source
    return sorted(p for p in folder.iterdir() if not p.name.endswith(".expected.json"))


Read = Callable[[bytes], object]

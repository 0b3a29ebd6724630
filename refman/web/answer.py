"""What is asked of the web, what it answers, and who asks."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from typing import Protocol

import msgspec

from refman.web.secrets import Redaction

__all__ = ["Answer", "Expects", "Request", "Stream", "Web"]


_WITHOUT_KEYS = Redaction([])


class Expects(Enum):
    """What kind of body the one who asks can read."""

    ANYTHING = "anything"
    JSON = "JSON"
    XML = "XML"


class Stream(Protocol):
    """Be read once, while it is sent; its length is known before, and is not 0."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[bytes]: ...

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, no more than ``size``; none at the end."""
        ...


class Request(msgspec.Struct, frozen=True):
    """Hold a question to a service.

    Attributes:
        url: absolute, http or https.
        params: names and values that are added to the address, unescaped; names may repeat.
        headers: beside those that every request has. Keys belong here rather than in ``params``.
        body: sent by POST if it is set; only for questions, which may be asked twice without harm.
        max_age_s: how old a kept answer may be, in seconds; None for what the settings say.
        expects: what a success has to look like: a source that answers with anything else (such as
            a page that asks whether one is a robot) is set aside.
        head: ask for the headers only.
        follow: go where the answer sends. Where not, the answer is that of this one address, a
            redirect too, and is kept whatever its status says of it.
        most_bytes: so much of the body is enough, unpacked; the rest is not read. None for all.
        also_kept: statuses by which this service, too, says something of the question, not of the
            moment or the key.
        verb: the method of HTTP where it is none of HEAD, GET and POST, or a POST without a body;
            for ``refman.web.line`` only.
        stream: a body that is read while it is sent, in place of ``body``; likewise.
    """

    url: str
    params: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    max_age_s: float | None = None
    expects: Expects = Expects.ANYTHING
    head: bool = False
    follow: bool = True
    most_bytes: int | None = None
    also_kept: frozenset[int] = frozenset()
    verb: str | None = None
    stream: "Stream | None" = None

    def __repr__(self) -> str:
        """Return method and address only, without keys: this may end up in a log."""
        return f"Request({self.method} {_WITHOUT_KEYS(self.url)})"

    @property
    def method(self) -> str:
        """The method of HTTP."""
        if self.verb is not None:
            return self.verb
        if self.head:
            return "HEAD"
        return "GET" if self.body is None else "POST"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a service answered.

    Attributes:
        status: of HTTP. That a paper is not known (404), and whatever else a service says of one
            question, is an answer and no error.
        headers: by their names in lower case; one that came several times is joined by commas.
        body: unpacked, as bytes: what encoding it has its reader knows best.
        url: where it came from, after redirects, without keys.
        at: when it was fetched or last confirmed, in UTC.
        from_cache: whether it was kept from an earlier time.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    at: datetime
    from_cache: bool = False


class Web(Protocol):
    """Ask services of the web, politely; safe to use from several threads at once."""

    def send(self, request: Request, *, source: str) -> Answer:
        """Return the answer, from the cache if it is fresh enough.

        Args:
            request: the question.
            source: who is asked: a source's name as in settings, else any word, such as "links".

        Raises:
            WebError: no answer that can be used; see ``refman.errors`` for the kinds.
            Cancelled: the user stopped the work.
        """
        ...

    def set_aside(self, source: str, why: str) -> None:
        """Ask this source no more in this run, for a reason that only its reader can see.

        Args:
            source: as in ``send``.
            why: a clause for people, without a full stop: "the key is not valid".
        """
        ...

    @property
    def aside(self) -> list[tuple[str, str]]:
        """The sources, or hosts, that were set aside, and why, in that order, each once."""
        ...

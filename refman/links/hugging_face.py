"""Hugging Face's models, data sets and spaces: https://huggingface.co/docs/hub/api.

Without a key a repository that is not there looks like one that is private: 401. One that was
renamed is answered with a redirect, which the web follows. The licence is what the authors wrote at
the head of the repository's card.
"""

import re
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec

from refman.links.canonical import split_url
from refman.links.check_rules import spdx_license
from refman.links.repositories import (
    Count,
    Named,
    RepositoryHost,
    Said,
    are_names,
    bearer,
    read_json,
    said_alive,
    utc,
)
from refman.links.rules import rule_for
from refman.model import LinkKind, LinkState, Repository
from refman.web import Answer, Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings

__all__ = ["make"]

_NAME = "hugging_face"
_HOSTS = frozenset({"huggingface.co", "hf.co"})
_PAGES = {"models": "", "datasets": "datasets/", "spaces": "spaces/"}
_KINDS = frozenset({LinkKind.MODEL, LinkKind.DATASET, LinkKind.DEMO})
_PATH = re.compile(
    r"/(?:(?P<kind>datasets|spaces)/)?(?P<id>[\w.-]{1,96}/[\w.-]{1,96})(?:/(?P<rest>[^?#]*))?(?:[?#].*)?\Z",
    re.ASCII,
)
_ID = re.compile(r"[\w.-]{1,96}(?:/[\w.-]{1,96})?\Z", re.ASCII)
_NO_REPOSITORY = re.compile(
    r"/(?:collections|datasets|spaces|organizations)/[^/]+/?\Z|/collections/"
)

_LICENSE_TAG = "license:"
_LOCKED = "access to this resource is disabled"

_SAYING: frozenset[int] = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})


class _Card(msgspec.Struct, frozen=True):
    license: str | list[str | None] | None = None
    license_name: str | None = None


class _Repository(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an answer, as far as it is used; ``gated`` is false, or how the files are given."""

    id: str | None = None
    likes: Count | None = None
    disabled: bool | None = None
    gated: bool | str | None = None
    last_modified: datetime | None = msgspec.field(default=None, name="lastModified")
    card: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"null"), name="cardData")
    tags: list[str | None] | None = None


class _HuggingFace:
    """Ask Hugging Face."""

    name = _NAME
    label = "Hugging Face"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/api"
        self._headers = bearer(settings)
        self._has_key = bool(settings.key)
        # With a key they may be the key's.
        self._also_kept: frozenset[int] = frozenset() if settings.key else _SAYING

    def named(self, url: str) -> Named | None:
        """Return the repository of an address; None for what else is on Hugging Face."""
        host, path = split_url(url)
        found = _PATH.match(path) if host in _HOSTS and not _NO_REPOSITORY.match(path) else None
        if found is None or rule_for(host, path).kind not in _KINDS:
            return None
        kind, id_ = found["kind"] or "models", found["id"]
        if not are_names(*id_.split("/")):
            return None
        return Named(path=f"{kind}/{id_}", url=_page(kind, id_), is_whole=not found["rest"])

    def request(self, named: Named) -> Request:
        """Return what is to be asked."""
        return Request(
            url=f"{self._url}/{named.path}",
            headers=self._headers,
            expects=Expects.JSON,
            also_kept=self._also_kept,
        )

    def read(self, named: Named, answer: Answer) -> Said | None:
        """Return what an answer says of a repository.

        Source: ``hf_raise_for_status`` of the library huggingface_hub.
        """
        status, said = answer.status, answer.headers.get("x-error-message", "").casefold()
        if answer.headers.get("x-error-code") == "GatedRepo":
            return Said(state=LinkState.ALIVE, at=answer.at, repository=Repository(gated=True))
        if status == HTTPStatus.FORBIDDEN and _LOCKED in said:
            why, repository = f"was disabled ({status})", Repository(disabled=True)
            return Said(state=LinkState.DEAD, at=answer.at, why=why, repository=repository)
        if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
            why = f"is deleted, or private ({status})"
            return Said(state=LinkState.DEAD, at=answer.at, why=why)
        told = read_json(answer, _Repository, source=self.label)
        if told is None:
            return None
        kind = named.path.partition("/")[0]
        page = _page(kind, told.id) if told.id and _ID.match(told.id) else None
        repository = Repository(
            license=_license(told),
            stars=told.likes,
            disabled=told.disabled,
            gated=None if told.gated is None else bool(told.gated),
            pushed=utc(told.last_modified),
        )
        return said_alive(named, page, repository, answer.at)

    def why_aside(self, answer: Answer) -> str | None:
        """Return that the key is not valid, where that is what an answer says.

        Who has a valid one is told 404 of what is not there, and 403 of what is gated.
        """
        is_refused = self._has_key and answer.status == HTTPStatus.UNAUTHORIZED
        return "does not take the key (sources.hugging_face.key)" if is_refused else None


def _page(kind: str, id_: str) -> str:
    return f"https://huggingface.co/{_PAGES[kind]}{id_}"


def _license(told: _Repository) -> str | None:
    """Return the licence that the card names; the tag that Hugging Face made of it where not."""
    try:
        card = msgspec.json.decode(told.card, type=_Card | None) or _Card()
    except (msgspec.MsgspecError, RecursionError):
        card = _Card()  # authors write what they like
    cards = [card.license] if isinstance(card.license, str) else card.license or []
    tags = [tag for tag in told.tags or () if tag and tag.startswith(_LICENSE_TAG)]
    named = (*cards, *(tag.removeprefix(_LICENSE_TAG) for tag in tags), card.license_name)
    return next(filter(None, map(spdx_license, named)), None)


def make(settings: "SourceSettings") -> RepositoryHost:
    """Return the host with its settings."""
    return _HuggingFace(settings)

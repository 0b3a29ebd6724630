"""GitHub's repositories, by its REST API: https://docs.github.com/rest/repos/repos.

A repository that was renamed or given away is answered with 301 to its number, which the web
follows; one that is gone looks like a private one. Without a key 60 questions an hour are answered.
"""

import re
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec

from refman.links.canonical import canonical_url, split_url
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

_NAME = "github"
_HOST = "github.com"
_PATH = re.compile(r"/([\w.-]{1,100})/([\w.-]{1,200})(?:/(?P<rest>[^?#]*))?(?:[?#].*)?\Z", re.ASCII)
_PAGE = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+\Z", re.ASCII)

_SAYING: frozenset[int] = frozenset(
    {HTTPStatus.FORBIDDEN, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS}
)


class _License(msgspec.Struct, frozen=True):
    spdx_id: str | None = None


class _Repository(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an answer, as far as it is used."""

    html_url: str | None = None
    license: _License | None = None
    stargazers_count: Count | None = None
    archived: bool | None = None
    disabled: bool | None = None
    pushed_at: datetime | None = None


class _GitHub:
    """Ask GitHub."""

    name = _NAME
    label = "GitHub"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = settings.base_url.rstrip("/")
        self._headers = (
            ("Accept", "application/vnd.github+json"),
            ("X-GitHub-Api-Version", "2022-11-28"),
            *bearer(settings),
        )
        # With a key they may be the key's.
        self._also_kept: frozenset[int] = frozenset() if settings.key else _SAYING

    def named(self, url: str) -> Named | None:
        """Return the repository of an address; None for what else is on GitHub."""
        host, path = split_url(url)
        found = _PATH.match(path) if host == _HOST else None
        if found is None or rule_for(host, path).kind is not LinkKind.CODE:
            return None
        owner, name = found[1], found[2].removesuffix(".git")
        if not are_names(owner, name):
            return None
        return Named(
            path=f"repos/{owner}/{name}".lower(),
            url=f"https://{_HOST}/{owner}/{name}",
            is_whole=not found["rest"],
        )

    def request(self, named: Named) -> Request:
        """Return what is to be asked."""
        return Request(
            url=f"{self._url}/{named.path}",
            headers=self._headers,
            expects=Expects.JSON,
            also_kept=self._also_kept,
        )

    def read(self, named: Named, answer: Answer) -> Said | None:
        """Return what an answer says of a repository."""
        if answer.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
            why = f"is deleted, or private ({answer.status})"
            return Said(state=LinkState.DEAD, at=answer.at, why=why)
        if answer.status == HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS:
            why = f"was taken down for legal reasons ({answer.status})"
            return Said(state=LinkState.DEAD, at=answer.at, why=why)
        if answer.status == HTTPStatus.FORBIDDEN and b'"block"' in answer.body:
            why = f"was blocked by GitHub ({answer.status})"
            return Said(state=LinkState.DEAD, at=answer.at, why=why)
        told = read_json(answer, _Repository, source=self.label)
        if told is None:
            return None
        page = canonical_url(told.html_url) if told.html_url else None
        repository = Repository(
            license=spdx_license(told.license.spdx_id) if told.license else None,
            stars=told.stargazers_count,
            archived=told.archived,
            disabled=told.disabled,
            pushed=utc(told.pushed_at),
        )
        page = page if page is not None and _PAGE.match(page) else None
        return said_alive(named, page, repository, answer.at)

    def why_aside(self, answer: Answer) -> str | None:
        """Return that the key is not valid, where that is what an answer says."""
        is_refused = answer.status == HTTPStatus.UNAUTHORIZED
        return "does not take the key (sources.github.key)" if is_refused else None


def make(settings: "SourceSettings") -> RepositoryHost:
    """Return the host with its settings."""
    return _GitHub(settings)

"""Each format loses what it says that it loses, and nothing else."""

from functools import cache

import msgspec
import pytest

from refman.formats.format import FEATURES, Options
from refman.model import Identifiers, ItemType, LinkKind, LinkState, Repository, Status
from refman.plugins import load_formats
from tests.formats.entries import BARE, FULL
from tests.formats.shown import dumped

FORMATS = load_formats()
CASES = [
    pytest.param(format_, Options(profile=profile), id=f"{name}-{profile and profile.value}")
    for name, format_ in FORMATS.items()
    for profile in format_.profiles or (None,)
]
EVERY_TYPE = {"csl_json", "csl_yaml", "endnote_xml", "ris", "zotero_rdf", "csv", "markdown"}
"""Formats that hold a field for every type that has it, or for none."""

# What an arXiv number would give of itself is something else here, so that leaving it out shows.
RICH = msgspec.structs.replace(
    FULL,
    source="Lamp Index",
    url="https://lamps.example/paper",
    extra={**FULL.extra, "related": BARE.citekey},
)
_BARE_VALUES = {
    "identifiers": Identifiers(),
    "status": Status.NEEDS_REVIEW,
    "provenance": {},
    "extra": {"related": BARE.citekey},
}


def without(feature):
    """RICH without a feature."""
    owner, _, part = feature.partition(".")
    if owner == "arxiv":
        arxiv = msgspec.structs.replace(RICH.identifiers.arxiv, **{part: None})
        identifiers = msgspec.structs.replace(RICH.identifiers, arxiv=arxiv)
        return msgspec.structs.replace(RICH, identifiers=identifiers)
    if owner == "links" and part:
        links = tuple(_link_without(link, part) for link in RICH.links)
        return msgspec.structs.replace(RICH, links=links)
    if owner == "related":
        return msgspec.structs.replace(RICH, extra=FULL.extra)
    if part == "automatic":
        words = tuple(msgspec.structs.replace(word, automatic=False) for word in RICH.keywords)
        return msgspec.structs.replace(RICH, keywords=words)
    empty = () if isinstance(getattr(RICH, feature), tuple) else None
    return msgspec.structs.replace(RICH, **{feature: _BARE_VALUES.get(feature, empty)})


def _link_without(link, part):
    if part == "title":
        return msgspec.structs.replace(link, kind=LinkKind.OTHER, roles=())
    if part in {"archived", "repository"} and link.repository is not None:
        kept = {"archived": link.repository.archived} if part == "repository" else {}
        bare = msgspec.structs.replace(link.repository, archived=None)
        return msgspec.structs.replace(link, repository=Repository(**kept) if kept else bare)
    bare = {
        "roles": link.roles[:1],
        "promised": False,
        "state": LinkState.UNCHECKED,
    }.get(part)
    part = "repository" if part == "archived" else part
    return msgspec.structs.replace(link, **{part: bare})


def test_all_formats_are_there():
    assert set(FORMATS) >= EVERY_TYPE


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_can_be_left_out(feature):
    kept = 1 if feature == "links.title" else 0  # a link is never without any title
    assert (FEATURES[feature](without(feature)) == 0) is not kept
    assert FEATURES[feature](RICH) > 0


@pytest.mark.parametrize(("format_", "options"), CASES)
def test_only_known_features_are_declared_lost(format_, options):
    losses = format_.losses(options)
    assert set(losses) <= set(FEATURES)
    assert all(losses.values())


@pytest.mark.parametrize("feature", FEATURES)
@pytest.mark.parametrize(("format_", "options"), CASES)
def test_what_is_lost_is_declared_and_nothing_else(format_, options, feature):
    told = (_differs(format_, options, feature, item_type) for item_type in ItemType)
    if feature in format_.losses(options):
        assert not any(told)
    else:
        assert all(told) if format_.name in EVERY_TYPE else any(told)


def _differs(format_, options, feature, item_type):
    is_beside = feature == "related"
    full = _full(format_.name, options.profile, item_type, is_beside=is_beside)
    return full != _typed(format_, options, without(feature), item_type, is_beside=is_beside)


@cache
def _full(name, profile, item_type, *, is_beside):
    return _typed(FORMATS[name], Options(profile=profile), RICH, item_type, is_beside=is_beside)


def _typed(format_, options, entry, item_type, *, is_beside):
    others = (BARE,) if is_beside else ()
    entry = msgspec.structs.replace(entry, type=item_type)
    return dumped(format_, entry, *others, options=options)

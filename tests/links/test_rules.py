import re

import pytest

from refman import resources
from refman.errors import ResourceError
from refman.links import canonical_url, find_links, hosts, rules
from refman.links.canonical import split_url
from refman.model import LinkKind
from tests.links.cases import table

ADDRESSES = table("kinds.toml")["addresses"]
FURNITURE = table("kinds.toml")["furniture"]
RULES = list(enumerate(rules.host_rules()))


def rule_of(url):
    return rules.rule_for(*split_url(canonical_url(url)))


def host_like(row):
    """Return a host that a row's entry fits."""
    if row == "*":
        return "quays.example.org"
    return row.replace("*.", "quays.").replace(".*", ".example.org")


@pytest.mark.parametrize(("url", "kind"), ADDRESSES, ids=[url for url, _ in ADDRESSES])
def test_host_and_path_tell_the_kind(url, kind):
    assert rule_of(url).kind is LinkKind(kind)


@pytest.mark.parametrize(("place", "rule"), RULES)
def test_every_row_decides_about_an_address_and_is_shadowed_by_none(place, rule):
    examples = [url for url, _ in ADDRESSES if rule_of(url) == rule]
    assert examples, f"rule {place} of {rules.TABLE} decides about no address of kinds.toml"
    paths = [split_url(url).path for url in examples]
    for host in rule.hosts:
        assert any(rules.rule_for(host_like(host), path) == rule for path in paths), host


@pytest.mark.parametrize(("place", "rule"), RULES)
def test_every_host_is_written_as_it_is_looked_up(place, rule):
    for host in rule.hosts:
        assert host == host.lower().removeprefix("www.")
        assert "*" not in host.removeprefix("*.").removesuffix(".*") or host == "*"
    assert rule.kind not in rule.named


def test_the_last_row_fits_every_address():
    last = rules.host_rules()[-1]
    assert (last.hosts, last.path) == (("*",), None)
    assert rules.rule_for("", "") == last


def test_hosts_are_told_with_and_without_www():
    assert rule_of("https://www.github.com/example-lab/quays").kind is LinkKind.CODE
    assert rule_of("https://notgithub.com/example-lab/quays").kind is LinkKind.PROJECT
    assert rule_of("https://github.com.example.org/example-lab/quays").kind is LinkKind.PROJECT
    assert rule_of("https://github.io/a").hosts == ("*",)


def test_known_hosts_need_no_scheme():
    assert rules.is_known_host("quays.github.io")
    assert rules.is_known_host("www.example.org")
    assert not rules.is_known_host("www.example")
    assert not rules.is_known_host("example.org")


@pytest.mark.parametrize("row", FURNITURE, ids=[row["url"] for row in FURNITURE])
def test_addresses_of_a_page_are_told(row):
    host, path = split_url(row["url"])
    assert rules.is_furniture(host, path, alone=True)
    assert rules.is_furniture(host, path, alone=False) is row["with_words"]


def test_every_row_of_the_furniture_tells_one():
    split = [split_url(row["url"]) for row in FURNITURE]
    for row in rules.furniture():
        assert any(
            re.match(row.path, path) and (host in row.hosts or "*" in row.hosts)
            for host, path in split
        )
    assert not rules.is_furniture("huggingface.co", "/papers/2501.01234", alone=True)
    assert not rules.is_furniture("quays.example.org", "/a", alone=True)


def test_words_stand_for_their_plural_and_with_a_hyphen():
    words = rules.phrases()
    assert words["libraries"] is words["library"] is LinkKind.CODE
    assert words["pre trained models"] is LinkKind.MODEL
    assert "youtube" not in words
    assert rules.phrases(labels=True)["youtube"] is LinkKind.VIDEO
    assert all(phrase == phrase.lower().strip() for phrase in words)


def test_no_word_has_two_meanings():
    sections = resources.read_table(rules.TABLE)
    for section in ("roles", "labels"):
        words = [word for row in sections[section].values() for word in row]
        assert len(words) == len(set(words))


def test_a_damaged_table_is_told(monkeypatch):
    monkeypatch.setattr(hosts, "_table", lambda _: {"sentences": {"lead_ins": "at"}})
    with pytest.raises(ResourceError, match=r"damaged in \[sentences\]") as caught:
        rules.sentences.__wrapped__()
    assert caught.value.resource == rules.TABLE
    with pytest.raises(ResourceError, match=r"damaged in \[finding\]"):
        rules.finding.__wrapped__()


def test_a_known_host_without_scheme_needs_a_path_that_its_row_knows():
    assert [link.url for link in find_links("openreview.net/forum?id=abcdef1")] == [
        "https://openreview.net/forum?id=abcdef1"
    ]
    assert find_links("OpenReview.net/Harbour/2025") == []

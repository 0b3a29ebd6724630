import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.links import canonical_url, url_key
from refman.links.canonical import Address, split_url
from refman.links.rules import finding
from tests.links.cases import cases

SIGNS = "htTpPsS:/\\{}_~%&#?=.@[]()$-^ aBz019\n\té中\u200bİß‐。"
WHOLE = ["https://", "ftp://", "//", "www.", "%41", "%2f", "{}", "\\textunderscore", "$\\sim$"]
PARTS = ["&amp;", "utm_source=x", ":80", ":443"]
pieces = st.sampled_from([*SIGNS, *WHOLE, *PARTS])
addresses = st.lists(pieces, max_size=40).map("".join) | st.text()


@pytest.mark.parametrize("case", cases("canonical.toml", label="raw"))
def test_every_way_to_write_an_address_has_one_form(case):
    assert canonical_url(case["raw"]) == case["url"]
    assert url_key(case["raw"]) == case.get("key", url_key(case["url"]))


@given(addresses)
def test_a_canonical_address_is_its_own_canonical_form(raw):
    url = canonical_url(raw)
    assert canonical_url(url) == url
    assert url_key(url) == url_key(raw)


@given(addresses)
def test_a_canonical_address_holds_only_signs_of_a_url(raw):
    url = canonical_url(raw)
    if url.startswith(("http://", "https://")):
        assert url.isascii()
        assert not set(url) & set(' "<>\\^`{|}\n\t')
        assert "@" not in url.partition("://")[2].partition("/")[0].partition("?")[0].split("#")[0]


@pytest.mark.parametrize("first", ["http://", "https://", "", "https://www.", "HTTP://WWW."])
@pytest.mark.parametrize("last", ["", "/", "//"])
def test_keys_do_not_tell_scheme_www_and_last_slash(first, last):
    assert url_key(f"{first}example.org/Quays{last}") == "example.org/Quays"


@pytest.mark.parametrize(
    "other",
    ["example.org/quays", "example.org/Quays?a", "example.org/Quays#a", "example.org:81/Quays"],
)
def test_keys_tell_all_else(other):
    assert url_key(other) != url_key("example.org/Quays")


@pytest.mark.parametrize("row", finding().tracking)
def test_every_tracking_row_is_dropped(row):
    name = f"{row}x" if row.endswith("_") else row
    assert canonical_url(f"https://example.org/?a=1&{name}=2") == "https://example.org/?a=1"


def test_an_address_is_split_behind_its_host():
    assert split_url("https://www.example.org:81/a?b#c") == Address("example.org", "/a?b#c")
    assert split_url("https://example.org?b") == Address("example.org", "?b")
    assert split_url("https://[2001:db8::1]:81") == Address("[2001:db8::1]", "")

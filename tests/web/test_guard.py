import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import AddressError
from refman.web.guard import Guard, is_public, origin

PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
          "2002:808:808::1", "172.32.0.1", "192.169.0.1", "11.0.0.0"]  # fmt: skip
PRIVATE = ["127.0.0.1", "127.255.255.255", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
           "192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1",
           "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
           "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
           "64:ff9b:1::808:808", "2002:a00:1::1", "2001:0:1::1", "2001:db8::1", "3fff::1",
           "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
           "2606:2800:220:1::1%eth0", "4000::1", "100::1", "not an address", ""]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not(address):
    assert not is_public(address)


@given(st.ip_addresses())
def test_nothing_is_public_that_the_standard_library_knows_to_be_private(address):
    if is_public(str(address)):
        # Which addresses of 6to4 are private, Pythons disagree on: the one within tells.
        within = [getattr(address, form, None) for form in ("ipv4_mapped", "sixtofour")]
        address = next(filter(None, within), address)
        named = ("loopback", "link_local", "multicast", "private", "unspecified")
        assert [name for name in named if getattr(address, f"is_{name}")] == []


@given(st.ip_addresses(v=4))
def test_an_address_in_other_clothes_is_the_same_address(address):
    mapped = ipaddress.IPv6Address(int(ipaddress.IPv6Address("::ffff:0:0")) | int(address))
    nat64 = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | int(address))
    assert is_public(str(mapped)) == is_public(str(nat64)) == is_public(str(address))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example", ("http", "a.example", 80)),
        ("https://A.example./x", ("https", "a.example", 443)),
        ("HTTPS://a.example:8443", ("https", "a.example", 8443)),
        ("http://[::1]:81/", ("http", "::1", 81)),
    ],
)
def test_origins(url, expected):
    assert origin(url) == expected


def test_names_in_the_settings_are_allowed_where_they_are_named():
    guard = Guard(
        ["Mirror.local", "cache.local:81", "[::1]", "[fd00::1]:82"],
        [
            "http://127.0.0.1:8080/x",
            "https://api.example",
            "http://broken:99999",
            "ftp://no.example",
        ],
    )
    assert guard.check("10.0.0.1", "mirror.LOCAL.", 5)
    assert guard.check("10.0.0.1", "cache.local", 81)
    assert not guard.check("10.0.0.1", "cache.local", 80)
    assert guard.check("::1", "::1", 1)
    assert guard.check("fd00::1", "fd00::1", 82)
    assert not guard.check("fd00::1", "fd00::1", 83)
    assert guard.check("127.0.0.1", "127.0.0.1", 8080)
    assert not guard.check("127.0.0.1", "127.0.0.1", 8081)
    assert not guard.check("127.0.0.1", "localhost", 8080)
    assert guard.check("10.0.0.1", "api.example", 443)
    assert not guard.check("10.0.0.1", "api.example", 80)
    assert guard.check("8.8.8.8", "any.example", 80)


@pytest.mark.parametrize(
    "url",
    ["", "x", "file:///x", "http://", "http://a:0", "http://a:x", "http://[::1", "http://u@a.example",
     "http://u:p@a.example", "http://@a.example", "mailto:a@b.example"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_not_asked(url):
    with pytest.raises(AddressError) as caught:
        Guard.check_url(url, source="s", shown="shown")
    assert (caught.value.source, caught.value.url) == ("s", "shown")
    assert str(caught.value).startswith("shown is not")

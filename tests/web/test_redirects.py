import pytest

from refman.web import Request
from refman.web.client import FaultError, Raw
from refman.web.redirects import redirected
from refman.web.secrets import Redaction

KEY = "k3y"
REDACTION = Redaction([KEY])
HEADERS = (("X-Api-Key", "any"), ("Accept", "application/json"), ("X-Custom", f"Bearer {KEY}"))


def after(location, status=302, body=None, url="https://a.example/x/y?q=1"):
    request = Request(url, params=(("p", "1"),), headers=HEADERS, body=body)
    headers = {} if location is None else {"location": location}
    return redirected(request, Raw(status, headers, b"", url), REDACTION)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/z", "https://a.example/z"),
        ("z?q=2", "https://a.example/x/z?q=2"),
        ("?q=2#part", "https://a.example/x/y?q=2"),
        ("https://a.example:443/z", "https://a.example:443/z"),
        (" https://A.EXAMPLE/z ", "https://A.EXAMPLE/z"),
        ("/caf\xc3\xa9", "https://a.example/café"),
        ("/caf\xe9", "https://a.example/café"),
        ("/日", "https://a.example/日"),
        (f"/z?key={KEY}", f"https://a.example/z?key={KEY}"),
    ],
)
def test_keys_stay_at_the_same_origin(location, url):
    following = after(location)
    assert (following.url, following.headers, following.params) == (url, HEADERS, ())


def test_keys_may_go_from_http_to_https_of_the_same_host():
    assert after("https://a.example/", url="http://a.example/").headers == HEADERS


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("https://a.example/", "http://a.example/"),
        ("https://a.example/", "https://b.example/"),
        ("https://a.example/", "https://b.a.example/"),
        ("https://a.example/", "//b.example/"),
        ("https://a.example/", "https://a.example:444/"),
        ("http://a.example/", "https://a.example:444/"),
        ("http://a.example:81/", "https://a.example/"),
        ("https://a.example/", "mailto:a@b.example"),
    ],
)
def test_keys_go_nowhere_else(here, there):
    assert after(there, url=here).headers == (("Accept", "application/json"),)
    with pytest.raises(FaultError, match="sends a key to somebody else"):
        after(f"{there}?q={KEY}", url=here)


@pytest.mark.parametrize(
    ("status", "body", "kept"),
    [(301, b"b", None), (302, b"b", None), (303, b"b", None), (307, b"b", b"b"), (308, b"b", b"b"),
     (303, None, None)],
)  # fmt: skip
def test_questions_become_plain_where_the_status_says_so(status, body, kept):
    assert after("/z", status, body).body == kept


@pytest.mark.parametrize(
    ("status", "location"), [(200, "/z"), (304, "/z"), (300, "/z"), (302, None), (302, "")]
)
def test_what_is_no_redirect(status, location):
    assert after(location, status) is None


def test_what_is_no_address_is_a_fault():
    with pytest.raises(FaultError, match="no address"):
        after("http://[::1/")

"""Addresses asked at hosts on 127.0.0.1, and what their answers are taken for."""

import datetime as dt

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refman.links import canonical_url
from refman.links.liveness import check_address, with_liveness
from refman.links.run import repository_hosts
from refman.model import Link, LinkState, Repository, Span
from refman.settings import SourcesSettings
from refman.web import Answer
from refman.web.guard import Guard
from refman.web.polite import Times
from tests.links.site import NOW, Site, page, to, told

ALIVE, MOVED, DEAD, UNREACHABLE, UNCHECKED = (
    LinkState.ALIVE, LinkState.MOVED, LinkState.DEAD, LinkState.UNREACHABLE, LinkState.UNCHECKED
)  # fmt: skip
HERE = "http://lamps.example:{port}"
NEW = "http://new.example:{port}"

GLOW = {
    "id": 7, "full_name": "ada/glow", "html_url": "https://github.com/ada/glow", "private": False,
    "stargazers_count": 1234, "archived": True, "disabled": False,
    "license": {"key": "mit", "spdx_id": "MIT"}, "pushed_at": "2024-02-03T04:05:06Z",
}  # fmt: skip
TULL = {
    "_id": "x", "id": "ada/tull", "likes": 12, "disabled": False, "gated": "manual",
    "private": False, "lastModified": "2024-02-03T04:05:06.000Z", "tags": ["license:apache-2.0"],
    "cardData": {"license": "cc-by-4.0"},
}  # fmt: skip
FRESH = GLOW | {
    "license": {"spdx_id": "NOASSERTION"}, "archived": False,
    "html_url": "https://github.com/ada/fresh",
}  # fmt: skip
LOGS = TULL | {
    "id": "ada/logs", "gated": False, "tags": [None, "x"],
    "cardData": {"license": ["other", None], "license_name": "lamp-licence"},
}  # fmt: skip
DEMO = {"id": "ada/demo", "cardData": "odd", "tags": ["license:mit"]}
REFRESH = (
    '<noscript><META http-equiv="refresh" content="0;URL='
    'http://new.example:{port}/moved?b=2&amp;utm_source=x"></noscript>'
)
STATUSES = (400, 401, 402, 403, 405, 406, 410, 418, 451, 500, 501, 999)
ROUTES = {
    # well
    "lamps.example/": page(),
    "lamps.example/well": page(),
    "lamps.example/index.html": to("/"),
    "lamps.example/en": to("/en/"),
    "lamps.example/en/": page(),
    "new.example/": page(),
    "new.example/moved": page(),
    "new.example/moved?b=2": page(),
    "lamps.example/multiple": page(300),
    # sent on
    "lamps.example/for-good": to(f"{NEW}/moved"),
    "lamps.example/for-good-308": to(f"{NEW}/moved?b=2&utm_source=x", 308),
    "new.example/moved?b=2&utm_source=x": page(),
    "lamps.example/for-now": to(f"{NEW}/moved", 302),
    "lamps.example/for-now-307": to(f"{NEW}/moved", 307),
    "lamps.example/seen": to("/for-good", 303),
    "lamps.example/twice": to("/for-good"),
    "lamps.example/then-for-now": to(f"{HERE}/for-now"),
    "lamps.example/slash": to("/slash/", 302),
    "lamps.example/slash/": to(f"{NEW}/moved"),
    "lamps.example/own-part": to(f"{NEW}/moved#own"),
    "lamps.example/www": to("http://www.lamps.example:{port}/www"),
    "www.lamps.example/www": page(),
    "lamps.example/gone-home": to("/"),
    "lamps.example/gone-home-for-now": to("/", 302),
    "lamps.example/new-home": to(f"{NEW}/"),
    "lamps.example/moved-and-gone": to(f"{NEW}/nothing"),
    "lamps.example/away-for-now": to(f"{NEW}/nothing", 302),
    "lamps.example/away-410": to(f"{NEW}/gone", 307),
    "new.example/gone": page(410),
    "lamps.example/here-for-now": to("/nothing", 302),
    "lamps.example/moved-then-away": to(f"{NEW}/away"),
    "new.example/away": to("http://lab.example:{port}/nothing", 302),
    "lamps.example/moved-then-nothing": to(f"{NEW}/away-from-here"),
    "new.example/away-from-here": to("/nothing", 302),
    "lamps.example/moved-and-silent": to("http://moved.nowhere/"),
    "lamps.example/loop": to("/loop2"),
    "lamps.example/loop2": to("/loop", 302),
    "lamps.example/itself": to("/itself", 302),
    **{f"lamps.example/step{n}": to(f"/step{n + 1}", 302) for n in range(20)},
    "lamps.example/private": to("http://router.example:{port}/admin"),
    "lamps.example/mail": to("mailto:ada@lamps.example"),
    "lamps.example/no-address": to("http://[::1/"),
    "lamps.example/signed": to(f"{NEW}/file?token=abc", 302),
    "new.example/file?token=abc": page(),
    "lamps.example/no-location": page(301),
    # refused
    "lamps.example/keyed-login": to("/login?token=abc", 302),
    "lamps.example/login?token=abc": page(),
    "lamps.example/keyed-sale": to("http://hugedomains.com:{port}/x?token=abc", 302),
    "hugedomains.com/x?token=abc": page(),
    "lamps.example/keyed-home": to(f"{HERE}/home?token=abc", 302),
    "lamps.example/home?token=abc": to("/", 302),
    "hugedomains.com/news": to("/news/today"),
    "hugedomains.com/news/today": page(),
    "lamps.example/login-wall": to("/users/sign_in?to=x", 302),
    "lamps.example/google": to("http://accounts.google.com:{port}/x", 302),
    "lamps.example/login": page(),
    "lamps.example/for-sale": to("http://hugedomains.com:{port}/x", 302),
    "lamps.example/waf": page(202, "", x_amzn_waf_action="challenge"),
    "lamps.example/cloudflare": page(403, "", cf_mitigated="challenge"),
    **{f"lamps.example/status{n}": page(n, "") for n in STATUSES},
    "busy.example/a": page(429, "", retry_after="9999"),
    # methods
    **{f"HEAD lamps.example/no-head{n}": page(n, "") for n in (400, 403, 404, 405, 500, 501)},
    **{f"lamps.example/no-head{n}": page() for n in (400, 403, 404, 405, 500, 501)},
    "HEAD lamps.example/huge": page(405, ""),
    "lamps.example/huge": page(200, b"x" * 3_000_000),
    # known hosts
    "doi.org/10.5555/glow": to("http://publisher.example:{port}/robots", 302),
    "publisher.example/robots": page(403),
    "bit.ly/for-now": to(f"{NEW}/moved", 302),
    "bit.ly/twice": to("http://t.co:{port}/x"),
    "t.co/x": page(200, REFRESH),
    "bit.ly/gone": to(f"{NEW}/nothing"),
    "bit.ly/closed": to("http://publisher.example:{port}/robots"),
    "bit.ly/silent": to("http://silent.nowhere/"),
    "bit.ly/asks-first": page(),
    "bit.ly/": page(),
    "bit.ly/repo": to("https://github.com/ada/glow"),
    "bit.ly/lost-repo": to("http://github.com:{port}/ada/lost"),
    "bit.ly/private": to("http://router.example:{port}/admin"),
    "bilibili.com/video/BV1": page(200, "<title>视频去哪了呢？</title>"),
    "bilibili.com/video/BV2": page(200, "<title>Lamps</title>"),
    "x.com/ada": page(),
    # repositories
    "127.0.0.1/github/repos/ada/glow": told(GLOW),
    "127.0.0.1/github/repos/ada/old": to("/github/repositories/7"),
    "127.0.0.1/github/repositories/7": told(GLOW),
    "127.0.0.1/github/repos/ada/dmca": told({"message": "no"}, 451),
    "127.0.0.1/github/repos/ada/blocked": told({"block": {"reason": "tos"}}, 403),
    "127.0.0.1/github/repos/ada/year1": told(
        {"pushed_at": "0001-01-01T00:00:00+05:00", "stargazers_count": 3}
    ),
    "127.0.0.1/github/repos/ada/huge": told(GLOW | {"stargazers_count": 10**30}),
    "github.com/ada/huge": page(),
    "127.0.0.1/github/repos/ada/bare": told({"html_url": None}),
    "127.0.0.1/github/repos/ada/odd": told(GLOW | {"stargazers_count": "many"}),
    "127.0.0.1/github/repos/ada/trap": told(GLOW | {"html_url": "https://evil.example/a/b"}),
    "127.0.0.1/github/repos/ada/html": page(200, "<!doctype html><html>"),
    "127.0.0.1/github/repos/ada/fresh": told(FRESH),
    "github.com/ada/glow/tree/main/lamps": page(),
    "github.com/ada/odd": page(),
    "github.com/ada/html": page(),
    "127.0.0.1/hf/api/models/ada/tull": told(TULL),
    "127.0.0.1/hf/api/models/ada/old": to("/hf/api/models/ada/tull", 307),
    "127.0.0.1/hf/api/datasets/ada/logs": told(LOGS),
    "127.0.0.1/hf/api/spaces/ada/demo": told(DEMO),
    "127.0.0.1/hf/api/models/ada/gone": told({}, 401, x_error_code="RepoNotFound"),
    "127.0.0.1/hf/api/models/ada/locked": told(
        {}, 403, x_error_message="Access to this resource is disabled."
    ),
    "127.0.0.1/hf/api/models/ada/gated": told({}, 401, x_error_code="GatedRepo"),
    "127.0.0.1/hf/api/models/ada/refused": told({}, 403),
    "huggingface.co/ada/refused": page(),
}  # fmt: skip
MIT = Repository(
    license="MIT", stars=1234, archived=True, disabled=False,
    pushed=dt.datetime(2024, 2, 3, 4, 5, 6, tzinfo=dt.UTC),
)  # fmt: skip
CC = Repository(
    license="CC-BY-4.0", stars=12, disabled=False, gated=True, pushed=MIT.pushed
)  # fmt: skip


@pytest.fixture(scope="module")
def site():
    with Site(ROUTES) as site:
        yield site


@pytest.fixture
def check(site):
    webs = []

    def check_(place, *, key=None, **web):
        webs.append(site.web(key=key, **web))
        url = place if "://" in place else site.url(place)
        hosts = repository_hosts(site.settings(key=key).sources)
        return check_address(url, webs[-1], hosts, now=NOW)

    yield check_
    for web in webs:
        web.close()


CASES = [
    ("lamps.example/", ALIVE, None, None),
    ("ada:pass@lamps.example/", UNCHECKED, "is no address of the web that may be asked", None),
    ("lamps.example/well", ALIVE, None, None),
    ("lamps.example/index.html", ALIVE, None, None),
    ("lamps.example/en", ALIVE, None, None),
    ("lamps.example/for-good", MOVED, None, "new.example/moved"),
    ("lamps.example/for-good#part", MOVED, None, "new.example/moved#part"),
    ("lamps.example/own-part#part", MOVED, None, "new.example/moved#own"),
    ("lamps.example/for-good-308", MOVED, None, "new.example/moved?b=2"),
    ("lamps.example/for-now", ALIVE, None, None),
    ("lamps.example/for-now-307", ALIVE, None, None),
    ("lamps.example/seen", ALIVE, None, None),
    ("lamps.example/twice", MOVED, None, "new.example/moved"),
    ("lamps.example/then-for-now", MOVED, None, "lamps.example/for-now"),
    ("lamps.example/slash", MOVED, None, "new.example/moved"),
    ("lamps.example/www", ALIVE, None, None),
    ("lamps.example/gone-home", UNCHECKED, "first page", None),
    ("lamps.example/gone-home-for-now", UNCHECKED, "first page", None),
    ("lamps.example/new-home", MOVED, None, "new.example/"),
    ("lamps.example/moved-and-gone", DEAD, "is not there (404)", "new.example/nothing"),
    ("lamps.example/away-for-now", UNCHECKED,
     "sends to new.example, which is not there (404)", None),
    ("lamps.example/away-410", UNCHECKED,
     "sends to new.example, which is gone for good (410)", None),
    ("lamps.example/here-for-now", DEAD, "is not there (404)", None),
    ("lamps.example/moved-then-away", UNCHECKED,
     "sends to lab.example, which is not there (404)", "new.example/away"),
    ("lamps.example/moved-then-nothing", DEAD, "is not there (404)",
     "new.example/away-from-here"),
    ("https://[lamps.example/x", UNCHECKED, "is no address of the web that may be asked", None),
    ("lamps.example/moved-and-silent", UNREACHABLE,
     "sends to moved.nowhere, which cannot be found", "http://moved.nowhere/"),
    ("lamps.example/loop", UNREACHABLE, "round and round", None),
    ("lamps.example/itself", UNREACHABLE, "round and round", None),
    ("lamps.example/step0", UNREACHABLE, "round and round", None),
    ("lamps.example/private", UNCHECKED,
     "sends to router.example, which lies in a private network", None),
    ("lamps.example/mail", UNCHECKED, "no address of the web", None),
    ("lamps.example/no-address", UNCHECKED, "sends to what is no address", None),
    ("router.example/", UNCHECKED, "lies in a private network", None),
    ("lamps.example/signed", ALIVE, None, None),
    ("lamps.example/no-location", UNCHECKED, "answers 301, which says nothing", None),
    ("lamps.example/multiple", UNCHECKED, "answers 300, which says nothing", None),
    ("lamps.example/nothing", DEAD, "is not there (404)", None),
    ("gone.nowhere/", UNREACHABLE, "cannot be found", None),
    ("lamps.example/keyed-login", UNCHECKED, "asks for a login", None),
    ("lamps.example/keyed-sale", DEAD, "has given up its name", None),
    ("lamps.example/keyed-home", UNCHECKED, "first page", None),
    ("hugedomains.com/news", MOVED, None, "hugedomains.com/news/today"),
    ("lamps.example/login-wall", UNCHECKED, "asks for a login", None),
    ("lamps.example/google", UNCHECKED, "asks for a login", None),
    ("lamps.example/login", ALIVE, None, None),
    ("lamps.example/for-sale", DEAD, "has given up its name", None),
    ("lamps.example/waf", UNCHECKED, "whether one is a person", None),
    ("lamps.example/cloudflare", UNCHECKED, "whether one is a person", None),
    ("lamps.example/status400", UNCHECKED, "answers 400, which says nothing", None),
    ("lamps.example/status401", UNCHECKED, "asks for a login (401)", None),
    ("lamps.example/status402", UNCHECKED, "asks for money (402)", None),
    ("lamps.example/status403", UNCHECKED, "does not let programs in (403)", None),
    ("lamps.example/status405", UNCHECKED, "answers 405, which says nothing", None),
    ("lamps.example/status406", UNCHECKED, "does not let programs in (406)", None),
    ("lamps.example/status410", DEAD, "is gone for good (410)", None),
    ("lamps.example/status418", UNCHECKED, "does not let programs in (418)", None),
    ("lamps.example/status451", UNCHECKED, "legal reasons (451)", None),
    ("lamps.example/status500", UNREACHABLE, "has a fault of its own (500)", None),
    ("lamps.example/status501", UNREACHABLE, "has a fault of its own (501)", None),
    ("lamps.example/status999", UNCHECKED, "does not let programs in (999)", None),
    ("busy.example/a", UNCHECKED, "is asked too much (429)", None),
    *[(f"lamps.example/no-head{n}", ALIVE, None, None) for n in (400, 403, 404, 405, 500, 501)],
    ("lamps.example/huge", ALIVE, None, None),
    ("doi.org/10.5555/glow", ALIVE, None, None),
    ("doi.org/10.5555/lost", DEAD, "is not there (404)", None),
    ("bit.ly/for-now", ALIVE, None, "new.example/moved"),
    ("bit.ly/twice", ALIVE, None, "new.example/moved?b=2"),
    ("bit.ly/gone", DEAD, "is not there (404)", "new.example/nothing"),
    ("bit.ly/closed", UNCHECKED, "does not let programs in (403)", "publisher.example/robots"),
    ("bit.ly/silent", UNREACHABLE, "sends to silent.nowhere, which", "http://silent.nowhere/"),
    ("bit.ly/asks-first", UNCHECKED, "where it leads", None),
    ("bit.ly/private", UNCHECKED, "lies in a private network", None),
    ("bit.ly/", ALIVE, None, None),
    ("bilibili.com/video/BV1", DEAD, "says on its page that it is not there", None),
    ("bilibili.com/video/BV2", ALIVE, None, None),
    ("x.com/ada", UNCHECKED, "signed in", None),
]  # fmt: skip


@pytest.mark.parametrize(("place", "state", "why", "leads_to"), CASES, ids=[c[0] for c in CASES])
def test_what_an_answer_is_taken_for(site, check, place, state, why, leads_to):
    found = check(place)
    assert found.state is state, found
    assert (found.why is None) is (why is None), found
    assert why is None or why in found.why
    if leads_to is not None and "://" not in leads_to:
        leads_to = site.url(leads_to)
    assert found.leads_to == leads_to
    assert found.repository is None
    assert found.checked == NOW


GITHUB, HF = "https://github.com", "https://huggingface.co"
REPOSITORIES = [
    (f"{GITHUB}/ada/glow", ALIVE, None, None, MIT),
    (f"{GITHUB}/Ada/Glow.git", ALIVE, None, None, MIT),
    (f"{GITHUB}/ada/glow/?tab=readme-ov-file#top", ALIVE, None, None, MIT),
    (f"{GITHUB}/ada/old", MOVED, None, f"{GITHUB}/ada/glow", MIT),
    (f"{GITHUB}/ada/lost", DEAD, "is deleted, or private (404)", None, None),
    (f"{GITHUB}/ada/lost/tree/main/x", DEAD, "is deleted, or private (404)", None, None),
    (f"{GITHUB}/ada/dmca", DEAD, "taken down for legal reasons (451)", None, None),
    (f"{GITHUB}/ada/blocked", DEAD, "was blocked by GitHub (403)", None, None),
    (f"{GITHUB}/ada/bare", ALIVE, None, None, Repository()),
    (f"{GITHUB}/ada/year1", ALIVE, None, None, Repository(stars=3)),
    (f"{GITHUB}/ada/trap", ALIVE, None, None, MIT),
    (f"{GITHUB}/ada/fresh", ALIVE, None, None,
     msgspec.structs.replace(MIT, license=None, archived=False)),
    (f"{HF}/ada/tull", ALIVE, None, None, CC),
    (f"{HF}/ada/tull#model-card", ALIVE, None, None, CC),
    ("https://hf.co/ada/tull", ALIVE, None, f"{HF}/ada/tull", CC),
    (f"{HF}/ada/old", MOVED, None, f"{HF}/ada/tull", CC),
    (f"{HF}/datasets/ada/logs", ALIVE, None, None,
     msgspec.structs.replace(CC, license="lamp-licence", gated=False)),
    (f"{HF}/spaces/ada/demo", ALIVE, None, None, Repository(license="MIT")),
    (f"{HF}/ada/gone", DEAD, "is deleted, or private (401)", None, None),
    (f"{HF}/ada/none", DEAD, "is deleted, or private (404)", None, None),
    (f"{HF}/ada/locked", DEAD, "was disabled (403)", None, Repository(disabled=True)),
    (f"{HF}/ada/gated", ALIVE, None, None, Repository(gated=True)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "state", "why", "leads_to", "repository"),
    REPOSITORIES,
    ids=[r[0] for r in REPOSITORIES],
)
def test_what_a_host_says_of_a_repository(check, url, state, why, leads_to, repository):
    found = check(url)
    assert (found.state, found.leads_to, found.repository) == (state, leads_to, repository)
    assert (found.why or "").endswith(why or "")
    assert (found.why is None) is (why is None)


PAGES = [
    # the place in a repository is asked too; what its host says stands beside
    ("github.com/ada/glow/tree/main/lamps", ALIVE, None, MIT),
    ("github.com/ada/glow/tree/main/dark", DEAD, "is not there (404)", MIT),
    # answers that say nothing: the page tells whether it is there
    ("github.com/ada/odd", ALIVE, None, None),
    ("github.com/ada/html", ALIVE, None, None),
    ("github.com/ada/huge", ALIVE, None, None),
    ("huggingface.co/ada/refused", ALIVE, None, None),
]


@pytest.mark.parametrize(("place", "state", "why", "repository"), PAGES)
def test_a_page_is_asked_where_the_host_says_too_little(check, place, state, why, repository):
    found = check(place)
    assert (found.state, found.why, found.repository) == (state, why, repository)


def test_a_short_link_has_what_the_host_of_its_target_says(site, check):
    site.routes["github.com/ada/lost"] = page()
    found = check("bit.ly/lost-repo")
    assert (found.state, found.why) == (DEAD, "is deleted, or private (404)")
    assert found.leads_to == site.url("github.com/ada/lost")
    site.routes["bit.ly/alive-repo"] = to("http://github.com:{port}/ada/old")
    site.routes["github.com/ada/old"] = page()
    found = check("bit.ly/alive-repo")
    assert (found.state, found.leads_to) == (ALIVE, f"{GITHUB}/ada/glow")
    assert found.repository == MIT
    site.routes["bit.ly/place"] = to("http://github.com:{port}/ada/glow/tree/main/lamps")
    found = check("bit.ly/place")
    assert found.leads_to == site.url("github.com/ada/glow/tree/main/lamps")
    assert found.repository == MIT


@pytest.mark.parametrize(
    ("place", "path", "answer"),
    [
        ("github.com/ada/keyed", "github/repos/ada/keyed", told({"message": "Bad"}, 401)),
        ("huggingface.co/ada/keyed", "hf/api/models/ada/keyed",
         told({}, 401, x_error_message="Invalid credentials in Authorization header")),
        ("huggingface.co/ada/late", "hf/api/models/ada/late",
         told({}, 401, x_error_message="User Access Token is expired")),
    ],
)  # fmt: skip
def test_a_key_that_is_not_taken_is_said_and_the_page_asked(site, place, path, answer):
    site.routes |= {f"127.0.0.1/{path}": answer, place: page()}
    with site.web(key="k3y") as web:
        hosts = repository_hosts(site.settings(key="k3y").sources)
        assert check_address(site.url(place), web, hosts, now=NOW).state is ALIVE
        ((name, why),) = web.aside
    assert name in {"github", "hugging_face"}
    assert "does not take the key" in why


def test_github_that_is_asked_too_much_is_left_out_and_pages_tell(site):
    limit = told(
        {"message": "API rate limit exceeded"}, 403,
        x_ratelimit_remaining="0", x_ratelimit_reset="9999999999",
    )  # fmt: skip
    for number in range(3):
        site.routes[f"127.0.0.1/github/repos/ada/limited{number}"] = limit
        site.routes[f"github.com/ada/limited{number}"] = page()
    before = len(site.asked)
    with site.web() as web:
        hosts = repository_hosts(site.settings().sources)
        found = [
            check_address(site.url(f"github.com/ada/limited{n}"), web, hosts, now=NOW)
            for n in range(3)
        ]
        assert [name for name, _ in web.aside] == ["github"]
    assert [(one.state, one.repository) for one in found] == [(ALIVE, None)] * 3
    asked = [place for _, place in site.asked[before:]]
    assert sum("/repos/" in place for place in asked) == 1


def test_an_answer_that_is_too_long_says_nothing(site, check, monkeypatch):
    monkeypatch.setattr("refman.links.repositories._LONGEST_BODY", 10)
    site.routes["github.com/ada/glow"] = page()
    found = check("github.com/ada/glow")
    assert (found.state, found.repository) == (ALIVE, None)


def test_offline_nobody_is_asked_and_nothing_said(site, tmp_path, check):
    assert check("lamps.example/well", offline=True) is None
    assert check(f"{GITHUB}/ada/glow", offline=True) is None
    cache = tmp_path / "c.sqlite"
    online = check("lamps.example/for-good", cache=cache)
    before = len(site.asked)
    assert check("lamps.example/for-good", cache=cache, offline=True) == online
    assert len(site.asked) == before


def test_a_huge_body_is_not_read(site, check):
    assert check("lamps.example/huge", limit_mb=0.1).state is ALIVE


def test_what_was_found_stands_beside_the_address(check, site):
    link = Link(
        url=f"{GITHUB}/ada/old", raw_url="github.com/ada/old", span=Span(0, 18),
        repository=Repository(stars=1),
    )  # fmt: skip
    found = with_liveness(link, check(link.url))
    assert (found.url, found.raw_url, found.leads_to) == (
        link.url,
        link.raw_url,
        f"{GITHUB}/ada/glow",
    )
    assert found.repository == MIT
    later = with_liveness(found, check("lamps.example/status403"))
    assert (later.state, later.leads_to, later.repository) == (UNCHECKED, None, MIT)


@pytest.mark.parametrize(
    "url",
    [
        f"{GITHUB}/", f"{GITHUB}/ada", f"{GITHUB}/features/actions", f"{GITHUB}/../..",
        f"{GITHUB}/ada/.git", "https://gist.github.com/ada/1234", "https://ada.github.io/glow",
        f"{HF}/ada", f"{HF}/papers/2506.00411", f"{HF}/collections/ada/lamps",
        f"{HF}/datasets/../whoami-v2", f"{HF}/../ada", f"{HF}/./x", f"{HF}/datasets/a/..",
        f"{HF}/spaces/../../x", f"{HF}/datasets/%2e%2e/whoami-v2",
        f"{GITHUB}/../user", f"{HF}/datasets/squad", f"{HF}/docs/hub", "https://lamps.example/ada/glow",
    ],
)  # fmt: skip
def test_what_is_no_repository(site, url):
    hosts = repository_hosts(site.settings().sources)
    assert [host.named(canonical_url(url)) for host in hosts] == [None, None]


def test_who_is_asked_elsewhere_may_not_answer(check):
    assert check("https://youtu.be/abcdefghijk", offline=True) is None
    found = check("https://youtu.be/abcdefghijk")
    assert (found.state, found.why) == (UNCHECKED, "lies in a private network")


def test_a_host_that_says_nothing_is_given_up(site, check):
    site.routes["busy.example/silent"] = lambda: (site.released.wait(5) and page()) or page()
    found = check("busy.example/silent", times=Times(), read_seconds=0.2, retries=0)
    assert (found.state, found.why) == (UNREACHABLE, "takes too long to answer")


_ODD = st.text("aA1.:/?#[]@%\\\x00\n é水&;=-_~*<>\"'()", max_size=24)
_STATUSES = st.sampled_from([200, 202, 204, 301, 302, 303, 307, 308, 400, 403, 404, 410, 451, 999])


class _Answering:
    """A web that has one answer after the other, and refuses what the true one does."""

    def __init__(self, answers):
        self.answers = list(answers)

    def send(self, request, *, source):
        Guard.check_url(request.url, source=source, shown=request.url)
        status, location, body = self.answers.pop() if self.answers else (200, None, b"")
        headers = {} if location is None else {"location": location}
        return Answer(status=status, headers=headers, body=body, url=request.url, at=NOW)


@example("http://", "[#1", [])
@given(
    st.sampled_from(["http://", "https://", "http://bit.ly/", "https://github.com/", f"{HF}/"]),
    _ODD,
    st.lists(
        st.tuples(
            _STATUSES,
            st.none() | _ODD | _ODD.map("http://{}".format) | _ODD.map("https://t.co/{}".format),
            st.sampled_from(
                [b"", b"{}", b"[", b'{"id": "a/b", "html_url": "https://github.com/"}']
            ),
        ),
        max_size=6,
    ),
)
def test_whatever_stands_in_an_address_or_comes_back_is_judged(start, rest, answers):
    url = canonical_url(start + rest)
    if not url.startswith(("http://", "https://")):
        return
    found = check_address(url, _Answering(answers), repository_hosts(SourcesSettings()), now=NOW)
    assert found.checked == NOW
    assert (found.leads_to is None) or found.leads_to.startswith(("http://", "https://"))
    assert found.state is not MOVED or found.leads_to is not None
    assert found.why is not None or found.state in {ALIVE, MOVED}
    link = with_liveness(Link(url=url, raw_url=url, span=Span(0, 1)), found)
    assert msgspec.json.decode(msgspec.json.encode(link), type=Link) == link

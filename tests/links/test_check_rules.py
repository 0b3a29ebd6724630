"""Every row of the table of what answers mean is read, and each has its use."""

import re

import msgspec
import pytest

from refman.links import canonical_url, check_rules, liveness
from refman.links.check_rules import TABLE, meaning_of, spdx_license
from refman.links.expand import _REFRESH, is_same_page
from refman.model import LinkState
from refman.resources import read_table
from refman.web import Answer
from tests.growth import assert_cost_ratio
from tests.links.site import NOW

ROWS = read_table(TABLE)
LISTED = {
    "short": check_rules.is_short,
    "resolvers": check_rules.is_resolver,
    "logins": check_rules.is_login,
    "parking": check_rules.is_parking,
}


def address(host, path="/a/b"):
    return f"https://{host.replace('*.', 'a.').replace('.*', '.example.org')}{path}"


@pytest.mark.parametrize("name", LISTED)
def test_hosts_are_known_and_canonical(name):
    for host in ROWS[name]["hosts"]:
        assert LISTED[name](address(host)), host
        assert canonical_url(address(host)) == address(host)
        assert LISTED[name](address(f"www.{host}")) or "*" in host
    assert not LISTED[name]("https://lamps.example/a")
    assert len(set(ROWS[name]["hosts"])) == len(ROWS[name]["hosts"])


def test_the_first_page_of_who_sends_on_is_no_short_link():
    assert not check_rules.is_short("https://bit.ly/")
    assert not check_rules.is_short("https://bit.ly")


@pytest.mark.parametrize(
    ("path", "is_login"),
    [
        ("/login", True), ("/users/sign_in?to=%2Fa", True), ("/sign-in/", True), ("/signin", True),
        ("/accounts/login/?next=/x", True), ("/auth/saml2/x", True), ("/sso", True),
        ("/login.php", True), ("/authwall?x", True), ("/Login#x", True),
        ("/loginov/lamps", False), ("/papers/signing", False), ("/a?to=/login", False), ("", False),
    ],
)  # fmt: skip
def test_where_one_signs_in(path, is_login):
    assert check_rules.is_login(f"https://lamps.example{path}") is is_login


def test_statuses_mean_one_thing_each():
    rows = [(status, row) for row in ROWS["statuses"] for status in row["statuses"]]
    assert len({status for status, _ in rows}) == len(rows)
    for status, row in rows:
        meaning = meaning_of(status)
        assert (meaning.state.value, meaning.why) == (row["state"], f"{row['why']} ({status})")
    assert meaning_of(400).state is LinkState.UNCHECKED
    assert meaning_of(530).state is LinkState.UNREACHABLE


@pytest.mark.parametrize("row", ROWS["mute"], ids=lambda row: row["hosts"][0])
def test_mute_hosts_say_nothing(row):
    assert {check_rules.mute_why(address(host)) for host in row["hosts"]} == {row["why"]}
    assert check_rules.mute_why("https://lamps.example/a") is None


@pytest.mark.parametrize("row", ROWS["soft"], ids=lambda row: row["hosts"][0])
def test_soft_rows_have_patterns_for_their_paths(row):
    re.compile(row["pattern"])
    path = {"/video/": "/video/BV1", "/s(?:/|hare)": "/s/x"}.get(row.get("path"), "/projects/x")
    for host in row["hosts"]:
        assert check_rules.soft_pattern(address(host, path)) == row["pattern"]
    if row.get("path"):
        assert check_rules.soft_pattern(address(row["hosts"][0], "/")) is None


ORACLE = "https://www.youtube.com/oembed?format=json&url="


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", True),
        ("https://youtube.com/shorts/abcdefghijk", True),
        ("https://youtu.be/abcdefghijk?t=3", True),
        ("https://www.youtube.com/@ada", False),
        ("https://youtu.be/", False),
    ],
)
def test_who_else_tells_whether_a_video_is_there(url, asked):
    oracle = check_rules.oracle_for(url)
    assert (oracle is not None) is asked
    if oracle is not None:
        assert oracle.ask == ORACLE


class Oracle:
    """A web that gives one answer."""

    def __init__(self, status):
        self.status, self.asked = status, []

    def send(self, request, *, source):
        self.asked.append(request)
        return Answer(status=self.status, headers={}, body=b"", url=request.url, at=NOW)


@pytest.mark.parametrize(
    ("status", "state", "why"),
    [
        (200, LinkState.ALIVE, None),
        (400, LinkState.DEAD, "is not there (404)"),
        (404, LinkState.DEAD, "is not there (404)"),
        (401, LinkState.UNCHECKED, "asks for a login (401)"),
        (403, LinkState.UNCHECKED, "does not let programs in (403)"),
    ],
)
def test_a_video_is_asked_for_elsewhere(status, state, why):
    web = Oracle(status)
    url = "https://www.youtube.com/watch?v=abcdefghijk"
    found = liveness.check_address(url, web, (), now=NOW)
    assert (found.state, found.why, found.checked) == (state, why, NOW)
    assert [one.url for one in web.asked] == [
        f"{ORACLE}https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabcdefghijk"
    ]


def test_headers_of_challenges_are_in_lower_case():
    for name in ROWS["challenges"]["headers"]:
        assert name == name.lower()
        assert check_rules.is_challenge({name: "x"})
    assert not check_rules.is_challenge({"server": "x"})


def test_licences_have_the_names_of_spdx():
    for written, named in ROWS["licenses"].items():
        assert written == written.lower()
        assert spdx_license(written.upper()) == named
        assert re.fullmatch(r"[A-Za-z0-9.-]+", named)
    assert spdx_license("llama2") == "llama2"
    for nothing in (None, "", "other", "NOASSERTION", " ", "a\x1b[1m", "x" * 101, "a\nb"):
        assert spdx_license(nothing) is None


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("http://a.example/x", "https://www.a.example/x/", True),
        ("http://a.example/index.html", "http://a.example/", True),
        ("http://a.example/x/index.php", "http://a.example/x", True),
        ("http://a.example/", "http://a.example/en/", True),
        ("http://a.example", "http://a.example/home?lang=de", True),
        ("http://a.example/", "http://b.example/", False),
        ("http://a.example/x", "http://a.example/y", False),
        ("http://a.example/x?a=1", "http://a.example/x?a=2", False),
        ("http://a.example/x?utm_source=b", "http://a.example/x", True),
    ],
)
def test_ways_to_write_one_page(here, there, same):
    assert is_same_page(here, there) is same


def test_every_section_is_asked_for():
    assert set(ROWS) == {*LISTED, "mute", "statuses", "challenges", "soft", "oracles", "licenses"}
    assert msgspec.convert(ROWS["licenses"], dict[str, str])


PAGES = [
    "<title",
    "<title ",
    "<title>  ",
    "<title>x",
    "<meta ",
    "<meta http-equiv=refresh ",
    "<meta http-equiv=refresh content=",
    "<meta http-equiv=refresh content=9",
    "content=   ",
]


@pytest.mark.parametrize("piece", PAGES)
def test_a_page_made_to_be_dear_costs_in_step_with_its_length(piece):
    def look_at(length):
        text = f"<meta http-equiv=refresh content={piece * (length // len(piece))}"
        _REFRESH.search(text.encode())
        for row in ROWS["soft"]:
            re.search(row["pattern"], text, re.IGNORECASE)

    assert_cost_ratio(lambda: look_at(32_000), lambda: look_at(8_000), most=9.0, floor_s=0.0005)


@pytest.mark.parametrize("piece", ["/login", "/a", "/", "login/", "/sign_in"])
def test_a_path_made_to_be_dear_costs_in_step_with_its_length(piece):
    def look_at(length):
        check_rules.is_login("https://lamps.example/" + piece * (length // len(piece)))

    assert_cost_ratio(lambda: look_at(32_000), lambda: look_at(8_000), most=9.0, floor_s=0.0005)

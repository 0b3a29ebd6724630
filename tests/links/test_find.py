import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.links import canonical_url, find_links
from refman.links.extent import LONGEST
from refman.links.rules import domain_endings, finding, host_rules, site_endings
from refman.model import Link, LinkKind, Span
from tests.links.cases import cases, table

TRAILING = [
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "}",
    ">",
    '"',
    "'",
    "’",
    "”",
    "»",
    "...",
    ").",
    ".)",
]
TRAILING += [
    "'s",
    "’s",
    "**",
    "`",
    "|",
    "。",
    "，",
    "；",
    "）",
    "】",
    "》",
    "、",
    "」",
    "！",
    "&gt;",
    "†",
    "…",
]
PLAIN = st.from_regex(
    r"https?://[a-z]{1,8}\.(?:org|example\.com)(?:/[A-Za-z0-9~_.-]{0,8}[A-Za-z0-9]){0,3}/?",
    fullmatch=True,
)
ODD_TEXT = st.lists(
    st.sampled_from([*" \n.,;:/()[]{}<>\"'\\_-%#&=?@aB1é中。", "https://", "http : //", "www."])
    | st.sampled_from(["github.com/", "x.github.io", "example.org", "a/b", "\\url{", "](", "}{"]),
    max_size=30,
).map("".join)


def urls(text: str) -> list[str]:
    return [link.url for link in find_links(text)]


@pytest.mark.parametrize("case", cases("found.toml"))
def test_addresses_are_found_and_mended(case):
    links = find_links(case["text"])
    assert [link.url for link in links] == case["urls"]
    for link in links:
        assert case["text"][link.span.start : link.span.end] == link.raw_url
    if "raws" in case:
        assert [link.raw_url for link in links] == case["raws"]


@pytest.mark.parametrize("case", cases("lines.toml"))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_addresses_go_on_behind_a_line_end_where_nothing_else_can(case, line_end):
    assert urls(case["text"].replace("¶", line_end)) == case["urls"]


@pytest.mark.parametrize("text", table("no_link.toml")["texts"])
def test_what_is_no_address_is_not_found(text):
    assert find_links(text) == []


def test_a_found_link_has_no_kind_yet():
    text = "at https://example.org/a."
    assert find_links(text) == [
        Link(url="https://example.org/a", raw_url="https://example.org/a", span=Span(3, 24))
    ]
    assert find_links(text)[0].kind is LinkKind.OTHER


def test_only_the_span_is_looked_at():
    text = "https://a.example.org/x https://b.example.org/yz https://c.example.org"
    span = Span(text.index("https://b"), text.index("z"))
    assert find_links(text, span) == [
        Link(url="https://b.example.org/y", raw_url="https://b.example.org/y", span=span)
    ]
    assert find_links(text, Span(2, 20)) == []
    assert find_links("xwww.example.org github.com/a/b", Span(1, 27))[0].url == (
        "https://www.example.org"
    )


@given(ODD_TEXT)
def test_links_lie_in_the_text_in_order_and_are_canonical(text):
    done = 0
    for link in find_links(text):
        assert done <= link.span.start < link.span.end <= len(text)
        assert text[link.span.start : link.span.end] == link.raw_url
        assert canonical_url(link.url) == link.url
        done = link.span.end


@given(ODD_TEXT, st.integers(0, 20), st.integers(0, 20))
def test_links_of_a_span_lie_in_it(text, start, length):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    for link in find_links(text, span):
        assert span.start <= link.span.start < link.span.end <= span.end


@given(st.lists(PLAIN, max_size=6))
def test_addresses_between_blanks_are_all_found(addresses):
    assert urls(" ".join(addresses)) == [canonical_url(address) for address in addresses]


@given(PLAIN, st.sampled_from(TRAILING))
def test_punctuation_behind_changes_nothing(address, mark):
    assert urls(f"at {address}{mark} and") == [canonical_url(address)]
    assert urls(f"{address}{mark}") == [canonical_url(address)]


@given(PLAIN)
def test_an_address_and_its_double_are_one(address):
    raw = f"{address}{{{address}}}"
    assert [link.raw_url for link in find_links(f"at {raw}.")] == [raw]


@pytest.mark.parametrize("ending", site_endings())
def test_every_site_needs_no_scheme_and_no_path(ending):
    assert urls(f"on quays{ending}, say") == [f"https://quays{ending}"]
    assert urls(f"ada@quays{ending}") == []


@pytest.mark.parametrize("word", sorted(finding().glued_words))
def test_every_glued_word_is_cut_off(word):
    assert urls(f"https://example.org/a.{word} tide") == ["https://example.org/a"]


@pytest.mark.parametrize("ending", sorted(finding().file_endings))
def test_every_file_ending_goes_on(ending):
    assert urls(f"https://example.org/a.\n{ending}") == [f"https://example.org/a.{ending}"]


@pytest.mark.parametrize("ending", sorted(finding().domain_endings))
def test_every_domain_ending_goes_on(ending):
    assert urls(f"https://example.\n{ending}/a") == [f"https://example.{ending}/a"]


@pytest.mark.parametrize("host", sorted(finding().carriers))
def test_every_carrier_holds_whole_addresses(host):
    assert urls(f"https://{host}/https://example.org") == [f"https://{host}/https://example.org"]


def test_hosts_of_the_rules_are_known_without_scheme():
    assert {host.rpartition(".")[2] for rule in host_rules() for host in rule.hosts} - {"*"} <= {
        *domain_endings(),
        "*",
    }
    assert urls("anonymous.4open.science/r/quays") == ["https://anonymous.4open.science/r/quays"]


def test_what_is_longer_than_any_address_is_none():
    start = "https://example.org/"
    longest = start + "a" * (LONGEST - len(start) + len("https://"))
    assert urls(longest) == [longest]
    assert urls(f"{longest}a github.com/example-lab/quays") == [
        "https://github.com/example-lab/quays"
    ]

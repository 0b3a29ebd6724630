from datetime import UTC, datetime

import pytest

from refman.formats.addresses import address, is_web, remarks
from refman.formats.foreign.links import read_remarks
from refman.model import Link, LinkKind, LinkState, Repository, Span


@pytest.mark.parametrize(
    ("url", "web"),
    [
        ("https://x.example", True),
        ("HTTP://x.example/a?b=c#d", True),
        ("https://лампа.example/ключ", True),
        ("https://", False),
        ("https:///etc/passwd", False),
        ("https://x.example/a b", False),
        ("https://x.example/a\n", False),
        ("javascript:alert(1)", False),
        (" https://x.example", False),
        ("data:text/html,https://x.example", False),
        ("file:///etc/passwd", False),
        ("x.example", False),
        ("", False),
    ],
)
def test_only_http_and_https_become_links(url, web):
    assert is_web(url) is web


def test_an_address_has_no_blank_and_no_control_character():
    assert address(" https://x.example/a b\nc\x00\ud800 ") == "https://x.example/a%20b%20c\ufffd"


def _link(*roles, promised=False, **found):
    return Link(
        url="https://x.example",
        raw_url="",
        span=Span(0, 0),
        kind=LinkKind.PROJECT,
        roles=roles,
        promised=promised,
        **found,
    )


DAY = datetime(2026, 7, 1, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (_link(), ""),
        (_link(LinkKind.PROJECT), ""),
        (_link(LinkKind.PROJECT, promised=True), "promised"),
        (_link(LinkKind.PROJECT, LinkKind.CODE, LinkKind.VIDEO), "code, video"),
        (_link(LinkKind.PROJECT, LinkKind.CODE, promised=True), "code; promised"),
        (_link(state=LinkState.DEAD), "dead"),
        (_link(state=LinkState.ALIVE, checked=DAY), "alive 2026-07-01"),
        (_link(checked=DAY), "unchecked 2026-07-01"),
        (_link(repository=Repository(archived=True, stars=2)), "archived"),
        (_link(repository=Repository(archived=False)), ""),
        (
            _link(
                LinkKind.CODE,
                promised=True,
                state=LinkState.MOVED,
                checked=DAY,
                repository=Repository(archived=True),
            ),
            "code; promised; moved 2026-07-01; archived",
        ),
    ],
)
def test_what_is_said_is_read_again(link, said):
    assert remarks(link) == said
    read = read_remarks(said)
    assert read.roles == tuple(role for role in link.roles if role is not link.kind)
    assert (read.promised, read.state) == (link.promised, link.state)
    assert read.checked == (link.checked and datetime(2026, 7, 1, tzinfo=UTC))
    assert read.archived is bool(link.repository and link.repository.archived)


@pytest.mark.parametrize(
    "text", ["dead 2026-13-01", "dead 2026", "buried", "promised; see there", "dead on 2026-07-01"]
)
def test_other_words_are_no_remarks(text):
    assert read_remarks(text) is None

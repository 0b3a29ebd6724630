import pytest

from refman.formats.addresses import address, is_web, remarks
from refman.model import Link, LinkKind, Span


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


def _link(*roles, promised=False):
    return Link(
        url="https://x.example",
        raw_url="",
        span=Span(0, 0),
        kind=LinkKind.PROJECT,
        roles=roles,
        promised=promised,
    )


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (_link(), ""),
        (_link(LinkKind.PROJECT), ""),
        (_link(LinkKind.PROJECT, promised=True), "promised"),
        (_link(LinkKind.PROJECT, LinkKind.CODE, LinkKind.VIDEO), "code, video"),
        (_link(LinkKind.PROJECT, LinkKind.CODE, promised=True), "code; promised"),
    ],
)
def test_roles_are_said_and_promises(link, said):
    assert remarks(link) == said

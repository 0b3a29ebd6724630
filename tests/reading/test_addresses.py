"""Texts that are addresses and nothing else, and what each stands for."""

import pytest

from refman.reading.addresses import addresses_in, host_of, is_page

PAGE = "https://example.org/lists/new"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PAGE, 1),
        (f" {PAGE}\n\thttp://EXAMPLE.org:81/x?y=z#w\n", 2),
        (PAGE.upper(), 1),
        (f"see {PAGE}", 0),
        (f"{PAGE} " * 11, 0),
        (f"https://example.org/{'x' * 9_000}", 0),
        ("https:// /x", 0),
        ("file:///etc/passwd", 0),
        ("ftp://example.org/", 0),
        ("", 0),
    ],
)
def test_a_text_is_addresses_or_something_else(text: str, count: int) -> None:
    assert len(addresses_in(text)) == count


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (PAGE, True),
        ("https://arxiv.org/list/cs.CL/new", True),
        ("https://openreview.net/group?id=ICLR.cc/2026", True),
        ("https://github.com/example-lab/lamps", True),
        ("https://arxiv.org/abs/2401.12345", False),
        ("https://arxiv.org/pdf/2401.12345v2", False),
        ("https://doi.org/10.1000/lamps.1", False),
        ("https://openreview.net/forum?id=aBcDeFgHiJ", False),
    ],
)
def test_what_stands_for_a_paper_is_no_page(address: str, expected: bool) -> None:
    assert is_page(address) is expected


def test_the_host_is_told_without_user_and_port() -> None:
    assert host_of("https://me:secret@Example.org:81/x") == "example.org"
    assert host_of("http://[::1") == "http://[::1"

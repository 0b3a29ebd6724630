import pytest

from refman.lookup.addresses import listed_links, named_links, united, web_address
from refman.model import LinkKind


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (None, "code", None),
        ("", "code", None),
        ("none", "code", None),
        ("javascript:alert(1)", "code", None),
        ("see https://lamps.example/a", "code", None),
        ("https://lamps.example/a and more", "code", None),
        ("https://" + "a" * 3000, "code", None),
        (
            " https://github.com/wick/lamp ",
            "code",
            ("https://github.com/wick/lamp", "code", ["code"]),
        ),
        (
            "https://code.lamps.example/",
            "code",
            ("https://code.lamps.example/", "code", ["code"]),
        ),
        (
            "https://github.com/wick/lamp",
            "project",
            ("https://github.com/wick/lamp", "code", ["code", "project"]),
        ),
        ("https://lamps.example/", "other", ("https://lamps.example/", "project", ["project"])),
        ("https://doi.org/10.5555/1", "other", ("https://doi.org/10.5555/1", "paper", ["paper"])),
    ],
)
def test_listed_link(text, kind, found):
    links = listed_links(text, LinkKind(kind))
    shown = [(link.url, link.kind.value, [role.value for role in link.roles]) for link in links]
    assert shown == ([found] if found else [])


def test_address_of_the_web():
    assert web_address("http://lamps.example/a") == "http://lamps.example/a"
    assert web_address("lamps") is None


def test_named_links_leave_papers_out():
    found = named_links("Code: https://github.com/a/b; see https://arxiv.org/abs/2506.00411")
    assert [link.url for link in found] == ["https://github.com/a/b"]
    assert named_links(None) == ()
    assert len(named_links(" ".join(f"https://github.com/a/{n}" for n in range(99)))) == 20


def test_each_address_once():
    one = listed_links("https://github.com/a/b", LinkKind.CODE)
    assert united(one, named_links("at https://github.com/a/b.")) == one

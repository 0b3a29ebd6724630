"""JSON on standard output: all the data, and nothing that steers a terminal or turns its text."""

import json
import unicodedata
from contextlib import closing

import pytest

from refman.model import Citekey, Keep, KeptKind
from tests.library.made import add, opened, paper, proposal

ODD = (
    "Lamps\u202a \u202bof\u202c \u202dthe\u202e \u2066old\u2067 \u2068quay\u2069 \u200eand\u200f"
    " \u061cmoths\x7f \x80\x9b2J\x9f \u05d0 \u2192 \u65e5\u672c \\ \U0001f4a1"
)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A library in which all that can be called something is called ODD; two papers are one."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    named = {"title": ODD, "collections": (ODD,)}
    one, other = (paper(1, citekey=Citekey(key), **named) for key in ("a", ODD))
    with closing(opened(file)) as library:
        library.apply(ODD, add(one, other))
        library.apply("Save", [Keep(kind=KeptKind.SEARCH, name="odd", after=f"title:'{ODD}'")])
        library.add_listing(name=ODD, kind="page_text", text="Log in")
        library.propose(1, proposal(one, other))
    return file


def texts(value):
    """Yield the texts in JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


@pytest.mark.parametrize(
    "command",
    [
        "list", "search lamps --facets", "search", "show a", "candidates", "collect", "history",
        "library listings", "dedupe", "edit a title=x --dry-run", "read -", "check --format",
    ],
)  # fmt: skip
def test_nothing_steers_a_terminal_and_the_data_are_whole(refman, file, command):
    words = command.split()
    page = f"{ODD}\n\nAbstract: We trimmed lamps. See https://code.example/{ODD}\n"
    done = refman(*words, "json" if words[0] == "check" else "--json", stdin=page.encode())
    signs = {sign for sign in done.out if unicodedata.category(sign) in ("Cc", "Cf")}
    assert signs <= {"\n"}
    found = "\n".join(texts(json.loads(done.out)))
    assert (ODD if words[0] != "read" else "Lamps") in found  # a reader leaves some of it out

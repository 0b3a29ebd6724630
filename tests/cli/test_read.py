import json

import pytest

from refman.cli.render import draft_lines, left_over_lines
from refman.model import Draft, LeftOver, Span
from tests.cli.conftest import LISTING
from tests.web.servers import Server, say


def test_drafts_are_shown_with_their_links(refman, listing):
    done = refman("read", listing)
    assert done.status == 0
    assert "1 GLOW: Green Lanterns over Water" in done.out
    assert "code: https://github.com/example-lab/glow" in done.out
    assert "2 papers, 1 link" in done.out
    assert done.err == ""


def test_json_is_one_object_of_the_documented_shape(refman, listing):
    done = refman("read", listing, "--json")
    assert done.status == 0
    read = json.loads(done.out)
    assert list(read) == ["source", "kind", "drafts", "left_over"]
    assert (read["source"], read["kind"]) == (str(listing), "page_text")
    text = listing.read_text()
    first, second = read["drafts"]
    assert set(first) >= {
        "title", "abstract", "authors", "identifiers", "links", "span", "confidence", "reasons",
    }  # fmt: skip
    assert second["title"] == "Folding Large Maps without Losing the Place"
    assert text[slice(*second["span"])].startswith("Folding")
    (link,) = first["links"]
    assert link == {
        "url": "https://github.com/example-lab/glow",
        "raw_url": "https://github.com/example-lab/glow",
        "kind": "code",
        "roles": ["code"],
        "promised": False,
        "evidence": "Our code is available at https://github.com/example-lab/glow.",
        "span": link["span"],
    }
    assert text[slice(*link["span"])] == link["raw_url"]
    for piece in read["left_over"]:
        assert list(piece) == ["span", "text", "why"]
        assert text[slice(*piece["span"])] == piece["text"]


def test_several_inputs_give_an_array(refman, listing):
    done = refman("read", listing, "-", "--json", stdin=listing.read_bytes())
    assert [read["source"] for read in json.loads(done.out)] == [str(listing), "-"]


def test_a_bad_input_does_not_stop_the_rest(refman, listing, tmp_path):
    done = refman("read", tmp_path / "none.txt", listing, "--json")
    assert done.status == 2
    assert [len(read["drafts"]) for read in json.loads(done.out)] == [2]
    assert done.err.count("\n") == 1
    assert "none.txt" in done.err


def test_nothing_but_bad_inputs_still_gives_json(refman, tmp_path):
    done = refman("read", tmp_path / "a", tmp_path / "b", "--json")
    assert (done.status, json.loads(done.out)) == (2, [])


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_no_paper_is_said_and_is_status_one(refman, options):
    done = refman("read", "-", *options, stdin=b"Subscribe\n")
    assert done.status == 1
    assert "no paper found" in done.out or json.loads(done.out)["drafts"] == []


def test_a_kind_can_be_forced_and_an_unknown_one_is_told(refman, listing):
    assert refman("read", listing, "--from", "page_text").status == 0
    done = refman("read", listing, "--from", "tea_leaves")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "page_text" in done.err


def test_foreign_text_cannot_steer_the_terminal(refman):
    text = "GLOW: Green \x1b[31mLanterns\x1b[0m over \u202eWater\n\n" + "We light the lamps. " * 20
    done = refman("read", "-", stdin=text.encode())
    assert done.status == 0
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert "Lanterns" in done.out


def test_an_unsure_draft_tells_its_reasons_and_left_overs_are_gathered():
    draft = Draft(
        title="Lamps", authors=("A. Lee",), span=Span(0, 5), confidence=0.3, reasons=("short",)
    )
    lines = list(draft_lines(1, draft))
    assert lines == ["   1 Lamps", "     A. Lee", "     unsure (0.30): short"]
    pieces = [LeftOver(Span(i, i + 1), f"x{i}", "noise") for i in range(12)]
    assert list(left_over_lines(pieces)) == ["   - left over, noise (12): x0 | x1 | x2 | x3 | x4"]


def test_an_address_is_fetched_and_read(refman, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    server = Server(say(body=LISTING, content_type="text/plain"))
    page = f"{server.url}/lists/today"
    done = refman("read", page)
    assert (done.status, done.out) == (2, "")
    assert "private network" in done.err
    monkeypatch.setenv("REFMAN_WEB__ALLOWED_HOSTS", "127.0.0.1")
    done = refman("read", "--offline", page)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "nothing else is asked" in done.err
    assert not server.asked
    done = refman("read", page, "--json")
    read = json.loads(done.out)
    assert (done.status, read["source"], len(read["drafts"])) == (0, page, 2)
    assert done.err == f"refman: 127.0.0.1 is asked for {page}\n"
    assert refman("read", "--offline", page).status == 0
    server.close()


def test_an_address_that_names_a_paper_asks_nobody(refman):
    done = refman("read", "--json", "https://arxiv.org/abs/2501.01234")
    assert done.status == 0
    assert json.loads(done.out)["drafts"][0]["identifiers"]["arxiv"] == "2501.01234"

"""``refman links``, and the option of other commands, against hosts on 127.0.0.1."""

import csv
import io
import json
import signal
import socket
import subprocess
import sys
import time

import msgspec
import pytest

from refman.cli.links_checked import unchecked, with_new_addresses
from refman.model import Entry, ItemType, Link, LinkState, Span
from refman.web import polite
from refman.web.client import Client
from refman.web.rate_limit import Limit
from tests.cli.squeezed import squeezed
from tests.links.site import Site, page, to, told
from tests.links.test_liveness import GLOW

BIB = """\
@misc{{glow,
  title = {{GLOW: Green Lanterns over Water}},
  abstract = {{Our code is at https://github.com/ada/glow and the data at
    {base}/data. A demo is at {base}/moved. It will be dark at {base}/lost.}},
}}

@misc{{site,
  title = {{A Page of Lamps}},
  url = {{{base}/old-page}},
}}

@misc{{bare,
  title = {{Nothing to See}},
}}
"""


@pytest.fixture
def site(monkeypatch, tmp_path):
    routes = {
        "127.0.0.1/github/repos/ada/glow": told(GLOW),
        "127.0.0.1/data": page(),
        "127.0.0.1/moved": to("/new"),
        "127.0.0.1/new": page(),
        "127.0.0.1/old-page": to("/new-page"),
        "127.0.0.1/new-page": page(),
    }
    monkeypatch.setattr(polite, "_STRANGER", Limit(interval_s=0.0, concurrency=2))
    with Site(routes) as site:
        for name, value in {
            "REFMAN_WEB__ALLOWED_HOSTS": "127.0.0.1",
            "REFMAN_WEB__RETRIES": "0",
            "REFMAN_SOURCES__GITHUB__BASE_URL": f"http://127.0.0.1:{site.port}/github",
            "REFMAN_SOURCES__HUGGING_FACE__BASE_URL": f"http://127.0.0.1:{site.port}/hf",
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
        }.items():
            monkeypatch.setenv(name, value)
        yield site


@pytest.fixture
def bib(site, tmp_path):
    file = tmp_path / "mine.bib"
    file.write_text(BIB.format(base=f"http://127.0.0.1:{site.port}"), encoding="utf-8")
    return file


def test_links_are_shown_and_nobody_asked(refman, site, bib):
    done = refman("links", bib)
    assert done.status == 0
    assert "   1 GLOW: Green Lanterns over Water" in done.out
    assert "     code: https://github.com/ada/glow\n       unchecked\n" in done.out
    assert "Nothing to See" not in done.out
    assert done.out.count("old-page") == 1
    assert squeezed("mine.bib: 3 papers, 5 links: 5 unchecked") in squeezed(done.out)
    assert site.asked == []


def test_they_are_asked_about_once(refman, site, bib, tmp_path):
    done = refman("links", bib, "--check")
    assert (done.status, done.err) == (0, "")
    flat = " ".join(done.out.split())
    base = f"http://127.0.0.1:{site.port}"
    assert "; archived; MIT; 1,234 stars; last changed 2024-02-03" in flat
    assert f"{base}/moved leads to {base}/new moved 20" in flat
    assert f"{base}/old-page leads to {base}/new-page moved 20" in flat
    assert f"{base}/lost dead 20" in flat
    assert ": is not there (404)" in flat
    assert "3 papers, 5 links: 2 alive, 2 moved, 1 dead, 1 archived" in flat
    asked = len(site.asked)
    again = refman("links", bib, "--offline")
    assert again.out == done.out
    warm = refman("links", bib, "--check", "--quiet")
    assert warm.out == done.out[done.out.index(str(bib)[:20]) :]
    assert len(site.asked) == asked
    assert bib.read_text(encoding="utf-8").count("/moved") == 1


def test_json_tells_all(refman, site, bib):
    done = refman("links", bib, "--check", "--json")
    said = json.loads(done.out)
    assert done.err == ""
    assert said["sources"] == [str(bib)]
    assert said["states"] == {
        "unchecked": 0, "alive": 2, "moved": 2, "unreachable": 0, "dead": 1
    }  # fmt: skip
    glow, own, bare = said["papers"]
    assert (glow["key"], glow["page"], bare["links"]) == ("glow", None, [])
    assert own["page"]["leads_to"].endswith("/new-page")
    code = next(link for link in glow["links"] if link["kind"] == "code")
    assert code["repository"] == {
        "license": "MIT", "stars": 1234, "archived": True, "disabled": False, "gated": None,
        "pushed": "2024-02-03T04:05:06Z",
    }  # fmt: skip
    assert (code["state"], code["why"], code["leads_to"]) == ("alive", None, None)
    assert code["checked"].endswith("Z")
    assert (said["unanswered"], said["aside"]) == (0, [])


def test_offline_without_a_cache_says_how_many_were_not_asked(refman, site, bib):
    done = refman("links", bib, "--offline")
    assert done.status == 0
    assert squeezed("5 unchecked, 5 addresses not asked") in squeezed(done.out)
    assert site.asked == []


def test_what_was_found_is_written_where_a_format_holds_it(refman, site, bib, tmp_path):
    target = tmp_path / "out.csv"
    done = refman("links", bib, "--check", "-o", target)
    assert done.status == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    assert "https://github.com/ada/glow (alive 20" in rows[0]["code"]
    assert ", archived)" in rows[0]["code"]
    assert "/lost (" in target.read_text()
    assert "dead 20" in target.read_text()
    listed = refman("links", bib, "--check", "-o", "-", "--to", "markdown")
    assert "→ [now here](http://127.0.0.1" in listed.out
    assert "; archived)" in listed.out
    assert squeezed("5 links") in squeezed(listed.err)
    again = refman("links", bib, "-o", target)
    assert again.status == 2
    assert "--force" in again.err


def test_state_comes_back_from_a_file_that_holds_it(refman, site, bib, tmp_path):
    target = tmp_path / "out.yaml"
    first = refman("links", bib, "--check", "-o", target)
    asked = len(site.asked)
    shown = refman("links", target)
    assert squeezed("archived; MIT; 1,234 stars; last changed 2024-02-03") in squeezed(shown.out)
    assert f"leads to http://127.0.0.1:{site.port}/new\n" in shown.out
    assert len(site.asked) == asked
    assert first.status == shown.status == 0


def test_new_addresses_are_put_only_where_they_are_asked_for(refman, site, bib, tmp_path):
    base = f"http://127.0.0.1:{site.port}"
    kept = refman("links", bib, "--check", "-o", "-", "--to", "csl-yaml").out
    assert f"{base}/moved" in kept
    assert f"URL: {base}/old-page" in kept
    new = refman("links", bib, "--check", "--new-addresses", "-o", "-", "--to", "csl-yaml").out
    assert f"url: {base}/moved" not in new
    assert f"url: {base}/new" in new
    assert f"URL: {base}/new-page" in new
    assert f"url: {base}/lost" in new
    nowhere = refman("links", bib, "--new-addresses")
    assert nowhere.status == 2
    assert "name OUT" in nowhere.err


def test_what_is_no_address_stays_unchecked_and_the_others_are_asked(
    refman, site, bib, monkeypatch
):
    text = bib.read_text(encoding="utf-8")
    bib.write_text(text + "@misc{bad, title = {Bad}, url = {https://[glow.example.org/x}}\n")
    for option in ("--check", "--offline"):
        done = refman("links", bib, option)
        assert (done.status, done.err) == (0, "")
        flat = " ".join(done.out.split())
        assert "6 links: 1 unchecked, 2 alive, 2 moved, 1 dead" in flat
    monkeypatch.setenv("REFMAN_SOURCES__ARXIV__BASE_URL", f"http://127.0.0.1:{site.port}/arxiv")
    monkeypatch.setenv("REFMAN_SOURCES__ARXIV__REQUESTS_PER_SECOND", "1000")
    found = refman("lookup", bib, "--links", "--sources", "arxiv", "--json")
    assert len(json.loads(found.out)["papers"]) == 4
    assert squeezed("1 unchecked, 2 alive, 2 moved, 1 dead") in squeezed(found.err)


def _moved(name, **more):
    url = f"https://{name}.example"
    return Link(url=url, raw_url=url, span=Span(0, 1), state=LinkState.MOVED, **more)


def test_a_new_address_is_put_everywhere_and_stands_once():
    new = msgspec.structs.replace(_moved("new"), state=LinkState.ALIVE)
    doubles = [msgspec.structs.replace(new, url=f"{s}://same.example") for s in ("http", "https")]
    links = (
        _moved("old", leads_to="https://www.new.example/"),
        new,
        _moved("a", leads_to="https://both.example/"),
        _moved("b", leads_to="http://both.example"),
        *doubles,
    )
    own = Entry(title="t", type=ItemType.WEBPAGE, url="http://www.old.example/", links=links)
    none = msgspec.structs.replace(own, url=None)
    for entry, url in ((own, "https://www.new.example/"), (none, None)):
        (changed,) = with_new_addresses(unchecked([entry]))
        assert changed.url == url
        assert [link.url for link in changed.links] == [
            "https://new.example", "https://both.example/",
            "http://same.example", "https://same.example",
        ]  # fmt: skip


def test_a_host_of_repositories_that_is_left_out_is_said(refman, site, bib, monkeypatch):
    site.routes["127.0.0.1/github/repos/ada/glow"] = told(
        {}, 403, x_ratelimit_remaining="0", x_ratelimit_reset="9999999999"
    )
    here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.port))
    monkeypatch.setitem(Client.__init__.__kwdefaults__, "resolver", lambda *_, **__: [here])
    done = refman("links", bib, "--check")
    flat = " ".join(done.out.split())
    assert "GitHub was left out: it is asked too much (403), for another" in flat
    assert ": lies in a private network" in flat  # its page, as this machine finds it
    assert "1 dead" in flat


def test_nothing_to_show_and_what_cannot_be_read(refman, site, tmp_path):
    empty = tmp_path / "empty.bib"
    empty.write_text("@misc{a, title = {Lamps}}\n")
    done = refman("links", empty)
    assert (done.status, done.err) == (1, f"refman: no link found in {empty}\n")
    missing = refman("links", tmp_path / "nothing.bib")
    assert missing.status == 2
    both = refman("links", "--json", "-o", "-", empty)
    assert both.status == 2


def test_other_commands_ask_too_where_they_are_told(refman, site, bib, tmp_path, monkeypatch):
    target = tmp_path / "out.md"
    done = refman("convert", bib, "--links", "-o", target)
    assert done.status == 0
    assert "; archived)" in target.read_text(encoding="utf-8")
    assert squeezed("2 alive, 2 moved, 1 dead") in squeezed(done.err)
    quiet = refman("convert", bib, "--links", "-q", "-o", "-", "--to", "markdown")
    assert quiet.err == ""
    for name in ("CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("REFMAN_SOURCES__ARXIV__BASE_URL", f"http://127.0.0.1:{site.port}/arxiv")
    monkeypatch.setenv("REFMAN_SOURCES__ARXIV__REQUESTS_PER_SECOND", "1000")
    found = refman("lookup", bib, "--links", "--sources", "arxiv", "--json")
    assert squeezed("2 alive, 2 moved, 1 dead") in squeezed(found.err)
    links = json.loads(found.out)["papers"][0]["entry"]["links"]
    assert [link["state"] for link in links] == ["alive", "alive", "moved", "dead"]


def test_ctrl_c_stops_it_at_once_and_what_was_answered_is_kept(site, bib):
    def slow():
        site.released.wait(30)
        return page()

    site.routes["127.0.0.1/moved"] = slow
    # A shell's background job, as tests may be, would leave Ctrl+C unheard to its children.
    program = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    program += "from refman.cli.start import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "links", "--check", str(bib)], stderr=subprocess.PIPE
    ) as running:
        with site.came:
            assert site.came.wait_for(lambda: ("HEAD", "127.0.0.1/moved") in site.asked, 30)
        stopped = time.monotonic()
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b"refman: stopped\n"
        assert running.wait() == 130
    assert time.monotonic() - stopped < 2
    assert ("HEAD", "127.0.0.1/data") in site.asked


def test_what_little_is_known_is_shown_and_an_own_page_once(refman, site, tmp_path):
    site.routes |= {
        "127.0.0.1/hf/api/spaces/ada/demo": told({"id": "ada/demo", "tags": ["license:mit"]}),
        "127.0.0.1/hf/api/models/ada/tull": told({"id": "ada/tull", "gated": "auto", "likes": 1}),
    }
    file = tmp_path / "small.bib"
    file.write_text("""\
@misc{tull,
  title = {TULL: Small Lamps},
  url = {https://huggingface.co/ada/tull},
  abstract = {The model is at https://huggingface.co/ada/tull, to be tried at
    https://huggingface.co/spaces/ada/demo.},
}
@misc{again, title = {The Same}, url = {https://huggingface.co/ada/tull},
  note = {https://huggingface.co/ada/tull/}}
""")
    done = refman("links", file, "--check")
    flat = " ".join(done.out.split())
    assert "; gated; 1 star " in flat
    assert "; MIT " in flat
    assert flat.count("https://huggingface.co/ada/tull") == len({"tull", "again"})
    assert site.counts()["GET", "127.0.0.1/hf/api/models/ada/tull"] == 1

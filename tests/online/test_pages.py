"""Pages that a person wants fetched, as documents: guarded, bounded, in their own encoding."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from refman.errors import InputError
from refman.online import fetch_page
from refman.pipeline import read
from refman.plugins import load_readers
from refman.reading.document import Document
from refman.settings import Settings, WebSettings
from tests.reading.pdf.maker import Page, make_pdf
from tests.web.servers import Server, say

NOW = datetime.now(UTC)
ALLOWED = Settings(web=WebSettings(allowed_hosts=("127.0.0.1",), retries=0, limit_mb=0.01))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(b"")
    yield server
    server.close()


def fetched(server: Server, reply: bytes, settings: Settings = ALLOWED) -> Document:
    server.replies = [reply]
    return fetch_page(f"{server.url}/new?key=mine", settings, now=NOW)


def test_a_page_is_a_document_named_by_its_address_without_keys(server: Server) -> None:
    told: list[str] = []
    server.replies = [say(302, b"", location="/moved"), say(body="Slow Lamps\n")]
    document = fetch_page(f"{server.url}/new?key=mine", ALLOWED, now=NOW, say=told.append)
    assert (document.text, document.source) == ("Slow Lamps\n", f"{server.url}/new?key=***")
    assert told == [f"127.0.0.1 is asked for {server.url}/new?key=***"]
    assert [asked.target for asked in server.asked] == ["/new?key=mine", "/moved"]


@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1/", "http://2130706433:9/", "http://[fd00::1]/", "http://lamp.example:0/"],
)
def test_nobody_is_said_to_be_asked_whose_address_is_refused_as_it_stands(address: str) -> None:
    told: list[str] = []
    with pytest.raises(InputError):
        fetch_page(address, Settings(), now=NOW, say=told.append)
    assert told == []


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("Lämpchen".encode(), "text/html; charset=utf-8", "Lämpchen"),
        ("Lämpchen".encode("latin-1"), "text/html", "Lämpchen"),
        ("Лампа".encode("koi8-r"), 'text/html; charset="KOI8-R"', "Лампа"),
        ("<meta charset=koi8-r>Лампа".encode("koi8-r"), "text/html", "<meta charset=koi8-r>Лампа"),
        ("Lämpchen".encode(), "text/plain; charset=latin1", "Lämpchen"),
        (b"\xff\xfeL\0a\0", "text/plain; charset=koi8-r", "La"),
        ("Lämpchen".encode("latin-1"), "text/plain; charset=punycode", "Lämpchen"),
        ("Lämpchen".encode("latin-1"), "text/plain; charset=no-such", "Lämpchen"),
        ("“Lämpchen”".encode("cp1252"), "text/html; charset=ISO-8859-1", "“Lämpchen”"),
        ("Lämpchen, ".encode() + b"L\xe4mpchen", "text/html; charset=utf-8", "Lämpchen, Lämpchen"),
        ("Lämpchen".encode("latin-1"), "text/html; charset=us-ascii", "Lämpchen"),
        ("灯".encode("cp932") + b"\x81", "text/html; charset=shift_jis", "灯\ufffd"),
    ],
)  # fmt: skip
def test_it_is_read_in_the_encoding_that_it_names(
    server: Server, body: bytes, kind: str, text: str
) -> None:
    assert fetched(server, say(body=body, content_type=kind)).text == text


def test_a_pdf_and_a_file_of_references_are_what_they_are(server: Server) -> None:
    row = (72, 700, 18, "bold", "Slow Lamps: A Study of Evening Warmth")
    pdf = fetched(server, say(body=make_pdf([Page(rows=[row])]), content_type="application/pdf"))
    assert pdf.pdf is not None
    assert pdf.text.startswith("Slow Lamps")
    data = make_pdf([Page(rows=[row])])
    server.replies = [say(body=data, content_type="application/pdf; charset=UTF-8")]
    again = fetch_page(f"{server.url}/lamps.pdf", ALLOWED, now=NOW)
    assert (again.data, again.text) == (data, pdf.text)
    server.replies = [say(body="@misc{glow, title={Glow}}", content_type="text/x-bibtex")]
    bib = fetch_page(f"{server.url}/glow.bib", ALLOWED, now=NOW)
    assert read(bib, load_readers()).kind == "bibtex"


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (say(404, b"none"), "with status 404"),
        (say(500, b"down"), "; you can open it in a browser"),
        (say(body=b"PK\x03\x04none of ours"), "is a ZIP archive"),
        (say(body=b" \n"), "is empty"),
        (say(body=b"x" * 20_000), "sends more than"),
        (say(302, b"", location="http://10.0.0.1/"), "private network"),
        (say(302, b"", location="file:///etc/passwd"), "you can open it"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(server: Server, reply: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        fetched(server, reply)
    assert "\n" not in str(caught.value)
    assert "mine" not in str(caught.value)


def test_a_private_network_and_what_is_switched_off_are_not_asked(server: Server) -> None:
    with pytest.raises(InputError, match="private network"):
        fetched(server, say(body="Lamps"), Settings())
    web = msgspec.structs.replace(ALLOWED.web, offline=True)
    off = msgspec.structs.replace(ALLOWED, web=web)
    with pytest.raises(InputError, match=r"web\.offline"):
        fetched(server, say(body="Lamps"), off)
    assert not server.asked
    assert fetched(server, say(body="Lamps")).text == "Lamps"
    assert fetched(server, say(body="Other"), off).text == "Lamps"


def test_a_password_is_in_no_message(server: Server) -> None:
    told: list[str] = []
    address = server.url.replace("://", "://me:secret@")
    with pytest.raises(InputError, match="a user's name") as caught:
        fetch_page(address, ALLOWED, now=NOW, say=told.append)
    assert not any("secret" in text for text in (str(caught.value), caught.value.source, *told))


def test_an_answer_that_is_old_is_told(server: Server) -> None:
    assert fetched(server, say(body="Lamps")).text == "Lamps"
    told: list[str] = []
    later = NOW + timedelta(days=2)
    again = fetch_page(f"{server.url}/new?key=mine", ALLOWED, now=later, say=told.append)
    assert again.text == "Lamps"
    assert told[-1] == f"127.0.0.1 gave no newer answer: this is what it said on {NOW:%Y-%m-%d}"

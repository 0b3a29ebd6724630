"""Texts out of mails and mailboxes, with their places in the source."""

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.reading import mail
from refman.reading.mail import bodies, is_mail

HEAD = "From: ann@lamps.example\nTo: bo@lamps.example\nSubject: lamps\n"


def letter(encoded, *, encoding, charset="utf-8", media_type="text/plain"):
    return (
        f'{HEAD}Content-Type: {media_type}; charset="{charset}"\n'
        f"Content-Transfer-Encoding: {encoding}\n\n{encoded}"
    )


def text_in(source):
    (body,) = bodies(source)
    return body.content.text


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"{HEAD}\nlamps", True),
        (f"From ann Tue Jun  3 00:30:11 2025\n{HEAD}\nlamps", True),
        ("Date: Tue, 3 Jun 25\nSubject: lamps\n folded\n\nlamps", True),
        ("Received: by a\n\tfolded\nMIME-Version: 1.0\n\n", True),
        ("Received: by a\n folded to the end", False),
        ("Date: today\n\nlamps", False),
        ("Title: lamps\nAuthors: Ann\n\n", False),
        ("From here on, lamps\n", False),
        ("", False),
    ],
)
def test_mail_is_known_by_its_header(text, is_one):
    assert is_mail(text) is is_one


def test_what_is_no_mail_is_one_body_as_it_stands():
    (body,) = bodies("lamps\n")
    assert (body.content.text, body.media_type) == ("lamps\n", "")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_encoded_body_is_read(encoding, charset):
    text = "Zoë reads = signs\nby lamp light, " + "and so on " * 20
    data = text.encode(charset)
    encode = quopri.encodestring if encoding == "quoted-printable" else base64.encodebytes
    source = letter(encode(data).decode("ascii"), encoding=encoding, charset=charset)
    assert text_in(source).strip() == text.strip()


@pytest.mark.parametrize("charset", ["gb2312", "iso-2022-jp", "shift_jis"])
def test_charset_without_ascii_is_read_by_lines(charset):
    text = "lamps\n灯\nlamps"
    data = text.encode(charset)
    source = letter(base64.b64encode(data).decode(), encoding="base64", charset=charset)
    assert text_in(source) == text


@pytest.mark.parametrize("charset", ["no-such", "hex", "undefined", "rot13", "unicode_escape"])
def test_charset_that_is_none_is_read_as_utf_8(charset):
    source = letter("=C3=A9", encoding="quoted-printable", charset=charset)
    assert text_in(source).strip() in {"é", "Ã©"}


def test_quoted_address_has_its_own_place():
    source = letter("see https://lamps.exam=\nple/?a=3Db now", encoding="quoted-printable")
    (body,) = bodies(source)
    start = body.content.text.index("https")
    span = body.content.span(start, body.content.text.index(" now"))
    assert source[span.start : span.end] == "https://lamps.exam=\nple/?a=3Db"


def test_letters_that_may_not_stand_in_a_quoted_body_are_questioned():
    assert text_in(letter("a é =41", encoding="quoted-printable")) == "a ? A"


def test_body_without_encoding_stands_as_it_is():
    assert text_in(letter("a =41 é", encoding="8bit")) == "a =41 é"


def test_base64_that_breaks_off_is_read_as_far_as_it_goes():
    whole = base64.b64encode(b"lamps and bridges").decode()
    for end in range(len(whole)):
        assert b"lamps and bridges".startswith(
            text_in(letter(whole[:end], encoding="base64")).encode()
        )


def test_parts_are_read_in_their_order_and_attachments_are_not():
    source = (
        f'{HEAD}Content-Type: multipart/mixed; boundary="b"\n\npreamble\n--b\n\nplain\n'
        "--b\nContent-Type: text/html\n\n<p>html</p>\n"
        "--b\nContent-Type: image/png\n\nno text\n"
        "--b\nContent-Type: message/rfc822\n\nSubject: inner\nTo: bo\n\nforwarded\n--b--\nepilogue"
    )
    assert [(body.content.text.strip(), body.media_type) for body in bodies(source)] == [
        ("plain", "text/plain"),
        ("<p>html</p>", "text/html"),
        ("forwarded", "text/plain"),
    ]


def test_multipart_that_breaks_off_is_read_to_its_end():
    source = f'{HEAD}Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nplain'
    assert text_in(source).strip() == "plain"
    assert bodies(source.replace("--b\n\nplain", "nothing")) == []


def test_nesting_and_parts_and_lengths_are_bounded(monkeypatch):
    nested = "Content-Type: message/rfc822\n\n" * 50 + "deep"
    assert bodies(HEAD + nested) == []
    many = f'{HEAD}Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\nx\n" * 2000
    assert len(bodies(many)) == 1000
    monkeypatch.setattr(mail, "_LONGEST", 3)
    assert text_in(letter("=41=42", encoding="quoted-printable")) == "=41=42"


def test_mailbox_holds_messages():
    one = letter("one", encoding="7bit")
    source = f"From a Tue Jun  3\n{one}\n\nFrom here on it is text.\n\nFrom b Wed Jun  4\n{one}"
    first, second = bodies(source)
    assert first.content.text.strip() == "one\n\nFrom here on it is text."
    assert second.content.text.strip() == "one"
    assert source[second.content.span().start :].strip() == "one"


def test_message_without_a_body_has_no_text():
    assert text_in(HEAD + "X: y") == ""


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60))
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_places_never_go_back(encoding, text):
    data = text.encode()
    encode = quopri.encodestring if encoding == "quoted-printable" else base64.encodebytes
    source = letter(encode(data).decode("ascii"), encoding=encoding)
    (body,) = bodies(source)
    content = body.content
    if encoding == "base64":
        assert content.text == text
    starts = [content.span(place, place + 1).start for place in range(len(content.text))]
    assert starts == sorted(starts)
    assert content.span().end <= len(source)

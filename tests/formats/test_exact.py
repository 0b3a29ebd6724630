"""Bytes to text and back: which byte is which character, in every encoding, faults included."""

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from refman.errors import InputError, OutputError
from refman.formats.exact import Exact, Insertion, decode, spliced

UMLAUTS = "Über Äpfel und Öl"


def header(name, text=UMLAUTS, codec=None, *, mark=b"", line="% Encoding: {}\n"):
    return mark + (line.format(name) + text).encode(codec or name)


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("Cp1252", "“Äpfel”", "windows-1252"),
        ("windows-1252", "“Äpfel”", "windows-1252"),
        ("ISO8859_1", "Äpfel", "iso8859-1"),
        ("ISO-8859-2", "Łódź, Dvořák", "iso8859-2"),
        ("windows-1251", "Лампы над водой", "windows-1251"),
        ("KOI8_R", "Лампы над водой", "koi8-r"),
        ("MacRoman", "Äpfel", "mac-roman"),
        ("SJIS", "提灯の学習", "cp932"),
        ("EUC_JP", "提灯の学習", "euc_jp"),
        ("GBK", "灯笼的学习", "gb18030"),
        ("Big5", "燈籠", "big5"),
    ],
)
def test_a_header_names_the_encoding(name, text, encoding):
    data = header(name, text)
    assert decode(data) == (data.decode(name), encoding)
    assert Exact(data, source="x.bib").encode(text) == text.encode(name)


def test_emacs_says_it_in_its_own_words():
    assert decode(header("iso-8859-2", line="%% -*- coding: {} -*-\n"))[1] == "iso8859-2"


def test_a_header_below_other_comments_counts_too():
    line = "% This file was made by a program.\n\n%% Encoding: {}\n"
    assert decode(header("ISO8859_2", line=line)) == (
        line.format("ISO8859_2") + UMLAUTS,
        "iso8859-2",
    )


def test_latin_1_with_signs_of_windows_is_windows():
    data = b"% Encoding: ISO-8859-1\n\x93\xc4pfel\x94"
    assert decode(data) == ("% Encoding: ISO-8859-1\n“Äpfel”", "windows-1252")


def test_ascii_with_a_header_is_in_what_that_says():
    assert decode(b"% Encoding: ISO-8859-2\nApfel")[1] == "iso8859-2"
    assert decode(b"% Encoding: US-ASCII\nApfel")[1] == "ascii"


def test_sound_utf_8_is_utf_8_whatever_a_header_says():
    data = header("Cp1252", codec="utf-8")
    assert decode(data) == (data.decode(), "utf-8")


@pytest.mark.parametrize("name", ["UTF8", "US-ASCII", "nonsense", "zip", "UTF-16", "idna", "utf-7"])
def test_a_header_that_cannot_be_is_passed_over(name):
    data = f"% Encoding: {name}\n{UMLAUTS}".encode("cp1252")
    assert decode(data) == (f"% Encoding: {name}\n{UMLAUTS}", "windows-1252")


def test_a_broken_byte_behind_a_mark_is_read_as_without_one():
    assert decode(codecs.BOM_UTF8 + b"caf\xe9") == ("café", "utf-8")


MIXED = "Müller, Żak, 灯笼灯笼 und ".encode() + b"caf\xe9 \x93x\x94 \x81 \xe2\x82 \xed\xa0\x80 \0."
FILES = {
    "ascii": b"@misc{a}\r\n",
    "utf-8": "灯💡é".encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + "灯é".encode(),
    "utf-8 with mark and strays": codecs.BOM_UTF8 + MIXED,
    "utf-8 with strays": MIXED,
    "nul": b"a\0b",
    "windows-1252": UMLAUTS.encode("cp1252") + b"\x81\x8d",
    "utf-16-le": codecs.BOM_UTF16_LE + "灯💡é\0".encode("utf-16-le"),
    "utf-16-be": codecs.BOM_UTF16_BE + "灯💡é".encode("utf-16-be"),
    "utf-16-le without mark": "Folding lamps\n".encode("utf-16-le"),
    "utf-16-be without mark": "Folding lamps\n".encode("utf-16-be"),
    "utf-16 with half a pair": codecs.BOM_UTF16_LE + b"a\0\x3d\xd8b\0",
    "utf-32-le": codecs.BOM_UTF32_LE + "灯é".encode("utf-32-le"),
    "declared": header("SJIS", "提灯の学習"),
    "empty": b"",
    "a mark alone": codecs.BOM_UTF8,
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_text_goes_in_anywhere_and_all_old_bytes_stay(data):
    exact = Exact(data, source="x.bib")
    head = exact.text.rfind("Encoding: SJIS\n") + len("Encoding: SJIS\n")
    for place in range(head if exact.encoding == "cp932" else 0, len(exact.text) + 1):
        new = exact.spliced([Insertion(place, "\n@x{y}\n")])
        added = exact.encode("\n@x{y}\n")
        at = new.find(added)
        assert new[:at] + new[at + len(added) :] == data
        assert decode(new)[0] == exact.text[:place] + "\n@x{y}\n" + exact.text[place:]
    assert exact.spliced([]) == data


@given(
    st.binary(max_size=200) | st.text(max_size=60).map(str.encode),
    st.lists(st.tuples(st.integers(0, 200), st.text("ab,\n", max_size=5)), max_size=4),
)
def test_any_bytes_come_back(data, additions):
    try:
        exact = Exact(data, source="x.bib")
        insertions = [
            Insertion(place, text) for place, text in sorted(additions) if place <= len(exact.text)
        ]
        new = exact.spliced(insertions)
    except (InputError, OutputError):
        assume(False)
    assert decode(new)[0] == spliced(exact.text, insertions)
    rest = iter(new)
    assert all(byte in rest for byte in data)  # in their order


def test_what_has_no_sound_end_is_refused():
    with pytest.raises(InputError, match="is no sound UTF-16-LE; save it as UTF-8") as caught:
        Exact(codecs.BOM_UTF16_LE + b"a\0b", source="x.bib")
    assert caught.value.source == "x.bib"


def test_what_would_turn_the_encoding_is_refused():
    latin = Exact(b"% Encoding: ISO-8859-1\nx", source="x.bib")
    with pytest.raises(OutputError, match="would be read in another encoding than ISO8859-1"):
        latin.spliced([Insertion(len(latin.text), "Ã¼")])


def test_an_encoding_holds_its_own_signs_only():
    exact = Exact(UMLAUTS.encode("cp1252"), source="x.bib")
    assert exact.holds("é “x”")
    assert not exact.holds("灯")
    assert not exact.holds("\x81")


def test_several_texts_at_one_place_follow_each_other():
    assert spliced("ad", [Insertion(1, "b"), Insertion(1, "c"), Insertion(2, "e")]) == "abcde"

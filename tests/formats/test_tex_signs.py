import unicodedata

import pytest

from refman.formats.tex_signs import accented, sign_table

CASES = {
    "Ü": r"{\"U}",
    "é": r"{\'e}",
    "Å": r"{\r{A}}",
    "ç": r"{\c{c}}",
    "í": r"{\'i}",
    "ī": r"{\=\i}",
    "ǐ": r"{\v{\i}}",
    "ị": r"{\d{i}}",
    "ǰ": r"{\v{\j}}",
    "ậ": r"{\^{\d{a}}}",
    "ñ": r"{\~n}",
    "n\u0303": r"{\~n}",
    "Ő": r"{\H{O}}",
    "İ": r"{\.I}",
}


@pytest.mark.parametrize(("sign", "latex"), CASES.items(), ids=CASES)
def test_letters_with_marks(sign, latex):
    assert accented(sign) == latex


NONE = [
    "a",
    "ß",
    "α",
    "ά",
    "й",
    "灯",
    "a\u0338",
    "e\u0301\u0302\u0323",
    "1\u0301",
    "ø\u0301",
    "\u0301",
]


@pytest.mark.parametrize("cluster", NONE)
def test_what_has_no_accent_command_stays(cluster):
    assert accented(cluster) is None


def test_the_table_is_read_whole():
    table = sign_table()
    assert table.latex["ß"] == r"{\ss}"
    assert table.latex["≥"] == r"{$\geq$}"
    assert table.accents["\N{COMBINING DIAERESIS}"] == r"\""
    assert "≥" in table.unknown
    assert "ß" not in table.unknown
    assert not any(map(unicodedata.combining, table.latex))

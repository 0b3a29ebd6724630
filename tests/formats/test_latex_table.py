import unicodedata

from refman.normalise.latex import decode_latex
from refman.normalise.maths import plain_maths
from refman.resources import read_text, resource_root
from tests.formats.latex_table import table

NAME = "latex_encode.tsv"
ROWS = [line.split("\t") for line in read_text(NAME).splitlines() if not line.startswith("#")]


def test_the_table_is_what_the_script_makes(request):
    if request.config.getoption("--update"):
        (resource_root() / NAME).write_text(table(), encoding="utf-8")
    assert read_text(NAME) == table()


def test_every_row_has_a_sign_latex_and_a_name():
    signs = [chr(int(code, 16)) for code, *_ in ROWS]
    assert signs == sorted(set(signs))
    for sign, (_, latex, known, name) in zip(signs, ROWS, strict=True):
        assert unicodedata.name(sign) == name
        assert latex.isascii()
        assert known in {"utf8", "-"}
        assert latex.count("{") == latex.count("}")
        if unicodedata.combining(sign):
            assert latex[0] == "\\"
        else:
            # One brace around it all makes it one letter for BibTeX, whatever it is glued to.
            assert latex == "-" or (latex[0], latex[-1]) == ("{", "}")


READ_AS_ANOTHER = {
    "′": "'", "″": "''", "∕": "/", "∗": "*", "∶": ":", "∷": "::", "≔": ":=", "≕": "=:", "−": "-",
    "‐": "-", "‑": "-", "―": "—", "∊": "∈", "∙": "•", "⋅": "·", "⟂": "⊥", "∆": "Δ",
    "〈": "⟨", "〉": "⟩", "ₕ": "_h", "ₗ": "_l", "ₘ": "_m", "ₛ": "_s",
}  # fmt: skip
"""Signs that LaTeX prints as it prints another: only these come back as something else."""


def test_a_row_is_read_back_as_its_sign_or_stays_latex():
    wrong = {}
    for code, latex, *_ in ROWS:
        sign = chr(int(code, 16))
        is_mark = unicodedata.combining(sign)
        read = plain_maths(decode_latex(f"{{{latex}{{e}}}}" if is_mark else latex)).strip("{}")
        if is_mark:
            sign = f"e{sign}"
        # A mathematical letter comes back without its font.
        expected = unicodedata.normalize("NFKC", READ_AS_ANOTHER.get(sign, sign))
        if unicodedata.normalize("NFKC", read) != expected and not {"\\", "$"} & set(read):
            wrong[sign] = read
    assert wrong == {}

"""What LaTeX's own programs and pandoc make of our files."""

import json
import re
import shutil
import subprocess
import unicodedata
from itertools import count

import msgspec
import pytest

from refman.citekeys import DEFAULT_PATTERN, assign_citekeys, compile_pattern
from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX
from refman.model import Citekey, Entry, Link, LinkKind, Name, Span
from refman.normalise import coined_name, normalise_title
from refman.resources import read_text
from tests.formats.entries import NAMES, sample_entries
from tests.formats.shown import dumped

pytestmark = pytest.mark.slow

NO_LATEX = {"cjk", "emoji", "right-to-left", "noncharacters"}
"""Texts whose signs pdflatex cannot print."""
ONLY_BIBTEX = {"combining-marks"}
"""A letter that pdflatex knows as a command only, which biber turns into the letter again."""

HEAD = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern,amsmath,amssymb,url}
"""
STYLES = ["plain", "alpha", "abbrv", "unsrt", "plainnat"]
TRUE_WARNINGS = [
    "Warning--empty author in dotted:key+x/y.z_1",  # a conference paper of editors alone
    "Warning--empty note in type-manuscript",  # what BibTeX wants of @unpublished
]
"""What BibTeX rightly misses in the samples."""


def program(name):
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not here")
    return name


def run(folder, name, *arguments):
    """Run a program in a folder; whatever it keeps for itself stays there too."""
    answer = subprocess.run(
        [program(name), *arguments],
        cwd=folder,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "TEXMFVAR": str(folder)},
        capture_output=True,
        timeout=300,
        check=False,
    )
    return (answer.stdout + answer.stderr).decode(errors="replace")


def latex(folder, body):
    (folder / "paper.tex").write_text(f"{HEAD}{body}", encoding="utf-8")
    told = run(folder, "pdflatex", "-draftmode", "-interaction=nonstopmode", "paper")
    assert re.findall(r"^!.*\n.*\n.*", told, re.MULTILINE) == []


def printable(*, biber=False):
    """The samples that pdflatex can print, each text and type with an author of its own.

    Styles tell entries of one author and year apart by letters, and have but 26 of them.
    """
    left_out = {f"hostile-{name}" for name in NO_LATEX | (ONLY_BIBTEX if biber else set())}
    numbers = count()
    entries = []
    for entry in sample_entries():
        author = tuple(name for name in entry.author if name.family is None or name.family < "⿿")
        if entry.citekey.startswith(("hostile-", "type-")):
            second, first = divmod(next(numbers), 26)
            author = (Name(family=f"{chr(65 + first)}{'aeiou'[second]}mp", given="Al"),)
        entries.append(msgspec.structs.replace(entry, author=author))
    return [entry for entry in entries if entry.citekey not in left_out]


@pytest.fixture(scope="module")
def seed(corpus):
    """The papers of the real listing, as a listing gives them: title, abstract and links."""
    folder = corpus / "seed"
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    lines = (folder / truth["file"]).read_text(encoding="utf-8").splitlines()
    entries = [
        Entry(
            title=(title := normalise_title(paper["title"])),
            title_short=coined_name(title),
            abstract=lines[paper["abstract_line"] - 1],
            links=tuple(map(_link, paper["links"])),
        )
        for paper in truth["papers"]
    ]
    return assign_citekeys(entries, compile_pattern(DEFAULT_PATTERN))


def _link(link):
    return Link(url=link["url"], raw_url=link["raw"], span=Span(0, 1), kind=LinkKind(link["kind"]))


def by_bibtex(folder, entries, style):
    """Return BibTeX's warnings, and the reference list."""
    (folder / "papers.bib").write_text(dumped(BIBTEX, *entries), encoding="utf-8")
    package = r"\usepackage{natbib}" if style == "plainnat" else ""
    body = (
        rf"{package}\begin{{document}}\nocite{{*}}"
        rf"\bibliographystyle{{{style}}}\bibliography{{papers}}\end{{document}}"
    )
    latex(folder, body)
    run(folder, "bibtex", "paper")
    log = (folder / "paper.blg").read_text(errors="replace")
    latex(folder, body)
    listed = (folder / "paper.bbl").read_text(encoding="utf-8", errors="replace")
    assert listed.count(r"\bibitem") == len(entries)
    assert [entry.citekey for entry in entries if f"{{{entry.citekey}}}\n" not in listed] == []
    warnings = re.findall(r"^(?:Warning--.*|.*[Ee]rror.*|.*---line.*)$", log, re.MULTILINE)
    return [warning for warning in warnings if "error message" not in warning], listed


def without_years(warnings, style):
    """plainnat labels by the year, and misses it where a listing gives none."""
    return [one for one in warnings if style != "plainnat" or "empty year" not in one]


@pytest.mark.parametrize("style", STYLES)
def test_bibtex_takes_the_samples(style, tmp_path):
    warnings, _ = by_bibtex(tmp_path, printable(), style)
    assert sorted(without_years(warnings, style)) == TRUE_WARNINGS


@pytest.mark.corpus
@pytest.mark.parametrize("style", STYLES)
def test_bibtex_takes_the_real_listing(style, tmp_path, seed):
    warnings, _ = by_bibtex(tmp_path, seed, style)
    assert without_years(warnings, style) == []


def test_a_style_keeps_the_capitals_that_are_protected(tmp_path):
    title = r"Words on A^2Nav, RT-2 and T3AL for ÜberNet, $\Gamma_A$, Łódź and <A> Vitamin C"
    entry = Entry(citekey=Citekey("x"), title=title, author=(Name(family="Bo"),))
    warnings, listed = by_bibtex(tmp_path, [entry], "plain")
    assert warnings == []
    folded = " ".join(listed.split())
    assert (
        r"Words on {A{\textasciicircum}2Nav}, {RT-2} and {T3AL} for {{\"U}berNet}, "
        r"{$\Gamma_A$}, {\l}{\'o}d{\'z} and {\textless}a{\textgreater} vitamin {C}." in folded
    )


def by_biber(folder, entries):
    """Return biber's warnings."""
    (folder / "papers.bib").write_text(dumped(BIBLATEX, *entries), encoding="utf-8")
    body = (
        r"\usepackage[backend=biber]{biblatex}\addbibresource{papers.bib}"
        r"\begin{document}\nocite{*}\printbibliography\end{document}"
    )
    latex(folder, body)
    run(folder, "biber", "paper")
    log = (folder / "paper.blg").read_text(errors="replace")
    latex(folder, body)
    listed = (folder / "paper.bbl").read_text(encoding="utf-8")
    assert set(re.findall(r"\\entry\{([^}]+)\}", listed)) == {entry.citekey for entry in entries}
    return re.findall(r".*(?:WARN|ERROR).*", log)


def test_biber_takes_the_samples(tmp_path):
    assert by_biber(tmp_path, printable(biber=True)) == []


@pytest.mark.corpus
def test_biber_takes_the_real_listing(tmp_path, seed):
    assert by_biber(tmp_path, seed) == []


def test_pdflatex_prints_every_row_of_the_table_of_signs(tmp_path):
    body = []
    for line in read_text("latex_encode.tsv").splitlines():
        if not line.startswith("#"):
            code, written, known, _ = line.split("\t")
            body.append(f"x{{{written}{{a}}}}x" if written[0] == "\\" else f"x{written}x")
            if known == "utf8":
                body.append(f"x{chr(int(code, 16))}x")
    latex(tmp_path, "\\begin{document}\n" + "\n\n".join(body) + "\n\\end{document}")


READERS = [("bibtex", BIBTEX), ("biblatex", BIBLATEX)]


def by_pandoc(folder, entries, reader, format_):
    """Return what pandoc reads, by key."""
    file = folder / "papers.bib"
    file.write_text(dumped(format_, *entries), encoding="utf-8")
    asked = [program("pandoc"), "-f", reader, "-t", "csljson", str(file)]
    answer = subprocess.run(asked, capture_output=True, check=True, timeout=300)
    assert answer.stderr == b""
    return {item["id"]: item for item in json.loads(answer.stdout)}


def squeezed(text):
    """Letters and digits alone: pandoc writes titles small, and gives a lone brace as TeX."""
    text = re.sub(r"</?(?:span|sup|sub)[^>]*>|\\[lr]brace", "", text)
    text = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@pytest.mark.parametrize(("reader", "format_"), READERS)
def test_pandoc_reads_the_samples(reader, format_, tmp_path):
    entries = [entry for entry in sample_entries() if "maths" not in entry.citekey]
    read = by_pandoc(tmp_path, entries, reader, format_)
    assert list(read) == [entry.citekey for entry in entries]
    for entry in entries:
        title = read[entry.citekey]["title"]
        if entry.citekey not in {"hostile-greek-and-signs", "hostile-html-like"}:
            assert squeezed(title).startswith(squeezed(entry.title)[:200]), entry.citekey


@pytest.mark.parametrize(("reader", "format_"), READERS)
def test_pandoc_reads_names_in_their_parts(reader, format_, tmp_path):
    entry = Entry(citekey=Citekey("x"), title="x", author=NAMES)
    people = by_pandoc(tmp_path, [entry], reader, format_)["x"]["author"]
    assert len(people) == len(NAMES)
    for person, name in zip(people, NAMES, strict=True):
        # Which of the two particles one is, pandoc decides by itself.
        parts = ("dropping-particle", "non-dropping-particle", "family", "literal")
        told = "".join(person.get(part, "") for part in parts)
        lead = name.non_dropping_particle or name.dropping_particle or ""
        assert squeezed(told) == squeezed(lead + (name.family or name.literal))
        if name.suffix is not None:
            assert squeezed(person["suffix"]) == squeezed(name.suffix)


@pytest.mark.corpus
@pytest.mark.parametrize(("reader", "format_"), READERS)
def test_pandoc_reads_the_real_listing(reader, format_, tmp_path, seed):
    read = by_pandoc(tmp_path, seed, reader, format_)
    assert list(read) == [entry.citekey for entry in seed]
    for entry in seed:
        assert squeezed(read[entry.citekey]["title"]) == squeezed(entry.title.replace("\\", ""))

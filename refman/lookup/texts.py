"""Texts as services send them, with their marks of HTML, JATS and MathML, in normal form."""

import re
from collections.abc import Callable

from refman.formats.html_text import without_markup
from refman.normalise import clean_text, decode_latex, fold_blanks, normalise_title
from refman.normalise.text import settle

__all__ = ["abstract_of", "line_of", "title_of"]

_NOTHING = {
    "null", "none", "n/a", "na", "untitled", "(untitled)", "[no title available]",
    "no title available", "[not available]", "not available", "no abstract available",
    "abstract not available", "no abstract", "-", "--", ".",
}  # fmt: skip
"""What services write where they know nothing, in small letters; "0" is a title (2104.12255)."""

_FORMULA = re.compile(
    r"<(?P<name>(?:mml:)?math|(?:jats:)?(?:inline|disp)-formula)(?:\s[^<>]{0,2000})?>",
    re.IGNORECASE,
)
_TEX = re.compile(
    r"<(?P<name>(?:jats:)?tex-math|(?:mml:)?annotation(?=\s[^<>]{0,200}[-/\"'](?:la)?tex[\"']))"
    r"(?:\s[^<>]{0,200})?>",
    re.IGNORECASE,
)
_ANNOTATION = re.compile(
    r"<(?P<name>(?:mml:)?annotation(?:-xml)?)(?:\s[^<>]{0,200})?>", re.IGNORECASE
)
_DOCUMENT, _END_OF_DOCUMENT = "\\begin{document}", "\\end{document}"
_LEAF = r"\s*+<(?:mml:)?m[ino](?:\s[^<>]{0,200})?>\s*+([^<>\s][^<>]{0,39}?)\s*+</(?:mml:)?m[ino]>"
_SCRIPT = re.compile(
    rf"<(?:mml:)?m(?P<which>sub|sup)(?:\s[^<>]{{0,200}})?>{_LEAF}{_LEAF}\s*+</(?:mml:)?msu[bp]>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_MARK = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&[#\w]{2,32};")

# Crossref breaks lines round the tags of a title: "CO\n   <sub>2</sub>\n   in rain".
_BEFORE_SCRIPT = re.compile(r"(?<!\s)\s++(?=<(?:jats:)?su[bp]>)", re.IGNORECASE)
_AT_MARK = re.compile(r"(?<=[(\[/])\s++|(?<!\s)\s++(?=[)\]/,.;:]|-\w)")
# bioRxiv loses the blanks round slanted words: "targeting<jats:italic>LMP1</jats:italic>for".
_SLANTED = r"(?:jats:)?(?:italic|bold|i|b|em|strong)"
_GLUED_BEFORE = re.compile(rf"(?<=[^\W\d_]{{2}})(?=<{_SLANTED}>\w{{2}})", re.IGNORECASE)
_GLUED_BEHIND = re.compile(rf"(?<=\w{{2}})(</{_SLANTED}>)(?=[^\W\d_]{{2}})", re.IGNORECASE)

# OpenReview's titles set coined names as formulas: "$\texttt{LampNet}$: Learning to Shine".
_NO_MATHS = re.compile(r"\$\\(?:text|math)(?:tt|sc|sf|bf|it|rm)?\{([\w .+-]{2,60})\}\$")
# Library catalogues end a title with the sign that leads its author in: "Lamps in rain /".
_ISBD = re.compile(r"\s+[/:;=]$")

_HEAD = re.compile(
    r"<(?:jats:)?title(?:\s[^<>]{0,200})?>(?P<head>[^<>]{0,200})</(?:jats:)?title>"
    r"(?:\s{0,60}<(?:jats:)?p(?:\s[^<>]{0,200})?>)?",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"<(?:/?(?:jats:)?(?:p|sec|title|list|list-item|disp-quote)|/?(?:div|ul|ol|li|h[1-6])|br\s?/?)"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:abstract|summary|résumé|zusammenfassung|resumen|resumo)(?:\s*[:.—–-]+\s*"
    r"|\s+(?=(?-i:[A-Z]))|(?=(?-i:[A-Z][a-z]))|\Z)",
    re.IGNORECASE,
)
_NO_HEADS = {"abstract", "summary", "résumé", "zusammenfassung", "resumen", "resumo", ""}
_LONGEST_TITLE = 5_000
_LONGEST_ABSTRACT = 100_000


def title_of(text: str | None) -> str | None:
    """Return a title in normal form; None where the service has none."""
    if text is None or len(text) > _LONGEST_TITLE:
        return None
    plain = _plain(_BEFORE_SCRIPT.sub(_without_break, text))
    if "<" in text and "\n" in plain:
        plain = _AT_MARK.sub(_without_break, plain)
    title = _ISBD.sub("", normalise_title(_NO_MATHS.sub(r"\1", plain)))
    return None if title.casefold() in _NOTHING or not title else title


def line_of(text: str | None) -> str | None:
    """Return a venue, publisher or keyword on one line; None where there is none."""
    if text is None or len(text) > _LONGEST_TITLE:
        return None
    line = fold_blanks(clean_text(_plain(text))).rstrip(" ,;")
    return None if line.casefold() in _NOTHING or not line else line


def abstract_of(text: str | None) -> str | None:
    """Return an abstract in plain text, its paragraphs parted by empty lines.

    The heading "Abstract" goes; those of sections lead their paragraphs: "Methods: ...". A text
    beyond 100,000 characters is no abstract.
    """
    if text is None or len(text) > _LONGEST_ABSTRACT:
        return None
    if "<" in text:
        text = _HEAD.sub(_heading, text)
        text = _PARAGRAPH.sub("\n\n", text)
    plain = decode_latex(clean_text(_plain(text)))
    label = _LABEL.match(plain)
    plain = plain[label.end() :].lstrip() if label else plain
    return None if plain.casefold() in _NOTHING or not plain else plain


def _without_break(blanks: re.Match[str]) -> str:
    """Drop blanks that hold a line's end, and keep others: only these were written."""
    return "" if "\n" in blanks[0] else blanks[0]


def _heading(found: re.Match[str]) -> str:
    head = found["head"].strip().rstrip(".: ")
    return "\n\n" if head.casefold() in _NO_HEADS else f"\n\n{head}: "


def _plain(text: str) -> str:
    """Return a text without marks, also where they were escaped once more on their way."""
    return settle(_unmarked, text) if _MARK.search(text) else text


def _unmarked(text: str) -> str:
    if "<" in text:
        text = text.replace("<![CDATA[", "").replace("]]>", "")
        text = _replaced(text, _FORMULA, _formula)
        text = _GLUED_BEHIND.sub(r"\1 ", _GLUED_BEFORE.sub(" ", text))
    return without_markup(text)


def _replaced(text: str, opening: re.Pattern[str], by: Callable[[str], str]) -> str:
    """Return a text with its elements of one kind replaced by what is made of their insides.

    One that is not closed stays. Each character is looked at once, however many are open.
    """
    pieces: list[str] = []
    unclosed: set[str] = set()
    done = 0
    while (found := opening.search(text, done)) is not None:
        name = found["name"].lower()
        closing = None
        if name not in unclosed:
            closing = re.compile(f"</{name}>", re.IGNORECASE).search(text, found.end())
        if closing is None:
            unclosed.add(name)
            pieces.append(text[done : found.end()])
            done = found.end()
        else:
            pieces += [text[done : found.start()], by(text[found.end() : closing.start()])]
            done = closing.end()
    return "".join([*pieces, text[done:]])


def _formula(inner: str) -> str:
    """Return a formula by its TeX, where it has that, else by the signs of its MathML."""
    written: list[str] = []

    def take(tex: str) -> str:
        written.append(tex)
        return ""

    rest = _replaced(inner, _TEX, take)
    if written:
        _, document, body = written[0].partition(_DOCUMENT)
        tex = body.partition(_END_OF_DOCUMENT)[0] if document else written[0]
        return f"${fold_blanks(tex.strip().strip('$'))}$"
    signs, scripts = _SCRIPT.subn(_script, _replaced(rest, _ANNOTATION, lambda _: ""))
    plain = fold_blanks("".join(map(str.strip, _TAG.split(signs))))
    return f"${plain}$" if scripts else plain


def _script(found: re.Match[str]) -> str:
    mark = "_" if found["which"].lower() == "sub" else "^"
    base, script = found[2], found[3]
    return f"{base}{mark}{script}" if len(script) == 1 else f"{base}{mark}{{{script}}}"

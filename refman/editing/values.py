"""Values of fields as text: read with their form checked, and shown so that they are read again."""

import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from refman.editing.fault import ValueFault
from refman.editing.paths import collection_path
from refman.formats.bib.names import read_names
from refman.formats.foreign.whole_dates import whole_date
from refman.formats.tex import UNSAFE_IN_KEY
from refman.formats.tex_names import tex_name
from refman.library.query import is_more_than_a_word
from refman.library.query_values import STATUSES, TYPES, nearest
from refman.links import canonical_url, links_in, url_key
from refman.model import (
    Arxiv,
    Attachment,
    Citekey,
    ItemType,
    Keyword,
    Link,
    Name,
    OpenReviewId,
    Span,
    Status,
)
from refman.normalise import clean_text, decode_latex, fold_blanks, parse_arxiv, parse_doi
from refman.normalise.identifiers import (
    parse_dblp,
    parse_isbn,
    parse_openalex,
    parse_openreview,
    parse_pmid,
    parse_semantic_scholar,
)
from refman.normalise.text import settle

__all__ = ["KINDS", "Kind"]

_FEW = 8
_SEMICOLON, _COMMA = re.compile("[;；]"), re.compile("[,，、]")
_LONGEST_KEY = 200
_LAST_YEAR = 9_999
_SIGNS_OF_TAGS = ("+", "-")
_ISSN = re.compile(r"(?:issn\s?:?\s?)?(\d{4})-?(\d{3})([\dX])", re.IGNORECASE | re.ASCII)
_ISSN_WEIGHTS = range(8, 1, -1)
_FORUM = re.compile(r"[\w-]{6,40}", re.ASCII)
_HASH = re.compile(r"[\da-f]{40}", re.ASCII)
_ADDRESS = re.compile(
    r"https?://[^\s/]+\.?\S*|(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE
)
_CLASS = re.compile(r"\s*\[[^\]]*\]\Z")


class Kind(NamedTuple):
    """Hold what a kind of field does with text.

    Attributes:
        read: returns the value that a text is, or raises ValueFault; never given a blank text.
            Of a list it returns a tuple of items.
        show: returns the text of one value, or of one item of a list.
        key: returns by what two items of a list are one; None where the kind is no list.
        joint: what stands between the items of a list that is shown.
    """

    read: Callable[[str], Any]
    show: Callable[[Any], str]
    key: Callable[[Any], object] | None = None
    joint: str = ""

    def shown(self, value: Any) -> str:
        """Return a value as text; "" for one that is not there."""
        if self.key is not None:
            return self.joint.join(map(self.show, value))
        return "" if value is None else self.show(value)


def _line(text: str) -> str:
    return fold_blanks(_paragraphs(text))


def _paragraphs(text: str) -> str:
    found = settle(_plain_text, text)
    if not found:
        raise ValueFault("there is nothing in it that can be printed")
    return found


def _verbatim(text: str) -> str:
    found = text.strip()
    if not found.replace("\n", "").replace("\t", "").isprintable():
        raise ValueFault("it has signs that cannot be seen")
    return found


def _plain_text(text: str) -> str:
    return clean_text(decode_latex(text))


def _citekey(text: str) -> Citekey:
    """Read a key that BibTeX and our own command line can name.

    This is for keys that a person gives: a key that a file brings stays what it is (see
    ``refman.shelf.Keys``), and ``key:`` names it.
    """
    key = text.strip()
    if bad := UNSAFE_IN_KEY.search(key):
        sign = ascii(bad[0]) if bad[0].isprintable() else "a sign that cannot be seen"
        raise ValueFault(f"a key may not hold {sign}; take letters, digits, - _ : . + /")
    if len(key) > _LONGEST_KEY:
        raise ValueFault(f"a key has at most {_LONGEST_KEY} characters")
    if key.startswith(_SIGNS_OF_TAGS) or is_more_than_a_word(key):
        raise ValueFault(
            "commands would read it as part of a query or as an option; begin with a letter, and"
            " take no OR, AND or NOT alone and no field's name before a colon"
        )
    return Citekey(key)


def _type(text: str) -> ItemType:
    return ItemType(_one_of("type", text, TYPES))


def _status(text: str) -> Status:
    return Status(_one_of("status", text, STATUSES))


def _one_of(what: str, text: str, names: Mapping[str, str]) -> str:
    name = _plain(text)
    known = {_plain(each): value for each, value in names.items()}
    if name in known:
        return known[name]
    near = nearest(name, names)
    told = near if near and len(names) > _FEW else f"{near} It is one of {', '.join(names)}"
    raise ValueFault(f'there is no {what} "{fold_blanks(text)}".{told}')


def _plain(name: str) -> str:
    return fold_blanks(name.replace("_", " ").replace("-", " ")).casefold()


def _names(text: str) -> tuple[Name, ...]:
    found = read_names(fold_blanks(text))
    if found.problems or not found.names:
        why = found.problems[0] if found.problems else "no name is in it"
        raise ValueFault(f"{why}; write Family, Given and Family, Given, a body in {{braces}}")
    return found.names


def _date(text: str) -> Any:
    date, tells_all = whole_date(fold_blanks(text))
    if date is None or not tells_all:
        raise ValueFault(
            "this is no date; write 2024, 2024-06, 2024-06-23, a season as 2024-21, a guess as"
            " 1984~, a stretch as 2024-06-17/2024-06-21"
        )
    if any(abs(one.year) > _LAST_YEAR for one in (date, date.end or date)):
        raise ValueFault(f"a year has four figures: {_LAST_YEAR} is the last")
    return date


def _url(text: str) -> str:
    address = text.strip()
    if not _ADDRESS.fullmatch(address) or not address.isprintable():
        raise ValueFault("this is no address of the web; write https://host/path")
    return canonical_url(address)


def _links(text: str) -> tuple[Link, ...]:
    return tuple(map(_link, text.split()))


def _link(address: str) -> Link:
    """Return a link that a person gave; its span counts in what was given."""
    url, span = _url(address), Span(0, len(address))
    found = links_in(address)
    if len(found) == 1 and found[0].span == span:
        return found[0]
    return Link(url=url, raw_url=address, span=span)


def _keywords(text: str) -> tuple[Keyword, ...]:
    parts = (_SEMICOLON if _SEMICOLON.search(text) else _COMMA).split(text)
    names = dict.fromkeys(name for part in parts if (name := fold_blanks(clean_text(part))))
    return tuple(map(Keyword, names))


def _collections(text: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(collection_path(part) for part in _SEMICOLON.split(text) if part.strip())
    )


def _notes(text: str) -> tuple[str, ...]:
    return (_paragraphs(text),)


def _files(text: str) -> tuple[Attachment, ...]:
    paths = [path for part in text.split(";") if (path := part.strip())]
    if not all(map(str.isprintable, paths)):
        raise ValueFault("the path has signs that cannot be seen; rename the file first")
    return tuple(Attachment(title=_file_name(path), path=path) for path in paths)


def _file_name(path: str) -> str:
    of_windows = "\\" in path and "/" not in path
    return (PureWindowsPath(path) if of_windows else PurePosixPath(path)).name or path


def _arxiv(text: str) -> Arxiv:
    text = text.strip()
    found = parse_arxiv(text) or parse_arxiv(f"arXiv:{text}")
    if found is None or not _is_whole(found, text):
        raise ValueFault(
            "this is no number of arXiv; write 2406.01234, 2406.01234v2 or hep-th/9901001"
        )
    return found


def _is_whole(found: Arxiv, text: str) -> bool:
    """Tell whether nothing stands behind a number: "2406.01234567" has another one in it."""
    version = f"v{found.version}" if found.version else ""
    bare = _CLASS.sub("", text).rstrip("/").removesuffix(".pdf")
    return bare.casefold().endswith(f"{found.id}{version}".casefold())


def _show_arxiv(arxiv: Arxiv) -> str:
    version = f"v{arxiv.version}" if arxiv.version else ""
    class_ = f" [{arxiv.primary_class}]" if arxiv.primary_class else ""
    return f"{arxiv.id}{version}{class_}"


def _issn(text: str) -> str:
    """Source: ISO 3297, annex A: weights 8 to 2, modulus 11, ten is X."""
    found = _ISSN.fullmatch(text.strip())
    if found is None:
        raise ValueFault("an ISSN has two groups of four figures: 2049-3630")
    digits, last = found[1] + found[2], found[3].upper()
    wanted = -sum(int(d) * w for d, w in zip(digits, _ISSN_WEIGHTS, strict=True)) % 11
    if last != ("X" if wanted == len("0123456789") else str(wanted)):
        raise ValueFault("the check digit of the ISSN is wrong; look at it again")
    return f"{found[1]}-{found[2]}{last}"


def _identifier(
    what: str, parse: Callable[[str], Any], form: str, *, prefix: str = ""
) -> Callable[[str], Any]:
    """Return what reads an identifier as it is, or behind a prefix that may be left out."""

    def read(text: str) -> Any:
        text = text.strip()
        found = parse(text) or (parse(f"{prefix}{text}") if prefix else None)
        if found is None or not _is_all_of(text, found):
            raise ValueFault(f"this is no {what}; write {form}")
        return found

    return read


def _is_all_of(text: str, found: str) -> bool:
    """Tell whether nothing stands behind an identifier; what a site puts there says nothing."""
    squeezed = re.sub(r"[\s-]", "", text).casefold()
    return "://" in text or squeezed.endswith(found.replace("-", "").casefold())


def _openreview(text: str) -> OpenReviewId | None:
    found = parse_openreview(text)
    return found or (OpenReviewId(text) if _FORUM.fullmatch(text) else None)


def _semantic_scholar(text: str) -> str | None:
    return text.lower() if _HASH.fullmatch(text.lower()) else parse_semantic_scholar(text)


def _same(text: str) -> str:
    return text


def _show_name(name: Name) -> str:
    return tex_name(name, _same)


def _name_key(name: Name) -> object:
    return _show_name(name).casefold()


def _keyword_key(keyword: Keyword) -> str:
    return keyword.text.casefold()


def _link_key(link: Link) -> str:
    return url_key(link.url)


def _folded(text: str) -> str:
    return fold_blanks(text).casefold()


_TEXT = Kind(_line, str)

KINDS: Mapping[str, Kind] = {
    "text": _TEXT,
    "verbatim": Kind(_verbatim, str),
    "paragraphs": Kind(_paragraphs, str),
    "type": Kind(_type, attrgetter("value")),
    "status": Kind(_status, attrgetter("value")),
    "citekey": Kind(_citekey, str),
    "names": Kind(_names, _show_name, _name_key, " and "),
    "date": Kind(_date, str),
    "url": Kind(_url, str),
    "issn": Kind(_issn, str),
    "doi": Kind(_identifier("DOI", parse_doi, "10.5555/12345678"), str),
    "arxiv": Kind(_arxiv, _show_arxiv),
    "openreview": Kind(
        _identifier("id of OpenReview", _openreview, "the id behind forum?id="), str
    ),
    "isbn": Kind(
        _identifier(
            "ISBN with a right check digit", parse_isbn, "978-3-16-148410-0", prefix="ISBN "
        ),
        str,
    ),
    "pmid": Kind(_identifier("number of PubMed", parse_pmid, "31452104", prefix="PMID "), str),
    "dblp": Kind(_identifier("key of DBLP", parse_dblp, "conf/lamp/SatoL24", prefix="DBLP:"), str),
    "semantic_scholar": Kind(
        _identifier(
            "number of Semantic Scholar",
            _semantic_scholar,
            "CorpusId:215416146 or 40 hexadecimal figures",
        ),
        str,
    ),
    "openalex": Kind(
        _identifier("number of OpenAlex", parse_openalex, "W2741809807", prefix="openalex:"), str
    ),
    "keywords": Kind(_keywords, attrgetter("text"), _keyword_key, "; "),
    "collections": Kind(_collections, str, str.casefold, "; "),
    "notes": Kind(_notes, str, _folded, "\n\n"),
    "links": Kind(_links, attrgetter("url"), _link_key, " "),
    "files": Kind(_files, attrgetter("path"), attrgetter("path"), "; "),
}
"""What may stand behind ``holds`` in ``resources/fields.toml``; foreign fields are verbatim."""

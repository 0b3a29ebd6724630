"""What the eight services answer, from records of the tests: each in its own shape."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from refman.model import ItemType
from tests.lookup.world import Paper

_WORD = re.compile(r"\w+")
_MOST = 5


@dataclass(frozen=True)
class Record:
    """What the services know of a paper: those that are named, or else all that can."""

    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    abstract: str | None = None
    arxiv: str | None = None
    doi: str | None = None
    venue: str | None = None
    kind: str = "conference"
    openreview: str | None = None
    at: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.title.casefold()))

    @property
    def arxiv_doi(self) -> str | None:
        return f"10.48550/arxiv.{self.arxiv}" if self.arxiv else None

    def is_at(self, name: str) -> bool:
        if self.at:
            return name in self.at
        return {
            "arxiv": self.arxiv, "hf_papers": self.arxiv, "datacite": self.arxiv,
            "crossref": self.doi, "openreview": self.openreview,
        }.get(name, True) is not None  # fmt: skip


@dataclass
class Asked:
    """A request: whom, for what, from when to when (monotonic), answered with which status."""

    name: str
    path: str
    query: dict[str, str]
    body: str
    start: float
    end: float = 0.0
    status: int = 0

    @property
    def identifiers(self) -> list[str]:
        """What it asked for by number."""
        for pattern, text in (
            (r"[^,]+", self.query.get("id_list", "")),
            (r'"(?:ARXIV|DOI):([^"]+)"', self.body),
            (r"doi:([^,]+)", self.query.get("filter", "") if self.name == "crossref" else ""),
            (r"(10\.[^|]+)", self.query.get("filter", "") if self.name == "openalex" else ""),
        ):
            if found := re.findall(pattern, text):
                return found
        return []

    @property
    def title(self) -> str | None:
        """What it asked for by title."""
        names = ("search_query", "query", "query.title", "q", "term")
        found = next((self.query[name] for name in names if name in self.query), None)
        searched = re.search(r"title\.search:(.*)", self.query.get("filter", ""))
        return searched[1] if searched else found


Said = tuple[int, dict[str, str], bytes]


def _json(value: object, status: int = 200) -> Said:
    return status, {"Content-Type": "application/json"}, json.dumps(value).encode()


def _unknown() -> Said:
    return _json({"error": "not found"}, 404)


def _with_words(title: str, records: list[Record]) -> list[Record]:
    """Return the records whose titles have all words: as arXiv, DBLP, OpenAlex search."""
    words = frozenset(_WORD.findall(title.casefold()))
    return [record for record in records if words and words <= record.words][:_MOST]


def _nearest(title: str, records: list[Record], most: int = _MOST) -> list[Record]:
    """Return the records that share most words, however few: as Crossref and Hugging Face do."""
    words = frozenset(_WORD.findall(title.casefold()))
    ranked = sorted(records, key=lambda record: -len(words & record.words))
    return [record for record in ranked[:most] if words & record.words]


def _arxiv(asked: Asked, records: list[Record]) -> Said:
    if numbers := asked.query.get("id_list"):
        wanted = set(numbers.split(","))
        # in another order than asked for
        found = [record for record in reversed(records) if record.arxiv in wanted]
    else:
        words = re.findall(r"ti:(\w+)", asked.query["search_query"])
        found = _with_words(" ".join(words), records)
    entries = "".join(map(_atom, found))
    return 200, {"Content-Type": "application/atom+xml"}, (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">'
        f"<title>ArXiv Query</title>{entries}</feed>"
    ).encode()  # fmt: skip


def _atom(record: Record) -> str:
    number = record.arxiv or ""
    month = f"{number[2:4]}" if number[2:4].isdigit() else "01"
    names = "".join(f"<author><name>{escape(name)}</name></author>" for name in record.authors)
    doi = f"<arxiv:doi>{escape(record.doi)}</arxiv:doi>" if record.doi else ""
    return (
        f"<entry><id>http://arxiv.org/abs/{number}v1</id><title>{escape(record.title)}</title>"
        f"<published>20{number[:2]}-{month}-03T17:59:59Z</published>"
        f"<summary>{escape(record.abstract or '')}</summary>{names}{doi}"
        '<arxiv:primary_category term="cs.RO"/><category term="cs.RO"/></entry>'
    )


def _semantic_scholar(asked: Asked, records: list[Record]) -> Said:
    if asked.body:
        by_id = {f"ARXIV:{record.arxiv}": record for record in records if record.arxiv}
        by_id |= {f"DOI:{record.doi}": record for record in records if record.doi}
        wanted = [by_id.get(key) for key in json.loads(asked.body)["ids"]]
        if not any(wanted):
            return _json({"error": "No valid paper ids given"}, 400)
        return _json([_paper(record) if record else None for record in wanted])
    found = _nearest(asked.query["query"], records, 1)
    if not found:
        return _json({"error": "Title match not found"}, 404)
    return _json({"data": [_paper(found[0]) | {"matchScore": 211.5}]})


def _paper(record: Record) -> dict[str, object]:
    ids = {"ArXiv": record.arxiv, "DOI": record.doi or record.arxiv_doi}
    return {
        "paperId": f"{_number(record):040x}",
        "externalIds": {name: value for name, value in ids.items() if value},
        "title": record.title, "abstract": record.abstract, "year": record.year,
        "venue": record.venue or ("arXiv.org" if record.arxiv else ""),
        "publicationTypes": ["JournalArticle"] if record.kind == "journal" else None,
        "authors": [{"name": name} for name in record.authors],
    }  # fmt: skip


def _number(record: Record) -> int:
    return int.from_bytes(hashlib.sha1(repr(record).encode()).digest())


def _crossref(asked: Asked, records: list[Record]) -> Said:
    if asked.path.startswith("works/"):
        doi = asked.path.removeprefix("works/").lower()
        found = [record for record in records if (record.doi or "").lower() == doi]
        return _json({"status": "ok", "message": _crossref_work(found[0])}) if found else _unknown()
    if "filter" in asked.query:
        wanted = set(asked.identifiers)
        found = [record for record in records if (record.doi or "").lower() in wanted]
    else:
        found = _nearest(asked.query["query.title"], records)
    return _json({"status": "ok", "message": {"items": [_crossref_work(one) for one in found]}})


def _crossref_work(record: Record) -> dict[str, object]:
    people = (name.rpartition(" ") for name in record.authors)
    kind = "journal-article" if record.kind == "journal" else "proceedings-article"
    return {
        "DOI": record.doi, "type": kind, "title": [record.title],
        "author": [{"given": given, "family": family} for given, _, family in people],
        "issued": {"date-parts": [[record.year]]}, "container-title": [record.venue or "Talks"],
        "page": "11-19", "publisher": "Lamp House",
    }  # fmt: skip


def _openalex(asked: Asked, records: list[Record]) -> Said:
    filter_ = asked.query.get("filter", "")
    if filter_.startswith("title.search:"):
        found = _with_words(filter_.partition(":")[2], records)
    else:
        wanted = set(filter_.partition(":")[2].lower().split("|"))
        found = [
            record for record in records
            if {(record.doi or "").lower(), record.arxiv_doi} & wanted
        ]  # fmt: skip
    return _json({"meta": {}, "results": [_openalex_work(record) for record in found]})


def _openalex_work(record: Record) -> dict[str, object]:
    where: dict[str, list[int]] = {}
    for place, word in enumerate((record.abstract or "").split()):
        where.setdefault(word, []).append(place)
    doi = record.doi or record.arxiv_doi
    venue = record.venue if record.doi else "arXiv (Cornell University)"
    return {
        "id": f"https://openalex.org/W{_number(record) % 10**10}",
        "doi": f"https://doi.org/{doi}" if doi else None, "display_name": record.title,
        "title": record.title, "publication_year": record.year,
        "type": "article" if record.doi else "preprint",
        "primary_location": {"source": {"display_name": venue, "type": "conference"}},
        "locations": [{"landing_page_url": f"http://arxiv.org/abs/{record.arxiv}"}]
        if record.arxiv else [],
        "authorships": [{"raw_author_name": name} for name in record.authors],
        "abstract_inverted_index": where or None,
    }  # fmt: skip


def _dblp(asked: Asked, records: list[Record]) -> Said:
    if asked.path.endswith(".xml"):
        return 404, {}, b"no such record"
    hits = [{"info": _dblp_info(one)} for one in _with_words(asked.query["q"], records)]
    return _json({"result": {"hits": {"hit": hits} if hits else {"@total": "0"}}})


def _dblp_info(record: Record) -> dict[str, object]:
    names = [{"text": name} for name in record.authors]
    key = re.sub(r"\W", "", record.title)[:20]
    info: dict[str, object] = {
        "authors": {"author": names[0] if len(names) == 1 else names},
        "title": f"{record.title}.", "year": str(record.year),
    }  # fmt: skip
    if record.doi is None:
        number = record.arxiv or "0"
        return info | {"key": f"journals/corr/abs-{number.replace('.', '-')}", "venue": "CoRR",
                       "type": "Informal and Other Publications",
                       "volume": f"abs/{number}"}  # fmt: skip
    return info | {
        "key": f"conf/lamp/{key}", "venue": record.venue, "doi": record.doi,
        "type": "Conference and Workshop Papers",
    }  # fmt: skip


def _hf_papers(asked: Asked, records: list[Record]) -> Said:
    if asked.path == "api/papers/search":
        found = _nearest(asked.query["q"], records)
        return _json([{"paper": _hf_paper(record)} for record in found])
    number = asked.path.rpartition("/")[2]
    known = [record for record in records if record.arxiv == number]
    return _json(_hf_paper(known[0])) if known else _json({"error": "Paper not found"}, 404)


def _hf_paper(record: Record) -> dict[str, object]:
    return {
        "id": record.arxiv, "title": record.title, "summary": record.abstract,
        "authors": [{"name": name, "hidden": False} for name in record.authors],
        "githubRepo": f"https://github.com/lamps/{record.arxiv}",
    }  # fmt: skip


def _openreview(asked: Asked, records: list[Record]) -> Said:
    if "id" in asked.query:
        found = [record for record in records if record.openreview == asked.query["id"]]
    else:
        found = _with_words(asked.query["term"], records)
    return _json({"notes": [_note(record) for record in found]})


def _note(record: Record) -> dict[str, object]:
    said = {"title": record.title, "abstract": record.abstract, "venue": record.venue,
            "authors": list(record.authors)}  # fmt: skip
    return {
        "id": record.openreview, "forum": record.openreview, "cdate": 1748770000000,
        "content": {name: {"value": value} for name, value in said.items()},
    }  # fmt: skip


def _datacite(asked: Asked, records: list[Record]) -> Said:
    if "query" in asked.query:
        words = re.search(r"\((.*)\)", asked.query["query"])
        title = (words[1] if words else "").replace(" AND ", " ")
        return _json({"data": [_datacite_record(one) for one in _with_words(title, records)]})
    doi = asked.path.removeprefix("dois/").lower()
    found = [record for record in records if record.arxiv_doi == doi]
    return _json({"data": _datacite_record(found[0])}) if found else _unknown()


def _datacite_record(record: Record) -> dict[str, object]:
    return {
        "id": record.arxiv_doi,
        "attributes": {
            "doi": record.arxiv_doi, "titles": [{"title": record.title}],
            "creators": [{"name": name} for name in record.authors],
            "publisher": "arXiv", "publicationYear": record.year,
            "types": {"resourceTypeGeneral": "Preprint"},
            "descriptions": [{"description": record.abstract, "descriptionType": "Abstract"}],
        },
    }  # fmt: skip


ANSWERS: dict[str, Callable[[Asked, list[Record]], Said]] = {
    "arxiv": _arxiv, "crossref": _crossref, "datacite": _datacite, "dblp": _dblp,
    "hf_papers": _hf_papers, "openalex": _openalex, "openreview": _openreview,
    "semantic_scholar": _semantic_scholar,
}  # fmt: skip


def record_of(paper: Paper, **more: object) -> Record:
    """Return what services know of a made-up paper: the preprint and the publication in one."""
    venue, kind = paper.venue
    told: dict[str, object] = {
        "title": paper.title,
        "authors": tuple(f"{name.given} {name.family}" for name in paper.author),
        "year": paper.year,
        "abstract": paper.abstract,
        "arxiv": paper.arxiv,
        "doi": paper.doi,
        "venue": venue,
        "kind": "journal" if kind is ItemType.ARTICLE_JOURNAL else "conference",
    }
    return Record(**(told | more))

"""The recorded answers of the services: each parses to its right outcome."""

import base64
import fnmatch
import json
import logging
import re
from collections import Counter
from pathlib import Path

import pytest

from refman.errors import AnswerError
from refman.lookup.answers import Refused, ask
from refman.lookup.sources import (
    arxiv,
    crossref_answers,
    datacite,
    dblp,
    hf_papers,
    openalex,
    openreview,
    semantic_scholar,
)
from refman.normalise import title_key
from refman.web import Request
from tests.lookup.sources.fake_web import AT, FakeWeb, entry, settings

pytestmark = pytest.mark.corpus

READERS = {
    "arxiv": (arxiv.read_feed,),
    "crossref": (crossref_answers.read_work, crossref_answers.read_works),
    "datacite": (datacite.read_doi, datacite.read_dois),
    "dblp": (dblp.read_hits,),
    "openalex": (openalex.read_work, openalex.read_list),
    "openreview": (openreview.read_notes,),
    "semanticscholar": (semantic_scholar.read_found,),
    "hf_api": (hf_papers.read_papers,),
}
RECORDS, NOTHING, REFUSED, NO_ANSWER = "records", "nothing", "refused", "no answer"

# (folder, pattern of names) -> outcome; the first that fits counts.
EXPECTED = [
    ("arxiv", "id_abc*_400.xml", REFUSED),
    ("arxiv", "id_0000.0000*", NOTHING),
    ("arxiv", "id_0808.05394_s0*", NOTHING),
    ("arxiv", "*empty*", NOTHING),
    ("arxiv", "*", RECORDS),
    ("crossref", "*_400.json", REFUSED),
    ("crossref", "*_404.txt", NOTHING),
    ("crossref", "*_500.json", NO_ANSWER),
    ("crossref", "*_301.html", NO_ANSWER),
    ("crossref", "papis_*_out.json", NO_ANSWER),  # what papis makes of them
    ("crossref", "journals*", NOTHING),  # records of journals are no works
    ("crossref", "*-transform*", NO_ANSWER),
    ("crossref", "v1-works-*", NO_ANSWER),
    ("crossref", "*-agency-2.txt", NO_ANSWER),
    ("crossref", "*-agency-3.txt", NO_ANSWER),
    ("crossref", "works-10.5284-1011335-agency.txt", NO_ANSWER),
    ("crossref", "works-*-agency*.json", RECORDS),  # a DOI and who registered it
    ("crossref", "works_query-adfaaf*", NOTHING),
    ("crossref", "works_query-title-*abs12032*", NOTHING),
    ("crossref", "works_query-title-*askldjrq*", NOTHING),
    ("crossref", "works_query-title-SF-*", None),  # always another paper, or none
    ("crossref", "works_*", RECORDS),
    ("crossref", "*.json", RECORDS),
    ("datacite", "*_404.json", NOTHING),
    ("datacite", "dois.txt", RECORDS),
    ("datacite", "*.txt", NOTHING),  # lists of clients and of activities
    ("datacite", "*.json", RECORDS),
    ("dblp", "search*.json", RECORDS),
    ("dblp", "*", NO_ANSWER),  # BibTeX, and what papis makes of it
    ("openalex", "*_404.html", NOTHING),
    ("openalex", "*", RECORDS),
    ("semanticscholar", "*_404.json", NOTHING),
    ("semanticscholar", "*_400.json", REFUSED),
    ("semanticscholar", "*_403.json", NO_ANSWER),
    ("semanticscholar", "*empty-results*", NOTHING),
    ("semanticscholar", "*n0-r3sult*", NOTHING),
    ("semanticscholar", "datasets-*", NO_ANSWER),
    ("semanticscholar", "recommendations-*", NO_ANSWER),
    ("semanticscholar", "*author-batch*", NOTHING),  # authors are no papers
    ("semanticscholar", "*author-2262347.json", NO_ANSWER),
    ("semanticscholar", "graph-v1-paper-batch*", RECORDS),
    ("semanticscholar", "*search*", RECORDS),
    ("semanticscholar", "*author-1723755-papers*", RECORDS),
    ("semanticscholar", "*-authors.json", RECORDS),  # lists of other things, in the same frame
    ("semanticscholar", "*-references*.json", RECORDS),
    ("semanticscholar", "*-citations.json", RECORDS),
    ("semanticscholar", "*", NO_ANSWER),  # one paper, without the frame of a search
    ("hf_api", "*", RECORDS),
]
ERRORS = {
    "arxiv_200_empty_feed.xml": (arxiv.read_feed, 200, NOTHING),
    "arxiv_400_error_feed.xml": (arxiv.read_feed, 400, REFUSED),
    "arxiv_429.txt": (arxiv.read_feed, 429, NO_ANSWER),
    "crossref_404.txt": (crossref_answers.read_work, 404, NOTHING),
    "crossref_cursor_odd.json": (crossref_answers.read_works, 500, NO_ANSWER),
    "openalex_404.html": (openalex.read_work, 404, NOTHING),
    "openalex_429.json": (openalex.read_list, 429, NO_ANSWER),
    "semanticscholar_403.json": (semantic_scholar.read_found, 403, NO_ANSWER),
    "semanticscholar_match_200_empty.json": (semantic_scholar.read_found, 200, NOTHING),
    "semanticscholar_match_404.json": (semantic_scholar.read_found, 404, NOTHING),
}
NOT_ASKED_FOR = {
    "arxiv_oai_pmh", "crossref_unixref", "doi_content_negotiation", "github", "isbn",
    "proceedings_html", "pubmed_xml", "unpaywall", "zenodo", "zotero_expected",
}  # fmt: skip
STATUS = re.compile(r"_(\d{3})\.\w+$")


def recorded(corpus):
    for folder in READERS:
        root = corpus / ("listings" if folder == "hf_api" else "api") / folder
        for path in sorted(root.iterdir()):
            is_answer = path.suffix not in {".source", ".md", ".yml"}
            if is_answer and not path.name.endswith((".expected.json", ".truth.json")):
                yield folder, path


def body_of(path: Path) -> bytes:
    body = path.read_bytes()
    if path.parent.name == "datacite" and path.suffix == ".txt":
        return base64.b64decode(body)
    return body


def outcome(reader, status, body):
    """What a source makes of an answer, and the records in it."""
    web = FakeWeb(("", (status, body)))
    request = Request(url="https://service.example/")
    try:
        asked = ask(web, request, source="corpus", read=reader)
    except Refused:
        return REFUSED, []
    except AnswerError:
        return NO_ANSWER, []
    value = asked.value if asked is not None else None
    found = [each for each in (value if isinstance(value, list) else [value]) if each is not None]
    return (RECORDS if found else NOTHING), found


def reader_for(folder, path, body):
    readers = READERS[folder]
    if folder == "semanticscholar" and body.lstrip().startswith(b"[") and "batch" in path.name:
        count = len(json.loads(body))
        return lambda given: semantic_scholar.read_batch(given, count=count)
    is_list = re.search(rb'"(?:items|results)" ?:|"data" ?: ?\[', body[:600]) or (
        b'"message-type":"work-list"' in body or b'"message-type":"journal-list"' in body
    )
    return readers[-1] if is_list else readers[0]


def test_every_recorded_answer_has_its_outcome(corpus, caplog):
    caplog.set_level(logging.CRITICAL)
    counts: Counter[tuple[str, str]] = Counter()
    wrong = []
    for folder, path in recorded(corpus):
        body = body_of(path)
        found_status = STATUS.search(path.name)
        status = int(found_status[1]) if found_status else 200
        expected = next(
            (what for where, name, what in EXPECTED
             if where == folder and fnmatch.fnmatch(path.name, name)),
            "no expectation",
        )  # fmt: skip
        told, _ = outcome(reader_for(folder, path, body), status, body)
        counts[folder, told] += 1
        if expected is not None and told != expected:
            wrong.append((folder, path.name, told, expected))
    for name, (reader, status, expected) in ERRORS.items():
        told, _ = outcome(reader, status, (corpus / "api" / "errors" / name).read_bytes())
        counts["errors", told] += 1
        if told != expected:
            wrong.append(("errors", name, told, expected))
    print()
    for (folder, told), count in sorted(counts.items()):
        print(f"{folder:16} {told:10} {count:4}")
    print(
        f"{sum(counts.values())} answers; not these services': {', '.join(sorted(NOT_ASKED_FOR))}"
    )
    print(*wrong, sep="\n")
    assert wrong == []


def test_no_folder_is_forgotten(corpus):
    folders = {path.name for path in (corpus / "api").iterdir() if path.is_dir()}
    assert folders <= {*READERS, *NOT_ASKED_FOR, "errors"}


def test_feeds_give_every_entry_with_number_title_and_authors(corpus):
    count = 0
    for folder, path in recorded(corpus):
        if folder != "arxiv" or "_400" in path.name:
            continue
        body = path.read_bytes()
        found = arxiv.make(settings()).by_title(entry("Lamps"), FakeWeb(("", body)))
        assert len(found) == body.count(b"<entry>")
        for each in found:
            count += 1
            number = each.entry.identifiers.arxiv
            assert number.version
            assert number.primary_class
            assert each.entry.title
            assert each.entry.abstract
            assert each.entry.author
            assert each.entry.issued.day
            assert not re.search("Ã.|â€", f"{each.entry.title}{each.entry.author}")
    print(count, "entries")


def zotero_items(corpus, folder):
    for path in sorted((corpus / "api" / folder).glob("*.zoterotest.json")):
        items = json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))
        yield path, items


def found_in(folder, path):
    body = path.read_bytes()
    if folder == "openalex":
        body = body if b'"results":' in body[:300] else b'{"results":[' + body + b"]}"
        return openalex.make(settings()).by_title(entry("x"), FakeWeb(("", body)))
    single = datacite.make(settings()).by_identifiers([entry(doi="10.5555/x")], FakeWeb(("", body)))
    return [candidate for _, candidate in single]


@pytest.mark.parametrize(("folder", "least"), [("openalex", 0.95), ("datacite", 0.95)])
def test_records_say_what_zotero_reads_in_them(corpus, folder, least):
    told = asked = 0
    for path, items in zotero_items(corpus, folder):
        for candidate, item in zip(found_in(folder, path), items, strict=True):
            record = candidate.entry
            families = [
                creator.get("lastName") or creator.get("name", "")
                for creator in item["creators"]
                if creator["creatorType"] in {"author", "programmer"}
            ]
            own = [name.family or name.literal for name in record.author]
            checks = {
                "title": title_key(record.title or "").startswith(title_key(item["title"])[:40]),
                "year": "date" not in item or str(item["date"])[:4] == str(record.issued)[:4],
                "doi": "DOI" not in item
                or item["DOI"].lower() == (record.identifiers.doi or "").lower(),
                "authors": len(own) == len(families)
                and all(
                    title_key(one).endswith(title_key(two))
                    or title_key(two).endswith(title_key(one))
                    for one, two in zip(own, families, strict=False)
                ),
                "pages": "pages" not in item or item["pages"].split("-")[0] in (record.page or ""),
                "volume": "volume" not in item or item["volume"] == record.volume,
            }
            asked += len(checks)
            told += sum(checks.values())
            for name in (name for name, is_right in checks.items() if not is_right):
                print(
                    path.name,
                    name,
                    item["title"][:50],
                    own,
                    families,
                    str(record.issued),
                    item.get("date"),
                )
    print(f"{folder}: {told} of {asked}")
    assert told >= least * asked


def test_crossref_s_records_say_what_papis_reads_in_them(corpus):
    count = 0
    for path in sorted((corpus / "api" / "crossref").glob("papis_test_*.json")):
        if path.name.endswith("_out.json"):
            continue
        expected = json.loads(path.with_name(f"{path.stem}_out.json").read_text("utf-8"))
        work = crossref_answers.read_work(path.read_bytes())
        record = crossref_answers.candidate(work, AT).entry
        assert title_key(record.title) == title_key(expected["title"])
        assert record.identifiers.doi.lower() == expected["doi"].lower()
        assert str(record.issued)[:4] == str(expected["year"])
        assert [name.family for name in record.author] == [
            author["family"] for author in expected["author_list"]
        ]
        assert record.volume == expected.get("volume")
        assert record.issue == expected.get("issue")
        count += 1
    assert count == 5

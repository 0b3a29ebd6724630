"""What each source asks for, and which entry an answer goes to."""

import json
import logging
from urllib.parse import unquote_plus

import msgspec
import pytest

from refman.errors import AnswerError
from refman.lookup.sources import (
    arxiv,
    crossref,
    datacite,
    dblp,
    hf_papers,
    openalex,
    openreview,
    semantic_scholar,
)
from refman.web import Expects
from tests.lookup.sources.fake_web import BASE, DATA, FakeWeb, address, entry, settings

FEED = (DATA / "arxiv" / "feed.xml").read_bytes()
WORKS = (DATA / "crossref" / "works.json").read_bytes()
ALL = (arxiv, crossref, datacite, dblp, hf_papers, openalex, openreview, semantic_scholar)
LAMPS = entry(
    "Lamps: on $x^2$ | rain, moths",
    arxiv="2506.00411",
    doi="10.5555/lamp.1",
    openreview="r1lampAAAA",
)


def found_by(module, entries, web, key=None):
    return [
        (place, found.entry.title)
        for place, found in module.make(settings(key)).by_identifiers(entries, web)
    ]


@pytest.mark.parametrize("module", ALL)
def test_source_tells_its_name(module):
    source = module.make(settings())
    assert source.name == module.__name__.rpartition(".")[2]
    assert source.label


@pytest.mark.parametrize("module", ALL)
def test_nothing_to_ask_asks_nothing(module):
    web = FakeWeb(("", b""))
    source = module.make(settings())
    assert source.by_title(entry(None), web) == []
    assert source.by_title(entry("?!"), web) == []
    assert list(source.by_identifiers([entry("Lamps"), entry()], web)) == []
    assert web.requests == []


@pytest.mark.parametrize("module", ALL)
def test_what_is_not_known_is_nothing(module):
    web = FakeWeb()
    source = module.make(settings())
    assert source.by_title(LAMPS, web) == []
    assert list(source.by_identifiers([LAMPS], web)) == []
    assert web.set_asides == []


@pytest.mark.parametrize("module", ALL)
@pytest.mark.parametrize(
    "said", [(429, b"Rate exceeded."), (200, b"<html>robot?</html>"), (200, b""), (200, b"[[")]
)
def test_no_answer_is_told_once_and_sets_the_source_aside(module, said):
    web = FakeWeb(("", said))
    source = module.make(settings())
    with pytest.raises(AnswerError):
        list(source.by_identifiers([LAMPS], web))
    with pytest.raises(AnswerError):
        source.by_title(LAMPS, web)
    assert {name for name, _ in web.set_asides} == {source.name}


@pytest.mark.parametrize("module", ALL)
def test_a_refusal_is_told(module, caplog):
    web = FakeWeb(("", (400, b'{"message": "odd question"}')))
    source = module.make(settings())
    with caplog.at_level(logging.WARNING):
        assert list(source.by_identifiers([LAMPS], web)) == []
    assert "odd question" in caplog.text
    with pytest.raises(AnswerError, match="odd question"):
        source.by_title(LAMPS, web)
    assert web.set_asides == []


@pytest.mark.parametrize("module", ALL)
def test_kind_of_body_is_asked_for(module):
    web = FakeWeb()
    source = module.make(settings())
    source.by_title(LAMPS, web)
    list(source.by_identifiers([LAMPS], web))
    assert Expects.ANYTHING not in {request.expects for request in web.requests}


@pytest.mark.parametrize("module", ALL)
def test_a_key_stands_in_no_address(module):
    web = FakeWeb()
    source = module.make(settings("s3cret"))
    source.by_title(LAMPS, web)
    list(source.by_identifiers([LAMPS], web))
    assert not any("s3cret" in address(request) for request in web.requests)
    with_key = {module for request in web.requests if "s3cret" in str(request.headers)}
    assert bool(with_key) == (
        module in {crossref, hf_papers, openalex, openreview, semantic_scholar}
    )


@pytest.mark.parametrize(
    ("module", "asked"),
    [
        (
            arxiv,
            ("/api/query?search_query=ti:lamps AND ti:rain AND ti:moths&start=0&max_results=5"
            "&sortBy=relevance&sortOrder=descending"),
        ),
        (datacite, ("/dois?query=titles.title:(lamps AND rain AND moths)&page[size]=5"
                   "&disable-facets=true")),
        (dblp, "/search/publ/api?q=Lamps on x² rain moths&format=json&h=5&f=0&c=0"),
        (hf_papers, "/api/papers/search?q=Lamps on x² rain moths&limit=5"),
        (openreview, ("/notes/search?term=Lamps on x² rain moths&type=terms&content=title"
                     "&source=forum&limit=5")),
    ],
)  # fmt: skip
def test_title_is_asked_for(module, asked):
    web = FakeWeb()
    module.make(settings()).by_title(LAMPS, web)
    assert [unquote_plus(each) for each in web.asked] == [asked]


def test_titles_with_a_choice_of_fields():
    web = FakeWeb()
    for module in (crossref, openalex, semantic_scholar):
        module.make(settings()).by_title(LAMPS, web)
    crossref_asks, openalex_asks, scholar_asks = (dict(each.params) for each in web.requests)
    assert crossref_asks["query.title"] == "Lamps on x² rain moths"
    assert crossref_asks["rows"] == "5"
    assert "abstract" in crossref_asks["select"].split(",")
    assert openalex_asks["filter"] == "title.search:Lamps on x² rain moths"
    assert "abstract_inverted_index" in openalex_asks["select"].split(",")
    assert "externalIds" in scholar_asks["fields"].split(",")


def test_crossref_is_told_the_first_author():
    web = FakeWeb()
    people = (
        crossref.make(settings()).by_title(entry("Lamps"), FakeWeb(("", WORKS)))[0].entry.author
    )
    for names in (people, people[1:]):
        asked = msgspec.structs.replace(entry("Lamps"), author=names)
        crossref.make(settings()).by_title(asked, web)
    assert [dict(each.params)["query.author"] for each in web.requests] == [
        "Berg", "Lamp & Wick Group",
    ]  # fmt: skip


def test_arxiv_answers_out_of_order():
    entries = [
        entry(arxiv="2506.00411v1"),
        entry("no number"),
        entry(arxiv="math.GT/0309136"),
        entry(arxiv="2506.00411"),
        entry(arxiv="2506.09999"),
    ]
    web = FakeWeb(("", FEED))
    assert found_by(arxiv, entries, web) == [
        (2, r"On $\pi_0$ of lamps in the rain"),
        (0, "LampNet: Lamps that Learn to Shine"),
        (3, "LampNet: Lamps that Learn to Shine"),
    ]
    assert web.asked == [
        "/api/query?id_list=2506.00411,math/0309136,2506.09999&start=0&max_results=3"
    ]


def test_arxiv_numbers_by_the_hundred():
    web = FakeWeb()
    found_by(arxiv, [entry(arxiv=f"2506.{number:05d}") for number in range(1, 206)], web)
    assert [dict(each.params)["max_results"] for each in web.requests] == ["100", "100", "5"]


@pytest.mark.parametrize(
    "feed",
    [
        b"Rate exceeded.",
        FEED[: len(FEED) // 2],
        b"<rss><channel></channel></rss>",
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>",
    ],
)
def test_arxiv_without_a_whole_feed(feed):
    with pytest.raises(AnswerError):
        found_by(arxiv, [entry(arxiv="2506.00411")], FakeWeb(("", feed)))


def test_arxiv_with_an_error_for_an_entry(caplog):
    error = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id>'
        b"<title>Error</title><summary>incorrect id format for x</summary></entry></feed>"
    )
    for said in ((200, error), (400, error)):
        with caplog.at_level(logging.WARNING):
            assert found_by(arxiv, [entry(arxiv="2506.00411")], FakeWeb(("", said))) == []
    assert "incorrect id format for x" in caplog.text
    bare = error.replace(b"<summary>incorrect id format for x</summary>", b"")
    with pytest.raises(AnswerError, match="Error"):
        arxiv.make(settings()).by_title(entry("Lamps"), FakeWeb(("", bare)))


def test_arxiv_loses_but_the_entry_that_is_broken(caplog):
    feed = FEED.replace(b"<title>0</title>", b"<title>0</tilte>")
    with caplog.at_level(logging.WARNING):
        found = arxiv.make(settings()).by_title(entry("Lamps"), FakeWeb(("", feed)))
    assert len(found) == 3
    assert "an entry of arxiv is left out" in caplog.text


def test_arxiv_with_three_thousand_authors():
    crowd = b"".join(b"<author><name>Ada Berg %d</name></author>" % n for n in range(3000))
    feed = FEED.replace(b"<author><name>Bo Lee</name></author>", crowd)
    found = arxiv.make(settings()).by_title(entry("Lamps"), FakeWeb(("", feed)))
    assert len(found[1].entry.author) == 3000


def test_crossref_dois_together_and_alone():
    entries = [
        entry(doi="10.5555/Lamp.1"),
        entry(arxiv="2506.00411"),
        entry(doi="10.5555/conf.3"),
        entry(doi="10.48550/arXiv.2506.00411"),
        entry(doi="10.5555/lamp.1"),
        entry(doi="10.5555/a,b"),
    ]
    single = b'{"status":"ok","message":{"DOI":"10.5555/a,b","title":["With a comma"]}}'
    web = FakeWeb(("%2Ca", b""), ("/works/", single), ("", WORKS))
    assert found_by(crossref, entries, web) == [
        (5, "With a comma"),
        (0, "CO2 of lamps (Lumen minor) & rain: A field study"),
        (4, "CO2 of lamps (Lumen minor) & rain: A field study"),
        (2, "Lamps: why?"),
    ]
    assert web.asked[0] == "/works/10.5555%2Fa%2Cb"
    assert dict(web.requests[1].params)["filter"] == "doi:10.5555/lamp.1,doi:10.5555/conf.3"


def test_crossref_without_the_one_record():
    web = FakeWeb(("", b'{"status":"ok","message":{"agency":{"id":"datacite"}}}'))
    assert found_by(crossref, [entry(doi="10.5555/a,b")], web) == []


def test_scholar_s_batch_is_in_the_order_asked_for():
    record = {"paperId": "a" * 40, "title": "Lamps"}
    web = FakeWeb(("/paper/batch", json.dumps([None, record, {"title": 5}, record]).encode()))
    entries = [
        entry(doi="10.5555/lamp.1"),
        entry(arxiv="math.GT/0309136v2", doi="10.5555/x"),
        entry(pmid="38799228"),
        entry(semantic_scholar="CorpusId:7"),
        entry("Nothing"),
    ]
    assert found_by(semantic_scholar, entries, web, key="k") == [(1, "Lamps"), (3, "Lamps")]
    (request,) = web.requests
    assert request.method == "POST"
    assert json.loads(request.body) == {
        "ids": ["DOI:10.5555/lamp.1", "ARXIV:math/0309136", "PMID:38799228", "CorpusId:7"]
    }
    assert ("x-api-key", "k") in request.headers


def test_scholar_s_batch_of_another_length_is_no_answer():
    with pytest.raises(AnswerError, match="2 papers were asked for, 1 came"):
        found_by(semantic_scholar, [entry(pmid="1"), entry(pmid="2")], FakeWeb(("", b"[null]")))


def test_scholar_knows_none_of_a_batch():
    web = FakeWeb(("", (400, b'{"error":"No valid paper ids given"}')))
    assert found_by(semantic_scholar, [entry(pmid="1"), entry(pmid="2")], web) == []
    assert len(web.requests) == 1


def test_scholar_s_search_that_finds_nothing():
    source = semantic_scholar.make(settings())
    for body in (b'{"data": []}', b'{"total": 0, "offset": 0}'):
        assert source.by_title(entry("Lamps"), FakeWeb(("", body))) == []
    with pytest.raises(AnswerError, match="no list of papers"):
        source.by_title(entry("Lamps"), FakeWeb(("", b'{"message": "hello"}')))


def test_openalex_asks_by_one_number_each():
    def work(number, **fields):
        return {"id": f"https://openalex.org/W400000000{number}", "title": f"L{number}", **fields}

    web = FakeWeb(
        ("/works/doi:", json.dumps(work(9, doi="https://doi.org/10.5555/a,b")).encode()),
        ("filter=doi:", json.dumps({"results": [
            work(1, doi="https://doi.org/10.5555/lamp.1"),
            work(2, doi="https://doi.org/10.48550/arxiv.2506.00411", type="preprint"),
            work(3, doi="https://doi.org/10.5555/never-asked"),
        ]}).encode()),
        ("filter=openalex:", json.dumps({"results": [work(4, doi="https://doi.org/10.1/x")]}).encode()),
        ("filter=pmid:", json.dumps({"results": [
            work(5, ids={"pmid": "https://pubmed.ncbi.nlm.nih.gov/38799228"}), work(6),
        ]}).encode()),
    )  # fmt: skip
    entries = [
        entry(doi="10.5555/lamp.1", pmid="1", openalex="W1"),
        entry(arxiv="2506.00411"),
        entry(openalex="W4000000004", pmid="1"),
        entry(pmid="38799228"),
        entry(doi="10.5555/a,b"),
    ]
    assert found_by(openalex, entries, web) == [
        (4, "L9"),
        (0, "L1"),
        (1, "L2"),
        (2, "L4"),
        (3, "L5"),
    ]
    assert web.asked[0].startswith("/works/doi:10.5555/a%2Cb?select=")
    filters = [dict(each.params).get("filter") for each in web.requests]
    assert filters[1:] == [
        "doi:10.5555/lamp.1|10.48550/arxiv.2506.00411", "openalex:W4000000004", "pmid:38799228",
    ]  # fmt: skip


def test_openalex_by_the_fifty():
    web = FakeWeb()
    found_by(openalex, [entry(doi=f"10.5555/{n}") for n in range(120)], web)
    assert [dict(each.params)["filter"].count("|") for each in web.requests] == [49, 49, 19]


@pytest.mark.parametrize("body", [b"{}", b'{"meta": {}, "results": []}'])
def test_openalex_without_the_one_work(body):
    with pytest.raises(AnswerError, match="no work"):
        found_by(openalex, [entry(doi="10.5555/a,b")], FakeWeb(("", body)))


def test_openalex_with_a_broken_work():
    assert found_by(openalex, [entry(doi="10.5555/a,b")], FakeWeb(("", b'{"id": 5}'))) == []


def test_openalex_index_is_bounded():
    index = {f"w{n}": [n] for n in range(30_000)} | {"again": list(range(50_000))}
    body = json.dumps({"results": [{"id": "https://openalex.org/W4000000001", "title": "L",
                                    "abstract_inverted_index": index}]}).encode()  # fmt: skip
    (found,) = openalex.make(settings()).by_title(entry("L"), FakeWeb(("", body)))
    assert found.entry.abstract is None or len(found.entry.abstract) <= 100_000


RECORD = """<?xml version="1.0"?>
<dblp><inproceedings key="conf/lamp/WangB25" mdate="2025-09-08">
<author pid="1">Wei Wang 0001</author><author>Ada Berg</author><editor>Eva Quist</editor>
<title>Lamps &#38; <i>wicks</i>.</title><booktitle>LampConf</booktitle><pages>1-9</pages>
<year>2025</year><ee type="oa">https://lamps.example/1</ee><ee>https://doi.org/10.5555/lamp.1</ee>
</inproceedings></dblp>
"""


def test_dblp_records_by_key_and_doi():
    entries = [
        entry(dblp="conf/lamp/WangB25", doi="10.5555/lamp.1"),
        entry(doi="10.5555/lamp<1>"),
        entry(arxiv="2506.00411"),
        entry(dblp="no key?", doi="10.48550/arXiv.2506.00411"),
    ]
    web = FakeWeb(("", RECORD.encode()))
    found = list(dblp.make(settings()).by_identifiers(entries, web))
    assert web.asked == ["/rec/conf/lamp/WangB25.xml", "/doi/10.5555/lamp%3C1%3E.xml"]
    assert [place for place, _ in found] == [0, 1]
    record = found[0][1].entry
    assert (record.title, record.type.value) == ("Lamps & wicks", "paper-conference")
    assert [name.family for name in record.author] == ["Wang", "Berg"]
    assert [name.family for name in record.editor] == ["Quist"]
    assert record.identifiers.doi == "10.5555/lamp.1"
    assert found[0][1].record_url == "https://dblp.org/rec/conf/lamp/WangB25"


@pytest.mark.parametrize(
    "body",
    [
        b"<html>robot?</html>",
        RECORD[:200].encode(),
        b"<dblp></dblp>",
        b"<dblp><article key='a'><title>x</tilte></article></dblp>",
    ],
)
def test_dblp_without_a_record(body):
    with pytest.raises(AnswerError):
        found_by(dblp, [entry(doi="10.5555/lamp.1")], FakeWeb(("", body)))


def test_dblp_without_hits():
    body = b'{"result":{"hits":{"@total":"0"}}}'
    assert dblp.make(settings()).by_title(entry("Lamps"), FakeWeb(("", body))) == []


def test_datacite_one_by_one():
    one = b'{"data":{"id":"x","attributes":{"doi":"10.5555/DATA.2","titles":[{"title":"Lamps"}]}}}'
    web = FakeWeb(("data.2", one), ("bad", b'{"data":{"attributes":{"doi":5}}}'))
    entries = [entry(doi="10.5555/data.2"), entry(arxiv="2506.00411"), entry(doi="10.5555/bad")]
    assert found_by(datacite, entries, web) == [(0, "Lamps")]
    assert web.asked == [
        "/dois/10.5555%2Fdata.2", "/dois/10.48550%2Farxiv.2506.00411", "/dois/10.5555%2Fbad",
    ]  # fmt: skip


def test_datacite_s_record_by_content_negotiation():
    body = b'{"id":"x","doi":"10.5555/data.2","titles":[{"title":"Lamps"}],"creators":null}'
    assert datacite.read_doi(body).doi == "10.5555/data.2"
    with pytest.raises(AnswerError, match="no record"):
        found_by(datacite, [entry(doi="10.5555/data.2")], FakeWeb(("", b'{"data":null}')))


def test_hugging_face_by_number():
    paper = b'{"id":"2506.00411","title":"LampNet","githubRepo":"https://github.com/a/b"}'
    web = FakeWeb(("2506.00411", paper), ("2506.00412", b'{"id":5}'))
    entries = [entry(arxiv="2506.00411v3"), entry(arxiv="2506.00412"), entry(arxiv="math/0309136")]
    assert found_by(hf_papers, entries, web) == [(0, "LampNet")]
    assert web.asked[0] == "/api/papers/2506.00411"
    assert web.asked[2] == "/api/papers/math%2F0309136"
    with pytest.raises(AnswerError):
        found_by(hf_papers, entries[:1], FakeWeb(("", b"Not JSON")))


def test_hugging_face_with_an_odd_record():
    assert found_by(hf_papers, [entry(arxiv="2506.00411")], FakeWeb(("", b"[]"))) == []


def test_openreview_asks_the_older_interface_too():
    note = b'{"notes":[{"id":"oldNoteBBB","content":{"title":"Old lamps"}}]}'
    web = FakeWeb(("api2.openreview", (404, b"{}")), ("api.openreview", note))
    source = openreview.make(settings(base_url="https://api2.openreview.example"))
    found = list(source.by_identifiers([entry(openreview="oldNoteBBB")], web))
    assert [each.entry.title for _, each in found] == ["Old lamps"]
    assert [address(request) for request in web.requests] == [
        "https://api2.openreview.example/notes?id=oldNoteBBB",
        "https://api.openreview.example/notes?id=oldNoteBBB",
    ]


def test_openreview_note_that_is_not_for_everyone():
    web = FakeWeb(("", (403, b'{"name":"ForbiddenError","message":"no permission"}')))
    assert found_by(openreview, [entry(openreview="r1lampAAAA")], web) == []
    assert web.set_asides == []
    web = FakeWeb(("", (403, b'{"name":"ChallengeRequiredError"}')))
    with pytest.raises(AnswerError, match="ChallengeRequiredError"):
        found_by(openreview, [entry(openreview="r1lampAAAA")], web)


def test_openreview_when_its_search_is_down():
    body = b'{"notes":[],"count":0,"searchUnavailable":true}'
    with pytest.raises(AnswerError, match="search is not available"):
        openreview.make(settings()).by_title(entry("Lamps"), FakeWeb(("", body)))


def test_addresses_have_one_slash():
    web = FakeWeb()
    for base_url in (BASE, f"{BASE}/"):
        arxiv.make(settings(base_url=base_url)).by_title(LAMPS, web)
    assert len({request.url for request in web.requests}) == 1

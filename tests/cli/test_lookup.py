"""``refman lookup`` and ``refman convert --lookup`` against services on 127.0.0.1."""

import json

import pytest

from tests.cli.squeezed import squeezed
from tests.lookup.service import NAMES, Services
from tests.lookup.service_answers import Record, record_of
from tests.lookup.world import papers

GLOW = Record(
    title="GLOW: Green Lanterns over Water",
    authors=("Ada Berg", "Bo Lee"),
    year=2025,
    abstract="We show how lanterns that hang over water keep their light for a whole night, and "
    "what it costs. The lamps are cheap, and the water is cold. Our code is available at "
    "https://github.com/example-lab/glow.",
    arxiv="2506.00411",
)
PUBLISHED = Record(
    title=GLOW.title, authors=GLOW.authors, year=2026, doi="10.5555/glow", venue="Lamp Talks",
    at=frozenset({"crossref"}),
)  # fmt: skip
WITH_DOI = Record(
    title=GLOW.title, authors=GLOW.authors, year=2025, abstract=GLOW.abstract, arxiv=GLOW.arxiv,
    doi=PUBLISHED.doi, at=frozenset({"arxiv"}),
)  # fmt: skip
MAPS = Record(
    title="Folding Large Maps without Losing the Place", authors=("Eva Quist",), year=2019,
    doi="10.5555/maps", venue="Journal of Walks", kind="journal",
)  # fmt: skip


@pytest.fixture
def serve(monkeypatch, tmp_path):
    """Start services with some records, for the program in this process."""
    started = []

    def start(*records: Record) -> Services:
        services = Services(records)
        started.append(services)
        for name, value in services.environment().items():
            monkeypatch.setenv(name, value)
        return services

    for name in ("CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    yield start
    for services in started:
        services.__exit__()


def test_a_listing_is_looked_up_and_each_outcome_is_told(refman, serve, listing):
    serve(WITH_DOI, PUBLISHED, MAPS)
    done = refman("lookup", listing)
    assert done.status == 0
    assert "1 accepted (0.97): GLOW: Green Lanterns over Water" in done.out
    assert "Berg and others 2025. arXiv:2506.00411" in done.out
    assert "proposed, published in Lamp Talks (Crossref):" in done.out
    assert "- container_title: Lamp Talks" in done.out
    assert "2 to review: Folding Large Maps without Losing the Place" in done.out
    assert "Quist 2019. Folding Large Maps" in done.out
    assert squeezed("listing.txt: 2 papers: 1 accepted, 1 to review") in squeezed(done.out)
    assert done.err == "nothing was written; -o OUT writes the references\n"


def test_it_fits_a_narrow_terminal(refman, serve, listing, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    serve(WITH_DOI, PUBLISHED, MAPS)
    done = refman("lookup", listing)
    assert max(map(len, done.out.splitlines())) <= 60


def test_not_found_shows_the_nearest(refman, serve, listing):
    serve(GLOW)
    done = refman("lookup", listing)
    assert "2 not found: Folding Large Maps" in done.out
    assert "the nearest, " not in done.out.partition("2 not found")[0]
    assert squeezed("1 accepted, 1 not found") in squeezed(done.out)


def test_output_is_written_with_what_was_taken_and_the_rest_as_it_was(
    refman, serve, listing, tmp_path
):
    serve(GLOW)
    target = tmp_path / "papers.bib"
    done = refman("lookup", listing, "-o", target)
    assert done.status == 0
    text = target.read_text()
    assert "author = {Berg, Ada and Lee, Bo}" in text
    assert "Folding Large Maps" in text
    assert "nothing was written" not in done.err
    again = refman("lookup", listing, "-o", target)
    assert again.status == 2
    assert "--force" in again.err
    forced = refman("lookup", listing, "-o", target, "--force")
    assert forced.status == 0
    assert "papers.bib.bak" in forced.err


def test_references_go_to_standard_output_and_the_report_beside(refman, serve, listing):
    serve(GLOW)
    done = refman("lookup", listing, "-o", "-", "--to", "csl-json")
    assert json.loads(done.out)[0]["title"] == GLOW.title
    assert squeezed("1 accepted, 1 not found") in squeezed(done.err)


def test_a_reference_file_is_only_reported_on(refman, serve, tmp_path):
    serve(GLOW)
    file = tmp_path / "mine.bib"
    file.write_text(f"@misc{{glow,\n  title = {{{GLOW.title}}},\n  eprint = {{2506.00411}},\n"
                    "  eprinttype = {arxiv},\n}\n")  # fmt: skip
    before = file.read_bytes()
    done = refman("lookup", file)
    assert done.status == 0
    assert "1 accepted" in done.out
    assert "nothing was written" in done.err
    assert file.read_bytes() == before


def test_json_tells_outcomes_candidates_reasons_proposals_and_provenance(refman, serve, listing):
    serve(WITH_DOI, PUBLISHED, MAPS)
    done = refman("lookup", listing, "--json")
    assert done.err == ""
    said = json.loads(done.out)
    assert said["outcomes"] == {
        "accepted": 1, "unchanged": 0, "to review": 1, "not found": 0, "failed": 0
    }  # fmt: skip
    glow, maps = said["papers"]
    assert (glow["place"], glow["outcome"], maps["outcome"]) == (1, "accepted", "to review")
    first = glow["candidates"][0]
    assert first["decision"] == "accepted"
    assert {reason["field"] for reason in first["reasons"]} >= {"title", "abstract"}
    proposed = {offer["field"]: offer for offer in glow["proposals"]}
    assert proposed["container_title"]["new"] == "Lamp Talks"
    assert proposed["container_title"]["provenance"]["source"] == "crossref"
    assert glow["entry"]["provenance"]["author"]["source"] == "arxiv"
    assert maps["candidates"][0]["decision"] == "to review"
    assert said["troubles"] == []


def test_accept_none_takes_nothing(refman, serve, listing, tmp_path):
    serve(GLOW)
    target = tmp_path / "papers.bib"
    done = refman("lookup", listing, "--accept", "none", "-o", target)
    assert "1 to review: GLOW" in done.out
    assert "nothing is taken without you" in done.out
    assert "Berg, Ada" not in target.read_text()


def test_only_named_sources_are_asked(refman, serve, listing):
    services = serve(GLOW)
    refman("lookup", listing, "--sources", "dblp, hf-papers")
    assert set(services.counts()) <= {"dblp", "hf_papers"}


@pytest.mark.parametrize("names", ["arxiv,none", ",", ""])
def test_an_unknown_source_is_told_before_anything_is_asked(refman, serve, listing, names):
    services = serve(GLOW)
    done = refman("lookup", listing, "--sources", names)
    assert done.status == 2
    assert "there is no source" in done.err
    assert "semantic_scholar" in done.err
    assert services.asked == []


def test_offline_answers_from_the_cache_and_says_what_it_lacks(refman, serve, listing):
    services = serve(GLOW)
    cold = refman("lookup", listing, "--offline")
    assert cold.status == 2
    assert services.asked == []
    assert len([line for line in cold.err.splitlines() if "was not asked (offline)" in line]) == 8
    assert squeezed("2 papers: 2 failed") in squeezed(cold.out)
    online = refman("lookup", listing)
    asked = len(services.asked)
    warm = refman("lookup", listing, "--offline")
    assert (warm.status, warm.out) == (0, online.out)
    assert len(services.asked) == asked


def test_without_network_there_is_a_line_a_source_and_all_stays(refman, serve, listing, tmp_path):
    services = serve(GLOW)
    for service in services.of.values():
        service.fault = "nothing"
    target = tmp_path / "papers.bib"
    done = refman("lookup", listing, "-o", target, "-q")
    assert done.status == 2
    lines = [line for line in done.err.splitlines() if "was left out: " in line]
    assert len(lines) == len(NAMES)
    assert done.out.endswith("2 failed\n")
    plain = tmp_path / "plain.bib"
    refman("convert", listing, "-o", plain)
    assert target.read_text() == plain.read_text()


def test_a_service_that_is_set_aside_is_said_once_and_the_others_go_on(refman, serve, listing):
    services = serve(GLOW, MAPS)
    services.of["arxiv"].fault = "hours"
    done = refman("lookup", listing)
    assert done.err.count("arXiv was left out: is asked too much (429)") == 1
    assert "1 accepted" in done.out


def test_convert_looks_up_on_the_way(refman, serve, listing, tmp_path):
    serve(GLOW)
    target = tmp_path / "papers.bib"
    done = refman("convert", listing, "-o", target, "--lookup")
    assert done.status == 0
    assert squeezed("1 accepted, 1 not found") in squeezed(done.err)
    assert "author = {Berg, Ada and Lee, Bo}" in target.read_text()
    assert "@misc{berg2025glow," in target.read_text().lower()


def test_convert_writes_its_file_whatever_the_services_do(refman, serve, listing, tmp_path):
    services = serve(GLOW)
    for service in services.of.values():
        service.fault = "page"
    target = tmp_path / "papers.bib"
    done = refman("convert", listing, "-o", target, "--lookup", "-q")
    assert done.status == 0
    assert target.exists()
    assert "was left out" in done.err


def test_nothing_to_look_up(refman, serve, tmp_path):
    serve()
    empty = tmp_path / "empty.txt"
    empty.write_text("no paper\n")
    assert refman("lookup", empty).status == 1
    assert refman("lookup", tmp_path / "missing.txt").status == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--json", "-o", "-", "--to", "bibtex"], "both want standard output"),
        (["--to", "bibtex"], "name OUT"),
        (["-o", "papers.odd"], "does not tell its format"),
        (["--accept", "some"], "some"),
    ],
)
def test_what_does_not_go_together_is_told_first(refman, serve, listing, arguments, says):
    services = serve(GLOW)
    done = refman("lookup", listing, *arguments)
    assert done.status == 2
    assert says in done.err
    assert services.asked == []


def test_what_services_send_cannot_steer_the_terminal(refman, serve, listing):
    serve(
        Record(
            title=GLOW.title, authors=("Ada \x9b31mBerg",), year=2025, abstract=GLOW.abstract,
            doi="10.5555/x", venue="Lamps \x1b[2J\u202eTalks", at=frozenset({"crossref"}),
        ),
    )  # fmt: skip
    done = refman("lookup", listing)
    assert not {"\x1b", "\x9b", "\u202e"} & set(done.out + done.err)


def test_many_papers_of_a_reference_file_keep_their_order_and_keys(refman, serve, tmp_path):
    world = papers(12)
    serve(*map(record_of, world))
    file = tmp_path / "many.bib"
    file.write_text("".join(f"@article{{k{paper.number}, title = {{{paper.title}}}, "
                            f"abstract = {{{paper.abstract}}}}}\n" for paper in world))  # fmt: skip
    done = refman("lookup", file, "--json")
    said = json.loads(done.out)["papers"]
    assert [paper["key"] for paper in said] == [f"k{paper.number}" for paper in world]
    assert {paper["outcome"] for paper in said} == {"accepted"}


def test_a_run_goes_on_where_a_source_failed_and_says_so(refman, serve, listing, tmp_path):
    services = serve(GLOW)
    services.of["datacite"].fault = "hours"
    first = refman("lookup", listing)
    assert first.status == 2
    assert "2 failed: Folding" in first.out
    assert squeezed("(without DataCite)") in squeezed(first.out)
    assert len(list((tmp_path / "STATE" / "refman" / "lookups").iterdir())) == 1
    services.of["datacite"].fault = None
    services.asked.clear()
    again = refman("lookup", listing)
    assert again.status == 0
    assert "2 not found: Folding" in again.out
    assert "of an earlier run)" in again.out
    assert set(services.counts()) == {"datacite"}
    assert list((tmp_path / "STATE" / "refman" / "lookups").iterdir()) == []


def test_a_service_that_fails_now_and_then_is_told_with_the_first_fault(refman, serve, listing):
    services = serve(GLOW)
    services.of["dblp"].fault = "broken"
    done = refman("lookup", listing)
    assert "DBLP did not give 1 answer; the first: dblp has a fault of its own (500)" in " ".join(
        done.err.split()
    )


def test_of_many_candidates_the_first_are_shown(refman, serve, listing):
    serve(*(
        Record(title=MAPS.title, authors=(f"{name} Stranger",), year=2000 + number,
               doi=f"10.5555/maps.{number}", venue=f"Journal {number}", kind="journal")
        for number, name in enumerate(("Ada", "Bo", "Eva", "Tom", "Kay"))
    ))  # fmt: skip
    done = refman("lookup", listing)
    assert "2 to review: Folding" in done.out
    assert " ".join(done.out.split()).count("Losing the Place. Journal") == 3
    assert "more candidates (--json)" in done.out
    assert "     4. " not in done.out


def test_a_record_that_contradicts_itself_is_shown(refman, serve, listing):
    serve(
        Record(
            title=GLOW.title, authors=GLOW.authors, year=2077, abstract=GLOW.abstract,
            doi="10.5555/glow", venue="Lamp Talks", at=frozenset({"semantic_scholar"}),
        ),
    )  # fmt: skip
    done = refman("lookup", listing)
    assert "1 accepted" in done.out
    assert "doubtful in Semantic Scholar: the year is 2077" in done.out

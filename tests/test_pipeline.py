import json

import pytest

from refman.citekeys import DEFAULT_PATTERN, compile_pattern
from refman.errors import Cancelled, FormatError, InputError
from refman.formats.format import Options
from refman.links import links_in
from refman.model import (
    Arxiv,
    ArxivId,
    Citekey,
    Date,
    Draft,
    Entry,
    Identifiers,
    ItemType,
    LeftOver,
    Link,
    LinkKind,
    Name,
    Problem,
    Provenance,
    Record,
    Span,
    Status,
)
from refman.pipeline import draft_of, entry_of, export, keyed, read, read_whole
from refman.plugins import load_formats, load_readers
from refman.reading.document import Document
from tests.samples import lay_out, make_papers

READERS = load_readers()
KEYS = compile_pattern(DEFAULT_PATTERN)


def document(text: str) -> Document:
    return Document(source="listing.txt", text=text)


def draft(**fields) -> Draft:
    return Draft(**{"title": "Lamps", "span": Span(0, 5), "confidence": 0.9} | fields)


def test_a_listing_becomes_drafts_with_links_and_the_rest_is_kept():
    papers = make_papers(12, seed=3)
    text = lay_out(papers, "seed")
    listing = read_whole(document(text), READERS)
    assert (listing.source, listing.kind) == ("listing.txt", "page_text")
    assert [found.title for found in listing.drafts] == [paper.title for paper in papers]
    for found, paper in zip(listing.drafts, papers, strict=True):
        assert {link.url for link in found.links} == set(paper.links)
        for link in found.links:
            assert text[link.span.start : link.span.end] == link.raw_url
            assert found.span.start <= link.span.start < link.span.end <= found.span.end
    assert all(isinstance(piece, LeftOver) for piece in listing.left_over)


def test_progress_is_told_and_can_stop_the_work():
    class Stop:
        def report(self, done, total=None):
            raise Cancelled

    with pytest.raises(Cancelled):
        read_whole(document(lay_out(make_papers(3), "seed")), READERS, progress=Stop())

    class Note:
        seen = ()

        def report(self, done, total=None):
            self.seen = (*self.seen, (done, total))

    note = Note()
    text = lay_out(make_papers(450), "seed")
    read_whole(document(text), READERS, progress=note)
    assert note.seen[-1] == (len(text), len(text))
    assert [done for done, _ in note.seen] == sorted(done for done, _ in note.seen)
    assert len(note.seen) == 3


def test_an_unknown_kind_is_told_before_anything_is_read():
    with pytest.raises(FormatError, match="page_text"):
        read(document("x"), READERS, kind="tea leaves")


def test_an_entry_holds_texts_in_their_normal_form():
    entry = entry_of(
        draft(
            title='T\\"ULIP 3:  Wrapped\ntitle.',
            abstract="We gain 50\\% with <slot name>.\n\nMore.",
            authors=("Jan van der Berg",),
            issued=Date(2024, 5),
        ),
        source="listing.txt",
    )
    assert entry.title == "TÜLIP 3: Wrapped title"
    assert entry.title_short == "TÜLIP 3"
    assert entry.abstract == "We gain 50% with <slot name>.\n\nMore."
    assert entry.author[0].family == "Berg"
    assert entry.type is ItemType.ARTICLE
    assert entry.status is Status.NEEDS_REVIEW
    assert set(entry.provenance) == {"title", "abstract", "author", "issued"}
    assert entry.provenance["title"].source == "listing.txt"
    assert entry.provenance["title"].span == (0, 5)


def test_an_arxiv_number_gives_page_and_doi():
    arxiv = Arxiv(ArxivId("2506.18701"))
    entry = entry_of(draft(identifiers=Identifiers(arxiv=arxiv)), source="x")
    assert entry.url == "https://arxiv.org/abs/2506.18701"
    assert entry.identifiers.doi == "10.48550/arXiv.2506.18701"
    published = entry_of(draft(identifiers=Identifiers(arxiv=arxiv, doi="10.1/x")), source="x")
    assert published.identifiers.doi == "10.1/x"


def test_a_paper_named_inside_an_abstract_is_not_the_papers_own_page():
    text = "Lamps\n\nWe repeat https://doi.org/10.1000/other with more lamps and more light.\n"
    start = text.index("We")
    found = draft(
        span=Span(0, len(text)),
        abstract_span=Span(start, len(text)),
        links=read_links(text),
    )
    assert found.links[0].kind is LinkKind.PAPER
    assert entry_of(found, source="x").url is None


def test_a_sentence_is_evidence_and_a_pages_furniture_is_none():
    paper = make_papers(1, seed=4)[0]
    text = lay_out([paper], "seed").rstrip() + (
        " Code: https://github.com/example-lab/lamps.\n\n"
        "[\n\n3 authors](https://huggingface.co/papers/2410.05434)\n"
    )
    (found,) = read_whole(document(text), READERS).drafts
    evidence = {link.kind: link.evidence for link in found.links}
    assert evidence[LinkKind.PAPER] is None
    assert evidence[LinkKind.CODE] == "Code: https://github.com/example-lab/lamps."


def test_the_papers_own_page_is_its_address():
    text = "Lamps\nhttps://openreview.net/forum?id=abcdef123\n"
    found = draft(span=Span(0, len(text)), links=read_links(text))
    assert entry_of(found, source="x").url == "https://openreview.net/forum?id=abcdef123"
    by_doi = draft(identifiers=Identifiers(doi="10.1/x"))
    assert entry_of(by_doi, source="x").url == "https://doi.org/10.1/x"
    assert entry_of(draft(), source="x").url is None


def read_links(text):
    return links_in(text)


def test_entries_get_keys_and_a_file_and_its_losses_are_counted():
    listing = read_whole(document(lay_out(make_papers(9), "seed")), READERS)
    entries = keyed((entry_of(found, source="x") for found in listing.drafts), KEYS)
    assert len({entry.citekey for entry in entries}) == 9
    pieces, losses = export(entries, load_formats()["bibtex"], Options())
    text = "".join(pieces)
    assert all(f"{{{entry.citekey}," in text for entry in entries)
    *others, (last, _, _) = losses.report()
    assert last == "provenance"
    numbers = [number for _, number, _ in others]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers


@pytest.mark.corpus
def test_the_seed_goes_all_the_way(corpus):
    truth = json.loads((corpus / "seed" / "truth.json").read_text(encoding="utf-8"))
    text = (corpus / "seed" / truth["file"]).read_text(encoding="utf-8")
    listing = read_whole(document(text), READERS)
    assert [found.title for found in listing.drafts] == [
        paper["title"] for paper in truth["papers"]
    ]
    found = [link for draft_ in listing.drafts for link in draft_.links]
    wanted = [link for paper in truth["papers"] for link in paper["links"]]
    assert [link.url for link in found] == [link["url"] for link in wanted]
    assert [link.kind.value for link in found] == [link["kind"] for link in wanted]
    right = sum(
        {role.value for role in link.roles} == set(want["kinds"])
        and link.promised == want["promised"]
        for link, want in zip(found, wanted, strict=True)
    )
    assert right >= 27
    for format_ in load_formats().values():
        entries = keyed((entry_of(found, source="x") for found in listing.drafts), KEYS)
        pieces, _ = export(entries, format_, Options())
        assert sum(map(len, pieces)) > 68 * 100


def record(**fields) -> Record:
    return Record(
        entry=Entry(**fields),
        span=Span(7, 90),
        problems=(Problem(Span(9, 10), "a comma is missing"),),
    )


def test_where_a_reader_has_to_stop_the_rest_is_left_over():
    class Stops:
        kind = "stops"
        label = "Stops"
        links_in_text = False

        def score(self, document):
            return 1.0

        def read(self, document):
            yield Draft(title="Lamps", span=Span(0, 5), confidence=0.9)
            raise InputError("the rest is too much", source=document.source)

    listing = read_whole(document("Lamps and more"), {"stops": Stops()})
    assert [found.title for found in listing.drafts] == ["Lamps"]
    (rest,) = listing.left_over
    assert (rest.text, rest.why, rest.is_fault) == (" and more", "the rest is too much", True)


def test_a_record_brings_its_entry():
    found = record(title="Lamps", type=ItemType.BOOK, abstract="A study of lamps, e.g. of glass.")
    assert entry_of(found, source="x.bib") is found.entry


def test_links_that_only_the_abstract_names_are_added():
    abstract = (
        "Code is at https://github.com/lamp-lab/a and https://github.com/lamp-lab/b; we build on "
        "https://arxiv.org/abs/2501.00001 and https://lamps.example/own."
    )
    known = Link(
        url="https://github.com/lamp-lab/a", raw_url="x", span=Span(8, 9), kind=LinkKind.CODE
    )
    found = record(abstract=abstract, links=(known,), url="https://lamps.example/own")
    links = entry_of(found, source="x.bib").links
    assert links[0] is known
    assert [(link.url, link.span) for link in links[1:]] == [
        ("https://github.com/lamp-lab/b", Span(7, 90))
    ]


def test_a_record_is_shown_as_a_draft():
    shown = draft_of(
        record(
            title="Lamps",
            author=(Name(family="Berg", given="Jan", non_dropping_particle="van der"),),
            issued=Date(2024),
            identifiers=Identifiers(doi="10.1234/x"),
        )
    )
    assert (shown.title, shown.authors, shown.issued) == (
        "Lamps",
        ("van der Berg, Jan",),
        Date(2024),
    )
    assert shown.identifiers.doi == "10.1234/x"
    assert (shown.span, shown.confidence) == (Span(7, 90), 1.0)
    assert shown.reasons == ("a comma is missing",)


def test_a_draft_that_is_but_an_identifier_gives_an_entry_without_title():
    entry = entry_of(draft(title=None, identifiers=Identifiers(isbn="9781234567897")), source="x")
    assert (entry.title, entry.title_short) == (None, None)
    assert "title" not in entry.provenance
    assert keyed([entry], KEYS)[0].citekey == "9781234567897"


def test_a_record_is_as_sure_as_its_least_sure_field():
    provenance = {"title": Provenance("x", score=0.9), "author": Provenance("x", score=0.4)}
    shown = draft_of(Record(entry=Entry(provenance=provenance), span=Span(0, 9)))
    assert (shown.confidence, shown.reasons) == (0.4, ("a whole reference",))


def test_a_draft_is_a_draft():
    found = draft()
    assert draft_of(found) is found


def test_the_key_of_a_record_stays():
    entries = [entry_of(record(title="Lamps", citekey=Citekey("Lamp:1")), source="x.bib")]
    assert [entry.citekey for entry in keyed(entries, KEYS)] == ["Lamp:1"]

"""PDFs read as papers: layouts of many kinds, metadata that lie, links, what cannot be read."""

import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from refman.errors import InputError
from refman.model import Draft, LeftOver, LinkKind, Record
from refman.pipeline import entry_of, read_whole
from refman.plugins import load_readers
from refman.reading.document import Document, read_document
from refman.reading.pdf.process import PdfProcess
from refman.reading.readers.pdf import PDF
from tests.reading.pdf.maker import Page, make_pdf

CASES = Path(__file__).parents[2] / "data" / "reading" / "pdf"


@pytest.fixture(scope="module")
def pdfs():
    with PdfProcess() as process:
        yield process


def pdf_of(case) -> bytes:
    names = ("width", "height", "rotate")
    anchors = [(corners, url) for page, corners, url in case.get("anchors", ()) if page == 0]
    page = Page(case["rows"], anchors, **{name: case[name] for name in names if name in case})
    return make_pdf([page], info=case.get("info"), xmp=case.get("xmp"))


@pytest.fixture
def read(pdfs, tmp_path):
    def read_it(data: bytes, name: str = "paper.pdf"):
        path = tmp_path / name
        path.write_bytes(data)
        document = read_document(path, pdfs=pdfs)
        (piece,) = PDF.read(document)
        return document, piece

    return read_it


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_layout(path, read):
    case = tomllib.loads(path.read_text("utf-8"))
    document, piece = read(pdf_of(case))
    if "nothing" in case:
        assert isinstance(piece, LeftOver)
        assert piece.why == case["nothing"]
        return
    entry = entry_of(piece, source="paper.pdf")
    identifiers = piece.entry.identifiers if isinstance(piece, Record) else piece.identifiers
    assert identifiers.doi == case.get("doi")
    arxiv = identifiers.arxiv
    assert (arxiv and arxiv.id) == case.get("arxiv")
    assert (arxiv and arxiv.version) == case.get("version")
    assert (arxiv and arxiv.primary_class) == case.get("primary_class")
    if "title" not in case:
        assert isinstance(piece, Record)
        assert entry.title is None
        assert "look it up" in piece.problems[0].why
        return
    assert isinstance(piece, Draft)
    assert piece.title == case["title"], piece.reasons
    assert list(piece.authors) == case["authors"]
    assert set(case.get("reasons", ())) <= set(piece.reasons)
    if "issued" in case:
        assert str(piece.issued) == case["issued"]
    assert (piece.abstract or "").startswith(case.get("abstract_starts", ""))
    assert (piece.abstract or "").endswith(case.get("abstract_ends", ""))
    links = [[link.url, link.kind.value] for link in piece.links if link.kind is not LinkKind.PAPER]
    assert links == case.get("links", [])
    assert 0.4 < piece.confidence <= 0.99
    for link in piece.links:
        assert document.text[link.span.start : link.span.end] == link.raw_url
    assert document.text[piece.span.start : piece.span.end] == document.text.strip()


def one_page(*rows) -> Page:
    return Page([*rows, *((72, 600 - 12 * n, 10, "serif", PROSE) for n in range(9))])


PROSE = "Lamps burn by night and rest by day, which all of us know well who have lit them."
TITLED = one_page(
    (150, 720, 20, "bold", "A Lamp of One's Own"), (250, 690, 12, "serif", "Ann Berg")
)


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description>{}</rdf:Description></rdf:RDF>'
    "</x:xmpmeta>"
)


@pytest.mark.parametrize(
    ("info", "xmp", "doi", "reason"),
    [
        ({}, "<prism:doi>10.5555/lamp.1</prism:doi>", "10.5555/lamp.1", "DOI: of the metadata"),
        ({}, "<crossmark:DOI>10.5555/lamp.1</crossmark:DOI>", "10.5555/lamp.1", None),
        ({}, "<dc:identifier>doi:10.5555/lamp.1</dc:identifier>", "10.5555/lamp.1", None),
        ({}, "<dc:identifier>10/3212.3123</dc:identifier>", None, None),
        ({}, "<dc:identifier>urn:isbn:10.5555/lamp.1</dc:identifier>", None, None),
        ({"doi": "10.5555/lamp.2"}, "", "10.5555/lamp.2", None),
        ({"Subject": "Lamps 3 (2031) doi:10.5555/lamp.3"}, "", "10.5555/lamp.3", None),
        ({"Title": "Kings of the Eastern Desert", "doi": "10.5555/lamp.4"}, "", None, None),
        ({"Title": "A lamp of one's own", "doi": "10.5555/lamp.4"}, "", "10.5555/lamp.4", None),
    ],
)
def test_metadata_s_doi_counts_where_nothing_contradicts_it(read, info, xmp, doi, reason):
    _, piece = read(make_pdf([TITLED], info=info, xmp=XMP.format(xmp)))
    assert piece.title == "A Lamp of One's Own"
    assert piece.identifiers.doi == doi
    assert reason is None or reason in piece.reasons


def test_page_s_doi_stands_over_that_of_the_metadata(read):
    page = one_page(*TITLED.rows[:2], (72, 60, 8, "serif", "https://doi.org/10.5555/lamp.page"))
    _, piece = read(make_pdf([page], info={"doi": "10.5555/lamp.info"}))
    assert piece.identifiers.doi == "10.5555/lamp.page"
    assert "the metadata have another DOI: not believed" in piece.reasons


def test_doi_broken_over_two_lines_is_whole(read):
    rows = ((72, 70, 8, "serif", "https://doi.org/10.5555/"), (72, 60, 8, "serif", "lamp.99"))
    _, piece = read(make_pdf([one_page(*TITLED.rows[:2], *rows)]))
    assert piece.identifiers.doi == "10.5555/lamp.99"


def test_arxiv_s_own_doi_is_its_number(read):
    row = (72, 60, 8, "serif", "https://doi.org/10.48550/arXiv.2402.01234")
    _, piece = read(make_pdf([one_page(*TITLED.rows[:2], row)]))
    assert piece.identifiers.arxiv.id == "2402.01234"
    assert piece.identifiers.doi is None


def test_crossmark_badge_tells_the_doi(read):
    badge = (
        [500, 700, 560, 720],
        "https://crossmark.crossref.org/dialog/?doi=10.5555/lamp.7&domain=pdf",
    )
    _, piece = read(make_pdf([Page(TITLED.rows, [badge])]))
    assert piece.identifiers.doi == "10.5555/lamp.7"
    assert piece.links == ()


def test_authors_of_the_metadata_count_where_the_page_has_them_all(read):
    rows = (
        (150, 720, 20, "bold", "A Lamp of One's Own"),
        (250, 690, 12, "serif", "ann berg & bo dorn"),
    )
    page = one_page(*rows)
    _, piece = read(make_pdf([page], info={"Author": "Ann Berg; Bo Dorn"}))
    assert piece.authors == ("Ann Berg", "Bo Dorn")
    _, piece = read(make_pdf([page], info={"Author": "Someone Else; Bo Dorn"}))
    assert piece.authors == ()
    assert "no authors found" in piece.reasons


def test_title_on_the_second_page_counts_behind_an_empty_cover(read):
    _, piece = read(make_pdf([Page(), TITLED]))
    assert piece.title == "A Lamp of One's Own"
    assert "title: largest text on page 2" in piece.reasons


def encrypted(data: bytes, user: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user, "owner", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_pdf_that_only_its_owner_locked_opens(read, algorithm):
    _, piece = read(encrypted(make_pdf([TITLED]), "", algorithm))
    assert piece.title == "A Lamp of One's Own"


def test_locked_pdf_says_what_to_do(read):
    with pytest.raises(InputError, match="locked by a password; save a copy without one") as caught:
        read(encrypted(make_pdf([TITLED]), "secret", "AES-128"))
    assert "\n" not in str(caught.value)


def test_pdf_may_begin_behind_other_lines(read):
    _, piece = read(b"From: a mailer\r\n\r\n" + make_pdf([TITLED]))
    assert piece.title == "A Lamp of One's Own"


def test_whole_way_needs_no_process_passed_in(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(make_pdf([TITLED]))
    document = read_document(path)
    listing = read_whole(document, {**load_readers(), PDF.kind: PDF})
    assert listing.kind == "pdf"
    assert [draft.title for draft in listing.drafts] == ["A Lamp of One's Own"]
    bare = Document(source="paper.pdf", text="", data=path.read_bytes())
    assert PDF.score(bare) == 1.0
    (piece,) = PDF.read(bare)
    assert piece.title == "A Lamp of One's Own"


def test_text_is_no_pdf():
    document = Document(source="-", text=" A text that speaks of %PDF-1.4. ")
    assert PDF.score(document) == 0.0
    (piece,) = PDF.read(document)
    assert piece.why == "no PDF"
    assert document.text[piece.span.start : piece.span.end] == piece.text

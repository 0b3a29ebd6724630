import pytest

from refman.formats.bib.files import file_parts, link_kind
from refman.formats.tex_links import file_parts as written
from refman.model import Attachment, Entry, LinkKind

PDF = "application/pdf"


@pytest.mark.parametrize(
    ("value", "files"),
    [
        ("Full Text:files/1/a.pdf:application/pdf", [("Full Text", "files/1/a.pdf", PDF)]),
        ("a:b.pdf:PDF;c:d.html:HTML", [("a", "b.pdf", PDF), ("c", "d.html", "text/html")]),
        (":files/lamps.pdf:pdf;", [("lamps.pdf", "files/lamps.pdf", PDF)]),
        (":files/lamps.pdf:pdf;::", [("lamps.pdf", "files/lamps.pdf", PDF)]),
        ("lamps.pdf", [("lamps.pdf", "lamps.pdf", PDF)]),
        ("files/lamps.ps", [("lamps.ps", "files/lamps.ps", None)]),
        ("lamps.xyz:Lamp", [("lamps.xyz", "lamps.xyz", None)]),
        (r"T:C\:\\lamps\\a.pdf:application/pdf", [("T", "C:\\lamps\\a.pdf", PDF)]),
        (r"T:E:\lamps\a.pdf:application/pdf", [("T", "E:\\lamps\\a.pdf", PDF)]),
        (r"C:\lamps\a.pdf", [("a.pdf", "C:\\lamps\\a.pdf", PDF)]),
        (r":C$\backslash$:/lamps/a\_b.pdf:pdf", [("a_b.pdf", "C:/lamps/a_b.pdf", PDF)]),
        (r":C{\textbackslash}:/lamps/a\_b.pdf:pdf", [("a_b.pdf", "C:/lamps/a_b.pdf", PDF)]),
        (r"a\;b:c\:d.pdf:", [("a;b", "c:d.pdf", PDF)]),
        ("T:https://x.example/a.pdf:application/pdf", [("T", "https://x.example/a.pdf", PDF)]),
        (r"T:https\://x.example/:text/html", [("T", "https://x.example/", None)]),
        ("T:a:b.pdf:pdf", [("T", "a:b.pdf", PDF)]),
        ("/", [("/", "/", None)]),
    ],
)  # fmt: skip
def test_files(value, files):
    assert file_parts(value) == [Attachment(*file) for file in files]


def test_what_is_written_is_read_again():
    files = (
        Attachment("Full text", "files/a.pdf", PDF),
        Attachment("Odd; name: x", "files/a;b:c\\d.pdf", PDF),
        Attachment("Slides", "https://lamps.example/slides.html"),
        Attachment("Sound", "C:\\lamps\\a.ogg", "audio/ogg"),
    )
    assert file_parts(written(Entry(attachments=files), with_links=False)) == list(files)


def test_a_file_that_is_a_link():
    assert link_kind(Attachment("Code", "https://x.example/")) is LinkKind.CODE
    assert link_kind(Attachment("Slides", "https://x.example/")) is None
    assert link_kind(Attachment("Code", "code.zip")) is None
    assert link_kind(Attachment("Code", "https://x.example/a.pdf", PDF)) is None

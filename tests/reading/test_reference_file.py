from refman.formats.loader import HEAD
from refman.model import Entry, LeftOver, Record, Span
from refman.reading.document import Document
from refman.reading.reference_file import ReferenceFile


class Lamps:
    """A loader of lines that begin with "lamp "."""

    name = "lamps"
    label = "Lamps"
    suffixes = (".lamp",)

    def __init__(self):
        self.shown = ""

    def score(self, head):
        self.shown = head
        return float(head.startswith("lamp "))

    def load(self, text):
        start = 0
        for line in text.splitlines(keepends=True):
            span = Span(start, start + len(line))
            start = span.end
            if line.startswith("lamp "):
                yield Record(entry=Entry(title=line[5:].strip()), span=span)
            else:
                yield LeftOver(span, line, "no lamp", is_fault=True)


def test_a_loader_stands_among_the_readers():
    reader = ReferenceFile(Lamps())
    document = Document(source="x", text="lamp one\noil\nlamp two\n")
    assert (reader.kind, reader.label, reader.links_in_text) == ("lamps", "Lamps", False)
    assert reader.score(document) == 1
    assert [type(piece) for piece in reader.read(document)] == [Record, LeftOver, Record]


def test_a_loader_is_shown_the_head_alone():
    loader = Lamps()
    ReferenceFile(loader).score(Document(source="x", text="lamp " * HEAD))
    assert len(loader.shown) == HEAD

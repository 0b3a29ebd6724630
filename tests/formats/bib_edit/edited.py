"""What the tests of writing into a .bib file put in, and how its habits are asked."""

from refman.formats.bib.edit import BibFile
from refman.formats.exact import Exact
from refman.formats.tex import Record

NEW = (
    Record(
        "article",
        "okafor2024wick",
        [
            ("author", "Okafor, Ngozi and {The Lantern Team}"),
            ("title", "Wicks: {\\\"A} Study of {``}Wool''"),
            ("year", "2024"),
            ("month", "jun"),
            ("archivePrefix", "arXiv"),
            ("abstract", "First.\n\n  Second."),
        ],
    ),
    Record("misc", "plain", [("title", 'A "Lamp"')]),
)
MISSING = [("doi", "10.1234/lamps.1"), ("number", "7"), ("shortjournal", "Ann")]


def bib(data, source="papers.bib"):
    return BibFile(Exact(data if isinstance(data, bytes) else data.encode(), source=source))


def edited(file):
    """Return a file's bytes with two entries appended and fields put into all sound entries."""
    filled = [file.filled(block, MISSING) for block in file.blocks]
    insertions = [insertion for insertion in filled if insertion is not None]
    insertions.append(file.appended(NEW))
    return file.exact.spliced(sorted(insertions, key=lambda insertion: insertion.place))

"""What tests of the checks share: the cases, and how a text is checked."""

from pathlib import Path

from refman.checking import BIB, subjects
from refman.checks import Context, check
from refman.plugins import load_loaders
from refman.reading.lines_of import Lines

DATA = Path(__file__).parents[1] / "data" / "checks"
YEAR = 2026
LOADERS = load_loaders()


def kind_of(path):
    if path.suffix == ".bib":
        return BIB
    head = path.read_text("utf-8")
    return max(LOADERS, key=lambda name: LOADERS[name].score(head))


def found_in(text, kind, names=None):
    pieces = LOADERS[kind].load(text)
    return list(
        check(subjects(text, pieces, kind), Context(YEAR), line_of=Lines(text).at, names=names)
    )


def found_of(path, names=None):
    with path.open(encoding="utf-8", newline="") as file:
        return found_in(file.read(), kind_of(path), names)

"""What speaks for each part that a line can be: the weights of one line, put together.

A line gets one *candidate* for each part that it can be at all; most get two to five.
"""

from enum import IntEnum

from refman.reading.boilerplate import Field
from refman.reading.habits import Habits
from refman.reading.lines import Kind, Line
from refman.reading.looks import SURE_NAMES, WEAK_NAMES, Looks
from refman.reading.surroundings import Around
from refman.reading.weights import ABSTRACT, ABSTRACT_LENGTHS, PART, Part, by_bound

__all__ = ["Candidate", "Group", "candidates_of", "lack_of_abstract"]


class Group(IntEnum):
    """Name the parts that a line may follow upon, as far as it matters to the line."""

    OUTSIDE = 0
    TITLE = 1
    AUTHORS = 2
    NOTE = 3
    ABSTRACT = 4


Candidate = tuple[Part, tuple[float, float, float, float, float]]
"""A part, and the log-odds for it behind each group."""

_NO = float("-inf")
_RARE, _COMMON = 0.1, 0.5
_USUAL_FOREIGN = 0.3
_SMALL_LENGTH, _SMALL_WORDS = 60, 8
_LONGEST_TITLE, _LONGEST_WRAPPED_TITLE = 700, 350
_HARD_BREAK, _CLEAR_BREAK, _SURE_WRAP = -3.0, -1.0, 2.5
_LONGEST_REST_OF_NAMES, _LONGEST_NAME = 4, 5
_NAMES_APART = {",", ";", "·", "&", "and"}
_SURE_TITLE, _SHORT_STRETCH = 2.0, 200
_LEADING = {Field.IDENTIFIER, Field.DATE, Field.NUMBER}


def candidates_of(line: Line, around: Around, habits: Habits, lack: float) -> list[Candidate]:
    """Return what a line can be, and how much speaks for each.

    Args:
        line: the line.
        around: what stands around it.
        habits: of the page.
        lack: what speaks against a paper without abstract there; see lack_of_abstract.
    """
    if line.kind is Kind.BARREN:
        return [_page(lack)]
    if line.kind is Kind.LABELLED:
        return _labelled(line, around, habits, lack)
    if line.kind in {Kind.BOILERPLATE, Kind.ADDRESS}:
        return _beside(line, around, habits, lack)
    assert line.looks is not None  # text and prose were looked at
    found = [_out(around, lack)]
    if line.stop - line.body <= _LONGEST_TITLE:
        found += _title(line, line.looks, around, habits, lack)
    found += _authors(line.looks, around)
    found += _abstract(line, line.looks, around, habits)
    return found + _small_text(line, line.looks, around)


def lack_of_abstract(habits: Habits) -> float:
    """Return the log-odds against a paper that ends without an abstract.

    It is no flaw where no paper of the page has one, and a great one where most text belongs to no
    paper: there, a line that looks like a title is likely none.
    """
    foreign = PART["foreign text"] * max(0.0, habits.foreign - _USUAL_FOREIGN)
    if habits.without_abstract is None:
        return PART["no abstract"] + foreign
    return PART["no abstract"] * (1.3 - habits.without_abstract) + foreign


def _candidate(
    part: Part,
    *,
    outside: float = _NO,
    title: float = _NO,
    authors: float = _NO,
    note: float = _NO,
    abstract: float = _NO,
) -> Candidate:
    """Put a candidate together; behind a group that is not named, it cannot stand."""
    return part, (outside, title, authors, note, abstract)


def _starts(line: Line, around: Around) -> float:
    """Return the log-odds that something new begins here, from the line break alone."""
    most = 1.0 if line.gap or around.wrap <= _HARD_BREAK else 0.0
    return min(most, max(-4.0, -around.wrap))


def _inner(around: Around) -> float:
    """Return the log-odds against a break here within a paper, from the line break alone."""
    return min(0.0, max(-4.0, -around.wrap))


def _unclear(line: Line, around: Around) -> float:
    return PART["no clear break"] * (not line.gap and around.wrap > _CLEAR_BREAK)


def _out(around: Around, lack: float) -> Candidate:
    """Return the candidate for text of no paper; it may be wrapped as well as any other."""
    leave = PART["text leaves the paper"] + _inner(around)
    leave += PART["open sentence before"] * around.after_open_sentence
    goes_on = max(0.0, around.wrap)
    return _candidate(
        Part.OUT, outside=goes_on, title=lack, authors=lack, note=lack, abstract=leave
    )


def _page(lack: float) -> Candidate:
    """Return the candidate for a line of the page's, of no paper."""
    return _candidate(Part.OUT, outside=0.0, title=lack, authors=lack, note=lack, abstract=0.0)


def _title(
    line: Line, looks: Looks, around: Around, habits: Habits, lack: float
) -> list[Candidate]:
    """Return the candidates for a title's first line, and for one that goes on with it."""
    weight = looks.title + _by_habit(line, looks, habits) + _starts(line, around)
    weight += _unclear(line, around)
    if not line.is_names:
        weight += around.support + PART["own page"] * (line.own is not None)
    stretch = around.stretch
    if around.wrap_below > _SURE_WRAP and (
        stretch.ends_sentence or stretch.length > _LONGEST_WRAPPED_TITLE
    ):
        weight += PART["wraps as prose"]
    opened = PART["open sentence before"] * (around.after_open_sentence and not line.numbered)
    found = [
        _candidate(
            Part.TITLE,
            outside=weight,
            title=weight + lack + PART["inside a small block"] * around.set_off,
            authors=weight + lack,
            note=weight + lack,
            abstract=weight + opened,
        )
    ]
    if not line.gap and not line.numbered:
        found.append(_candidate(Part.TITLE_MORE, title=looks.manner + around.wrap))
    return found


def _by_habit(line: Line, looks: Looks, habits: Habits) -> float:
    """Return what the page's habits say for a title here."""
    weight = PART["gap is too small"] * (line.gap < habits.title_gap)
    weight += PART["others have labels"] * habits.labelled
    if (habits.without_abstract or 0.0) > 1 - _RARE and habits.foreign < 2 * _RARE:
        weight += PART["others are titles alone"]
    if habits.full_stops < _RARE and line.text.endswith("."):
        weight += PART["unlike other titles"]
    if habits.headlines > 1 - _RARE and looks.headline is False:
        weight += PART["unlike other titles"]
    if habits.numbered is None:
        return weight + PART["number in front"] * line.numbered
    if line.numbered:
        return weight + PART["number in front"] * (4 * habits.numbered - 1)
    return weight + PART["others have numbers"] * max(0.0, habits.numbered - _COMMON)


def _authors(looks: Looks, around: Around) -> list[Candidate]:
    """Return the candidates of a line of names, or of one that ends a name begun above it."""
    above = None if around.above is None else around.above.looks
    if looks.names >= WEAK_NAMES:
        weight = 5 * (looks.names - WEAK_NAMES) + PART["names"]
        under = weight + _inner(around)
        under += PART["names after an open end"] * (above is not None and above.ends_open)
        goes_on = weight + max(-1.0, min(1.0, around.wrap))
        if looks.names < SURE_NAMES and looks.words > _LONGEST_NAME:
            return [_candidate(Part.AUTHORS, authors=goes_on)]  # cut in the middle of a name
        if looks.names < SURE_NAMES:
            parted = around.above is not None and around.above.text in _NAMES_APART
            note = weight + PART["comma on its own line above"] if parted else _NO
            return [_candidate(Part.AUTHORS, title=under, authors=goes_on, note=note)]
        return [
            _candidate(Part.AUTHORS, title=under, authors=goes_on, note=weight),
            _candidate(Part.AUTHORS_BELOW, abstract=weight + _inner(around)),
        ]
    named = above is not None and above.names >= WEAK_NAMES and around.wrap > 0
    if named and looks.words <= _LONGEST_REST_OF_NAMES and not looks.ends_sentence:
        goes_on = PART["names"] + min(1.0, around.wrap)
        return [
            _candidate(Part.AUTHORS, authors=goes_on),
            _candidate(Part.AUTHORS_BELOW, abstract=goes_on),
        ]
    return []


def _abstract(line: Line, looks: Looks, around: Around, habits: Habits) -> list[Candidate]:
    """Return the candidates for where a paragraph of an abstract begins, and goes on."""
    first = _abstract_odds(looks, around)
    further = min(first, ABSTRACT["further paragraph"])
    if habits.paragraphs < _RARE:
        further += ABSTRACT["others are one paragraph"]
    if line.numbered and (habits.numbered or 0.0) <= _COMMON:
        further = max(further, ABSTRACT["item of a list"])
    opened = PART["open sentence before"] * (around.after_open_sentence and not line.numbered)
    inner = _inner(around)
    first += inner + _unclear(line, around)
    further += inner + opened
    found = [_candidate(Part.ABSTRACT, title=first, authors=first, note=first, abstract=further)]
    if around.resumes:
        found.append(_candidate(Part.ABSTRACT_MORE, abstract=PART["goes on behind the page's"]))
    elif not line.gap:
        begins = looks.headline is True and not around.after_open_sentence
        goes_on = around.wrap + PART["headline in prose"] * begins
        found.append(_candidate(Part.ABSTRACT_MORE, abstract=goes_on))
    return found


def _abstract_odds(looks: Looks, around: Around) -> float:
    """Return the log-odds that an abstract's first paragraph begins here, but for line breaks."""
    stretch = around.stretch
    weight = by_bound(ABSTRACT_LENGTHS, stretch.length)
    if stretch.below and stretch.is_prose:
        below = by_bound(ABSTRACT_LENGTHS, stretch.below) + ABSTRACT["prose follows"]
        weight = max(weight, below)
    if stretch.is_no_prose:
        weight += ABSTRACT["no prose"]
    elif not stretch.is_prose:
        weight += ABSTRACT["little prose"]
    weight += ABSTRACT["ends as sentence" if stretch.ends_sentence else "ends otherwise"]
    if looks.headline or (looks.title > _SURE_TITLE and stretch.length < _SHORT_STRETCH):
        weight += ABSTRACT["headline"]
    return weight + ABSTRACT["names"] * (looks.names >= WEAK_NAMES)


def _is_small(line: Line, looks: Looks) -> bool:
    """Tell whether a line can be a word beside a paper: an organisation, a tag."""
    if line.numbered or (looks.ends_sentence and looks.stops):
        return False
    return line.stop - line.body <= _SMALL_LENGTH and looks.words <= _SMALL_WORDS


def _small_text(line: Line, looks: Looks, around: Around) -> list[Candidate]:
    """Return the candidates of a word beside a paper, or of more of the note above."""
    if around.above is not None and around.above.field is Field.NOTE and not line.gap:
        return _notes(PART["note"] + max(-1.0, min(1.0, around.wrap)))
    if not _is_small(line, looks):
        return []
    small = PART["small text"] + _inner(around)
    under = small if line.gap else PART["small text under a title"] + _inner(around)
    return [
        _candidate(Part.NOTE, title=under, authors=under, note=small),
        _candidate(Part.TAIL, abstract=small),
    ]


def _labelled(line: Line, around: Around, habits: Habits, lack: float) -> list[Candidate]:
    """Return the candidates of a line whose label says what it is."""
    label, ends = PART["label"], PART["label"] + lack
    found = [_page(lack)]
    if line.field is Field.TITLE:
        found.append(
            _candidate(
                Part.TITLE, outside=label, title=ends, authors=ends, note=ends, abstract=label
            )
        )
    elif line.field is Field.AUTHORS:
        found.append(_candidate(Part.AUTHORS, title=label, authors=label, note=label))
        found.append(_candidate(Part.AUTHORS_BELOW, abstract=label))
    elif line.field is Field.ABSTRACT:
        found.append(
            _candidate(Part.ABSTRACT, title=label, authors=label, note=label, abstract=0.0)
        )
    else:
        found += [*_notes(PART["note"]), *_lead(line, around, habits, lack)]
    if not line.gap:
        found.append(_candidate(Part.ABSTRACT_MORE, abstract=around.wrap))
    return found


def _beside(line: Line, around: Around, habits: Habits, lack: float) -> list[Candidate]:
    """Return the candidates of a line that is the page's, or that stands with a paper."""
    found = [_page(lack)]
    found += [*_notes(PART["boilerplate"]), *_lead(line, around, habits, lack)]
    if not line.gap:
        inside = around.wrap + PART["boilerplate in a paragraph"]
        found.append(_candidate(Part.ABSTRACT_MORE, abstract=inside))
        found.append(_candidate(Part.TITLE_MORE, title=inside))
    return found


def _notes(weight: float) -> list[Candidate]:
    """Return the candidates for standing inside a paper, before the abstract or behind it."""
    return [
        _candidate(Part.NOTE, title=weight, authors=weight, note=weight),
        _candidate(Part.TAIL, abstract=weight),
    ]


def _lead(line: Line, around: Around, habits: Habits, lack: float) -> list[Candidate]:
    """Return the candidate for standing before the title, for a line that tells of a paper.

    It stands with the title below if it is nearer to that, if the page does so throughout, or if
    nothing stands above.
    """
    if line.again or line.gives not in _LEADING:
        return []
    near = PART["stands with the next"]
    if line.row is not None and line.row.leads:
        weight = PART["leads"]
    else:
        leads = habits.numbers_lead if line.gives is Field.IDENTIFIER else habits.dates_lead
        nearer = (line.gap > around.gap_below) - (line.gap < around.gap_below)
        weight = near * (nearer + 2 * leads if nearer else 2 * leads - 1)
    ends = weight + lack
    return [
        _candidate(
            Part.LEAD,
            outside=max(weight, near / 2),
            title=ends,
            authors=ends,
            note=ends,
            abstract=weight,
        )
    ]

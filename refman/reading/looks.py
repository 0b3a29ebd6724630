"""What a line looks like by itself: a title, prose, names, program code.

All is counted on a bounded piece of text, so that the cost of a line does not grow with its length.
"""

import functools
import re

import msgspec

from refman.normalise import looks_like_names
from refman.reading.weights import CAPITALS, LENGTHS, TITLE, WORD_COUNTS, by_bound
from refman.resources import read_table

__all__ = [
    "SURE_NAMES",
    "WEAK_NAMES",
    "Looks",
    "byline_start",
    "look_at",
    "names_alone",
    "starts_lower",
]

TABLE = "line_words.toml"

WEAK_NAMES, SURE_NAMES = 0.4, 0.6
"""From which score on a line may be names of people, and surely is."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_IDEOGRAPHIC_STOP = re.compile("[的了和是在与之有为，。、のはをにがと]")
_SENTENCE_END = re.compile(r"(?:[.!?。！？][)\]”’\"'»*]{0,3}|…|\.\.\.|://\S+)$")
_SENTENCES = re.compile(r"[^\W\d_]{2}[.?!] +[^\W\d_a-z]")
_OPEN_END = re.compile(
    r"(?:[,(–—&:-]|(?<![^\s(])(?:an?|the|of|for|in|on|at|to|from|by|with|without|via|and|or|as|using"
    r"|towards?|through|under|over|between|its|their|is|are|than|into|beyond|vs\.?))$",
    re.IGNORECASE,
)
_COINED = re.compile(r"[\w$\\^{}.+*@-]{2,30}(?: [\w.()-]{1,20}){0,3}[:：] ?\S")
_BYLINE = re.compile(r"\s[-–]\s[^\n]{0,160}\b(?:19|20)\d\d\b")
_SIGNS_BESIDE_NAMES = ("(", "+", " - ", " – ")
_BESIDE_NAMES = re.compile(r" ?\([^()]{2,100}\)|\+\d{1,4} (?:more )?authors?,?")
_LISTS_NAMES = re.compile(r"[,;·•|&、，]")
_SHORTEST_NAME, _LONGEST_NAME = 2, 5
_LEAST_CAPITALS = 0.6
_SENTENCE, _HEADLINE, _FEWEST_WORDS = 0.6, 0.8, 3
_LONGEST_END = 80
_FEW_LETTERS = 0.55
_PARAGRAPH, _PROSE, _NO_TITLE = 240, 0.2, -12.0
_LEAST_MANNER, _MOST_MANNER = -6.0, 2.0

_BEGINNINGS = (
    ("speaks of itself", re.compile(r"(?:We|Our|I) |This (?:paper|work|study|article) ")),
    (
        "code",
        re.compile(
            r"import |from [\w.]+ import |def |class \w+[:(]|return\b|#include|//|/\*|</?\w+[ >/]"
            r"|[})]|[\w.\[\]]+ = |[\w.]+\(\S|raise |[\w\"-]+: [\"'{\[]"
        ),
    ),
    (
        "log",
        re.compile(
            r"\W?\d{1,4}[-/:.]\d{1,2}[-/:.]\d{1,4}[T ]|\W?\d{1,2}:\d\d"
            r"|\W?(?:INFO|DEBUG|WARN|ERROR)\b|File \"|[a-z]\w*\.\w+: |[a-z]+:/|[~./][\w/.-]+$"
            r"|\$ \w|>{1,3} "
        ),
    ),
    ("section", re.compile(r"\d{1,2}(?:\.\d{1,2})+\.? ")),
)
"""How lines begin that are no titles: name of the weight, pattern."""

_INSIDE = (
    (
        "speaks of itself",
        ("we", "our", "n this "),
        re.compile(r"\b(?:we|our|[Ii]n this (?:paper|work|study|article))\b"),
    ),
    (
        "sentence inside",
        (". ", "? ", "! ", "。", "！", "？"),
        re.compile(r"[a-z)\]%\d][.?!] +[A-Z$]|[。！？]\S"),
    ),
    ("address", ("://", "www.", "@"), re.compile(r"https?://|www\.|\S@\S+\.\w")),
    (
        "code",
        (";", "{", "::", "=", "(", ">"),
        re.compile(r"[;{]$|::|[=!<>]=|\w\(\)|=>|->\s|\)\s*[:{]$|\w\.\w+\("),
    ),
)
"""What no title has inside: name of the weight, signs without which not to look, pattern."""


class Looks(msgspec.Struct, frozen=True, gc=False):
    """Hold what was counted in a line.

    Attributes:
        title: how much it looks like a title (log-odds against other text).
        manner: how much its words and marks do, whatever its length and beginning.
        words: how many words; an ideograph counts half.
        stops: how many of them are function words.
        headline: its content words have capitals; None where they are few, or some have.
        names: how much it looks like names of people, 0 to 1.
        ends_sentence: it ends as a sentence does.
        ends_open: it ends with a word or mark that asks for more.
    """

    title: float
    manner: float
    words: int
    stops: int
    headline: bool | None = None
    names: float = 0.0
    ends_sentence: bool = False
    ends_open: bool = False


def starts_lower(text: str) -> bool:
    """Tell whether a text begins with a small letter, and no name such as iPhone or code2seq."""
    if not text[:1].islower():
        return False
    first = text.split(maxsplit=1)[0].rstrip(".,;:!?)]}’”'\"")
    return first.islower() and all(part.isalpha() for part in first.split("-"))


def names_alone(names: str) -> str:
    """Return a line of names without what pages put beside them.

    That is where a person works, "(Lamp Works)", how many are not named, "+3 authors", and where
    the paper appeared, " - Journal of Lamps, 2023 - lamps.example".
    """
    return _BESIDE_NAMES.sub(" ", names[: byline_start(names)]).rstrip("… ")


def byline_start(names: str) -> int:
    """Return where a line of names begins to tell place and year; its length where it does not."""
    found = _BYLINE.search(names)
    return found.start() if found else len(names)


def look_at(text: str, length: int) -> Looks:
    """Return what a line looks like.

    Args:
        text: the line, or the head and tail of a long one.
        length: of the whole line, in characters.
    """
    words = _WORD.findall(text)
    lowered = [word.lower() for word in words]
    function = _words("function")
    count, stops = len(words), sum(word in function for word in lowered)
    if not text.isascii() and (ideographs := len(_IDEOGRAPH.findall(text))):
        count = max(count, ideographs // 2)
        stops += len(_IDEOGRAPHIC_STOP.findall(text))
    ends_sentence = _SENTENCE_END.search(text[-_LONGEST_END:]) is not None
    if length > _PARAGRAPH and ends_sentence and _SENTENCES.search(text):
        stops = max(stops, count // 4)  # prose by its marks, in whatever language
    if length > _PARAGRAPH and ends_sentence and stops > _PROSE * count:
        return Looks(
            title=_NO_TITLE, manner=_LEAST_MANNER, words=count, stops=stops, ends_sentence=True
        )
    names = _names(text, words, stops)
    capitals = _capitals(words, lowered)
    manner = (
        _by_words(words, lowered, capitals)
        + _by_marks(text, ends_sentence=ends_sentence, headline=_headline(capitals) is not False)
        - TITLE["names"] * (names if names >= SURE_NAMES else 0.0)
        + TITLE["few letters"] * (sum(map(len, words)) < _FEW_LETTERS * len(text))
    )
    return Looks(
        title=by_bound(LENGTHS, length)
        + by_bound(WORD_COUNTS, count)
        + TITLE["coined name"] * (_COINED.match(text) is not None)
        + TITLE["starts lower"] * starts_lower(text)
        + manner,
        manner=max(_LEAST_MANNER, min(_MOST_MANNER, manner)),
        words=count,
        stops=stops,
        headline=_headline(capitals),
        names=names,
        ends_sentence=ends_sentence,
        ends_open=_OPEN_END.search(text[-12:]) is not None,
    )


def _capitals(words: list[str], lowered: list[str]) -> float | None:
    """Return the share of content words with a capital; None where there are too few to tell."""
    function = _words("function")
    content = [word for word, low in zip(words, lowered, strict=True) if low not in function]
    if len(content) < _FEWEST_WORDS:
        return None
    return sum(not word.islower() for word in content) / len(content)


def _headline(capitals: float | None) -> bool | None:
    if capitals is None or _SENTENCE < capitals < _HEADLINE:
        return None
    return capitals >= _HEADLINE


def _by_words(words: list[str], lowered: list[str], capitals: float | None) -> float:
    """Weigh the words: their capitals, verbs and persons, and what scholars call things."""
    if not words:
        return 0.0
    verbal, joining, scholarly = _words("verbal"), _words("joining"), _words("scholarly")
    score = 0.0 if capitals is None else by_bound(CAPITALS, capitals)
    verbs = sum(word in verbal for word in words)
    score += -TITLE["verbal word"] * min(verbs, 4) if verbs else TITLE["no verbal word"]
    score += TITLE["joining word"] * (not joining.isdisjoint(lowered))
    return score + TITLE["scholarly word"] * min(3, sum(word in scholarly for word in lowered))


def _by_marks(text: str, *, ends_sentence: bool, headline: bool) -> float:
    """Weigh the marks: how it begins, how it ends, what stands inside that no title has."""
    score = 0.0
    last = text[-1:]
    if last in ",;:，；：":
        score += TITLE["ends open"]
    elif last == "…" or text.endswith(".."):
        score += TITLE["ellipsis"]
    elif ends_sentence and last not in "?!？！":
        score += TITLE["full stop" if headline else "sentence"]
    for name, pattern in _BEGINNINGS:
        score += TITLE[name] * (pattern.match(text) is not None)
    for name, signs, pattern in _INSIDE:
        if any(sign in text for sign in signs):
            score += TITLE[name] * (pattern.search(text) is not None)
    return score


def _names(text: str, words: list[str], stops: int) -> float:
    """Ask for names only where capitals leave room for them; asking is dear.

    What stands in brackets behind a name is where the person works; behind a dash and with a year,
    where the paper appeared.
    """
    in_brackets = text.endswith(")")
    if any(sign in text for sign in _SIGNS_BESIDE_NAMES):
        text = names_alone(text)
        words = _WORD.findall(text)
        stops = sum(word in _words("function") for word in words)
    if len(words) < _SHORTEST_NAME or stops > 1 + text.count(" and "):
        return 0.0
    capitals = sum(word[0].isupper() for word in words)
    if capitals < _LEAST_CAPITALS * len(words) and not _IDEOGRAPH.match(text):
        return 0.0
    alone = len(words) <= _LONGEST_NAME
    if not (alone or " and " in text or _LISTS_NAMES.search(text)):
        return 0.0
    score = looks_like_names(text)
    if alone and in_brackets and score >= WEAK_NAMES:
        return 1.0
    if not _LISTS_NAMES.search(text):
        score = min(score, WEAK_NAMES)
    return score if score >= WEAK_NAMES else 0.0


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_table(TABLE)[name].split())

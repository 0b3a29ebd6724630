"""What a feed's item says in prose: an abstract, and beside it what the publisher adds."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from refman.model import Span
from refman.normalise import fold_blanks
from refman.reading.feed_fields import Gives, feed_table
from refman.reading.mapped import Mapped

__all__ = ["Description", "describe"]

_ANNOUNCED = re.compile(
    r"\s*(?P<number>arXiv:\S{7,40})\s+Announce Type:\s*(?P<type>[\w-]{1,20})\s*(?:Abstract:\s*)?"
)
_LABEL = re.compile(r"(?:ABSTRACT|Abstract)\s*(?::|\.\s|\n)\s*")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_CUT = ("…", "...", "[…]", "[...]")


class Description(msgspec.Struct, frozen=True):
    """Hold what the texts of an item tell.

    Attributes:
        abstract: the longest that any of them has; None where none has one, or it breaks off.
        span: where that stands.
        number: what arXiv's feed says in front of it: "arXiv:2506.18701v1".
        announced: "new", "cross", "replace"; None where nothing is said.
        told: what paragraphs of other kinds give.
        is_cut: the text breaks off, so that it is no abstract.
        content: all texts, without HTML, for the addresses in them.
    """

    abstract: str | None = None
    span: Span | None = None
    number: str = ""
    announced: str | None = None
    told: Mapping[Gives, str] = {}
    is_cut: bool = False
    content: Mapped = Mapped("", ())


def describe(texts: Iterable[Mapped]) -> Description:
    """Read the texts of an item; the one that has the longest abstract is it.

    Args:
        texts: without HTML.
    """
    described = [_described(text) for text in texts]
    told = {gives: value for one in reversed(described) for gives, value in one.told.items()}
    best = max(described, key=lambda one: len(one.abstract or ""), default=Description())
    return msgspec.structs.replace(best, told=told)


def _described(text: Mapped) -> Description:
    announced = _ANNOUNCED.match(text.text)
    start = announced.end() if announced else 0
    told: dict[Gives, str] = {}
    kept: list[Span] = []
    for paragraph in _paragraphs(text.text, start):
        written = fold_blanks(text.text[paragraph.start : paragraph.end])
        for rule in feed_table().paragraph:
            if (found := rule.match(written)) is not None:
                told.setdefault(rule.gives, found[1] if found.groups() else written)
                break
        else:
            kept.append(_without_label(text.text, paragraph))
    abstract = "\n\n".join(fold_blanks(text.text[span.start : span.end]) for span in kept)
    is_cut = abstract.endswith(_CUT)
    is_abstract = bool(abstract) and not is_cut
    return Description(
        abstract=abstract if is_abstract else None,
        span=text.span(kept[0].start, kept[-1].end) if is_abstract else None,
        number=announced["number"] if announced else "",
        announced=announced["type"] if announced else None,
        told=told,
        is_cut=is_cut,
        content=text,
    )


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    """Yield where the paragraphs stand that are not blank, without the blanks around them."""
    gaps = [found.span() for found in _EMPTY_LINE.finditer(text, start)]
    places = [start, *(place for gap in gaps for place in gap), len(text)]
    for low, high in zip(places[::2], places[1::2], strict=True):
        stretch = text[low:high]
        if content := stretch.strip():
            first = low + len(stretch) - len(stretch.lstrip())
            yield Span(first, first + len(content))


def _without_label(text: str, paragraph: Span) -> Span:
    found = _LABEL.match(text, paragraph.start, paragraph.end)
    return Span(found.end(), paragraph.end) if found else paragraph

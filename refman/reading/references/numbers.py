"""Volume, issue, pages and year of a reference string, in the forms that styles print them."""

import re
from typing import NamedTuple

from refman.reading.references.years import YEAR

__all__ = ["Numbers", "find_numbers"]

_DASH = r"\s?[-–—−‐‑]{1,2}\s?"
_PAGE = r"[A-Za-z]{0,2}\d{1,6}"
_RANGE = rf"{_PAGE}{_DASH}{_PAGE}"
_PAGES = (
    rf"(?:{_RANGE}(?:,\s?{_RANGE})?|\d{{1,4}}:\d{{1,5}}(?:{_DASH}\d{{1,4}}:\d{{1,5}})?"
    rf"|{_PAGE}\b\+?)"
)
_LABEL = r"(?:pp?\.?|pages?|págs?\.|S\.|Seiten)\s?"
_MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{0,6})\.?"
    r"(?:[/–-](?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?)?|Spring|Summer|Fall"
    r"|Autumn|Winter)"
)
_VOLUME = rf"(?P<volume>(?!{YEAR}\b)\d{{1,4}}|[A-D]\d{{1,3}}|\d{{1,3}}[A-D])"
_ISSUE = (
    rf"(?P<issue>(?!{YEAR}\))\d{{1,4}}(?:{_DASH}\d{{1,4}}|/\d{{1,4}})?"
    r"|Suppl[^()]{0,10}|S\d{1,3}|\d{1,3} ?Suppl[^()]{0,10})"
)
_DAY = rf"(?P<month>{_MONTH})(?:\s(?P<day>\d{{1,2}})(?:{_DASH}\d{{1,2}})?)?"
_WHEN = rf"(?:{_DAY},?\s)?(?P<year>{YEAR})[a-z]?"
_BEFORE = r"(?<![\w/.–-])"

_TOGETHER = [
    re.compile(_BEFORE + form)
    for form in (
        # 2020;3(2):11-20
        (
            rf"(?P<year>{YEAR})(?:\s{_DAY})?\s?;\s?"
            rf"{_VOLUME}(?:\s?\({_ISSUE}\))?(?:\s?:\s?(?P<page>{_PAGES}))?"
        ),
        # 3, 2 (2020), 11–20 and 3, 2 (June 2020), Article 12, 20 pages
        (
            rf"{_VOLUME},\s(?P<issue>\d{{1,2}}(?:-\d{{1,3}})?)\s\({_WHEN}\),\s"
            rf"(?:(?P<page>{_RANGE}|\d{{1,4}}:\d{{1,4}}{_DASH}\d{{1,4}}:\d{{1,4}})|(?=[Aa]rt))"
        ),
        # 3(2) (2020) 11–20
        rf"{_VOLUME}\s?\({_ISSUE}\)\s?\({_WHEN}\),?\s?(?:{_LABEL})?(?P<page>{_PAGES})?",
        # 3 (2020) 11–20
        rf"{_VOLUME}\s?\({_WHEN}\)\s?[,:]?\s?(?:{_LABEL})?(?P<page>{_PAGES})",
        # 3(2), 11–20 (2020); 3, no. 2 (2020): 11–20
        rf"{_VOLUME},?\s(?:no|nr|iss)\.?\s?(?P<issue>[\d–/-]{{1,9}})\s\({_WHEN}\)(?:\s?[:,]\s?(?P<page>{_PAGES}))?",
        rf"{_VOLUME}\s?\({_ISSUE}\)\s?[,:]?\s?(?:{_LABEL})?(?P<page>{_PAGES})?(?:,?\s?\({_WHEN}\))?",
        # 3, 11–20 (2020)
        rf"{_VOLUME}\s?[,:]\s?(?:{_LABEL})?(?P<page>{_PAGES}),?\s*\({_WHEN}\)",
        # 2020, 3(2), 11–20
        rf"(?P<year>{YEAR})\s?[,:]\s?{_VOLUME}(?:\s?\({_ISSUE}\))?\s?[,:]\s?(?P<page>{_PAGES})(?![\w(])",
        # 3.2 (2020): 11–20
        rf"(?P<volume>\d{{1,3}})\.(?P<issue>\d{{1,3}})\s?\({_WHEN}\)\s?:\s?(?P<page>{_PAGES})",
        # 2020: 11–20
        rf"(?P<year>{YEAR})\s?:\s?(?P<page>{_RANGE})(?![\w(])",
        # 3:11–20
        rf"{_VOLUME}\s?:\s?(?P<page>{_PAGES})(?![\w(])",
        # 3, 11–20
        rf"(?P<volume>\d{{1,3}})\s?,\s(?:{_LABEL})?(?P<page>{_RANGE})(?!\w)",
        # 3, e345 and 3 (2020)
        r"(?<=\s)(?P<volume>\d{1,3}),\s(?P<page>[a-z]{1,3}\d{1,8})(?!\w)",
        rf"(?<=\s)(?P<volume>\d{{1,4}})\s\({_WHEN}\)",
        # 3, 345 (at the end)
        r"(?<=\s)(?P<volume>\d{1,3}),\s(?P<page>\d{3,7}|e\d{3,8})(?=[.,]?\s*$)",
    )
]
_APART = [
    re.compile(rf"(?<![\w(])\(?{form}", re.IGNORECASE)
    for form in (
        r"(?:vol(?:ume)?s?|bd)\.?\s?(?P<volume>\d{1,4}|[IVXLC]{1,7})\b",
        rf"(?:no|nr|iss(?:ue)?|number|num|heft)\.?\s?(?P<issue>\d{{1,4}}(?:{_DASH}\d{{1,4}}|/\d{{1,4}})?)\b",
        rf"(?:pp?\.|pages?|pp|seiten|S\.)\s?(?P<page>{_PAGES}|[a-z]{{2,5}}\d{{2,6}})",
        r"art(?:icle|\.)?\.?\s(?:(?:no|nr|id|number)\.?\s?)?(?P<number>[A-Za-z]?\d[\w.-]{0,15}\w|\d)",
    )
]
_RANGE_ALONE = re.compile(rf"(?<=[,:.)]\s)(?P<page>{_RANGE})(?=[.,;\s)]|$)")
_WHEN_ALONE = re.compile(rf"(?<![\w/-])\(?{_WHEN}\)?(?![\w-])")
_YEARS = re.compile(rf"{YEAR}{_DASH}{YEAR}")
_DASHES = re.compile(_DASH)


class Numbers(NamedTuple):
    """Hold what was found: values by name, and the stretches that they were taken from."""

    values: dict[str, str]
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int | None:
        """Where the first of them begins."""
        return min((start for start, _ in self.spans), default=None)


def find_numbers(text: str, start: int, stop: int) -> Numbers:
    """Return volume, issue, pages, article number, year, month and day of a stretch.

    Args:
        text: the reference.
        start: where to look from: behind the title.
        stop: where to end.
    """
    values: dict[str, str] = {}
    spans: list[tuple[int, int]] = []

    def take(found: re.Match[str] | None) -> bool:
        if found is None or any(
            found.start() < end and begin < found.end() for begin, end in spans
        ):
            return False
        told = {name: value for name, value in found.groupdict().items() if value}
        if told.keys() & values.keys():
            return False
        if len(told) == 1 and _YEARS.fullmatch(told.get("page", "")):
            return False
        values.update(told)
        spans.append(found.span())
        return True

    for pattern in _APART:
        take(pattern.search(text, start, stop))
    if "volume" not in values and "page" not in values:
        for pattern in _TOGETHER:
            if take(pattern.search(text, start, stop)):
                break
    if "page" not in values:
        take(_RANGE_ALONE.search(text, start, stop))
    if "year" not in values:
        for found in reversed(list(_WHEN_ALONE.finditer(text, start, stop))):
            if take(found):
                break
    if "page" in values:
        values["page"] = _DASHES.sub("-", values["page"])
    if "issue" in values:
        values["issue"] = _DASHES.sub("-", values["issue"])
    return Numbers(values, tuple(spans))

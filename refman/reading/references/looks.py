"""Whether a text looks like a reference as it is printed."""

import re

from refman.reading.references.names import begins_with_names, cut_names
from refman.reading.references.words import has_conference
from refman.reading.references.years import YEAR

__all__ = ["looks_like_reference"]

_YEAR = re.compile(rf"(?<![\d./-]){YEAR}[a-z]?(?![\d-])|\b(?:in press|forthcoming|n\.\s?d\.)")
_SIGNS = re.compile(
    r"\bpp?\.?\s?\d|\bpages?\s\d|\bvol(?:\.|ume)\s?\d|\bno\.\s?\d|\d\s?\(\d{1,3}\)\s?[,:]|\d\s?:\s?\d+\s?[-–—]"
    r"|\b\d+\s?[–—-]\s?\d+\b|\bIn:?\s(?:Proc|[A-Z])|\(Eds?\.\)|\(eds?\.\)|\bet al\b|\bdoi\b"
    r"|10\.\d{4}/|arXiv|CoRR"
    r"|Press\b|Springer|Elsevier|Wiley|Journal|Trans\.|Conference|[Tt]hesis|[Dd]issertation"
    rf"|\d\s?[,:]\s?[A-Za-z]?\d{{1,6}}[^()]{{0,80}}\({YEAR}\)|{YEAR}\s?[;,]\s?\d|\bpages?\s\w+\d"
    r"|[.,]\s[A-Z][^.:\d]{2,50}:\s[A-Z][^.:\d]{2,50}\.?$"
    r"|\[[JCMDR](?:/OL)?\]|Retrieved|Accessed|[”\"],?\s(?:in\s)?[A-Z]"
)
_STRONG = re.compile(
    r"\bpp\.\s?\d|\bpages\s\d|\bvol\.\s?\d|\d\s?\(\d{1,3}\)\s?:\s?\d|\bIn Proc|arXiv preprint"
)
_YEAR_NEXT = re.compile(rf"[.,]?\s\(?{YEAR}[a-z]?\)?[.,:]\s")
_BRACKETED = re.compile(
    rf"^[^()\n]{{3,200}}\s\((?:{YEAR}[a-z]?|n\.\s?d\.|in press)[^()]{{0,20}}\)[.,:]?\s"
)
_EAST = re.compile(r"[\u3400-\u9fff\uac00-\ud7af·]{2,8}[,，.．、]")
_SHORTEST, _LONGEST = 30, 900


def looks_like_reference(text: str) -> bool:
    """Tell whether a text has what only references have together.

    That is names at its head, or a year in brackets behind them; a year; and pages, a volume, a
    venue or an identifier.

    Args:
        text: on one line, without number.
    """
    if not _SHORTEST <= len(text) <= _LONGEST or _YEAR.search(text) is None:
        return False
    if not (_SIGNS.search(text) is not None or has_conference(text)):
        return False
    if begins_with_names(text) or _BRACKETED.match(text) or _EAST.match(text):
        return True
    names = cut_names(text)
    return bool(names.names) and bool(_STRONG.search(text) or _YEAR_NEXT.match(text, names.end))

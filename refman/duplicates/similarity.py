"""How alike two keys are. The only importer of rapidfuzz."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

__all__ = ["alike", "likeness", "typing_errors"]

_PERCENT = 100.0


def likeness(first: str, second: str, *, least: float = 0.0) -> float:
    """Return the share of signs that two keys have in common in their order, 0 to 1.

    What is below ``least`` is 0.

    Source: rapidfuzz, ``fuzz.ratio``: insertions and deletions over both lengths.
    """
    return fuzz.ratio(first, second, score_cutoff=least * _PERCENT) / _PERCENT


def alike(
    key: str, others: Sequence[str], *, least: float, most: int | None = None
) -> Iterator[int]:
    """Yield the places of those keys that are alike to ``key`` by at least ``least``, 0 to 1.

    The most alike come first, and no more than ``most``.
    """
    found = process.extract(
        key, others, scorer=fuzz.ratio, score_cutoff=least * _PERCENT, limit=most
    )
    return (place for _, _, place in found)


def typing_errors(first: str, second: str, *, most: int) -> int:
    """Return how many signs are wrong, lacking, too many or swapped; more than ``most`` is +1."""
    return OSA.distance(first, second, score_cutoff=most)

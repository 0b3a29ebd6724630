"""What a page does throughout."""

import msgspec

__all__ = ["NEUTRAL", "Habits"]


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a page's habits, as a first reading of its head tells them.

    Attributes:
        numbered: the share of titles with a number or bullet; None where it is not known.
        without_abstract: the share of papers that have no abstract; None where it is not known.
        labelled: the share of titles that a label stands before.
        full_stops: the share of titles that end with a full stop.
        headlines: the share of titles whose words have capitals.
        paragraphs: the share of papers whose abstract has more than one paragraph.
        foreign: how much text no paper holds: lines of it, to these and the papers together.
        title_gap: how many blank lines stand before nearly every title, at least.
        numbers_lead: identifiers stand before their titles.
        dates_lead: dates stand before their titles.
    """

    numbered: float | None = None
    without_abstract: float | None = None
    labelled: float = 0.0
    full_stops: float = 0.5
    headlines: float = 0.5
    paragraphs: float = 0.5
    foreign: float = 0.0
    title_gap: int = 0
    numbers_lead: bool = False
    dates_lead: bool = False


NEUTRAL = Habits()
"""Nothing is known yet."""

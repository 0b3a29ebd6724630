"""What a record says of other records, in an entry's ``extra``: the names of its lines."""

from collections.abc import Iterable, Mapping

__all__ = [
    "AUTHORS_CUT",
    "COMMENT",
    "CORRECTED_BY",
    "CORRECTS",
    "JOURNAL_REFERENCE",
    "PREPRINT",
    "PUBLISHED_AS",
    "RETRACTED",
    "noted",
]

AUTHORS_CUT = "authors-cut"
"""Set where the service gives but the first of many authors."""
PUBLISHED_AS = "published-as"
"""DOIs of the published versions of this preprint."""
PREPRINT = "preprint"
"""DOIs of the preprints of this paper."""
CORRECTS = "corrects"
"""DOIs of the papers that this one corrects, retracts or adds to."""
CORRECTED_BY = "corrected-by"
"""DOIs of the errata and retractions of this paper."""
RETRACTED = "retracted"
"""Set where a service says that the paper was taken back or withdrawn."""
JOURNAL_REFERENCE = "journal-reference"
"""Where the paper was published, in the authors' words."""
COMMENT = "comment"
"""What the authors add: pages, figures, venue."""


def noted(**said: str | Iterable[str] | None) -> Mapping[str, str]:
    """Return the lines that say something, names with "-" for "_"; of a list the items, by ", "."""
    lines: dict[str, str] = {}
    for name, value in said.items():
        text = value if isinstance(value, str) else ", ".join(dict.fromkeys(value or ()))
        if text:
            lines[name.replace("_", "-")] = text
    return lines

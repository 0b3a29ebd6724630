"""Options that all commands on the library have; light to import."""

from enum import Enum
from typing import Annotated

import typer

from refman.model import Status

__all__ = [
    "All",
    "DryRun",
    "Json",
    "Keys",
    "LibraryPath",
    "Limit",
    "LongQuiet",
    "Quiet",
    "Review",
    "SortName",
    "Words",
]


class Review(Enum):
    """Name the review states as a query does: ``status:review``."""

    REVIEW = "review"
    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def of_entry(self) -> Status:
        """The state as an entry has it."""
        return Status.NEEDS_REVIEW if self is Review.REVIEW else Status(self.value)


LibraryPath = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="PATH",
        help="The library's file; else what the setting library.path says.",
        show_default=False,
    ),
]

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no report.")]

LongQuiet = Annotated[bool, typer.Option("--quiet", help="No progress bar, no report.")]
"""The same for commands that take a query: short options would be found in ``-quay``."""

Keys = Annotated[list[str] | None, typer.Argument(metavar="KEY…", help="Citekeys, or a query.")]

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be changed, and change nothing.")
]

All = Annotated[
    bool, typer.Option("--all", help="Do it to all that a query finds, however many they are.")
]

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY…", help="What to look for; -word is without it."),
]

Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=0,
        help="Show no more than so many; 0 means all.",
        show_default=False,
    ),
]

SortName = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="BY",
        help="relevance, added, changed, title, author, year, venue, citekey, type or status;"
        " -year turns it round.",
    ),
]

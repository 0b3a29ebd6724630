"""``refman accept``, ``reject`` and ``review``: a person's word on entries."""

from refman.cli.library_options import All, Json, Keys, LibraryPath, LongQuiet

__all__ = ["accept", "reject", "review"]


def accept(
    words: Keys = None,
    *,
    takes_all: All = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Accept entries of the library: their review is done."""
    return _judge("accepted", words, library, takes_all=takes_all, json=json, quiet=quiet)


def reject(
    words: Keys = None,
    *,
    takes_all: All = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Reject entries of the library: they stay there, and are in no export of what is accepted."""
    return _judge("rejected", words, library, takes_all=takes_all, json=json, quiet=quiet)


def review(
    words: Keys = None,
    *,
    takes_all: All = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Put entries of the library back to be reviewed."""
    return _judge("needs review", words, library, takes_all=takes_all, json=json, quiet=quiet)


def _judge(
    status: str,
    words: list[str] | None,
    library: str | None,
    *,
    takes_all: bool,
    json: bool,
    quiet: bool,
) -> int:
    # Slow to import, and no other command needs it.
    from refman.cli.accept_entries import judge
    from refman.cli.changing import Choice

    choice = Choice(
        words=tuple(words or ()), library=library, takes_all=takes_all, json=json, quiet=quiet
    )
    return judge(choice, status)

"""What was found out about links, put into a library where a person may have been at work."""

from collections.abc import Iterable, Iterator, Mapping

from refman.editing.steps import id_of, papers
from refman.library import Library
from refman.links.liveness import Liveness
from refman.model import Edit, EntryId, edit_of
from refman.online import with_found

__all__ = ["link_step_name", "links_told"]


def links_told(
    library: Library, ids: Iterable[EntryId], found: Mapping[str, Liveness | None]
) -> Iterator[Edit]:
    """Yield what tells the entries of a library whether their links are alive.

    To be taken while it is applied: the links are those that the entries have then.

    Args:
        library: as it is now.
        ids: the entries whose links were asked.
        found: by address; None where nobody could be asked.
    """
    for holding in library.holdings(ids):
        edit = edit_of(id_of(holding), holding.entry, with_found(holding.entry, found))
        if edit is not None:
            yield edit


def link_step_name(count: int) -> str:
    """Return the name of the step that puts it in: "Check the links of 12 papers"."""
    return f"Check the links of {papers(count)}"

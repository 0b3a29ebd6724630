"""Other entries of a library that are, or may be, the work of one that is looked at."""

from refman.duplicates import Relation
from refman.editing.steps import id_of
from refman.library import Library
from refman.library.reader import Known
from refman.library.versions import version_pairs
from refman.model import Holding
from refman.tidying.duplicates import remembered

__all__ = ["twins"]


def twins(library: Library, holding: Holding) -> list[Known]:
    """Return other entries that are, or may be, an entry's work, the surest first.

    Not those in the bin, nor those of which a person said that they are other works, or versions.

    Raises:
        DamagedLibraryError: what is kept cannot be read.
    """
    found = [
        known
        for known in library.known(holding.entry)
        if known.holding.id != holding.id
        and known.holding.binned is None
        and known.verdict.relation is not Relation.DIFFERENT
    ]
    if not found:
        return []
    said = remembered(library)
    versions = {id_ for pair in version_pairs(library, [id_of(holding)]) for id_ in pair}
    return [
        one
        for one in found
        if one.holding.id not in versions and not said.is_apart(holding.entry, one.holding.entry)
    ]

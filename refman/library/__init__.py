"""The library: one SQLite file that holds entries, listings, and every step that was done.

with open_library(path, now=now) as library:
    library.apply("Add 2 papers", [Add(Holding(entry=entry, added=now())) for entry in entries])
    library.search("author:ada has:code").ids
    library.undo()
"""

from refman.library.collections import Collection, collections
from refman.library.facets import Facet, FacetValue
from refman.library.history import Done
from refman.library.listings import KeptListing
from refman.library.locking import Patience
from refman.library.opening import open_library
from refman.library.proposals import Standing, choice_name
from refman.library.query import Query, parse_query
from refman.library.reader import Known
from refman.library.repairing import Repaired, repair_library
from refman.library.restoring import restore_library
from refman.library.search import Found, Gathered
from refman.library.search_ways import Sort, SortBy
from refman.library.store import Applied, Library

__all__ = [
    "Applied",
    "Collection",
    "Done",
    "Facet",
    "FacetValue",
    "Found",
    "Gathered",
    "KeptListing",
    "Known",
    "Library",
    "Patience",
    "Query",
    "Repaired",
    "Sort",
    "SortBy",
    "Standing",
    "choice_name",
    "collections",
    "open_library",
    "parse_query",
    "repair_library",
    "restore_library",
]

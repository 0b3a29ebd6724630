"""Entries that are one work: found, weighed, remembered as no duplicates, merged.

index = Index(entries)
for match in index.matches(entry): …         # what of a library an entry is
for group in search(entries).groups: …       # what in a library is one work
entry = merge(entry, other)
"""

from refman.duplicates.finding import groups, search
from refman.duplicates.index import Index, find_known
from refman.duplicates.judge import same_work
from refman.duplicates.merging import leads, merge, merge_into
from refman.duplicates.remembered import Remembered, fingerprints
from refman.duplicates.verdicts import Group, Match, Pair, Relation, Search, Verdict

__all__ = [
    "Group",
    "Index",
    "Match",
    "Pair",
    "Relation",
    "Remembered",
    "Search",
    "Verdict",
    "find_known",
    "fingerprints",
    "groups",
    "leads",
    "merge",
    "merge_into",
    "same_work",
    "search",
]

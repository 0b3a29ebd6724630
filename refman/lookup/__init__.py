"""Who wrote it, when and where: records of online services, weighed and merged into entries.

choice = choose(entry, candidates)                     # of all sources: accepted, to review, not it
merged = merge(entry, choice.accepted, now=now)        # the best of each field, nothing lost
published = take(merged.entry, merged.published)       # where a person agrees

Run(sources, web, now=now).results(entries)            # all of it, for many entries
"""

from refman.lookup.choice import Choice, choose
from refman.lookup.flaws import Flaw, flaws_of
from refman.lookup.match import Decision, Match, Reason, score
from refman.lookup.merge import Merged, merge
from refman.lookup.offers import Alternative
from refman.lookup.published import PublishedValue, published_values, take
from refman.lookup.questions import Trouble
from refman.lookup.result import Outcome, Result
from refman.lookup.run import Run
from refman.lookup.run_log import RunLog, run_name
from refman.lookup.source import Candidate, Source

__all__ = [
    "Alternative",
    "Candidate",
    "Choice",
    "Decision",
    "Flaw",
    "Match",
    "Merged",
    "Outcome",
    "PublishedValue",
    "Reason",
    "Result",
    "Run",
    "RunLog",
    "Source",
    "Trouble",
    "choose",
    "flaws_of",
    "merge",
    "published_values",
    "run_name",
    "score",
    "take",
]

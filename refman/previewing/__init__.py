"""What was read of one input, shown over its text, and corrected before it goes into a library.

A ``Preview`` holds the source text cut into segments: papers, what was left over, what a person
took out. Each correction (``changing``) gives a new one, so that undoing is going back to the one
before (``Previews``). What is left in it at the end is told as ``Corrections`` of what was read.
Until then it is kept, correction by correction (``keeping``), in a folder (``Imports``).
"""

from refman.previewing.changing import (
    join,
    mark_junk,
    mark_papers,
    mark_wanted,
    move_end,
    move_end_by_line,
    set_abstract,
    set_title,
    split,
)
from refman.previewing.correcting import Corrections, LeftOut, corrected, corrections_of
from refman.previewing.imports import Copies, Imports, Looked
from refman.previewing.judging import judge, judge_drafts
from refman.previewing.keeping import (
    Begun,
    Did,
    KeptPreview,
    LetGo,
    Log,
    Read,
    ReadingDigest,
    Turned,
    keep_for_good,
    make_again,
)
from refman.previewing.making import segment_of
from refman.previewing.previews import Previews
from refman.previewing.segments import Preview, Segment, SegmentKind
from refman.previewing.steps import change_between

__all__ = [
    "Begun",
    "Copies",
    "Corrections",
    "Did",
    "Imports",
    "KeptPreview",
    "LeftOut",
    "LetGo",
    "Log",
    "Looked",
    "Preview",
    "Previews",
    "Read",
    "ReadingDigest",
    "Segment",
    "SegmentKind",
    "Turned",
    "change_between",
    "corrected",
    "corrections_of",
    "join",
    "judge",
    "judge_drafts",
    "keep_for_good",
    "make_again",
    "mark_junk",
    "mark_papers",
    "mark_wanted",
    "move_end",
    "move_end_by_line",
    "segment_of",
    "set_abstract",
    "set_title",
    "split",
]

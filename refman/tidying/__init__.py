"""A library looked up, deduplicated and checked: what these find, as changes to its entries."""

from refman.tidying.by_hand import asked_by_hand
from refman.tidying.checks import Checked, checked, put_right
from refman.tidying.chips import Chip, ChipKind, chips
from refman.tidying.choosing import (
    accept_all,
    choose,
    record_name,
    reverted,
    take_fields,
)
from refman.tidying.comparing import FieldRow, OtherText, compared, owner_urls
from refman.tidying.duplicates import (
    all_said_apart,
    merged,
    remembered,
    said_apart,
    said_nothing,
)
from refman.tidying.finding import duplicates_in, keep_duplicates, note_duplicates
from refman.tidying.items import Item, SomeItems
from refman.tidying.links import link_step_name, links_told
from refman.tidying.locks import locked, unlocked
from refman.tidying.lookups import filled, needs_lookup, rebased, step_name
from refman.tidying.picking import Pick, Place, Wanted, taken
from refman.tidying.proposals import Chosen, chosen_of, keep_proposals, proposed, refused
from refman.tidying.twins import twins
from refman.tidying.uniting import (
    ALL,
    UnitedField,
    kept_beside,
    leading,
    text_in,
    united,
    united_fields,
    united_step,
)
from refman.tidying.versions import (
    Version,
    VersionKind,
    as_versions,
    no_version,
    versions_among,
    versions_of,
    with_versions,
)
from refman.tidying.words import Sign, WordChange, words_changed

__all__ = [
    "ALL",
    "Checked",
    "Chip",
    "ChipKind",
    "Chosen",
    "FieldRow",
    "Item",
    "OtherText",
    "Pick",
    "Place",
    "Sign",
    "SomeItems",
    "UnitedField",
    "Version",
    "VersionKind",
    "Wanted",
    "WordChange",
    "accept_all",
    "all_said_apart",
    "as_versions",
    "asked_by_hand",
    "checked",
    "chips",
    "choose",
    "chosen_of",
    "compared",
    "duplicates_in",
    "filled",
    "keep_duplicates",
    "keep_proposals",
    "kept_beside",
    "leading",
    "link_step_name",
    "links_told",
    "locked",
    "merged",
    "needs_lookup",
    "no_version",
    "note_duplicates",
    "owner_urls",
    "proposed",
    "put_right",
    "rebased",
    "record_name",
    "refused",
    "remembered",
    "reverted",
    "said_apart",
    "said_nothing",
    "step_name",
    "take_fields",
    "taken",
    "text_in",
    "twins",
    "united",
    "united_fields",
    "united_step",
    "unlocked",
    "versions_among",
    "versions_of",
    "with_versions",
    "words_changed",
]

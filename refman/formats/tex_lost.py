"""What a .bib file cannot hold, whichever of its two dialects it is in."""

from collections.abc import Mapping

from refman.formats.format import Options, Profile

__all__ = ["lost"]

_LOST = {
    "arxiv.version": "the number stands without its version, and so leads to the newest",
    "source": "no field says which catalogue an entry is from",
    "links.roles": "a link stands in the field of its kind alone",
    "links.promised": "a link that is promised looks like any other",
    "links.evidence": "no field holds the sentence that names a link",
    "links.state": "no field holds whether a link is alive",
    "links.checked": "no field holds when a link was asked",
    "links.why": "no field holds what a link's state rests on",
    "links.leads_to": "a link stands there with one address",
    "links.archived": "no field says that a repository is archived",
    "links.repository": "no field holds a repository's licence and stars",
    "keywords.automatic": "keywords are of one kind",
    "status": "no field holds the state of a review",
    "provenance": "no field says where a value came from",
}
_LOST_FOR_LATEX = {"collections": "LaTeX knows no collections; the profile zotero writes them"}
_LOST_FOR_ZOTERO = {
    "arxiv.primary_class": "Zotero drops it from a .bib file",
    "event_date": "Zotero drops it from a .bib file",
    "extra": "Zotero drops fields that it does not know",
    "related": "Zotero drops it from a .bib file",
}


def lost(options: Options) -> Mapping[str, str]:
    """Return what a file for the options' profile does not hold: feature -> why."""
    is_zotero = options.profile is Profile.ZOTERO
    return _LOST | (_LOST_FOR_ZOTERO if is_zotero else _LOST_FOR_LATEX)

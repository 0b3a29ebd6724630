"""Services asked about many papers, with the user's settings, sources and cache."""

from refman.online.links import AskedLinks, ask_links, with_found
from refman.online.lookups import LookedUp, LookUp, trouble_lines
from refman.online.pages import fetch_page
from refman.online.waiting import Waits

__all__ = [
    "AskedLinks",
    "LookUp",
    "LookedUp",
    "Waits",
    "ask_links",
    "fetch_page",
    "trouble_lines",
    "with_found",
]

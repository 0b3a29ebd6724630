"""Addresses found in text, mended and told apart."""

from refman.links.canonical import canonical_url, url_key
from refman.links.classify import classify
from refman.links.find import find_links
from refman.links.listing import links_in

__all__ = ["canonical_url", "classify", "find_links", "links_in", "url_key"]

"""Into Zotero: the one that runs here, or the library on the web."""

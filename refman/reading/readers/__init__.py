"""One module a kind of listing; they do not know each other."""

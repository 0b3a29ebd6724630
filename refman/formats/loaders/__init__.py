"""One module a kind of reference file; they do not know each other."""

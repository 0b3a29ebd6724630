"""One module a format; they do not know each other."""

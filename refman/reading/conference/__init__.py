"""Pages and JSON of conferences: accepted papers with their authors and links."""

"""BibTeX and BibLaTeX files read: blocks of text, values, entries."""

"""PDFs: their first pages, in a process of its own, and the paper that these tell of."""

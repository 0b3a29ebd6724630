"""Papers of a library as a file, once or kept up to date.

wanted = Wanted(query="status:accepted")
exported = export_to(library, Path("refs.bib"), Form(format="bibtex"), wanted, now=now)

The work itself is in ``refman.exporting.files``, which loads all formats.
"""

from refman.exporting.wanted import Exported, Fate, Form, Kept, Wanted, keep, kept_exports

__all__ = ["Exported", "Fate", "Form", "Kept", "Wanted", "keep", "kept_exports"]

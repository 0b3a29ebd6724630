"""Languages by the names that babel and people have for them."""

import functools
from collections.abc import Mapping

from refman.formats.crosswalk import rows

__all__ = ["language_of"]

_BIBLATEX = "lang"


def language_of(text: str) -> str:
    """Return the BCP 47 tag of a language that a value names; the value where none is known.

    Takes babel's names, those that babel took before, English ones, and BibLaTeX's "langenglish".

    Args:
        text: decoded, on one line.
    """
    return _tags().get(text.casefold(), text)


@functools.cache
def _tags() -> Mapping[str, str]:
    tags = {row["babel"]: tag for tag, row in rows("languages").items()}
    tags |= {name: row["tag"] for name, row in rows("read_bib_languages").items()}
    return tags | {f"{_BIBLATEX}{name}": tag for name, tag in tags.items()}

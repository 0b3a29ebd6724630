"""Files that belong to an entry, named by where they are."""

from collections.abc import Iterable
from pathlib import Path

from refman.library.naming import named_from
from refman.model import Attachment

__all__ = ["attachments_of"]


def attachments_of(paths: Iterable[Path], folder: Path) -> tuple[Attachment, ...]:
    """Return files as an entry holds them; nothing is copied, and nothing read.

    Args:
        paths: of the files.
        folder: the library's; see ``named_from``.
    """
    return tuple(Attachment(title=path.name, path=named_from(folder, path)) for path in paths)

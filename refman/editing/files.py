"""Files that belong to an entry, named by where they are."""

from collections.abc import Iterable
from pathlib import Path

from refman.model import Attachment

__all__ = ["attachments_of"]


def attachments_of(paths: Iterable[Path], folder: Path) -> tuple[Attachment, ...]:
    """Return files as an entry holds them; nothing is copied, and nothing read.

    Args:
        paths: of the files.
        folder: the library's; one beside the library, or below, is named by its path from there,
            so that both can be moved together.
    """
    folder = folder.absolute()
    return tuple(
        Attachment(
            title=path.name,
            path=str(path.relative_to(folder) if path.is_relative_to(folder) else path),
        )
        for path in paths
    )

"""How a library names files that are not in it."""

from pathlib import Path

__all__ = ["named_from"]


def named_from(folder: Path, path: Path) -> str:
    """Return how a file is named in a library.

    Args:
        folder: the library's; what lies in it, or below, is named by its path from there, so that
            both can be moved together.
        path: of the file.
    """
    folder = folder.absolute()
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)

"""The files that belong to refman: rules, tables, samples.

They lie in ``resources/`` of the checkout, and in ``refman/_resources`` of an installed wheel.
"""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from refman.errors import ResourceError

__all__ = ["read_table", "read_text", "resource_root"]


@functools.cache
def resource_root() -> Path:
    """Return the folder of refman's own files: the checkout's first, else the wheel's."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / "resources"
    if (package.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    return package / "_resources"


def read_text(name: str) -> str:
    """Return the text of a resource.

    Args:
        name: its path below the root, with "/".

    Raises:
        ResourceError: it is not there.
    """
    try:
        return (resource_root() / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(
            f"refman's own file {name} cannot be read; install refman again", resource=name
        ) from error


def read_table(name: str) -> Mapping[str, Any]:
    """Return a TOML resource as it stands; whoever asks checks its rows.

    Raises:
        ResourceError: it is not there, or no TOML.
    """
    try:
        return tomllib.loads(read_text(name))
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(
            f"refman's own file {name} is damaged: {error}", resource=name
        ) from error

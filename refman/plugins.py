"""Readers and formats, found by entry point; our own registered the same way."""

import logging
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from refman.errors import FormatError, PluginError
from refman.formats.format import Format
from refman.reading.reader import Reader

__all__ = ["formats", "load_format", "load_readers"]

FORMATS = "refman.formats"
READERS = "refman.readers"

_log = logging.getLogger(__name__)

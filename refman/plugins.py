"""Readers, loaders, formats and sources, by entry point; our own are registered the same way."""

import logging
from collections.abc import Callable
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, TypeVar

from refman.errors import FormatError
from refman.formats.format import Format
from refman.formats.loader import Loader
from refman.reading.awaited import Awaited, signs
from refman.reading.reader import Reader
from refman.reading.reference_file import ReferenceFile
from refman.settings import Settings, SourceSettings, SourcesSettings

if TYPE_CHECKING:
    from refman.lookup.source import Source  # a run without look-up does not load it

__all__ = [
    "FORMATS",
    "LOADERS",
    "READERS",
    "SOURCES",
    "asked_sources",
    "format_for",
    "load_formats",
    "load_loaders",
    "load_readers",
    "load_sources",
]

FORMATS = "refman.formats"
LOADERS = "refman.loaders"
READERS = "refman.readers"
SOURCES = "refman.sources"

_log = logging.getLogger(__name__)
_Plugin = TypeVar("_Plugin")


def load_readers() -> dict[str, Reader]:
    """Return all readers by kind, those of listings first, each in the order of their names.

    A loader stands among them as the reader of its kind of reference file.
    """
    listings: dict[str, Reader] = _load(READERS, lambda reader: reader.kind)
    files = {name: ReferenceFile(loader) for name, loader in _awaited_loaders().items()}
    return {**listings, **files}


def _awaited_loaders() -> dict[str, Loader]:
    """Return the loaders, each loaded only once a file has its sign; others' tell no signs."""
    points = sorted(entry_points(group=LOADERS), key=lambda point: point.name)
    known = signs()
    awaited: dict[str, Loader] = {
        point.name: Awaited(point.name, known[point.name], point.load)
        for point in points
        if point.name in known
    }
    return awaited if len(awaited) == len(points) else {**load_loaders(), **awaited}


def load_loaders() -> dict[str, Loader]:
    """Return all loaders of reference files by name, in the order of their names."""
    return _load(LOADERS, lambda loader: loader.name)


def load_formats() -> dict[str, Format]:
    """Return all formats by name, in the order of their names."""
    return _load(FORMATS, lambda format_: format_.name)


def load_sources(settings: SourcesSettings) -> dict[str, "Source"]:
    """Return all sources by name, in the order of their names, each with its settings.

    One for which there are no settings, of another package, cannot be asked and is left out.
    """
    made: dict[str, Source] = {}
    makers: dict[str, Callable[[SourceSettings], Source]] = _load(SOURCES)
    for name, make in makers.items():
        own = getattr(settings, name, None)
        if own is None:
            _log.warning("%s:%s has no settings and is left out", SOURCES, name)
        else:
            made[name] = make(own)
    return made


def asked_sources(settings: Settings) -> dict[str, "Source"]:
    """Return the sources that a look-up asks, by name: those that the user wants, else all."""
    sources = load_sources(settings.sources)
    wanted = dict.fromkeys(settings.lookup.sources)
    return {name: sources[name] for name in wanted} if wanted else sources


def format_for(target: str, name: str | None, formats: dict[str, Format]) -> Format:
    """Return the format that was named, or the one that a file's suffix tells.

    Args:
        target: the file's name; "-" for standard output.
        name: the format's name, with "_" or "-".
        formats: those there are.

    Raises:
        FormatError: the name is unknown, or the suffix tells none.
    """
    if name is not None:
        if (found := formats.get(name.replace("-", "_"))) is not None:
            return found
        raise FormatError(f"there is no format {name!r}; there are {', '.join(formats)}")
    lowered = target.lower()
    fitting = [
        (len(suffix), format_)
        for format_ in formats.values()
        for suffix in format_.suffixes
        if lowered.endswith(suffix)
    ]
    if fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    raise FormatError(
        f"{target} does not tell its format; name it with --to ({', '.join(formats)})"
    )


def _load(group: str, name_of: Callable[[_Plugin], str] | None = None) -> dict[str, _Plugin]:
    """Load a group; one that fails to load is reported by name and skipped.

    Args:
        group: of entry points.
        name_of: tells a plugin's own name; its entry point's where None.
    """
    loaded: dict[str, _Plugin] = {}
    for entry_point in sorted(entry_points(group=group), key=lambda point: point.name):
        try:
            plugin: _Plugin = entry_point.load()
            loaded[name_of(plugin) if name_of else entry_point.name] = plugin
        except Exception as error:  # noqa: BLE001 - foreign code may fail in any way
            _log.warning("%s:%s does not load and is left out: %r", group, entry_point.name, error)
    return loaded

"""What a user can set, declared once: name, type, default, bounds, help.

Values come, each over the one before, from the defaults, from ``settings.toml`` in the user's
configuration folder, and from the environment (``REFMAN_CITEKEYS__PATTERN``). Sections may hold
sections: ``sources.arxiv.base_url`` is ``REFMAN_SOURCES__ARXIV__BASE_URL``.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from refman.errors import SettingsError
from refman.model.provenance import SourceName
from refman.source_settings import (
    BASE_URL,
    HIDDEN,
    TAKES,
    TAKES_URL,
    Secret,
    SourceSettings,
    SourcesSettings,
)

__all__ = [
    "HIDDEN",
    "Secret",
    "Setting",
    "Settings",
    "SourceSettings",
    "SourcesSettings",
    "WebSettings",
    "WindowSettings",
    "ZoteroSettings",
    "declared_settings",
    "load_settings",
]

ENVIRONMENT_PREFIX = "REFMAN_"


class CitekeySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How citekeys are made."""

    pattern: Annotated[
        str,
        Meta(
            min_length=1,
            description="how a key is made of an entry's parts, e.g. {auth}{year}{word}",
            extra={TAKES: "a pattern, as {auth}{year}{word}"},
        ),
    ] = "{auth}{year}{word}"


class ReadingSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be read."""

    limit_mb: Annotated[
        int, Meta(ge=1, le=4096, description="the largest input that is read, in MiB")
    ] = 256
    pdf_seconds: Annotated[
        int, Meta(ge=1, le=3600, description="how long reading one PDF may take, in seconds")
    ] = 20
    pdf_memory_mb: Annotated[
        int,
        Meta(ge=256, le=65536, description="how much memory reading a PDF may take, in MiB"),
    ] = 1024


class ExportSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How files are written."""

    protected_words: Annotated[
        tuple[str, ...],
        Meta(description="words in titles whose capitals no style may change, e.g. Bayes"),
    ] = ()


class LibrarySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the library is."""

    path: Annotated[
        str | None,
        Meta(description="the library's file; one of the user's data folder where none is set"),
    ] = None


class WebSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How services of the web are asked."""

    contact: Annotated[
        Annotated[str, Meta(pattern=r"^[\x21-\x7e]+@[\x21-\x7e]+\Z")] | None,
        Meta(
            description="an e-mail address that services can write to; some are faster for it",
            extra={TAKES: "an e-mail address, as ada@example.org"},
        ),
    ] = None
    offline: Annotated[
        bool, Meta(description="whether to answer from the cache only and ask no service")
    ] = False
    cache_days: Annotated[
        float, Meta(ge=0, le=3650, description="how old a kept answer may be, in days")
    ] = 30.0
    connect_seconds: Annotated[
        float, Meta(gt=0, le=600, description="how long connecting may take, in seconds")
    ] = 10.0
    read_seconds: Annotated[
        float, Meta(gt=0, le=600, description="how long a service may stay silent, in seconds")
    ] = 30.0
    answer_seconds: Annotated[
        float, Meta(gt=0, le=3600, description="how long a whole answer may take, in seconds")
    ] = 90.0
    limit_mb: Annotated[
        float, Meta(gt=0, le=1024, description="the largest answer that is taken, in MiB")
    ] = 32.0
    retries: Annotated[
        int, Meta(ge=0, le=10, description="how often to ask again where no answer came")
    ] = 3
    longest_wait_seconds: Annotated[
        float,
        Meta(
            ge=0,
            le=86400,
            description="how long to wait for a service that asks for it, in seconds; for one that"
            " wants more, the run goes on without it",
        ),
    ] = 60.0
    allowed_hosts: Annotated[
        tuple[str, ...],
        Meta(
            description="hosts (or host:port) that may be asked though they lie in a private"
            " network; those of the sources' addresses may anyway"
        ),
    ] = ()


class ZoteroSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How Zotero is reached: the one that runs here, and the one on the web."""

    port: Annotated[
        int,
        Meta(ge=1, le=65535, description="the port at which Zotero listens on this computer"),
    ] = 23119
    web_key: Annotated[
        Secret | None,
        Meta(
            description="the key for your library on the web, from zotero.org/settings/keys; never"
            " shown"
        ),
    ] = None
    web_url: Annotated[
        str,
        Meta(
            pattern=BASE_URL,
            description="where the library on the web is asked",
            extra=TAKES_URL,
        ),
    ] = "https://api.zotero.org"


def _decoded(kind: type, value: object) -> object:
    """Make the types that msgspec does not know; a fault does not repeat the value: it is a key."""
    if isinstance(value, str):
        return kind(value)
    raise TypeError("Expected `str`")


class LookupSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom a look-up asks, and what the window does with what it finds."""

    sources: Annotated[
        tuple[SourceName, ...],
        Meta(
            description="the sources that are asked, in this order, of arxiv, crossref, datacite,"
            " dblp, hf_papers, openalex, openreview, semantic_scholar; where none is named, all,"
            " each where it is best",
            extra={TAKES: f"names of sources, of {', '.join(get_args(SourceName))}"},
        ),
    ] = ()
    least_score: Annotated[
        float,
        Meta(ge=0, le=1, description="the least score by which the window offers to accept all"),
    ] = 0.9
    least_margin: Annotated[
        float,
        Meta(
            ge=0,
            le=1,
            description="how far that record must lie above the second, where all are accepted",
        ),
    ] = 0.1
    fill: Annotated[
        bool,
        Meta(
            description="whether the window puts in what a look-up is sure of; else all of it waits"
            " for your choice"
        ),
    ] = False
    at_once: Annotated[
        bool,
        Meta(
            description="whether the window looks up what was read from PDFs as soon as it is"
            " added; else it asks you"
        ),
    ] = False


class WindowSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the window looks, and what its keys do."""

    theme: Annotated[
        Literal["system", "light", "dark"],
        Meta(description="light, dark, or as the system has it"),
    ] = "system"
    font_points: Annotated[
        int, Meta(ge=0, le=40, description="the size of texts, in points; 0 for the system's")
    ] = 0
    language: Annotated[
        str,
        Meta(
            pattern=r"^([a-z]{2,3}(_[A-Z]{2})?)?\Z",
            description="the window's language: en, de; the system's where none is set",
            extra={TAKES: "a language, as de or de_AT"},
        ),
    ] = ""
    watched_folder: Annotated[
        str | None,
        Meta(description="a folder whose new files are read into the import, by their full path"),
    ] = None
    keys: Annotated[
        dict[str, tuple[str, ...]],
        Meta(
            description="keys of actions that are not those of the table, by the action's id",
            extra={TAKES: "a list of keys for each action"},
        ),
    ] = {}


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold all settings."""

    citekeys: CitekeySettings = CitekeySettings()
    reading: ReadingSettings = ReadingSettings()
    export: ExportSettings = ExportSettings()
    library: LibrarySettings = LibrarySettings()
    lookup: LookupSettings = LookupSettings()
    web: WebSettings = WebSettings()
    zotero: ZoteroSettings = ZoteroSettings()
    window: WindowSettings = WindowSettings()
    sources: SourcesSettings = SourcesSettings()


class Setting(NamedTuple):
    """Describe one setting for people.

    Attributes:
        name: dotted, as in the file: ``citekeys.pattern``.
        variable: the environment variable that sets it; empty where none does.
        value: what holds now; for a key only that there is one.
        default: what holds where nobody set it.
        help: what it does, in one sentence.
        type: of its value, without its bounds; for a key ``Secret | None``.
        least, most: its bounds, where it is a number that has some.
        choices: all values that it may have, where they are few.
        takes: what it may be, in words.
    """

    name: str
    variable: str
    value: object
    default: object
    help: str
    type: object
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    takes: str = ""


def declared_settings(settings: Settings) -> Iterator[Setting]:
    """Yield every setting that there is, with its value in ``settings``."""
    return _declared(settings, Settings(), ())


def _declared(
    values: msgspec.Struct, defaults: msgspec.Struct, path: tuple[str, ...]
) -> Iterator[Setting]:
    for field, hint in get_type_hints(type(values), include_extras=True).items():
        value, default, place = getattr(values, field), getattr(defaults, field), (*path, field)
        if isinstance(value, msgspec.Struct):
            yield from _declared(value, default, place)
            continue
        inner, meta = get_args(hint)
        yield Setting(
            name=".".join(place),
            variable="" if isinstance(default, dict) else _variable(place),
            value=HIDDEN if isinstance(value, Secret) else value,
            default=default,
            help=meta.description,
            type=inner,
            least=meta.ge if meta.gt is None else meta.gt,
            most=meta.le,
            choices=get_args(inner) if get_origin(inner) is Literal else (),
            takes=_taken(inner, meta),
        )


def _taken(inner: object, meta: Meta) -> str:
    """Return what a setting takes, in words."""
    if meta.extra:
        return str(meta.extra[TAKES])
    if get_origin(inner) is Literal:
        return f"one of {', '.join(get_args(inner))}"
    if get_origin(inner) is tuple:
        return "a list of texts"
    if inner is bool:
        return "true or false"
    if inner is int:
        return f"a whole number from {meta.ge} to {meta.le}"
    if inner is float:
        return (
            f"a number above {meta.gt} and up to {meta.le}"
            if meta.ge is None
            else f"a number from {meta.ge} to {meta.le}"
        )
    return "a text"


def _variable(place: Iterable[str]) -> str:
    return f"{ENVIRONMENT_PREFIX}{'__'.join(place)}".upper()


def load_settings(file: Path | None, environ: Mapping[str, str]) -> Settings:
    """Return the settings that hold.

    Args:
        file: the TOML file; one that is not there sets nothing.
        environ: the environment; a list's items are parted by commas there.

    Raises:
        SettingsError: unknown, out of bounds, or the file is no TOML.
    """
    table = _read_file(file) if file is not None else {}
    for setting in declared_settings(Settings()):
        if (text := environ.get(setting.variable)) is not None:
            is_list = isinstance(setting.default, tuple)
            value = [part.strip() for part in text.split(",") if part.strip()] if is_list else text
            _put(table, setting.name.split("."), value)
    try:
        whole = _over(msgspec.to_builtins(Settings()), table)
        return msgspec.convert(whole, Settings, strict=False, dec_hook=_decoded)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at ")
        name = place.strip("`").removeprefix("$.").partition("[")[0] or None
        takes = {setting.name: setting.takes for setting in declared_settings(Settings())}
        if name in takes:
            raise SettingsError(
                f"the setting {name} takes {takes[name]}", setting=name, expected=takes[name]
            ) from error
        where = f"the setting {name}" if name else "the settings"
        raise SettingsError(
            f"{where} cannot be used: {reason}; see 'refman settings'", setting=name
        ) from error


def _put(table: dict[str, Any], path: list[str], value: object) -> None:
    """Put a value into a tree of tables; what is no table on the way is left to be told."""
    first, *rest = path
    if not rest:
        table[first] = value
    elif isinstance(inside := table.setdefault(first, {}), dict):
        _put(cast("dict[str, Any]", inside), rest, value)


def _over(defaults: dict[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """Return the defaults with the table's values over them, section by section."""
    whole = defaults | table
    for section, inside in defaults.items():
        if isinstance(inside, dict) and isinstance(given := whole[section], dict):
            whole[section] = _over(cast("dict[str, Any]", inside), cast("dict[str, Any]", given))
    return whole


def _read_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"the settings file {file} cannot be read: {error}") from error

"""What a user can set, declared once: name, type, default, bounds, help.

Values come, each over the one before, from the defaults, from ``settings.toml`` in the user's
configuration folder, and from the environment (``REFMAN_CITEKEYS__PATTERN``).
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

import msgspec
from msgspec import Meta

from refman.errors import SettingsError

__all__ = ["Setting", "Settings", "declared_settings", "load_settings"]

ENVIRONMENT_PREFIX = "REFMAN_"


class CitekeySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How citekeys are made."""

    pattern: Annotated[
        str,
        Meta(
            min_length=1,
            description="how a key is made of an entry's parts, e.g. {auth}{year}{word}",
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


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold all settings."""

    citekeys: CitekeySettings = CitekeySettings()
    reading: ReadingSettings = ReadingSettings()
    export: ExportSettings = ExportSettings()


class Setting(NamedTuple):
    """Describe one setting for people.

    Attributes:
        name: dotted, as in the file: ``citekeys.pattern``.
        variable: the environment variable that sets it.
        value: what holds now.
        default: what holds where nobody set it.
        help: what it does, in one sentence.
    """

    name: str
    variable: str
    value: object
    default: object
    help: str


def declared_settings(settings: Settings) -> Iterator[Setting]:
    """Yield every setting that there is, with its value in ``settings``."""
    for section, section_type in get_type_hints(Settings).items():
        defaults = section_type()
        for field, hint in get_type_hints(section_type, include_extras=True).items():
            meta = get_args(hint)[1]
            yield Setting(
                name=f"{section}.{field}",
                variable=f"{ENVIRONMENT_PREFIX}{section}__{field}".upper(),
                value=getattr(getattr(settings, section), field),
                default=getattr(defaults, field),
                help=meta.description,
            )


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
            section, field = setting.name.split(".")
            is_list = isinstance(setting.default, tuple)
            value = [part.strip() for part in text.split(",") if part.strip()] if is_list else text
            if isinstance(of_section := table.setdefault(section, {}), dict):
                of_section[field] = value
    try:
        return msgspec.convert(table, Settings, strict=False)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at ")
        name = place.strip("`").removeprefix("$.") or None
        where = f"the setting {name}" if name else "the settings"
        raise SettingsError(
            f"{where} cannot be used: {reason}; see 'refman settings'", setting=name
        ) from error


def _read_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"the settings file {file} cannot be read: {error}") from error

"""``refman settings``: what can be set, and what holds."""

import typer

from refman.cli.status import Status
from refman.places import settings_file, user_settings
from refman.settings import declared_settings

__all__ = ["settings"]


def settings() -> int:
    """Show every setting, its value, and where to change it."""
    typer.echo(f"file: {settings_file()}")
    for setting in declared_settings(user_settings()):
        typer.echo(f"{setting.name} = {setting.value!r}")
        typer.echo(f"    {setting.help} (default {setting.default!r}; or ${setting.variable})")
    return Status.DONE

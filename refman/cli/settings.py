"""``refman settings``: what can be set, what holds, and setting it; and whom refman asked."""

from collections.abc import Iterable
from typing import Annotated

import typer

from refman.cli.status import Status
from refman.errors import SettingsError
from refman.places import settings_file, user_settings
from refman.settings import Setting, Settings, declared_settings

__all__ = ["settings"]

_WORDS = {"true": True, "false": False, "yes": True, "no": False}


def settings(
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME=VALUE]…",
            help="What to set: web.contact=ada@example.org; nothing behind the = takes it back.",
        ),
    ] = None,
    *,
    hosts: Annotated[
        bool, typer.Option("--hosts", help="Show the hosts that were asked, the last one first.")
    ] = False,
    forget_hosts: Annotated[
        bool, typer.Option("--forget-hosts", help="Forget the hosts that were asked.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON; with --hosts.")] = False,
) -> int:
    """Show every setting, its value, and where to change it; or set some of them."""
    if json and not hosts:
        raise typer.BadParameter("--json does nothing without --hosts")
    if bool(assignments) + hosts + forget_hosts > 1:
        raise typer.BadParameter("give one of NAME=VALUE, --hosts and --forget-hosts")
    if hosts or forget_hosts:
        # Slow to import, and the other commands need it not.
        from refman.cli.asked_hosts import forget_asked, show_asked

        return show_asked(json=json) if hosts else forget_asked()
    if assignments:
        _set(assignments)
        return Status.DONE
    typer.echo(f"file: {settings_file()}")
    for setting in declared_settings(user_settings()):
        typer.echo(f"{setting.name} = {setting.value!r}")
        variable = f"; or ${setting.variable}" if setting.variable else ""
        typer.echo(f"    {setting.help} (default {setting.default!r}{variable})")
    return Status.DONE


def _set(assignments: Iterable[str]) -> None:
    from refman.preferences import set_values

    known = {setting.name: setting for setting in declared_settings(Settings())}
    values: dict[str, object] = {}
    for text in assignments:
        name, equals, value = text.partition("=")
        if not equals:
            raise SettingsError(f"{text} sets nothing: write NAME=VALUE", setting=name)
        values[name] = _value(known.get(name), value)
    set_values(settings_file(), values)
    for name, given in values.items():
        typer.echo(f"{name} has its default again" if given is None else f"{name} is set")


def _value(setting: Setting | None, text: str) -> object:
    """Return a value as its setting has it; one that is none of its type is told when it is set."""
    if not text or setting is None:
        return None if setting is not None else text
    if isinstance(setting.default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if isinstance(setting.default, dict):
        raise SettingsError(
            f"{setting.name} is a table: write it into {settings_file()}", setting=setting.name
        )
    if isinstance(setting.default, bool):
        return _WORDS.get(text.lower(), text)
    if isinstance(setting.default, (int, float)):
        try:
            return type(setting.default)(text)
        except ValueError:
            return text
    return text

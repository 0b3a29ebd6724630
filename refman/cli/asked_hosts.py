"""The work of ``refman settings --hosts``: whom refman asked, as this computer keeps it."""

import msgspec
import typer

from refman.cli.output import write_json
from refman.cli.status import Status
from refman.moments import shown_moment
from refman.web.contacts import contacts_file, forget_contacts, read_contacts

__all__ = ["forget_asked", "show_asked"]


def show_asked(*, json: bool) -> int:
    """Print the hosts that were asked, the last one first, and return the status."""
    found = read_contacts(contacts_file())
    if json:
        write_json(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    elif not found:
        typer.echo("refman: nobody was asked yet", err=True)
    for contact in found if not json else ():
        typer.echo(f"{shown_moment(contact.last)}  {contact.host}")
    return Status.DONE if found else Status.NOTHING_FOUND


def forget_asked() -> int:
    """Forget the hosts that were asked, and return the status."""
    forget_contacts(contacts_file())
    typer.echo("the hosts that were asked are forgotten")
    return Status.DONE

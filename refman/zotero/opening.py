"""The way into Zotero that the user wants, or the best that there is."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from refman.errors import AnswerError
from refman.progress import CancelToken
from refman.settings import Settings
from refman.zotero.connector import Connector
from refman.zotero.local_api import LocalApi
from refman.zotero.records import Via, Way
from refman.zotero.running import Running
from refman.zotero.web_api import WebApi

__all__ = ["open_way"]

_ASKING = 'Zotero asks whether refman may write: choose "Always Allow" in its window'


@contextmanager
def open_way(
    settings: Settings,
    via: Via | None,
    *,
    cancel: CancelToken,
    folder: Path | None,
    told: Callable[[str], None],
    waiting: Callable[[str, float], None],
) -> Generator[Way]:
    """Hold a way into Zotero open.

    Args:
        settings: the port, the key, and how long to wait.
        via: the way; None for the running Zotero as it is reached best.
        cancel: stops a question within half a second.
        folder: in which files lie that are named without one.
        told: takes what Zotero's user is asked, and an empty text when it is over.
        waiting: is told who is waited for, and for how many seconds yet.

    Raises:
        SettingsError: there is no key for the library on the web.
        WebError: nobody answers, or not as is needed; the message says what to do.
        Cancelled: the user stopped it.
    """

    def asking() -> None:
        told(_ASKING)

    def local() -> LocalApi:
        return LocalApi(settings, cancel, folder=folder, asking=asking, waiting=waiting)

    def connector() -> Connector:
        return Connector(settings, cancel, folder=folder)

    way: Way
    match via:
        case Via.WEB:
            way = WebApi(settings, cancel, folder=folder, waiting=waiting)
        case Via.CONNECTOR:
            way = connector()
        case Via.LOCAL:
            way = local()
        case _:
            try:
                found: LocalApi | AnswerError = local()
            except AnswerError as error:  # somebody is there: the other door may be open
                found = error
            try:
                way = Running(found, connector, told)
            except BaseException:
                if isinstance(found, LocalApi):
                    found.close()
                raise
    try:
        yield way
    finally:
        way.close()

"""The errors that refman raises on purpose.

Everything derives from RefmanError, so that a caller can tell a fault of the input from a fault
of the program:

    RefmanError
    ├── InputError          something to read cannot be read (attributes: source)
    ├── OutputError         something to write cannot be written (attributes: target)
    ├── FormatError         no such format or reader, or one that cannot do what was asked
    ├── QueryError          a query means nothing (attributes: start, end)
    ├── EditError           a field cannot be set to what was given (attributes: field)
    ├── SettingsError       a setting is out of its bounds or unknown (setting, expected)
    ├── ResourceError       a file that belongs to refman is missing or wrong (attributes: resource)
    ├── WebError            no answer of the web can be used (attributes: source, url, status, why)
    │   ├── AddressError        an address that is not asked: private, or not of the web
    │   ├── UnreachableError    no answer: no such host, no connection, no certificate, too slow
    │   ├── AnswerError         an answer that is refused, empty, too large or of another kind
    │   ├── OfflineError        the web is switched off, and the cache does not hold it
    │   └── SourceAside         a source that is not asked any more in this run; no new fault
    ├── LibraryError        a library cannot be used, and is as it was (attributes: library)
    │   ├── NotALibraryError    the file is something else
    │   ├── NewerLibraryError   it was written by a later refman
    │   ├── DamagedLibraryError it, or a part of it, cannot be read
    │   ├── LockedLibraryError  another program is writing, or holds the file
    │   ├── ReadOnlyLibraryError it, or its folder, may not be written
    │   ├── FullDiskError       there is no room for the change
    │   ├── ConflictError       what was to be changed has been changed meanwhile
    │   └── ReplacedLibraryError another file, or none, is where it was opened
    └── Cancelled           the user stopped the work; not a fault

A message is one line for people: what failed, on what, what to do next. Facts for programs are
attributes.
"""

__all__ = [
    "AddressError",
    "AnswerError",
    "Cancelled",
    "ConflictError",
    "DamagedLibraryError",
    "EditError",
    "FormatError",
    "FullDiskError",
    "InputError",
    "LibraryError",
    "LockedLibraryError",
    "NewerLibraryError",
    "NotALibraryError",
    "OfflineError",
    "OutputError",
    "QueryError",
    "ReadOnlyLibraryError",
    "RefmanError",
    "ReplacedLibraryError",
    "ResourceError",
    "SettingsError",
    "SourceAside",
    "UnreachableError",
    "WebError",
]


class RefmanError(Exception):
    """Stand at the root of all deliberate errors."""


class InputError(RefmanError):
    """Say that an input cannot be read.

    Attributes:
        source: the name of the input, as the user gave it.
    """

    def __init__(self, message: str, *, source: str) -> None:
        super().__init__(message)
        self.source = source


class OutputError(RefmanError):
    """Say that an output cannot be written.

    Attributes:
        target: the name of the output, as the user gave it.
    """

    def __init__(self, message: str, *, target: str) -> None:
        super().__init__(message)
        self.target = target


class FormatError(RefmanError):
    """Say that a format or reader is unknown, or cannot do what was asked of it."""


class QueryError(RefmanError):
    """Say that a query means nothing.

    Attributes:
        start: where the word stands in the query that is wrong, counted in characters.
        end: where it ends, not included.
    """

    def __init__(self, message: str, *, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class EditError(RefmanError):
    """Say that a field cannot be set to what was given.

    Attributes:
        field: its name, as the user gave it.
        why: the message without the field and the value; None where it has them not in front.
    """

    def __init__(self, message: str, *, field: str, why: str | None = None) -> None:
        super().__init__(message)
        self.field = field
        self.why = why


class SettingsError(RefmanError):
    """Say that a setting is unknown or out of its bounds.

    Attributes:
        setting: the dotted name of the setting, or None where the whole file is wrong.
        expected: what it takes, in words; None where the message says more than that.
    """

    def __init__(
        self, message: str, *, setting: str | None = None, expected: str | None = None
    ) -> None:
        super().__init__(message)
        self.setting = setting
        self.expected = expected


class ResourceError(RefmanError):
    """Say that a file that belongs to refman is missing or wrong.

    Attributes:
        resource: its path below the resource root.
    """

    def __init__(self, message: str, *, resource: str) -> None:
        super().__init__(message)
        self.resource = resource


class WebError(RefmanError):
    """Say that the web gave no answer that can be used.

    Attributes:
        source: the service that was to be asked, or the host where it is none of ours.
        url: the address, without keys.
        status: that a service answered with, where that is what is wrong.
        why: a clause of which the host is the subject, "refuses connections"; None where it is the
            address that cannot be asked.
    """

    def __init__(
        self,
        message: str,
        *,
        source: str,
        url: str,
        status: int | None = None,
        why: str | None = None,
    ) -> None:
        super().__init__(message)
        self.source = source
        self.url = url
        self.status = status
        self.why = why


class AddressError(WebError):
    """Say that an address is not asked: it leads into a private network, or is none of the web."""


class UnreachableError(WebError):
    """Say that no answer came: no such host, no connection, no valid certificate, or too slow."""


class AnswerError(WebError):
    """Say that an answer came that cannot be used: refused, empty, too large, of another kind."""


class OfflineError(WebError):
    """Say that the web is switched off and the cache does not hold the answer."""


class SourceAside(WebError):  # noqa: N818 - no new fault, see the tree above
    """Say that a source was set aside in this run; the others go on."""


class LibraryError(RefmanError):
    """Say that a library cannot be used as was asked; its file is as it was before.

    Attributes:
        library: the file's name, as the user gave it.
    """

    def __init__(self, message: str, *, library: str) -> None:
        super().__init__(message)
        self.library = library


class NotALibraryError(LibraryError):
    """Say that a file is no library, but something else."""


class NewerLibraryError(LibraryError):
    """Say that a library was written by a later refman than this."""


class DamagedLibraryError(LibraryError):
    """Say that a library, or a part of it, cannot be read."""


class LockedLibraryError(LibraryError):
    """Say that another program is writing into a library, or holds it."""


class ReadOnlyLibraryError(LibraryError):
    """Say that a library, or the folder that it lies in, may not be written."""


class FullDiskError(LibraryError):
    """Say that there is no room for a change on a library's disk."""


class ConflictError(LibraryError):
    """Say that what was to be changed in a library has been changed meanwhile."""


class ReplacedLibraryError(LibraryError):
    """Say that another file lies where a library was opened, or none; nothing was written."""


class Cancelled(RefmanError):  # noqa: N818 - not a fault, see the tree above
    """Say that the user stopped the work."""

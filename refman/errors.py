"""The errors that refman raises on purpose.

Everything derives from RefmanError, so that a caller can tell a fault of the input from a fault
of the program:

    RefmanError
    ├── InputError          something to read cannot be read (attributes: source)
    ├── OutputError         something to write cannot be written (attributes: target)
    ├── FormatError         no such format or reader, or one that cannot do what was asked
    ├── SettingsError       a setting is out of its bounds or unknown (attributes: setting)
    ├── ResourceError       a file that belongs to refman is missing or wrong (attributes: resource)
    ├── WebError            the web gave no answer that can be used (attributes: source, url)
    │   ├── AddressError        an address that is not asked: private, or not of the web
    │   ├── UnreachableError    no answer: no such host, no connection, no certificate, too slow
    │   ├── AnswerError         an answer that is refused, empty, too large or of another kind
    │   ├── OfflineError        the web is switched off, and the cache does not hold it
    │   └── SourceAside         a source that is not asked any more in this run; no new fault
    └── Cancelled           the user stopped the work; not a fault

A message is one line for people: what failed, on what, what to do next. Facts for programs are
attributes.
"""

__all__ = [
    "AddressError",
    "AnswerError",
    "Cancelled",
    "FormatError",
    "InputError",
    "OfflineError",
    "OutputError",
    "RefmanError",
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


class SettingsError(RefmanError):
    """Say that a setting is unknown or out of its bounds.

    Attributes:
        setting: the dotted name of the setting, or None where the whole file is wrong.
    """

    def __init__(self, message: str, *, setting: str | None = None) -> None:
        super().__init__(message)
        self.setting = setting


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
    """

    def __init__(self, message: str, *, source: str, url: str) -> None:
        super().__init__(message)
        self.source = source
        self.url = url


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


class Cancelled(RefmanError):  # noqa: N818 - not a fault, see the tree above
    """Say that the user stopped the work."""

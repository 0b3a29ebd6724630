"""Keys kept out of the cache, of messages and of logs."""

import logging
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

__all__ = ["RedactingFilter", "Redaction", "is_secret_header", "is_secret_parameter"]

SHOWN = "***"

_HEADER = re.compile(r"auth|cookie|key|token|secret|password|session", re.IGNORECASE)

# The e-mail address is no key, but it is the user's: "mailto=" of Crossref and OpenAlex.
_NAME = (
    r"(?:[a-z0-9.-]*[_.-])?"
    r"(?:api-?key|key|token|auth|sig|signature|secret|password|passwd|mailto|email)"
)
_PARAMETER_NAME = re.compile(_NAME, re.IGNORECASE)
_PARAMETER = re.compile(rf"(?<=[?&;])({_NAME}=)[^&;#\s]+", re.IGNORECASE)
# Of a whole address: one that stands in another's path may be what tells this from others.
_USER = re.compile(r"(?<![^\s\"'(<])(https?://)[^/?#\s]*@", re.IGNORECASE)


def is_secret_header(name: str) -> bool:
    """Tell by its name whether a header may hold a key."""
    return _HEADER.search(name) is not None


def is_secret_parameter(name: str) -> bool:
    """Tell by its name whether a parameter of an address may hold a key or the user's address."""
    return _PARAMETER_NAME.fullmatch(name) is not None


class Redaction:
    """Take keys out of text: those that are known, and whatever an address calls a key.

    The user's name and password in an address are such too.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = tuple(key for key in keys if key)
        self._known = _one_of(self._keys)

    def learn(self, key: str) -> None:
        """Take one more key out from now on: one that a service gave in the middle."""
        self._keys = (*self._keys, key)
        self._known = _one_of(self._keys)

    def holds_key(self, text: str) -> bool:
        """Tell whether one of the known keys stands in a text."""
        return self._known is not None and self._known.search(text) is not None

    def __call__(self, text: str) -> str:
        """Return the text without keys."""
        if self._known is not None:
            text = self._known.sub(SHOWN, text)
        return _USER.sub(rf"\g<1>{SHOWN}@", _PARAMETER.sub(rf"\g<1>{SHOWN}", text))


def _one_of(keys: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = {form for key in keys for form in (key, quote(key, safe=""), quote_plus(key))}
    # the longest first: one key may be the beginning of another
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


class RedactingFilter(logging.Filter):
    """Take keys out of what a library logs: urllib3 logs whole addresses at level debug."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__()
        self._redaction = redaction

    def filter(self, record: logging.LogRecord) -> bool:
        """Write the record's message out, without keys, and let it pass."""
        record.msg, record.args = self._redaction(record.getMessage()), None
        record.exc_info = record.exc_text = None
        return True

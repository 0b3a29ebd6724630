"""The web, asked politely: cached, limited, retried, guarded, and stopped at once if need be.

``open_web`` makes the client that asks; everything else here is light to import.
"""

from refman.web.answer import Answer, Expects, Request, Web
from refman.web.opening import open_web

__all__ = ["Answer", "Expects", "Request", "Web", "open_web"]

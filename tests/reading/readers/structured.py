"""The readers of structured listings, each with its samples."""

from pathlib import Path

from refman.reading.reader import Reader
from refman.reading.readers.arxiv_digest import ARXIV_DIGEST
from refman.reading.readers.arxiv_html import ARXIV_HTML
from refman.reading.readers.feed import FEED
from refman.reading.readers.hf_json import HF_JSON
from refman.reading.readers.scholar_alert import SCHOLAR_ALERT
from tests.reading.readers.recorded import samples

OWN: dict[str, tuple[Reader, list[Path]]] = {
    "arxiv_digest": (ARXIV_DIGEST, samples("arxiv", ".txt", ".eml", ".mbox")),
    "arxiv_html": (ARXIV_HTML, samples("arxiv", ".html")),
    "feed": (FEED, samples("feed", ".xml")),
    "hf_json": (HF_JSON, samples("hf", ".json", ".jsonl", ".html")),
    "scholar_alert": (SCHOLAR_ALERT, samples("scholar", ".html", ".eml")),
}
READERS = [reader for reader, _ in OWN.values()]
CASES = [(reader, path) for reader, paths in OWN.values() for path in paths]

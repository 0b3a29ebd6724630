"""Lists in Markdown: every layout a file, what holds for all, and what nothing may break."""

import tomllib
from pathlib import Path

import pytest

from refman.model import Draft
from refman.reading.document import Document
from refman.reading.readers.markdown_list import MARKDOWN_LIST

DATA = Path(__file__).resolve().parents[2] / "data" / "reading" / "markdown"
LAYOUTS = sorted(DATA.glob("*.md"))


def read(text):
    return list(MARKDOWN_LIST.read(Document(source="list.md", text=text)))


def told(draft, asked):
    """Return of a draft what a row of the expectations asks."""
    arxiv = draft.identifiers.arxiv
    everything = {
        "title": draft.title,
        "links": [[link.url, link.kind.value] for link in draft.links],
        "authors": list(draft.authors),
        "issued": draft.issued and str(draft.issued),
        "abstract": draft.abstract,
        "arxiv": arxiv and arxiv.id,
        "openreview": draft.identifiers.openreview,
    }
    return {name: everything[name] for name in asked}


@pytest.mark.parametrize("file", LAYOUTS, ids=lambda file: file.stem)
def test_each_layout_gives_its_papers(file):
    expected = tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))["papers"]
    drafts = [piece for piece in read(file.read_text(encoding="utf-8")) if isinstance(piece, Draft)]
    found = [told(draft, asked) for draft, asked in zip(drafts, expected, strict=False)] + [
        draft.title for draft in drafts[len(expected) :]
    ]
    assert found == expected

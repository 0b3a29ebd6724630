"""arXiv's digests: what the samples do not show."""

import pytest

from refman.model import Draft
from refman.reading.readers.arxiv_digest import ARXIV_DIGEST
from tests.reading.readers.recorded import read_text

ENTRY = """\\\\
arXiv:2506.00411
Date: Sat, 31 May 2025 09:12:44 GMT   (812kb,D)

Title: LampNet
Authors: Ann Wick
Categories: cs.CV
\\\\
  We read lamps.
\\\\ ( https://arxiv.org/abs/2506.00411 ,  812kb)
"""


def drafts(text):
    return [piece for piece in read_text(ARXIV_DIGEST, text) if isinstance(piece, Draft)]


def test_entry_without_its_first_fence_is_read():
    (draft,) = drafts(ENTRY.removeprefix("\\\\\n"))
    assert draft.title == "LampNet"
    assert draft.abstract == "We read lamps."


def test_span_of_the_abstract_is_that_of_its_words():
    (draft,) = drafts(ENTRY)
    assert ENTRY[draft.abstract_span.start : draft.abstract_span.end].strip() == "We read lamps."


@pytest.mark.parametrize(
    "title", ["A study: of lamps", "On arXiv: a lamp", "Why \\\\ breaks lines"]
)
def test_title_may_hold_what_looks_like_a_label(title):
    (draft,) = drafts(ENTRY.replace("LampNet", title))
    assert draft.title == title


def test_address_broken_over_lines_is_one():
    wrapped = "We read lamps: https://github.com/wick-lab/lampnet-of-\nall-lamps now."
    (draft,) = drafts(ENTRY.replace("We read lamps.", wrapped))
    assert draft.links[0].url == "https://github.com/wick-lab/lampnet-of-all-lamps"


def test_own_page_stands_once_and_alone():
    named = "We read lamps, as https://arxiv.org/abs/2506.00411 says."
    (draft,) = drafts(ENTRY.replace("We read lamps.", named))
    assert [link.url for link in draft.links] == ["https://arxiv.org/abs/2506.00411"]
    (draft,) = drafts(ENTRY)
    assert draft.links[0].evidence is None


@pytest.mark.parametrize("label", ["arXiv", "Paper"])
def test_number_that_is_none_leaves_a_paper_without_identifier(label):
    (draft,) = drafts(ENTRY.replace("arXiv:2506.00411", f"{label}: to-be-numbered"))
    assert draft.identifiers.arxiv is None
    assert draft.confidence < 0.99

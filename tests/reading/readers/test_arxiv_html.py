"""arXiv's pages: what the samples do not show."""

import pytest

from refman.model import Draft
from refman.reading.readers.arxiv_html import ARXIV_HTML
from tests.reading.readers.recorded import read_text

HEAD = "<dt><a href='/abs/2506.00411'>arXiv:2506.00411</a></dt>"
TITLE = "<div class='list-title'><span class='descriptor'>Title:</span> Lamps</div>"


def drafts(text):
    return [piece for piece in read_text(ARXIV_HTML, text) if isinstance(piece, Draft)]


@pytest.mark.parametrize(
    "page",
    [
        f"<dl>{HEAD}<dd>no title</dd></dl>",
        f"<dl>{HEAD}<dd><div class='list-title'>Title: </div></dd></dl>",
        f"<dl><dt><a>no address</a></dt><dd>{TITLE}</dd></dl>",
        f"<dl><dt><a href='/pdf/2506.00411'>pdf</a></dt><dd>{TITLE}</dd></dl>",
        f"<dl>{HEAD}<p>{TITLE}</p></dl>",
        f"<dl>{HEAD}",
    ],
)
def test_item_that_is_not_whole_is_no_paper(page):
    assert drafts(page) == []


def test_list_inside_an_item_is_a_part_of_it():
    page = f"<dl>{HEAD}<dd>{TITLE}<div><dl>{HEAD}<dd>{TITLE}</dd></dl></div></dd></dl>"
    assert len(drafts(page)) == 1


def test_paper_may_have_neither_authors_nor_subjects_nor_abstract():
    (draft,) = drafts(f"<dl>{HEAD}<dd>{TITLE}</dd></dl>")
    assert (draft.authors, draft.abstract) == ((), None)
    assert draft.identifiers.arxiv.primary_class is None


def test_authors_without_addresses_are_cut_from_the_text():
    (draft,) = drafts(
        f"<dl>{HEAD}<dd>{TITLE}<p class='list-authors'>Authors: A. Wick and B. Glim</p></dd></dl>"
    )
    assert draft.authors == ("A. Wick", "B. Glim")


def test_address_shown_as_this_url_stands_in_the_abstract():
    (draft,) = drafts(
        f"<dl>{HEAD}<dd>{TITLE}<p>Code: <a href='https://github.com/wick/lamp'>this https URL</a>, "
        "and <a>this http URL</a>, <a href='https://lamps.example'>a lamp</a>.</p></dd></dl>"
    )
    assert draft.abstract == "Code: https://github.com/wick/lamp, and this http URL, a lamp."
    assert [link.url for link in draft.links][1:] == ["https://github.com/wick/lamp"]


def test_first_paragraph_with_words_is_the_abstract():
    (draft,) = drafts(f"<dl>{HEAD}<dd>{TITLE}<p> </p><p>Abstract: Lamps are read.</p></dd></dl>")
    assert draft.abstract == "Lamps are read."


def test_number_that_is_none_leaves_a_paper_without_identifier():
    (draft,) = drafts(f"<dl>{HEAD.replace('2506.00411', 'to-be-numbered')}<dd>{TITLE}</dd></dl>")
    assert draft.identifiers.arxiv is None
    assert draft.confidence < 0.99

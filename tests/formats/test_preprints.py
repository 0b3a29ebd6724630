import msgspec
import pytest

from refman.formats.preprints import completed
from refman.model import Arxiv, ArxivId, Doi, Entry, Identifiers, ItemType
from tests.formats.entries import FULL

ON_ARXIV = Entry(identifiers=Identifiers(arxiv=Arxiv(ArxivId("2506.12345"))))


def test_an_arxiv_number_tells_the_rest():
    entry = completed(ON_ARXIV)
    assert (entry.genre, entry.publisher, entry.number, entry.source, entry.url) == (
        "preprint",
        "arXiv",
        "arXiv:2506.12345",
        "arXiv.org",
        "https://arxiv.org/abs/2506.12345",
    )
    assert entry.identifiers.doi == "10.48550/arXiv.2506.12345"


def test_what_it_says_of_itself_stays():
    assert completed(FULL) == FULL
    own = msgspec.structs.replace(ON_ARXIV, identifiers=Identifiers(
        doi=Doi("10.1234/x"), arxiv=ON_ARXIV.identifiers.arxiv))  # fmt: skip
    assert completed(own).identifiers.doi == "10.1234/x"


def test_a_preprint_elsewhere_is_one_still():
    assert completed(Entry(title="Taper")) == Entry(title="Taper", genre="preprint")
    assert completed(Entry(genre="draft")).genre == "draft"


@pytest.mark.parametrize(
    "item_type", [type_ for type_ in ItemType if type_ is not ItemType.ARTICLE]
)
def test_a_published_paper_does_not_get_its_preprints_doi(item_type):
    published = msgspec.structs.replace(ON_ARXIV, type=item_type)
    assert completed(published) is published

"""The seed and the dev listings: what their truths say of links."""

import json
from collections import Counter

import pytest

from refman.links import links_in, url_key
from refman.model import Span

pytestmark = pytest.mark.corpus


def truth(path):
    return json.loads(path.read_text(encoding="utf-8"))["papers"]


def seed_papers(corpus):
    """Yield the links found in each paper of the seed, and those that its truth has."""
    text = next((corpus / "seed").glob("*.txt")).read_text(encoding="utf-8")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for paper in truth(corpus / "seed" / "truth.json"):
        span = Span(starts[paper["title_line"] - 1], starts[paper["abstract_line"]])
        yield links_in(text, span), paper["links"]


def test_the_seed_has_its_links_and_no_others(corpus):
    count = 0
    for found, expected in seed_papers(corpus):
        assert {link.url for link in found} == {link["url"] for link in expected}
        count += len(found)
    assert count == 29


def test_the_seeds_links_are_of_their_kinds(corpus):
    for found, expected in seed_papers(corpus):
        kinds = {link["url"]: link["kind"] for link in expected}
        assert {link.url: link.kind.value for link in found} == kinds


def test_the_seeds_sentences_are_understood(corpus):
    right = 0
    for found, expected in seed_papers(corpus):
        wanted = {link["url"]: link for link in expected}
        for link in found:
            assert link.evidence == wanted[link.url]["sentence"]
            right += {role.value for role in link.roles} == set(
                wanted[link.url]["kinds"]
            ) and link.promised == wanted[link.url]["promised"]
    assert right >= 27


@pytest.mark.parametrize("kind", ["plain_text", "hf_page_text", "awesome_md"])
def test_listings_have_their_links(corpus, kind):
    hits, found_count, expected_count, kinds = 0, 0, 0, Counter()
    for path in sorted((corpus / "listings" / kind).glob("*.truth.json")):
        text = path.with_name(path.name.removesuffix(".truth.json")).read_text(encoding="utf-8")
        found = {url_key(link.url): link for link in links_in(text)}
        expected = {url_key(link["url"]): link for paper in truth(path) for link in paper["links"]}
        both = found.keys() & expected.keys()
        hits += len(both)
        found_count += len(found)
        expected_count += len(expected)
        kinds.update(found[key].kind.value == expected[key]["kind"] for key in both)
    assert expected_count
    assert 2 * hits / (found_count + expected_count) >= 0.98
    # The Markdown lists' truth takes the label for the kind, of a paper or a page's part too.
    assert kinds[False] <= (4 if kind == "awesome_md" else 0)

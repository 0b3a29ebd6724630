import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.links import classify, find_links
from refman.links.classify import classify_each
from refman.model import LinkKind, Span
from tests.links.cases import cases

TEXTS = st.lists(
    st.sampled_from(
        ["Code", "and", "for", "videos", ",", ".", "at", "our", "page", "will be released"]
    )
    | st.sampled_from(["https://a.example.org/x", "github.com/example-lab/quays", "\n", "(", ")"]),
    max_size=20,
).map(" ".join)


def told(link):
    return " ".join([*(role.value for role in link.roles), *(["promised"] * link.promised)])


@pytest.mark.parametrize("case", cases("sentences.toml"))
def test_sentences_say_what_is_there(case):
    text = case["text"]
    links = [classify(link, text) for link in find_links(text)]
    assert [told(link) for link in links] == case["links"]
    assert all(link.kind is link.roles[0] for link in links)
    if "evidence" in case:
        assert [link.evidence or False for link in links] == case["evidence"]


@given(TEXTS)
def test_one_by_one_or_all_at_once(text):
    links = find_links(text)
    whole = Span(0, len(text))
    assert classify_each(links, text, whole) == [classify(link, text) for link in links]


@given(TEXTS)
def test_what_was_found_stays_and_roles_are_told_once(text):
    for link in find_links(text):
        told_link = classify(link, text)
        assert (told_link.url, told_link.raw_url, told_link.span) == (
            link.url,
            link.raw_url,
            link.span,
        )
        assert told_link.kind is told_link.roles[0]
        assert len(set(told_link.roles)) == len(told_link.roles)


def test_words_beyond_the_paper_do_not_count():
    text = "The code, data and videos https://quays.example.org/a and models"
    link = find_links(text)[0]
    within = Span(text.index("videos"), link.span.end)
    assert classify(link, text, within).roles == (LinkKind.VIDEO,)
    assert classify(link, text, within).evidence == "videos https://quays.example.org/a"


def test_evidence_is_on_one_line():
    text = "The code\n  is\tat\nhttps://github.com/example-lab/quays"
    assert classify(find_links(text)[0], text).evidence == (
        "The code is at https://github.com/example-lab/quays"
    )


def test_of_very_many_mirrors_only_the_first_inherit_the_words():
    text = "Data: " + " and ".join(f"https://a.io/{place}" for place in range(12))
    kinds = [link.kind for link in classify_each(find_links(text), text, Span(0, len(text)))]
    assert kinds == [LinkKind.DATASET] * 9 + [LinkKind.PROJECT] * 3

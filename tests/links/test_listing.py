from refman.links import links_in
from refman.model import LinkKind, Span

CODE, DATASET, VIDEO, PROJECT = (
    LinkKind.CODE,
    LinkKind.DATASET,
    LinkKind.VIDEO,
    LinkKind.PROJECT,
)


def test_an_address_that_stands_twice_is_one_link_with_the_roles_of_both():
    text = (
        "https://quays.example.org/a\n\n"
        "The code is at https://github.com/example-lab/quays. "
        "Data will be released at http://www.github.com/example-lab/quays/. "
        "Videos are on our page https://quays.example.org/a."
    )
    page, code = links_in(text)
    assert page.span == Span(0, 27)
    assert page.roles == (PROJECT, VIDEO)
    assert page.evidence == "Videos are on our page https://quays.example.org/a."
    assert code.url == "https://github.com/example-lab/quays"
    assert code.roles == (CODE, DATASET)
    assert code.evidence == "The code is at https://github.com/example-lab/quays."
    assert not code.promised


def test_it_is_promised_where_all_say_so():
    text = "Code will be at x. Code will be released at {0}. We will release data at {0}."
    (link,) = links_in(text.format("https://github.com/example-lab/quays"))
    assert link.promised
    assert link.roles == (CODE, DATASET)


def test_the_pages_own_addresses_are_left_out():
    text = (
        "https://huggingface.co/login?next=%2Fpapers\n\n"
        "Quays\n\nhttps://huggingface.co/papers/2501.01234\n\n"
        "Models are at https://huggingface.co/example-lab.\n\n"
        "https://huggingface.co/example-harbour\n\n"
        "https://huggingface.co/papers/2501.01234#community\n"
    )
    assert [link.url for link in links_in(text)] == [
        "https://huggingface.co/papers/2501.01234",
        "https://huggingface.co/example-lab",
    ]


def test_only_the_span_is_looked_at():
    text = "Code: https://a.example.org/x Code: https://b.example.org/y"
    (link,) = links_in(text, Span(30, len(text)))
    assert link.raw_url == text[link.span.start : link.span.end] == "https://b.example.org/y"
    assert link.evidence == "Code: https://b.example.org/y"
    assert links_in("") == ()

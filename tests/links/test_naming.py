import re

import pytest

from refman import resources
from refman.links.naming import name_roles
from refman.links.rules import TABLE, grammar, phrases
from refman.model import LinkKind

CODE, MODEL, VIDEO, DEMO, PROJECT = (
    LinkKind.CODE,
    LinkKind.MODEL,
    LinkKind.VIDEO,
    LinkKind.DEMO,
    LinkKind.PROJECT,
)
ROLES = [
    (word, LinkKind(kind))
    for kind, words in resources.read_table(TABLE)["roles"].items()
    for word in words
]
LABELS = [
    (word, LinkKind(kind))
    for kind, words in resources.read_table(TABLE)["labels"].items()
    for word in words
]
PROMISES = [
    "It will be made available at ",
    "It will become public at ",
    "We plan to release it at ",
    "It is coming soon at ",
    "It is soon to be seen, soon on ",
    "It is to appear at ",
    "Under construction: ",
    "Stay tuned: ",
    "In the near future it goes to ",
    "Upon acceptance it goes to ",
    "As soon as the paper is accepted it goes to ",
]


def roles(before, behind="."):
    return name_roles([before, behind], 0).roles


def promised(before, behind="."):
    return name_roles([before, behind], 0).is_promised


@pytest.mark.parametrize(("word", "kind"), ROLES)
def test_every_word_names_its_role(word, kind):
    assert roles(f"Our new {word} is available at ") == (kind,)
    plural = next(
        form for form in (f"{word[:-1]}ies", f"{word}s") if form.replace("-", " ") in phrases()
    )
    assert roles(f"In this harbour all {plural} can be found at ") == (kind,)


@pytest.mark.parametrize(("word", "kind"), LABELS)
def test_every_label_names_its_role_in_a_label_only(word, kind):
    assert roles(f"{word.title()}: ") == (kind,)
    assert roles(f"[{word}](") == (kind,)
    assert roles(f"Beside the old {word} it can be found at ") == ()


@pytest.mark.parametrize("word", sorted({*grammar().followers, *grammar().verbs, "named"}))
def test_behind_every_follower_a_noun_stands_for_itself(word):
    assert roles(f"In this harbour the code {word} ") == (CODE,)
    assert roles("In this harbour the code harbours ") == ()


@pytest.mark.parametrize("word", sorted(grammar().owners))
def test_behind_every_owner_a_noun_is_anothers(word):
    assert roles(f"In this harbour a live demo {word} our model is at ") == (DEMO,)


@pytest.mark.parametrize("word", sorted(grammar().collections))
def test_a_collection_owns_nothing(word):
    assert roles(f"In this harbour {word} of our videos is at ")[-1] is VIDEO


@pytest.mark.parametrize("word", sorted(grammar().purposes))
def test_behind_every_purpose_a_noun_is_anothers_if_one_came_before(word):
    assert roles(f"In this harbour the code {word} our model is at ") == (CODE,)
    assert roles(f"In this harbour our page {word} videos is ") == (PROJECT, VIDEO)


@pytest.mark.parametrize("word", sorted(grammar().places))
def test_in_every_place_a_noun_is_elsewhere_if_another_part_follows(word):
    assert roles(f"Harbours {word} large models, and code is at ") == (CODE,)


@pytest.mark.parametrize("word", sorted(grammar().givers))
def test_every_giver_gives_what_follows_it(word):
    assert roles(f"Large models {word} code at ") == (CODE,)


@pytest.mark.parametrize("word", sorted(grammar().participles))
def test_every_participle_gives_too_but_not_behind_a_passive(word):
    assert roles(f"All models shall {word} code at ") == (CODE,)
    for passive in grammar().passives:
        assert roles(f"Many models {passive} {word} with code at ")[-1] is CODE
    assert roles(f"The models were {word} with code at ") == (MODEL, CODE)


@pytest.mark.parametrize("word", sorted(grammar().verbs))
def test_every_verb_makes_a_clause_of_its_own(word):
    assert roles(f"The model {word} green, and the code at ") == (CODE,)


@pytest.mark.parametrize("word", grammar().openers)
def test_every_opener_leads_to_what_is_there(word):
    assert roles("", f" {word} videos and code.") == (VIDEO, CODE)
    assert roles("", f" harbour {word} videos and code.") == ()


@pytest.mark.parametrize("row", [*grammar().promises, *grammar().conditions])
def test_every_promise_is_seen_in_a_sentence(row):
    pattern = re.compile(row.replace("{adverbs}", grammar().adverbs), re.IGNORECASE)
    fitting = [sentence for sentence in PROMISES if pattern.search(sentence)]
    assert fitting
    assert all(promised(sentence) for sentence in fitting)


@pytest.mark.parametrize(
    "before",
    [
        "The code is available at ",
        "We will see that the code is at ",
        "We have made all code available at ",
        "It will rain, and the code is at ",
        "Code that would help is released at ",
    ],
)
def test_what_is_there_is_not_promised(before):
    assert not promised(before)


def test_a_gap_is_bounded():
    filler = " ".join(["harbour"] * grammar().longest_gap_words)
    assert roles(f"Models, {filler}, code at ") == (MODEL, CODE)
    assert roles(f"Models, {filler} harbour, code at ") == (CODE,)


def test_a_label_is_bounded():
    filler = " ".join(["harbour"] * (grammar().longest_label_words - 1))
    assert roles(f"{filler} GitHub: ") == (CODE,)
    assert roles(f"{filler} harbour GitHub: ") == ()

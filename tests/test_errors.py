import inspect

import pytest

from refman import errors

NAMES = [name for name in errors.__all__ if name != "RefmanError"]


@pytest.mark.parametrize("name", NAMES)
def test_every_error_stands_below_the_root_and_in_the_drawn_tree(name):
    assert issubclass(getattr(errors, name), errors.RefmanError)
    assert name in errors.__doc__


def test_the_tree_names_no_error_that_is_not_there():
    lines = errors.__doc__.splitlines()
    drawn = {
        line.partition("── ")[2].split()[0]: line.index("── ") for line in lines if "── " in line
    }
    assert set(drawn) == set(NAMES)
    parents = {name: getattr(errors, name).__base__.__name__ for name in NAMES}
    assert {name: place == drawn.get(parents[name], 1) + 4 for name, place in drawn.items()} == (
        dict.fromkeys(NAMES, True)
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_are_attributes(name):
    error = getattr(errors, name)
    facts = [
        parameter.name
        for parameter in inspect.signature(error.__init__).parameters.values()
        if parameter.kind is parameter.KEYWORD_ONLY
    ]
    made = error("what failed", **dict.fromkeys(facts, "it"))
    assert str(made) == "what failed"
    assert all(getattr(made, fact) == "it" for fact in facts)
    assert all(fact in errors.__doc__ for fact in facts)

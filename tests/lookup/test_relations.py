from refman.lookup import relations


def test_lines_that_say_something():
    assert relations.noted(
        published_as=["a", "b", "a"], comment="c", preprint=None, corrects=[]
    ) == {
        "published-as": "a, b",
        "comment": "c",
    }


def test_names_are_those_of_the_lines():
    names = [getattr(relations, name) for name in relations.__all__ if name.isupper()]
    lines = relations.noted(**{name.replace("-", "_"): "x" for name in names})
    assert sorted(lines) == sorted(names)

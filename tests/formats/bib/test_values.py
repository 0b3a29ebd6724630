import pytest

from refman.formats.bib.scan import BlockKind, scan
from refman.formats.bib.values import Strings


def value_of(text):
    """The value of the last field of a file, and what is at fault with it."""
    strings, problems = Strings(), []
    for block in scan(text):
        if block.kind is BlockKind.STRING:
            problems += strings.define(text, block)
        for field in block.fields:
            raw = text[field.value_start : field.value_end]
            last = [strings.value(raw, field.value_start, found := []), found]
    return last[0], [
        (text[problem.span.start : problem.span.end], problem.why) for problem in problems + last[1]
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("@misc{k, t = {lamps {of} oil}}", "lamps {of} oil"),
        ('@misc{k, t = "lamps {"}of{"} oil"}', 'lamps {"}of{"} oil'),
        ("@misc{k, t = 2000}", "2000"),
        ("@misc{k, t = }", ""),
        ("@misc{k, t = JAN}", "jan"),
        ('@misc{k, t = jan # "~1"}', "jan~1"),
        ('@string{a = {x # "y"}}@misc{k, t = {#} # a #\n "{#}{"}" # 3}', '#x # "y"{#}{"}3'),
        ("@string{A = {x}}@string{b = a # a}@misc{k, t = B # a}", "xxx"),
        ("@string{a = {x}}@string{a = a # {y}}@misc{k, t = a}", "xy"),
        ("@string{jan = {Lampuary}}@misc{k, t = jan}", "Lampuary"),
        ("@string{a = {}}@misc{k, t = a}", ""),
    ],
)
def test_a_value(text, value):
    assert value_of(text) == (value, [])


def test_a_string_that_is_not_defined_stands_for_itself():
    why = "a string of this name is not defined"
    assert value_of("@misc{k, t = lampj}") == ("lampj", [("lampj", why)])
    assert value_of("@misc{k, t = {x } # lampj}") == ("x lampj", [("lampj", why)])
    assert value_of("@string{a = b}@misc{k, t = a}") == ("b", [("b", why)])


def test_strings_do_not_grow_without_end():
    doubling = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}" for n in range(60))
    value, problems = value_of("@string{a0 = {0123456789}}" + doubling + "@misc{k, t = a60}")
    assert len(value) < 100_000
    assert {why for _, why in problems} == {"the string is too long"}

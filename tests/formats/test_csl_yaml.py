import json

import jsonschema_rs
import pytest
import yaml
from hypothesis import given

from refman.formats.csl_yaml import CSL_YAML
from refman.formats.format import Options
from refman.model import Entry
from tests.formats.entries import sample_entries
from tests.formats.shown import (
    DATA,
    PUBLISHED,
    SHOWN,
    check_expected,
    dumped,
    hostile_entries,
    law,
)

SCHEMA = jsonschema_rs.validator_for(json.loads((DATA / "csl-data.json").read_text()))


def references(*entries):
    return yaml.safe_load(dumped(CSL_YAML, *entries))["references"]


def test_the_whole_file(request):
    text = dumped(CSL_YAML, *SHOWN)
    check_expected("csl/shown.yaml", text, update=request.config.getoption("--update"))


def test_no_entry_is_an_empty_list():
    assert references() == []


def test_the_schema_lets_all_samples_through():
    SCHEMA.validate(references(*sample_entries()))


@law
@given(entry=hostile_entries())
def test_no_text_breaks_the_file(entry):
    read = references(entry, Entry(title="next"))
    SCHEMA.validate(read)
    assert [item.get("title") for item in read[1:]] == ["next"]


@pytest.mark.parametrize("text", ["no", "12", "2019-05-01", "null", "~", "1e3", "0o7", "*x", "- a"])
def test_text_that_looks_like_something_else_stays_text(text):
    assert references(Entry(title=text))[0]["title"] == text


def test_a_piece_an_entry():
    entries = sample_entries()
    assert len(list(CSL_YAML.dump(iter(entries), Options()))) == len(entries) + 1


def test_entries_stream():
    def entries():
        yield PUBLISHED
        pytest.fail("a second entry was asked for before the first was written")

    assert next(CSL_YAML.dump(entries(), Options())).startswith("---\nreferences:\n- id: ")

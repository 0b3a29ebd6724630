import pytest

from refman.formats.crosswalk import rows
from refman.model import ItemType

SECTIONS = (
    "read_crossref_types", "read_datacite_types", "read_dblp_types", "read_openalex_types",
    "read_openreview_types", "read_semantic_scholar_types",
)  # fmt: skip


@pytest.mark.parametrize("section", SECTIONS)
def test_every_row_names_types_that_there_are(section):
    for name, row in rows(section).items():
        assert name == name.casefold()
        assert "type" in row
        assert {ItemType(kind) for kind in row.values()}

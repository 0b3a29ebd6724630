import pytest

from tests.zotero.stand_in import StandIn


@pytest.fixture
def zotero():
    """Start a stand-in for Zotero by its profile: ``zotero("zotero10")``."""
    made = []

    def start(profile: str = "zotero10") -> StandIn:
        made.append(StandIn(profile))
        return made[-1]

    yield start
    for each in made:
        each.close()

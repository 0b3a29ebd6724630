"""Tags and collections found by how they begin."""

from refman.library.completing import collections_begun, tags_begun
from refman.model import Keyword
from tests.library.made import add, opened, paper


def test_what_begins_so_is_found_the_most_used_first(tmp_path):
    tags = (("Lamps", "light"), ("lamps", "Lanterns"), ("Lanterns", "water"), ("lanterns",))
    with opened(tmp_path / "lib.refman") as library:
        library.apply(
            "Add 4 papers",
            add(
                *(
                    paper(at, keywords=tuple(map(Keyword, each)), collections=(f"Lit/{at % 2}",))
                    for at, each in enumerate(tags)
                )
            ),
        )
        with library.reading() as connection:
            assert tags_begun(connection, "LA") == ["Lanterns", "Lamps"]
            assert tags_begun(connection, "la", limit=1) == ["Lanterns"]
            assert tags_begun(connection, "x") == []
            assert collections_begun(connection, "li") == ["Lit/0", "Lit/1"]

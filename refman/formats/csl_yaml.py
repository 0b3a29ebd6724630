"""CSL-YAML, as pandoc takes it beside a document: items of CSL under ``references``.

It holds what CSL-JSON for pandoc does; see ``refman.formats.csl_items``.

Source: pandoc's manual, "Specifying bibliographic data".
"""

from collections.abc import Iterable, Iterator, Mapping

from refman.formats.csl_items import LOST, pandoc_item
from refman.formats.format import Format, Options, Profile
from refman.model import Entry

__all__ = ["CSL_YAML"]


class _CslYaml:
    """Write CSL-YAML."""

    name = "csl_yaml"
    label = "CSL-YAML"
    suffixes: tuple[str, ...] = (".yaml", ".yml")
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what CSL cannot hold."""
        return LOST

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the document's head, and then each item in their order, one a piece."""
        # PyYAML is slow to import, and only this format needs it.
        from refman.formats.foreign.yaml_events import yaml_list_item  # noqa: PLC0415

        opening = "---\nreferences:\n"
        for number, entry in enumerate(entries, 1):
            yield opening + yaml_list_item(pandoc_item(entry, number))
            opening = ""
        yield "---\nreferences: []\n" if opening else "...\n"


CSL_YAML: Format = _CslYaml()

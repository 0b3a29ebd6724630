"""What of an XML record has been read, so that the rest can be kept."""

from collections.abc import Iterator, Set
from xml.etree.ElementTree import Element

from refman.formats.foreign.gathered import Gathered
from refman.formats.foreign.xml_elements import inner_text, local_name

__all__ = ["Unread", "children", "label_of", "text_of"]

_DEEPEST = 12
_TYPE = "type"


class Unread:
    """Note which elements and attributes of a record are read."""

    def __init__(self, root: Element) -> None:
        """Begin with all of a record unread; the root must outlive this."""
        self._root = root
        self._read: set[int] = set()
        self._read_attributes: set[tuple[int, str]] = set()

    def take(self, element: Element) -> str:
        """Return an element's text, which is thereby read."""
        self._read.add(id(element))
        return text_of(element)

    def take_attribute(self, element: Element, name: str) -> str:
        """Return an attribute, which is thereby read; empty where there is none."""
        self._read_attributes.add((id(element), name))
        return (element.get(name) or "").strip()

    def has(self, element: Element) -> bool:
        """Tell whether an element is still unread."""
        return id(element) not in self._read

    def keep_in(self, gathered: Gathered, formal: Set[str]) -> None:
        """Keep what is unread, word for word, by its path: ``titleInfo[alternative]/title``.

        Args:
            gathered: what is read.
            formal: attributes that say how a value is written, not what it is.
        """
        kept: dict[str, list[str]] = {}
        for path, text in self._left(self._root, "", formal, _DEEPEST):
            kept.setdefault(path, []).append(text)
        for path, texts in kept.items():
            gathered.keep(path, "\n".join(texts))

    def _left(
        self, element: Element, path: str, formal: Set[str], deepest: int
    ) -> Iterator[tuple[str, str]]:
        for attribute, value in element.attrib.items():
            name = local_name(attribute)
            is_read = name in formal or (id(element), attribute) in self._read_attributes
            if value.strip() and not is_read:
                yield f"{path}@{name}", value
        if not len(element) or not deepest:
            if (text := text_of(element)) and self.has(element):
                yield path, text
            return
        for words in (element.text, *(child.tail for child in element)):
            if words and words.strip():
                yield path, words.strip()
        for child in element:
            below = label_of(child)
            yield from self._left(child, f"{path}/{below}".lstrip("/"), formal, deepest - 1)


def children(element: Element, name: str) -> list[Element]:
    """Return the elements of a name that stand right below another, in their order."""
    return [child for child in element if local_name(child.tag) == name]


def label_of(element: Element) -> str:
    """Return an element's name, and its type where it has one: ``identifier[isbn]``."""
    kind = (element.get(_TYPE) or "").strip()
    name = local_name(element.tag)
    return f"{name}[{kind}]" if kind else name


def text_of(element: Element) -> str:
    """Return the text of an element, without the blanks round it."""
    return inner_text(element).replace("\r\n", "\n").replace("\r", "\n").strip()

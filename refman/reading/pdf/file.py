"""A PDF opened: its pages' lines, its links, its metadata.

The only module that imports pypdf. It runs in a process of its own (``pdf_worker``), for a PDF may
be made to take all time and all memory. Nothing else of refman imports it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import Any, TypeAlias, TypeVar, cast

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from refman.reading.pdf.content import MOST_ADDRESS, PdfContent, PdfLine, PdfPage
from refman.reading.pdf.facts import facts_of_xmp
from refman.reading.pdf.fragments import IDENTITY, Face, Form, Fragment, Matrix, fragments, times
from refman.reading.pdf.glyphs import glyph_text, is_mathematical
from refman.reading.pdf.lines import Area, lines_of
from refman.reading.pdf.text import text_of

__all__ = ["LockedPdfError", "read_pdf"]

_PAGES_OF_TEXT = 3
_PAGES_OF_LINKS = 20

_MOST_LINKS = 1000
_MOST_FACT = 4000
_MOST_FACTS = 100
_MOST_FONTS = 400
_MOST_CONTENT = 64 << 20
_USUAL_PAGE = (612.0, 792.0)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_WEB = re.compile(r"https?://[^\s<>]+$", re.IGNORECASE)
_CATALOGUE = re.compile(rb"\b(\d{1,8})\s+0\s+obj\s*<<[^>]{0,400}/Type\s*/Catalog\b")
_THOUSAND = 1000
_LARGEST_PAGE = 1e5
_LEAST_BLANK, _USUAL_BLANK = 0.1, 0.25

_Made = TypeVar("_Made")


class LockedPdfError(Exception):
    """Say that a PDF needs a password."""


def read_pdf(data: bytes) -> PdfContent:
    """Return what stands on the first pages of a PDF, its links and its metadata.

    Whatever pypdf raises on a damaged file rises, but a page that cannot be read is left out.

    Raises:
        LockedPdfError: the empty password does not open it.
    """
    reader = _opened(data)
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise LockedPdfError
    count = len(reader.pages)
    pages: list[tuple[Sequence[PdfLine], Sequence[str]]] = []
    sizes: list[PdfPage] = []
    faces: _Faces = {}
    for number in range(min(count, _PAGES_OF_LINKS)):
        page = reader.pages[number]
        frame = _Frame(page)
        areas: list[Area] = _guarded(partial(_areas, page, frame), [])
        if number < _PAGES_OF_TEXT:
            sizes.append(PdfPage(round(frame.width, 1), round(frame.height, 1)))
            shown: list[Fragment] = _guarded(partial(_shown, page, frame, faces), [])
            pages.append(lines_of(shown, number, areas))
        else:
            pages.append(((), list(dict.fromkeys(area.url for area in areas))))
    text, lines = text_of(pages)
    return PdfContent(
        text=text, lines=lines, pages=tuple(sizes), page_count=count, facts=_facts(reader)
    )


def _opened(data: bytes) -> PdfReader:
    """Open a file, one that breaks off before its table too, if its catalogue is there."""
    try:
        reader = PdfReader(BytesIO(data))
        _ = reader.is_encrypted or len(reader.pages)
    except MemoryError:
        raise
    except Exception:
        catalogues = _CATALOGUE.findall(data)
        if not catalogues:
            raise
        tail = b"\ntrailer\n<</Root %s 0 R>>\nstartxref\n0\n%%%%EOF\n" % catalogues[-1]
        return PdfReader(BytesIO(data + tail))
    return reader


def _guarded(work: Callable[[], _Made], otherwise: _Made) -> _Made:
    """Do what a damaged part of a file may make impossible; the rest of the file still counts."""
    try:
        return work()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - pypdf says itself that broken files raise anything
        return otherwise


class _Frame:
    """Know how a page lies: from its own coordinates to points from the lower left corner."""

    def __init__(self, page: PageObject) -> None:
        box = _guarded(lambda: [float(edge) for edge in page.cropbox], [0.0, 0.0, *_USUAL_PAGE])
        left, right = sorted((box[0], box[2]))
        bottom, top = sorted((box[1], box[3]))
        width, height = right - left, top - bottom
        if not (0 < width < _LARGEST_PAGE and 0 < height < _LARGEST_PAGE):
            left, bottom, (width, height) = 0.0, 0.0, _USUAL_PAGE
        turns = _guarded(lambda: int(page.rotation) // 90 % 4, 0)
        base: Matrix = (1.0, 0.0, 0.0, 1.0, -left, -bottom)
        turned: tuple[Matrix, ...] = (
            IDENTITY,
            (0.0, -1.0, 1.0, 0.0, 0.0, width),
            (-1.0, 0.0, 0.0, -1.0, width, height),
            (0.0, 1.0, -1.0, 0.0, height, 0.0),
        )
        self.matrix = times(base, turned[turns])
        self.width, self.height = (height, width) if turns % 2 else (width, height)

    def area(self, corners: Sequence[float], url: str) -> Area:
        """Return a rectangle of the page as it is shown."""
        a, b, c, d, e, f = self.matrix
        xs = sorted(a * x + c * y + e for x, y in (corners[:2], corners[2:4]))
        ys = sorted(b * x + d * y + f for x, y in (corners[:2], corners[2:4]))
        return Area(xs[0], ys[0], xs[1], ys[1], url)


def _shown(page: PageObject, frame: _Frame, faces: "_Faces") -> list[Fragment]:
    contents = page.get("/Contents")
    data = _data(contents.get_object()) if contents is not None else b""
    resources = _Resources(_dictionary(_inherited(page, "/Resources")), faces)
    return list(fragments(data, resources, frame.matrix))


def _inherited(page: DictionaryObject, key: str) -> PdfObject | None:
    node: DictionaryObject | None = page
    for _ in range(64):
        if node is None:
            return None
        if key in node:
            return node[key]
        node = _dictionary(node.get("/Parent"))
    return None


def _data(contents: object) -> bytes:
    if isinstance(contents, ArrayObject):
        data = bytearray()
        for part in contents:
            stream = part.get_object()
            if isinstance(stream, StreamObject):
                data += stream.get_data() + b"\n"
            if len(data) > _MOST_CONTENT:
                break
        return bytes(data)
    return contents.get_data() if isinstance(contents, StreamObject) else b""


def _dictionary(value: object) -> DictionaryObject | None:
    if isinstance(value, PdfObject):
        value = value.get_object()
    return value if isinstance(value, DictionaryObject) else None


def _entry(holder: DictionaryObject | None, key: str) -> DictionaryObject | None:
    return _dictionary(holder.get(key)) if holder is not None else None


class _Resources:
    """Know the fonts and forms of a content by name, each looked at once."""

    def __init__(
        self,
        resources: DictionaryObject | None,
        faces: "_Faces",
    ) -> None:
        self._fonts = _entry(resources, "/Font")
        self._objects = _entry(resources, "/XObject")
        self._faces = faces
        self._named: dict[str, _Face | None] = {}

    def face(self, name: str) -> Face | None:
        """Return a font; None where there is none, or it cannot be read."""
        if name not in self._named and len(self._named) < _MOST_FONTS:
            self._named[name] = _guarded(lambda: self._face(name), None)
        return self._named.get(name)

    def _face(self, name: str) -> "_Face | None":
        font = _entry(self._fonts, f"/{name}")
        if font is None:
            return None
        if id(font) not in self._faces:
            self._faces[id(font)] = font, _Face(font)
        return self._faces[id(font)][1]

    def form(self, name: str) -> Form | None:
        """Return a form; None for a picture."""
        return _guarded(lambda: self._form(name), None)

    def _form(self, name: str) -> Form | None:
        form = _entry(self._objects, f"/{name}")
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return None
        numbers = _numbers(form.get("/Matrix", ()))
        matrix = cast("Matrix", tuple(numbers)) if len(numbers) == len(IDENTITY) else IDENTITY
        own = _entry(form, "/Resources")
        resources = _Resources(own, self._faces) if own is not None else self
        return Form(form.get_data(), matrix, resources)


def _font_class() -> Any:
    """Return pypdf's reader of fonts, which it keeps to itself and has moved once."""
    for module in ("pypdf.generic._font", "pypdf._font"):
        try:
            return import_module(module).Font
        except (ImportError, AttributeError):
            continue
    raise ImportError("this version of pypdf does not tell how it reads fonts")


class _Face:
    """Know a font by what pypdf tells of it."""

    def __init__(self, resource: DictionaryObject) -> None:
        font = _font_class().from_font_resource(resource)
        self.name = _SUBSET.sub("", str(font.name))
        self._encoding: str | dict[int, str] = font.encoding
        self._map: dict[Any, Any] = font.character_map
        self._widths: dict[str, float] = font.character_widths
        unit, self.scale = _units(resource)
        self._unit = unit
        self._default = float(self._widths.get("default", 500)) * unit
        blank = float(font.space_width) * unit
        self.blank = blank if _LEAST_BLANK < blank < 1 else _USUAL_BLANK
        self._mathematical = is_mathematical(self.name)
        self._known: dict[str, tuple[str, float]] = {}

    def glyphs(self, data: bytes) -> list[tuple[str, float]]:
        """Return text and width of each code."""
        if isinstance(self._encoding, str):
            codes = data.decode(self._encoding, "replace")
        else:
            codes = data.decode("latin-1")
        return [self._known.get(code) or self._learnt(code) for code in codes]

    def _learnt(self, code: str) -> tuple[str, float]:
        sign = code
        if not isinstance(self._encoding, str):
            sign = self._encoding.get(ord(code), code)
        text = "".join(str(self._map.get(part, part)) for part in sign) if sign else ""
        if text == sign and len(sign) > 1 and sign[0] == "/":  # a glyph's name that nobody knows
            text = ""
        width = self._widths.get(code)
        share = self._default if width is None else float(width) * self._unit
        glyph = glyph_text(text, mathematical=self._mathematical) if text else ""
        self._known[code] = glyph, share
        return glyph, share


_Faces: TypeAlias = dict[int, tuple[DictionaryObject, _Face]]
"""The fonts of a file by the ids of their objects, which are kept so that no id is given anew."""


def _units(resource: DictionaryObject) -> tuple[float, float]:
    """Return what a font's unit of width is, in parts of its size, and its true size at size 1.

    Source: ISO 32000-2, 9.6.4: a Type 3 font has units of its own.
    """
    if resource.get("/Subtype") != "/Type3":
        return 1 / _THOUSAND, 1.0
    matrix, box = _numbers(resource["/FontMatrix"]), _numbers(resource["/FontBBox"])
    height = abs(box[3] - box[1]) * abs(matrix[3])
    is_usual = abs(matrix[3]) * _THOUSAND == 1
    return abs(matrix[0]), height if height > 0 and not is_usual else 1.0


def _areas(page: PageObject, frame: _Frame) -> list[Area]:
    """Return the link annotations of a page that lead into the web."""
    annotations = page.get("/Annots")
    annotations = annotations.get_object() if annotations is not None else None
    if not isinstance(annotations, ArrayObject):
        return []
    found: list[Area] = []
    for each in annotations[:_MOST_LINKS]:
        area = _guarded(partial(_area, each, frame), None)
        if area is not None:
            found.append(area)
    return found


def _area(each: object, frame: _Frame) -> Area | None:
    annotation = _dictionary(each)
    if annotation is None or annotation.get("/Subtype") != "/Link":
        return None
    action = _entry(annotation, "/A")
    if action is None or action.get("/S") != "/URI":
        return None
    url = _string(action.get("/URI"))
    if url is None or len(url) > MOST_ADDRESS or not _WEB.match(url):
        return None
    return frame.area(_numbers(annotation["/Rect"]), url)


def _numbers(values: object) -> list[float]:
    return [float(value) for value in cast("Iterable[float]", values)]


def _string(value: object) -> str | None:
    if isinstance(value, PdfObject):
        value = value.get_object()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return value.strip("\0 \t\r\n") if isinstance(value, str) else None


def _string_of(holder: DictionaryObject | None, key: str) -> str | None:
    return _string(holder[key]) if holder is not None else None


def _facts(reader: PdfReader) -> dict[str, tuple[str, ...]]:
    """Return what the metadata say, as far as it is text."""
    facts: dict[str, tuple[str, ...]] = {}
    info = _guarded(lambda: _entry(reader.trailer, "/Info"), None)
    for key in list(map(str, info or ()))[:_MOST_FACTS]:
        text = _guarded(partial(_string_of, info, key), None)
        if text:
            facts[f"info:{key.removeprefix('/').lower()}"] = (text[:_MOST_FACT],)
    return facts | dict(_xmp_facts(reader))


def _xmp_facts(reader: PdfReader) -> Iterator[tuple[str, tuple[str, ...]]]:
    root = _guarded(lambda: _entry(reader.trailer, "/Root"), None)
    stream = _guarded(lambda: _entry(root, "/Metadata"), None)
    if isinstance(stream, StreamObject):
        yield from facts_of_xmp(_guarded(stream.get_data, b"")).items()

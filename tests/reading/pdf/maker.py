"""PDFs made for tests, byte by byte: text at places, links, metadata."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["FONTS", "Page", "make_pdf", "objects_as_pdf"]

FONTS = {
    "sans": "Helvetica",
    "sans-bold": "Helvetica-Bold",
    "serif": "Times-Roman",
    "bold": "Times-Bold",
    "italic": "Times-Italic",
    "mono": "Courier",
}

TURNS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


@dataclass
class Page:
    """Hold a page: rows of text, and rectangles that are links."""

    rows: Sequence[Sequence[object]] = ()
    """x, y, size, font, text, and the degrees by which it is turned."""
    links: Sequence[tuple[Sequence[float], str]] = ()
    width: float = 612
    height: float = 792
    rotate: int = 0
    content: bytes | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


def make_pdf(
    pages: Iterable[Page], *, info: Mapping[str, str] | None = None, xmp: str | None = None
) -> bytes:
    """Return a PDF with these pages."""
    pages = list(pages)
    objects: list[bytes] = [b"", b""]  # the catalogue and the tree of pages come last
    fonts = []
    for name, base in FONTS.items():
        objects.append(
            f"<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>".encode()
        )
        fonts.append(f"/{name} {len(objects)} 0 R")
    kids = []
    for page in pages:
        content = page.content if page.content is not None else content_of(page.rows)
        objects.append(stream(content))
        contents = len(objects)
        annotations = []
        for corners, url in page.links:
            rect = " ".join(map(str, corners))
            action = (
                f"/A<</S/URI/URI{literal(url)}>>" if "://" in url or ":" in url else f"/Dest/{url}"
            )
            objects.append(f"<</Type/Annot/Subtype/Link/Rect[{rect}]{action}>>".encode())
            annotations.append(f"{len(objects)} 0 R")
        more = "".join(f"/{key} {value}" for key, value in page.extra.items())
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]"
            f"/Rotate {page.rotate}"
            f"/Resources<</Font<<{' '.join(fonts)}>>{more}>>/Contents {contents} 0 R"
            f"/Annots[{' '.join(annotations)}]>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    metadata = ""
    if xmp is not None:
        objects.append(stream(xmp.encode(), "/Type/Metadata/Subtype/XML"))
        metadata = f"/Metadata {len(objects)} 0 R"
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{metadata}>>".encode()
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    trailer = ""
    if info:
        entries = "".join(f"/{key}{literal(value)}" for key, value in info.items())
        objects.append(f"<<{entries}>>".encode("latin-1"))
        trailer = f"/Info {len(objects)} 0 R"
    return objects_as_pdf(objects, trailer)


def objects_as_pdf(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF of these objects, the first of which is the catalogue."""
    parts = [b"%PDF-1.7\n"]
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows))
    parts.append(b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer.encode()))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(parts)


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a compressed stream."""
    packed = zlib.compress(data)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>".encode()
    return head + b"\nstream\n" + packed + b"\nendstream"


def literal(text: str) -> str:
    """Return a text as a string of a PDF, which is read as Latin-1 here."""
    return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def content_of(rows: Iterable[Sequence[object]]) -> bytes:
    """Return the operators that show rows of text; what stands between two "^" is raised."""
    shown = []
    for x, y, size, font, text, *turned in rows:
        turn = TURNS[turned[0] if turned else 0]
        shown.append(f"BT /{font} {size} Tf {turn} {x} {y} Tm")
        for place, piece in enumerate(str(text).split("^")):
            is_raised = place % 2
            shown.append(f"{0.35 * float(str(size)) if is_raised else 0} Ts")
            shown.append(f"/{font} {0.65 * float(str(size)) if is_raised else size} Tf")
            shown.append(f"{literal(piece)} Tj")
        shown.append("ET")
    return "\n".join(shown).encode("cp1252")

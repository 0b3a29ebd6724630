"""A .bib file that somebody else made, written into: what is put in, and where.

Nothing is ever taken out or changed. New entries go behind the last one, in one piece; missing
fields go behind the last field of their entry. Both are insertions into the text, which ``Exact``
puts between the old bytes.
"""

import itertools
import re
from collections.abc import Iterable, Sequence

from refman.errors import InputError
from refman.formats.bib.edit_layout import assigned, entry_text, fitted
from refman.formats.bib.edit_style import LINE_END, is_sound, style_of
from refman.formats.bib.scan import Block, BlockKind, scan
from refman.formats.exact import Exact, Insertion
from refman.formats.tex import Dialect, Record
from refman.formats.tex_fields import Pair
from refman.formats.tex_text import ascii_latex, unicode_latex

__all__ = ["BIBLATEX", "BIBTEX", "BibFile", "dialect_of"]

BIBTEX, BIBLATEX = Dialect("bibtex", ascii_latex), Dialect("biblatex", unicode_latex)

_DATABASE_TYPE = re.compile(r"jabref-meta:\s*databaseType:\s*(bibtex|biblatex)", re.IGNORECASE)
_BIBLATEX_FIELDS = frozenset({
    "bookpagination", "date", "eprintclass", "journaltitle", "mainsubtitle", "maintitle",
    "pagetotal", "pubstate", "titleaddon",
})  # fmt: skip
_BIBTEX_FIELDS = frozenset({"address", "annote", "archiveprefix", "journal", "primaryclass"})
_BIBLATEX_TYPES = frozenset({
    "bookinbook", "collection", "dataset", "inreference", "mvbook", "mvcollection",
    "mvproceedings", "mvreference", "online", "periodical", "reference", "report", "software",
    "suppbook", "suppcollection", "suppperiodical", "thesis", "xdata",
})  # fmt: skip
_BIBTEX_TYPES = frozenset({"conference", "mastersthesis", "phdthesis", "techreport"})
"""What one dialect has and the other has not, or only for the other's sake.

Year and month are not among them: files of both have them. Nor is what our own BibTeX takes from
BibLaTeX. Source: the biblatex manual 3.18, 2.1, 2.2.5; "BibTeXing" (Patashnik 1988), 3.
"""

_OTHER = re.compile(
    r"[\[{<]|TY  - |PMID- |%[0AT] |%PDF-|\{\\rtf|PK\x03\x04|.{0,4}(?:PNG|JFIF|ELF)"
    r"|(?:[^\x00-\x08\x0e-\x1f]{0,30}[\x00-\x08\x0e-\x1f]){8}",
)
"""How files begin that are JSON, XML, RIS, MEDLINE, Refer, PDF, RTF, an archive, or no text."""
_KEYS = re.compile(r"[^\s,{}\"]+")


class BibFile:
    """Hold a .bib file, and tell what is to be put in where.

    Attributes:
        exact: its bytes and text.
        blocks: of the text, in its order.
        style: how it is written.
        dialect: which names of types and fields it has.
    """

    def __init__(self, exact: Exact) -> None:
        """Take a file.

        Raises:
            InputError: it is a file of another kind.
        """
        self.exact = exact
        self.blocks = tuple(scan(exact.text))
        text = exact.text
        # Words alone are a comment to BibTeX: a .bib file may well have nothing else.
        if all(block.kind is BlockKind.TEXT for block in self.blocks) and _OTHER.match(
            text.lstrip()
        ):
            raise InputError(
                f"{exact.source} holds no BibTeX, whatever its name says; name another file",
                source=exact.source,
            )
        self._remains = self._found_remains()
        self.style = style_of(text, self.blocks)
        self.dialect = dialect_of(text, self.blocks, exact.source)

    def citekeys(self) -> list[str]:
        """Return all keys, in the order of the file, also the former ones in ``ids``."""
        keys: list[str] = []
        for block in self.blocks:
            if block.key:
                keys.append(block.key)
            for field in block.fields:
                if field.name.lower() == "ids":
                    keys += _KEYS.findall(self.exact.text[field.value_start : field.value_end])
        return keys

    def fitted(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Return pairs whose values the file's encoding holds, as far as there is a way."""
        return fitted(pairs, self.exact)

    def appended(self, new: Sequence[Record]) -> Insertion:
        """Return the text of new entries, and where it goes.

        Behind the last entry whose end is sure, and so before what programs keep at a file's end
        (JabRef's ``@comment{jabref-meta…}``). Without entries: at the file's end, but before such
        comments, and before what is broken.

        Args:
            new: at least one.
        """
        text, style = self.exact.text, self.style
        end, place = style.line_end, self._end_of_entries()
        body = (end * style.line_ends).join(entry_text(record, style) for record in new)
        before, after = text[:place], text[place:]
        if before.endswith(("\n", "\r")) or not before:
            there = len(LINE_END.findall(before[len(before.rstrip()) :]))
            head = end * (style.line_ends - there) if before.strip() else ""
            tail = end * style.line_ends if after else end
        else:
            # The line end behind the old last entry is now that of the new one.
            head = end * style.line_ends
            tail = end if LINE_END.split(after, maxsplit=1)[0].strip() else ""
        return Insertion(place, head + body + tail)

    def is_whole(self, block: Block) -> bool:
        """Tell whether nothing behind an entry may belong to it; see ``_found_remains``."""
        return block.start not in self._remains

    def _found_remains(self) -> dict[int, int]:
        r"""Return where an entry starts -> where what may belong to it ends.

        ``{\}}`` closes two braces for BibTeX and one for other programs; for those an entry goes on
        where it ends for BibTeX. What is put in must stand outside of it for both.
        """
        remains: dict[int, int] = {}
        for block, following in itertools.pairwise(self.blocks):
            if block.kind is BlockKind.ENTRY and following.kind is BlockKind.TEXT:
                rest = self.exact.text[following.start : following.end]
                if rest.count("}") > rest.count("{"):
                    remains[block.start] = following.start + rest.rindex("}") + 1
        return remains

    def _end_of_entries(self) -> int:
        text = self.exact.text
        following = len(text)
        for block in reversed(self.blocks):
            if block.kind is BlockKind.ENTRY and block.close >= 0:
                end = self._remains.get(block.start, block.end)
                line_end = LINE_END.search(text, end)
                line = line_end.start() if line_end else len(text)
                is_blank = not text[end:line].strip()
                return end if is_blank or line > following else line
            following = block.end if block.kind is BlockKind.TEXT else block.start
        for block in self.blocks:
            if block.kind in (BlockKind.ENTRY, BlockKind.BROKEN) or self._is_meta(block):
                return block.start
        return len(text)

    def _is_meta(self, block: Block) -> bool:
        return block.kind is BlockKind.COMMENT and self.exact.text.startswith(
            "jabref-", block.open + 1
        )

    def filled(self, block: Block, pairs: Sequence[Pair]) -> Insertion | None:
        """Return fields as they are to be put at the end of an entry, and where they go.

        None where the entry has a fault, so that no place in it is sure.

        Args:
            block: one of the file's.
            pairs: names that the entry has not, and their values; at least one.
        """
        if not is_sound(block) or not self.is_whole(block):
            return None
        text = self.exact.text
        last = block.fields[-1].value_end if block.fields else block.key_end
        ending = text[last : block.close]
        style = style_of(text, [block], self.style)
        joint = style.joint if block.fields else style.opening
        names = [field.name for field in block.fields]
        fields = assigned(fitted(pairs, self.exact), style, names)
        added = "".join(joint + field for field in fields)
        if not block.fields and "\n" in joint and LINE_END.search(ending) is None:
            added += "\n"
        return Insertion(last, LINE_END.sub(style.line_end, added))


def dialect_of(text: str, blocks: Sequence[Block], name: str) -> Dialect:
    """Return a file's dialect: what JabRef says, else whose names are more, else by its name.

    Args:
        text: of the file.
        blocks: all of them.
        name: of the file; ``.biblatex.bib`` tells where nothing else does.
    """
    biblatex = bibtex = 0
    for block in blocks:
        if block.kind is BlockKind.COMMENT and (
            said := _DATABASE_TYPE.match(text, block.open + 1, block.end)
        ):
            return BIBLATEX if said[1].lower() == "biblatex" else BIBTEX
        if block.kind is BlockKind.ENTRY:
            names = {field.name.lower() for field in block.fields}
            biblatex += len(names & _BIBLATEX_FIELDS) + (block.type.lower() in _BIBLATEX_TYPES)
            bibtex += len(names & _BIBTEX_FIELDS) + (block.type.lower() in _BIBTEX_TYPES)
    if biblatex == bibtex:
        return BIBLATEX if name.lower().endswith(".biblatex.bib") else BIBTEX
    return BIBLATEX if biblatex > bibtex else BIBTEX

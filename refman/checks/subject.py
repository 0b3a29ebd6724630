"""What is checked: an entry, and how it is written in its file."""

import msgspec

from refman.model import Entry, Problem, Span

__all__ = ["Context", "Subject", "Written"]


class Written(msgspec.Struct, frozen=True, gc=False):
    """Hold a field as it is written.

    Attributes:
        name: in lower case.
        name_span: where the name stands.
        span: of the value without its delimiters.
        text: what stands there; with LaTeX, and without strings resolved.
        is_plain: it is one text between delimiters; else an expression, or a bare word.
        is_quoted: the delimiters are quotation marks.
    """

    name: str
    name_span: Span
    span: Span
    text: str
    is_plain: bool
    is_quoted: bool = False


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an entry to be checked.

    Attributes:
        entry: what the record says.
        span: of the record.
        key_span: where its key stands.
        problems: what its reading met with.
        type: the word for its type in the file, in lower case; "" where the format has none.
        fields: as written, in their order; empty where the file is no .bib file.
        inherits: it takes fields from a parent.
        is_tex: it stands in a .bib file, so that its texts are LaTeX.
        extra: what Zotero shows as its Extra field, where the file has one.
    """

    entry: Entry
    span: Span
    key_span: Span
    problems: tuple[Problem, ...] = ()
    type: str = ""
    fields: tuple[Written, ...] = ()
    inherits: bool = False
    is_tex: bool = False
    extra: Written | None = None

    def field(self, *names: str) -> Written | None:
        """Return the first field that has one of the names and is not empty."""
        return next((f for f in self.fields if f.name in names and f.text.strip()), None)

    def place(self, *names: str) -> Span:
        """Return where such a field stands; the key where there is none."""
        found = self.field(*names)
        return self.key_span if found is None else found.span


class Context(msgspec.Struct, frozen=True):
    """Hold what a check needs to know beside the subject: the year it is."""

    year: int

"""The names at the head of a reference string, in whatever style they are printed.

Styles differ in what comes first and in how initials are written: "Lee, A., & Chu, B.", "A. Lee and
B. Chu", "Lee A, Chu B", "Lee, Ann, and Bo Chu", "Ann Lee and Bo Chu".
"""

import re
from typing import NamedTuple

from refman.model import Name
from refman.normalise import parse_name

__all__ = ["Names", "begins_with_names", "cut_names"]

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΑ-ΩА-Я"
_PARTICLE = (
    r"(?:(?:van|von|vom|der|den|de|del|della|di|da|dos|das|du|la|le|los|ten|ter|el|bin|ibn|zu|zur|af|av|do"
    r"|Van|Von|De|Del|Di|Da|La|Le|El|Al|Ben|St\.|['’]t)\s|d['’])"
)
_WORD = rf"(?:[dO]['’])?[{_UP}](?:[\w'’]|-(?=\w)){{0,30}}"
_LONG = rf"(?:[dO]['’])?[{_UP}](?:[\w'’]|-(?=\w)){{1,30}}"
_SINGLE = rf"{_PARTICLE}{{0,3}}{_LONG}"
_FAMILY = rf"{_SINGLE}(?: (?:de la |de |del |dos |da |y )?{_LONG}){{0,2}}"
_INITIAL = rf"(?:[{_UP}]|Ch|Th|Yu|Zh|Kh|Sh|Ph|Ts|Ya|Cs|Gy|Sz|Dz)\."
_DOTTED = rf"{_INITIAL}(?:\s?-?\s?{_INITIAL}){{0,4}}"
_UNDOTTED = rf"[{_UP}](?:-?[{_UP}]){{0,2}}(?![\w'’-])"
_SUFFIX = r"(?:,?\s(?:Jr|Sr)\.?|,?\sI{2,3}\b)?"
_MORE = rf"(?:[ -](?:[{_UP}]\.|{_WORD}))"
_STOP = rf"(?=[.,;(]|\s\(|\s(?:and|und|&)\s|\s*$)|(?<=\s[{_UP}]\.)(?=\s)"

_FORMS = {
    # What a name of the style looks like; in this order they are tried.
    "inverted": re.compile(rf"(?P<family>{_FAMILY}),?\s(?P<given>{_DOTTED})(?P<suffix>{_SUFFIX})"),
    "bare": re.compile(
        rf"(?P<given>{_UNDOTTED})\s(?P<family>(?=\w*[a-zß-öø-ÿ]){_FAMILY})(?P<suffix>{_SUFFIX})"
    ),
    "undotted": re.compile(
        rf"(?P<family>{_FAMILY}),?\s(?P<given>{_UNDOTTED})(?P<suffix>{_SUFFIX})"
    ),
    "initials": re.compile(rf"(?P<given>{_DOTTED})\s?(?P<family>{_FAMILY})(?P<suffix>{_SUFFIX})"),
    "whole-inverted": re.compile(
        rf"(?:(?P<family>{_SINGLE}),\s(?P<given>{_WORD}{_MORE}{{0,3}})"
        rf"|(?P<families>{_FAMILY}),\s(?P<one>{_WORD})(?=[.,;(]|\s\(|\sand\s))"
        rf"(?P<suffix>{_SUFFIX})(?:{_STOP})"
    ),
    "whole": re.compile(
        rf"(?P<given>{_WORD}{_MORE}{{0,3}}?)\s(?P<family>{_FAMILY})(?P<suffix>{_SUFFIX})"
        r"(?=[.,;:()]|\s\(|\s(?:and|AND|&|et|und|y)\b|\s*$)"
    ),
}
_ALSO = {
    "whole-inverted": ("whole", "initials", "whole-inverted"),
    "initials": ("initials", "whole"),
    "whole": ("whole", "initials"),
    "inverted": ("inverted", "initials"),
    "undotted": ("undotted",),
    "bare": ("bare",),
}
"""Which forms may follow a first name of one."""
_SEPARATOR = re.compile(
    r"\s*[,;]\s*(?:(?:and|AND|und|et|y|e)\s|&\s?)?(?:\.{3}\s?|…\s?)?|\s(?:and|AND|und|et|y|e)\s|\s?&\s?"
)
_AND_OTHERS = re.compile(
    r"[,;]?\s*(?:(?:and\s)?et\.?\sal\b\.?,?|(?:and|&)\sothers\b\.?|u\.\s?a\.|…)"
)
_EDITORS = re.compile(
    r",?\s*\((?:Eds?|eds?|Hrsg|Editors?|editors?)\.?\)\.?|,\s(?:eds?\.|editors?)\b"
)
_END = re.compile(rf"\s*$|\s*[.:;,)]|\s*[(\[“\"„‘«]|\s(?:[{_UP}\d“\"‘«$]|in\b)|\s(?:[a-z]+[A-Z\d])")
_MOST = 3_000
_WORDS_OF_TITLES = {"OF", "IN", "ON", "TO", "BY", "AN", "AT", "AS", "OR", "THE", "AND", "FOR", "A"}


class Names(NamedTuple):
    """Hold what was read at the head of a stretch.

    Attributes:
        names: in their order.
        end: where the names end, "et al." and "(Eds.)" included.
        style: the form of the first name; "" where there is none.
        is_cut: "et al." says that there are more.
        are_editors: the string says so.
        is_sure: the form is one that no title has.
    """

    names: tuple[Name, ...]
    end: int
    style: str
    is_cut: bool = False
    are_editors: bool = False
    is_sure: bool = True


NONE = Names((), 0, "", is_sure=False)


def cut_names(text: str, start: int = 0, stop: int | None = None) -> Names:
    """Return the names that stand at a place; none where there is no name.

    Args:
        text: the reference.
        start: where they begin.
        stop: where they must have ended.
    """
    end = len(text) if stop is None else stop
    for style in _FORMS:
        read = _read(text, start, end, style)
        if read.names:
            return read
    return NONE._replace(end=start)


def begins_with_names(text: str) -> bool:
    """Tell whether a line begins as a list of names does, in a form that prose has not."""
    names = cut_names(text[:300])
    if not names.names:
        return False
    return names.style in {"inverted", "initials"} or len(names.names) > 1 or names.is_cut


def _read(text: str, start: int, stop: int, style: str) -> Names:
    names: list[Name] = []
    place = end = start
    forms: tuple[str, ...] = (style,)
    while len(names) < _MOST and (found := _match(text, place, stop, forms)) is not None:
        names.append(_name(found))
        end = found.end()
        forms = _ALSO[style]
        if (others := _AND_OTHERS.match(text, end, stop)) is not None:
            return _finished(text, names, others.end(), stop, style, is_cut=True)
        separator = _SEPARATOR.match(text, end, stop)
        if separator is None:
            break
        place = separator.end()
    return _finished(text, names, end, stop, style, is_cut=False)


def _finished(
    text: str, names: list[Name], end: int, stop: int, style: str, *, is_cut: bool
) -> Names:
    editors = _EDITORS.match(text, end, stop)
    end = editors.end() if editors else end
    if style == "bare" and len(names) == 1 and not is_cut:
        return NONE  # "AI Systems" is no person
    if not names or not _END.match(text, end, stop):
        return NONE
    return Names(
        names=tuple(names),
        end=end,
        style=style,
        is_cut=is_cut,
        are_editors=editors is not None,
        is_sure=style != "whole" or len(names) > 1 or is_cut,
    )


def _match(text: str, place: int, stop: int, forms: tuple[str, ...]) -> re.Match[str] | None:
    for form in forms:
        found = _FORMS[form].match(text, place, stop)
        if found is None:
            continue
        if form == "undotted" and found["family"].isupper() and found["given"] in _WORDS_OF_TITLES:
            continue
        return found
    return None


def _name(found: re.Match[str]) -> Name:
    groups = found.groupdict()
    family = groups["family"] or groups.get("families") or ""
    given = (groups["given"] or groups.get("one") or "").strip()
    if found.re is _FORMS["whole"]:
        return parse_name(found.group().strip())
    if given.replace("-", "").isupper() and "." not in given:
        given = " ".join(f"{letter}." for letter in given if letter != "-")
    return parse_name(", ".join(filter(None, (family.strip(), found["suffix"].strip(" ,"), given))))

"""Names in the two parts that Zotero and RIS have for them."""

from refman.formats.plain import one_line
from refman.model import Name

__all__ = ["two_parts"]


def two_parts(name: Name) -> tuple[str, str]:
    """Return family and given name; the given one is empty where the name is one field.

    A particle that stays with the family name leads it ("van der Berg"), one that is dropped in
    sorting ends the given name ("Wilhelm von"), a suffix stands behind a comma ("Ngozi, III").

    Source: Zotero's documentation, "Entering names"; Zotero drops CSL's own variables for these.
    """
    if name.literal is not None:
        return one_line(name.literal), ""
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    if name.suffix is not None:
        if given:
            given = f"{given}, {name.suffix}"
        else:
            family = f"{family} {name.suffix}"
    return one_line(family), one_line(given)

"""People and bodies, in the parts that CSL and BibTeX know."""

import msgspec

__all__ = ["Name"]


class Name(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Hold one name.

    Either ``literal`` is set (a body, or a name that cannot be cut) or ``family`` is; never both.
    Parts are Unicode text without LaTeX, with single blanks.

    Source: CSL 1.0.2, "Names"; BibTeX's "First von Last, Jr" corresponds as given,
    non_dropping_particle, family, suffix.
    """

    family: str | None = None
    given: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None
    literal: str | None = None

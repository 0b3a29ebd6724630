"""Values into one form, each function idempotent."""

from refman.normalise.dates import parse_date
from refman.normalise.identifiers import identifiers_of_url, parse_arxiv, parse_doi
from refman.normalise.latex import decode_latex
from refman.normalise.maths import plain_maths, split_maths
from refman.normalise.names import format_name, looks_like_names, parse_name, split_names
from refman.normalise.text import clean_text, fold_blanks
from refman.normalise.titles import (
    ascii_key,
    coined_name,
    normalise_title,
    significant_words,
    title_key,
)

__all__ = [
    "ascii_key",
    "clean_text",
    "coined_name",
    "decode_latex",
    "fold_blanks",
    "format_name",
    "identifiers_of_url",
    "looks_like_names",
    "normalise_title",
    "parse_arxiv",
    "parse_date",
    "parse_doi",
    "parse_name",
    "plain_maths",
    "significant_words",
    "split_maths",
    "split_names",
    "title_key",
]

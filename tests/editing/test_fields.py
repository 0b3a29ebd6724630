"""The table of fields, and the text of values: what is shown can be set again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.editing import all_fields, assignment, field_named, read_assignment
from refman.editing.fields import FIELDS_TABLE
from refman.editing.setting import How
from refman.editing.values import KINDS
from refman.errors import EditError
from refman.model import Arxiv, ArxivId, Date, Entry, Identifiers, ItemType, Keyword, Name, Status
from refman.resources import read_table

FIELDS = all_fields()
NOT_SET = {"identifiers", "provenance", "extra"}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_row_has_an_example_that_is_read_and_shown_and_read_again(field):
    assert field.about
    assert field.about[0].islower() or field.about.startswith("BibTeX")
    value = field.kind.read(field.example)
    shown = field.kind.shown(value)
    assert field.kind.read(shown) == value
    entry = field.put(Entry(), value)
    assert field.of(entry) == value
    assert field.text_of(entry) == shown
    assert field.put(entry, field.of(Entry())) == Entry()
    assert field.text_of(Entry()) in ("", "article", "needs review")


def test_the_table_has_each_field_of_an_entry_once_and_no_other():
    names = [field.name for field in FIELDS]
    parts = {f"identifiers.{name}" for name in Identifiers.__struct_fields__}
    assert set(names) == set(Entry.__struct_fields__) - NOT_SET | parts
    assert len(set(names)) == len(names)
    assert {row["holds"] for row in read_table(FIELDS_TABLE)["fields"]} == KINDS.keys() - {
        "verbatim"
    }


def test_no_two_fields_have_one_name():
    names = [name for field in FIELDS for name in {field.name, field.short, *field.aliases}]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("TITLE", "title"),
        ("container-title", "container_title"),
        ("journal", "container_title"),
        ("Year", "issued"),
        ("doi", "identifiers.doi"),
        ("identifiers.doi", "identifiers.doi"),
        ("tags", "keywords"),
        ("extra.My Note", "extra.My Note"),
        ("Extra.x", "extra.x"),
    ],
)
def test_a_field_is_known_by_its_names(name, found):
    assert field_named(name).name == found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("titel", 'Did you mean "title"?'),
        ("authr", 'Did you mean "author"?'),
        ("containertitle", 'Did you mean "container_title"?'),
        ("zzz", "extra.NAME keeps any other"),
        ("extra.", "there is no field"),
        ("extra." + "x" * 300, "at most 200"),
        ("extra.a\x07b", "printed"),
    ],
)
def test_an_unknown_field_is_told_with_the_nearest(name, said):
    with pytest.raises(EditError, match="field") as caught:
        field_named(name)
    assert said in str(caught.value)
    assert caught.value.field == name
    assert "\x07" not in str(caught.value)


READ = [
    ("type=Article Journal", ItemType.ARTICLE_JOURNAL),
    ("type=preprint", ItemType.ARTICLE),
    ("type=conference", ItemType.PAPER_CONFERENCE),
    ("type=legal-case", ItemType.LEGAL_CASE),
    ("status=review", Status.NEEDS_REVIEW),
    ("status=Accepted", Status.ACCEPTED),
    ("title=iPads  in\n the WILD", "iPads in the WILD"),
    (r"title=T\"ULU at 50\% of $\pi_0$", "TÜLU at 50% of $\\pi_0$"),
    ("title=a\x1b[31mb\u202ec", "a[31mbc"),
    ("abstract=one\n\n two", "one\n\ntwo"),
    ("year=2024", Date(2024)),
    ("issued=2024-06-23", Date(2024, 6, 23)),
    ("issued=2024-21", Date(2024, season=1)),
    ("issued=1984~", Date(1984, circa=True)),
    ("issued=2024/2025-03", Date(2024, end=Date(2025, 3))),
    ("issued=2024/..", Date(2024, is_open=True)),
    ("issued=-0044", Date(-44)),
    ("issued=199X", Date(1990, end=Date(1999))),
    ("issued=23 June 2024", Date(2024, 6, 23)),
    ("doi=https://doi.org/10.5555/Glow", "10.5555/Glow"),
    ("doi=doi:10.5555/glow", "10.5555/glow"),
    ("arxiv=2406.01234v2", Arxiv(ArxivId("2406.01234"), version=2)),
    ("arxiv=https://arxiv.org/pdf/2406.01234v2.pdf", Arxiv(ArxivId("2406.01234"), version=2)),
    ("arxiv=arXiv:2406.01234 [cs.RO]", Arxiv(ArxivId("2406.01234"), primary_class="cs.RO")),
    ("arxiv=hep-th/9901001", Arxiv(ArxivId("hep-th/9901001"))),
    ("isbn=0-19-853453-1", "0198534531"),
    ("isbn=0198534531", "0198534531"),
    ("isbn=978-3-16-148410-0", "9783161484100"),
    ("issn=20493630", "2049-3630"),
    ("issn=ISSN 2434-561x", "2434-561X"),
    ("pmid=PMID: 31452104", "31452104"),
    ("dblp=https://dblp.org/rec/conf/lamp/SatoL24.html", "conf/lamp/SatoL24"),
    ("openreview=https://openreview.net/forum?id=r1lZ7AEKvB", "r1lZ7AEKvB"),
    ("s2=" + "AB" * 20, "ab" * 20),
    ("s2=https://www.semanticscholar.org/paper/" + "ab" * 20, "ab" * 20),
    ("openalex=w2741809807", "W2741809807"),
    ("url=lanterns.example/a", "https://lanterns.example/a"),
    ("url=HTTP://Lanterns.Example/a?utm_source=x", "http://lanterns.example/a"),
    ("citekey=Müller:2024/a", "Müller:2024/a"),
    ("citekey=DBLP:conf/lamp/SatoL24", "DBLP:conf/lamp/SatoL24"),
    ("citekey=or", "or"),
    ("citekey=10.5555/a+b-c_d", "10.5555/a+b-c_d"),
    ("keywords=a, b ,,a", (Keyword("a"), Keyword("b"))),
    ("keywords=灯笼、水，夜", (Keyword("灯笼"), Keyword("水"), Keyword("夜"))),
    ("keywords=a, b; c", (Keyword("a, b"), Keyword("c"))),
    ("collections=A / B; C", ("A/B", "C")),
    ("collections=论文／灯笼；C", ("论文/灯笼", "C")),
    ("notes=see\n\nalso", ("see\n\nalso",)),
    (r"extra.Foo=  as  \emph{it} is ", r"as  \emph{it} is"),
    (
        "author=Sato, Aiko and van der Berg, Jan and {The Lantern Team} and others",
        (
            Name(family="Sato", given="Aiko"),
            Name(family="Berg", given="Jan", non_dropping_particle="van der"),
            Name(literal="The Lantern Team"),
            Name(literal="others"),
        ),
    ),
    ("author=Aiko Sato", (Name(family="Sato", given="Aiko"),)),
    ("author=Okafor, III, Ngozi", (Name(family="Okafor", given="Ngozi", suffix="III"),)),
    ("title=", None),
    ("author= ", ()),
    ("extra.x=", None),
]


@pytest.mark.parametrize(("word", "value"), READ, ids=[word[:40] for word, _ in READ])
def test_a_value_is_read_into_its_one_form(word, value):
    found = read_assignment(word)
    assert found is not None
    assert found.how is How.SET
    assert found.value == value
    if value:
        again = found.field.kind.read(found.field.kind.shown(value))
        assert again == value


REFUSED = [
    ("type=novel", "there is no type"),
    ("type=", "cannot be empty"),
    ("status=done", "needs review, accepted, rejected"),
    ("status=", "cannot be empty"),
    ("title=\x01\x02", "nothing in it that can be printed"),
    ("title+=x", "title holds one value: write title="),
    ("year=soon", "this is no date; write 2024"),
    ("year=99999", "9999 is the last"),
    ("year=-10000", "9999 is the last"),
    ("issued=2024/20240", "9999 is the last"),
    ("title=caf\udce9", "no text in UTF-8"),
    ("tags+=caf\udce9", "no text in UTF-8"),
    ("collections=caf\udce9", "no text in UTF-8"),
    ("extra.x=caf\udce9", "no text in UTF-8"),
    ("year=06/07/2025", "this is no date"),
    ("year=2024-13-45", "this is no date"),
    ("year=../2024", "this is no date"),
    ("doi=glow", "this is no DOI; write 10."),
    ("doi=10.5555/glow and more", "this is no DOI"),
    ("arxiv=2406.01234567", "this is no number of arXiv; write 2406.01234"),
    ("arxiv=1234", "this is no number of arXiv"),
    ("isbn=978-3-16-148410-1", "ISBN with a right check digit"),
    ("issn=2049-3631", "check digit"),
    ("issn=2049", "two groups of four"),
    ("pmid=12a", "PubMed"),
    ("dblp=Sato", "conf/lamp/SatoL24"),
    ("openreview=a b", "forum"),
    ("s2=12", "CorpusId"),
    ("openalex=27", "W2741809807"),
    ("url=javascript:alert(1)", "no address of the web"),
    ("url=ftp://lanterns.example", "no address of the web"),
    ("url=https://lanterns.example/\udc80", "no text in UTF-8"),
    ("links+=nowhere", "no address of the web"),
    ("citekey=", "cannot be empty"),
    ("citekey=a b", "letters, digits"),
    ("citekey=a,b", "letters, digits"),
    ("citekey=a\u202eb", "cannot be seen"),
    ("citekey=a{b}", "may not hold '{'"),
    ("citekey=a*", "may not hold '*'"),
    ("citekey=" + "k" * 201, "at most 200"),
    *(
        (f"citekey={key}", "commands would read it as part of a query or as an option")
        for key in ("has:code", "Year:2024", "key:a", "OR", "AND", "NOT", "-dash", "--all", "+tag")
    ),
    ("author=Sato, Aiko; Lee, Ann", "write Family, Given and Family, Given"),
    ("author=a, b, c, d, e", "write Family, Given and Family, Given"),
    ("author=Sato, Aiko and and Lee, Ann", "write Family, Given"),
    ("collections=A//B", "is no collection"),
    ("collections=" + "/".join("x" * 21), "levels"),
    ("file=a\nb", "cannot be seen"),
    ("notes+=", "needs a value"),
    ("extra.x=a\x1bb", "cannot be seen"),
    ("title=" + "x" * 1_000_001, "at most 1,000,000"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "said"), REFUSED, ids=[word[:30] for word, _ in REFUSED])
def test_what_is_no_value_is_refused_and_told_what_would_be(word, said):
    with pytest.raises(EditError) as caught:
        read_assignment(word)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 700


@pytest.mark.parametrize("word", ["sato2024", "author:sato", 'title:"a=b"', "year:2024..", "=x"])
def test_a_word_that_sets_nothing_is_none(word):
    assert read_assignment(word) is None


@given(
    st.sampled_from(FIELDS),
    st.one_of(
        st.text(max_size=60),
        st.text("0123456789/.-vX,;{}& andAZé\\$", max_size=40),
        st.builds("10.5555/{}".format, st.text(max_size=20)),
    ),
)
def test_any_text_is_a_value_or_refused_and_what_is_shown_is_read_again(field, text):
    try:
        found = assignment(field.short, How.SET, text)
    except EditError:
        return
    if not found.value:
        return
    shown = field.kind.shown(found.value)
    is_one = field.holds == "keywords" and len(found.value) == 1
    is_one_with_comma = is_one and not {",", "，", "、"}.isdisjoint(shown)
    # LaTeX that is half one in a name is read as far as it goes; each reading goes further.
    is_latex = field.holds == "names" and not set(text).isdisjoint("\\{}$~^_-\"'`&")
    if not (is_one_with_comma or is_latex):
        assert _names(field.kind.read(shown)) == _names(found.value)


def _names(value):
    """Names are compared as they are shown: a single word may be a family or a body."""
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return KINDS["names"].shown(value)
    return value

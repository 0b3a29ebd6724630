"""Zotero's RDF and what is like it: samples, broken files, growth."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.loaders.zotero_rdf import ZOTERO_RDF
from refman.model import ItemType, LeftOver, LinkKind
from tests.formats.loaders.loaded import (
    assert_linear,
    check_sample,
    mutated,
    only,
    pieces,
    records,
    samples,
    text_of,
)
from tests.formats.shown import law

SAMPLES = samples("rdf_in")
HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:schema="http://schema.org/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
"""


def rdf(body):
    return f"{HEAD}{body}</rdf:RDF>"


def entry_of(properties, node="rdf:Description"):
    found = pieces(ZOTERO_RDF, rdf(f'<{node} rdf:about="#i">{properties}</{node}>'))
    return found[0].entry


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_as_lies_beside_it(path, request):
    check_sample(ZOTERO_RDF, path, update=request.config.getoption("--update"))


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("", 0),
        ("<html>", 0),
        (HEAD, 0.98),
        ('<rdf:RDF xmlns:bibo="http://purl.org/ontology/bibo/">', 0.85),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 0.05),
    ],
)
def test_scores(text, score):
    assert ZOTERO_RDF.score(text) == score


@pytest.mark.parametrize(
    ("item_type", "properties", "fields"),
    [
        ("preprint", "<z:repository>arXiv</z:repository>", {"publisher": "arXiv"}),
        ("preprint", "<z:archiveID>arXiv:2401.00001</z:archiveID>",
         {"number": "arXiv:2401.00001"}),
        ("report", "<prism:number>7</prism:number>", {"number": "7"}),
        ("journalArticle", "<prism:number>7</prism:number>", {"issue": "7"}),
        ("patent", "<z:assignee>Wick</z:assignee>", {"publisher": "Wick"}),
        ("book", "<z:reportNumber>7</z:reportNumber>", {"number": "7"}),
        ("book", "<z:DOI>10.1234/x</z:DOI>", {}),
        ("thesis", "<dc:type>PhD</dc:type>", {"genre": "PhD"}),
        ("book", "<dc:publisher>Wick</dc:publisher>", {"publisher": "Wick"}),
        ("book", "<dc:subject rdf:resource='lamps'/>", {}),
        ("book", "<dc:creator>Berg, Jan</dc:creator>", {}),
        ("book", "<dc:creator/>", {}),
    ],
)  # fmt: skip
def test_fields_are_read_as_the_type_has_them(item_type, properties, fields):
    entry = entry_of(f"<z:itemType>{item_type}</z:itemType>{properties}")
    assert {field: getattr(entry, field) for field in fields} == fields
    assert entry.extra == {}
    assert (entry.identifiers.arxiv is not None) == ("archiveID" in properties)


@pytest.mark.parametrize(
    ("properties", "kept"),
    [
        ("<z:itemType>book</z:itemType><x>y</x>", {":x": "y"}),
        ("<z:itemType>book</z:itemType><dc:relation rdf:resource='#x'/>", {"dc:relation": "#x"}),
        ("<z:itemType>book</z:itemType><z:x><bib:X><dc:title>a</dc:title>b</bib:X></z:x>",
         {"z:x": "ab"}),
        ("<z:itemType>book</z:itemType><link:link><bib:Document/></link:link>", {}),
        ("<z:itemType>book</z:itemType><dcterms:isPartOf>text</dcterms:isPartOf>",
         {"dcterms:isPartOf": "text"}),
        ("<z:itemType>book</z:itemType><dc:identifier>PMID PMC1</dc:identifier>",
         {"dc:identifier": "PMC1"}),
    ],
)  # fmt: skip
def test_what_has_no_place_is_kept(properties, kept):
    assert entry_of(properties).extra == kept


def test_people_without_given_name_are_bodies_and_nested_lists_end():
    person = "<foaf:Person><foaf:givenName>Plato</foaf:givenName></foaf:Person>"
    nested = f"<rdf:Seq><rdf:li>{person}</rdf:li></rdf:Seq>"
    for _ in range(5):
        nested = f"<rdf:Seq><rdf:li>{nested}</rdf:li></rdf:Seq>"
    entry = entry_of(
        "<z:itemType>book</z:itemType>"
        f"<bib:authors><rdf:Seq><rdf:li>{person}</rdf:li></rdf:Seq></bib:authors>"
        f"<bib:editors>{nested}</bib:editors>"
    )
    assert [name.literal for name in entry.author] == ["Plato"]
    assert entry.editor == ()


def test_containers_in_containers_end():
    deep = "<dc:title>x</dc:title>"
    for _ in range(6):
        deep = f"<dcterms:isPartOf><bib:Book>{deep}</bib:Book></dcterms:isPartOf>"
    assert entry_of(f"<z:itemType>chapter</z:itemType>{deep}").container_title is None


def test_the_type_of_a_container_says_nothing():
    journal = '<bib:Journal><rdf:type rdf:resource="#j"/><dc:title>J</dc:title></bib:Journal>'
    found = entry_of(
        f"<dc:title>A</dc:title><dcterms:isPartOf>{journal}</dcterms:isPartOf>", "bib:Article"
    )
    assert (found.container_title, found.extra) == ("J", {})


def test_a_publisher_of_many_parts_ends():
    deep = "<foaf:name>x</foaf:name>"
    for _ in range(8):
        deep = f"<foaf:member><foaf:Organization>{deep}</foaf:Organization></foaf:member>"
    entry = entry_of(
        f"<z:itemType>book</z:itemType><dc:publisher><foaf:Organization>{deep}</foaf:Organization>"
        "</dc:publisher>"
    )
    assert entry.publisher is None


ATTACHED = """<bib:Book rdf:about="#i"><z:itemType>book</z:itemType><link:link rdf:resource="#a"/>
<dcterms:isReferencedBy rdf:resource="#n"/></bib:Book>{nodes}"""


def attached(*nodes):
    return pieces(ZOTERO_RDF, rdf(ATTACHED.format(nodes="".join(nodes))))[0].entry


def attachment(title, url, more="<z:linkMode>3</z:linkMode>"):
    return (
        f'<z:Attachment rdf:about="#a"><dc:title>{title}</dc:title>'
        f"<dc:identifier><dcterms:URI><rdf:value>{url}</rdf:value></dcterms:URI></dc:identifier>"
        f"{more}</z:Attachment>"
    )


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("Code", "https://x.example/a", LinkKind.CODE),
        ("a/b", "https://github.com/a/b", LinkKind.CODE),
        ("PDF", "https://arxiv.org/pdf/2401.00001", None),
        ("Shop", "https://x.example/a", None),
        ("Code", "lamp:x", None),
    ],
)
def test_a_link_is_known_by_title_or_host(title, url, kind):
    entry = attached(attachment(title, url))
    if kind is None:
        assert entry.links == ()
        assert [each.path for each in entry.attachments] == [url]
    else:
        assert [link.kind for link in entry.links] == [kind]
        assert entry.attachments == ()


def test_a_link_with_tags_of_its_own_is_a_file_that_keeps_them():
    more = (
        "<z:linkMode>3</z:linkMode><dc:subject>green</dc:subject><link:type>text/html</link:type>"
    )
    entry = attached(attachment("Code", "https://x.example/a", more))
    assert [each.media_type for each in entry.attachments] == ["text/html"]
    assert entry.extra["z:Attachment/dc:subject"] == "green"


NOTE = '<bib:Memo rdf:about="#n"><rdf:value>{}</rdf:value><dc:subject>links</dc:subject></bib:Memo>'


def test_links_of_the_note_that_stand_nowhere_else_are_links_too():
    note = NOTE.format(
        "&lt;h2&gt;Links&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Model, ftp://x.example/m (promised) – Soon."
        '&lt;/li&gt;&lt;li&gt;&lt;a href="https://x.example/a"&gt;Code&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;'
    )
    entry = attached(note, attachment("Code", "https://x.example/a"))
    assert [(link.url, link.promised, link.evidence) for link in entry.links] == [
        ("ftp://x.example/m", True, "Soon."),
        ("https://x.example/a", False, None),
    ]
    assert entry.notes == ()


def test_another_note_of_that_tag_is_a_note():
    entry = attached(
        NOTE.format('mine: &lt;a href="https://x.example"&gt;https://x.example&lt;/a&gt;')
    )
    assert entry.notes == ("mine: https://x.example",)
    assert entry.extra["bib:Memo/dc:subject"] == "links"


def test_a_child_that_an_item_names_again_and_again_is_read_once():
    named = '<dcterms:isReferencedBy rdf:resource="#n"/>' * 3
    item = f'<bib:Book rdf:about="#i"><z:itemType>book</z:itemType>{named}</bib:Book>'
    note = '<bib:Memo rdf:about="#n"><rdf:value>Lent out</rdf:value></bib:Memo>'
    (record,) = records(ZOTERO_RDF, rdf(item + note))
    assert record.entry.notes == ("Lent out",)


def test_a_child_that_stands_in_the_item_is_read():
    body = "<z:itemType>book</z:itemType><link:link>" + attachment(
        "Code", "https://x.example/a"
    ).replace(' rdf:about="#a"', "")
    entry = entry_of(f"{body}</link:link>")
    assert [link.raw_url for link in entry.links] == ["https://x.example/a"]


@pytest.mark.parametrize(
    "text",
    ["", "text", "<rdf:RDF", "<!-- x -->", HEAD + "<bib:Book>",
     HEAD + "<a>" * 30 + "</a>" * 30 + "</rdf:RDF>",
     HEAD + "<bib:Book><bib:Book><bib:Book>", f"<rdf:RDF {'x' * 5000}><bib:Book/></rdf:RDF>"],
)  # fmt: skip
def test_what_cannot_be_read_is_left_over(text):
    assert all(isinstance(piece, LeftOver) for piece in pieces(ZOTERO_RDF, text))


def test_no_entity_is_declared_or_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "lamp"><!ENTITY b "&a;&a;">]>'
    item = '<bib:Book rdf:about="#i"><dc:title>&b;</dc:title></bib:Book>'
    found = records(ZOTERO_RDF, bomb + rdf(item))
    assert [record.entry.title for record in found] == ["&b;"]
    assert found[0].problems


def test_an_unclosed_node_takes_no_other_of_its_name_with_it():
    text = rdf("<bib:Book><dc:title>a</dc:title>\n<bib:Book><dc:title>b</dc:title></bib:Book>\n")
    found = pieces(ZOTERO_RDF, text)
    assert isinstance(found[0], LeftOver)
    assert [piece.entry.title for piece in found[1:] if not isinstance(piece, LeftOver)] == ["b"]


@law
@given(mutated(SAMPLES, st.text("<>/&\"'=:x ", max_size=3)))
def test_mutated_samples_are_read_without_harm(text):
    pieces(ZOTERO_RDF, text)


@pytest.mark.parametrize(
    "unit",
    ["<a>", "<bib:Book>", "<bib:Book/>", "<!--", "<a b='", "&", "<![CDATA[", "</a>",
     "<bib:Book><dc:title>a</dc:title></bib:Book>",
     '<z:Collection rdf:about="#c"><dcterms:hasPart rdf:resource="#c"/></z:Collection>'],
)  # fmt: skip
def test_cost_is_linear(unit):
    assert_linear(ZOTERO_RDF, lambda length: HEAD + unit * (length // len(unit)))


EXPECTED = {"rdf_02.rdf", "rdf_04.rdf", "bibliontology_rdf_01.bibo.rdf"}


@pytest.mark.corpus
def test_every_item_of_the_real_files_is_read(corpus):
    folder = corpus / "other_formats" / "zotero_rdf"
    for path in folder.glob("*.rdf"):
        text = text_of(path)
        assert ZOTERO_RDF.score(text) >= 0.85
        found = pieces(ZOTERO_RDF, text)
        entries = [piece.entry for piece in found if not isinstance(piece, LeftOver)]
        assert entries, path.name
        assert all(
            piece.why == "belongs to no item" for piece in found if isinstance(piece, LeftOver)
        )
        beside = path.with_name(f"{path.name}.expected.json")
        if beside.exists():
            for item, entry in zip(json.loads(beside.read_text()), entries, strict=True):
                check_item(item, entry)


def check_item(item, entry):
    assert entry.title == item["title"]
    assert entry.url == item.get("url")
    assert entry.container_title == item.get("publicationTitle")
    assert entry.volume == item.get("volume")
    assert entry.issue == item.get("issue")
    assert entry.page == item.get("pages")
    assert entry.issn == item.get("ISSN")
    assert entry.number == item.get("reportNumber")
    assert [name.family for name in entry.author] == [each["lastName"] for each in item["creators"]]
    assert {word.text for word in entry.keywords} == {tag["tag"] for tag in item["tags"]}


@pytest.mark.corpus
def test_the_best_known_file_is_read_as_zotero_reads_it(corpus):
    samples_ = corpus.parent / "zotero-samples"
    wanted = json.loads((samples_ / "best.rdf.as-zotero-reads-it.json").read_text())
    first, second = (record.entry for record in records(ZOTERO_RDF, text_of(samples_ / "best.rdf")))
    for item, entry in zip(wanted, (first, second), strict=True):
        assert (entry.title, entry.citekey, entry.url) == (
            item["title"], item["citationKey"], item["url"],
        )  # fmt: skip
        assert list(entry.collections) == item["collections"]
        assert str(entry.issued) == item["date"]
        assert entry.identifiers.doi == item["DOI"]
        tags = {(word.text, word.automatic) for word in entry.keywords}
        assert tags == {(tag["tag"], "type" in tag) for tag in item.get("tags", [])}
    titles = {each["title"]: each.get("url") for each in wanted[0]["attachments"]}
    assert {link.url for link in first.links} == {
        titles[title] for title in ("Code", "Project page", "Dataset")
    }
    assert [each.path for each in first.attachments] == ["files/local.pdf"]
    assert first.type is ItemType.ARTICLE


def test_only_one_item():
    assert only(ZOTERO_RDF, rdf("<bib:Book><dc:title>a</dc:title></bib:Book>")).entry.title == "a"

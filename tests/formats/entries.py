"""Entries that every format is tried on: each field, type, kind of name and of link, and texts
that want to break a file. All words are made up.
"""

from datetime import UTC, datetime

from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    Isbn,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    LinkState,
    Name,
    OpenReviewId,
    Pmid,
    Provenance,
    Repository,
    Span,
    Status,
)

HOSTILE_TEXTS = {
    "balanced-braces": "Sets {a, b} and {{c}} of lanterns",
    "open-brace": "A bracket { that nobody shuts",
    "closing-brace": "A bracket } that nobody opened",
    "crossed-braces": "}{ the wrong way round }{",
    "backslashes": r"The path C:\lamps\new and a last \ one\\",
    "backslash-before-brace": r"A trap: \{ and \} and \\{",
    "percent": "100% of 50 % lamps, 3%off",
    "dollars": "It costs $5 and $$ more, not 7$",
    "maths": r"Bounds of $\alpha_i^2 \leq 3$ for $n$ lamps",
    "maths-open-brace": r"Bounds of $\alpha_{i$ for lamps",
    "tilde-and-caret": "A^2Lamp at ~3 ^ ~user",
    "underscore-hash-ampersand": "snake_case # 1 & R&D _ __init__",
    "angles": "Emit <action> then <look left>, a<b, b>a",
    "quotes": "Say \"light\" and 'dark', ``both'' and ''none``",
    "dashes": "one-two--three---four – five — six − seven",
    "at-signs": "lamp@example.org @article{fake, title={x}}\n@misc{fake2,",
    "accents": "Über die Größe des Ångström-Élans, ŁÓDŹ, naïve ﬁt",
    "combining-marks": "U\u0308ber e\u0301lan n\u0303a a\u0323\u0302",
    "greek-and-signs": "α-β of ℝ³: ≥ 3, ≤ 4, × 5, ± 6, → 7, ∞, −8°, 9²",
    "cjk": "灯笼的学习：一个数据集（第二版）",
    "emoji": "A lamp 💡 and a family 👩\u200d👩\u200d👧 and ❤\ufe0f",
    "right-to-left": "مصباح و שלום and \u202eturned\u202c",
    "newlines": "First paragraph,\nsame line.\n\nSecond paragraph.\r\nThird.",
    "white-space": "tab\there\u00a0no-break \u2003em\u3000wide  two   three",
    "control-characters": "nul \x00 bell \x07 escape \x1b delete \x7f c1 \x85 sep \u2028 end",
    "noncharacters": "first \ufffe second \uffff third \ufeff fourth",
    "command-like": r"\input{secrets} \newcommand \begin{document} \write18{ls} \end",
    "comment-like": "%% not a comment\n% nor this\n@comment{x} @string{y = {z}}",
    "html-like": "<p>Bold <b>lamp</b> &amp; &lt;x&gt; <script>alert(1)</script></p>",
    "ris-like": "Line\nER  - \nTY  - JOUR\n",
    "formula-like": "=cmd|' /C calc'!A0",
    "markdown-like": "# A *lamp* [x](y) `z` | - | <br>\n* item\n---",
    "only-specials": r"{}\%$#&_~^<>\"" + "'`@|,;=",
    "ends-with-backslash": "a lamp \\",
    "long-word": "lamp" * 500,
}
"""Texts that want to break a file: what they show -> the text."""

LONG_ABSTRACT = (
    "Lanterns that learn to dim themselves save a third of their oil (50% at dusk). " * 256
)
"""About 20,000 characters."""

ADA = Name(family="Lindqvist", given="Ada Maria")
BO = Name(family="Ō'Brien", given="Bo")
NAMES = (
    ADA,
    BO,
    Name(family="Berg", given="Jan", non_dropping_particle="van der"),
    Name(family="Humboldt", given="Wilhelm", dropping_particle="von"),
    Name(family="Gracián", given="José Luis", non_dropping_particle="de la", suffix="Jr."),
    Name(family="Okafor", given="Ngozi", suffix="III"),
    Name(family="Plato"),
    Name(family="García Márquez", given="Inés"),
    Name(family="Mc{Brace", given="O{dd}"),
    Name(family="Salt and Pepper", given="Sam"),
    Name(family="Comma, Inc", given="A, B"),
    Name(family="灯", given="笼"),
    Name(family="Şahin", given="Çağrı İ."),
    Name(family="others", given="et al"),
    Name(family="del Sur", given="jean-luc"),
    Name(literal="The Lantern Team"),
    Name(literal="Oil and Wick, Ltd. & Sons"),
    Name(literal="others"),
    Name(literal="50%_Lamp {Group"),
)
"""A name of every kind."""


def _link(url, kind, *, roles=(), promised=False, evidence="See there.", **found):
    return Link(
        url=url,
        raw_url=url,
        span=Span(0, len(url)),
        kind=kind,
        roles=(kind, *roles),
        promised=promised,
        evidence=evidence,
        **found,
    )


LINKS = (
    _link("https://github.com/lantern-lab/dimmer", LinkKind.CODE),
    _link(
        "https://gitlab.com/lantern-lab/dimmer_2",
        LinkKind.CODE,
        evidence=None,
        state=LinkState.MOVED,
        checked=datetime(2025, 7, 1, 10, 30, tzinfo=UTC),
        why="was renamed",
        leads_to="https://gitlab.com/lantern-lab/dimmer_3",
        repository=Repository(
            license="MIT", stars=12, archived=True, pushed=datetime(2024, 2, 3, tzinfo=UTC)
        ),
    ),
    _link(
        "https://lantern-lab.github.io/dimmer/?a=1&b=2#top",
        LinkKind.PROJECT,
        roles=(LinkKind.CODE, LinkKind.VIDEO),
    ),
    _link("https://huggingface.co/datasets/lantern-lab/dusk", LinkKind.DATASET, promised=True),
    _link("https://huggingface.co/lantern-lab/dimmer-7b", LinkKind.MODEL),
    _link("https://lantern-lab-dimmer.hf.space/", LinkKind.DEMO),
    _link("https://youtu.be/d1mm3r_-x", LinkKind.VIDEO),
    _link("https://arxiv.org/abs/2501.00001", LinkKind.PAPER),
    _link("https://lamps.example/~ada/100%25;v=1:8080/{x}/(y)/a,b|c'd", LinkKind.OTHER),
    _link("https://лампа.example/ключ\\x", LinkKind.OTHER),
    _link("https://github.com/lantern-lab/soon", LinkKind.CODE, promised=True),
)
"""A link of every kind; some promised, one with two more roles, one checked, some hostile."""

FULL = Entry(
    type=ItemType.ARTICLE,
    citekey=Citekey("lindqvist2025dimmer"),
    title="Dimmer: Lanterns that Learn from RL in 3D with T2I and GPT-4o",
    title_short="Dimmer",
    author=NAMES[:6],
    editor=(Name(family="Editor", given="Eve"), Name(literal="Lamp Board")),
    translator=(Name(family="Translator", given="Tao"),),
    collection_editor=(Name(family="Wickström", given="Sven"),),
    contributor=(Name(family="Oiler", given="Olga"), Name(literal="Lamp Helpers")),
    issued=Date(2025, 6, 23),
    original_date=Date(1987, season=2, circa=True),
    accessed=Date(2025, 7, 1),
    abstract="We dim 50% of all lamps.\n\nA second paragraph with α & β.",
    container_title="Journal of Lamp Studies",
    container_title_short="J. Lamp Stud.",
    collection_title="Lecture Notes in Lamps",
    collection_number="17",
    event_title="Ninth Meeting on Lamps",
    event_place="Lisbon, Portugal",
    event_date=Date(2025, 6, 20),
    publisher="Wick & Sons",
    publisher_place="Oslo",
    volume="12",
    issue="3",
    page="123-130",
    number="7",
    number_of_pages="240",
    number_of_volumes="3",
    chapter_number="5",
    section="Light",
    edition="2",
    version="1.0",
    genre="Technical report",
    medium="Vellum",
    issn="1234-5678",
    language="en-GB",
    license="CC BY 4.0",
    source="arXiv.org",
    archive="Lamp Museum",
    archive_location="Box 7",
    call_number="QA76.9",
    url="https://arxiv.org/abs/2506.12345",
    note="Eight pages",
    identifiers=Identifiers(
        doi=Doi("10.48550/arXiv.2506.12345"),
        arxiv=Arxiv(ArxivId("2506.12345"), version=2, primary_class="cs.CV"),
        openreview=OpenReviewId("d1mM3rX"),
        isbn=Isbn("9781234567897"),
        pmid=Pmid("12345678"),
        dblp="conf/lamp/Lindqvist25",
        semantic_scholar="0123456789abcdef0123456789abcdef01234567",
        openalex="W1234567890",
    ),
    links=LINKS,
    keywords=(
        Keyword("lamps"),
        Keyword("oil, and wick"),
        Keyword("R&D"),
        Keyword("cs.CV", automatic=True),
    ),
    notes=("Read this first.\n\nThen the appendix.", "Compare with <Candle>."),
    attachments=(
        Attachment("Full text", "files/dimmer.pdf", "application/pdf"),
        Attachment("Odd; name: x", "files/a;b:c\\d.pdf", "application/pdf"),
        Attachment("Slides", "https://lamps.example/slides.html"),
    ),
    collections=("HF Papers/Lamps", "To read"),
    status=Status.ACCEPTED,
    provenance={
        "title": Provenance(
            "listing.txt", span=(0, 60), score=0.9, at=datetime(2025, 7, 1, tzinfo=UTC)
        )
    },
    extra={"x-colour": "warm {white}"},
)
"""Every field is set."""

BARE = Entry(
    citekey=Citekey("taper"),
    title="Taper: a Candle Baseline",
    abstract="Nothing else is known. Code: https://github.com/lantern-lab/taper.",
    links=(_link("https://github.com/lantern-lab/taper", LinkKind.CODE),),
)
"""What a listing alone gives."""


def typed_entries() -> list[Entry]:
    """One entry a type, with what such a thing usually has."""
    return [
        Entry(
            type=item_type,
            citekey=Citekey(f"type-{item_type.value}"),
            title=f"A Lamp as {item_type.value}",
            author=(ADA, BO),
            issued=Date(2024, 11),
            container_title="Proceedings of Lamps",
            publisher="Wick & Sons",
            publisher_place="Oslo",
            volume="4",
            page="1-9, 12",
            number="17",
            version="2.1",
            genre="PhD thesis" if item_type is ItemType.THESIS else None,
            url="https://lamps.example/x_y?a=1&b=2",
        )
        for item_type in ItemType
    ]


def hostile_entries() -> list[Entry]:
    """One entry a hostile text, which stands in every field of free text."""
    return [
        Entry(
            citekey=Citekey(f"hostile-{name}"),
            title=text,
            author=(ADA,),
            issued=Date(2025),
            abstract=text,
            keywords=(Keyword(text),),
            notes=(text,),
            note=text,
            publisher=text,
        )
        for name, text in HOSTILE_TEXTS.items()
    ]


def sample_entries() -> list[Entry]:
    """All of them; every entry has a title and a key of its own."""
    return [
        FULL,
        BARE,
        *typed_entries(),
        Entry(citekey=Citekey("names"), title="Lamps of Many Names", author=NAMES),
        Entry(
            type=ItemType.PAPER_CONFERENCE,
            citekey=Citekey("dotted:key+x/y.z_1"),
            title="Only Editors",
            editor=(ADA, Name(literal="Lamp Board")),
            issued=Date(987, 1, 2),
            container_title="Lamps '87",
        ),
        Entry(
            citekey=Citekey("moved"),
            title="A Dead Link",
            issued=Date(2023, 12),
            links=(
                Link(
                    url="https://gone.example/",
                    raw_url="gone.example",
                    span=Span(4, 16),
                    kind=LinkKind.DEMO,
                    roles=(LinkKind.DEMO,),
                    state=LinkState.DEAD,
                ),
            ),
        ),
        Entry(citekey=Citekey("long"), title="A Long Abstract", abstract=LONG_ABSTRACT),
        *hostile_entries(),
    ]

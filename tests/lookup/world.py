"""A made-up world of papers, and what services would answer when they are asked for one.

Every record carries the number of the work that it is of, in a list beside it, so that a test knows
what was found. Texts are made of words by chance, the same at every run.
"""

import random
from dataclasses import dataclass, field

import msgspec

from refman.lookup import Candidate
from refman.model import Date, Doi, Entry, Identifiers, ItemType, Name, Provenance
from refman.normalise import parse_arxiv


def _words(text: str) -> list[str]:
    return text.split()


ADJECTIVES = _words(
    """amber brittle coarse distant elastic frugal gentle hollow idle joint keen latent
modular narrow ordinary patient quiet robust sparse tidy uneven vivid weary young zonal adaptive
causal diffuse episodic fluent granular hybrid implicit layered"""
)
NOUNS = _words(
    """lamps wicks harbours ferries kites moths lanterns bridges ledgers orchards gears mirrors
tides valleys clocks looms ropes anchors bells furnaces glaciers hedges canals kilns rafts sieves
turbines vaults wagons yeasts pumps quarries beacons cisterns dams"""
)
VERBS = _words(
    """trimming sorting weighing mapping pruning steering tracing folding mending predicting
grasping aligning sampling charting tuning binding sketching routing"""
)
FILLERS = _words(
    """slowly often under near with against between about over through across while because
until where although each every several many few most some other same early late long short wide
deep first second final open closed warm cold new old bright dark"""
)
FAMILIES = _words(
    """Berg Ostrov Nakaya Delacroix Okoro Lindqvist Haddad Moreau Petrovic Silva Tanaka Weiss
Quist Yamada Zoric Alvarez Brandt Castell Duarte Eriksen Fontaine Grieg Holm Ivarsson Janssen Kovač
Löwe Müller Nørgaard Öztürk"""
)
GIVENS = _words(
    """Ada Bo Clara Dmitri Elena Farid Greta Hugo Ines Jonas Kaya Lars Mira Nils Olga Pavel
Quirin Rosa Sven Tilda Ulf Vera Wim Xenia Yara Zeno"""
)
VENUES = (
    ("Journal of Lamp Studies", ItemType.ARTICLE_JOURNAL),
    ("Transactions on Harbour Engineering", ItemType.ARTICLE_JOURNAL),
    ("Conference on Wicks and Glass", ItemType.PAPER_CONFERENCE),
    ("Symposium on Small Ferries", ItemType.PAPER_CONFERENCE),
)
LISTING = Provenance("listing.txt", (0, 10), 0.9)


@dataclass(frozen=True)
class Paper:
    number: int
    title: str
    abstract: str
    author: tuple[Name, ...]
    year: int
    arxiv: str
    doi: str
    venue: tuple[str, ItemType]


@dataclass
class Answers:
    """What services answer for one paper; ``works`` by the place of the record."""

    records: list[Candidate] = field(default_factory=list)
    works: list[str] = field(default_factory=list)

    def add(self, work: str, source: str, entry: Entry) -> None:
        self.records.append(Candidate(source=source, entry=entry))
        self.works.append(work)

    def work_of(self, candidate: Candidate) -> str:
        return self.works[self.records.index(candidate)]


def _abstract(chance: random.Random) -> str:
    sentences = []
    for _ in range(chance.randint(5, 8)):
        words = [
            chance.choice(pool)
            for _ in range(6)
            for pool in (FILLERS, ADJECTIVES, NOUNS, VERBS)
            if chance.random() < 0.7
        ]
        sentences.append(" ".join(words).capitalize() + ".")
    return " ".join(sentences)


def _title(chance: random.Random, number: int) -> str:
    one, two = (word.capitalize() for word in chance.sample(ADJECTIVES, 2))
    first, second = (word.capitalize() for word in chance.sample(NOUNS, 2))
    verb = chance.choice(VERBS).capitalize()
    forms = (
        f"{verb} {one} {first} by {two} {second}",
        f"{first.upper()[:4]}{number}: {verb} {one} {second} at Night",
        f"A {one} View of {first} and {second}",
        f"{one}-{first} {verb} for {two} {second}",
    )
    return forms[number % len(forms)]


def papers(number: int, seed: int = 7) -> list[Paper]:
    """Return papers, all of other titles."""
    chance = random.Random(seed)
    made: dict[str, Paper] = {}
    while len(made) < number:
        place = len(made)
        title = _title(chance, place)
        people = tuple(
            Name(family=family, given=chance.choice(GIVENS))
            for family in chance.sample(FAMILIES, chance.randint(2, 6))
        )
        year = chance.randint(2015, 2025)  # arXiv's numbers have five digits since then
        made[title] = Paper(
            number=place,
            title=title,
            abstract=_abstract(chance),
            author=people,
            year=year,
            arxiv=f"{year % 100:02d}{chance.randint(1, 12):02d}.{10000 + place}",
            doi=f"10.1234/world.{place}",
            venue=VENUES[place % len(VENUES)],
        )
    return list(made.values())


def draft(paper: Paper, **more) -> Entry:
    """Return what a listing gives of a paper: its title and abstract, and what is told."""
    told = {"title": paper.title, "abstract": paper.abstract} | more
    return Entry(**told, provenance=dict.fromkeys(told, LISTING))


def preprint(paper: Paper, **more) -> Entry:
    told = {
        "type": ItemType.ARTICLE,
        "title": paper.title,
        "abstract": paper.abstract,
        "author": paper.author,
        "issued": Date(paper.year, 3, 1),
        "identifiers": Identifiers(arxiv=parse_arxiv(f"arXiv:{paper.arxiv}v2")),
    }
    return Entry(**(told | more))


def publication(paper: Paper, **more) -> Entry:
    venue, kind = paper.venue
    told = {
        "type": kind,
        "title": paper.title,
        "author": paper.author,
        "issued": Date(paper.year + paper.number % 2),
        "container_title": venue,
        "volume": str(paper.number + 1),
        "page": f"{paper.number * 10 + 1}-{paper.number * 10 + 9}",
        "identifiers": Identifiers(doi=Doi(paper.doi)),
    }
    return Entry(**(told | more))


def initials(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(msgspec.structs.replace(name, given=f"{name.given[0]}.") for name in names)


WRITTEN = {
    "as it is": lambda title: title,
    "capitals": str.upper,
    "small": str.lower,
    "full stop": lambda title: f"{title}.",
    "glued": lambda title: title.replace(" ", "", 1),
    "hyphens": lambda title: title.replace("-", " ").replace(" by ", "-by-"),
    "marks": lambda title: f"<i>{title.split()[0]}</i>\n   {' '.join(title.split()[1:])}",
    "latex": lambda title: f"{{\\textbf{{{title.split()[0]}}}}} {' '.join(title.split()[1:])}",
}


def true_records(answers: Answers, paper: Paper, chance: random.Random) -> None:
    """Add what good services answer, each in its manner."""
    work = f"paper {paper.number}"
    write = WRITTEN[chance.choice(sorted(WRITTEN))]
    answers.add(work, "arxiv", preprint(paper, title=write(paper.title)))
    answers.add(
        work, "semantic_scholar",
        publication(paper, author=initials(paper.author), abstract=paper.abstract,
                    title=f"{paper.title}."),
    )  # fmt: skip
    answers.add(work, "crossref", publication(paper, title=paper.title.upper()))
    answers.add(
        work, "dblp",
        publication(paper, identifiers=Identifiers(doi=Doi(paper.doi), dblp=f"x/{paper.number}")),
    )  # fmt: skip


def workshop(paper: Paper, **more) -> Entry:
    """Return an earlier version of the paper: same people, same abstract, another place and DOI."""
    told = {
        "type": ItemType.PAPER_CONFERENCE,
        "container_title": "Workshop on Unfinished Lamps",
        "abstract": paper.abstract,
        "issued": Date(paper.year),
        "identifiers": Identifiers(doi=Doi(f"10.5678/workshop.{paper.number}")),
        "volume": None,
        "page": None,
    }
    return publication(paper, **(told | more))


def decoys(answers: Answers, paper: Paper, other: Paper, chance: random.Random) -> None:
    """Add what looks like the paper and is not."""
    number = paper.number
    words = paper.title.split()
    place = chance.randrange(len(words))
    others = [noun.capitalize() for noun in NOUNS if noun.capitalize() not in words]
    near = " ".join([*words[:place], chance.choice(others), *words[place + 1 :]])
    doi = f"10.9999/decoy.{number}"
    arxiv = Identifiers(arxiv=parse_arxiv(f"arXiv:0909.{1000 + number}"))

    def named(kind: str) -> Identifiers:
        return Identifiers(doi=Doi(f"{doi}.{kind}"))

    strangers = other.author
    add = answers.add
    add("near title", "crossref", publication(paper, title=near, author=strangers,
        identifiers=named("near"), abstract=other.abstract))  # fmt: skip
    add("part two", "crossref", publication(paper, title=f"{paper.title}, Part II",
        identifiers=named("part")))  # fmt: skip
    add("same title", "openalex", publication(paper, author=strangers, abstract=other.abstract,
        identifiers=named("same")))  # fmt: skip
    add("same title", "arxiv", preprint(paper, author=strangers, abstract=other.abstract,
        identifiers=arxiv, issued=Date(paper.year)))  # fmt: skip
    add("same title", "semantic_scholar", publication(paper, author=(), abstract=other.abstract,
        identifiers=Identifiers(), container_title=None))  # fmt: skip
    add("same names", "crossref", publication(paper, title=other.title, identifiers=named("names")))
    add("swapped abstract", "hf_papers", preprint(other, abstract=paper.abstract))
    add("erratum", "crossref", publication(paper, title=f"Erratum: {paper.title}",
        identifiers=named("erratum")))  # fmt: skip
    add("comment", "crossref", publication(paper, title=f"Comment on “{paper.title}”",
        identifiers=named("comment"), abstract=paper.abstract))  # fmt: skip
    add("reviewed", "openalex", publication(paper, title=f'Review for "{paper.title}"',
        type=ItemType.REVIEW, identifiers=named("review")))  # fmt: skip
    add("retraction", "crossref", publication(paper, title=f"Retraction: {paper.title}",
        identifiers=named("retraction"), abstract=paper.abstract))  # fmt: skip
    add("echo", "arxiv", preprint(other, title=f"{words[0]} Is All You Need",
        identifiers=arxiv))  # fmt: skip
    add("thesis", "openalex", publication(paper, type=ItemType.THESIS, author=paper.author[:1],
        issued=Date(paper.year + 1), identifiers=Identifiers(), container_title=None,
        volume=None, page=None))  # fmt: skip
    add("data", "datacite", publication(paper, type=ItemType.DATASET, container_title=None,
        title=f"Data for: {paper.title}", identifiers=named("data")))  # fmt: skip
    add("data", "datacite", publication(paper, type=ItemType.DATASET, container_title=None,
        abstract=paper.abstract, identifiers=named("data2"), volume=None, page=None))  # fmt: skip
    add("book", "openalex", publication(paper, type=ItemType.BOOK, author=strangers,
        container_title=None, identifiers=named("book")))  # fmt: skip
    add("volume", "dblp", Entry(type=ItemType.BOOK, title=f"Proceedings of {paper.venue[0]}",
        issued=Date(paper.year)))  # fmt: skip

"""A foreign folder as it is decided before a line is written: who exists, who links to whom, who uses which word."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from benchmarks.planting import words

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded

ROOT = Path(__file__).parents[2]
COVERS = tuple(f"{name}.png" for name in ("dossier", "mairie", "ecole", "bus", "famille", "bureau", "calcul", "carte"))

COPIED = 50  # in so many guides, one table of editors is copied
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class UseCase:
    """A use case of ours that some guides are about, and the addresses where it is asked for."""

    id: str
    name: str
    bundle: str
    datapass: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a guide is about, before its text."""

    number: int
    path: str
    title: str
    tags: tuple[str, ...]
    apis: tuple[str, ...]
    use_case: UseCase | None = None
    post: bool = False
    rows: tuple[Row, ...] = ()
    copied: str = ""

    @property
    def route(self) -> str:
        """The guide's address on the site that it comes from."""
        return f"/{self.path.removesuffix('.md')}"


@dataclass(slots=True)
class Site:
    """The whole folder's plan, and what has been used of it so far."""

    plans: list[Plan]
    apis: dict[str, str]
    use_cases: list[UseCase]
    rng: random.Random
    files: dict[str, bytes] = field(default_factory=dict)
    grown: dict[str, int] = field(default_factory=dict)
    made: dict[str, Callable[[Path], object]] = field(default_factory=dict)
    misplaced: list[tuple[str, str]] = field(default_factory=list)
    tag_uses: Counter[str] = field(default_factory=Counter)
    row_uses: Counter[Row] = field(default_factory=Counter)
    copied: list[tuple[Row, ...]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    lone: list[str] = field(default_factory=list)

    def other(self, number: int) -> Plan:
        """Return another guide, that links may lead to."""
        guides = [plan for plan in self.plans[max(0, number - 20) : number + 20] if not plan.post]
        return self.rng.choice([plan for plan in guides if plan.number != number] or self.plans[:1])


def planned(count: int, rng: random.Random) -> Site:
    """Decide what a folder of so many guides holds."""
    apis = dict(_apis())
    site = Site([], apis, list(_use_cases()), rng, lone=list(words.LONE_TAGS))
    rng.shuffle(site.lone)
    tables = _tables(rng)
    for number in range(count):
        site.plans.append(_plan(site, number, tables))
    site.copied = [next(tables) for _ in range(max(2, count // COPIED))]
    for plan in site.plans:
        site.tag_uses.update(plan.tags)
        site.row_uses.update(plan.rows)
    return site


def town(rng: random.Random) -> str:
    """Return the name of a town that doesn't exist."""
    return f"{rng.choice(words.TOWN_STARTS)}{rng.choice(words.TOWN_ENDS)}"


def _plan(site: Site, number: int, tables: Iterator[tuple[Row, ...]]) -> Plan:
    rng = site.rng
    tags = tuple(rng.sample(words.TAGS, rng.randint(1, 4)))
    apis = tuple(rng.sample(sorted(site.apis), rng.choice((0, 1, 1, 2, 3))))
    if rng.random() < 0.15:
        title = f"{rng.choice(words.TOPICS)}, l'exemple de {town(rng)}"
        day = f"{rng.randint(2016, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        return Plan(number, f"actualites/{day}-{slugified(title)}-{number}.md", title, tags[:1], (), post=True)
    use_case = rng.choice(site.use_cases) if rng.random() < 0.4 else None
    if use_case:
        title = rng.choice((use_case.name, f"{use_case.name} à {town(rng)}", f"Guide : {use_case.name}"))
        name = f"{use_case.id}-{number}"
    else:
        title = rng.choice((f"{rng.choice(words.TOPICS)} à {town(rng)}", rng.choice(words.TOPICS)))
        name = f"{slugified(title)}-{number}"
    folder = "guides/" if rng.random() < 0.9 else f"guides/{rng.choice(('communes', 'regions'))}/"
    rows = next(tables) if rng.random() < 0.4 else ()
    return Plan(number, f"{folder}{name}.md", title, tags, apis, use_case, rows=rows)


def _tables(rng: random.Random) -> Iterator[tuple[Row, ...]]:
    """Yield tables of editors, no two of which have the same rows."""
    couples = [(editor, solution) for editor, solutions in words.EDITORS.items() for solution in solutions]
    seen = set[tuple[Row, ...]]()
    while True:
        rows = tuple(sorted(rng.sample(couples, rng.randint(3, 7))))
        if rows not in seen:
            seen.add(rows)
            yield rows


def _use_cases() -> Iterator[UseCase]:
    listed = yaml.safe_load((ROOT / "data/use_cases.yaml").read_text(encoding="utf-8"))["use_cases"]
    for record in listed:
        forms = tuple(form["id"] for form in record["forms"])
        yield UseCase(record["id"], record["name"], record["bundle"], record["datapass_use_case"], forms)


def _apis() -> Iterator[tuple[str, str]]:
    """Yield the titles that the folder's API records bear, with the name of their file: no two look alike."""
    titles = ["API Particulier", "API Entreprise", "API Impôt particulier"]
    for path in sorted((ROOT / "content/api").rglob("*/*.md")):
        found = re.search(r"^title: *(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        titles += [found[1].strip("\"' ")] if found else []
    seen = set[str]()
    for title in titles:
        if folded(title) not in seen and ":" not in title:
            seen.add(folded(title))
            yield title, slugified(title)

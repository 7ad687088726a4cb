"""Guides of about six kilobytes, invented: as many as one wants, and the same ones each time.

They are plain Markdown, that any engine reads: headings, lists, tables, quotes, code, links from one to another.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.vocabulary import (
    ACTORS,
    CELLS,
    COLUMNS,
    HEADINGS,
    INFINITIVES,
    MOMENTS,
    OBJECTS,
    OPENINGS,
    SUBHEADINGS,
    SYLLABLES,
    TAGS,
    TOPICS,
    VERBS,
)

SIZE = 5_200  # bytes of a body, that its last part passes: some six thousand in all
_WIDTH = 120
_SCATTERED = 7_919  # two numbers that follow each other give nouns that don't


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide before it is written: `name` is its file's, without « .md »."""

    name: str
    title: str
    tagline: str
    tags: tuple[str, ...]
    body: str

    def text(self, *more: str) -> str:
        """Return the file, with more lines in its front matter if any is given."""
        tags = (f"  - {tag}" for tag in self.tags)
        matter = (f"title: {self.title}", f"tagline: {self.tagline}", "tags:", *tags, *more)
        return "\n".join(("---", *matter, "---", "", self.body))


def names(count: int) -> list[str]:
    """Return the names that guides have when nothing else gives them one."""
    return [f"guide-{number:05}" for number in range(count)]


def guides(names: Sequence[str], seed: int = 1) -> Iterator[Guide]:
    """Yield a guide for each name; the n-th is the same whatever their count, its links to others aside."""
    for number in range(len(names)):
        yield _Writer(random.Random(f"{seed}-{number}"), number, names).guide()  # noqa: S311  no secret


def invented(number: int) -> str:
    """Return a proper noun that is this number's alone up to 160,000, two letters or more away from any other's."""
    base = len(SYLLABLES)
    ranks = [number * _SCATTERED // base**power % base for power in range(4)]
    check = sum((2 * place + 1) * rank for place, rank in enumerate(ranks)) % base
    return "".join(SYLLABLES[rank] for rank in (*ranks, check)).capitalize()


class _Writer:
    """Writes one guide, from its own chance."""

    def __init__(self, chance: random.Random, number: int, names: Sequence[str]) -> None:
        self.chance = chance
        self.number = number
        self.names = names

    def guide(self) -> Guide:
        topic, town = self.one(TOPICS), invented(self.number)
        tagline = f"Ce qu’il faut savoir sur {topic} à {town} pour {self.one(INFINITIVES)} {self.one(OBJECTS)}."
        tags = tuple(sorted(self.chance.sample(TAGS, 2)))
        return Guide(self.names[self.number], f"{_capital(topic)} à {town}", tagline, tags, self.body())

    def body(self) -> str:
        blocks = [self.paragraph(), self.paragraph()]
        kinds = (self.bullets, self.steps, self.table, self.code, self.quote, self.links)
        size = 0
        for rank, heading in enumerate(self.chance.sample(HEADINGS, len(HEADINGS))):
            blocks += [f"## {heading}", self.paragraph(), kinds[rank % len(kinds)]()]
            if rank % 3 == 2:
                blocks += [f"### {self.one(SUBHEADINGS)}", self.paragraph()]
            size = sum(len(block.encode()) for block in blocks)
            if size > SIZE:
                break
        return "\n\n".join(blocks) + "\n"

    def paragraph(self) -> str:
        return _wrapped(" ".join(self.sentence() for _ in range(self.chance.randint(2, 4))))

    def sentence(self) -> str:
        actor, other = self.chance.sample(ACTORS, 2)
        verb, deed = self.chance.sample(VERBS, 2)
        thing, matter = self.chance.sample(OBJECTS, 2)
        moment = self.one(MOMENTS)
        town = invented(self.chance.randrange(100_000))
        first, second = self.chance.randint(20, 900), self.chance.randint(2, 19)
        forms = (
            f"{_capital(actor)} {verb} {thing} {moment}.",
            f"{self.one(OPENINGS)}, {actor} {verb} **{thing}**, et {other} {deed} {matter}.",
            f"Pour {self.one(INFINITIVES)} {thing}, {actor} {verb} d’abord {matter}.",
            f"Quand {actor} {verb} {thing}, {other} {deed} {matter} {moment}.",
            f"À {town}, {actor} a traité {first} demandes, dont {second} {moment}.",
            f"{_capital(other)} {deed} *{matter}* : {actor} {verb} {thing}.",
        )
        return self.one(forms)

    def bullets(self) -> str:
        return "\n".join(_wrapped(f"- {self.sentence()}", 2) for _ in range(self.chance.randint(3, 6)))

    def steps(self) -> str:
        return "\n".join(_wrapped(f"{rank}. {self.sentence()}", 3) for rank in range(1, self.chance.randint(4, 6)))

    def table(self) -> str:
        columns = self.chance.sample(COLUMNS, 4)
        rows = [self.chance.sample(CELLS, 4) for _ in range(self.chance.randint(4, 8))]
        return "\n".join(f"| {' | '.join(row)} |" for row in (columns, ["---"] * 4, *rows))

    def code(self) -> str:
        town, amount = invented(self.chance.randrange(100_000)), self.chance.randint(100, 2_000)
        function = f'def tarif(quotient):\n    """Tarif de {town}."""\n    return 1 if quotient < {amount} else 3.5'
        samples = (
            f'```json\n{{\n  "commune": "{town}",\n  "quotient": {amount},\n  "actif": true\n}}\n```',
            f"```python\n{function}\n```",
            f"```sh\ncurl --silent https://exemple.org/{town.lower()} | jq .quotient\n```",
        )
        return f"{self.one(samples)}\n\nLe champ `quotient` vaut {amount} dans cet exemple."

    def quote(self) -> str:
        return "\n".join(f"> {self.sentence()}" for _ in range(2))

    def links(self) -> str:
        found = [int(self.chance.random() * len(self.names)) for _ in range(4)]  # as much chance, however many
        leading = (f"- [Le guide de {invented(to)}]({self.names[to]}.md) : {self.sentence()}" for to in found)
        return "\n".join(_wrapped(item, 2) for item in leading)

    def one(self, of: tuple[str, ...]) -> str:
        return self.chance.choice(of)


def _wrapped(text: str, indent: int = 0) -> str:
    return textwrap.fill(text, _WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

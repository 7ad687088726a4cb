"""A guide being written: lines that know which findings they deserve, wherever they end up in the file."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

HEADER = ("header", "title", "tagline", "tags", "image", "flags", "api", "unknown", "date")


@dataclass(eq=False, slots=True)
class Line:
    """A line, and what is to be found there; a finding with a kind counts at the first line of that kind only."""

    text: str
    findings: list[tuple[str, str]] = field(default_factory=list)
    decoys: list[str] = field(default_factory=list)

    def deserves(self, *rules: str, kind: str = "") -> None:
        """Say what the line is at fault for."""
        self.findings += [(rule, kind) for rule in rules]


@dataclass(eq=False, slots=True)
class Block:
    """Lines that stand together between two blank ones."""

    kind: str
    lines: list[Line]
    level: int = 0
    free: bool = True


@dataclass(slots=True)
class Style:
    """How somebody types: which apostrophe, which space before a high sign, which ends of lines."""

    apostrophe: str
    space: str
    newline: str

    def typed(self, words: str) -> str:
        """Return words as that person types them."""
        words = words.replace("'", self.apostrophe)
        for sign in ":;!?»":
            words = words.replace(f" {sign}", f"{self.space}{sign}")
        return words.replace("« ", f"«{self.space}")


@dataclass(eq=False, slots=True)
class Draft:
    """A guide that can still be changed. What it has been given is claimed, so that no two faults meet."""

    path: str
    number: int
    rng: random.Random
    style: Style
    header: dict[str, list[Line]]
    body: list[Block]
    use_case: str = ""
    opening: Line = field(default_factory=lambda: Line("---"))
    closing: Line | None = field(default_factory=lambda: Line("---"))
    before: list[Line] = field(default_factory=list)
    claimed: set[str] = field(default_factory=set)
    codec: str = "utf-8"
    pasted: Line | None = None

    def lines(self) -> list[Line]:
        """Return the file's lines, in order."""
        written = list(self.before)
        if self.header:
            written += [self.opening, *chain.from_iterable(self.header.values())]
            written += [self.closing] if self.closing else []
        for block in self.body:
            written += [Line(""), *block.lines] if written else block.lines
        return written

    def raw(self) -> bytes:
        """Return the file's bytes."""
        if self.codec.startswith("utf-16"):
            text = self.style.newline.join(line.text for line in self.lines())
            return ("\ufeff" + text + self.style.newline).encode(self.codec)
        codecs = ((line, "cp1252" if line is self.pasted else self.codec) for line in self.lines())
        newline = self.style.newline.encode()
        return newline.join([*(line.text.encode(codec) for line, codec in codecs), b""])

    def say(self, words: str) -> str:
        """Return words with the author's apostrophes and spaces."""
        return self.style.typed(words)

    def prose(self) -> Line | None:
        """Return the line of a paragraph that nothing was done to yet, and take it."""
        free = [block for block in self.body if block.kind == "prose" and block.free]
        if not free:
            return None
        block = self.rng.choice(free)
        block.free = False
        return block.lines[0]

    def add(self, words: str, *rules: str, kind: str = "") -> bool:
        """Add a sentence to a paragraph, with what is wrong in it."""
        line = self.prose()
        if line is None:
            return False
        line.text += f" {words}"
        line.deserves(*rules, kind=kind)
        return True

    def insert(self, kind: str, texts: Sequence[str]) -> Block:
        """Put a block after a paragraph or a piece of code, and return it; code in a margin stays under its words."""
        after = [*(block.lines[0].text for block in self.body[1:]), ""]
        places = [
            number
            for number, (block, below) in enumerate(zip(self.body, after, strict=True), 1)
            if block.kind in {"prose", "code"} and not below.startswith("    ")
        ]
        block = Block(kind, [Line(text) for text in texts], free=False)
        self.body.insert(self.rng.choice(places), block)
        return block

    def headings(self, *levels: int) -> list[Block]:
        """Return the headings of some levels, in order."""
        return [block for block in self.body if block.kind == "heading" and block.level in levels]

    def key(self, name: str) -> Line | None:
        """Return the line of a key of the header."""
        return self.header[name][0] if name in self.header else None


def expected(lines: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Yield what is to be found in a file's lines: rule and line number."""
    seen = set[tuple[str, str]]()
    for number, line in enumerate(lines, 1):
        for rule, kind in line.findings:
            if not kind or (rule, kind) not in seen:
                yield rule, number
            seen.add((rule, kind))

"""How much a page may hold. Past that, the time that Markdown takes grows with the square of what it reads.

Each limit is several times what our longest page needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

LONGEST_PAGE = 100_000  # characters
MOST_TAGS = 2_000  # « < » of a page
LONGEST_PARAGRAPH = 10_000  # characters between two blank lines
MOST_BRACKETS = 300  # of a paragraph, and as many « < »: each is looked for its end
MOST_DEFINITIONS = 100  # without a blank line between them
DEEPEST = 10  # quotes and lists, one in another
_WIDEST = 60  # spaces that a line opens with: more than any list needs
# Looked for after a line break put before the text: the search skips from one to the next.
_TOO_WIDE = re.compile(rf"\n[^\S\n]{{{_WIDEST + 1}}}")
_TOO_DEEP = re.compile(rf"\n(?:[ \t]*(?:>|(?:[-*+]|\d{{1,9}}[.)])(?=[ \t]))){{{DEEPEST + 1}}}")
_DEFINITION = re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Excess:
    """Too much of something; `line` counts from 1 in the text."""

    line: int
    rule: str
    message: str
    remedy: str


def excesses(text: str) -> Iterator[Excess]:
    """Yield what a page's text has too much of."""
    if len(text) > LONGEST_PAGE:
        message = f"le texte compte {len(text)} caractères, {LONGEST_PAGE} au plus."
        yield Excess(1, "fichier-trop-gros", message, "Découpez-le en plusieurs pages.")
        return
    if (count := text.count("<")) > MOST_TAGS:
        message = f"le texte compte {count} signes « < », {MOST_TAGS} au plus."
        yield Excess(1, "fichier-trop-gros", message, "Découpez-le en plusieurs pages.")
        return
    if wide := _TOO_WIDE.search(f"\n{text}"):
        message = f"cette ligne commence par plus de {_WIDEST} espaces."
        remedy = "Retirez-les : une liste dans une liste en demande quatre."
        yield Excess(_line(text, wide), "trop-imbrique", message, remedy)
        return
    numbered = enumerate(text.split("\n"), 1)
    for blank, lines in groupby(numbered, lambda line: not line[1].strip()) if _may_exceed(text) else ():
        if not blank:
            yield from _of_paragraph(list(lines))


def _may_exceed(text: str) -> bool:
    """Tell whether a whole text has more of something than one paragraph may: few have."""
    return (
        len(text) > LONGEST_PARAGRAPH
        or max(map(text.count, "[<")) > MOST_BRACKETS
        or text.count(":") > MOST_DEFINITIONS
        or _TOO_DEEP.search(f"\n{text}") is not None
    )


def _of_paragraph(numbered: list[tuple[int, str]]) -> Iterator[Excess]:
    first, paragraph = numbered[0][0], "\n".join(line for _, line in numbered)
    for counted, most, what in (
        (len(paragraph), LONGEST_PARAGRAPH, "caractères"),
        (paragraph.count("["), MOST_BRACKETS, "crochets « [ »"),
        (paragraph.count("<"), MOST_BRACKETS, "signes « < »"),
        (len(_DEFINITION.findall(paragraph)), MOST_DEFINITIONS, "définitions"),
    ):
        if counted > most:
            message = f"ce paragraphe compte {counted} {what}, {most} au plus."
            yield Excess(first, "paragraphe-trop-long", message, "Découpez-le : laissez des lignes vides.")
            return
    if deep := _TOO_DEEP.search(f"\n{paragraph}"):
        message = f"plus de {DEEPEST} niveaux de listes ou de citations, les uns dans les autres."
        remedy = "Écrivez des paragraphes, ou une liste d’un niveau ou deux."
        yield Excess(first + _line(paragraph, deep) - 1, "trop-imbrique", message, remedy)


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1

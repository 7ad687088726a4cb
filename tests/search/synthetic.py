"""Pages of invented words, as many as one wants: the same ones each time, as common and as rare as words are."""

from __future__ import annotations

import random
from functools import partial
from itertools import accumulate

from guides_api.pages.page import SitePage
from guides_api.pages.search.entry import Entry, Part
from guides_api.pages.search.reader import BODY, HEADINGS, LEAD, LINKS, TITLE
from guides_api.pages.search.state import Source

CONSONANTS = ("b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "tr", "pl")
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in "aeiou"]
VOCABULARY = 20_000
LENGTHS = {TITLE: 6, HEADINGS: 20, LEAD: 20, LINKS: 40}


def vocabulary(seed: int = 1) -> list[str]:
    """Return invented words, the most common first."""
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        found["".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4))))] = None
    return list(found)


def pages(count: int, body: int) -> list[Source]:
    """Return pages, each with a body of so many words, whose n-th most common word is n times as rare as the first."""
    words = vocabulary()
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    rng = random.Random(2)
    found = []
    for number in range(count):
        fields = {
            name: " ".join(rng.choices(words, cum_weights=weights, k=length))
            for name, length in (LENGTHS | {BODY: body}).items()
        }
        page = SitePage(f"pages/{number:05}.md", fields[TITLE].capitalize(), "-", "guide", "-", {})
        opening = Part("", page.title, f"{fields[LEAD].capitalize()}.", fields)
        found.append(Source(page, str(number), partial(Entry, opening, ())))
    return found

"""What a contributor did wrong, told so that they can mend it: place, record, value, remedy."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

ACCEPTED_SHOWN = 12
LONGEST = 1000
_TELLING = 4  # letters that a beginning has before it names something
_SIGNS = re.compile(r"[\W_]+")
_FRENCH_SPACES = "\u00a0\u202f"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of the project; lines and columns count from 1, line 0 is the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __reduce__(self) -> tuple[type[Place], tuple[object, ...]]:
        """Pickle in the quickest way: each value of each file has its place."""
        return Place, (self.path, self.line, self.column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Severity(enum.StrEnum):
    """An error stops the build; a warning is shown by `guides check` and stops nothing."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake, in French. Problems sort by place."""

    place: Place
    rule: str
    message: str
    record: str = ""
    accepted: tuple[str, ...] = ()
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the lines shown to a contributor, without a final line break."""
        lines = [" : ".join(part for part in (str(self.place), self.record, self.message) if part)]
        if self.accepted:
            lines.append(f"  Valeurs possibles : {listed(self.accepted)}")
        if self.remedy:
            lines.append(f"  {self.remedy}")
        return "\n".join(shortened(visible(line)) for line in lines)


class ProblemsFoundError(Exception):
    """The catalogue can't be used: `problems` holds every error, and the warnings met on the way."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def visible(text: str) -> str:
    """Return text on one line, with what can't be seen, or would drive a terminal, written as ⟨U+202E⟩."""
    line = text.replace("\n", " ")
    if line.isprintable():
        return line
    return "".join(
        letter if letter.isprintable() or letter in _FRENCH_SPACES else f"⟨U+{ord(letter):04X}⟩" for letter in line
    )


def shortened(line: str) -> str:
    """Return a line that fits on a screen, whatever was put in a file."""
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def listed(values: Iterable[str]) -> str:
    """Join values with commas, the first dozen of them only."""
    kept = list(values)
    shown = ", ".join(kept[:ACCEPTED_SHOWN])
    return f"{shown}, … ({len(kept)} en tout)" if len(kept) > ACCEPTED_SHOWN else shown


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return text without case, accents, nor punctuation, so that near-identical names compare equal."""
    letters = text.casefold()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters.replace("œ", "oe").replace("æ", "ae"))
    return _SIGNS.sub("", letters)


def did_you_mean(received: str, accepted: Iterable[str]) -> str:
    """Return « Vouliez-vous dire … ? » for the accepted value that resembles most, else an empty text."""
    if len(received) > LONGEST:
        return ""
    by_folded = {folded(value): value for value in accepted}
    short = folded(received)
    close = get_close_matches(short, list(by_folded), n=1, cutoff=0.6) or [
        value for value in by_folded if len(short) >= _TELLING and (value.startswith(short) or short.startswith(value))
    ]
    return f"Vouliez-vous dire « {by_folded[close[0]]} » ?" if close else ""


def closest(received: str, accepted: Iterable[str]) -> tuple[str, ...]:
    """Return the accepted values, most alike first, so that a long list still shows the useful ones."""
    values = list(accepted)
    if len(values) <= ACCEPTED_SHOWN or len(received) > LONGEST:
        return tuple(values)
    alike = get_close_matches(received, values, n=ACCEPTED_SHOWN, cutoff=0.0)
    return (*alike, *(value for value in values if value not in alike))

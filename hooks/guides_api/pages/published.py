"""Addresses that the site has published, kept in a list: readers have bookmarked them, other sites link to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import PydanticCustomError

from guides_api.catalogue.problems import Place, Problem, Severity, listed
from guides_api.catalogue.removed import address_of_the_site
from guides_api.catalogue.sources import Reader

FILE = "data/addresses.txt"
_HEAD = """\
# Toutes les adresses que le site a publiées, une par ligne : aucune ne doit cesser de mener quelque part.
# « guides adresses » ajoute celles des pages nouvelles. N’en retirez aucune : docs/adresses.md dit quoi faire.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """The addresses of the list, each with its line, and the problems of the list itself; `text` is None without one.

    A site that was never published has none: nothing is then said of its addresses.
    """

    text: str | None
    lines: Mapping[str, int]
    problems: tuple[Problem, ...]

    def completed(self, addresses: Iterable[str]) -> str:
        """Return the text of the list with more addresses, in order below its comments."""
        written = (self.text or _HEAD).splitlines(keepends=True)
        comments = "".join(line for line in written if line.startswith("#"))
        return comments + "".join(f"{address}\n" for address in sorted({*self.lines, *addresses}))

    def unlisted(self, now: Iterable[str]) -> tuple[str, ...]:
        """Return those of some addresses that the list lacks, in order."""
        return tuple(sorted({*now} - self.lines.keys()))


def read_published(root: Path) -> Published:
    """Return the list of the project at root. A line that is no address is a problem of its own."""
    if not (root / FILE).exists():
        return Published(None, {}, ())
    reader = Reader(root)
    text = reader.text(FILE) or ""
    problems = list(reader.problems)
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        written = line.strip()
        if written and not written.startswith("#"):
            try:
                lines.setdefault(address_of_the_site(written), number)
            except PydanticCustomError as refused:
                problems.append(Problem(Place(FILE, number), "adresse-du-site", refused.message()))
    return Published(text, lines, tuple(problems))


def unlisted_problems(published: Published, unlisted: Sequence[str]) -> Iterator[Problem]:
    """Warn, once, of the site's addresses that the list lacks: nobody could tell if they were lost."""
    if published.text is not None and unlisted:
        these = "cette adresse du site n’y est" if len(unlisted) == 1 else "ces adresses du site n’y sont"
        yield Problem(
            Place(FILE),
            "adresse-a-noter",
            f"{these} pas encore : {listed(unlisted)}.",
            remedy="Un mainteneur lancera « guides adresses », qui les ajoute. Pour proposer une fiche, rien à faire.",
            severity=Severity.WARNING,
        )

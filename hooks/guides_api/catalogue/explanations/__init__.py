"""Why each rule is there, what breaks it and how to mend it: French data, a file a family of rules.

A new family: its file, its line here. A test refuses a rule without an explanation, and an explanation in vain.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guides_api.catalogue.fields import Slug, Title
from guides_api.catalogue.problems import Severity
from guides_api.catalogue.records import Part, Record
from guides_api.catalogue.shipped import shipped

FAMILIES = (
    "fichiers",
    "yaml",
    "cles_et_valeurs",
    "identifiants",
    "adresses",
    "demandes",
    "demandeurs",
    "editeurs",
    "formulaire",
    "dates",
    "themes",
    "mots",
    "texte",
    "liens",
    "composants",
    "schemas",
    "mentions_legales",
)
FOLDER = Path(__file__).parent


class Explanation(Part):
    """A rule, for the person who has broken it; `why` and `mend` are Markdown, `wrong` and `right` whole lines.

    `file` is where the excerpts would stand in the example project; there, `wrong` does break the rule, and `right`
    breaks none. ⟨U+200B⟩ stands in an excerpt for a character that can't be seen.
    """

    id: Slug
    severity: Severity
    title: str
    why: str
    file: str | None = None
    wrong: str
    right: str
    mend: str


class Family(Record):
    """Rules about one thing."""

    family: Title
    rules: tuple[Explanation, ...]


@cache
def families() -> tuple[Family, ...]:
    """Return every rule by family, from what is wrong with a file to what is wrong with a sentence.

    Raises ProblemsFoundError where the explanations themselves are malformed.
    """
    return tuple(map(_family, FAMILIES))


def explained(rule: str) -> Explanation | None:
    """Return what explains a rule, if there is such a rule."""
    return {item.id: item for family in families() for item in family.rules}.get(rule)


def _family(name: str) -> Family:
    return shipped(Family, FOLDER / f"{name}.yaml")

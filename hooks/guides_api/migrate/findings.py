"""What is wrong with somebody's guides: a rule, a place, a sentence. The rules themselves are French data."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from guides_api.catalogue.fields import Count, Slug
from guides_api.catalogue.problems import shortened, visible
from guides_api.catalogue.records import Part, Record
from guides_api.catalogue.shipped import shipped

FILE = Path(__file__).with_name("rules.yaml")


class Severity(enum.StrEnum):
    """An error misleads a reader or a build, or loses something; a warning is to be mended; advice may be followed."""

    ERROR = "erreur"
    WARNING = "avertissement"
    ADVICE = "conseil"


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect, in French. Findings sort by place; line 0 is a file as a whole."""

    rule: str
    severity: Severity
    path: str
    line: int
    message: str

    def __lt__(self, other: Finding) -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[str, int, str, str]:
        return self.path, self.line, self.rule, self.message


class Good(Part):
    """An example of what looks like a defect and is none.

    `body` or `header` is that of a guide of which nothing else can be said, `bodies` those of several such guides, by
    path; `files` are any others, whole. ⟨U+200B⟩ stands for a sign that can't be seen.
    """

    body: str | None = None
    header: str | None = None
    bodies: Mapping[str, str] = Field(default_factory=dict)
    files: Mapping[str, str] = Field(default_factory=dict)


class Bad(Good):
    """An example of what a rule finds: on which line of what is given, none for a file as a whole.

    `path` is the file's, where it isn't the only guide; `also` names what else is wrong in the folder.
    """

    path: str | None = None
    line: Count | None = None
    also: tuple[Slug, ...] = ()


class Rule(Part):
    """A rule, for the person whose guides it finds fault with; `why` and `mend` are Markdown."""

    id: Slug
    severity: Severity
    title: str
    why: str
    mend: str
    bad: Annotated[tuple[Bad, ...], Field(min_length=1)]
    good: Annotated[tuple[Good, ...], Field(min_length=2)]


class _Rules(Record):
    rules: tuple[Rule, ...]


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rules by id. Raises ProblemsFoundError where their file is malformed: it ships with the code."""
    return {rule.id: rule for rule in shipped(_Rules, FILE).rules}


def found(rule: str, path: str, line: int, message: str) -> Finding:
    """Return a finding of a rule, of which nothing can hide, nor drive a terminal."""
    return Finding(rule, rules()[rule].severity, path, line, shortened(visible(message)))

"""What a step of « Puis-je accéder ? » says: the answers already given, each with the way to change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guides_api.catalogue.applicants import Alternative, Applicant, Eligibility
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.editors import Editor, Solution
from guides_api.catalogue.models import Bundle, Prerequisite, UseCase
from guides_api.catalogue.orientation import applicants_of, eligible
from guides_api.pages.addresses import file_link
from guides_api.pages.steps import CASES, step_path
from guides_api.pages.templating import Words

START = "orientation/index.md"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in words, what it answers, and the link to the page where another one is given."""

    label: str
    words: str
    change: str
    href: Words


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers on the way to a page; `applicant` is unknown from the choice of the use case on."""

    catalogue: Catalogue
    path: str
    applicant: Applicant | None = None

    def who(self, words: str) -> Answer:
        """Return the answer to « Qui êtes-vous ? »."""
        return Answer("Organisme", words, "Changer d’organisme", self.link(START))

    def data(self, bundle: Bundle) -> Answer:
        """Return the answer to « De qui voulez-vous les données ? »."""
        back = step_path(self.applicant.id if self.applicant else CASES)
        return Answer("Données", f"{bundle.subject} ({bundle.name})", "Changer de données", self.link(back))

    def case(self, bundle: Bundle, words: str) -> Answer:
        """Return the answer to « Pour quelle démarche ? »."""
        back = step_path(self.applicant.id, bundle.id) if self.applicant else step_path(CASES)
        anchor = "" if self.applicant else bundle.id
        return Answer("Démarche", words, "Changer de démarche", self.link(back, anchor))

    def integration(self, use_case: UseCase, words: str) -> Answer:
        """Return the answer to « Qui va relier votre logiciel à l’API ? »."""
        return Answer("Intégration", words, "Changer qui intègre", self.link(step_path(CASES, use_case.id)))

    def to(self, use_case: UseCase) -> list[Answer]:
        """Return all the answers that lead to a use case."""
        bundle = self.catalogue.bundles[use_case.bundle]
        title = case_title(self.catalogue, use_case)
        return [self.who(publics(self.catalogue, use_case)), self.data(bundle), self.case(bundle, title)]

    def link(self, target: str, anchor: str = "") -> Words:
        """Return the link to another page's file."""
        return Words(f"{file_link(target, self.path)}{anchor and '#'}{anchor}")


def case_title(catalogue: Catalogue, use_case: UseCase) -> str:
    """Return a use case's name in the words of its guide, if it has one."""
    guide = catalogue.guide_of(use_case.id)
    return guide.title if guide else use_case.name


def software(editor: Editor, solution: Solution) -> str:
    """Name a solution and its editor; the same name twice is two forms of one software."""
    twins = [other for other in editor.solutions if other.name == solution.name]
    return f"{solution.name} ({editor.name}{f', {solution.form}' if twins[1:] else ''})"


def among(named: Applicant | Alternative | Prerequisite) -> str:
    """Return a record's name as words of a sentence."""
    return named.name[:1].lower() + named.name[1:]


def askers(catalogue: Catalogue, use_case: UseCase) -> str:
    """Name in a sentence those who choose a use case, those whom the legal team looks at aside."""
    found = applicants_of(catalogue, use_case)
    plain = [item for item in found if item.eligible is not Eligibility.EXAMINED]
    return either(among(item) for item in plain or found)


def publics(catalogue: Catalogue, use_case: UseCase) -> str:
    """Name a use case's publics, groups by their own name."""
    return ", ".join(catalogue.publics[public].name for public in use_case.publics)


def either(words: Iterable[str]) -> str:
    """Join words with « ou »: « a, b ou c »."""
    *firsts, last = words
    return f"{', '.join(firsts)} ou {last}" if firsts else last


def conditions(catalogue: Catalogue, use_case: UseCase) -> list[Mapping[str, str]]:
    """Return those who choose a use case under a condition, with that condition."""
    return [{"name": item.name, "reason": item.reason} for item in eligible(catalogue, use_case) if item.reason]

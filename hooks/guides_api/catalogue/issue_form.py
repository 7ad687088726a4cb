"""The form of an issue: its questions, and what was answered to each.

Anybody may send any text instead of the form's: a question counts only when its own words stand alone on a line.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import UseCase
from guides_api.catalogue.problems import Place, Problem, folded

LONGEST = 65_536  # letters of an issue: GitHub accepts no more
UNKNOWN_FORM = "je ne sais pas"
YES, NO = "Oui", "Non"
CONSENTS = (
    "Je peux parler au nom de cet éditeur.",
    "J’accepte que ces réponses, publiques dès leur envoi, soient publiées sur le site sous Licence Ouverte 2.0.",
    "J’accepte que l’équipe du site me réponde ici, sur cette demande publique.",
)
_NO_ANSWER = "_No response_"  # what GitHub writes for a question left empty
_HEADING = "### "
_BOX = re.compile(r"[-*] \[([ xX])\] (.+)")
_BULLET = re.compile(r"^\s*(?:[-*•]\s+)?")


class Question(enum.StrEnum):
    """A question, in the words that head its answer; its name in lower case is its id in the form."""

    EDITOR = "Nom de l’éditeur"
    SIREN = "SIREN"
    SITE = "Site web"
    FRANCECONNECT = "Certifié FranceConnect"
    SOLUTION = "Nom du logiciel"
    USE_CASES = "Démarches que le logiciel sert"
    FORM = "Identifiant du formulaire DataPass"
    FIXED = "Données toujours demandées"
    OPTIONAL = "Données au choix"
    REMARKS = "Autre chose à nous dire"
    CONSENT = "Votre accord"


def use_case_option(use_case: UseCase, catalogue: Catalogue) -> str:
    """Return the words beside the box of a use case."""
    return f"{use_case.name} ({catalogue.bundles[use_case.bundle].name})"


def unanswerable(message: str, question: Question | None = None, remedy: str = "") -> Problem:
    """Return the problem of a text that is not the form's."""
    return Problem(place(question), "formulaire-modifie", message, remedy=remedy)


def place(question: Question | None) -> Place:
    """Return where an answer stands, in words: its author sees no line numbers."""
    return Place(f"question « {question} »" if question else "formulaire")


@dataclass(slots=True)
class Answers:
    """What the body of an issue answers to each question, in whatever order; a question asked twice is refused."""

    body: str
    problems: list[Problem] = field(default_factory=list)
    written: Mapping[Question, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Find the questions, unless there is too much to read."""
        self.written = {}
        if len(self.body) > LONGEST:
            self.problems.append(unanswerable(f"le texte dépasse {LONGEST} caractères."))
            return
        self.written = self._found(self.body.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        remedy = "Rouvrez le formulaire, et laissez tels quels les titres des questions."
        missing = [question for question in Question if question not in self.written]
        self.problems += [unanswerable("cette question manque.", question, remedy) for question in missing]

    def _found(self, lines: list[str]) -> Mapping[Question, list[str]]:
        known = {str(question): question for question in Question}
        found: dict[Question, list[str]] = {}
        current: list[str] = []
        for line in lines:
            question = known.get(line.removeprefix(_HEADING).strip()) if line.startswith(_HEADING) else None
            if question is None:
                current.append(line)
                continue
            current = []
            if question in found:
                remedy = f"Ne commencez aucune ligne de vos réponses par « {_HEADING}{question} »."
                self.problems.append(unanswerable("cette question figure deux fois.", question, remedy))
            else:
                found[question] = current
        return found

    def of(self, question: Question) -> str:
        """Return an answer without the blank lines around it, empty when the question was left so."""
        written = "\n".join(self.written.get(question, ())).strip()
        return "" if written == _NO_ANSWER else written

    def ticked(self, question: Question) -> Iterator[str]:
        """Yield the words beside each box that was ticked, once."""
        boxes = (_BOX.fullmatch(line.strip()) for line in self.of(question).split("\n"))
        yield from dict.fromkeys(box.group(2).strip() for box in boxes if box and box.group(1) != " ")

    def listed(self, question: Question, whole: Container[str]) -> Iterator[str]:
        """Yield what is listed, one a line or between commas; `whole` holds, folded, what a comma doesn't part."""
        for line in self.of(question).split("\n"):
            words = _BULLET.sub("", line).strip()
            parts = [words] if folded(words) in whole else re.split(r"[,;]", words)
            yield from (part for part in (each.strip(" \t`") for each in parts) if part)

"""The record that the form of an issue describes, and what keeps it from being one.

Every answer is what a stranger typed: nothing is taken from it but what its field accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter, ValidationError

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import FormId, Https, Siren, Title, slugified
from guides_api.catalogue.issue_form import (
    CONSENTS,
    NO,
    UNKNOWN_FORM,
    YES,
    Answers,
    Question,
    place,
    unanswerable,
    use_case_option,
)
from guides_api.catalogue.problems import Problem, closest, did_you_mean, folded, visible

MOST_DATA = 100  # of one solution: the longest form has fewer than thirty
_SHOWN = 120
_FORM_ADDRESS = re.compile(r"https://\S+?/formulaires/([^/\s]+)(?:/\S*)?")
_TITLE: TypeAdapter[str] = TypeAdapter(Title)
_SIREN: TypeAdapter[str] = TypeAdapter(Siren)
_SITE: TypeAdapter[str] = TypeAdapter(Https)
_FORM: TypeAdapter[str] = TypeAdapter(FormId)


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to insert in data/editors.yaml; not to be used where there are problems."""

    record: Mapping[str, object]
    problems: tuple[Problem, ...]


def drafted(body: str, catalogue: Catalogue, today: date) -> Draft:
    """Return the record that the body of an issue describes, as known on that day, and all that is wrong with it.

    Whether the record suits the others (forms, data of one bundle) is for the check of the whole project to say.
    """
    draft = _Draft(catalogue, Answers(body))
    name = draft.text(Question.EDITOR, _TITLE, required=True)
    siren = draft.text(Question.SIREN, _SIREN)
    record = {
        "id": slugified(name)[:80].strip("-"),
        "name": name,
        "siren": siren,
        "site": draft.text(Question.SITE, _SITE),
        "franceconnect_certified": draft.franceconnect(),
        "checked_on": today.isoformat(),
        "solutions": [draft.solution()],
    }
    draft.refuse_listed_already(name, siren)
    draft.refuse_without_consent()
    if name and not record["id"]:
        draft.refuse("identifiant", f"« {name} » n’a ni lettre ni chiffre.", Question.EDITOR)
    return Draft({key: value for key, value in record.items() if value != ""}, tuple(draft.answers.problems))


@dataclass(frozen=True, slots=True)
class _Draft:
    catalogue: Catalogue
    answers: Answers

    def refuse(
        self, rule: str, message: str, question: Question, remedy: str = "", accepted: tuple[str, ...] = ()
    ) -> None:
        self.answers.problems.append(Problem(place(question), rule, message, accepted=accepted, remedy=remedy))

    def asked(self, question: Question) -> bool:
        """Tell whether a question stands in the form: that it lacks is a problem already told."""
        return question in self.answers.written

    def text(self, question: Question, field: TypeAdapter[str], *, required: bool = False) -> str:
        """Return an answer that a field accepts, else an empty text and a problem."""
        written = self.answers.of(question)
        if question is Question.SIREN:
            written = re.sub(r"\s", "", written)
        elif question is Question.FORM and (address := _FORM_ADDRESS.fullmatch(written)):
            written = address.group(1)
        if not written:
            if required and self.asked(question):
                self.refuse("formulaire-incomplet", "une réponse est attendue.", question)
            return ""
        try:
            accepted = field.validate_python(written)
        except ValidationError as refused:
            for error in refused.errors():
                self.refuse(error["type"], error["msg"], question)
            return ""
        if visible(accepted) == accepted:
            return accepted
        self.refuse("caractere-invisible", f"caractère invisible dans « {accepted} » : supprimez-le.", question)
        return ""

    def franceconnect(self) -> bool:
        """Return what was chosen in the menu."""
        written = self.answers.of(Question.FRANCECONNECT)
        if written not in (YES, NO) and self.asked(Question.FRANCECONNECT):
            self.refuse("formulaire-incomplet", f"« {YES} » ou « {NO} » est attendu.", Question.FRANCECONNECT)
        return written == YES

    def solution(self) -> Mapping[str, object]:
        """Return the software that the form describes."""
        scopes = {"fixed": list(self.data(Question.FIXED)), "optional": list(self.data(Question.OPTIONAL))}
        listed = {part: found for part, found in scopes.items() if found}
        solution = {
            "name": self.text(Question.SOLUTION, _TITLE, required=True),
            "use_cases": list(self.use_cases()),
            "form": self.form(),
        }
        return {**solution, "scopes": listed} if listed else solution

    def form(self) -> str:
        """Return the id of the form, which may be given by its whole address."""
        if folded(self.answers.of(Question.FORM)) != folded(UNKNOWN_FORM):
            return self.text(Question.FORM, _FORM, required=True)
        message = "sans l’identifiant de votre formulaire, la fiche ne peut pas être écrite."
        remedy = (
            "Ouvrez votre formulaire sur DataPass : l’identifiant est dans son adresse, entre « /formulaires/ » et "
            "« /demande ». Corrigez ensuite cette demande. Si vous n’avez pas de formulaire, dites-le ici."
        )
        self.refuse("formulaire-incomplet", message, Question.FORM, remedy)
        return ""

    def use_cases(self) -> Iterator[str]:
        """Yield the ids of the use cases that were ticked."""
        known = {use_case_option(case, self.catalogue): case.id for case in self.catalogue.use_cases.values()}
        ticked = list(self.answers.ticked(Question.USE_CASES))
        if len(ticked) > len(known):
            self.answers.problems.append(unanswerable("il y a plus de cases que de démarches.", Question.USE_CASES))
            return
        for words in ticked:
            if words in known:
                yield known[words]
            else:
                shown = words[:_SHOWN]
                message = f"démarche « {shown} » inconnue."
                self.refuse("reference-inconnue", message, Question.USE_CASES, did_you_mean(shown, known))

    def data(self, question: Question) -> Iterator[str]:
        """Yield the ids of the data listed by their ids or by their labels."""
        by_label: dict[str, list[str]] = {}
        for scope in self.catalogue.scopes.values():
            by_label.setdefault(folded(scope.label), []).append(scope.id)
        listed = list(self.answers.listed(question, by_label))
        if len(listed) > MOST_DATA:
            self.answers.problems.append(unanswerable(f"plus de {MOST_DATA} données.", question))
            return
        for words in listed:
            meant = [words] if words in self.catalogue.scopes else by_label.get(folded(words), [])
            if len(meant) == 1:
                yield meant[0]
            else:
                self.refuse_datum(words[:_SHOWN], tuple(meant), question)

    def refuse_datum(self, words: str, meant: tuple[str, ...], question: Question) -> None:
        """Refuse a datum that isn't known, or whose label several share: only their ids tell them apart."""
        if meant:
            message, remedy = f"plusieurs données se nomment « {words} ».", "Écrivez l’identifiant de la vôtre."
            self.refuse("reference-inconnue", message, question, remedy, meant)
            return
        scopes = self.catalogue.scopes
        remedy = did_you_mean(words, [*scopes, *(scope.label for scope in scopes.values())])
        self.refuse("reference-inconnue", f"donnée « {words} » inconnue.", question, remedy, closest(words, scopes))

    def refuse_listed_already(self, name: str, siren: str) -> None:
        """Refuse an editor who has a record: a person adds the software to it."""
        for editor in self.catalogue.editors.values():
            if (name and folded(editor.name) == folded(name)) or (siren and editor.siren == siren):
                message = f"cet éditeur figure déjà dans la liste, sous le nom « {editor.name} »."
                remedy = "Une personne qui tient le site complétera sa fiche : vous n’avez rien d’autre à faire."
                self.refuse("editeur-en-double", message, Question.EDITOR, remedy)

    def refuse_without_consent(self) -> None:
        """Refuse answers whose author did not agree to their publication."""
        ticked = set(self.answers.ticked(Question.CONSENT))
        for consent in CONSENTS if self.asked(Question.CONSENT) else ():
            if consent not in ticked:
                self.refuse("formulaire-incomplet", f"la case « {consent} » n’est pas cochée.", Question.CONSENT)

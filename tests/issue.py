"""The body of an issue, as GitHub writes it from what is answered to the form."""

from __future__ import annotations

from collections.abc import Mapping

from guides_api.catalogue.issue_form import CONSENTS, Question

NO_ANSWER = "_No response_"
AGREED = "\n".join(f"- [X] {consent}" for consent in CONSENTS)
ANSWERS: Mapping[Question, str] = {
    Question.EDITOR: "Société Nouvelle",
    Question.SIREN: NO_ANSWER,
    Question.SITE: NO_ANSWER,
    Question.FRANCECONNECT: "Non",
    Question.SOLUTION: "Logiciel Nouveau",
    Question.USE_CASES: "- [X] Aide Exemple (Bouquet Exemple)",
    Question.FORM: "bouquet-exemple-nouveau",
    Question.FIXED: NO_ANSWER,
    Question.OPTIONAL: NO_ANSWER,
    Question.REMARKS: NO_ANSWER,
    Question.CONSENT: AGREED,
}


def body(changed: Mapping[Question, str] | None = None, without: Question | None = None) -> str:
    """Return a body: the answers of an editor that may be listed, some of them changed, one question taken out."""
    answers = {**ANSWERS, **(changed or {})}
    return "\n\n".join(f"### {question}\n\n{answer}" for question, answer in answers.items() if question != without)

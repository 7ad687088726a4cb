"""The form of an issue: what an honest editor answers becomes a record, what anybody else types becomes a problem."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.issue import ANSWERS, NO_ANSWER, body

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.insertion import inserted
from guides_api.catalogue.issue_draft import MOST_DATA, drafted
from guides_api.catalogue.issue_form import CONSENTS, LONGEST, Question
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.strict_yaml import YamlText

DAY = date(2026, 11, 22)
EDITORS = "source: source-exemple\nchecked_on: 2026-08-31\n\neditors:\n"
SOLUTION = {"name": "Logiciel Nouveau", "use_cases": ["aide-exemple"], "form": "bouquet-exemple-nouveau"}
RECORD = {
    "id": "societe-nouvelle",
    "name": "Société Nouvelle",
    "franceconnect_certified": False,
    "checked_on": "2026-11-22",
    "solutions": [SOLUTION],
}


def told(catalogue: Catalogue, text: str) -> list[str]:
    return [str(problem) for problem in drafted(text, catalogue, DAY).problems]


def only(catalogue: Catalogue, question: Question, answer: str) -> str:
    """Return the one problem that comes of an answer."""
    (problem,) = told(catalogue, body({question: answer}))
    return problem


def test_answers_become_a_record(catalogue: Catalogue) -> None:
    full = {
        Question.SIREN: "000 000 026",
        Question.SITE: "https://www.nouvelle.example/api",
        Question.FRANCECONNECT: "Oui",
        Question.FORM: "https://datapass.api.gouv.fr/formulaires/bouquet-exemple-nouveau/demande",
        Question.FIXED: "- Couleur préférée",
    }
    draft = drafted(body(full), catalogue, DAY)
    assert draft.problems == ()
    assert draft.record == RECORD | {
        "siren": "000000026",
        "site": "https://www.nouvelle.example/api",
        "franceconnect_certified": True,
        "solutions": [{**SOLUTION, "scopes": {"fixed": ["couleur_preferee"]}}],
    }


def test_what_was_left_empty_is_left_out(catalogue: Catalogue) -> None:
    for empty in (NO_ANSWER, "", "  \n "):
        nothing = dict.fromkeys((Question.SIREN, Question.SITE, Question.FIXED, Question.OPTIONAL), empty)
        assert drafted(body(nothing), catalogue, DAY).record == RECORD
        assert told(catalogue, body(nothing)) == []


@pytest.mark.parametrize("question", [Question.EDITOR, Question.SOLUTION, Question.FORM])
def test_an_answer_that_is_needed_is_asked_for(question: Question, catalogue: Catalogue) -> None:
    assert only(catalogue, question, NO_ANSWER) == f"question « {question} » : une réponse est attendue."


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_other_systems_change_nothing(end: str, catalogue: Catalogue) -> None:
    draft = drafted(body().replace("\n", end), catalogue, DAY)
    assert (draft.record, draft.problems) == (RECORD, ())


def test_questions_may_come_in_any_order(catalogue: Catalogue) -> None:
    parts = [f"### {question}\n\n{answer}" for question, answer in reversed(list(ANSWERS.items()))]
    draft = drafted("\n\n".join(parts), catalogue, DAY)
    assert (draft.record, draft.problems) == (RECORD, ())


@pytest.mark.parametrize("question", list(Question))
def test_a_question_that_was_taken_out_is_missed_once(question: Question, catalogue: Catalogue) -> None:
    (problem,) = told(catalogue, body(without=question))
    assert problem.startswith(f"question « {question} » : cette question manque.\n  Rouvrez le formulaire")


def test_a_body_that_is_no_form_misses_every_question(catalogue: Catalogue) -> None:
    for text in ("", "Bonjour,\n\nje voudrais apparaître.\n", "---\nname: Société Nouvelle\n"):
        assert len(told(catalogue, text)) == len(Question)


def test_a_heading_in_an_answer_is_part_of_it(catalogue: Catalogue) -> None:
    remark = {Question.REMARKS: "# Un titre\n### Un autre\n#### SIREN\nLisez ### SIREN."}
    draft = drafted(body(remark), catalogue, DAY)
    assert (draft.record, draft.problems) == (RECORD, ())


@pytest.mark.parametrize("question", list(Question))
def test_a_heading_that_copies_a_question_is_refused_and_changes_no_answer(
    question: Question, catalogue: Catalogue
) -> None:
    draft = drafted(body() + f"\n\n### {question}\n\n123", catalogue, DAY)
    assert draft.record == RECORD
    assert [problem.message for problem in draft.problems] == ["cette question figure deux fois."]


def test_too_long_a_body_is_refused_unread(catalogue: Catalogue) -> None:
    long = body({Question.REMARKS: "a" * 100_000})
    assert told(catalogue, long) == [f"formulaire : le texte dépasse {LONGEST} caractères."]
    assert drafted(long, catalogue, DAY).record.get("id") is None


@pytest.mark.parametrize("question", [Question.EDITOR, Question.SOLUTION])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("<script>alert(1)</script>", "pas de HTML ici."),
        ("<!-- caché -->", "pas de HTML ici."),
        ("Deux\nlignes", "saut de ligne"),
        ("Nom\n\n## Titre", "saut de ligne"),
        ("N\u202eom", "caractère invisible"),
        ("N\u0080om", "caractère invisible dans « N⟨U+0080⟩om »"),
        ("“Nom”", "guillemets anglais"),
        ("a" * 50_000, "50000 caractères, 120 au plus."),
    ],
)
def test_a_name_that_no_page_could_show_is_refused(
    question: Question, name: str, said: str, catalogue: Catalogue
) -> None:
    problem = only(catalogue, question, name)
    assert problem.startswith(f"question « {question} » : ")
    assert said in problem


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        (Question.SIREN, "12345678", "SIREN « 12345678 » : neuf chiffres sans espace sont attendus."),
        (Question.SIREN, "000000019", "sa clé de contrôle ne correspond pas."),
        (Question.SITE, "http://editeur.example", "une adresse complète qui commence par https:// est attendue."),
        (Question.SITE, "javascript:alert(1)", "une adresse complète qui commence par https:// est attendue."),
        (Question.SITE, 'https://a.example/"onclick=', "un nom de domaine est attendu"),
        (Question.SITE, "[lien](https://a.example)", "une adresse complète qui commence par https:// est attendue."),
        (Question.FORM, "Bouquet Exemple", "n’a pas la forme attendue"),
        (Question.FORM, "$(touch pirate)", "n’a pas la forme attendue"),
        (Question.FORM, "https://a.example/formulaires/`id`/demande", "n’a pas la forme attendue"),
        (Question.FRANCECONNECT, "Peut-être", "« Oui » ou « Non » est attendu."),
        (Question.USE_CASES, "- [x] Aide Exempl (Bouquet Exemple)", "Vouliez-vous dire « Aide Exemple (Bouquet"),
        (Question.FIXED, "couleur_prefere", "Vouliez-vous dire « Couleur préférée » ?"),
        (Question.OPTIONAL, "`${{ secrets.GITHUB_TOKEN }}`", "donnée « ${{ secrets.GITHUB_TOKEN }} » inconnue."),
        (Question.OPTIONAL, "x\n" * (MOST_DATA + 1), f"plus de {MOST_DATA} données."),
        (Question.USE_CASES, "- [x] a\n- [x] b", "il y a plus de cases que de démarches."),
        (Question.EDITOR, "EDITEUR-EXEMPLE", "cet éditeur figure déjà dans la liste, sous le nom « Éditeur Exemple »."),
        (Question.SIREN, "000000018", "cet éditeur figure déjà dans la liste, sous le nom « Éditeur Exemple »."),
        (Question.EDITOR, "• ! •", "n’a ni lettre ni chiffre."),
    ],
)
def test_an_answer_that_its_field_refuses_says_what_is_expected(
    question: Question, answer: str, said: str, catalogue: Catalogue
) -> None:
    assert said in only(catalogue, question, answer)


@pytest.mark.parametrize("answer", ["je ne sais pas", "Je ne sais pas.", "JE NE SAIS PAS"])
def test_an_editor_who_does_not_know_the_form_learns_where_to_find_it(answer: str, catalogue: Catalogue) -> None:
    assert "l’identifiant est dans son adresse" in only(catalogue, Question.FORM, answer)


@pytest.mark.parametrize("refused", CONSENTS)
def test_nothing_is_published_without_consent(refused: str, catalogue: Catalogue) -> None:
    boxes = "\n".join(f"- [{' ' if consent == refused else 'X'}] {consent}" for consent in CONSENTS)
    assert f"la case « {refused} » n’est pas cochée." in only(catalogue, Question.CONSENT, boxes)


@pytest.mark.parametrize(
    "name",
    [
        "A: B #C",
        "- tiret",
        "'un' \"deux\"",
        "&ancre *renvoi !étiquette",
        "null",
        "{a: [b]}",
        "`rm -rf /` $(id) ${{ github.token }}",
        "**gras** [lien](javascript:alert)",
        "%YAML 1.2",
        "Dossier C:\\x",
        "@équipe #1",
        "::error::fausse",
    ],
)
def test_a_name_full_of_signs_is_read_back_as_it_was_typed(name: str, catalogue: Catalogue) -> None:
    draft = drafted(body({Question.EDITOR: name, Question.SOLUTION: name}), catalogue, DAY)
    assert draft.problems == ()
    tree = YamlText(inserted(EDITORS, "editors", draft.record), "data/editors.yaml").read()
    assert isinstance(tree, Entries)
    assert tree.plain == {"source": "source-exemple", "checked_on": "2026-08-31", "editors": [draft.record]}
    assert draft.record["name"] == name


@given(answers=st.dictionaries(st.sampled_from(list(Question)), st.text(max_size=60)))
def test_whatever_is_typed_gives_problems_or_a_record_that_can_be_written(
    answers: dict[Question, str], catalogue: Catalogue
) -> None:
    draft = drafted(body(answers), catalogue, DAY)
    if not draft.problems:
        assert YamlText(inserted(EDITORS, "editors", draft.record), "data/editors.yaml").read() is not None

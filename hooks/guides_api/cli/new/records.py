"""What is added to a list: an editor with a first solution, a use case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.editors import Editor, Solution, SolutionScopes
from guides_api.catalogue.forms import Form
from guides_api.catalogue.insertion import inserted
from guides_api.catalogue.models import UseCase
from guides_api.cli.change import Change, read
from guides_api.cli.new.kinds import Kind, ids, one, slug_of, without_gaps
from guides_api.cli.new.questions import Answers, Question

_YES = "oui"


def _yes_or_no(_catalogue: Catalogue, _answers: Answers) -> Mapping[str, str]:
    return {_YES: "", "non": ""}


def _use_cases(catalogue: Catalogue, answers: Answers) -> Mapping[str, str]:
    """Return the use cases of the bundle of the solution's form."""
    bundle = catalogue.bundle_of_form(answers["form"][0])
    return {
        known.id: known.name for known in catalogue.use_cases.values() if bundle is None or known.bundle == bundle.id
    }


def _scopes(catalogue: Catalogue, answers: Answers) -> Mapping[str, str]:
    """Return the data that the bundle of the solution's form opens."""
    bundle = catalogue.bundle_of_form(answers["form"][0])
    return {
        scope.id: scope.label
        for scope in catalogue.scopes.values()
        if bundle is None
        or not scope.apis
        or bundle.id in {catalogue.apis[api].bundle for api in scope.apis if api in catalogue.apis}
    }


def _apis(catalogue: Catalogue, answers: Answers) -> Mapping[str, str]:
    """Return the APIs of the use case's bundle."""
    return {api.id: api.title for api in catalogue.apis.values() if api.bundle == answers["bundle"][0]}


def _added(root: Path, key: str, record: Mapping[str, object]) -> Change:
    path = f"data/{key}.yaml"
    before = read(root, path)
    if before is None:
        raise ValueError(f"{path} manque : rétablissez-le depuis la dernière version.")
    return Change(root, path, before, inserted(before, key, record))


def _editor(root: Path, _catalogue: Catalogue, answers: Answers) -> Change:
    scopes = without_gaps({"fixed": answers["scope"], "optional": answers["optional-scope"]})
    solution = without_gaps({"name": one(answers, "solution"), "form": one(answers, "form"), "scopes": scopes})
    editor = {
        "id": one(answers, "id"),
        "name": one(answers, "name"),
        "siren": one(answers, "siren"),
        "site": one(answers, "site"),
        "franceconnect_certified": one(answers, "franceconnect") == _YES,
        "solutions": [{**solution, "use_cases": answers["use-case"]}],
    }
    return _added(root, "editors", without_gaps(editor))


EDITOR = Kind(
    "editeur",
    "Ajoute un éditeur et sa première solution, à leur place dans data/editors.yaml.",
    (
        Question("name", "nom de l’éditeur", Editor, "name"),
        Question("id", "identifiant de l’éditeur", Editor, "id", suggested=slug_of("name"), new="editors"),
        Question("siren", "SIREN, neuf chiffres sans espace", Editor, "siren", required=False),
        Question("site", "adresse de son site, en https", Editor, "site", required=False),
        Question(
            "franceconnect",
            "certifié FranceConnect",
            Editor,
            accepted=_yes_or_no,
            suggested=lambda _answers: "non",
        ),
        Question("solution", "nom de la solution", Solution, "name"),
        Question("form", "identifiant du formulaire DataPass prérempli pour elle", Solution, "form"),
        Question(
            "use-case",
            "cas d’usage que la solution sert",
            Solution,
            "use_cases",
            required=False,
            several=True,
            accepted=_use_cases,
        ),
        Question(
            "scope",
            "données que ce formulaire demande toujours",
            SolutionScopes,
            "fixed",
            required=False,
            several=True,
            accepted=_scopes,
        ),
        Question(
            "optional-scope",
            "données que le demandeur peut y cocher ou non",
            SolutionScopes,
            "optional",
            required=False,
            several=True,
            accepted=_scopes,
        ),
    ),
    _editor,
)


def _use_case(root: Path, _catalogue: Catalogue, answers: Answers) -> Change:
    apis = {key: answers[key] for key in ("required", "useful", "unjustified")}
    use_case = {
        "id": one(answers, "id"),
        "name": one(answers, "name"),
        "bundle": one(answers, "bundle"),
        "publics": answers["public"],
        "datapass_use_case": one(answers, "datapass"),
        "forms": [{"id": one(answers, "form")}],
        "legal_texts": answers["legal-text"],
        "legal_note": one(answers, "legal-note"),
        "note": one(answers, "note"),
    }
    return _added(root, "use_cases", {**without_gaps(use_case), "apis": without_gaps(apis)})


def _ruling(name: str, word: str) -> Question:
    words = f"API {word}"
    return Question(name, words, UseCase, required=False, several=True, accepted=_apis)


USE_CASE = Kind(
    "cas-usage",
    "Ajoute un cas d’usage dans data/use_cases.yaml, après ceux de son bouquet.",
    (
        Question("name", "nom du cas d’usage", UseCase, "name"),
        Question("id", "identifiant du cas d’usage", UseCase, "id", suggested=slug_of("name"), new="use_cases"),
        Question("bundle", "bouquet", UseCase, "bundle", accepted=ids("bundles")),
        Question("public", "publics", UseCase, "publics", several=True, accepted=ids("publics")),
        Question("datapass", "identifiant DataPass du cas d’usage", UseCase, "datapass_use_case"),
        Question("form", "identifiant de son formulaire DataPass", Form, "id"),
        _ruling("required", "indispensables"),
        _ruling("useful", "utiles"),
        _ruling("unjustified", "injustifiées"),
        Question(
            "legal-text",
            "textes de loi",
            UseCase,
            "legal_texts",
            required=False,
            several=True,
            accepted=ids("legal_texts"),
        ),
        Question("legal-note", "ce qu’il faut savoir du cadre juridique", UseCase, "legal_note", required=False),
        Question("note", "ce qu’il faut savoir d’autre", UseCase, "note", required=False),
    ),
    _use_case,
)

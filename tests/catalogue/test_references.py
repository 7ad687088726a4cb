"""Every field that holds an id is found, and an id that leads nowhere is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel
from tests.example import FILES, problems_of

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS
from guides_api.catalogue.fields import Ref
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.models import Api
from guides_api.catalogue.records import Record
from guides_api.catalogue.references import references
from guides_api.catalogue.rules.references import COLLECTIONS
from guides_api.catalogue.site import Site
from guides_api.catalogue.written import Guide, News
from guides_api.pages.components import COMPONENTS

MODELS: tuple[type[Record], ...] = (*LISTED.values(), Api, Guide, News, Site)


def kinds_in(model: type[BaseModel]) -> Iterator[str]:
    """Yield the kinds that a model's annotations mark, read another way than the code does."""
    for field in model.model_fields.values():
        yield from (item.kind for item in field.metadata if isinstance(item, Ref))
        yield from kinds_of(field.annotation)


def kinds_of(annotation: object) -> Iterator[str]:
    if isinstance(annotation, Ref):
        yield annotation.kind
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from kinds_in(annotation)
    for part in get_args(annotation):
        yield from kinds_of(part)


def test_the_references_of_the_example_are_all_found(catalogue: Catalogue) -> None:
    found = {
        (".".join(str(step) for step in path if isinstance(step, str)), kind, identifier)
        for name in (*LISTED, "apis", "guides")
        for record in getattr(catalogue, name).values()
        for path, kind, identifier in references(record)
    }
    assert found == {
        ("source", "sources", "source-exemple"),
        ("statements.source", "sources", "source-exemple"),
        ("bundle", "bundles", "bouquet-exemple"),
        ("publics", "publics", "villages"),
        ("providers", "providers", "organisme-exemple"),
        ("call_modalities", "modalities", "numero-exemple"),
        ("apis", "apis", "organisme/donnee_exemple"),
        ("apis.required.api", "apis", "organisme/donnee_exemple"),
        ("legal_texts", "legal_texts", "code-exemple"),
        ("solutions.use_cases", "use_cases", "aide-exemple"),
        ("solutions.scopes.fixed", "scopes", "couleur_preferee"),
        ("use_case", "use_cases", "aide-exemple"),
        ("unless", "applicants", "village"),
        ("ways.page", "written_pages", "guides/index.md"),
        ("page", "written_pages", "guides/index.md"),
        ("spares", "prerequisites", "papier-exemple"),
        ("scopes", "scopes", "couleur_preferee"),
        ("mentions", "mentions", "couleur"),
    }


@pytest.mark.parametrize("model", MODELS)
def test_every_kind_that_a_record_quotes_has_a_name_and_is_checked(model: type[Record]) -> None:
    kinds = set(kinds_in(model))
    assert kinds <= set(NOUNS)
    collections = {**LISTED, "apis": Api, "guides": Guide, "news": News}
    checked = [*(collections[name] for name in COLLECTIONS), Site]
    assert not kinds or model in checked


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_kind_that_a_component_quotes_has_a_name(name: str, catalogue: Catalogue) -> None:
    assert set(kinds_in(COMPONENTS[name])) <= set(NOUNS) & set(catalogue.declared)


def test_something_is_quoted_of_every_kind() -> None:
    quoted = {kind for model in MODELS for kind in kinds_in(model)}
    unquoted = (
        "alternatives",
        "editors",
        "glossary",
        "tags",
        "rgaa",
        "samples",
        "signs",
        "synonyms",
        "wordings",
        "removed",
    )
    assert quoted == {*LISTED, "apis", "written_pages"} - set(unquoted)


def test_a_page_that_the_site_quotes_exists(project: Path) -> None:
    site = FILES["data/site.yaml"]
    (project / "data/site.yaml").write_text(f"{site}most_wanted:\n  - guides/zzz.md\n", encoding="utf-8")
    (problem,) = problems_of(project)
    assert "page « guides/zzz.md » inconnue." in problem


@pytest.mark.parametrize(
    ("path", "written", "kind"),
    [
        ("data/use_cases.yaml", "    bundle: bouquet-exemple\n", "bouquet « zzz » inconnu"),
        ("data/use_cases.yaml", "      - villages\n", "public « zzz » inconnu"),
        ("data/use_cases.yaml", "      - code-exemple\n", "texte de loi « zzz » inconnu"),
        ("data/use_cases.yaml", "        - organisme/donnee_exemple\n", "API « zzz/zzz » inconnue"),
        ("data/scopes.yaml", "      - organisme/donnee_exemple\n", "API « zzz/zzz » inconnue"),
        ("data/editors.yaml", "          - aide-exemple\n", "cas d’usage « zzz » inconnu"),
        ("data/editors.yaml", "            - couleur_preferee\n", "donnée « zzz » inconnue"),
        ("data/applicants.yaml", "      - villages\n", "public « zzz » inconnu"),
        ("data/applicants.yaml", "      - village\n", "demandeur « zzz » inconnu"),
        ("data/applicants.yaml", "      - page: guides/index.md\n", "page « zzz » inconnue"),
        ("data/alternatives.yaml", "    bundle: bouquet-exemple\n", "bouquet « zzz » inconnu"),
        ("data/alternatives.yaml", "    page: guides/index.md\n", "page « zzz » inconnue"),
        ("data/alternatives.yaml", "      - papier-exemple\n", "prérequis « zzz » inconnu"),
        ("data/facts.yaml", "        source: source-exemple\n", "source « zzz » inconnue"),
        ("data/editors.yaml", "source: source-exemple\n", "source « zzz » inconnue"),
        ("content/api/organisme/donnee-exemple.md", "bundle: bouquet-exemple\n", "bouquet « zzz » inconnu"),
        ("content/api/organisme/donnee-exemple.md", "  - organisme-exemple\n", "fournisseur « zzz » inconnu"),
        ("content/api/organisme/donnee-exemple.md", "  - numero-exemple\n", "modalité d’appel « zzz » inconnue"),
        ("content/guides/aide-exemple.md", "use_case: aide-exemple\n", "cas d’usage « zzz » inconnu"),
        ("content/guides/aide-exemple.md", "  - Bouquet Exemple\n", "API ou bouquet « Bouquet zzz » inconnu"),
    ],
)
def test_an_unknown_id_is_the_only_problem_and_says_what_is_known(
    project: Path, path: str, written: str, kind: str
) -> None:
    text = FILES[path]
    assert text.count(written) == 1
    sign, _, _ = written.rpartition(" ")
    wrong = "zzz/zzz" if "zzz/zzz" in kind else "zzz"
    (project / path).write_text(text.replace(written, f"{sign} {wrong}\n"), encoding="utf-8")
    problems = problems_of(project)
    assert len(problems) == 1
    line = text[: text.index(written)].count("\n") + 1
    assert problems[0].startswith(f"{path}:{line} : ")
    assert f"{kind}." in problems[0]
    assert "\n  Valeurs possibles : " in problems[0]

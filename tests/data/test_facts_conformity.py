"""The data against the tables that it was made from, both ways, where these tables are at hand."""

from __future__ import annotations

import csv
import re

import pytest
from tests.build import ROOT

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Access, FranceConnect
from guides_api.pages.project import Project

FACTS = ROOT.parent / "shared" / "facts"
pytestmark = pytest.mark.skipif(
    not FACTS.is_dir(), reason="les tableaux de faits (../shared/facts) ne sont pas à côté de ce dépôt"
)
OUTSIDE = "hors bouquet"
ACCESS = {"habilitation": Access.AUTHORIZATION, "données publiques": Access.OPEN_DATA}
NOT_USE_CASES = "modalite-"
# Slips of the tables that the site does not repeat.
CORRECTED = {"Appelation": "Appellation", "Carte professionnelles": "Carte professionnelle"}
# Without an id of DataPass in the tables: these ids are ours.
OURS = "impot-particulier-"


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found
    return found


def listed(text: str) -> list[str]:
    return text.split()


def names(text: str) -> list[str]:
    return re.split(r" & |, | / ", text)


def plain(text: str) -> str:
    """Return text as both sides write it: one kind of apostrophe, single spaces."""
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


@pytest.fixture
def catalogue(real: Project) -> Catalogue:
    return real.catalogue


def bundle_name(catalogue: Catalogue, bundle: str | None) -> str:
    return catalogue.bundles[bundle].name if bundle else OUTSIDE


def test_apis(catalogue: Catalogue) -> None:
    found = {
        api.id: (
            bundle_name(catalogue, api.bundle),
            plain(api.title),
            api.access,
            catalogue.franceconnect(api) is not FranceConnect.NO,
        )
        for api in catalogue.apis.values()
    }
    expected = {
        row["identifiant"]: (row["bouquet"], plain(row["nom"]), ACCESS[row["acces"]], row["franceconnect"] == "oui")
        for row in rows("apis.csv")
    }
    assert found == expected


def test_providers_and_call_modalities_of_apis(catalogue: Catalogue) -> None:
    for row in rows("apis.csv"):
        api = catalogue.apis[row["identifiant"]]
        providers = [
            known(catalogue.providers[item].name, catalogue.providers[item].full_name) for item in api.providers
        ]
        modalities = [known(catalogue.modalities[item].name) for item in api.call_modalities]
        assert matched(names(row["fournisseurs"]), providers) == [], row["identifiant"]
        assert matched(names(row["modalites_d_appel"]), modalities) == [], row["identifiant"]


def known(*forms: str | None) -> str:
    return " | ".join(plain(form).casefold() for form in forms if form)


def matched(told: list[str], ours: list[str]) -> list[str]:
    """Return what the two lists do not share: each name told is one of ours, in its order or another."""
    left = list(ours)
    alone = []
    for name in told:
        core = re.sub(r" \(.*\)$", "", plain(name)).casefold()
        short = re.search(r"\((.*)\)$", plain(name).casefold())
        match = next((item for item in left if core in item or item in core or (short and short[1] in item)), None)
        if match is None:
            alone.append(name)
        else:
            left.remove(match)
    return alone + left


def test_use_cases_and_rulings(catalogue: Catalogue) -> None:
    found = {
        use_case.id: (
            catalogue.bundles[use_case.bundle].name,
            plain(use_case.name),
            use_case.datapass_use_case,
            [form.id for form in use_case.forms],
            sorted(item.api for item in use_case.apis.required),
            sorted(item.api for item in use_case.apis.useful),
            sorted(item.api for item in use_case.apis.unjustified),
        )
        for use_case in catalogue.use_cases.values()
    }
    expected = {
        row["identifiant"]: (
            row["bouquet"],
            plain(row["nom"]),
            row["datapass_use_case"],
            listed(row["datapass_formulaires_generiques"]),
            *(sorted(listed(row[f"api_{word}"])) for word in ("indispensables", "utiles", "injustifiees")),
        )
        for row in rows("cas-usage.csv")
        if not row["identifiant"].startswith(NOT_USE_CASES)
    }
    assert found == expected


def test_the_collection_form_is_a_call_modality(catalogue: Catalogue) -> None:
    forms = [row["datapass_formulaires_generiques"] for row in rows("cas-usage.csv")]
    requests = [modality.request for modality in catalogue.modalities.values() if modality.request]
    assert requests == ["formulaire-qf"]
    assert "formulaire-qf" in forms


def test_editors_solutions_and_forms(catalogue: Catalogue) -> None:
    found = {
        solution.form: (
            plain(editor.name),
            editor.siren or "",
            editor.franceconnect_certified,
            plain(solution.name),
            bundle_name(catalogue, bundle.id if (bundle := catalogue.bundle_of_form(solution.form)) else None),
            list(solution.use_cases),
            [catalogue.use_cases[item].datapass_use_case for item in solution.use_cases],
            sorted(solution.scopes.fixed),
            sorted(solution.scopes.optional),
        )
        for editor, solution in catalogue.solutions()
    }
    expected = {
        row["datapass_formulaire"]: (
            plain(row["editeur"]),
            row["siren"],
            row["editeur_certifie_franceconnect"] == "oui",
            plain(row["solution"]),
            row["bouquet"],
            listed(row["cas_usage"]),
            listed(row["datapass_use_case"]),
            sorted(listed(row["donnees_fixees_par_l_editeur"])),
            sorted(listed(row["donnees_au_choix"])),
        )
        for row in rows("editeurs.csv")
    }
    assert found == expected
    assert len(found) == 75
    assert len(catalogue.editors) == 55


def test_scopes(catalogue: Catalogue) -> None:
    found = {
        scope.id: (plain(scope.label), sorted(scope.apis), scope.heading or "")
        for scope in catalogue.scopes.values()
        if not scope.id.startswith(OURS)
    }
    persons = {
        row["scope"]: (
            told(row),
            listed(row["identifiant_api"]),
            "" if row["identifiant_api"] else row["api"],
        )
        for row in rows("donnees-api-particulier.csv")
    }
    companies = {
        row["scope"]: (told(row), sorted(listed(row["identifiants_api"])), row["groupe"])
        for row in rows("donnees-api-entreprise.csv")
    }
    assert found == persons | companies


def told(row: dict[str, str]) -> str:
    label = plain(row["donnee"])
    for wrong, right in CORRECTED.items():
        label = label.replace(wrong, right)
    return label


def test_data_of_our_own_naming_say_so(catalogue: Catalogue) -> None:
    ours = [scope for scope in catalogue.scopes.values() if scope.id.startswith(OURS)]
    assert len(ours) == 4
    assert {scope.apis for scope in ours} == {("dgfip/impot_particulier",)}
    assert {scope.id for scope in ours} == {scope.id for scope in catalogue.scopes.values() if not scope.official}

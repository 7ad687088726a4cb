"""Editors, their solutions, and the forms that they share with nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.editors import Editor
from guides_api.catalogue.problems import Problem, Severity, folded

_SHORT = 5  # letters of a name that may be one letter away from another by chance


def editors_apart(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """No two editors with the same SIREN, or with names that differ by accent, case or punctuation only."""
    names: dict[str, Editor] = {}
    sirens: dict[str, Editor] = {}
    for editor in catalogue.editors.values():
        twin = names.setdefault(folded(editor.name), editor)
        if twin is not editor:
            yield editor.problem(
                "editeur-en-double",
                f"cet éditeur figure déjà dans la liste sous le nom « {twin.name} ».",
                "name",
                remedy="Ajoutez vos solutions à l’enregistrement existant.",
            )
        elif editor.siren and (same := sirens.setdefault(editor.siren, editor)) is not editor:
            yield editor.problem(
                "editeur-en-double",
                f"le SIREN {editor.siren} est déjà celui de l’éditeur « {same.name} ».",
                "siren",
                remedy="Corrigez le SIREN, ou ajoutez vos solutions à l’enregistrement existant.",
            )


def editors_alike(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Warn of two editors whose names are one letter apart: most often they are one, once misspelt."""
    known: dict[str, Editor] = {}
    for editor in catalogue.editors.values():
        name = folded(editor.name)
        spellings = {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))} if len(name) > _SHORT else {name}
        twin = next((known[spelling] for spelling in sorted(spellings) if spelling in known), None)
        if twin and folded(twin.name) != name and len(folded(twin.name)) > _SHORT:
            yield editor.problem(
                "editeur-ressemblant",
                f"ce nom ressemble beaucoup à « {twin.name} », qui figure déjà dans la liste.",
                "name",
                remedy="Si c’est le même éditeur, ajoutez vos solutions à sa fiche ; sinon, ne changez rien.",
                severity=Severity.WARNING,
            )
        for spelling in spellings:
            known.setdefault(spelling, editor)


def forms_of_their_editor(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Warn of a solution whose form bears the name of another editor: it was most likely pasted under the wrong one."""
    ranks = {editor_id: rank for rank, editor_id in enumerate(catalogue.editors)}
    for editor in catalogue.editors.values():
        for index, solution in enumerate(editor.solutions):
            bundle = catalogue.bundle_of_form(solution.form)
            words = solution.form.removeprefix(f"{bundle.id}-").split("-") if bundle else []
            owners = ranks.keys() & {"-".join(words[:count]) for count in range(1, len(words) + 1)}
            if owners and editor.id not in owners:
                owner = catalogue.editors[min(owners, key=ranks.__getitem__)]
                yield editor.problem(
                    "formulaire-d-un-autre-editeur",
                    f"le formulaire « {solution.form} » porte le nom de l’éditeur « {owner.name} ».",
                    *("solutions", index, "form"),
                    remedy=f"Si c’est sa solution, déplacez-la sous « {owner.name} » ; sinon, ne changez rien.",
                    severity=Severity.WARNING,
                )


def own_forms(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A solution's form is its own: neither another solution's, nor a use case's generic one, and of a known bundle."""
    owners: dict[str, str] = {
        form.id: f"formulaire générique du cas d’usage « {use_case.name} »"
        for use_case in catalogue.use_cases.values()
        for form in use_case.forms
    }
    bundles = sorted(catalogue.declared.get("bundles", ()))
    for editor in catalogue.editors.values():
        for index, solution in enumerate(editor.solutions):
            if solution.form in owners:
                yield editor.problem(
                    "formulaire-deja-pris",
                    f"le formulaire « {solution.form} » est déjà pris : {owners[solution.form]}.",
                    *("solutions", index, "form"),
                    remedy="Indiquez le formulaire prérempli que DataPass a créé pour cette solution.",
                )
            elif not any(solution.form.startswith(f"{bundle}-") for bundle in bundles) and bundles:
                yield editor.problem(
                    "formulaire-hors-bouquet",
                    f"le formulaire « {solution.form} » n’est celui d’aucun bouquet.",
                    *("solutions", index, "form"),
                    accepted=tuple(f"{bundle}-…" for bundle in bundles),
                )
            owners.setdefault(solution.form, f"solution « {solution.name} » de « {editor.name} »")


def scopes_of_the_form(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A solution asks for data and use cases of its form's bundle, each datum once."""
    for editor in catalogue.editors.values():
        for index, solution in enumerate(editor.solutions):
            bundle = catalogue.bundle_of_form(solution.form)
            for rank, use_case_id in enumerate(solution.use_cases):
                use_case = catalogue.use_cases.get(use_case_id)
                known = use_case and catalogue.knows("bundles", use_case.bundle)
                if bundle and use_case and known and use_case.bundle != bundle.id:
                    yield editor.problem(
                        "cas-usage-hors-bouquet",
                        f"le cas d’usage « {use_case_id} » n’est pas du bouquet du formulaire « {solution.form} ».",
                        *("solutions", index, "use_cases", rank),
                        remedy=f"Le formulaire ouvre {bundle.name} : choisissez un cas d’usage de ce bouquet.",
                    )
            seen: set[str] = set()
            for part, scopes in (("fixed", solution.scopes.fixed), ("optional", solution.scopes.optional)):
                for rank, scope_id in enumerate(scopes):
                    at = ("solutions", index, "scopes", part, rank)
                    if scope_id in seen:
                        yield editor.problem(
                            "donnee-en-double",
                            f"la donnée « {scope_id} » est déjà listée pour cette solution.",
                            *at,
                            remedy="Une donnée est fixe ou au choix : gardez-la une seule fois.",
                        )
                    seen.add(scope_id)
                    bundles = _bundles_of(catalogue, scope_id)
                    if bundle and bundles and bundle.id not in bundles:
                        yield editor.problem(
                            "donnee-hors-bouquet",
                            f"la donnée « {scope_id} » ne fait pas partie de {bundle.name}, que le formulaire ouvre.",
                            *at,
                            remedy="Retirez-la, ou corrigez le formulaire.",
                        )


def _bundles_of(catalogue: Catalogue, scope_id: str) -> set[str | None]:
    """Return the bundles of a datum's APIs; none where one of them is not known, which is a problem of its own."""
    scope = catalogue.scopes.get(scope_id)
    if scope is None or not all(api in catalogue.apis for api in scope.apis):
        return set()
    bundles = {catalogue.apis[api].bundle for api in scope.apis}
    return bundles if all(catalogue.knows("bundles", bundle) for bundle in bundles if bundle) else set()

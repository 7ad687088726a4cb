"""The joins between facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import example
from tests.catalogue import golden

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import FranceConnect, Ruling
from guides_api.pages.project import load_project

API = """\
---
title: {title}
id: organisme/{name}
bundle: bouquet-exemple
providers:
  - organisme-exemple
call_modalities:
{modalities}
access: habilitation
source: source-exemple
checked_on: 2026-08-31
---
"""
MODALITIES = ("numero-exemple", "numero-sans")
CHANGES = """\
--- data/modalities.yaml
     franceconnect: true
+  - id: numero-sans
+    name: Sans
+    explanation: Un numéro inventé.
--- data/use_cases.yaml
-        - organisme/donnee_exemple
+        - organisme/parfois
+      useful:
+        - api: organisme/sans
+          comment: Parfois.
+      unjustified:
+        - organisme/avec
@@
+      - tous
       - villages
--- data/publics.yaml
     description: Des villages inventés.
+  - id: hameaux
+    name: Hameaux
+    description: Petits.
+  - id: tous
+    name: Tous
+    description: Tous.
+    includes: [villages, hameaux]
--- data/editors.yaml
     solutions:
+      - name: Autre
+        use_cases: []
+        form: bouquet-exemple-autre
--- data/facts.yaml
         date: 2026-08
+      - value: 99999
+        source: source-exemple
+        date: 2025
"""


@pytest.fixture
def joined(project: Path) -> Catalogue:
    """The example with four APIs, a group of publics, and a solution without a use case."""
    for name, modalities in (("avec", MODALITIES[:1]), ("sans", MODALITIES[1:]), ("parfois", MODALITIES)):
        text = API.format(title=name.title(), name=name, modalities="\n".join(f"  - {item}" for item in modalities))
        (project / f"content/api/organisme/{name}.md").write_text(text, encoding="utf-8")
    golden.apply(CHANGES, project)
    return load_project(project, example.TODAY).catalogue


@pytest.mark.parametrize(
    ("name", "state"),
    [("avec", FranceConnect.ONLY), ("sans", FranceConnect.NO), ("parfois", FranceConnect.POSSIBLE)],
)
def test_franceconnect_follows_from_call_modalities(joined: Catalogue, name: str, state: FranceConnect) -> None:
    assert joined.franceconnect(joined.apis[f"organisme/{name}"]) is state


@pytest.mark.parametrize(
    ("ruling", "name"),
    [
        (Ruling.REQUIRED, "parfois"),
        (Ruling.USEFUL, "sans"),
        (Ruling.UNJUSTIFIED, "avec"),
        (Ruling.NOT_RULED, "donnee_exemple"),
    ],
)
def test_each_api_of_the_bundle_has_one_ruling_even_when_nobody_ruled(
    joined: Catalogue, ruling: Ruling, name: str
) -> None:
    use_case = joined.use_cases["aide-exemple"]
    assert [item.api for item in joined.ruled(use_case, ruling)] == [f"organisme/{name}"]
    assert joined.ruling(use_case, f"organisme/{name}") is ruling
    by_ruling = joined.use_cases_by_ruling(joined.apis[f"organisme/{name}"])
    assert {key: [item.id for item in found] for key, found in by_ruling.items() if found} == {ruling: ["aide-exemple"]}


def test_the_comment_of_a_ruling_stays_with_it(joined: Catalogue) -> None:
    (useful,) = joined.ruled(joined.use_cases["aide-exemple"], Ruling.USEFUL)
    assert useful.comment == "Parfois."


def test_a_group_stands_for_its_members_each_once(joined: Catalogue) -> None:
    assert [public.id for public in joined.publics_of(joined.use_cases["aide-exemple"])] == ["villages", "hameaux"]


def test_a_solution_without_a_use_case_is_its_editors_and_serves_none(joined: Catalogue) -> None:
    assert [solution.name for _, solution in joined.solutions()] == ["Autre", "Logiciel Exemple"]
    assert [solution.name for _, solution in joined.solutions_for("aide-exemple")] == ["Logiciel Exemple"]
    assert joined.solutions_for("zzz") == ()


def test_data_are_found_by_their_api(joined: Catalogue) -> None:
    assert [scope.id for scope in joined.scopes_of("organisme/donnee_exemple")] == ["couleur_preferee"]
    assert joined.scopes_of("organisme/avec") == ()


def test_the_newest_statement_of_a_fact_is_shown_not_the_highest(joined: Catalogue) -> None:
    assert joined.facts["delai-exemple"].current.value == "12345"


def test_a_form_belongs_to_the_bundle_that_its_id_opens_with(joined: Catalogue) -> None:
    bundle = joined.bundle_of_form("bouquet-exemple-logiciel")
    assert bundle is joined.bundles["bouquet-exemple"]
    assert joined.bundle_of_form("bouquet-exemples-logiciel") is None
    assert joined.bundle_of_form("bouquet-exemple") is None


def test_a_guide_is_found_by_use_case_and_by_what_it_names(joined: Catalogue) -> None:
    guide = joined.guide_of("aide-exemple")
    assert guide is not None
    assert guide.api == ("bouquet-exemple",)
    assert joined.guides_naming("bouquet-exemple") == (guide,)
    assert joined.guide_of("zzz") is None


def test_what_could_not_be_read_whole_may_hold_any_id(joined: Catalogue) -> None:
    assert joined.knows("bundles", "bouquet-exemple")
    assert not joined.knows("bundles", "zzz")
    assert joined.knows("zzz", "zzz")

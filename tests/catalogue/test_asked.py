"""What a use case may ask: every datum once, under the class of its APIs, and none that is not justified."""

from __future__ import annotations

import pytest
from tests.build import ROOT
from tests.example import TODAY

from guides_api.catalogue.asked import asked, asked_apart, tickable
from guides_api.catalogue.load import read
from guides_api.catalogue.models import Ruling, UseCase

CATALOGUE, _ = read(ROOT, TODAY)
FIRMEST = [Ruling.REQUIRED, Ruling.USEFUL, Ruling.NOT_RULED, Ruling.UNJUSTIFIED]
EVERY = pytest.mark.parametrize("use_case", CATALOGUE.use_cases.values(), ids=CATALOGUE.use_cases)


@EVERY
def test_every_datum_of_the_bundle_stands_once_under_the_firmest_class_of_its_apis(use_case: UseCase) -> None:
    found = [
        (scope.id, ruling)
        for ruling, groups in asked(CATALOGUE, use_case).items()
        for group in groups
        for scope in group.scopes
    ]
    expected = {}
    for scope in CATALOGUE.scopes.values():
        classes = [
            CATALOGUE.ruling(use_case, api) for api in scope.apis if CATALOGUE.apis[api].bundle == use_case.bundle
        ]
        if classes:
            expected[scope.id] = min(classes, key=FIRMEST.index)
    assert dict(found) == expected
    assert len(found) == len(expected) > 0


@EVERY
def test_every_api_of_the_bundle_is_shown_with_or_without_data(use_case: UseCase) -> None:
    groups = [group for of_class in asked(CATALOGUE, use_case).values() for group in of_class]
    shown = {classed.api.id for group in groups for classed in group.apis}
    assert shown == {api.id for api in CATALOGUE.apis_of(use_case.bundle)}
    for group in groups:
        assert {classed.ruling for classed in group.apis} == {
            CATALOGUE.ruling(use_case, classed.api.id) for classed in group.apis
        }
        assert group.scopes or len(group.apis) == 1


@EVERY
def test_no_datum_of_unjustified_apis_alone_can_be_ticked(use_case: UseCase) -> None:
    for group in tickable(CATALOGUE, use_case):
        classes = {CATALOGUE.ruling(use_case, api.id) for api in group.apis}
        assert classes != {Ruling.UNJUSTIFIED}
        assert group.scopes


def test_what_nobody_ruled_on_is_folded_only_beside_what_somebody_ruled_on() -> None:
    folded = {
        name: {group.folded for group in tickable(CATALOGUE, use_case)}
        for name, use_case in CATALOGUE.use_cases.items()
    }
    assert folded["ccas"] == {False, True}
    assert folded["portail-gru-instruction"] == {False}


def test_an_api_outside_the_bundle_is_asked_apart_by_its_own_forms() -> None:
    (apart,) = asked_apart(CATALOGUE, CATALOGUE.use_cases["ccas"])
    assert apart.api.id == "dgfip/impot_particulier"
    assert [form.id for form in apart.forms] == [
        "api-impot-particulier-aides-sociales-facultatives-sandbox",
        "api-impot-particulier-aides-sociales-facultatives-editeur",
    ]
    assert apart.scopes == CATALOGUE.scopes_of("dgfip/impot_particulier")


@pytest.mark.parametrize("name", ["tarification-eaje", "gestion-rh-secteur-public", "marches-publics"])
def test_a_use_case_without_such_a_form_has_nothing_to_ask_apart(name: str) -> None:
    """Tax data may not price a crèche, though a form exists for a place in one."""
    assert list(asked_apart(CATALOGUE, CATALOGUE.use_cases[name])) == []

"""What the results of « Puis-je accéder ? » share: verdict, guide, what to have at hand, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import UseCase
from guides_api.pages.addresses import case_file_path, checklist_path, use_case_path
from guides_api.pages.answers import Answer, Answers, among, askers, case_title, conditions
from guides_api.pages.page import HOME, ORIENTATION, TOOLS, SitePage

YES, MAYBE, NO = "yes", "maybe", "no"
# Guides that say more, and the fact that says how long a request takes, where the project has them.
BEFORE_A_FORM = ("choisir-un-editeur", "prerequis-techniques")
AFTER_A_FORM = ("demande-datapass", "deliberation", "informer-les-usagers")
DELAY = "delai-instruction"


def result(on: Answers, title: str, layout: str, answers: Iterable[Answer], values: Mapping[str, Any]) -> SitePage:
    """Return the page at the end of a path."""
    return SitePage(
        path=on.path,
        title=title,
        description=f"Puis-je accéder aux données ? {title}.",
        layout=f"orientation_{layout}",
        edits=on.applicant.file if on.applicant else "data/use_cases.yaml",
        values={"answers": list(answers), **values},
        trail=(HOME, TOOLS, ORIENTATION),
        noindex=True,
        styles=("tools",),
    )


def of_use_case(on: Answers, use_case: UseCase, layout: str, integration: str, values: Mapping[str, Any]) -> SitePage:
    """Return the page at the end of a path through a use case; `how` among its values ends its title."""
    catalogue = on.catalogue
    case = case_title(catalogue, use_case)
    guide = catalogue.guide_of(use_case.id)
    last = [on.integration(use_case, integration)] if integration else []
    common = {
        "verdict": YES,
        "why": f"Vous pouvez demander cet accès si vous êtes {askers(catalogue, use_case)}.",
        "conditions": conditions(catalogue, use_case),
        "guide": {"title": case, "href": on.link(use_case_path(use_case.id)), "words": guide.tagline if guide else ""},
        "bundle": catalogue.bundles[use_case.bundle],
        "delay": DELAY if DELAY in catalogue.facts else "",
        "further": [
            {"title": "Préparer la délibération de cette démarche", "href": on.link(checklist_path(use_case.id))},
            {"title": "Imprimer le dossier de cette démarche", "href": on.link(case_file_path(use_case.id))},
            *further(on, use_case.bundle, AFTER_A_FORM),
        ],
    }
    return result(on, f"{case}, {values['how']}", layout, [*on.to(use_case), *last], {**common, **values})


def further(on: Answers, bundle_id: str, guides: Iterable[str]) -> list[Mapping[str, str]]:
    """Return the links to those guides that the project has and that are written for a bundle."""
    known = [on.catalogue.guides[name] for name in guides if name in on.catalogue.guides]
    return [{"title": guide.title, "href": on.link(guide.path)} for guide in known if bundle_id in guide.api]


def at_hand(catalogue: Catalogue, *, prefilled: bool = False, spared: Iterable[str] = ()) -> Mapping[str, Any]:
    """Return what to have at hand, and what an editor's form already holds; what is spared is in neither."""
    needed = [item for item in catalogue.prerequisites.values() if item.id not in tuple(spared)]
    return {
        "needed": [item for item in needed if not (prefilled and item.prefilled)],
        "held": [among(item) for item in needed if prefilled and item.prefilled],
    }

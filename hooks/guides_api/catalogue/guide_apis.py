"""The APIs of guides: their front matter may name them by id or by title, and so it may a bundle."""

from __future__ import annotations

from collections.abc import Mapping

from guides_api.catalogue.declared import Declared
from guides_api.catalogue.problems import Problem, closest, did_you_mean
from guides_api.catalogue.written import Guide


def resolved(guides: Mapping[str, Guide], declared: Declared) -> tuple[Mapping[str, Guide], list[Problem]]:
    """Return guides whose `api` lists hold ids, whatever was written, and a problem for each name of nothing."""
    known = declared.named_by_guides()
    problems = [problem for guide in guides.values() for problem in _unknown(guide, known, declared)]
    return {name: _with_ids(guide, known) if guide.api else guide for name, guide in guides.items()}, problems


def _with_ids(guide: Guide, known: Mapping[str, str]) -> Guide:
    return guide.model_copy(update={"api": tuple(known[name] for name in guide.api if name in known)})


def _unknown(guide: Guide, known: Mapping[str, str], declared: Declared) -> list[Problem]:
    titles = declared.titles
    return [
        guide.problem(
            "reference-inconnue",
            f"API ou bouquet « {written} » inconnu.",
            *("api", index),
            accepted=closest(written, titles),
            remedy=did_you_mean(written, titles) or did_you_mean(written, known),
        )
        for index, written in enumerate(guide.api)
        if written not in known and declared.all_named
    ]

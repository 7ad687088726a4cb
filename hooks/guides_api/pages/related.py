"""What to read after a guide."""

from __future__ import annotations

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.written import Guide

SHOWN = 3


def related_guides(guide: Guide, catalogue: Catalogue) -> tuple[Guide, ...]:
    """Return the listed guides that share most tags and APIs with a guide, at most three, ties by title."""
    shared = {
        other.id: len({*guide.tags, *guide.api} & {*other.tags, *other.api})
        for other in catalogue.listed_guides()
        if other.id != guide.id
    }
    closest = sorted(filter(shared.get, shared), key=lambda name: -shared[name])
    return tuple(catalogue.guides[name] for name in closest[:SHOWN])

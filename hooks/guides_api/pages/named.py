"""What an address is made of: the ids of records, by kind. Written `editeurs/{editors}/`, an address is a shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from guides_api.pages.addresses import (
    COMPARED,
    VERIFICATION_PAGE,
    address,
    api_path,
    bundle_path,
    case_file_path,
    category_path,
    checklist_path,
    comparison_path,
    datum_path,
    editor_path,
    legal_text_path,
    provider_path,
    public_path,
    use_case_path,
    year_path,
)
from guides_api.pages.steps import ABSENT, ALONE, CASES, FREE, TEAM, step_path

# Where an address fits several shapes, the first one counts.
_PATHS = (
    use_case_path("{guides}"),  # a use case's page is its guide, where somebody has written one
    VERIFICATION_PAGE,
    checklist_path("{use_cases}"),
    case_file_path("{use_cases}"),
    COMPARED,
    comparison_path("{use_cases}"),
    editor_path("{editors}"),
    provider_path("{providers}"),
    legal_text_path("{legal_texts}"),
    public_path("{publics}"),
    "themes/{tags}.md",
    datum_path("{scopes}"),
    bundle_path("{bundles}"),
    api_path("{apis}"),
    year_path("{years}"),
    category_path("{categories}"),
    "actualites/{news}.md",
    step_path(CASES),
    step_path(CASES, "{use_cases}"),
    *(step_path(CASES, "{use_cases}", last) for last in (TEAM, ALONE, "{solutions}")),
    *(step_path(first, "{bundles}") for first in (FREE, ABSENT, "{applicants}")),
    step_path("{applicants}"),
)
_SHAPES = (*(f"/{address(path)}" for path in _PATHS), f"/{address(editor_path('{editors}'))}#{{solutions}}")
_ID = re.compile(r"\{(\w+)\}")
_LOOK = {"years": "[0-9]{4}", "apis": "[^#]+"}
_PATTERNS = tuple(
    (shape, re.compile(_ID.sub(lambda found: f"(?P<{found[1]}>{_LOOK.get(found[1], '[^/#]+')})", shape)))
    for shape in _SHAPES
)


@dataclass(frozen=True, slots=True)
class Named:
    """A shape and the ids that fill it, by kind and in their order, as addresses write them."""

    shape: str
    ids: Mapping[str, str] = field(default_factory=dict)

    def with_ids(self, *ids: str) -> str:
        """Return the address of this shape that other ids make."""
        return self.shape.format(**dict(zip(self.ids, ids, strict=True)))


def named(site_address: str) -> Named | None:
    """Return what an address below the site's root (« /editeurs/arpege/ ») names; None for a page that stands alone."""
    for shape, pattern in _PATTERNS:
        if found := pattern.fullmatch(site_address):
            return Named(shape, found.groupdict())
    return None


def in_address(identifier: str) -> str:
    """Return an id as addresses write it."""
    return identifier.replace("_", "-")


def solution_address(editor_id: str, form: str) -> str:
    """Return where a solution stands on its editor's page: its form does not change when its name does."""
    return f"/{address(editor_path(editor_id))}#{form}"

"""`<Applicants />`: the first question of « Puis-je accéder ? »."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On
from guides_api.pages.steps import step_path


class Applicants(Component):
    """A card an applicant, which leads to the next question or to a refusal."""

    doc: ClassVar[str] = "La première question de « Puis-je accéder ? » : les demandeurs en cartes, par groupe."
    example: ClassVar[str] = "<Applicants />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the applicants in the order of their file, under the groups that they give."""
        applicants = on.catalogue.applicants.values()
        return {
            "groups": [
                {
                    "name": name,
                    "cards": [
                        {"name": item.name, "explanation": item.explanation, "href": on.link(step_path(item.id))}
                        for item in items
                    ],
                }
                for name, items in groupby(applicants, lambda applicant: applicant.group)
            ]
        }

"""`<ApiUseCases api="…" />`: which use cases call for an API, which leave it out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import ApiRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import RULING_WORDS, use_case_link


class ApiUseCases(Component):
    """The use cases of an API's bundle under each class."""

    doc: ClassVar[str] = "Les cas d’usage du bouquet d’une API, selon la classe qu’elle y a."
    example: ClassVar[str] = '<ApiUseCases api="organisme/donnee_exemple" />'
    api: ApiRef = Field(description="id de l’API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the use cases' links by class."""
        api = on.catalogue.apis[self.api]
        return {
            "title": api.title,
            "groups": [
                {
                    "kind": ruling.value.replace("_", "-"),
                    "word": RULING_WORDS[ruling][0].capitalize(),
                    "links": [use_case_link(use_case, on) for use_case in use_cases],
                }
                for ruling, use_cases in on.catalogue.use_cases_by_ruling(api).items()
                if use_cases
            ],
        }

"""`<Criteria theme="images" />`: the criteria of the RGAA on one subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.records import RgaaThemeRef
from guides_api.catalogue.rgaa import State
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Mark

STATE_WORDS = {
    State.AUTOMATIC: "Testé automatiquement",
    State.BY_HAND: "Vérifié à la main",
    State.UNTESTED: "Non testé",
    State.NOT_APPLICABLE: "Non applicable",
}


class Criteria(Component):
    """A table: the criterion in our words, what was looked at, what was not."""

    doc: ClassVar[str] = "Les critères du RGAA d’une thématique, et ce qui a été regardé de chacun."
    example: ClassVar[str] = '<Criteria theme="images" />'
    theme: RgaaThemeRef = Field(description="la thématique, en minuscules sans accent, comme elements-obligatoires")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the criteria in their order."""
        criteria = [item for item in on.catalogue.rgaa.values() if slugified(item.theme) == self.theme]
        return {
            "theme": criteria[0].theme,
            "rows": [{"criterion": item, "state": state_mark(item.state)} for item in criteria],
        }


def state_mark(state: State) -> Mark:
    """Return the mark that says what was done of a criterion."""
    return Mark(f"rgaa-{state}", STATE_WORDS[state])

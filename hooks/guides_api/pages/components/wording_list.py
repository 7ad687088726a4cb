"""`<WordingList />`: the wordings that a délibération would do better without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.deliberation import WordingKind
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import source_link

_KIND_WORDS = {WordingKind.VAGUE: "Trop vague", WordingKind.DOUBTFUL: "À vérifier"}


class WordingList(Component):
    """Each wording folded: an example, why it is remarked, what to write instead; the findings are made of it."""

    doc: ClassVar[str] = "Les formulations que la vérification d’une délibération relève, et quoi écrire à la place."
    example: ClassVar[str] = "<WordingList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the wordings in the order of their file."""
        return {
            "wordings": [
                {"wording": wording, "kind": _KIND_WORDS[wording.kind], "source": source_link(wording.source, on)}
                for wording in on.catalogue.wordings.values()
            ]
        }

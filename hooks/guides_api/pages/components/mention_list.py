"""`<MentionList />`: the data that the reading of a délibération knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.deliberation import Mention
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link


class MentionList(Component):
    """Each datum with the words that name it, its APIs and the examples of finalités; the findings are made of it."""

    doc: ClassVar[str] = "Les données que la vérification d’une délibération reconnaît, avec les mots qui les nomment."
    example: ClassVar[str] = "<MentionList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the data in the order of their file."""
        return {"rows": [_row(mention, on) for mention in on.catalogue.mentions.values()]}


def _row(mention: Mention, on: On) -> Mapping[str, Any]:
    scopes = [on.catalogue.scopes[scope] for scope in mention.scopes]
    apis = [on.catalogue.apis[api] for api in dict.fromkeys(api for scope in scopes for api in scope.apis)]
    return {
        "mention": mention,
        "apis": [Link(api.title, on.link(api.path)) for api in apis],
        "finalities": list(dict.fromkeys(text for scope in scopes for text in scope.finalities)),
    }

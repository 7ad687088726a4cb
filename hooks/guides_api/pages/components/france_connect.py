"""`<FranceConnect api="…" />`: whether an API is called with FranceConnect, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.models import ApiRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import franceconnect_mark


class FranceConnect(Component):
    """A mark, readable without colour."""

    inline: ClassVar[bool] = True
    api: ApiRef

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the mark."""
        return {"mark": franceconnect_mark(on.catalogue.apis[self.api], on)}

"""What tells data of one label apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from guides_api.catalogue.catalogue import Catalogue


def endings(catalogue: Catalogue) -> Mapping[str, str]:
    """Return what to write after the label of each datum, by id: the API that carries it, or else its id.

    Nothing when no other datum bears the label.
    """
    times = Counter(scope.label for scope in catalogue.scopes.values())
    return {
        scope.id: _ending(scope.id, scope.apis, catalogue) if times[scope.label] > 1 else ""
        for scope in catalogue.scopes.values()
    }


def _ending(scope_id: str, apis: tuple[str, ...], catalogue: Catalogue) -> str:
    return f" de l’API {catalogue.apis[apis[0]].title}" if len(apis) == 1 else f" ({scope_id})"

"""What a guide is compared with: the folder that it stands in, and the catalogue of this project where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import folded
from guides_api.migrate.checks.use_cases import UseCases
from guides_api.migrate.foreign import Folder
from guides_api.migrate.places import Places


@dataclass(frozen=True)
class Context:
    """Handed to every check."""

    folder: Folder
    catalogue: Catalogue | None = None

    @cached_property
    def places(self) -> Places:
        """Where links may lead."""
        return Places(self.folder)

    @cached_property
    def use_cases(self) -> UseCases | None:
        """What tells which use case a guide is about, None without a catalogue."""
        return UseCases(self.catalogue) if self.catalogue else None

    @cached_property
    def api_names(self) -> Mapping[str, str]:
        """The names that `api:` may give, by what they are without case, accents nor punctuation; none where unknown.

        They are those of the folder's own records, or of our APIs and bundles where it has none.
        """
        if self.folder.apis:
            return {folded(api.title): api.title for api in self.folder.apis}
        if self.catalogue is None:
            return {}
        titles = [
            *(api.title for api in self.catalogue.apis.values()),
            *(bundle.name for bundle in self.catalogue.bundles.values()),
        ]
        return {folded(title): title for title in titles}

    @cached_property
    def api_ids(self) -> frozenset[str]:
        """The ids that `api:` may give instead of a name: those of our APIs and bundles."""
        if self.folder.apis or self.catalogue is None:
            return frozenset()
        return frozenset([*self.catalogue.apis, *self.catalogue.bundles])

"""What a component is: a name, attributes (a model), what it may hold, and one template."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.records import Part
from guides_api.pages.addresses import relative


class Holds(enum.Enum):
    """What may stand between a component's tags."""

    NOTHING = "nothing"
    TEXT = "text"  # words of one paragraph
    BLOCKS = "blocks"  # any Markdown


@dataclass(frozen=True)
class On:
    """The page that a component is drawn on."""

    catalogue: Catalogue
    path: str

    def link(self, target: str, anchor: str = "") -> str:
        """Return the relative link to another page's file."""
        return relative(target, self.path, anchor)

    @property
    def datapass(self) -> DataPass:
        """The addresses of DataPass."""
        return DataPass(self.catalogue.site.datapass_url)


class Component(Part):
    """A block that authors place; its attributes are its fields, its template bears its name.

    `doc` says in French what it draws, `example` shows it on the example project: docs/composants.md is made of them.
    """

    doc: ClassVar[str]
    example: ClassVar[str]
    holds: ClassVar[Holds] = Holds.NOTHING
    inline: ClassVar[bool] = False  # it reads as words of a sentence

    def values(self, on: On) -> Mapping[str, Any]:
        """Return what the template shows, ready to print."""
        return {}

    @classmethod
    def tag(cls) -> str:
        """The name that authors write."""
        return cls.__name__

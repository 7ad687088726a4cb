"""A guide on its way: from where, to where, into what project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.problems import visible
from guides_api.migrate.carry.destination import Destination
from guides_api.migrate.carry.text import Text
from guides_api.migrate.foreign import Guide
from guides_api.migrate.losses import Kind, Note

Carried = tuple[Text, list[Note]]


@dataclass(frozen=True)
class Move:
    """Handed to each step; `target` is the guide's file below `content/`, `title` what its header will say.

    `news` tells an article from a guide, `draft` one that its owner has not published.
    """

    guide: Guide
    target: str
    to: Destination
    title: str = ""
    news: bool = False
    draft: bool = False

    @cached_property
    def use_cases(self) -> frozenset[str]:
        """The use cases that the guide may be about; none where unsure."""
        return self.to.use_cases.of_guide(self.guide)

    def loss(self, rule: str, line: int, message: str) -> Note:
        """Return what to say of something that can't be brought."""
        return Note(self.guide.path, line, Kind.LOSS, rule, visible(message))

    def change(self, rule: str, line: int, message: str) -> Note:
        """Return what to say of something that is now said otherwise."""
        return Note(self.guide.path, line, Kind.CHANGE, rule, visible(message))

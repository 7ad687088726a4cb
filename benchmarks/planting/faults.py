"""Ways to do wrong, each with the rule that should say so and the parts of a guide that it takes for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.planting.draft import Draft
from benchmarks.planting.site import Site

Plant = Callable[[Draft, Site], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """A form of a defect, or of what only looks like one; planting it tells whether this guide lends itself to it."""

    rule: str
    name: str
    claims: tuple[str, ...]
    plant: Plant

    def planted(self, draft: Draft, site: Site) -> bool:
        """Plant it, unless something else holds what it needs."""
        if draft.claimed.intersection(self.claims) or not self.plant(draft, site):
            return False
        draft.claimed.update(self.claims)
        return True


class Faults(list[Fault]):
    """The faults of a family."""

    def of(self, rule: str, *claims: str) -> Callable[[Plant], Plant]:
        """Take a function as a form of a rule's defect."""

        def taken(plant: Plant) -> Plant:
            self.append(Fault(rule, plant.__name__, claims, plant))
            return plant

        return taken

    def sentences(self, rules: str, *texts: str, claims: tuple[str, ...] = (), kind: str = "") -> None:
        """Take sentences, each wrong wherever it stands, by all of some rules (the first is the one meant)."""
        first, *others = rules.split()
        for number, text in enumerate(texts):

            def plant(draft: Draft, _site: Site, text: str = text) -> bool:
                return draft.add(text, first, *others, kind=kind)

            self.append(Fault(first, f"phrase {number}", claims, plant))

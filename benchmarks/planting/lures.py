"""Ways to write what looks like a defect and is none."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.planting.draft import Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site


def in_a_sentence(decoys: Faults, rule: str, *texts: str) -> None:
    """Take sentences that a rule must leave alone."""
    for text in texts:

        def plant(draft: Draft, _site: Site, text: str = text) -> bool:
            line = draft.prose()
            if line is None:
                return False
            line.text += f" {text}"
            line.decoys.append(rule)
            return True

        decoys.append(Fault(rule, text, (), plant))


def in_a_block(decoys: Faults, rule: str, *blocks: Sequence[str], kind: str = "decoy") -> None:
    """Take blocks that a rule must leave alone."""
    for lines in blocks:

        def plant(draft: Draft, _site: Site, lines: Sequence[str] = lines) -> bool:
            for line in draft.insert(kind, lines).lines:
                line.decoys.append(rule)
            return True

        decoys.append(Fault(rule, lines[0], (), plant))


def in_the_header(decoys: Faults, rule: str, claim: str, key: str, *texts: str) -> None:
    """Take values of a key that a rule must leave alone."""
    for text in texts:

        def plant(draft: Draft, _site: Site, text: str = text) -> bool:
            if key not in draft.header or "layout" in draft.header:
                return False
            draft.header[key] = [Line(line, decoys=[rule]) for line in text.split("\n")]
            return True

        decoys.append(Fault(rule, text, (claim,), plant))

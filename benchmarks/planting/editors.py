"""Tables of editors that were copied from a guide to the next, and rows that somebody typed again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from benchmarks.planting.draft import Block, Draft
from benchmarks.planting.faults import Faults
from benchmarks.planting.site import Row, Site

faults = Faults()


def copied(draft: Draft, rows: Sequence[Row], form: int) -> Block:
    """Put a table that other guides have too, as whoever copied it would have laid it out."""
    heads, separators, rows_as = (
        ("| Éditeur | Solution |", "| --- | --- |", "| {} | {} |"),
        ("| Éditeur | Solution              |", "| ------- | --------------------- |", "| {}| {}          |"),
        ("|Éditeur|Solution|", "|:---|:---|", "|{}|{}|"),
        ("Éditeur | Solution", "--- | ---", "{} | {}"),
    )[form % 4]
    block = draft.insert("editors", [heads, separators, *(rows_as.format(*row) for row in rows)])
    block.lines[0].deserves("tableau-editeurs-repete")
    draft.claimed.add("editors")
    return block


@faults.of("editeur-variante", "editors")
def editor_typed_again(draft: Draft, site: Site) -> bool:
    return _typed_again(draft, site, 0)


@faults.of("editeur-variante", "editors")
def solution_typed_again(draft: Draft, site: Site) -> bool:
    return _typed_again(draft, site, 1)


def _typed_again(draft: Draft, site: Site, side: int) -> bool:
    table = next((block for block in draft.body if block.kind == "editors"), None)
    if table is None:
        return False
    choices = []
    for line in table.lines[2:]:
        left, right = (cell.strip() for cell in line.text.strip("| ").split("|"))
        if site.row_uses[left, right] > 3:
            near = [one for one in _near((left, right)[side]) if one not in site.taken]
            choices += [(line, (one, right) if side == 0 else (left, one), one) for one in near]
    if not choices:
        return False
    line, (left, right), near_name = draft.rng.choice(choices)
    site.taken.add(near_name)
    line.text = f"| {left} | {right} |"
    line.deserves("editeur-variante")
    return True


def _near(name: str) -> Iterator[str]:
    """Yield how somebody else would write a name."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    ways = [bare, name.upper(), name.lower(), name.replace(" ", "-"), name.replace(" ", ""), name.replace("&", "et")]
    yield from dict.fromkeys(way for way in ways if way != name)
    if len(name) > 6:
        for place in range(2, len(name) - 1):
            if name[place].isalpha():
                yield name[:place] + name[place + 1 :]
                yield name[:place] + name[place] + name[place:]

"""Tables of contents typed by hand, right ones and wrong ones."""

from __future__ import annotations

from benchmarks.planting.draft import Block, Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site
from benchmarks.planting.structure import bare

from guides_api.catalogue.fields import slugified

faults = Faults()

_TITLES = (
    "## Sommaire",
    "## Table des matières",
    "**Sommaire**",
    "## Dans cette page",
    "Sommaire :",
    "",
    "## Plan",
    "## Sommaire :",
    "**Table des matières :**",
)


def _contents(draft: Draft, title: str, *, depth: int = 3, ordered: bool = False) -> Block:
    """Put a right table of contents before the first section, and return its entries."""
    entries, rank = [], 0
    for heading in draft.headings(*range(2, depth + 1)):
        rank += heading.level == 2
        mark = f"{rank}." if ordered and heading.level == 2 else "-"
        words_of = bare(heading)
        entries.append(Line(f"{'    ' * (heading.level - 2)}{mark} [{words_of}](#{slugified(words_of)})"))
    block = Block("contents", entries, free=False)
    place = draft.body.index(draft.headings(2)[0])
    title = title or ("" if draft.body[place - 1].kind == "prose" else "## Sommaire")
    draft.body.insert(place, block)
    if title:
        draft.body.insert(place, Block("contents", [Line(draft.say(title))], free=False))
        draft.body[place].lines[0].deserves("sommaire-a-la-main")
    else:
        entries[0].deserves("sommaire-a-la-main")
    return block


for _title in _TITLES:

    def _listed(draft: Draft, _site: Site, title: str = _title) -> bool:
        _contents(draft, title, depth=draft.rng.choice((2, 3)), ordered=draft.rng.random() < 0.3)
        return True

    faults.append(Fault("sommaire-a-la-main", _title or "sans titre", ("headings", "contents"), _listed))


def _wrong_contents(draft: Draft) -> tuple[Block, int]:
    block = _contents(draft, draft.rng.choice(_TITLES[:4]), depth=draft.rng.choice((2, 3)))
    return block, draft.rng.randrange(1, len(block.lines))


@faults.of("sommaire-faux", "headings", "contents")
def entry_of_an_older_heading(draft: Draft, _site: Site) -> bool:
    block, place = _wrong_contents(draft)
    line = block.lines[place]
    line.text = f"{line.text.split('[')[0]}[Ce qu{draft.style.apostrophe}on disait avant](#{line.text.split('(#')[1]}"
    line.deserves("sommaire-faux")
    return True


@faults.of("sommaire-faux", "headings", "contents")
def anchor_of_another(draft: Draft, _site: Site) -> bool:
    block, place = _wrong_contents(draft)
    line, above = block.lines[place], block.lines[place - 1]
    line.text = f"{line.text.split('](#')[0]}](#{above.text.split('](#')[1]}"
    line.deserves("sommaire-faux")
    return True


@faults.of("sommaire-faux", "headings", "contents")
def anchor_of_nothing(draft: Draft, _site: Site) -> bool:
    block, place = _wrong_contents(draft)
    line = block.lines[place]
    line.text = f"{line.text.removesuffix(')')}-ancien)"
    line.deserves("sommaire-faux", "ancre-inconnue")
    return True


@faults.of("sommaire-faux", "headings", "contents")
def forgotten_heading(draft: Draft, _site: Site) -> bool:
    block, place = _wrong_contents(draft)
    forgotten = block.lines.pop(place).text
    levels = (3,) if forgotten.startswith(" ") else (2,)
    remaining = [line.text.startswith(" ") for line in block.lines]
    if (levels == (3,)) not in remaining:  # then the table shows no heading of that level, and forgets none
        return False
    heading = next(one for one in draft.headings(*levels) if f"[{bare(one)}]" in forgotten)
    heading.lines[0].deserves("sommaire-faux")
    return True


@faults.of("sommaire-faux", "headings", "contents")
def entry_of_a_removed_part(draft: Draft, _site: Site) -> bool:
    block, place = _wrong_contents(draft)
    line = Line("- [Les tarifs de 2019](#les-tarifs-de-2019)")
    line.deserves("sommaire-faux", "ancre-inconnue")
    after = next((n for n in range(place, len(block.lines)) if block.lines[n].text.startswith("-")), len(block.lines))
    block.lines.insert(after, line)
    return True

"""Headings, anchors, tables of contents and tables that don't hold together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from benchmarks.planting import words
from benchmarks.planting.draft import Block, Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

from guides_api.catalogue.fields import slugified

faults = Faults()


def bare(heading: Block) -> str:
    """Return the words of a heading."""
    return heading.lines[0].text.lstrip("# ")


@faults.of("titre-h1", "headings", "title")
def title_again(draft: Draft, _site: Site) -> bool:
    title = next((line.text.split(":", 1)[1].strip().strip('"') for line in draft.header.get("title", ())), "")
    return _headed(draft, [f"# {title or 'Le guide'}"])


@faults.of("titre-h1", "headings", "title")
def another_title(draft: Draft, _site: Site) -> bool:
    return _headed(draft, [f"# {draft.say(draft.rng.choice(words.TOPICS))}"])


@faults.of("titre-h1", "headings", "title")
def underlined_title(draft: Draft, _site: Site) -> bool:
    return _headed(draft, [draft.say(draft.rng.choice(words.TOPICS)), "=========="])


@faults.of("titre-h1", "headings", "title")
def big_section(draft: Draft, _site: Site) -> bool:
    alone = _without_children(draft)
    if not alone:
        return False
    heading = draft.rng.choice(alone)
    heading.level = 1
    heading.lines[0].text = heading.lines[0].text.removeprefix("#")
    heading.lines[0].deserves("titre-h1")
    return True


@faults.of("titre-h1", "headings", "title")
def closed_title(draft: Draft, _site: Site) -> bool:
    return _headed(draft, ["# Le guide de la mairie #"])


@faults.of("titre-h1", "headings", "title")
def title_in_html(draft: Draft, _site: Site) -> bool:
    return _headed(draft, ["<h1>Le guide de la mairie</h1>"], "html-superflu")


def _headed(draft: Draft, texts: Sequence[str], *also: str) -> bool:
    block = Block("heading", [Line(text) for text in texts], level=1, free=False)
    block.lines[0].deserves("titre-h1", *also)
    draft.body.insert(0, block)
    return True


def _without_children(draft: Draft) -> list[Block]:
    """Return the sections that hold no smaller one, the first aside."""
    headings = draft.headings(2, 3)
    following = [*headings[1:], Block("end", [], level=2)]
    return [one for one, after in zip(headings, following, strict=True) if one.level == 2 and after.level == 2][1:]


def _deeper(heading: Block, level: int) -> bool:
    heading.lines[0].text = f"{'#' * level} {bare(heading)}"
    heading.lines[0].deserves("titre-saute")
    heading.level = level
    return True


@faults.of("titre-saute", "headings")
def from_two_to_four(draft: Draft, _site: Site) -> bool:
    return _first_child(draft, 4)


@faults.of("titre-saute", "headings")
def from_two_to_five(draft: Draft, _site: Site) -> bool:
    return _first_child(draft, 5)


def _first_child(draft: Draft, level: int) -> bool:
    headings = draft.headings(2, 3)
    children = [after for one, after in pairwise(headings) if (one.level, after.level) == (2, 3)]
    return bool(children) and _deeper(draft.rng.choice(children), level)


@faults.of("titre-saute", "headings")
def from_three_to_five(draft: Draft, _site: Site) -> bool:
    headings = draft.headings(2, 3)
    twins = [after for one, after in pairwise(headings) if (one.level, after.level) == (3, 3)]
    return bool(twins) and _deeper(draft.rng.choice(twins), 5)


@faults.of("titre-saute", "headings")
def from_two_to_six(draft: Draft, _site: Site) -> bool:
    return _first_child(draft, 6)


@faults.of("titre-saute", "headings")
def first_one_too_deep(draft: Draft, _site: Site) -> bool:
    first, second, *_ = draft.headings(2, 3)
    return second.level == 2 and _deeper(first, draft.rng.choice((3, 4)))


@faults.of("titre-saute", "headings")
def new_part(draft: Draft, _site: Site) -> bool:
    alone = _without_children(draft)
    if not alone:
        return False
    place = draft.body.index(draft.rng.choice(alone))
    draft.body.insert(place + 2, Block("heading", [Line("#### Un point de détail")], level=4))
    draft.body[place + 2].lines[0].deserves("titre-saute")
    draft.body.insert(place + 3, Block("prose", [Line(draft.say("Ce point n'est utile qu'aux petites équipes."))]))
    return True


def _lost(draft: Draft, anchor: str) -> bool:
    if not anchor:
        return False
    return draft.add(f"Voyez [la partie qui en parle](#{anchor}).", "ancre-inconnue")


def _elided(draft: Draft) -> list[str]:
    return [bare(heading) for heading in draft.headings(2, 3) if "'" in bare(heading) or "’" in bare(heading)]


@faults.of("ancre-inconnue", "headings")
def apostrophe_kept(draft: Draft, _site: Site) -> bool:
    texts = _elided(draft)
    words_of = draft.rng.choice(texts).replace("’", "'").split("'") if texts else []
    return _lost(draft, "'".join(map(slugified, words_of)))


@faults.of("ancre-inconnue", "headings")
def apostrophe_lost(draft: Draft, _site: Site) -> bool:
    texts = _elided(draft)
    return bool(texts) and _lost(draft, slugified(draft.rng.choice(texts).replace("’", "").replace("'", "")))


@faults.of("ancre-inconnue", "headings")
def accents_kept(draft: Draft, _site: Site) -> bool:
    texts = [bare(heading) for heading in draft.headings(2, 3)]
    marked = [text for text in texts if re.search("[À-ÿ]", text) and not re.search("['’?,]", text)]
    return bool(marked) and _lost(draft, draft.rng.choice(marked).lower().replace(" ", "-"))


@faults.of("ancre-inconnue", "headings")
def underscores(draft: Draft, _site: Site) -> bool:
    anchors = [slugified(bare(heading)) for heading in draft.headings(2)]
    return _lost(draft, draft.rng.choice([anchor for anchor in anchors if "-" in anchor] or [""]).replace("-", "_"))


@faults.of("ancre-inconnue", "headings")
def capitals(draft: Draft, _site: Site) -> bool:
    return _lost(draft, slugified(bare(draft.rng.choice(draft.headings(2, 3)))).capitalize())


@faults.of("ancre-inconnue", "headings")
def trailing_hyphen(draft: Draft, _site: Site) -> bool:
    asked = [bare(heading) for heading in draft.headings(2, 3) if bare(heading).endswith("?")]
    return bool(asked) and _lost(draft, f"{slugified(draft.rng.choice(asked))}-")


@faults.of("ancre-inconnue", "headings")
def from_a_list(draft: Draft, _site: Site) -> bool:
    draft.insert("list", ["- le nom ;", "- [la suite](#une-partie-perdue)."]).lines[1].deserves("ancre-inconnue")
    return True


@faults.of("ancre-inconnue", "headings")
def numbered(draft: Draft, _site: Site) -> bool:
    return _lost(draft, f"{slugified(bare(draft.headings(2)[0]))}-2")


@faults.of("ancre-inconnue", "headings")
def gone(draft: Draft, _site: Site) -> bool:
    return _lost(
        draft,
        draft.rng.choice(
            ("annexe", "tarifs-2022", "pieces-a-joindre", "formulaire", "section-1", "_tarifs", "h.1x2y3z")
        ),
    )


def _uneven(draft: Draft, rows: Sequence[str], wrong: int) -> bool:
    draft.insert("table", rows).lines[wrong].deserves("tableau-bancal")
    return True


_UNEVEN = (
    (("| Pièce | Service | Délai |", "| --- | --- | --- |", "| Avis | social |", "| Carte | scolaire | un jour |"), 2),
    (("| Pièce | Service |", "| --- | --- |", "| Avis | social |", "| Carte | scolaire | un jour |"), 3),
    (("| Pièce | Service | Délai |", "| --- | --- |", "| Avis | social | un mois |"), 1),
    (("| Pièce | Service |", "| --- | --- |", "| Avis |", "| Carte | scolaire |"), 2),
    (("Pièce | Service | Délai", "--- | --- | ---", "Avis | social | un mois", "Carte | scolaire"), 3),
    (("> | Pièce | Service |", "> | --- | --- |", "> | Avis | social | aides |"), 2),
    (("| Pièce | Service | Délai | Coût |", "| --- | --- | --- | --- |", "| Avis | social | un mois |"), 2),
    (("| Pièce | Service |", "| --- | --- |", "| [Avis](/) | **social** | | |"), 2),
    (("| Pièce | Service |", "|:---|---:|", "| Avis | social | aides | enfance |", "| Carte | scolaire |"), 2),
)
for _rows, _wrong in _UNEVEN:

    def _table(draft: Draft, _site: Site, rows: Sequence[str] = _rows, wrong: int = _wrong) -> bool:
        return _uneven(draft, rows, wrong)

    faults.append(Fault("tableau-bancal", _rows[_wrong], (), _table))

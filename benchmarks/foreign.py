"""Somebody else's guides, as many as one wants, with defects whose places are known, and decoys that are none.

    .venv/bin/python benchmarks/foreign.py DOSSIER                  200 guides
    .venv/bin/python benchmarks/foreign.py DOSSIER --guides 5000 --seed 3

The folder's name followed by « .json » is the manifest: every finding that `guides verify` owes, with its rule, path
and line. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from benchmarks.planting import (  # noqa: E402  the line above finds it
    contents,
    datapass,
    decoy_parts,
    decoy_words,
    editors,
    encodings,
    fences,
    files,
    header,
    links,
    listed,
    markup,
    pictures,
    structure,
)
from benchmarks.planting.draft import Draft, expected  # noqa: E402
from benchmarks.planting.faults import Fault  # noqa: E402
from benchmarks.planting.site import COVERS, Row, Site, planned  # noqa: E402
from benchmarks.planting.sound import sound  # noqa: E402

FAMILIES = (fences, header, listed, encodings, structure, contents, markup, links, datapass, editors, files)
FAULTS = [fault for family in FAMILIES for fault in family.faults]
DECOYS = [*decoy_words.decoys, *decoy_parts.decoys]
RULES = sorted({*(fault.rule for fault in FAULTS), "tableau-editeurs-repete"})
LAST = ("encodage", "mojibake")  # they happen to a text that is written
DECOYS_A_GUIDE = 4


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """A finding that is owed, or a place where none is: rule, path, line."""

    rule: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is to be found in a folder, and what tempts without being a defect."""

    seed: int
    guides: int
    expected: tuple[Expected, ...]
    decoys: tuple[Expected, ...]


class Deck:
    """Faults drawn so that every rule is planted as often as the others, and every form of a rule too."""

    def __init__(self, faults: Sequence[Fault], rng: random.Random) -> None:
        forms: dict[str, deque[Fault]] = {}
        for fault in rng.sample(faults, len(faults)):
            forms.setdefault(fault.rule, deque()).append(fault)
        self._forms = forms
        self._rules = deque(forms)

    def drawn(self) -> str:
        """Return the rule whose turn it is."""
        self._rules.rotate(-1)
        return self._rules[-1]

    def refused(self, rule: str) -> None:
        """Give a rule its turn back: the next guide may suit it."""
        self._rules.remove(rule)
        self._rules.appendleft(rule)

    def planted(self, rule: str, draft: Draft, site: Site) -> bool:
        """Plant the first form of a rule that the guide lends itself to."""
        forms = self._forms[rule]
        for _ in range(len(forms)):
            forms.rotate(-1)
            if forms[-1].planted(draft, site):
                return True
        return False


def written(folder: Path, guides: int = 200, seed: int = 1) -> Manifest:
    """Write a folder that doesn't exist yet, and return what is to be found there."""
    rng = random.Random(seed)  # noqa: S311  no secret
    site = planned(guides, rng)
    copies = dict(_copies(site, rng))
    faults, lures = Deck(FAULTS, rng), Deck(DECOYS, rng)
    owed, tempting = list[Expected](), list[Expected]()
    for plan in site.plans:
        draft = sound(plan, site, rng)
        if plan.number in copies:
            editors.copied(draft, *copies[plan.number])
        late = list[str]()
        for _ in range(rng.choice((0, 1, 2, 2, 3, 4))):
            _plant(faults, draft, site, late)
        for _ in range(DECOYS_A_GUIDE):
            while not lures.planted(lures.drawn(), draft, site):
                pass
        for rule in late:
            if not faults.planted(rule, draft, site):
                faults.refused(rule)
        _write(folder / plan.path, draft.raw())
        lines = draft.lines()
        owed += (Expected(rule, plan.path, number) for rule, number in expected(lines))
        tempting += (Expected(rule, plan.path, number) for number, line in enumerate(lines, 1) for rule in line.decoys)
    owed += (Expected(rule, path, 1) for rule, path in site.misplaced)
    _write_around(folder, site)
    return Manifest(seed, guides, tuple(sorted(set(owed))), tuple(sorted(set(tempting))))


def _plant(deck: Deck, draft: Draft, site: Site, late: list[str]) -> None:
    """Plant a fault of the next rule that suits the guide, or keep for later one that happens to a whole text."""
    refused = []
    for _ in range(12):
        rule = deck.drawn()
        if rule in LAST and not late and "bytes" not in draft.claimed:
            late.append(rule)
            break
        if rule not in LAST and deck.planted(rule, draft, site):
            break
        refused.append(rule)
    for rule in refused:
        deck.refused(rule)


def _copies(site: Site, rng: random.Random) -> Iterator[tuple[int, tuple[Sequence[Row], int]]]:
    """Yield the guides that hold a copied table, with its rows and how it is laid out."""
    free = [plan.number for plan in site.plans if not plan.rows and not plan.post]
    rng.shuffle(free)
    for rows in site.copied:
        for form in range(rng.randint(2, 4)):
            yield free.pop(), (rows, form)


def _write_around(folder: Path, site: Site) -> None:
    """Write what stands beside the guides: API records, public files, and folders that are nobody's guides."""
    for number, (title, slug) in enumerate(sorted(site.apis.items())):
        text = f"---\ntitle: {title}\nlogo: /images/{COVERS[number % len(COVERS)]}\n---\n\nCe que délivre cette API.\n"
        if not number:
            text += "\nUn [modèle](/docs/mod%C3%A8le%20type.txt) et [son style](/style.css) sont fournis.\n"
        _write(folder / f"api/{slug}.md", text.encode())
    beside = {f"public/images/{cover}": pictures.png(640, 360) for cover in COVERS}
    beside |= {
        "public/docs/modèle type.txt": "Un modèle.\n".encode(),
        "public/favicon.ico": pictures.ico(16),
        "public/robots.txt": b"User-agent: *\nAllow: /\n",
        "public/images/.gitkeep": b"",
        "public/images/fond.png": pictures.png(4000, 4000),
        "public/style.css": b"body { background: url(images/fond.png) }\n",
        "README.md": b"# Le site\n\nVoyez [ici](http://www.exemple.fr) <b>tout</b>...\n",
        "CHANGELOG.md": b"# Versions\n\n# Encore un titre\n",
        "node_modules/paquet/readme.md": b"# A package\n\n<b>bold</b>\n",
        ".git/description.md": b"# Unnamed\n",
    }
    for path, content in (beside | site.files).items():
        _write(folder / path, content)
    for path, size in site.grown.items():
        os.truncate(folder / path, size)
    for path, made in site.made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        made(folder / path)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main() -> None:
    """Write a folder and its manifest."""
    parser = argparse.ArgumentParser(description="Écrit un dossier de guides où les défauts sont connus.")
    parser.add_argument("folder", metavar="DOSSIER", type=Path)
    parser.add_argument("--guides", metavar="N", type=int, default=200)
    parser.add_argument("--seed", metavar="GRAINE", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.folder.exists():
        parser.error(f"{arguments.folder} existe déjà.")
    manifest = written(arguments.folder, arguments.guides, arguments.seed)
    told = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    Path(f"{arguments.folder}.json").write_text(f"{told}\n", encoding="utf-8")
    print(f"{manifest.guides} guides, {len(manifest.expected)} défauts, {len(manifest.decoys)} leurres.")


if __name__ == "__main__":
    main()

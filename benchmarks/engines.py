"""What MkDocs, ProperDocs and Zensical make of the site's plain files, beside the site that we publish.

    .venv/bin/python benchmarks/engines.py             with the newest version of each; rewrites docs/moteurs.md
    .venv/bin/python benchmarks/engines.py --check     fails if MkDocs or ProperDocs make another site

Each engine is installed in .cache/moteurs, alone. Two pages are the same when their elements, their attributes and
their words are, wherever the site stands: addresses are compared as a browser resolves them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from tests import build, dom, trees  # noqa: E402

from guides_api.engine.plain_tree import ENGINES, Engine  # noqa: E402  the line above finds it
from guides_api.pages.templating import french_date, french_number  # noqa: E402

FOLDER = ROOT / ".cache/moteurs"
REPORT = ROOT / "docs/moteurs.md"
START, END = "<!-- mesures -->\n", "<!-- fin des mesures -->\n"
SAME = ("mkdocs", "properdocs")  # what must make the very site that we publish
ADDRESSES = ("action", "data-search-index", "href", "src")
SITE = "https://exemple.gouv.fr/un/deux/trois/"  # deep enough for no address to climb above it

COUNTED = ("Moteur", "Version", "Pages", "Les mêmes", "Fichiers absents", "Fichiers en plus")
TOLD = ("Moteur", "Ce qui diffère", "Pages", "Par exemple")

Line = tuple[str, Mapping[str, str]]  # an element and its attributes, or words and none


@dataclass(slots=True)
class Made:
    """What an engine made of the plain files: the kinds of differences, with a page where each is seen."""

    engine: Engine
    version: str
    pages: int = 0
    same: int = 0
    lacking: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)


def installed(name: str) -> Path:
    """Install the newest version of an engine, alone, and return its Python."""
    python = FOLDER / name / "bin/python"
    if not python.exists():
        said("uv", "venv", "--quiet", "--python", sys.executable, str(FOLDER / name))
    said("uv", "pip", "install", "--quiet", "--upgrade", "--python", str(python), *ENGINES[name].packages.split())
    return python


def said(*command: str, where: Path = ROOT) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # uv is beside this Python
    done = subprocess.run(
        command, cwd=where, env=build.ENVIRONMENT | {"PATH": path}, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def measured(name: str, site: Path, folder: Path) -> Made:
    """Build the plain files with an engine and compare the outcome with the site."""
    python = installed(name)
    version = said(str(python), "-c", f"from importlib.metadata import version; print(version('{name}'))")
    guides = "from guides_api.cli import main; main()"
    tree = folder / name
    said(sys.executable, "-c", guides, "materialize", "--root", str(ROOT), "--out", str(tree), "--engine", name)
    _, *words = ENGINES[name].command.split()
    said(str(python), "-m", name, *words, where=tree)
    return compared(Made(ENGINES[name], version), site, tree / "site")


def compared(made: Made, ours: Path, theirs: Path) -> Made:
    """Fill what an engine made by comparing both sites."""
    first, second = trees.read(ours), trees.read(theirs)
    made.lacking = sorted(first.keys() - second.keys())
    made.extra = sorted(second.keys() - first.keys())
    for name in sorted(first.keys() & second.keys()):
        is_page = name.endswith(".html")
        found = set[str]()
        if first[name] != second[name]:
            found = set(page_differences(name, first[name], second[name])) if is_page else {"autre contenu"}
        made.pages += is_page
        made.same += is_page and not found
        made.kinds.update(found)
        for kind in found:
            made.examples.setdefault(kind, name)
    return made


def page_differences(name: str, ours: bytes, theirs: bytes) -> Iterator[str]:
    """Yield the kind of each difference between two pages."""
    base = urljoin(SITE, name.removesuffix("index.html"))
    one, other = (list(lines(dom.read(page.decode("utf-8"))[0], base)) for page in (ours, theirs))
    matcher = SequenceMatcher(None, [repr(line) for line in one], [repr(line) for line in other], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "replace" and b - a == d - c:
            for before, after in zip(one[a:b], other[c:d], strict=True):
                yield from changes(before, after)
        elif what != "equal":
            yield from (f"« {line[0][:40]} » manque" for line in one[a:b])
            yield from (f"« {line[0][:40]} » en plus" for line in other[c:d])


def changes(before: Line, after: Line) -> Iterator[str]:
    """Yield the kind of each difference between two elements, or two texts."""
    if before[0] != after[0]:
        yield f"« {before[0][:40]} » devient « {after[0][:40]} »"
    for key in sorted(before[1].keys() | after[1].keys()):
        if key not in after[1]:
            yield f"l’attribut `{key}` de `{before[0]}` est retiré"
        elif key not in before[1]:
            yield f"l’attribut `{key}` de `{before[0]}` est ajouté"
        elif before[1][key] != after[1][key]:
            yield f"l’attribut `{key}` de `{before[0]}` change"


def lines(element: dom.Element, base: str) -> Iterator[Line]:
    """Yield the elements and the texts of a page in their order, addresses resolved."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip(" \n"):
                yield " ".join(filter(None, child.replace("\n", " ").split(" "))), {}
        else:
            told = child.attributes.items()
            yield child.tag, {key: urljoin(base, value) if key in ADDRESSES else value for key, value in told}
            yield from lines(child, base)


def report(found: list[Made]) -> str:
    """Return what docs/moteurs.md says of the measures."""
    python = ".".join(map(str, sys.version_info[:2]))
    today = french_date(date.today())  # noqa: DTZ011  the day where the maintainer is
    parts = [f"Mesuré le {today}, avec Python {python}.", "", *table(map(counted, found), COUNTED), ""]
    differences = [row for made in found for row in told(made)]
    return "\n".join([*parts, *(table(differences, TOLD) if differences else ["Aucune différence."])])


def table(rows: Iterable[tuple[str, ...]], heads: tuple[str, ...]) -> Iterator[str]:
    yield from (f"| {' | '.join(row)} |" for row in (heads, ("---",) * len(heads), *rows))


def counted(made: Made) -> tuple[str, ...]:
    counts = (made.pages, made.same, len(made.lacking), len(made.extra))
    return (made.engine.name, made.version, *(french_number(str(count)) for count in counts))


def told(made: Made) -> Iterator[tuple[str, ...]]:
    for kind, count in made.kinds.most_common():
        yield made.engine.name, kind, french_number(str(count)), f"`{made.examples[kind]}`"
    for what, names in (("fichier absent", made.lacking), ("fichier en plus", made.extra)):
        yield from ((made.engine.name, what, "", f"`{name}`") for name in names)


def rewritten(text: str, measures: str) -> str:
    """Return the document with new measures."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{measures}\n{END}{after}"


def main() -> None:
    """Measure each engine, then tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        done = build.run(ROOT, folder / "site")
        if done.returncode:
            sys.exit(done.stdout)
        found = [measured(name, folder / "site", folder) for name in (SAME if check else ENGINES)]
    print(report(found))
    if check:
        sys.exit(any(made.same < made.pages or made.kinds or made.lacking or made.extra for made in found))
    REPORT.write_text(rewritten(REPORT.read_text(encoding="utf-8"), report(found)), encoding="utf-8")


if __name__ == "__main__":
    main()

"""What is too big, too deep or never closed is answered all the same: refused in French, or read.

Each is read in a process that may use so much of the processor and of the memory, and must end by itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import repeat
from pathlib import Path

import pytest
from tests import example
from tests.build import ENVIRONMENT, ROOT
from tests.catalogue.french import assert_french

from guides_api.catalogue.lengths import LONGEST_PAGE, LONGEST_PARAGRAPH, MOST_BRACKETS, MOST_DEFINITIONS
from guides_api.catalogue.sources import MAX_BYTES
from guides_api.catalogue.strict_yaml import MAX_KEYS, MAX_VALUES

pytest.importorskip("resource", reason="limits of a process, as Unix knows them")
SECONDS, BYTES = 60, 1 << 30
READ = f"""
import json, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
resource.setrlimit(resource.RLIMIT_DATA, ({BYTES}, {BYTES}))
from pathlib import Path
from tests.untrusted.read import said
for root in sys.argv[1:]:
    print(json.dumps(said(Path(root))), flush=True)
"""
EDITORS = "source: source-exemple\nchecked_on: 2026-08-31\n\neditors:\n"
HEADER = f"---\ntitle: Un guide\ntagline: {example.TAGLINE}\n---\n\n"
MOST = MAX_BYTES - 400


def many(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def numbered(piece: str, count: int) -> str:
    return "".join(piece.format(number) for number in range(count))


def signs(piece: str) -> int:
    """Return how many times a paragraph may hold a piece."""
    limits = (
        LONGEST_PARAGRAPH // len(piece),
        *(MOST_BRACKETS // piece.count(sign) for sign in "[<" if sign in piece),
        *(MOST_DEFINITIONS // piece.count("\n: ") for _ in piece.split("\n: ")[1:]),
    )
    return min(limits) - 1


def dense(piece: str) -> str:
    """Return a page as full of a piece as may be, in paragraphs as full of it as may be."""
    paragraph = piece * signs(piece)
    return "x\n\n" + many(f"{paragraph}\n\n", LONGEST_PAGE - 100).rpartition("\n\n")[0]


def loose(piece: str) -> str:
    """Return a page as full of a piece as may be, each a paragraph."""
    return "x\n\n" + "\n\n".join(repeat(piece, min(1900, (LONGEST_PAGE - 100) // (len(piece) + 2))))


def data(size: int) -> Mapping[str, tuple[str, set[str]]]:
    """Return files of about so many characters, with the rules that they break."""
    return {
        "lists in one another": (f"{EDITORS}  - {many('[', size)}", {"yaml-trop-profond"}),
        "keys in one another": (f"{EDITORS}  - {many('{a: ', size)}", {"yaml-trop-profond"}),
        "dashes in one another": (EDITORS + many("- ", size), {"yaml-trop-profond"}),
        "too many keys": (EDITORS + "  []\n" + numbered("k{}: a\n", size // 20), {"fichier-trop-gros"}),
        "as many keys as may be": (EDITORS + "  []\n" + numbered("k{}: a\n", MAX_KEYS - 5), {"cle-inconnue"}),
        "too many records": (EDITORS + many("  - a: b\n", size), {"fichier-trop-gros"}),
        "many records": (
            EDITORS + "  - a: b\n" * min(size // 100, MAX_VALUES // 2 - 10),
            {"cle-inconnue", "cle-manquante"},
        ),
        "empty lines": (EDITORS + "\n" * (size // 2), set()),
        "the same key": (many("a: b\n", size), {"cle-en-double", "fichier-trop-gros"}),
        "anchors": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", {"yaml-ancre"}),
        "a long name": (f"{EDITORS}  - name: {many('a ', size)}", {"cle-manquante", "texte-trop-long"}),
        "a long key": (f"{many('k', size)}: a", {"yaml-invalide"}),
        "a long address": (f"{EDITORS}  - site: https://{many('a.', size)}", {"adresse-https", "cle-manquante"}),
        "a long id": (f"{EDITORS}  - id: {many('a-', size)}", {"identifiant", "cle-manquante"}),
        "a quote never closed": (f'{EDITORS}  - name: "{many("a", size)}', {"yaml-invalide"}),
        "damaged accents": (
            f"{EDITORS}  - name: {many('Ã©', size // 4)}",
            {"mojibake", "cle-manquante", "texte-trop-long"},
        ),
        "too much": (many("a: b\n", MAX_BYTES + 1), {"fichier-trop-gros"}),
    }


PROSE: Mapping[str, tuple[str, set[str]]] = {
    "brackets": ("[" * 5000, {"paragraphe-trop-long"}),
    "images": ("![" * 4000, {"paragraphe-trop-long"}),
    "tags": ("<a " * 1000, {"paragraphe-trop-long"}),
    "tags apart": (many("<a\n\n", 90_000), {"fichier-trop-gros"}),
    "comments": ("<!-- " * 1000, {"paragraphe-trop-long"}),
    "a long line": (many("* ", 90_000), {"paragraphe-trop-long"}),
    "definitions": ("a\n: b\n" * 500, {"paragraphe-trop-long"}),
    "quotes": (">" * 5000, {"trop-imbrique"}),
    "lists": ("".join(f"{'  ' * depth}- a\n" for depth in range(90)), {"trop-imbrique"}),
    "lists on a line": ("- " * 4000, {"trop-imbrique"}),
    "spaces": ("a\n\n" + " " * 9000, {"trop-imbrique"}),
    "components never closed": ("<Grid>\n\n" * 10_000, {"fichier-trop-gros"}),
    "a few components never closed": ("<Grid>\n\n" * 100, {"trop-imbrique"}),
    "components closed in disorder": ("<Grid>\n</Steps>\n\n" * 900, {"trop-imbrique"}),
    "a long page": (many("mot ", LONGEST_PAGE + 1), {"fichier-trop-gros"}),
}
PIECES = (
    *(
        "[",
        "](",
        "![",
        "[a](",
        "[a][b] ",
        "[^1]",
        "[a]: b\n",
        "[^a]: b\n",
        "*",
        "*a ",
        "**a _b ",
        "***a___",
        "_",
        "a_b",
    ),
    *(
        "`",
        "` ",
        "`` ` ",
        "```\n",
        "~~~a\n",
        "<",
        "<a ",
        '<a "',
        "<b a='",
        "</b>",
        "<!--",
        "<pre>",
        "<div>\n",
        "<https:",
    ),
    *(
        "|",
        "|a|b|\n|-|-|\n",
        " : |",
        "- a\n",
        "1. a\n",
        "    - a\n",
        "> a\n",
        "a\n: b\n",
        "*[a]: b\n",
        "## a\n",
        "#",
        "===\n",
    ),
    *(
        "&",
        "&#1",
        "\\",
        "\\[",
        "(",
        "{",
        "{#a",
        "{ #a } ",
        "a{ .b } ",
        "///",
        "/// html | div\n",
        "    a\n",
        "a" + " " * 50,
    ),
    *(
        " »",
        " : ",
        "« ",
        "SXM ",
        "l'",
        "http://",
        "https://datapass.fr/ ",
        "[a](b.md) ",
        "<grid> ",
        "<Grid ",
        "<Grid a=",
        "ici",
    ),
)


def told(root: Path, cases: Mapping[str, str], write: Callable[[Path, str], None]) -> dict[str, list[str]]:
    """Return the rules told of each text, all read in one process."""
    for number, text in enumerate(cases.values()):
        write(example.write(root / str(number)), text)
    done = subprocess.run(
        [sys.executable, "-c", READ, *(str(root / str(number)) for number in range(len(cases)))],
        cwd=ROOT,
        env=ENVIRONMENT | {"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    ended = list(cases)[: len(answers)]
    assert done.returncode == 0, f"after {ended}: {done.returncode} {done.stderr[-2000:]}"
    for _, words in answers:
        assert_french(words)
    return {name: rules for name, (rules, _) in zip(cases, answers, strict=True)}


def as_editors(root: Path, text: str) -> None:
    (root / "data/editors.yaml").write_text(text, encoding="utf-8")


def as_a_guide(root: Path, text: str) -> None:
    (root / "content/guides/autre.md").write_text(HEADER + text, encoding="utf-8")


@pytest.mark.parametrize("size", [200_000, pytest.param(MOST, marks=pytest.mark.long)])
def test_data_of_any_size_and_shape_are_answered(size: int, tmp_path: Path) -> None:
    cases = data(size)
    found = told(tmp_path, {name: text for name, (text, _) in cases.items()}, as_editors)
    # What an editor that is not read leaves unknown elsewhere is told too.
    assert {name: set(rules) - {"reference-inconnue"} for name, rules in found.items()} == {
        name: rules for name, (_, rules) in cases.items()
    }


def test_prose_of_any_size_and_shape_is_answered(tmp_path: Path) -> None:
    found = told(tmp_path, {name: text for name, (text, _) in PROSE.items()}, as_a_guide)
    assert {name: set(rules) for name, rules in found.items()} == {name: rules for name, (_, rules) in PROSE.items()}


@pytest.mark.long
@pytest.mark.parametrize("full", [dense, loose])
@pytest.mark.parametrize("piece", PIECES)
def test_a_page_as_full_as_may_be_is_read_or_refused(piece: str, full: Callable[[str], str], tmp_path: Path) -> None:
    assert told(tmp_path, {piece: full(piece)}, as_a_guide)

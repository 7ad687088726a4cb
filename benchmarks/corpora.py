"""Whole projects to build, of as many guides as one wants: ours, the one that stock engines get, and a rich one.

The first two hold the very same guides, which use no component. The third has use cases, APIs and editors, and guides
that show them.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml
from benchmarks.guides import guides, invented, names
from benchmarks.vocabulary import TAGS
from stdnum import luhn

from guides_api.catalogue.fields import slugified
from guides_api.cli.components import STARTER

ROOT = Path(__file__).parents[1]
GUIDES = "content/guides"
BUNDLE = "bouquet-exemple"
CHAPTER, PART = 20, 20  # guides of a chapter, chapters of a part: no menu of a stock page is long
_EDITORS_OF, _APIS_OF, _DATA_OF = 3, 2, 2  # editors and APIs of a use case, data of an API

_HOME = "# Accueil\n\nBienvenue.\n"
_LISTED = "# Guides\n\nChaque guide dit ce qu’il faut savoir d’une démarche.\n"
_FACT = 'Le délai : <Fact id="delai-exemple" />.\n\n'
_PARTS = """\
<Callout title="À retenir" kind="attention">

La délibération dit à quoi sert **chaque donnée** : <Fact id="delai-exemple" />.

</Callout>

## Pour qui

<Publics use_case="{use_case}" />

## Les API

<ApiTable use_case="{use_case}" />

## Les textes

<LegalBasis use_case="{use_case}" />

## Votre logiciel

<Editors use_case="{use_case}" />

<DataPass use_case="{use_case}">Remplir une demande</DataPass>

## Les étapes

<Steps>

1. **Relisez votre règlement.** Notez ce qui change un tarif.
2. **Ouvrez le formulaire** de votre logiciel.

</Steps>

## Ce qu’il faut savoir

"""
_API = """\
---
title: Donnée de {name}
id: {id}
bundle: bouquet-exemple
providers:
  - organisme-exemple
call_modalities:
  - numero-exemple
access: habilitation
source: source-exemple
checked_on: 2026-08-31
---

L’API donne ce que {name} sait du demandeur.
"""

Record = dict[str, Any]
Writer = Callable[[Path, int], Path]


def plain(folder: Path, count: int) -> Path:
    """Write a project of ours with that many plain guides, and return its folder."""
    _start(folder)
    for guide in guides(names(count)):
        _write(folder / GUIDES / f"{guide.name}.md", guide.text())
    return folder


def stock(folder: Path, count: int) -> Path:
    """Write the same guides for a stock Material for MkDocs, or for Zensical, and return the folder.

    They take our own Markdown extensions, the search, and menus that hold no more than the part where the reader is.
    """
    _write(folder / "content/index.md", _HOME)
    _write(folder / GUIDES / "index.md", _LISTED)
    for guide in guides(names(count)):
        _write(folder / GUIDES / f"{guide.name}.md", guide.text())
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = {
        "site_name": "Site Exemple",
        "docs_dir": "content",
        "theme": {"name": "material", "language": "fr", "font": False, "features": ["navigation.prune"]},
        "plugins": [{"search": {"lang": "fr"}}],
        "markdown_extensions": ours["markdown_extensions"],
        "nav": [{"Accueil": "index.md"}, {"Guides": "guides/index.md"}, *menu(names(count))],
    }
    _write(folder / "mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))
    return folder


def rich(folder: Path, count: int) -> Path:
    """Write a project of ours where a guide in ten is a use case's, with APIs and editors; return its folder."""
    _start(folder)
    cases = [f"demarche-{number:05}" for number in range(max(1, count // 10))]
    apis = [f"organisme/donnee_{invented(number).lower()}" for number in range(len(cases) * _APIS_OF)]
    for api in apis:
        _write(folder / f"content/api/{api.replace('_', '-')}.md", _API.format(name=_name(api), id=api))
    _add(folder, "scopes", (_datum(api, rank) for api in apis for rank in range(_DATA_OF)))
    _add(folder, "use_cases", (_use_case(case, rank, apis) for rank, case in enumerate(cases)))
    _add(folder, "editors", (_editor(number, cases, apis) for number in range(len(cases) * _EDITORS_OF)))
    for guide in guides([*cases, *names(count)[len(cases) :]]):
        is_of_case = guide.name in cases
        body = _PARTS.format(use_case=guide.name) if is_of_case else _FACT
        matter = (f"use_case: {guide.name}",) if is_of_case else ()
        _write(folder / GUIDES / f"{guide.name}.md", replace(guide, body=body + guide.body).text(*matter))
    return folder


def with_our_code(folder: Path) -> Path:
    """Give a project the code, the theme and the settings of this one, and return its folder."""
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def _start(folder: Path) -> None:
    """Write the smallest project, with the themes of the guides; its code and its theme are those of this one."""
    for file in STARTER.rglob("*"):
        if file.is_file():
            _write(folder / file.relative_to(STARTER), file.read_text(encoding="utf-8"))
    with_our_code(folder)
    described = (
        {"id": slugified(tag), "name": tag, "description": f"Les guides qui parlent de {tag}."} for tag in TAGS
    )
    _add(folder, "tags", described)


def menu(listed: Sequence[str]) -> list[dict[str, list[dict[str, list[str]]]]]:
    """Return the guides by part and by chapter."""
    files = [f"guides/{name}.md" for name in listed]
    chapters = [
        {f"Chapitre {start // CHAPTER + 1}": files[start : start + CHAPTER]} for start in range(0, len(files), CHAPTER)
    ]
    return [{f"Partie {start // PART + 1}": chapters[start : start + PART]} for start in range(0, len(chapters), PART)]


def _datum(api: str, rank: int) -> Record:
    return {"id": _scope(api, rank), "label": f"Donnée {rank + 1} de {_name(api)}", "apis": [api]}


def _scope(api: str, rank: int) -> str:
    return f"{api.rpartition('/')[2]}_{'abc'[rank]}"


def _name(api: str) -> str:
    return api.rpartition("_")[2].capitalize()


def _use_case(case: str, rank: int, apis: Sequence[str]) -> Record:
    required, *useful = apis[rank * _APIS_OF : (rank + 1) * _APIS_OF]
    return {
        "id": case,
        "name": f"Démarche de {invented(rank)}",
        "bundle": BUNDLE,
        "publics": ["villages"],
        "datapass_use_case": case.replace("-", "_"),
        "forms": [{"id": f"{BUNDLE}-{case}"}],
        "apis": {"required": [required], "useful": useful},
        "legal_texts": ["code-exemple"],
    }


def _editor(number: int, cases: Sequence[str], apis: Sequence[str]) -> Record:
    """Return an editor of two use cases, one after the other."""
    name = f"Logiciels {invented(number)}"
    rank = number % len(cases)
    asked = apis[rank * _APIS_OF : (rank + 1) * _APIS_OF]
    siren = f"{number + 10_000_000:08}"
    return {
        "id": slugified(name),
        "name": name,
        "siren": siren + luhn.calc_check_digit(siren),
        "site": "https://editeur.example.org",
        "solutions": [
            {
                "name": f"Solution {invented(number)}",
                "use_cases": sorted({cases[rank], cases[(rank + 1) % len(cases)]}),
                "form": f"{BUNDLE}-{slugified(name)}",
                "scopes": {"fixed": [_scope(api, 0) for api in asked], "optional": [_scope(api, 1) for api in asked]},
            }
        ],
    }


def _add(folder: Path, kind: str, records: Iterable[Record]) -> None:
    """Put records after the example's, from A to Z of their names where they have one."""
    listed = sorted(records, key=lambda record: slugified(record.get("name", "")))
    with (folder / f"data/{kind}.yaml").open("a", encoding="utf-8") as file:
        file.write(indent(yaml.safe_dump(listed, allow_unicode=True, sort_keys=False), "  "))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

"""The site told to language models: what it is, and where each thing is (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import (
    COMPARED,
    EXPORT_FOLDER,
    EXPORTED,
    address,
    bundle_path,
    editor_path,
    legal_text_path,
    use_case_path,
)
from guides_api.pages.exports.registry import EXPORTS
from guides_api.pages.types.apis import described

LLMS_TXT = "llms.txt"
Entry = tuple[str, str, str]  # words, an address below the site's root, what is there
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`[]"})


def llms_txt(catalogue: Catalogue, site_url: str) -> str:
    """Return the file's text; links are absolute when the site has an address, else they start from its root.

    `site_url` is absolute with its final slash, or empty.
    """
    site = catalogue.site
    lines = [
        f"# {_words(site.name)}",
        "",
        f"> {_words(site.description)}",
        "",
        "Chaque fait de ce site a une source et une date. Une API est indispensable, utile, injustifiée ou non statuée",
        "pour un cas d’usage : cette classe porte sur l’API, jamais sur ses données. Ces pages ne sont pas un conseil",
        "juridique.",
    ]
    for title, entries in _sections(catalogue):
        lines += ["", f"## {title}", ""]
        lines += [_line(words, urljoin(site_url, target), told) for words, target, told in entries]
    return "\n".join(lines) + "\n"


def _line(words: str, target: str, told: str) -> str:
    return f"- [{_words(words)}]({target}): {_words(told)}"


def _words(text: str) -> str:
    """Return text in which no link can hide: those of this file are the site's own."""
    return text.translate(_ESCAPED)


def _sections(catalogue: Catalogue) -> Iterator[tuple[str, list[Entry]]]:
    sections = (
        ("Cas d’usage", _use_cases(catalogue)),
        ("Guides", _guides(catalogue)),
        ("API", _apis(catalogue)),
        ("Exports", _exports()),
        ("Optional", _optional(catalogue)),  # the standard's own word for what a short reading may skip
    )
    yield from ((title, found) for title, entries in sections if (found := list(entries)))


def _use_cases(catalogue: Catalogue) -> Iterator[Entry]:
    for use_case in catalogue.use_cases.values():
        guide = catalogue.guide_of(use_case.id)
        if guide is None or not guide.noindex:
            told = guide.tagline if guide else "API, données, cadre juridique, logiciels et formulaires."
            yield use_case.name, address(use_case_path(use_case.id)), told


def _guides(catalogue: Catalogue) -> Iterator[Entry]:
    for guide in catalogue.listed_guides:
        if guide.use_case is None and not guide.noindex:
            yield guide.title, address(guide.path), guide.tagline


def _apis(catalogue: Catalogue) -> Iterator[Entry]:
    for bundle in catalogue.bundles.values():
        yield bundle.name, address(bundle_path(bundle.id)), bundle.summary
    for api in catalogue.apis.values():
        yield api.title, address(api.path), described(api, catalogue)


def _exports() -> Iterator[Entry]:
    yield "Exports", address(EXPORTED), "Ce que contient chaque fichier, champ par champ."
    for export in EXPORTS.values():
        yield f"{export.title} (JSON)", f"{EXPORT_FOLDER}/{export.name}.json", f"Une ligne est {export.line}."


def _optional(catalogue: Catalogue) -> Iterator[Entry]:
    if any(map(catalogue.solutions_for, catalogue.use_cases)):
        yield "Comparer les éditeurs", address(COMPARED), "Les données que demande chaque logiciel, côte à côte."
    for text in catalogue.legal_texts.values():
        yield text.reference, address(legal_text_path(text.id)), text.summary
    for editor in catalogue.editors.values():
        solutions = ", ".join(solution.name for solution in editor.solutions)
        yield editor.name, address(editor_path(editor.id)), f"{solutions}."

"""Where each page stands, and how one page points at another."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.pages.steps import step_path, step_paths

GLOSSARY = "glossaire.md"
SOURCES = "sources.md"
COMPARED = "editeurs/comparer/index.md"
EXPORTED = "exports/index.md"
EXPORT_FOLDER = "exports/v1"
DATA_MAP = "donnees/index.md"
VERIFICATION_PAGE = "deliberation/verifier.md"
SEARCH_PAGE = "recherche.md"
_MANY = 2**16  # addresses that are asked for again and again: those of all pages, more than once


@lru_cache(_MANY)
def address(path: str) -> str:
    """Return the address that a file below `content/` gets: `guides/aide.md` becomes `guides/aide/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    below = folder if name == "index" else posixpath.join(folder, name)
    return f"{below}/" if below else ""


def relative(target: str, page: str, anchor: str = "") -> str:
    """Return the link from one page's file to another's, as a browser resolves it wherever the site is put."""
    return f"{_way(address(page), address(target))}/{anchor and '#'}{anchor}"


def file_link(target: str, page: str) -> str:
    """Return the Markdown link from one page's file to another's; the engine checks it and makes it an address."""
    return _way(page.rpartition("/")[0], target)


@lru_cache(_MANY)
def _way(folder: str, target: str) -> str:
    """Return the way from a folder of the site to a file or another folder, both told from the site's root."""
    here, there = [[step for step in path.split("/") if step] for path in (folder, target)]
    shared = len(posixpath.commonprefix([here, there]))
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."


def use_case_path(use_case_id: str) -> str:
    """Return the file of a use case's page, written or generated."""
    return f"guides/{use_case_id}.md"


def bundle_path(bundle_id: str) -> str:
    """Return the file of a bundle's page."""
    return f"api/{bundle_id}.md"


def api_path(api_id: str) -> str:
    """Return the file of an API's page; `api_id` is its official one."""
    return f"api/{api_id.replace('_', '-')}.md"


def provider_path(provider_id: str) -> str:
    """Return the file of a provider's page."""
    return f"fournisseurs/{provider_id}.md"


def editor_path(editor_id: str) -> str:
    """Return the file of an editor's page."""
    return f"editeurs/{editor_id}.md"


def legal_text_path(text_id: str) -> str:
    """Return the file of a legal text's page."""
    return f"cadre-juridique/{text_id}.md"


def tag_path(tag: str) -> str:
    """Return the file of a tag's page."""
    return f"themes/{slugified(tag)}.md"


def public_path(public_id: str) -> str:
    """Return the file of a public's page."""
    return f"publics/{public_id}.md"


def year_path(year: str) -> str:
    """Return the file of the page that archives a year's news."""
    return f"actualites/{year}.md"


def category_path(category: str) -> str:
    """Return the file of the page that archives a category's news; `category` is its slug."""
    return f"actualites/rubrique/{category}.md"


def datum_path(scope_id: str) -> str:
    """Return the file of a datum's page; `scope_id` is DataPass's."""
    return f"donnees/{scope_id.replace('_', '-')}.md"


def checklist_path(use_case_id: str) -> str:
    """Return the file of a use case's page of preparation of a délibération."""
    return f"deliberation/{use_case_id}.md"


def case_file_path(use_case_id: str) -> str:
    """Return the file of a use case's printable file."""
    return f"dossiers/{use_case_id}.md"


def comparison_path(use_case_id: str) -> str:
    """Return the file of the page that compares a use case's editors."""
    return f"editeurs/comparer/{use_case_id}.md"


def badge_path(path: str) -> str:
    """Return the file of the badge of an API or of an editor; `path` is its page's file."""
    return f"{EXPORT_FOLDER}/badges/{path.removesuffix('.md')}.svg"


_PATHS = (
    ("use_cases", use_case_path),
    ("use_cases", checklist_path),
    ("use_cases", case_file_path),
    ("bundles", bundle_path),
    ("providers", provider_path),
    ("editors", editor_path),
    ("legal_texts", legal_text_path),
    ("publics", public_path),
    ("years", year_path),
    ("categories", category_path),
    ("applicants", step_path),
    ("scopes", datum_path),
)


def unread_folders(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the folders whose generated pages can't all be known: the file that lists their records is malformed."""
    folders = [posixpath.dirname(path("-")) for kind, path in _PATHS if kind not in catalogue.declared]
    compared = {"solutions", "use_cases"} <= catalogue.declared.keys()
    return (*folders, *([] if compared else [posixpath.dirname(COMPARED)]))


def generated_paths(catalogue: Catalogue) -> frozenset[str]:
    """Return the files of the pages that records have, well formed or not, whether somebody writes them or not."""
    of_records = (path(identifier) for kind, path in _PATHS for identifier in catalogue.declared.get(kind, ()))
    compared = [comparison_path(use_case) for use_case in catalogue.use_cases if catalogue.solutions_for(use_case)]
    comparisons = [COMPARED, *compared] if compared else []
    alone = (DATA_MAP, EXPORTED, SEARCH_PAGE, VERIFICATION_PAGE)
    return frozenset([*of_records, *map(tag_path, catalogue.by_tag), *comparisons, *step_paths(catalogue), *alone])


def image_path(name: str) -> str:
    """Return the file of an image that front matter names."""
    return f"images/{name}"

"""The picture that other sites show when a page is shared: the page's own, or one drawn for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from guides_api.catalogue.site import Site
from guides_api.engine.kept import Kept
from guides_api.pages.page import HOME, SitePage
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

try:
    from guides_api.pages.pictures import HEIGHT, WIDTH, Card, drawn, fingerprint, size_of
except ImportError:
    CAN_DRAW = False
else:
    CAN_DRAW = True

FOLDER = "assets/partage"
CACHE = ".cache/partage"
# Social sites take no vector picture: a page whose own image is an SVG file gets a drawn one.
_RASTER = (".png", ".jpg", ".jpeg")

_log = get_plugin_logger("guides_api")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture below the site's root; its size is unknown when nobody drew it."""

    address: str
    alt: str
    width: int | None = None
    height: int | None = None


def add_pictures(files: Files, config: MkDocsConfig, project: Project) -> Mapping[str, Picture]:
    """Add the picture of each page to the site's files and return them by page.

    What was drawn for an earlier build is taken from the cache, which keeps nothing but what this build uses.
    """
    found = {
        page.path: _own(page, files)
        for page in project.pages.values()
        if PurePosixPath(page.image).suffix.lower() in _RASTER
    }
    if not CAN_DRAW:
        _log.info(
            "Les pages partagées n’auront pas d’image : Pillow ou sa police n’est pas installé. "
            "« make build » installe tout ce que liste requirements.lock."
        )
        return found
    kept = Kept(Path(config.config_file_path).parent / CACHE)
    site = project.catalogue.site
    for page in project.pages.values():
        if page.path not in found:
            card = _card(page, site)
            picture = Picture(f"{FOLDER}/{page.path.removesuffix('.md')}.png", _alt(card), WIDTH, HEIGHT)
            files.append(
                File.generated(
                    config, picture.address, content=kept.content(f"{fingerprint(card)}.png", partial(drawn, card))
                )
            )
            found[page.path] = picture
    kept.forget_the_rest()
    return found


def _own(page: SitePage, files: Files) -> Picture:
    file = files.get_file_from_path(page.image)
    size = size_of(Path(file.abs_src_path)) if CAN_DRAW and file and file.abs_src_path else (None, None)
    return Picture(page.image, typographic_words(page.title), *size)


def _card(page: SitePage, site: Site) -> Card:
    kind = page.trail[-1].title if page.trail[1:] else ""
    title = site.name if page.path == HOME.path else typographic_words(page.title)
    return Card(title, site.name, kind, site.colour)


def _alt(card: Card) -> str:
    return ", ".join(dict.fromkeys(filter(None, (card.title, card.kind, card.site))))

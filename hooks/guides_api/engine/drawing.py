"""Pages, drawn: their own content, then the whole of what readers get."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from guides_api.catalogue.catalogue import Catalogue
from guides_api.engine import refusals, search_engines
from guides_api.engine.content import Content, Converter
from guides_api.engine.kept_templates import KeptTemplates
from guides_api.engine.theme import environment
from guides_api.pages import templating
from guides_api.pages.active import active
from guides_api.pages.addresses import address
from guides_api.pages.page import HOME, SitePage
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

TEMPLATE = "main.html"
ALONE = ("404.html", "sitemap.xml")


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as templates see it."""

    url: str
    canonical_url: str
    content: str
    meta: Mapping[str, Any] = field(repr=False)


class Drawing:
    """All that a build knows when its pages are drawn; nothing of it changes from one page to the next.

    `undrawn` are the pages that a build left to be drawn when somebody asks for them, in `mkdocs serve`.
    """

    def __init__(self, config: MkDocsConfig, project: Project, files: Collection[str]) -> None:
        self.config, self.project, self.files = config, project, files
        self.root = Path(config.config_file_path).parent
        self.undrawn = set[str]()
        self.templates = KeptTemplates(self.root)
        templating.compile_with(self.templates.of)

    def of(self, project: Project, files: Collection[str]) -> Drawing:
        """Return what draws the pages of another state of the project, whose settings and templates are the same."""
        other = copy(self)
        other.project, other.files = project, files
        vars(other).pop("converter", None)  # it knows the files
        return other

    @cached_property
    def converter(self) -> Converter:
        """What makes HTML of Markdown."""
        return Converter(self.config, self.files)

    @cached_property
    def environment(self) -> Environment:
        """What fills templates."""
        made = environment(self.config)
        made.bytecode_cache = self.templates.of("pages")
        return made

    def meta(self, page: SitePage, content: Content) -> dict[str, Any]:
        """Return what templates read of a page: addresses are below the site's root, for their `url` filter."""
        return {
            "title": typographic_words(page.title),
            "description": html.escape(typographic_words(page.description)),  # templates put it in an attribute
            "home": page.path == HOME.path,
            "noindex": page.noindex,
            "scripts": list(page.scripts),
            "styles": list(page.styles),
            "trail": self._trail(page),
            "edit_url": self._edit_url(page),
            "start": content.start,
            "contents": [] if page.path == HOME.path else content.headings,
            **search_engines.told(page, content.html, self.config, self.project),
        }

    def around(self, page: SitePage) -> object:
        """Return what a page shows that neither itself nor its content says."""
        return self._edit_url(page), self._trail(page)

    def drawn(self, page: SitePage) -> str:
        """Return the whole HTML of a page, from its record on."""
        content = self.content(page, self.project.catalogue)
        return self.whole(page, content, self.meta(page, content))

    def content(self, page: SitePage, catalogue: Catalogue) -> Content:
        """Return a page's own content. Raises Abort for what the checks of its text have missed."""
        content = self.converter.content(page.markdown(catalogue), page.path)
        if page.written and (refused := active(content.html)):
            raise Abort(refusals.active(page.edits, refused[0]))
        return content

    def whole(self, page: SitePage, content: Content, meta: Mapping[str, Any]) -> str:
        """Return the whole HTML of a page."""
        url = address(page.path)
        site_url = self.config.site_url or ""
        view = PageView(url, urljoin(site_url, url) if site_url else "", content.html, meta)
        return self.environment.get_template(TEMPLATE).render(
            page=view, config=self.config, base_url=posixpath.relpath(".", url or ".")
        )

    def _trail(self, page: SitePage) -> list[dict[str, str]]:
        return [
            {"title": typographic_words(crumb.title), "address": address(crumb.path)}
            for crumb in page.trail
            if crumb.path in self.project.pages
        ]

    def alone(self, name: str) -> str:
        """Return what a template gives that belongs to no page; its links start from the site's root."""
        return self.environment.get_template(name).render(
            page=None, config=self.config, base_url=urlsplit(self.config.site_url or "/").path
        )

    def _edit_url(self, page: SitePage) -> str:
        """Return where a page's words are changed, empty where no file of the project holds them."""
        site = self.project.catalogue.site
        if not site.repo_url or not (self.root / page.edits).is_file():
            return ""
        return f"{site.repo_url.rstrip('/')}/edit/{site.repo_branch}/{page.edits}"

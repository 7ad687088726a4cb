"""From Markdown with components to the HTML that a reader gets, on the example project."""

from __future__ import annotations

import functools
import re

import markdown
from mkdocs.config.base import load_config
from tests.build import ROOT

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.components import On
from guides_api.pages.expand import expand, mistakes
from guides_api.pages.lists import with_lists

PAGE = "guides/exemple.md"
_CLASS = re.compile(r' class="[^"]*"')


@functools.cache
def _engine() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[], theme="mkdocs")
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def as_html(text: str) -> str:
    """Return plain Markdown as HTML, with the extensions of mkdocs.yml."""
    html: str = _engine().reset().convert(text)
    return html


def drawn(text: str, catalogue: Catalogue) -> str:
    """Return a text without mistakes as HTML."""
    on = On(catalogue, PAGE)
    assert list(mistakes(text, on)) == []
    return as_html(expand(with_lists(text), on))


def bare(html: str) -> str:
    """Return HTML without its classes, which are the designer's, one tag a line."""
    return re.sub(r">\s*<", ">\n<", _CLASS.sub("", html)).strip() + "\n"

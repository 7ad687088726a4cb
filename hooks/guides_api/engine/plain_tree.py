"""The site as a tree of plain files, that an engine builds without any of our code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from jinja2 import Environment
from jinja2.meta import find_referenced_templates
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from guides_api.engine.drawing import ALONE, Drawing
from guides_api.engine.theme import extra, own_folders, theme_folder
from guides_api.engine.whole_build import WholeBuild
from guides_api.pages.page import SitePage, file_of

CONTENT, OVERRIDES = "content", "overrides"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that builds a plain tree: the settings file that it reads, what to install, what to run."""

    name: str
    settings: str
    packages: str
    command: str


ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "mkdocs": Engine("MkDocs", "mkdocs.yml", "mkdocs pymdown-extensions pygments", "mkdocs build --strict"),
        "properdocs": Engine(
            "ProperDocs", "properdocs.yml", "properdocs pymdown-extensions pygments", "properdocs build --strict"
        ),
        "zensical": Engine("Zensical", "mkdocs.yml", "zensical", "zensical build --strict"),
    }
)


def plain_tree(build: WholeBuild, engine: Engine) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file of the tree.

    Pages are Markdown with, in front matter, all that templates read of them. What the build made besides pages
    stands among them as it is, and the templates beside.
    """
    yield engine.settings, settings(build.config, engine).encode()
    pages = build.drawing.project.pages
    for page in pages.values():
        yield f"{CONTENT}/{page.path}", page_text(page, build.drawing).encode()
    drawn = {file_of(page) for page in pages.values()}.union(ALONE)  # these any engine makes again from the templates
    for path in sorted(build.site.rglob("*")):
        name = path.relative_to(build.site).as_posix()
        if path.is_file() and name not in drawn:
            yield f"{CONTENT}/{name}", path.read_bytes()
    for name, path in sorted(_templates(build).items()):
        yield f"{OVERRIDES}/{name}", path.read_bytes()


def _templates(build: WholeBuild) -> Mapping[str, Path]:
    """Return the file of each template of ours by its name, and of those of the theme that they include: its icons."""
    ours = {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(own_folders(build.config))
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] != "assets"
    }
    environment = Environment()  # noqa: S701  nothing is drawn with it
    texts = [path.read_text(encoding="utf-8") for name, path in ours.items() if name.endswith(".html")]
    named = {name for text in texts for name in find_referenced_templates(environment.parse(text)) if name}
    theme = {name: theme_folder(build.config) / name for name in named - ours.keys()}
    return {**ours, **theme}


def page_text(page: SitePage, drawing: Drawing) -> str:
    """Return a page's plain Markdown below its front matter, which leaves out what is empty."""
    text = page.markdown(drawing.project.catalogue)
    meta = drawing.meta(page, drawing.converter.content(text, page.path))
    return f"---\n{_yaml({key: value for key, value in meta.items() if value})}---\n\n{text}"


def settings(config: MkDocsConfig, engine: Engine) -> str:
    """Return the settings of the tree: those of the project, what our hooks compute written out, and no hook."""
    own = yaml_load(Path(config.config_file_path).read_text(encoding="utf-8"))
    written = {key: value for key, value in own.items() if key not in ("hooks", "site_dir")}
    computed = {
        "site_name": config.site_name,
        "site_url": config.site_url,
        "site_description": config.site_description,
        "docs_dir": CONTENT,
        "theme": {"name": None, "custom_dir": OVERRIDES, "static_templates": ["404.html"]},
        "plugins": [],
        "extra_css": list(config.extra_css),
        "extra_javascript": [_script(script) for script in config.extra_javascript],
        "markdown_extensions": [_extension(name, config) for name in config.markdown_extensions],
        "extra": extra(config),
        "exclude_docs": "!.*\n!/templates/\n",  # MkDocs leaves these out if not told otherwise
    }
    return (
        "# Écrit par « guides materialize » : ce que vous changeriez ici serait refusé à la prochaine écriture.\n"
        f"# Pour construire le site avec {engine.name} : pip install {engine.packages}\n"
        f"# puis, dans ce dossier : {engine.command}\n"
        f"{_yaml({**written, **computed})}"
    )


def _extension(name: str, config: MkDocsConfig) -> str | dict[str, Any]:
    return {name: config.mdx_configs[name]} if config.mdx_configs.get(name) else name


def _script(script: str | ExtraScriptValue) -> str | dict[str, Any]:
    return script if isinstance(script, str) else {key: value for key, value in script.items() if value}


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)

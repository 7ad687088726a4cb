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
from mkdocs.structure.files import File
from mkdocs.utils.yaml import yaml_load

from guides_api.engine.whole_build import WholeBuild

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
    for file in build.pages:
        yield f"{CONTENT}/{file.src_uri}", page_text(file).encode()
    drawn = {file.dest_uri for file in build.pages} | build.made_by_engine
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
        for folder in reversed(build.templates)
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] != "assets"
    }
    environment = Environment()  # noqa: S701  nothing is drawn with it
    texts = [path.read_text(encoding="utf-8") for name, path in ours.items() if name.endswith(".html")]
    named = {name for text in texts for name in find_referenced_templates(environment.parse(text)) if name}
    theme = {
        name: next(path for folder in build.config.theme.dirs if (path := Path(folder) / name).is_file())
        for name in named - ours.keys()
    }
    return {**ours, **theme}


def page_text(file: File) -> str:
    """Return a page's plain Markdown below its front matter, which leaves out what is empty."""
    page = file.page
    if page is None or page.markdown is None:
        raise ValueError(f"{file.src_uri} was not built")
    told = {key: value for key, value in page.meta.items() if value}
    return f"---\n{_yaml(told)}---\n\n{page.markdown}"


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
        "extra": {key: value for key, value in config.extra.items() if _is_plain(value)},
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


def _is_plain(value: object) -> bool:
    """Tell what templates read from what hooks share: only the first can be written in a file of settings."""
    match value:
        case dict():
            return all(map(_is_plain, value.values()))
        case list():
            return all(map(_is_plain, value))
        case _:
            return value is None or isinstance(value, str | int | float)


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)

"""The site's own colour in the style sheets and the drawings that come with the theme."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from guides_api.pages.palette import painted
from guides_api.pages.project import Project

PAINTED = (
    "assets/stylesheets/site.css",
    "assets/stylesheets/dark.css",
    "assets/images/logo.svg",
    "assets/images/liaison.svg",
)


def paint(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Put them in place of ours, where the site has a colour of its own."""
    colour = project.catalogue.site.colour
    for name in PAINTED if colour else ():
        file = files.get_file_from_path(name)
        if file is not None:
            files.remove(file)
            files.append(File.generated(config, name, content=painted(file.content_string, colour)))
    return files

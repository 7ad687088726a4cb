"""Our styles, scripts, pictures and font among the site's files, under the names that they are published by."""

from __future__ import annotations

from graphlib import CycleError

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from guides_api.pages.assets import FOLDERS, ROOT, published


def name_by_content(files: Files, config: MkDocsConfig) -> Files:
    """Publish the files of `assets/` under names that change with them, and tell the templates which.

    `config.extra.assets` gives the address of each by its path below `assets/`: `stylesheets/site.css`. What the
    settings name themselves is put right. `serve` does the same: a browser never shows what it kept.
    """
    ours = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDERS)}
    try:
        made = published({path: file.content_bytes for path, file in ours.items()})
    except CycleError as found:
        raise PluginError(
            f"Ces fichiers se nomment l’un l’autre, en rond : {' → '.join(reversed(found.args[1]))}. "
            "Mettez ce qu’ils partagent dans un fichier de plus."
        ) from None
    for path, (name, content) in sorted(made.items()):
        files.remove(ours[path])
        files.append(File.generated(config, name, content=content))
    names = {path: name for path, (name, _) in sorted(made.items())}
    config.extra["assets"] = {path.removeprefix(ROOT): name for path, name in names.items()}
    config.extra_css = [names.get(path, path) for path in config.extra_css]
    for rank, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[rank] = names.get(script, script)
        else:
            script.path = names.get(script.path, script.path)
    return files

"""The font of headings among the site's files."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from guides_api.engine.kept import Kept
from guides_api.pages.fonts import FONT, LICENCE, fingerprint, heading_font, licence

CAN_MAKE = all(map(find_spec, ("fontTools", "brotli", "font_manrope")))

CACHE = ".cache/polices"

_log = get_plugin_logger("guides_api")


def add_fonts(files: Files, config: MkDocsConfig) -> Files:
    """Add the font and its licence.

    Without the libraries that make it, headings take a font of the system.
    """
    if not CAN_MAKE:
        _log.info(
            "Les titres prendront une police du système : fontTools, brotli ou la police Manrope n’est pas installé. "
            "« make build » installe tout ce que liste requirements.lock."
        )
        return files
    kept = Kept(Path(config.config_file_path).parent / CACHE)
    made = kept.content(f"{fingerprint()}.woff2", heading_font)
    kept.forget_the_rest()
    files.append(File.generated(config, FONT, content=made))
    files.append(File.generated(config, LICENCE, content=licence()))
    return files

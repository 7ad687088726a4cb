"""Files compressed once for all, as servers that find `page.html.gz` and `page.html.br` send them."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import brotli

# How the names of files end that are words; pictures and fonts are compressed already.
TEXT = ("html", "css", "csv", "js", "json", "svg", "txt", "webmanifest", "xml")


GZIP, BROTLI = ".gz", ".br"


def compressed(content: bytes) -> Mapping[str, bytes]:
    """Return the compressed forms of a file that are smaller than it, by the ending of their names.

    The same content always gives the same bytes: nothing tells when or where they were made.
    """
    made = {GZIP: gzip.compress(content, 9, mtime=0), BROTLI: brotli.compress(content)}
    return {ending: smaller for ending, smaller in made.items() if len(smaller) < len(content)}

"""The header of a guide: there, readable, with the keys that are meant and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.catalogue import written
from guides_api.catalogue.problems import did_you_mean
from guides_api.catalogue.shapes import written_keys
from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide

OF_GUIDES = frozenset([*written_keys(written.Guide), "layout", "date"])
OF_POSTS = frozenset(
    [
        *written_keys(written.News),
        *("author", "authors", "category", "comments", "description", "lang", "last_modified_at"),
        *("noindex", "permalink", "publish", "published", "slug", "tagline", "api"),
    ]
)
_NEEDED, _NEEDED_BY_POSTS = ("title", "tagline"), ("title", "date")
_DATED = re.compile(r"(?:.*/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+")


def header_unread(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of a header that is not there, not closed, or no YAML."""
    for trouble in guide.header.troubles:
        yield found(trouble.rule, guide.path, trouble.line, trouble.message)


def keys(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of keys that nothing reads, that are given twice, or that are missing."""
    known = OF_POSTS if guide.is_post else OF_GUIDES
    meant, seen = set[str](), dict[str, int]()
    for entry in guide.header.entries:
        if entry.key in seen:
            message = f"la clé « {entry.key} » est déjà donnée ligne {seen[entry.key]} : une seule des deux sera lue."
            yield found("cle-en-double", guide.path, entry.line, message)
        seen.setdefault(entry.key, entry.line)
        if entry.key not in known:
            suggestion = did_you_mean(entry.key, known)
            meant.update(key for key in known if f"« {key} »" in suggestion)
            message = f"clé « {entry.key} » inconnue. {suggestion or 'Rien ne la lira.'}"
            yield found("cle-inconnue", guide.path, entry.line, message)
    if guide.header.entries and not guide.header.troubles:
        for key in _NEEDED_BY_POSTS if guide.is_post else _NEEDED:
            dated = key == "date" and _DATED.fullmatch(guide.path)
            if key not in seen and key not in meant and not dated:
                message = f"il manque la clé « {key} »."
                yield found("cle-manquante", guide.path, guide.header.first_line - 1, message)

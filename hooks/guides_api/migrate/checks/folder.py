"""What is wrong with several guides together: nearly the same tags, files that nothing shows."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guides_api.catalogue.problems import folded
from guides_api.migrate.checks.extracts import Extract
from guides_api.migrate.checks.resembling import resembling
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Folder

_UNMENTIONED = re.compile(
    r"(?:robots\.txt|humans\.txt|security\.txt|cname|sitemap\.xml|index\.html|404\.html|\.htaccess|browserconfig\.xml"
    r"|favicon[\w.-]*|apple-touch-icon[\w.-]*|manifest\.json|site\.webmanifest|licen[cs]e[\w.]*|readme[\w.]*"
    r"|_redirects|_headers)",
    re.IGNORECASE,
)


def tags_alike(extracts: Sequence[Extract]) -> Iterator[Finding]:
    """Tell of a tag that one guide alone has, and that is nearly one of others."""
    places = [(tag, item.path, line) for item in extracts for tag, line in item.tags]
    counts = Counter(tag for tag, _, _ in places)
    keys = {tag: folded(tag) for tag in counts}
    alike = resembling(keys.values())
    by_key: dict[str, list[str]] = {}
    for tag, key in keys.items():
        by_key.setdefault(key, []).append(tag)
    for tag, path, line in places:
        if counts[tag] > 1:
            continue
        near = [other for key in (keys[tag], *alike.get(keys[tag], ())) for other in by_key[key] if other != tag]
        usual = max(near, key=lambda other: (counts[other], other), default="")
        if usual and (counts[usual] > 1 or usual < tag):
            message = f"le thème « {tag[:60]} » ne sert qu’ici, et ressemble à « {usual[:60]} »."
            yield found("tag-ressemblant", path, line, message)


def orphans(folder: Folder, mentioned: frozenset[str]) -> Iterator[Finding]:
    """Tell of public files that no guide, nor any other file, names."""
    for path in sorted(folder.public):
        steps = path.split("/")
        ends = ("/".join(steps[rank:]) for rank in range(len(steps)))
        exempt = _UNMENTIONED.fullmatch(posixpath.basename(path)) or ".well-known/" in path
        if not exempt and not any(end in mentioned for end in ends):
            yield found("fichier-orphelin", path, 0, "rien dans le dossier ne renvoie à ce fichier.")

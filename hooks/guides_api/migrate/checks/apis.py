"""The APIs that a guide names in its header, among those that are known."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.problems import did_you_mean, folded
from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.header import Kind


def named_apis(guide: Guide, context: Context) -> Iterator[Finding]:
    """Tell of names that are no API's, that are nearly one's, or that are given twice."""
    seen = dict[str, int]()
    for value in guide.header.values("api"):
        name = value.text.strip()
        if value.kind is not Kind.TEXT or not name:
            continue
        key = folded(name)
        title = context.api_names.get(key)
        if key in seen:
            message = f"« {name[:80]} » est déjà dans la liste, ligne {seen[key]}."
            yield found("api-en-double", guide.path, value.line, message)
        elif context.api_names and title is None and name not in context.api_ids:
            suggestion = did_you_mean(name, context.api_names.values())
            message = f"« {name[:80]} » n’est le titre d’aucune API connue. {suggestion}".strip()
            yield found("api-inconnue", guide.path, value.line, message)
        if title and name not in (title, *context.api_ids):
            message = f"« {name[:80]} » : le titre exact de cette API est « {title} »."
            yield found("api-approchee", guide.path, value.line, message)
        seen.setdefault(key, value.line)

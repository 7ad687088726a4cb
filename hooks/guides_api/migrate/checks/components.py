"""Components: those of this site, placed as they are meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.pages.expand import misuses

_SHOUTED = re.compile(
    r"(?:composant )?</?(?:[A-Z]|[BH]R|H[1-6]|[UO]L|LI|EM|TD|TR|IMG|DIV|SPAN|STRONG|TABLE|SUP|SUB|CENTER|FONT)>"
)
_HTML = ("<details>", "</details>", "<summary>", "</summary>")


def components(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of components that this site has not, or that are not written as it reads them."""
    if "<" not in guide.body:
        return
    for mistake in misuses(guide.body):
        line = guide.body_line + mistake.line - 1
        message = f"{mistake.message} {mistake.remedy}".strip()
        if mistake.message.startswith(_HTML) or _SHOUTED.match(mistake.message):
            continue
        if mistake.rule == "composant-inconnu":
            yield found("composant-inconnu", guide.path, line, message)
        elif mistake.rule == "composant-dans-une-phrase":
            yield found("composant-dans-le-texte", guide.path, line, message)
        else:
            yield found("composant-mal-forme", guide.path, line, message)

"""The headings of a guide: one title for the page, and no step missed on the way down."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide


def titles(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of every title but the page's own, and of headings that skip a level."""
    titled = bool(guide.header.text("title"))
    above, count = 1, int(titled)
    for heading in guide.markdown.headings:
        line = guide.markdown.line(heading.start)
        if heading.level == 1:
            count += 1
            if count > 1:
                why = "la page a déjà le titre de son en-tête" if titled else "la page a déjà un titre"
                message = f"« {heading.words[:60]} » est un titre de page (« # »), et {why} : écrivez « ## »."
                yield found("titre-h1", guide.path, line, message)
        elif heading.level > above + 1:
            message = f"ce titre est de niveau {heading.level}, alors que le précédent est de niveau {above} : "
            yield found("titre-saute", guide.path, line, f"{message}écrivez « {'#' * (above + 1)} ».")
        above = 2 if heading.level == 1 and count > 1 else heading.level

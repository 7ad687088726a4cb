"""The headings of a guide: one title for the page, and no step missed on the way down."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.markdown import Markdown


def titles(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of every title but the page's own, and of headings that skip a level."""
    titled = bool(guide.header.text("title"))
    above, count = 1, int(titled)
    for line, level, words in sorted(_headings(guide.markdown)):
        if level == 1:
            count += 1
            if count > 1:
                why = "la page a déjà le titre de son en-tête" if titled else "la page a déjà un titre"
                message = f"« {words[:60]} » est un titre de page (« # »), et {why} : écrivez « ## »."
                yield found("titre-h1", guide.path, line, message)
        elif level > above + 1:
            message = f"ce titre est de niveau {level}, alors que le précédent est de niveau {above} : "
            yield found("titre-saute", guide.path, line, f"{message}écrivez « {'#' * (above + 1)} ».")
        above = 2 if level == 1 and count > 1 else level


def _headings(markdown: Markdown) -> Iterator[tuple[int, int, str]]:
    """Yield the line, the level and the words of each heading; of those in HTML, the page's title alone."""
    for heading in markdown.headings:
        yield markdown.line(heading.start), heading.level, heading.words
    for tag in markdown.tags:
        if tag.name.lower() == "h1" and not tag.closing:
            words = markdown.text[tag.end : tag.end + 100].partition("<")[0]
            yield tag.line, 1, " ".join(words.split())

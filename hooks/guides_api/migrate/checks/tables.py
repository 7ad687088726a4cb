"""Tables of Markdown whose lines do not all have the cells that their header announces."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide


def uneven_tables(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of each line with fewer cells than its header, or more."""
    for table in guide.markdown.tables:
        width = len(table.head.cells)
        for row in (table.delimiter, *table.rows):
            if len(row.cells) != width:
                message = f"cette ligne a {_cells(len(row.cells))}, l’en-tête de son tableau en a {width}."
                yield found("tableau-bancal", guide.path, row.line, message)


def _cells(count: int) -> str:
    return f"{count} case{'s' * (count > 1)}"

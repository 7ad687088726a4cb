"""CSV that opens as it is meant to in the spreadsheets of French offices."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")  # of full width too, as in East Asia


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV text, to be written in UTF-8.

    Excel set to French splits lines at semicolons, and takes a file for UTF-8 only if it opens with a byte order mark:
    with commas or without the mark, a double click shows one column, or « Ã© ». Other software accept both. A cell that
    a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises: what editors send is untrusted.
    """
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow([_inert(cell) for cell in header])
    table.writerows([_inert(cell) for cell in row] for row in rows)
    return _MARK + written.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell

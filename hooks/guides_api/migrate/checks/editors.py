"""Tables of editors, compared with one another: copies, and names that are spelt in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guides_api.catalogue.problems import folded
from guides_api.migrate.checks.extracts import Extract
from guides_api.migrate.checks.resembling import resembling
from guides_api.migrate.findings import Finding, found

_COPIED = 2  # rows that make two tables copies of one another


def copied_tables(extracts: Sequence[Extract]) -> Iterator[Finding]:
    """Tell of each guide whose table of editors another guide has too, whatever the order of its rows."""
    usual = _usual(_shown(row) for _, row in _rows(extracts))
    holders: dict[frozenset[str], list[tuple[str, int]]] = {}
    for item in extracts:
        for table in item.editors:
            shown = (_shown(row) for _, row in table.rows)
            rows = frozenset(_key(usual.get(row, row)) for row in shown)
            if len(rows) >= _COPIED:
                holders.setdefault(rows, []).append((item.path, table.line))
    for places in holders.values():
        paths = sorted({path for path, _ in places})
        for path, line in places if len(paths) > 1 else ():
            other = next(name for name in paths if name != path)
            more = f" et {len(paths) - 2} autre{'s' * (len(paths) > 3)}" if len(paths) > 2 else ""
            message = f"ce tableau est aussi dans « {other} »{more} : un seul changera quand un éditeur changera."
            yield found("tableau-editeurs-repete", path, line, message)


def editors_spelt_otherwise(extracts: Sequence[Extract]) -> Iterator[Finding]:
    """Tell of rows whose names are those of another row, spelt otherwise than most."""
    usual_rows = _usual(_shown(row) for _, row in _rows(extracts))
    usual_names = _usual((name for _, row in _rows(extracts) for name in row if name), spelt=False)
    for (path, line), row in _rows(extracts):
        shown = _shown(row)
        other = usual_rows.get(shown) or next((usual_names[name] for name in row if name in usual_names), "")
        if other:
            message = f"« {shown[:100]} » s’écrit ailleurs « {other[:100]} »."
            yield found("editeur-variante", path, line, message)


def _rows(extracts: Iterable[Extract]) -> Iterator[tuple[tuple[str, int], tuple[str, ...]]]:
    for item in extracts:
        for table in item.editors:
            for line, cells in table.rows:
                yield (item.path, line), cells


def _shown(row: tuple[str, ...]) -> str:
    return " | ".join(row)


def _key(text: str) -> str:
    """Return what stays the same of a name however it is spelt; the bars between names do too."""
    return "|".join(folded(name.replace("&", " et ")) for name in text.split(" | "))


def _usual(texts: Iterable[str], *, spelt: bool = True) -> Mapping[str, str]:
    """Return, for each text that is another one spelt otherwise, the one that is met most often.

    Without `spelt`, one more letter makes another name: « Bus » and « Bus 2 » are not always one software.
    """
    counts = Counter(texts)
    by_key: dict[str, list[str]] = {}
    for text in counts:
        by_key.setdefault(_key(text), []).append(text)
    alike = resembling(by_key) if spelt else {}
    usual: dict[str, str] = {}
    for key, same in by_key.items():
        near = [*same, *(other for item in alike.get(key, ()) for other in by_key[item])]
        if len(near) > 1:
            best = max(near, key=lambda other: (counts[other], [-ord(sign) for sign in other]))
            usual |= {text: best for text in same if text != best}
    return usual

"""What is wrong with several guides together: nearly the same tags, copied tables, files that nothing shows."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guides_api.catalogue.problems import folded
from guides_api.migrate.checks.extracts import Editors, Extract
from guides_api.migrate.checks.resembling import resembling
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Folder

_COPIED = 2  # rows that make two tables copies of one another
_UNMENTIONED = re.compile(
    r"(?:robots\.txt|humans\.txt|security\.txt|cname|sitemap\.xml|index\.html|404\.html|\.htaccess|browserconfig\.xml"
    r"|favicon[\w.-]*|apple-touch-icon[\w.-]*|(?:site\.)?(?:web)?manifest(?:\.json)?|site\.webmanifest|licen[cs]e[\w.]*|readme[\w.]*"
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


def copied_tables(extracts: Sequence[Extract]) -> Iterator[Finding]:
    """Tell of each guide whose table of editors another guide has too."""
    names = _usual_rows(extracts)
    holders: dict[frozenset[str], list[tuple[str, int]]] = {}
    for item in extracts:
        for table in item.editors:
            rows = frozenset(names.get(_key(cells), _key(cells)) for _, cells in table.rows)
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
    cells = Counter(cell for _, row in _rows(extracts) for cell in row if cell)
    rows = Counter(row for _, row in _rows(extracts))
    usual_cells = _usual({cell: folded(cell) for cell in cells}, cells)
    usual_rows = _usual(
        {" | ".join(row): _key(row) for row in rows}, Counter({" | ".join(row): n for row, n in rows.items()})
    )
    for (path, line), row in _rows(extracts):
        other = usual_rows.get(" | ".join(row)) or next((usual_cells[cell] for cell in row if cell in usual_cells), "")
        if other:
            message = f"« {' | '.join(row)[:100]} » s’écrit ailleurs « {other[:100]} »."
            yield found("editeur-variante", path, line, message)


def orphans(folder: Folder, mentioned: frozenset[str]) -> Iterator[Finding]:
    """Tell of public files that no guide, nor any other file, names."""
    for path in sorted(folder.public):
        steps = path.split("/")
        ends = ("/".join(steps[rank:]) for rank in range(len(steps)))
        exempt = _UNMENTIONED.fullmatch(posixpath.basename(path)) or ".well-known/" in path
        if not exempt and not any(end in mentioned for end in ends):
            yield found("fichier-orphelin", path, 0, "rien dans le dossier ne renvoie à ce fichier.")


def _rows(extracts: Iterable[Extract]) -> Iterator[tuple[tuple[str, int], tuple[str, ...]]]:
    for item in extracts:
        for table in item.editors:
            for line, cells in table.rows:
                yield (item.path, line), cells


def _key(cells: tuple[str, ...]) -> str:
    return "|".join(map(folded, cells))


def _usual_rows(extracts: Sequence[Extract]) -> Mapping[str, str]:
    """Return, for rows that are misspelt, the row that is meant, without case nor accents."""
    counts = Counter(_key(row) for _, row in _rows(extracts))
    return {key: _meant(key, alike, counts) for key, alike in resembling(counts).items()}


def _meant(key: str, alike: Iterable[str], counts: Counter[str]) -> str:
    return max((key, *alike), key=lambda item: (counts[item], item))


def _usual(keys: Mapping[str, str], counts: Counter[str]) -> Mapping[str, str]:
    """Return, for each text that is another one spelt otherwise, the one that is met most often."""
    by_key: dict[str, list[str]] = {}
    for text, key in keys.items():
        by_key.setdefault(key, []).append(text)
    alike = resembling(by_key)
    found_: dict[str, str] = {}
    for text, key in keys.items():
        near = [other for item in (key, *alike.get(key, ())) for other in by_key[item]]
        usual = max(near, key=lambda other: (counts[other], [-ord(sign) for sign in other]))
        if usual != text:
            found_[text] = usual
    return found_


__all__ = ["Editors", "copied_tables", "editors_spelt_otherwise", "orphans", "tags_alike"]

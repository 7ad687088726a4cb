"""Everything that is wrong with somebody's folder of guides, by path and line: each guide alone, then all together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import folded
from guides_api.catalogue.workers import spread
from guides_api.migrate.checks import CHECKS, OF_ANY_FILE, Context
from guides_api.migrate.checks.editors import copied_tables, editors_spelt_otherwise
from guides_api.migrate.checks.extracts import Extract, extract, mentions
from guides_api.migrate.checks.files import images
from guides_api.migrate.checks.folder import orphans, tags_alike
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Folder

Progress = Callable[[int, int], None]

MOST = 100  # findings of one rule in one file
# Files that are no guides and may name others.
_MENTIONING = (
    ".css",
    ".scss",
    ".html",
    ".htm",
    ".js",
    ".json",
    ".yml",
    ".yaml",
    ".toml",
    ".xml",
    ".webmanifest",
    ".svg",
)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was seen in a guide."""

    findings: tuple[Finding, ...]
    extracts: tuple[Extract, ...]


def verify(folder: Folder, catalogue: Catalogue | None = None, progress: Progress | None = None) -> Iterator[Finding]:
    """Yield every finding, sorted. `progress` is told how many guides were read, of how many.

    `catalogue` is what APIs and forms are compared with.
    """
    context = Context(folder, catalogue)
    findings: list[Finding] = []
    extracts: list[Extract] = []
    for read, looked in enumerate(spread(partial(_look, context), folder.guides), 1):
        findings += looked.findings
        extracts += looked.extracts
        if progress:
            progress(read, len(folder.guides))
    findings += _of_other_files(context)
    mentioned = frozenset().union(*(item.mentions for item in extracts), _mentioned_elsewhere(context))
    for check in (tags_alike, copied_tables, editors_spelt_otherwise):
        findings += check(extracts)
    findings += orphans(folder, mentioned)
    yield from _not_too_many(sorted(findings))


def _look(context: Context, path: str) -> _Looked:
    try:
        guide = context.folder.guide(path)
    except UnreadableError as error:
        return _Looked((_unreadable(path, str(error)),), ())
    findings = sorted(item for check in CHECKS for item in check(guide, context))
    return _Looked(tuple(_not_too_many(findings)), (extract(guide, context.places.names),))


def _of_other_files(context: Context) -> Iterator[Finding]:
    """Yield what is wrong with what is no guide: records of APIs, images, what can't be read."""
    folder = context.folder
    for path in folder.unreadable:
        yield _unreadable(path, "c’est un dossier, ou l’on ne peut pas y entrer")
    for path in folder.api_files:
        try:
            guide = folder.guide(path)
        except UnreadableError as error:
            yield _unreadable(path, str(error))
            continue
        yield from (item for check in OF_ANY_FILE for item in check(guide, context))
    titles = dict[str, str]()
    for api in folder.apis:
        if (first := titles.setdefault(folded(api.title), api.path)) != api.path:
            message = f"« {api.title[:80]} » est déjà le titre de « {first} » : un guide ne peut pas les distinguer."
            yield found("api-en-double", api.path, api.line, message)
    yield from images(folder)


def _mentioned_elsewhere(context: Context) -> Iterator[str]:
    folder = context.folder
    for path in (*folder.api_files, *(path for path in folder.files if path.lower().endswith(_MENTIONING))):
        try:
            text = folder.guide(path).text
        except UnreadableError:
            continue
        yield from mentions(text, context.places.names)


def _unreadable(path: str, why: str) -> Finding:
    return found("fichier-illisible", path, 0, f"ce fichier n’a pas été lu : {why}.")


def _not_too_many(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield sorted findings, but for those of a rule that a file breaks again and again: the last one tells of them."""
    for _, in_file in groupby(findings, key=lambda item: item.path):
        counts = dict[str, int]()
        kept: list[Finding] = []
        last = dict[str, int]()
        for item in in_file:
            counts[item.rule] = counts.get(item.rule, 0) + 1
            if counts[item.rule] <= MOST:
                last[item.rule] = len(kept)
                kept.append(item)
        for rule, count in counts.items():
            if count > MOST:
                item = kept[last[rule]]
                more = f"{item.message} Et {count - MOST} fois plus bas, dans ce fichier."
                kept[last[rule]] = found(rule, item.path, item.line, more)
        yield from kept

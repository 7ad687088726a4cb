"""`guides verify`: everything wrong with somebody's guides, in a folder that is none of this project's."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import visible
from guides_api.catalogue.workers import LostWorkError
from guides_api.cli import clock, options
from guides_api.cli.dialogue import give_up
from guides_api.cli.french import Command
from guides_api.cli.progress import Progress
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.findings import Finding, Severity
from guides_api.migrate.foreign import Folder, surveyed
from guides_api.migrate.verify import verify as findings_of

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}
_SHOWN = 160  # letters of the line at fault
_EXPLAINED = 6  # rules in one command
_OURS = Path("data/use_cases.yaml")
SUB = "SOUS-DOSSIER"


def as_text(found: Sequence[Finding], folder: Folder) -> Iterator[str]:
    """Yield what a person reads: each finding with the line at fault, then counts, then what explains the rules."""
    for path, of_file in groupby(found, key=lambda item: item.path):
        findings = list(of_file)
        lines = _lines(folder, path) if any(item.line for item in findings) else []
        for item in findings:
            yield _told(item, lines)
    yield _summary(found, folder)
    if found:
        met = [rule for rule, _ in Counter(item.rule for item in found).most_common(_EXPLAINED)]
        yield f"Pour comprendre : guides explain {' '.join(met)}"


def as_json(found: Sequence[Finding], _folder: Folder) -> Iterator[str]:
    """Yield a list of objects: rule, severity, path, line, message; one a line."""
    objects = [json.dumps(_fields(item), ensure_ascii=False) for item in found]
    yield "[\n{}\n]".format(",\n".join(objects)) if objects else "[]"


FORMS: Mapping[str, Callable[[Sequence[Finding], Folder], Iterable[str]]] = {"texte": as_text, "json": as_json}


@click.command(cls=Command)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DOSSIER")
@click.option("--guides", default="", metavar=SUB, help="Où sont les guides (par défaut : tous les fichiers Markdown).")
@click.option(
    "--apis", default="", metavar=SUB, help="Où sont les fiches des API (par défaut : api, apis… s’il y en a)."
)
@click.option(
    "--public",
    default="",
    metavar=SUB,
    help="Où sont les images et fichiers publiés (par défaut : public, static, images…).",
)
@options.root
@options.form(FORMS)
@click.pass_context
def verify(  # noqa: PLR0913, PLR0917  an option each
    context: click.Context, folder: Path, guides: str, apis: str, public: str, root: Path, form: str
) -> None:
    """Vérifie un dossier de guides venus d’ailleurs, sans rien y changer.

    Aucune configuration n’est demandée. Lancée dans ce projet, la commande compare aussi les API et les formulaires
    aux siens.
    """
    for option, given in zip(("guides", "apis", "public"), (guides, apis, public), strict=True):
        if given and not (folder / given).is_dir():
            message = f"« {visible(given)} » n’est pas un sous-dossier de « {visible(str(folder))} »."
            parameter = next(item for item in context.command.params if item.name == option)
            raise click.BadParameter(message, context, parameter)
    surveyed_folder = surveyed(folder, guides, apis, public)
    try:
        with Progress() as progress:
            found = list(findings_of(surveyed_folder, _catalogue(root), progress=progress.tell))
    except LostWorkError as lost:
        give_up(str(lost))
    for piece in FORMS[form](found, surveyed_folder):
        click.echo(piece)
    if any(item.severity is Severity.ERROR for item in found):
        context.exit(1)


def _catalogue(root: Path) -> Catalogue | None:
    """Return the facts of the project at root, None where there is no project."""
    return read(root, clock.today())[0] if (root / _OURS).is_file() else None


def _lines(folder: Folder, path: str) -> list[str]:
    try:
        return folder.guide(path).text.split("\n")
    except UnreadableError:
        return []


def _told(item: Finding, lines: Sequence[str]) -> str:
    kind = click.style(f"{item.severity.value.capitalize()} : ", fg=COLOURS[item.severity], bold=True)
    place = f"{visible(item.path)}:{item.line}" if item.line else visible(item.path)
    told = f"{kind}{place} : {item.message} {click.style(f'[{item.rule}]', dim=True)}"
    line = lines[item.line - 1].strip()[:_SHOWN] if 0 < item.line <= len(lines) else ""
    return f"{told}\n  {item.line} | {visible(line)}\n" if line else f"{told}\n"


def _summary(found: Sequence[Finding], folder: Folder) -> str:
    counts = Counter(item.severity for item in found)
    said = ", ".join(_several(counts[severity], severity.value) for severity in Severity if counts[severity])
    return f"{_several(len(folder.guides), 'guide')} : {said or 'rien à dire'}."


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"


def _fields(item: Finding) -> dict[str, object]:
    return {
        "rule": item.rule,
        "severity": item.severity.value,
        "path": visible(item.path),
        "line": item.line,
        "message": item.message,
    }

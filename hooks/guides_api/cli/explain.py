"""`guides explain`: why a rule is there, what breaks it and how to mend it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

import click

from guides_api.catalogue.explanations import Explanation, explained, families
from guides_api.catalogue.problems import did_you_mean
from guides_api.cli.french import Command
from guides_api.cli.reports import COLOURS
from guides_api.cli.verify import COLOURS as FOREIGN_COLOURS
from guides_api.migrate.findings import Good
from guides_api.migrate.findings import Rule as ForeignRule
from guides_api.migrate.findings import rules as foreign_rules
from guides_api.migrate.losses import Explained
from guides_api.migrate.losses import explanations as of_imports
from guides_api.pages.typography import typographic

_ELSEWHERE = "Les guides venus d’ailleurs (guides verify)"
_IMPORTED = "Ce que dit un import (guides import)"
_WIDEST = 100  # letters of a line that is still easy to read


@dataclass(frozen=True, slots=True)
class Told:
    """All that has an id: a rule of this project's files, one of guides from elsewhere, what an import says."""

    ours: Explanation | None
    theirs: ForeignRule | None
    imported: Explained | None


class Rule(click.ParamType[Told]):
    """A rule, named by its id."""

    name = "rule"

    def convert(self, value: str | Told, param: click.Parameter | None, ctx: click.Context | None) -> Told:
        """Return what explains the rule, or say which rule was most likely meant."""
        if isinstance(value, Told):
            return value
        told = Told(explained(value), foreign_rules().get(value), of_imports().get(value))
        return told if told.ours or told.theirs or told.imported else self._unknown(value, param, ctx)

    def _unknown(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        ours = (rule.id for family in families() for rule in family.rules)
        meant = did_you_mean(value, [*ours, *foreign_rules(), *of_imports()])
        self.fail(f"règle « {value} » inconnue. {meant or 'Sans argument, la commande les liste toutes.'}", param, ctx)


@click.command(cls=Command)
@click.argument("rules", nargs=-1, type=Rule(), metavar="[RÈGLE]...")
def explain(rules: tuple[Told, ...]) -> None:
    """Explique une règle : pourquoi elle existe et comment la suivre. Sans règle, les liste toutes."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    click.echo("\n\n".join(part for rule in rules for part in _explanations(rule, width)) if rules else _list(width))


def _list(width: int) -> str:
    """Return every rule with its title, by family; those of guides from elsewhere come last, then imports."""
    formatter = click.HelpFormatter(width=width)
    listed = [(family.family, [(rule.id, rule.title) for rule in family.rules]) for family in families()]
    listed.append((_ELSEWHERE, [(rule.id, rule.title) for rule in foreign_rules().values()]))
    listed.append((_IMPORTED, [(note.id, note.title) for note in of_imports().values()]))
    for family, rules in listed:
        formatter.write(f"{_heading(family)}\n")
        with formatter.indentation():
            formatter.write_dl([(rule, typographic(title)) for rule, title in rules])
        formatter.write_paragraph()
    return f"{formatter.getvalue()}Pour en savoir plus sur l’une d’elles : guides explain RÈGLE"


def _explanations(told: Told, width: int) -> Iterator[str]:
    if told.ours:
        yield _explanation(told.ours, width)
    if told.theirs:
        yield _foreign_explanation(told.theirs, width)
    if told.imported:
        yield _explanation_of_an_import(told.imported, width)


def _explanation(ours: Explanation, width: int) -> str:
    where = f", par exemple dans {ours.file}" if ours.file else ""
    severity = click.style(ours.severity.value, fg=COLOURS[ours.severity])
    return "\n".join(
        [
            f"{_heading(ours.id)} ({severity})",
            typographic(ours.title),
            "",
            *_paragraph("Pourquoi", ours.why, width),
            _heading(f"À ne pas écrire{where}"),
            *_excerpt(ours.wrong, "red"),
            _heading("À écrire"),
            *_excerpt(ours.right, "green"),
            *_paragraph("Comment corriger", ours.mend, width),
        ]
    ).rstrip()


def _foreign_explanation(theirs: ForeignRule, width: int) -> str:
    severity = click.style(theirs.severity.value, fg=FOREIGN_COLOURS[theirs.severity])
    return "\n".join(
        [
            f"{_heading(theirs.id)} ({severity}, dans les guides venus d’ailleurs)",
            typographic(theirs.title),
            "",
            *_paragraph("Pourquoi", theirs.why, width),
            *_examples("Ce que la règle trouve", next(filter(None, map(_shown, theirs.bad)), ""), "red"),
            *_examples("Ce qu’elle laisse", next(filter(None, map(_shown, theirs.good)), ""), "green"),
            *_paragraph("Comment corriger", theirs.mend, width),
        ]
    ).rstrip()


def _explanation_of_an_import(imported: Explained, width: int) -> str:
    return "\n".join(
        [
            f"{_heading(imported.id)} (dans le rapport d’un import)",
            typographic(imported.title),
            "",
            *_paragraph("Ce que cela veut dire", imported.means, width),
            *_paragraph("Que faire", imported.mend, width),
        ]
    ).rstrip()


def _shown(example: Good) -> str:
    """Return an excerpt of one file, empty where the example is of several."""
    return example.body or example.header or ""


def _examples(heading: str, text: str, colour: str) -> Iterable[str]:
    return [_heading(heading), *_excerpt(text, colour)] if text else []


def _heading(words: str) -> str:
    return click.style(words, bold=True)


def _paragraph(heading: str, words: str, width: int) -> Iterable[str]:
    yield _heading(heading)
    yield click.wrap_text(typographic(words), width, initial_indent="  ", subsequent_indent="  ")
    yield ""


def _excerpt(text: str, colour: str) -> Iterator[str]:
    for line in text.rstrip().split("\n"):
        yield f"  {click.style(line, fg=colour)}"
    yield ""

"""`guides explain`: why a rule is there, what breaks it and how to mend it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import NoReturn

import click

from guides_api.catalogue.explanations import Explanation, explained, families
from guides_api.catalogue.problems import did_you_mean
from guides_api.cli.french import Command
from guides_api.cli.reports import COLOURS
from guides_api.pages.typography import typographic

_WIDEST = 100  # letters of a line that is still easy to read


class Rule(click.ParamType[Explanation]):
    """A rule, named by its id."""

    name = "rule"

    def convert(
        self, value: str | Explanation, param: click.Parameter | None, ctx: click.Context | None
    ) -> Explanation:
        """Return the rule's explanation, or say which rule was most likely meant."""
        if isinstance(value, Explanation):
            return value
        return explained(value) or self._unknown(value, param, ctx)

    def _unknown(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        meant = did_you_mean(value, (rule.id for family in families() for rule in family.rules))
        self.fail(f"règle « {value} » inconnue. {meant or 'Sans argument, la commande les liste toutes.'}", param, ctx)


@click.command(cls=Command)
@click.argument("rules", nargs=-1, type=Rule(), metavar="[RÈGLE]...")
def explain(rules: tuple[Explanation, ...]) -> None:
    """Explique une règle : pourquoi elle existe et comment la suivre. Sans règle, les liste toutes."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    click.echo("\n\n".join(_explanation(rule, width) for rule in rules) if rules else _list(width))


def _list(width: int) -> str:
    """Return every rule with its title, by family."""
    formatter = click.HelpFormatter(width=width)
    for family in families():
        formatter.write(f"{_heading(family.family)}\n")
        with formatter.indentation():
            formatter.write_dl([(rule.id, typographic(rule.title)) for rule in family.rules])
        formatter.write_paragraph()
    return f"{formatter.getvalue()}Pour en savoir plus sur l’une d’elles : guides explain RÈGLE"


def _explanation(rule: Explanation, width: int) -> str:
    where = f", par exemple dans {rule.file}" if rule.file else ""
    severity = click.style(rule.severity.value, fg=COLOURS[rule.severity])
    return "\n".join(
        [
            f"{_heading(rule.id)} ({severity})",
            typographic(rule.title),
            "",
            *_paragraph("Pourquoi", rule.why, width),
            _heading(f"À ne pas écrire{where}"),
            *_excerpt(rule.wrong, "red"),
            _heading("À écrire"),
            *_excerpt(rule.right, "green"),
            *_paragraph("Comment corriger", rule.mend, width),
        ]
    ).rstrip()


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

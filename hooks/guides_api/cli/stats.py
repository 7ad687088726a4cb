"""`guides stats`: how much there is, what it leaves out, what has aged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from guides_api.catalogue.ageing import Aged, aged
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Severity, listed
from guides_api.cli import options
from guides_api.cli.french import Command
from guides_api.pages.stats import counts, gaps, solutions_per_use_case
from guides_api.pages.templating import french_date, french_number

COUNTED = {
    "guides": "Guides",
    "guide_words": "Mots dans les guides",
    "news": "Actualités",
    "words": "Mots dans toutes les pages écrites",
    "apis": "API",
    "data": "Données",
    "use_cases": "Cas d’usage",
    "editors": "Éditeurs",
    "solutions": "Solutions",
    "facts": "Faits datés",
    "legal_texts": "Textes de loi",
    "sources": "Sources",
    "terms": "Termes expliqués",
}
# What lacks something, and the count that it is a part of.
LACKING = {
    "use_cases_without_guide": ("Cas d’usage sans guide", "use_cases"),
    "use_cases_without_solution": ("Cas d’usage sans solution", "use_cases"),
    "use_cases_without_legal_text": ("Cas d’usage sans texte de loi", "use_cases"),
    "use_cases_without_ruling": ("Cas d’usage dont aucune API n’est classée", "use_cases"),
    "apis_without_data": ("API sans donnée connue", "apis"),
    "data_without_finality": ("Données sans finalité connue", "data"),
    "data_without_official_id": ("Données dont l’identifiant DataPass n’est pas connu", "data"),
    "editors_without_siren": ("Éditeurs sans SIREN", "editors"),
    "editors_without_site": ("Éditeurs sans site", "editors"),
}
_WIDTH = 52  # of what is counted


def as_text(catalogue: Catalogue, today: date) -> str:
    """Return what a person reads."""
    totals, lacking, old = counts(catalogue), gaps(catalogue), aged(catalogue, today)
    parts = (_counted(totals), _lacking(lacking, totals), _served(catalogue), _old(old, today))
    return "\n\n".join("\n".join(part) for part in parts)


def as_json(catalogue: Catalogue, today: date) -> str:
    """Return an object: at, counts, gaps, solutions_per_use_case, aged."""
    found = {
        "at": today.isoformat(),
        "counts": counts(catalogue),
        "gaps": gaps(catalogue),
        "solutions_per_use_case": solutions_per_use_case(catalogue),
        "aged": [_fields(item, today) for item in aged(catalogue, today)],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Catalogue, date], str]] = {"texte": as_text, "json": as_json}


@click.command(cls=Command)
@options.root
@options.form(FORMS)
@options.at
@click.pass_context
def stats(context: click.Context, root: Path, form: str, today: date) -> None:
    """Compte ce que le site contient, et dit ce qui manque et ce qui est à vérifier de nouveau."""
    catalogue, problems = read(root, today)
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo("Les données ont des erreurs, que « guides check » énumère : rien n’est compté.", err=True)
        context.exit(1)
    click.echo(FORMS[form](catalogue, today))


def _counted(totals: Mapping[str, int]) -> Iterator[str]:
    yield click.style("Ce que le site contient", bold=True)
    for key, count in totals.items():
        yield _line(COUNTED[key], count)


def _lacking(lacking: Mapping[str, list[str]], totals: Mapping[str, int]) -> Iterator[str]:
    yield click.style("Ce qui manque", bold=True)
    for key, ids in lacking.items():
        what, whole = LACKING[key]
        which = f" : {listed(ids)}" if ids else ""
        yield f"{_line(what, len(ids))} sur {totals[whole]}{which}"


def _served(catalogue: Catalogue) -> Iterator[str]:
    yield click.style("Solutions par cas d’usage", bold=True)
    for key, count in solutions_per_use_case(catalogue).items():
        yield _line(key, count)


def _line(what: str, count: int) -> str:
    return f"  {what:<{_WIDTH}}{french_number(str(count)):>7}"


def _old(old: tuple[Aged, ...], today: date) -> Iterator[str]:
    yield click.style(f"À vérifier de nouveau le {french_date(today)}", bold=True)
    if not old:
        yield "  Rien : tout a été vérifié depuis moins d’un an, et aucun fait n’est périmé."
    for item in old:
        what = item.record or f"date en tête du fichier, pour {_several(item.records, 'enregistrement')}"
        days = _several((today - item.day).days, "jour")
        why = f"dernière vérification il y a {days}" if item.checked else f"date limite passée de {days}"
        yield f"  {item.day}  {item.place} : {what} : {why}."


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"


def _fields(item: Aged, today: date) -> dict[str, object]:
    return {
        "path": item.place.path,
        "line": item.place.line,
        "reason": "checked_on" if item.checked else "expires_on",
        "day": item.day.isoformat(),
        "days": (today - item.day).days,
        "record": item.record,
        "records": item.records,
    }

"""What the law wants said: complete where it is begun, dated in the past, renewed in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from guides_api.catalogue.ageing import checked
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.legal import valid_until
from guides_api.catalogue.problems import Problem, Severity
from guides_api.catalogue.records import Record

_EXPIRED = "security-txt-perime"
_TO_COME = "date-a-venir"
_SOON = timedelta(days=30)
# What only publication needs, by its key in data/site.yaml.
OF_SITE = {"site_url": "l’adresse du site", "repo_url": "l’adresse du dépôt"}


def statement_and_audit_recent(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A statement and an audit hold for three years."""
    remedies = {
        "statement": "Relisez la déclaration, puis changez sa date.",
        "audit": "Faites refaire l’audit, ou videz « date » et « score » : le site se dira non conforme.",
    }
    for (name, key), day in catalogue.legal.dated():
        if today > valid_until(day):
            yield catalogue.legal.problem(
                "accessibilite-perimee",
                f"cette date, {day}, a plus de trois ans : elle ne vaut plus.",
                *(name, key),
                remedy=remedies[name],
                severity=Severity.WARNING,
            )


def dates_past(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """What was done was done today at the latest: a warning, for no build may hang on the clock of who builds."""
    dated: list[tuple[Record, tuple[str, ...], date]]
    dated = [(catalogue.legal, path, day) for path, day in catalogue.legal.dated()]
    dated += [(record, ("checked_on",), record.checked_on) for record in checked(catalogue)]
    for record, path, day in dated:
        if day > today:
            yield record.problem(
                _TO_COME,
                f"cette date est à venir : {day}.",
                *path,
                remedy="Écrivez le jour où cela a été fait.",
                severity=Severity.WARNING,
            )


def audit_whole(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """An audit has a date and a score, from 0 to 100 percent, or is not given at all."""
    legal, audit = catalogue.legal, catalogue.legal.audit
    if (audit.date is None) is not (audit.score is None):
        given, lacks = ("date", "score") if audit.date else ("score", "date")
        yield legal.problem(
            "audit-incomplet",
            f"un audit a une date et un score : « {given} » est rempli, « {lacks} » ne l’est pas.",
            *("audit", lacks),
            remedy=f"Remplissez « {lacks} », ou videz « {given} » s’il n’y a pas eu d’audit.",
        )
    if audit.percent is not None and not 0 <= audit.percent <= 100:
        yield legal.problem(
            "score-impossible",
            f"« {audit.score} » n’est pas un pourcentage : de 0 à 100.",
            *("audit", "score"),
            remedy="Reprenez dans le rapport d’audit le pourcentage de critères respectés.",
        )


def security_sure(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A security contact has a day until which it is sure (RFC 9116), and that day is not past nor near."""
    legal, security = catalogue.legal, catalogue.legal.security
    if (security.contact is None) is not (security.expires_on is None):
        given, lacks = ("contact", "expires_on") if security.contact else ("expires_on", "contact")
        yield legal.problem(
            "security-txt-incomplet",
            f"« {given} » est rempli, « {lacks} » ne l’est pas : security.txt demande les deux.",
            *("security", lacks),
            remedy=f"Remplissez « {lacks} », ou videz « {given} ».",
        )
    elif security.expires_on is not None and security.expires_on - today < _SOON:
        past = security.expires_on < today
        yield legal.problem(
            _EXPIRED if past else "security-txt-bientot-perime",
            f"security.txt {'n’est plus' if past else 'ne sera bientôt plus'} valable : {security.expires_on}.",
            *("security", "expires_on"),
            remedy="Vérifiez que l’adresse est toujours lue, puis donnez une date dans moins d’un an.",
            severity=Severity.WARNING,
        )


def publication_problems(catalogue: Catalogue, warnings: tuple[Problem, ...]) -> Iterator[Problem]:
    """Yield what keeps a sound project from being published, then the warnings that do not."""
    site, legal = catalogue.site, catalogue.legal
    for key, words in OF_SITE.items():
        if getattr(site, key) is None:
            yield site.problem("manque-pour-publier", f"il manque {words}.", key, remedy=_fill(key))
    for key, words in legal.missing.items():
        yield legal.problem("manque-pour-publier", f"il manque {words}.", *key.split("."), remedy=_fill(key))
    for warning in warnings:
        yield replace(warning, severity=Severity.ERROR) if warning.rule in (_EXPIRED, _TO_COME) else warning


def _fill(key: str) -> str:
    return f"Remplissez « {key} »."

"""What pages are filed under and announced by: tags, taglines, dates of news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import Problem, Severity, closest, did_you_mean, folded
from guides_api.catalogue.written import Guide, News


def _tagged(catalogue: Catalogue) -> Iterator[Guide | News]:
    yield from catalogue.guides.values()
    yield from catalogue.news.values()


def tags_apart(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A tag makes an address, and is written one way only: two spellings would be two pages at one address."""
    first: dict[str, str] = {}
    for page in _tagged(catalogue):
        for index, tag in enumerate(page.tags):
            if not slugified(tag):
                yield page.problem(
                    "theme-sans-lettre",
                    f"le thème « {tag} » n’a ni lettre ni chiffre dont faire une adresse.",
                    *("tags", index),
                    remedy="Écrivez un ou deux mots, ou retirez-le.",
                )
            spelling = first.setdefault(folded(tag), tag)
            if spelling != tag:
                yield page.problem(
                    "theme-en-double",
                    f"le thème « {tag} » est écrit « {spelling} » ailleurs.",
                    *("tags", index),
                    remedy=f"Écrivez « {spelling} » ici, ou changez toutes les autres pages.",
                )


def tags_known(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Tags come from a vocabulary: two words for one thing would part what belongs together."""
    if "tags" not in catalogue.declared:
        return  # the vocabulary itself could not be read
    known = sorted(tag.name for tag in catalogue.tags.values())
    for page in _tagged(catalogue):
        for index, tag in enumerate(page.tags):
            if tag not in known and slugified(tag):
                yield page.problem(
                    "theme-inconnu",
                    f"le thème « {tag} » n’est pas dans data/tags.yaml.",
                    *("tags", index),
                    accepted=closest(tag, known),
                    remedy=did_you_mean(tag, known) or "Prenez-en un de la liste, ou ajoutez-le dans data/tags.yaml.",
                    severity=Severity.WARNING,
                )


def tag_ids(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A tag's id is its name as an address writes it: pages name tags, addresses hold ids."""
    for tag in catalogue.tags.values():
        if tag.id != slugified(tag.name):
            yield tag.problem(
                "identifiant-de-theme",
                f"l’identifiant du thème « {tag.name} » devrait être « {slugified(tag.name)} ».",
                "id",
                remedy="Corrigez l’identifiant, ou le nom.",
            )


def summaries_of_a_good_length(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A tagline says something, and fits in a list and in a search engine's results."""
    shortest, longest = 60, 200
    for key, pages in (
        ("tagline", (*catalogue.guides.values(), *catalogue.pages.values())),
        ("excerpt", catalogue.news.values()),
    ):
        for page in pages:
            length = len(getattr(page, key) or "")
            if length and not shortest <= length <= longest:
                yield page.problem(
                    "accroche-mal-taillee",
                    f"« {key} » compte {length} caractères : de {shortest} à {longest} sont attendus.",
                    key,
                    remedy="Dites ce que la page apporte, en une phrase."
                    if length < shortest
                    else "Raccourcissez la phrase.",
                    severity=Severity.WARNING,
                )


def news_dated_today_at_most(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """An article of tomorrow is shown today: nothing waits for its date."""
    for article in catalogue.news.values():
        if article.date > today:
            yield article.problem(
                "date-a-venir",
                f"cet article est daté du {article.date}, qui n’est pas encore venu.",
                "date",
                remedy="Corrigez la date : l’article est publié sans l’attendre.",
                severity=Severity.WARNING,
            )

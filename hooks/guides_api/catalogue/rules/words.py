"""What pages are filed under and announced by: tags, taglines, dates of news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import Problem, Severity, closest, did_you_mean, folded
from guides_api.catalogue.written import Guide, News


@dataclass(frozen=True, slots=True)
class _Filing:
    """A way to file pages: the key that they write, the French for it, and where the rule's name starts."""

    key: str
    rule: str
    noun: str
    pronoun: str

    def labels(self, catalogue: Catalogue) -> Iterator[tuple[Guide | News, int, str]]:
        """Yield each page with each of its labels and the label's rank."""
        pages: tuple[Guide | News, ...] = (*catalogue.guides.values(), *catalogue.news.values())
        for page in pages:
            for rank, label in enumerate(getattr(page, self.key, ())):
                yield page, rank, label


_TAGS = _Filing("tags", "theme", "le thème", "le")
_CATEGORIES = _Filing("categories", "rubrique", "la rubrique", "la")


def labels_apart(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A label makes an address, and is written one way only: two spellings would be two pages at one address."""
    for filing in (_TAGS, _CATEGORIES):
        first: dict[str, str] = {}
        for page, rank, label in filing.labels(catalogue):
            if not slugified(label):
                yield page.problem(
                    f"{filing.rule}-sans-lettre",
                    f"{filing.noun} « {label} » n’a ni lettre ni chiffre dont faire une adresse.",
                    *(filing.key, rank),
                    remedy=f"Écrivez un ou deux mots, ou retirez-{filing.pronoun}.",
                )
            spelling = first.setdefault(folded(label), label)
            if spelling != label:
                yield page.problem(
                    f"{filing.rule}-en-double",
                    f"{filing.noun} « {label} » s’écrit « {spelling} » ailleurs.",
                    *(filing.key, rank),
                    remedy=f"Écrivez « {spelling} » ici, ou changez toutes les autres pages.",
                )


def tags_known(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Tags come from a vocabulary: two words for one thing would part what belongs together."""
    if "tags" not in catalogue.declared:
        return  # the vocabulary itself could not be read
    known = dict.fromkeys(sorted(tag.name for tag in catalogue.tags.values()))
    malformed = catalogue.declared["tags"] - catalogue.tags.keys()
    first: dict[str, str] = {}
    for page, rank, tag in _TAGS.labels(catalogue):
        spelling = first.setdefault(folded(tag), tag)
        if tag not in known and spelling == tag and slugified(tag) not in {"", *malformed}:
            yield page.problem(
                "theme-inconnu",
                f"le thème « {tag} » n’est pas dans data/tags.yaml.",
                *("tags", rank),
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
                f"l’identifiant « {tag.id} » devrait être « {slugified(tag.name)} », d’après le nom.",
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

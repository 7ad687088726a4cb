"""What the keys of a header are given: values of the kind that is meant, and that say what their comment says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.header import Entry, Kind, Value

_TEXTS = ("title", "tagline", "image", "excerpt", "use_case", "layout", "description")
_FLAGS = ("noindex", "publish", "published")
_LISTS = ("api", "publics", "aliases")
_TEXT_OR_LISTS = ("tags", "categories")
_NEVER_EMPTY = (*_TEXTS, *_FLAGS, *_TEXT_OR_LISTS, "date")
_DATES = re.compile(r"date(?:[_-]\w+)?|\w+[_-](?:date|at|on)|updated|modified|published_on|expires")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?[ ]*"
    r"(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4})?)?"
)
_SEPARATOR = re.compile(r"\s*[,;]\s*")
_NOT = re.compile(
    r"\b(?:not|won['’]?t|will not|never|no longer|hidden|hides?|draft|invisible|unlisted|unpublished"
    r"|pas|jamais|plus|aucune?|sans|masquée?s?|cachée?s?|brouillon|hors ligne|non|retirée?s?|dépubliée?s?)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\bon the \S+ page|\b(?:dans|sur) (?:la liste|la page|le site|google)\b"
    r"|\b(?:appears?|visible|shown?|shows|displayed|published|online|listed|public|invisible|hidden|hides?|draft"
    r"|unlisted|unpublished|appara[iî]t(?:ra|re)?|apparaissent|affichée?s?|affiche(?:r|ra)?|montrée?s?|publiée?s?"
    r"|publie(?:r|ra)?|en ligne|listée?s?|para[iî]t(?:ra|re)?|masquée?s?|cachée?s?|brouillon|retirée?s?|dépubliée?s?"
    r"|hors ligne|index(?:ed|ée?s?|able)?|référencée?s?|trouvable|trouvée?s?)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:true|false|si|if|when|quand|pour(?! l['’]instant| le moment)|mettre|mettez|set|either|ou bien|sinon)\b|[=→]",
    re.IGNORECASE,
)


def values(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of values that are empty or of another kind than the key means, where they could be read."""
    for entry in guide.header.entries if guide.header.whole else ():
        value = entry.value
        if _is_empty(value):
            if entry.key in _NEVER_EMPTY:
                yield found("valeur-nulle", guide.path, entry.line, f"« {entry.key} » n’a pas de valeur.")
            continue
        if expected := _expected(entry.key, value):
            message = (
                f"« {entry.key} » : {expected} attendu{'e' * (expected == 'une liste')}, et non {value.kind.value}."
            )
            yield found("valeur-type", guide.path, entry.line, message)
        elif value.kind is Kind.LIST:
            yield from _items(guide, entry)


def dates(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of dates that are none, or that are not written year first."""
    for entry in guide.header.entries:
        if _DATES.fullmatch(entry.key) and not _is_empty(entry.value) and not _is_a_date(entry.value.text):
            message = f"« {entry.value.text[:40]} » n’est pas une date : écrivez année-mois-jour, comme 2026-08-31."
            yield found("date-invalide", guide.path, entry.line, message)


def comments(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of a comment that says the reverse of the value beside it; one that explains values says nothing of it."""
    for entry in guide.header.entries:
        flag = entry.value.flag
        if entry.key not in _FLAGS or flag is None or not _SHOWS.search(entry.comment):
            continue
        if not _EXPLAINS.search(entry.comment) and _says_shown(entry.comment) is (flag is (entry.key == "noindex")):
            told = f"« {entry.key}: {entry.value.text} », mais le commentaire dit « {entry.comment[:80]} »."
            yield found("commentaire-contredit", guide.path, entry.line, f"{told} L’un des deux est faux.")


def tags_in_a_text(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of tags in one text, which only some tools take apart."""
    entry = guide.header.get("tags") if guide.header.whole else None
    if entry and entry.value.kind is Kind.TEXT and len(_SEPARATOR.split(entry.value.text.strip(" ,;"))) > 1:
        message = "plusieurs thèmes dans un seul texte : écrivez-les en liste, un par ligne, après un tiret."
        yield found("tags-en-texte", guide.path, entry.line, message)


def tags_of(guide: Guide) -> Iterator[tuple[str, int]]:
    """Yield the tags of a guide, whatever way they are listed, with their lines."""
    for value in guide.header.values("tags"):
        if value.kind in (Kind.TEXT, Kind.NUMBER, Kind.DAY):
            for tag in _SEPARATOR.split(value.text):
                if tag.strip():
                    yield tag.strip(), value.line


def _is_empty(value: Value) -> bool:
    return value.kind is Kind.NOTHING or (value.kind is Kind.TEXT and not value.text.strip())


def _expected(key: str, value: Value) -> str:
    """Return what a key expects, empty where it has been given that."""
    if key in _TEXTS:
        return "" if value.kind is Kind.TEXT else Kind.TEXT.value
    if key in _FLAGS:
        return "" if value.kind is Kind.FLAG else "true ou false"
    if key in _LISTS:
        return "" if value.kind is Kind.LIST else Kind.LIST.value
    if key in _TEXT_OR_LISTS:
        return "" if value.kind in (Kind.TEXT, Kind.LIST) else Kind.LIST.value
    return ""


def _items(guide: Guide, entry: Entry) -> Iterator[Finding]:
    for item in entry.value.items if entry.key in (*_LISTS, *_TEXT_OR_LISTS) else ():
        if _is_empty(item):
            yield found("valeur-nulle", guide.path, item.line, f"un élément de « {entry.key} » est vide.")
        elif item.kind in (Kind.MAPPING, Kind.LIST, Kind.FLAG):
            message = f"un élément de « {entry.key} » est {item.kind.value} : un texte est attendu."
            yield found(
                "valeur-type", guide.path, item.line, f"{message} S’il contient « : », mettez-le entre guillemets."
            )


def _is_a_date(text: str) -> bool:
    day = _DAY.match(text)
    if day is None or not _MOMENT.fullmatch(text.strip()):
        return False
    try:
        date(*map(int, day.groups()))
    except ValueError:
        return False
    return True


def _says_shown(comment: str) -> bool:
    return len(_NOT.findall(comment)) % 2 == 0

"""The value of a key, as our model wants it: the same lines where they will do, others where they will not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guides_api.catalogue.problems import folded
from guides_api.catalogue.yaml_writing import scalar
from guides_api.migrate.carry.links import image_name
from guides_api.migrate.carry.move import Move
from guides_api.migrate.header import Entry, Kind, Value
from guides_api.migrate.losses import Note

_SEPARATOR = re.compile(r"\s*[,;]\s*")
_FLAGS = {"true": True, "yes": True, "oui": True, "vrai": True, "on": True, "y": True, "1": True} | {
    "false": False, "no": False, "non": False, "faux": False, "off": False, "n": False, "0": False,
}  # fmt: skip
_OURS = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:er)?[-/. ]+(\d{1,2}|[a-zéèûç]+)\.?[-/. ]+(\d{4})", re.IGNORECASE)
_MONTHS = [
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre"),
    "decembre",
]
_REMEMBERED = 1024  # words of headers: themes and APIs come back in each
_SCALARS = (Kind.TEXT, Kind.NUMBER, Kind.DAY, Kind.FLAG)


@dataclass(frozen=True, slots=True)
class Given:
    """What becomes of a key: its new lines after the colon, None where its own lines stay, and what to say of it.

    Without lines the key goes.
    """

    lines: tuple[str, ...] | None = None
    notes: tuple[Note, ...] = ()


def text(entry: Entry, key: str, move: Move) -> Given:
    """Return one line of words."""
    value = entry.value
    if value.kind is Kind.LIST and len(value.items) == 1 and value.items[0].kind in _SCALARS:
        value = value.items[0]
    if value.kind not in _SCALARS:
        return _gone(entry, move, f"un texte est attendu, et non {value.kind.value}")
    words = " ".join(value.text.split()) if "\n" in value.text.strip() else value.text.strip()
    if not words:
        return _gone(entry, move, "rien n’est écrit")
    if entry.value is value and words == value.text and _reads_as_text(value):
        return Given()
    note = move.change("valeur", entry.line, f"« {key} » s’écrit maintenant en un texte d’une ligne.")
    return Given((one_line(words),), (note,))


def image(entry: Entry, key: str, move: Move) -> Given:
    """Return the name that an image has below content/images."""
    given = text(entry, key, move)
    written = entry.value.text.strip()
    if given.lines == () or entry.value.kind is not Kind.TEXT:
        return given
    name, source = image_name(written, move)
    notes = list(given.notes)
    if source is None:
        message = f"l’image n’est pas dans le dossier : placez-la dans content/images/{name}."
        notes.append(move.loss("image-absente", entry.line, message))
    if name == written:
        return Given(given.lines, tuple(notes))
    notes.append(move.change("image", entry.line, f"« {written} » est devenu « {name} »."))
    return Given((one_line(name),), tuple(notes))


def flag(entry: Entry, key: str, move: Move) -> Given:
    """Return true or false."""
    value = entry.value
    if value.kind is Kind.FLAG and value.text in ("true", "false"):
        return Given()
    meant = _FLAGS.get(value.text.strip().lower()) if value.kind in _SCALARS else None
    if meant is None:
        return _gone(entry, move, "true (oui) ou false (non) est attendu")
    word = str(meant).lower()
    return Given((word,), (move.change("valeur", entry.line, f"« {key}: {value.text} » s’écrit « {word} »."),))


def day(entry: Entry, key: str, move: Move) -> Given:
    """Return a day, year first; what is no day is left to be seen."""
    written = entry.value.text.strip()
    if _OURS.fullmatch(written) and _is_a_day(written[:10]):
        return Given()
    if meant := a_day(written):
        return Given((meant,), (move.change("date", entry.line, f"« {written} » s’écrit « {meant} »."),))
    if not written:
        return _gone(entry, move, "aucune date n’est écrite")
    message = f"« {written} » n’est pas une date : écrivez année-mois-jour, comme 2026-08-31."
    return Given(None, (move.loss("date", entry.line, message),))


def tags(entry: Entry, key: str, move: Move) -> Given:
    """Return themes as a list, each written as the project writes it."""
    known = {tag.name for tag in move.to.catalogue.tags.values()}
    given = _list(entry, key, move, split=True, named=lambda tag: move.to.tags.get(folded(tag), tag))
    unknown = [
        move.loss("theme-inconnu", line, f"le thème « {tag} » n’est pas dans data/tags.yaml : prenez-en un autre.")
        for tag, line in _words(entry.value, split=True)
        if move.to.tags.get(folded(tag), tag) not in known
    ]
    return Given(given.lines, (*given.notes, *unknown))


def labels(entry: Entry, key: str, move: Move) -> Given:
    """Return labels as a list."""
    return _list(entry, key, move, split=True)


def names(entry: Entry, key: str, move: Move) -> Given:
    """Return names as a list."""
    return _list(entry, key, move, split=False)


def apis(entry: Entry, key: str, move: Move) -> Given:
    """Return the ids of APIs and bundles; a name that is nobody's is left to be seen."""
    given = _list(entry, key, move, split=False, named=lambda name: move.to.api(name) or name)
    unknown = [
        move.loss("api-inconnue", line, f"« {name} » n’est ni une API ni un bouquet de ce site.")
        for name, line in _words(entry.value, split=False)
        if not move.to.api(name)
    ]
    return Given(given.lines, (*given.notes, *unknown))


def layout(entry: Entry, key: str, move: Move) -> Given:
    """Keep what Jekyll says of an article; any other layout means nothing here."""
    return Given() if entry.value.text == "post" else _gone(entry, move, "seul « post » a un sens ici")


SORTS: Mapping[str, Callable[[Entry, str, Move], Given]] = {
    **dict.fromkeys(("title", "tagline", "excerpt", "use_case"), text),
    **dict.fromkeys(("noindex", "publish"), flag),
    **dict.fromkeys(("publics", "aliases"), names),
    "tags": tags,
    "categories": labels,
    "api": apis,
    "image": image,
    "date": day,
    "layout": layout,
}


def a_day(written: str) -> str:
    """Return a day written year first, whatever way it was written; empty for what is none."""
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day_ = found.groups()
    elif found := _DAY_FIRST.fullmatch(written):
        day_, month, year = found.groups()
        if not month.isdigit():
            near = [name for name in _MONTHS if name.startswith(folded(month)) and len(month) > 2]
            month = str(_MONTHS.index(near[0]) + 1) if len(near) == 1 else "0"
    else:
        return ""
    meant = f"{year}-{int(month):02}-{int(day_):02}"
    return meant if _is_a_day(meant) else ""


def _is_a_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _list(entry: Entry, key: str, move: Move, *, split: bool, named: Callable[[str], str] = lambda name: name) -> Given:
    value = entry.value
    if value.kind is Kind.NOTHING:
        return Given()
    below = value.items if value.kind is Kind.LIST else (value,)
    if value.kind is Kind.MAPPING or any(item.kind in (Kind.LIST, Kind.MAPPING) for item in below):
        return _gone(entry, move, "une liste de textes est attendue")
    before = [word for word, _ in _words(value, split=split)]
    after = list(dict.fromkeys(named(word) for word in before))
    same = value.kind is Kind.LIST and [item.text for item in value.items] == after
    if same and all(map(_reads_as_text, value.items)):
        return Given()
    comments = {word: item.comment for item in below for word, _ in _words(item, split=split) if item.comment}
    told = ", ".join(f"« {old} »" if (new := named(old)) == old else f"« {old} » ({new})" for old in before)
    note = move.change("liste", entry.line, f"« {key} » est une liste : {told or 'vide'}.")
    if not after:
        return Given(("[]",), (note,))
    kept = {named(word): comment for word, comment in comments.items()} if value.kind is Kind.LIST else {}
    return Given(("", *(f"  - {one_line(word)}{_comment(kept.get(word, ''))}" for word in after)), (note,))


def _words(value: Value, *, split: bool) -> Iterable[tuple[str, int]]:
    below = value.items if value.kind is Kind.LIST else (value,)
    for item in below:
        whole = item.text.strip() if item.kind in _SCALARS else ""
        for word in _SEPARATOR.split(whole) if split and value.kind is not Kind.LIST else [whole]:
            if word.strip():
                yield word.strip(), item.line


def _gone(entry: Entry, move: Move, why: str) -> Given:
    said = shown(entry.value) or "rien"
    beside = f" Le commentaire disait : « {entry.comment} »." if entry.comment else ""
    message = f"« {entry.key} » : {why}. La ligne est retirée ; elle valait : {said}.{beside}"
    return Given((), (move.loss("valeur-retiree", entry.line, message),))


def shown(value: Value) -> str:
    """Return all that a value says, on one line."""
    if value.kind in (Kind.LIST, Kind.MAPPING):
        return ", ".join(filter(None, map(shown, value.items)))
    return " ".join(value.text.split())


def _reads_as_text(value: Value) -> bool:
    """Tell whether our reader takes a value for text as it is written, be it a number for others."""
    return value.kind is Kind.TEXT or (value.kind in _SCALARS and one_line(value.text) == value.text)


@lru_cache(maxsize=_REMEMBERED)
def one_line(words: str) -> str:
    """Return words as a header writes them."""
    try:
        return scalar(words)
    except ValueError:
        return json.dumps(words, ensure_ascii=False)


def _comment(words: str) -> str:
    return f" # {words}" if words else ""

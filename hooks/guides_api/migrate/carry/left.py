"""What this project's own check would still say of a guide that has arrived, at the lines that it had at home."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS, Document
from guides_api.catalogue.rules.pages import use_case_guides
from guides_api.catalogue.rules.words import news_dated_today_at_most, summaries_of_a_good_length
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.sources import Reader
from guides_api.catalogue.written import Guide, News
from guides_api.migrate.carry.move import Move
from guides_api.migrate.carry.text import Text
from guides_api.migrate.losses import Note
from guides_api.pages.components import On
from guides_api.pages.destinations import Destinations
from guides_api.pages.expand import mistakes
from guides_api.pages.guide_rules import forms_of_others
from guides_api.pages.links import link_mistakes, links
from guides_api.pages.prose import prose_mistakes
from guides_api.pages.raw_html import html_mistakes
from guides_api.pages.tags import Mistake

_TOLD = ("lien-casse", "image-absente")  # of links that could not be brought, told when they were met
_NO_KEY = "l’en-tête n’a aucune clé : écrivez au moins « title: … » et « tagline: … »."
_NOTHING: MappingProxyType[str, Any] = MappingProxyType({})


def left(text: Text, body: Text, move: Move, today: date, told: set[Note]) -> Iterator[Note]:
    """Yield what the check would say of a text, which ends with a body, but for what is told already of its lines."""
    broken = {note.line for note in told if note.rule in _TOLD}
    reader = Reader(move.to.folder.root)
    path = f"content/{move.target}"
    page = reader.page_in(path, text.text.encode("utf-8", errors="replace"))
    for problem in reader.problems:
        said = _NO_KEY if problem.rule == "fichier-vide" else f"{problem.message} {problem.remedy}"
        yield _note(text, move, problem.place.line, problem.rule, said)
    if page is None:
        return
    root, written, first = page
    if _is_below_blank_lines(written, body.text):  # the steps have read these lines too: what they found is known
        written, first = body.text, len(text.numbers) - len(body.numbers) + 1
    else:
        body = Text.of(written, first)
    model: type[Guide | News] = News if move.news else Guide
    known = {"id": posixpath.splitext(posixpath.basename(path))[0], "path": move.target}
    kind = "news" if move.news else "guides"
    record, problems = shaped(
        model, Document(path, root, NOUNS[kind]), (), {**known, "body": written, "body_line": first}
    )
    if record is not None:
        catalogue = move.to.catalogue
        one: Any = {record.id: record}
        guides, news = (_NOTHING, one) if move.news else (one, _NOTHING)
        alone = replace(catalogue, guides=guides, news=news, pages=_NOTHING)
        for rule in (use_case_guides, summaries_of_a_good_length, news_dated_today_at_most):
            problems += rule(alone, today)
        if isinstance(record, Guide) and not record.publish:
            message = "ce guide n’est dans aucune liste : « publish: false ». Faites un lien vers lui, ou publiez-le."
            entry = move.guide.header.get("publish") or move.guide.header.get("published")
            yield move.loss("guide-non-publie", entry.line if entry else 1, message)
    for problem in problems:
        yield _note(text, move, problem.place.line, problem.rule, f"{problem.message} {problem.remedy}")
    for mistake in _of_body(body, record, move):
        line = text.number(first + mistake.line - 1)
        if not (mistake.rule in _TOLD and line in broken):
            yield move.loss(mistake.rule, line, f"{mistake.message} {mistake.remedy}".strip())


def _is_below_blank_lines(lines: str, text: str) -> bool:
    return text.endswith(lines) and not text[: len(text) - len(lines)].strip()


def _of_body(text: Text, record: Guide | News | None, move: Move) -> Iterator[Mistake]:
    body = text.text
    yield from prose_mistakes(body)
    components = list(mistakes(body, On(_without_files(move.to.catalogue), move.target)))
    yield from components
    misspelt = {mistake.line for mistake in components if mistake.rule == "composant-inconnu"}
    yield from (mistake for mistake in html_mistakes(body) if mistake.line not in misspelt)
    if isinstance(record, Guide):
        yield from forms_of_others(record, move.to.catalogue)
    there = frozenset(file for file in _files(body, move.target) if file in move.to.files)
    to = Destinations(there, lambda path: text.markdown.anchors if path == move.target else None)
    yield from link_mistakes(body, move.target, to)


def _files(body: str, target: str) -> Iterator[str]:
    yield target
    for link in links(body):
        address = unquote(link.target).partition("#")[0]
        if address and ":" not in address.split("/")[0]:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(target), address))


@lru_cache(maxsize=1)
def _without_files(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue that takes any file for one that exists: the files that come along are no part of it."""
    declared = {kind: ids for kind, ids in catalogue.declared.items() if kind != "files"}
    return replace(catalogue, declared=MappingProxyType(declared))


def _note(text: Text, move: Move, line: int, rule: str, message: str) -> Note:
    return move.loss(rule, text.number(line) if line else 0, message.strip())

"""Somebody's guides as ours: planned for the whole folder, then carried one by one."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, cycle, islice
from urllib.parse import unquote

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import folded, listed, visible
from guides_api.catalogue.workers import spread
from guides_api.migrate.carry.block_html import block_html
from guides_api.migrate.carry.components import components
from guides_api.migrate.carry.contents import without_contents
from guides_api.migrate.carry.datapass import datapass
from guides_api.migrate.carry.destination import Destination
from guides_api.migrate.carry.editors import editors
from guides_api.migrate.carry.header import header
from guides_api.migrate.carry.headings import titles
from guides_api.migrate.carry.inline_html import inline_html
from guides_api.migrate.carry.left import left
from guides_api.migrate.carry.links import image_name, links
from guides_api.migrate.carry.move import Move
from guides_api.migrate.carry.readable import readable
from guides_api.migrate.carry.text import Text
from guides_api.migrate.carry.words import lost_words
from guides_api.migrate.checks.context import Context
from guides_api.migrate.checks.values import comments
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.foreign import Folder, Guide
from guides_api.migrate.losses import Kind, Note
from guides_api.migrate.plan import Plan, planned, unreadable
from guides_api.pages.links import links as links_of

STEPS = (inline_html, block_html, titles, without_contents, components, editors, datapass, links)
_MOST_TURNS = 4  # what a step changes may be what another one waits for


@dataclass(frozen=True, slots=True)
class Imported:
    """A guide that has arrived: its text, what to say of it, and the files below `content/` that come along.

    These are given with what they were.
    """

    plan: Plan
    text: str
    notes: tuple[Note, ...]
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Its file in the project."""
        return self.plan.path


@dataclass(frozen=True)
class Journey:
    """All the guides of a folder: what each becomes, and those that can't be read."""

    to: Destination
    plans: tuple[Plan, ...]
    unread: tuple[Note, ...]
    today: date

    def carried(self) -> Iterator[Imported | Note]:
        """Yield each guide, in the order of its path, or what to say of one that can't be read any more."""
        return spread(self._carried, self.plans)

    def _carried(self, plan: Plan) -> Imported | Note:
        try:
            return imported(self.to.folder.guide(plan.source), plan, self.to, self.today)
        except UnreadableError as error:
            return unreadable(plan.source, str(error))


def journey(folder: Folder, catalogue: Catalogue, today: date) -> Journey:
    """Plan the import of a folder; a tag is written as the project does, else as most guides do."""
    found = planned(folder)
    known = (*catalogue.by_tag, *(tag.name for tag in catalogue.tags.values()))
    targets = {plan.source: plan.target for plan in found.plans if not plan.draft}
    to = Destination(folder, catalogue, targets, {**found.tags, **{folded(tag): tag for tag in known}})
    return Journey(to, found.plans, found.unread, today)


def imported(guide: Guide, plan: Plan, to: Destination, today: date) -> Imported:
    """Return a guide as ours."""
    move = Move(guide, plan.target, to, _title(guide), plan.news, plan.draft)
    lines, told = header(move)
    notes = {*told, *_of_bytes(move)}
    for finding in comments(guide, Context(to.folder, to.catalogue)):
        notes.add(move.loss(finding.rule, finding.line, finding.message))
    body, said = readable(Text.of(guide.body, guide.body_line), move)
    notes.update(said)
    quiet = 0  # steps in a row that changed nothing: once all have, none would
    for step in islice(cycle(STEPS), _MOST_TURNS * len(STEPS)):
        before = body.text
        body, said = step(body, move)
        notes.update(said)
        quiet = quiet + 1 if body.text == before else 0
        if quiet >= len(STEPS):
            break
    numbers = (*(number for _, number in lines), *body.numbers)
    head = "\n".join(line for line, _ in lines)
    whole = Text(f"{head}\n{body.text}", numbers)
    notes.update(left(whole, body, move, today, notes) if not plan.draft else ())
    notes.update(lost_words(whole, move, notes))
    return Imported(plan, whole.text, tuple(sorted(notes)), dict(_copies((head, body.text), move)))


def _copies(texts: Iterable[str], move: Move) -> Iterator[tuple[str, str]]:
    """Yield the files below `content/` that a guide shows or leads to and that come along, with what they were."""
    known = move.to.by_target
    for link in chain.from_iterable(map(links_of, texts)):
        address = unquote(link.target).partition("#")[0]
        named = posixpath.normpath(posixpath.join(posixpath.dirname(move.target), address))
        for found in (named, f"images/{address.removeprefix('/').removeprefix('images/')}"):
            if found in known:
                yield found, known[found]
    if written := move.guide.header.text("image").strip():
        name, source = image_name(written, move)
        if source:
            yield f"images/{name}", source


def _title(guide: Guide) -> str:
    title = " ".join(guide.header.text("title").split())
    if title:
        return title
    return next((heading.words for heading in guide.markdown.headings if heading.level == 1), "")


def _of_bytes(move: Move) -> Iterator[Note]:
    guide = move.guide
    if guide.encoding:
        yield move.change("encodage", guide.encoding_line, f"ce fichier était en {guide.encoding} : il est en UTF-8.")
    if guide.damage:
        message = f"des accents abîmés sont réparés, à {guide.damage_count} endroit(s)."
        yield move.change("mojibake", guide.damage_line, message)
    if b"\r" in guide.raw:
        yield move.change("fins-de-ligne", 0, "les fins de ligne sont celles de tous nos fichiers.")


def left_behind(folder: Folder, to: Destination, copied: Container[str]) -> Iterator[Note]:
    """Yield what a folder holds beside its guides and stays where it is."""
    for api in folder.apis:
        name = to.api(api.title)
        said = f"le site décrit déjà « {name} »" if name else "écrivez la sienne avec « guides new api »"
        message = f"cette fiche d’API n’est pas reprise : {said}."
        yield Note(api.path, 0, Kind.LOSS, "fiche-api", message)
    for path in sorted(folder.public):
        if path not in copied:
            message = "ce fichier n’est pas repris : aucun guide n’y mène, ou un site comme celui-ci n’en publie pas."
            yield Note(path, 0, Kind.LOSS, "fichier-laisse", visible(message))
    others = sorted(
        folder.files - folder.public - {*folder.guides, *folder.api_files, *filter(copied.__contains__, folder.files)}
    )
    if others:
        message = f"ce qui n’est ni guide, ni image n’est pas repris : {listed(others)}."
        yield Note("", 0, Kind.LOSS, "fichier-laisse", visible(message))

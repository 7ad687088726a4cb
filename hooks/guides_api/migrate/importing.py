"""Somebody's guides as ours: planned for the whole folder, then carried one by one."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count, cycle, islice
from urllib.parse import unquote

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded, listed, visible
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
from guides_api.migrate.carry.values import a_day
from guides_api.migrate.carry.words import lost_words
from guides_api.migrate.checks.context import Context
from guides_api.migrate.checks.values import comments, tags_of
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.foreign import Folder, Guide
from guides_api.migrate.losses import Kind, Note
from guides_api.migrate.sharing import FEWEST, in_batches
from guides_api.pages.links import links as links_of

STEPS = (inline_html, block_html, titles, without_contents, components, editors, datapass, links)
DRAFTS = "brouillons"
_MOST_TURNS = 4  # what a step changes may be what another one waits for
_DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)")
_AT_ONCE = 25  # guides handed to a worker
_LONGEST = 80  # letters of a name


@dataclass(frozen=True, slots=True)
class Plan:
    """What a guide becomes: its file below `content/`, or below the drafts."""

    source: str
    target: str
    news: bool
    draft: bool

    @property
    def path(self) -> str:
        """Its file in the project."""
        return f"{DRAFTS if self.draft else 'content'}/{self.target}"


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

    def carried(self, workers: int = 1) -> Iterator[Imported | Note]:
        """Yield each guide, in the order of its path, or what to say of one that can't be read any more."""
        batches = [self.plans[start : start + _AT_ONCE] for start in range(0, len(self.plans), _AT_ONCE)]
        for batch in in_batches(self.carry, batches, workers if len(self.plans) >= FEWEST else 1):
            yield from batch

    def carry(self, plans: Sequence[Plan]) -> list[Imported | Note]:
        """Return some of the guides."""
        return [self._carry(plan) for plan in plans]

    def _carry(self, plan: Plan) -> Imported | Note:
        try:
            return imported(self.to.folder.guide(plan.source), plan, self.to, self.today)
        except UnreadableError as error:
            return _unread(plan.source, str(error))


def journey(folder: Folder, catalogue: Catalogue, today: date) -> Journey:
    """Plan the import of a folder: names that do not clash, themes that are written one way."""
    plans: list[Plan] = []
    unread = [_unread(path, "c’est un dossier, ou l’on ne peut pas y entrer") for path in folder.unreadable]
    tags: Counter[str] = Counter()
    taken = set[str]()
    for path in folder.guides:
        try:
            guide = folder.guide(path)
        except UnreadableError as error:
            unread.append(_unread(path, str(error)))
            continue
        plans.append(_plan(guide, folder, taken))
        taken.add(plans[-1].target)
        tags.update(tag for tag, _ in tags_of(guide))
    written = {folded(tag): tag for tag, _ in sorted(tags.items(), key=lambda item: (item[1], item[0]))}
    ours = [tag.name for tag in catalogue.tags.values()]
    used = list(catalogue.by_tag)
    spelt = {**written, **{folded(tag): tag for tag in (*used, *ours)}}
    targets = {plan.source: plan.target for plan in plans if not plan.draft}
    to = Destination(folder, catalogue, targets, spelt)
    return Journey(to, tuple(plans), tuple(unread), today)


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
    whole = Text("\n".join([*(line for line, _ in lines), body.text]), numbers)
    notes.update(left(whole, move, today, notes) if not plan.draft else ())
    notes.update(lost_words(whole, move, notes))
    return Imported(plan, whole.text, tuple(sorted(notes)), dict(_copies(whole.text, move)))


def _copies(text: str, move: Move) -> Iterator[tuple[str, str]]:
    """Yield the files below `content/` that a guide shows or leads to and that come along, with what they were."""
    known = move.to.by_target
    for link in links_of(text):
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


def _plan(guide: Guide, folder: Folder, taken: set[str]) -> Plan:
    folders = guide.path.split("/")[:-1]
    news = guide.is_post or "actualites" in folders
    flags = (guide.header.get(key) for key in ("publish", "published"))
    draft = news and any(entry and entry.value.flag is False for entry in flags)
    dated = _DATED.fullmatch(guide.slug)
    name = slugified(dated[2] if dated else guide.slug)[:_LONGEST].strip("-") or "guide"
    if news and (day := a_day(dated[1] if dated else guide.header.text("date")[:10])):
        name = f"{day}-{name}"[:_LONGEST].strip("-")
    elif dated and not news:
        name = slugified(guide.slug)[:_LONGEST].strip("-")
    below = "actualites" if news else "guides"
    names = (f"{below}/{name}{'' if rank == 1 else f'-{rank}'}.md" for rank in count(1))
    target = next(target for target in names if target not in taken and not target.endswith("/index.md"))
    return Plan(guide.path, target, news, draft)


def _of_bytes(move: Move) -> Iterator[Note]:
    guide = move.guide
    if guide.encoding:
        yield move.change("encodage", guide.encoding_line, f"ce fichier était en {guide.encoding} : il est en UTF-8.")
    if guide.damage:
        message = f"des accents abîmés sont réparés, à {guide.damage_count} endroit(s)."
        yield move.change("mojibake", guide.damage_line, message)
    if b"\r" in guide.raw:
        yield move.change("fins-de-ligne", 0, "les fins de ligne sont celles de tous nos fichiers.")


def _unread(path: str, why: str) -> Note:
    return Note(path, 0, Kind.LOSS, "fichier-illisible", f"ce fichier n’a pas été repris : {why}.")


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

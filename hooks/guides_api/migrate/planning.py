"""What each guide of a folder becomes here: planned before any is carried, for one may lead to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from guides_api.catalogue.fields import slugified
from guides_api.migrate.carry.values import a_day
from guides_api.migrate.checks.values import tags_of
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.foreign import Folder, Guide
from guides_api.migrate.losses import Kind, Note
from guides_api.migrate.sharing import in_batches

DRAFTS = "brouillons"
_DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)")
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
class Wish:
    """What a guide would become if no other had its name, and its tags."""

    source: str
    name: str
    news: bool
    draft: bool
    tags: tuple[str, ...]

    def plan(self, taken: set[str]) -> Plan:
        """Return what it becomes, under a name that is not taken, and take it."""
        below = "actualites" if self.news else "guides"
        names = (f"{below}/{self.name}{'' if rank == 1 else f'-{rank}'}.md" for rank in count(1))
        target = next(target for target in names if target not in taken and not target.endswith("/index.md"))
        taken.add(target)
        return Plan(self.source, target, self.news, self.draft)


def wishes(folder: Folder, workers: int) -> Iterator[Wish | Note]:
    """Yield that of each guide, in the order of its path, or what to say of one that can't be read."""
    for batch in in_batches(partial(_wishes, folder), folder.guides, workers):
        yield from batch


def unread(path: str, why: str) -> Note:
    """Return what to say of a file that stays behind because it can't be read."""
    return Note(path, 0, Kind.LOSS, "fichier-illisible", f"ce fichier n’a pas été repris : {why}.")


def _wishes(folder: Folder, paths: Sequence[str]) -> list[Wish | Note]:
    found: list[Wish | Note] = []
    for path in paths:
        try:
            found.append(_wish(folder.guide(path)))
        except UnreadableError as error:
            found.append(unread(path, str(error)))
    return found


def _wish(guide: Guide) -> Wish:
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
    return Wish(guide.path, name, news, draft, tuple(tag for tag, _ in tags_of(guide)))

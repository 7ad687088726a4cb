"""What the guides of a folder become: names that do not clash, themes that are written one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.catalogue.workers import spread
from guides_api.migrate.carry.values import a_day
from guides_api.migrate.checks.values import tags_of
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.foreign import Folder, Guide
from guides_api.migrate.losses import Kind, Note

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
class _Wish:
    """What a guide would be called if it were alone, and the tags that it has."""

    source: str
    name: str
    news: bool
    draft: bool
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plans:
    """Those of the guides that can be read, what to say of the others, and how tags are written, by their letters."""

    plans: tuple[Plan, ...]
    unread: tuple[Note, ...]
    tags: dict[str, str]


def planned(folder: Folder) -> Plans:
    """Plan the guides of a folder in the order of their paths: the first one of a name has it."""
    plans: list[Plan] = []
    unread = [unreadable(path, "c’est un dossier, ou l’on ne peut pas y entrer") for path in folder.unreadable]
    tags: Counter[str] = Counter()
    taken = set[str]()
    for wish in spread(partial(_wish, folder), folder.guides):
        if isinstance(wish, Note):
            unread.append(wish)
            continue
        target = next(target for target in _targets(wish) if target not in taken)
        plans.append(Plan(wish.source, target, wish.news, wish.draft))
        taken.add(target)
        tags.update(wish.tags)
    return Plans(tuple(plans), tuple(unread), _spelt(tags))


def unreadable(path: str, why: str) -> Note:
    """Return what to say of a guide that can't be read."""
    return Note(path, 0, Kind.LOSS, "fichier-illisible", f"ce fichier n’a pas été repris : {why}.")


def _wish(folder: Folder, path: str) -> _Wish | Note:
    try:
        guide = folder.guide(path)
    except UnreadableError as error:
        return unreadable(path, str(error))
    news = guide.is_post or "actualites" in path.split("/")[:-1]
    flags = (guide.header.get(key) for key in ("publish", "published"))
    draft = news and any(entry and entry.value.flag is False for entry in flags)
    return _Wish(path, _name(guide, news=news), news, draft, tuple(tag for tag, _ in tags_of(guide)))


def _name(guide: Guide, *, news: bool) -> str:
    dated = _DATED.fullmatch(guide.slug)
    name = slugified(dated[2] if dated else guide.slug)[:_LONGEST].strip("-") or "guide"
    if news and (day := a_day(dated[1] if dated else guide.header.text("date")[:10])):
        return f"{day}-{name}"[:_LONGEST].strip("-")
    return slugified(guide.slug)[:_LONGEST].strip("-") if dated and not news else name


def _targets(wish: _Wish) -> Iterator[str]:
    """Yield the files that a guide may become, the best first; an index is the page of a list."""
    below = "actualites" if wish.news else "guides"
    names = (f"{below}/{wish.name}{'' if rank == 1 else f'-{rank}'}.md" for rank in count(1))
    return (target for target in names if not target.endswith("/index.md"))


def _spelt(tags: Counter[str]) -> dict[str, str]:
    """Return the way in which most guides write each tag, by what it is without case, accents nor punctuation."""
    by_number: Iterable[tuple[str, int]] = sorted(tags.items(), key=lambda item: (item[1], item[0]))
    return {folded(tag): tag for tag, _ in by_number}

"""Published addresses that nothing answers any more, because an id changed or went without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS
from guides_api.catalogue.problems import Place, Problem
from guides_api.catalogue.records import Record
from guides_api.pages.addresses import address, generated_paths
from guides_api.pages.moved import ADDRESSED, aliases
from guides_api.pages.named import Named, in_address, named, solution_address
from guides_api.pages.published import FILE, Published

ALONE = ""  # the kind of pages that no id makes: their « id » is their address
_WRITTEN = ("guides", "news", "apis")
_OFFICIAL = ("apis", "scopes")  # ids that write « _ » where addresses write « - »
_CHANGED = {
    ALONE: "la page a changé d’adresse",
    "guides": "le fichier a changé de nom",
    "news": "le fichier a changé de nom",
    "solutions": "le formulaire a changé",
}
Id = tuple[str, str]  # a kind, and an id as addresses write it


@dataclass(frozen=True, slots=True)
class _Heir:
    """A record that nobody knew under its id: it may be what another one has become."""

    identifier: str
    record: Record
    at: tuple[str | int, ...]


@dataclass(slots=True)
class _Known:
    """The ids of today, those that aliases keep, those whose end is told, and those that the list names."""

    now: Mapping[str, frozenset[str]]
    former: Mapping[str, frozenset[str]]
    removed: frozenset[Id]
    listed: Mapping[str, set[str]]
    addresses: frozenset[str] = field(repr=False)

    def lost(self, what: Named) -> list[Id]:
        """Return the ids that no record bears; none where an end is told of one of them, or where a kind is unread."""
        ids = list(what.ids.items())
        if not self.removed.isdisjoint(ids):
            return []
        return [
            (kind, identifier)
            for kind, identifier in ids
            if kind in self.now and identifier not in self.now[kind] and identifier not in self.former.get(kind, ())
        ]


def removed_ids(catalogue: Catalogue) -> Mapping[Id, str]:
    """Return the id that each removal ends, with the address that tells of it.

    It is the last one of that address: `/editeurs/arpege/#concerto` ends a solution, not its editor.
    """
    found: dict[Id, str] = {}
    for removed in catalogue.removed.values():
        what = named(removed.address)
        kind, identifier = list(what.ids.items())[-1] if what and what.ids else (ALONE, removed.address)
        found[kind, identifier] = removed.address
        if kind == "guides":
            found["use_cases", identifier] = removed.address
    return found


def lost_problems(catalogue: Catalogue, published: Published) -> Iterator[Problem]:
    """Refuse the loss of a published id, once, with the fix: an alias for what has a new id, a word for what is gone.

    An address of known ids that has nothing to show any more is no loss: a page tells it. Neither is a solution's,
    unless its editor has a new one in its place.
    """
    known = _known(catalogue, published)
    standing = known.addresses | known.former[ALONE]
    lost: dict[Id, list[str]] = defaultdict(list)
    for site_address in published.lines:
        if site_address not in standing:
            what = named(site_address)
            for item in known.lost(what) if what else _alone(site_address, catalogue, known):
                lost[item].append(site_address)
    for (kind, identifier), its in lost.items():
        if kind == "guides" and ("use_cases", identifier) in lost:
            continue
        if kind == "use_cases":
            its = [*lost.get(("guides", identifier), ()), *its]  # noqa: PLW2901  its guide's address comes first
        heirs = _heirs(catalogue, kind, its, known)
        if heirs or kind != "solutions":
            yield _problem(kind, identifier, its, heirs, published)


def _known(catalogue: Catalogue, published: Published) -> _Known:
    now = {
        kind: frozenset(map(in_address, catalogue.declared[kind]))
        for kind in (*ADDRESSED, "solutions")
        if _whole(catalogue, kind)
    }
    if {"guides", "use_cases"} <= now.keys():
        now["guides"] |= now["use_cases"]
    else:
        now.pop("guides", None)
    former = {
        kind: frozenset(in_address(alias.former) for items in found.values() for alias in items)
        for kind, found in aliases(catalogue).items()
    }
    former[ALONE] = frozenset(alias for page in catalogue.pages.values() for alias in page.aliases)
    names: dict[str, set[str]] = defaultdict(set)
    for site_address in published.lines:
        for kind, identifier in (what.ids if (what := named(site_address)) else {ALONE: site_address}).items():
            names[kind].add(identifier)
    paths = {*generated_paths(catalogue), *filter(_is_page, catalogue.files)}
    standing = {f"/{address(path)}" for path in paths}
    standing |= {solution_address(editor.id, solution.form) for editor, solution in catalogue.solutions()}
    return _Known(now, former, frozenset(removed_ids(catalogue)), names, frozenset(standing))


def _whole(catalogue: Catalogue, kind: str) -> bool:
    """Tell whether all records of a kind were read: the others may have aliases."""
    if kind in (ALONE, *_WRITTEN) and len(list(catalogue.written())) < sum(map(_is_page, catalogue.files)):
        return False
    declared = catalogue.declared.get(kind)
    return kind == ALONE or (
        declared is not None and (kind == "solutions" or len(getattr(catalogue, kind)) == len(declared))
    )


def _is_page(file: str) -> bool:
    return file.endswith(".md")


def _alone(site_address: str, catalogue: Catalogue, known: _Known) -> list[Id]:
    """Return the address itself as what is lost, unless it is told of, or its alias may stand in an unread page."""
    told = (ALONE, site_address) in known.removed
    return [(ALONE, site_address)] if not told and _whole(catalogue, ALONE) else []


def _heirs(catalogue: Catalogue, kind: str, lost: list[str], known: _Known) -> list[_Heir]:
    """Return the records of a kind whose ids the list does not name; of a solution, those of its editor."""
    if kind == ALONE:
        found = [_Heir(f"/{address(page.path)}", page, ("title",)) for page in catalogue.pages.values()]
    elif kind == "solutions":
        names = [what.ids for site_address in lost if (what := named(site_address))]
        editors = {ids["editors"] for ids in names if "editors" in ids}
        found = [
            _Heir(solution.form, editor, ("solutions", index, "form"))
            for editor in catalogue.editors.values()
            if not editors.isdisjoint((editor.id, *editor.aliases))
            for index, solution in enumerate(editor.solutions)
        ]
    else:
        records: Mapping[str, Any] = getattr(catalogue, kind)
        found = [_Heir(in_address(record.id), record, ("id",)) for record in records.values()]
    return [heir for heir in found if heir.identifier not in known.listed.get(kind, ())]


def _problem(kind: str, identifier: str, lost: list[str], heirs: list[_Heir], published: Published) -> Problem:
    more = len(lost) - 1
    also = f" ; {more} autre{'s' if more > 1 else ''} avec elle" if more else ""
    message = f"l’adresse {lost[0]} a été publiée et ne mène plus nulle part{also}."
    told = f"dites-le dans data/removed.yaml (« address: {lost[0]} »)."
    if not heirs:
        noun = NOUNS[kind or "pages"]
        place = Place(FILE, published.lines[lost[0]])
        remedy = (
            f"Si elle est retirée, {told} Si elle a changé, ajoutez aux « aliases » de la nouvelle ce qu’elle était."
        )
        return Problem(place, "adresse-perdue", message, f"{noun} « {identifier} »", remedy=remedy)
    (closest,) = get_close_matches(identifier, [heir.identifier for heir in heirs], n=1, cutoff=0.0)
    heir = next(heir for heir in heirs if heir.identifier == closest)
    changed = _CHANGED.get(kind, "l’identifiant a changé")
    alias = identifier.replace("-", "_") if kind in _OFFICIAL else identifier
    return heir.record.problem(
        "adresse-perdue",
        message,
        *heir.at,
        remedy=f"Si {changed}, ajoutez ici « aliases: [{alias}] ». Si l’ancienne page est retirée, {told}",
    )

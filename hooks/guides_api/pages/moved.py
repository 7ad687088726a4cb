"""Addresses that records had under former ids (`aliases`), and where each of them leads today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem
from guides_api.catalogue.records import Addressed, Record
from guides_api.pages.addresses import address
from guides_api.pages.named import Named, in_address, named, solution_address
from guides_api.pages.page import SitePage

ADDRESSED = (
    *("guides", "news", "apis", "use_cases", "bundles", "providers", "editors"),
    *("legal_texts", "publics", "scopes", "applicants", "tags"),
)


@dataclass(frozen=True, slots=True)
class Alias:
    """A former id, or a former address, and where it is written: at a path of a record."""

    former: str
    record: Record
    at: tuple[str | int, ...]


def addresses(catalogue: Catalogue, pages: Mapping[str, SitePage]) -> Mapping[str, str]:
    """Return what stands at each address of the site, in a few words: pages, and solutions on their editors' pages."""
    of_pages = {f"/{address(page.path)}": page.title for page in pages.values()}
    of_solutions = {
        solution_address(editor.id, solution.form): solution.name for editor, solution in catalogue.solutions()
    }
    return {**of_pages, **of_solutions}


def moved(catalogue: Catalogue, now: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Return the address of today for each one that aliases make, and the problem of each alias that makes another's.

    `now` is what `addresses` returns. An address of several ids is kept under every one that each of them had.
    """
    found: dict[str, str] = {}
    problems: dict[Alias, Problem] = {}
    for old, new, alias in _former_addresses(catalogue, now):
        if old in now:
            problems.setdefault(alias, _taken(alias, old, f"est celle de « {now[old]} »"))
        elif found.setdefault(old, new) != new:
            problems.setdefault(alias, _taken(alias, old, f"mène déjà à « {now[found[old]]} »"))
    return found, tuple(problems.values())


def aliases(catalogue: Catalogue) -> Mapping[str, Mapping[str, Sequence[Alias]]]:
    """Return the aliases of the records of each kind, by the id of today, as addresses write it."""
    found: dict[str, dict[str, list[Alias]]] = defaultdict(lambda: defaultdict(list))
    for kind in ADDRESSED:
        for record in getattr(catalogue, kind).values():
            found[kind][in_address(record.id)] += _aliases(record)
    for use_case in catalogue.use_cases.values():
        found["guides"][use_case.id] += _aliases(use_case)
    for editor in catalogue.editors.values():
        for index, solution in enumerate(editor.solutions):
            found["solutions"][solution.form] += [
                Alias(former, editor, ("solutions", index, "aliases", rank))
                for rank, former in enumerate(solution.aliases)
            ]
    return found


def _aliases(record: Addressed) -> list[Alias]:
    return [Alias(former, record, ("aliases", rank)) for rank, former in enumerate(record.aliases)]


def _former_addresses(catalogue: Catalogue, now: Mapping[str, str]) -> Iterator[tuple[str, str, Alias]]:
    former = aliases(catalogue)
    for new in now:
        if what := named(new):
            yield from ((old, new, alias) for old, alias in _variants(what, former))
    for page in catalogue.pages.values():
        yield from ((alias.former, f"/{address(page.path)}", alias) for alias in _aliases(page))


def _variants(what: Named, former: Mapping[str, Mapping[str, Sequence[Alias]]]) -> Iterator[tuple[str, Alias]]:
    """Yield the addresses that other ids make, each with an alias that it takes."""
    choices = [[None, *former.get(kind, {}).get(identifier, ())] for kind, identifier in what.ids.items()]
    for chosen in product(*choices):
        if taken := [alias for alias in chosen if alias]:
            ids = zip(what.ids.values(), chosen, strict=True)
            old = what.with_ids(*(in_address(alias.former) if alias else today for today, alias in ids))
            yield old, taken[0]


def _taken(alias: Alias, old: str, whose: str) -> Problem:
    return alias.record.problem(
        "alias-pris",
        f"« {alias.former} » ne peut pas être un alias : l’adresse {old} {whose}.",
        *alias.at,
        remedy="Un alias est un ancien identifiant, que rien d’autre ne porte : corrigez-le, ou retirez-le.",
    )

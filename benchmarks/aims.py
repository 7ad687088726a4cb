"""What the build aims at, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.builds import AGAIN, ALONE, BODY, COLD, EDITOR, TITLE
from benchmarks.contenders import OURS, STOCK, ZENSICAL
from benchmarks.results import Results


@dataclass(frozen=True, slots=True)
class Aim:
    """A value that must not be passed, with the one that was measured, None where it was not.

    `beside` is the same measure as a share of Zensical's. Times are in seconds where `seconds`; the rest are ratios.
    """

    what: str
    most: float
    measured: float | None
    beside: float | None = None
    seconds: bool = False


def aims(results: Results) -> Iterator[Aim]:
    """Yield them all, in the order in which they are told."""
    for size, most in ((1_000, 0.33), (4_000, 0.30), (10_000, 0.25)):
        yield _build(results, f"construction complète, deux cœurs, {_guides(size)}", size, COLD, most)
    yield _build(results, f"construction complète, un cœur, {_guides(1_000)}", 1_000, ALONE, 0.60)
    yield Aim("croissance de la construction complète (1 : proportionnelle)", 1.05, results.exponent(OURS, COLD))
    yield Aim("croissance sur un cœur", 1.05, results.exponent(OURS, ALONE))
    yield _build(results, f"de nouveau, rien n’a changé, {_guides(1_000)}", 1_000, AGAIN, 0.06)
    yield _build(results, f"le texte d’un guide a changé, {_guides(1_000)}", 1_000, BODY, 0.07)
    yield _build(results, f"le texte d’un guide a changé, {_guides(4_000)}", 4_000, BODY, 0.04)
    yield _build(results, f"le titre d’un guide a changé, {_guides(1_000)}", 1_000, TITLE, 0.15)
    yield Aim("la fiche d’un éditeur a changé (part de notre construction complète)", 0.10, results.of_rich(EDITOR))
    for size, most in ((250, 0.150), (1_000, 0.250), (5_000, 0.600)):
        save, beside = results.served(OURS, size, "save"), results.served(ZENSICAL, size, "save")
        share = save / beside if save and beside else None
        yield Aim(f"`serve` : du fichier enregistré à la page servie, {_guides(size)}", most, save, share, seconds=True)
    yield Aim("`serve` : pages servies périmées", 0, results.stale)
    first = results.served(OURS, 1_000, "first")
    yield Aim(f"`serve` : première page, cache plein, {_guides(1_000)}", 1.5, first, seconds=True)
    for what, words, most in (("largest", "du plus gros processus", 1.3), ("together", "de tous les processus", 2.4)):
        held, stock, zensical = (results.memory(key, 1_000, what) for key in (OURS, STOCK, ZENSICAL))
        yield Aim(f"mémoire {words}, {_guides(1_000)}", most, _share(held, stock), _share(held, zensical))
    for kind, words, most in (("real", "le site", 1), ("5000", _guides(5_000), 8)):
        checked = results.checked.get(kind, {})
        for step, cached in ((COLD, "sans cache"), (AGAIN, "de nouveau")):
            yield Aim(f"`guides check`, {words}, {cached}", most, checked.get(step), seconds=True)
    yield Aim("croissance de `guides check`, sans cache", 1.05, results.exponent_of_checks)


def _build(results: Results, what: str, size: int, step: str, most: float) -> Aim:
    ours, stock, zensical = (results.wall(key, size, step) for key in (OURS, STOCK, ZENSICAL))
    return Aim(what, most, _share(ours, stock), _share(ours, zensical))


def _share(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _guides(count: int) -> str:
    return f"{count:,} guides".replace(",", "\u202f")

"""What docs/performances.md and its plot say of the measures; nothing is said that was not measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from benchmarks.aims import Aim, aims
from benchmarks.builds import AGAIN, ALONE, BODY, COLD, EDITOR, TITLE
from benchmarks.contenders import FLOOR, NAMES, OURS, STOCK, ZENSICAL
from benchmarks.corpora import ROOT
from benchmarks.plot import plot
from benchmarks.results import Results

from guides_api.pages.templating import french_date

DOCUMENT, PLOT = ROOT / "docs/performances.md", ROOT / "docs/performances.svg"
START, END = "<!-- mesures -->\n", "<!-- fin des mesures -->\n"
NOTHING = "–"
STEPS = {
    COLD: "complète, deux cœurs",
    ALONE: "complète, un cœur",
    AGAIN: "de nouveau, rien n’a changé",
    BODY: "le texte d’un guide a changé",
    TITLE: "le titre d’un guide a changé",
    EDITOR: "la fiche d’un éditeur a changé",
}
ALTERNATIVE = (
    "Le temps d’une construction complète selon le nombre de guides, pour chaque moteur : le tableau qui suit donne "
    "les mêmes nombres."
)
_MIB = 1024**2
_KEYS = (OURS, STOCK, ZENSICAL, FLOOR)
_PROJECTS = {"real": "le site", "plain": "les guides"}
_SERVED = ("Guides", "Moteur", "Page servie", "Part", "Titre changé", "Première page", "Sans cache", "Périmées")


def write(kept: Mapping[str, Any]) -> None:
    """Put the measures in the document, and draw the plot."""
    results = Results(kept)
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{START}\n{told(results)}\n\n{END}{after}", encoding="utf-8")
    PLOT.write_text(drawn(results), encoding="utf-8")


def drawn(results: Results) -> str:
    """Return the plot, as SVG."""
    lines = {
        NAMES[key]: {size: time for size in results.sizes if (time := results.wall(key, size, COLD)) is not None}
        for key in (OURS, STOCK, ZENSICAL, FLOOR)
    }
    return plot({name: times for name, times in lines.items() if times})


def told(results: Results) -> str:
    """Return the measures as Markdown."""
    parts = {
        "Ce qui est visé": [
            _table(("Mesure", "Au plus", "Mesuré", "De Zensical", "Atteint"), map(_aim, aims(results)))
        ],
        "Une construction complète selon le nombre de guides": [
            f"![{ALTERNATIVE}](performances.svg)",
            _table(("Guides", *(NAMES[key] for key in _KEYS)), _growth(results)),
        ],
        **{f"{_count(size)} guides": [_size(results, size)] for size in results.sizes},
        "Avec composants, éditeurs et API": _rich(results),
        "`serve`": [_table(_SERVED, _live(results))],
        "`guides check`": [_table(("Guides", "Sans cache", "De nouveau"), _checks(results))],
        "Où passe le temps d’une construction complète": [_table(("Étape", *_PROJECTS.values()), _stages(results))],
    }
    titled = ([f"### {title}", *blocks] for title, blocks in parts.items())
    return "\n\n".join([_on(results), *(block for blocks in titled for block in blocks)])


def _on(results: Results) -> str:
    """Return the sentence that says on what, when, with which versions."""
    machine, versions = results.kept["machine"], results.kept["versions"]
    named = ", ".join(f"{NAMES[key]} {version}" for key, version in versions.items() if key != OURS)
    zensical = "" if ZENSICAL in versions else " Zensical n’a pas pu être installé."
    rounds = results.kept["rounds"]
    passed = (
        f"Médiane de {rounds} passages, d’un seul au-delà de 2\u202f000 guides." if rounds > 1 else "Un seul passage."
    )
    return (
        f"Mesuré le {french_date(date.fromisoformat(results.kept['date']))} sur {machine['cores']} cœurs "
        f"({machine['processor']}, {machine['memory']} Gio, {machine['system']}), avec Python {machine['python']} : "
        f"{named}.{zensical} {passed}"
    )


def _aim(aim: Aim) -> tuple[str, ...]:
    unit = "\u202fs" if aim.seconds else ""
    reached = NOTHING if aim.measured is None else "oui" if aim.measured <= aim.most else "non"
    return (
        aim.what,
        f"{_number(aim.most)}{unit}",
        NOTHING if aim.measured is None else f"{_number(aim.measured)}{unit}",
        _number(aim.beside),
        reached,
    )


def _growth(results: Results) -> Iterator[tuple[str, ...]]:
    for size in results.sizes:
        yield (_count(size), *(_seconds(results.wall(key, size, COLD)) for key in _KEYS))
    exponents = [results.exponent(key, COLD) for key in _KEYS]
    if any(exponents):
        yield ("croissance", *map(_number, exponents))


def _size(results: Results, size: int) -> str:
    """Return the table of a size: stock's times, the others as shares of them."""
    heads = ("Construction", NAMES[STOCK], NAMES[OURS], "processeur", NAMES[ZENSICAL], "processeur")
    rows = []
    for step, words in STEPS.items():
        stock = results.wall(STOCK, size, step)
        if step == EDITOR or stock is None:
            continue
        row = [words, _seconds(stock)]
        for key in (OURS, ZENSICAL):
            row += [
                _share(results.wall(key, size, step), stock),
                _share(results.cpu(key, size, step), results.cpu(STOCK, size, step)),
            ]
        rows.append(tuple(row))
    for what, words in (("largest", "mémoire, le plus gros processus"), ("together", "mémoire, tous les processus")):
        stock, ours, zensical = (results.memory(key, size, what) for key in (STOCK, OURS, ZENSICAL))
        held = NOTHING if stock is None else f"{stock / _MIB:.0f}\u202fMio"
        rows.append((words, held, _share(ours, stock), "", _share(zensical, stock), ""))
    return _table(heads, rows)


def _rich(results: Results) -> list[str]:
    rich = results.kept["rich"]
    whole = rich["steps"][COLD]["wall"]
    said = (
        f"{_count(rich['guides'])} guides, {_count(rich['pages'])} pages : {_seconds(whole)} pour une construction "
        "complète. Le reste en est une part."
    )
    others = (step for step in rich["steps"] if step != COLD)
    return [said, _table(("Construction", "Part"), ((STEPS[step], _number(results.of_rich(step))) for step in others))]


def _live(results: Results) -> Iterator[tuple[str, ...]]:
    for size, by_key in results.kept["served"].items():
        for key, found in by_key.items():
            times = (_seconds(found[what]) for what in ("title", "first", "cold"))
            part = _share(found["save"], by_key.get(STOCK, {}).get("save"))
            yield (_count(int(size)), NAMES[key], _seconds(found["save"]), part, *times, str(found["stale"]))


def _checks(results: Results) -> Iterator[tuple[str, ...]]:
    for size, seconds in results.checked.items():
        yield (_count(int(size)) if size.isdigit() else "le site", *map(_seconds, (seconds[COLD], seconds[AGAIN])))


def _stages(results: Results) -> Iterator[tuple[str, ...]]:
    """Yield the share of each stage, those of the plain guides in order."""
    real, plain = (results.kept["stages"][name] for name in _PROJECTS)
    for stage in sorted({*real, *plain}, key=lambda stage: -plain.get(stage, 0)):
        yield (stage, *(f"{of.get(stage, 0) / sum(of.values()):.0%}".replace("%", "\u202f%") for of in (real, plain)))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ("---",) * len(heads), *rows))


def _share(one: float | None, other: float | None) -> str:
    return _number(one / other if one is not None and other else None)


def _number(number: float | None) -> str:
    return NOTHING if number is None else f"{number:.2f}".replace(".", ",")


def _seconds(seconds: float | None) -> str:
    if seconds is None:
        return NOTHING
    return f"{seconds:.3f}\u202fs".replace(".", ",") if seconds < 1 else f"{seconds:.1f}\u202fs".replace(".", ",")


def _count(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")

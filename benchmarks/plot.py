"""The plot of docs/performances.md: the time of a whole build against the number of guides, on logarithmic scales."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 800, 460
LEFT, RIGHT, TOP, BOTTOM = 64, 560, 40, 400  # of the frame; labels stand on its right
_APART = 17  # pixels between two labels
_STYLE = """\
text { font: 14px system-ui, sans-serif; fill: #1c2330 }
.frame { stroke: #5a6473; fill: none }
.grid { stroke: #d5dae2 }
.line { fill: none; stroke-width: 2.5 }
.l0 { stroke: #0b6e69 } .d0, .t0 { fill: #0b6e69 } .l0, .t0 { stroke-width: 4; font-weight: bold }
.l1 { stroke: #8a3b12 } .d1, .t1 { fill: #8a3b12 }
.l2 { stroke: #5b3fa8; stroke-dasharray: 9 4 } .d2, .t2 { fill: #5b3fa8 }
.l3 { stroke: #5a6473; stroke-dasharray: 2 4 } .d3, .t3 { fill: #5a6473 }
.t0, .t1, .t2, .t3 { stroke: none }
@media (prefers-color-scheme: dark) {
  .back { fill: #14181f }
  text { fill: #e8ebf0 }
  .frame { stroke: #9aa5b5 }
  .grid { stroke: #333c49 }
  .l0 { stroke: #4fd1c9 } .d0, .t0 { fill: #4fd1c9 }
  .l1 { stroke: #ffb085 } .d1, .t1 { fill: #ffb085 }
  .l2 { stroke: #c3b1ff } .d2, .t2 { fill: #c3b1ff }
  .l3 { stroke: #9aa5b5 } .d3, .t3 { fill: #b4bdca }
}"""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Logarithms from one value to another, along so many pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (math.log(value) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return self.start + share * (self.end - self.start)


def plot(lines: Mapping[str, Mapping[int, float]]) -> str:
    """Return an SVG of seconds by number of guides, a line for each name, the first one thick."""
    sizes = sorted({size for times in lines.values() for size in times})
    seconds = [time for times in lines.values() for time in times.values()]
    across = _Scale(sizes[0] * 0.9, sizes[-1] * 1.1, LEFT, RIGHT)
    powers = range(math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds))) + 1)
    up = _Scale(10.0 ** powers[0], 10.0 ** powers[-1], BOTTOM, TOP)
    told = "; ".join(
        f"{name} : {', '.join(f'{_french(time)} s à {size} guides' for size, time in times.items())}"
        for name, times in lines.items()
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
            '<title id="t">Temps d’une construction complète selon le nombre de guides</title>',
            f'<desc id="d">{escape(told, quote=False)}.</desc>',
            f"<style>{_STYLE}</style>",
            f'<rect class="back" width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            *_axes(across, up, sizes, [10.0**power for power in powers]),
            *(part for rank, times in enumerate(lines.values()) for part in _line(rank, times, across, up)),
            *_labels({name: up.at(times[max(times)]) for name, times in lines.items()}),
            "</svg>\n",
        ]
    )


def _axes(across: _Scale, up: _Scale, sizes: list[int], seconds: list[float]) -> Iterator[str]:
    yield f'<text x="{LEFT - 8}" y="{TOP - 18}" text-anchor="end">s</text>'
    for time in seconds:
        y = up.at(time)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{_french(time)}</text>'
    for size in sizes:
        x = across.at(size)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{BOTTOM}"/>'
        yield f'<text x="{x:.1f}" y="{BOTTOM + 22}" text-anchor="middle">{size:,}</text>'.replace(",", "\u202f")
    yield f'<path class="frame" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>'
    yield f'<text x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 46}" text-anchor="middle">guides</text>'


def _line(rank: int, times: Mapping[int, float], across: _Scale, up: _Scale) -> Iterator[str]:
    places = [(across.at(size), up.at(time)) for size, time in times.items()]
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path class="line l{rank}" d="M{drawn}"/>'
    yield from (f'<circle class="d{rank}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places)


def _labels(ends: Mapping[str, float]) -> Iterator[str]:
    """Yield the name of each line at its end, those that would touch a little apart."""
    below = 0.0
    ranks = {name: rank for rank, name in enumerate(ends)}
    for name, end in sorted(ends.items(), key=lambda item: item[1]):
        below = max(end + 5, below + _APART)
        yield f'<text class="t{ranks[name]}" x="{RIGHT + 12}" y="{below:.1f}">{escape(name)}</text>'


def _french(number: float) -> str:
    return f"{number:.3g}".replace(".", ",") if number < 1_000 else f"{number:.0f}"

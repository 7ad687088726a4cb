"""What the measures say, read from .cache/bench/results.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.builds import AGAIN, BODY, COLD, TITLE
from benchmarks.contenders import OURS, STOCK
from benchmarks.fit import exponent


@dataclass(frozen=True, slots=True)
class Results:
    """The measures of one run, None for what it did not measure."""

    kept: Mapping[str, Any]

    @property
    def sizes(self) -> list[int]:
        """The numbers of guides that were built."""
        return sorted(int(size) for size in self.kept["sizes"])

    @property
    def checked(self) -> Mapping[str, Mapping[str, float]]:
        """Seconds of `guides check`, by number of guides or « real », with a cache or not."""
        checked: Mapping[str, Mapping[str, float]] = self.kept["checked"]
        return checked

    @property
    def exponent_of_checks(self) -> float | None:
        """How the time of `guides check` grows."""
        return _grown({int(size): seconds[COLD] for size, seconds in self.checked.items() if size.isdigit()})

    @property
    def stale(self) -> int | None:
        """How many old pages our server gave."""
        served = [by_key[OURS]["stale"] for by_key in self.kept["served"].values()]
        return sum(served) if served else None

    def wall(self, key: str, size: int, step: str) -> float | None:
        """Return the seconds of a step."""
        return self._of(key, size, step, "wall")

    def cpu(self, key: str, size: int, step: str) -> float | None:
        """Return the seconds of processor of a step."""
        return self._of(key, size, step, "cpu")

    def memory(self, key: str, size: int, what: str) -> float | None:
        """Return the bytes that a whole build holds, its « largest » process or all « together »."""
        found: float | None = self._at(key, size).get("memory", {}).get(what)
        return found

    def of_rich(self, step: str) -> float | None:
        """Return the time of a step on the rich corpus, as a share of a whole build of it."""
        steps = self.kept["rich"]["steps"]
        share: float = steps[step]["wall"] / steps[COLD]["wall"]
        return share

    def served(self, key: str, size: int, what: str) -> float | None:
        """Return what was measured of a server."""
        found: float | None = self.kept["served"].get(str(size), {}).get(key, {}).get(what)
        return found

    def exponent(self, key: str, step: str) -> float | None:
        """Return how the time of a step grows with the number of guides, None below three sizes."""
        times = {size: self.wall(key, size, step) for size in self.sizes}
        return _grown({size: time for size, time in times.items() if time is not None})

    def _of(self, key: str, size: int, step: str, what: str) -> float | None:
        """Return a measure; a stock build does the same again and whatever changed, once is measured for all."""
        same = key == STOCK and step in (AGAIN, TITLE)
        found: float | None = self._at(key, size).get("steps", {}).get(BODY if same else step, {}).get(what)
        return found

    def _at(self, key: str, size: int) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.kept["sizes"].get(str(size), {}).get(key, {})
        return found


def _grown(times: Mapping[int, float]) -> float | None:
    return exponent(times) if len(times) > 2 else None

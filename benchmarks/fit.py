"""How a time grows with the number of pages."""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import linear_regression


def exponent(times: Mapping[int, float]) -> float:
    """Return the slope of the line, between logarithms, that comes closest to the times: 1 is linear, 2 quadratic.

    Raises StatisticsError below two sizes.
    """
    sizes = [math.log(size) for size in times]
    return linear_regression(sizes, [math.log(time) for time in times.values()]).slope

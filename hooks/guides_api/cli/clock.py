"""The day that the commands take for today."""

from __future__ import annotations

from datetime import date


def today() -> date:
    """Return the day where the person who runs the command is."""
    return date.today()  # noqa: DTZ011  not universal time: a date that somebody writes is the one of their calendar

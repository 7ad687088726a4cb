"""What every test of a command shares."""

from __future__ import annotations

import pytest
from tests import example

from guides_api.cli import clock


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands write the day that the tests check with, whatever the day they run."""
    monkeypatch.setattr(clock, "today", lambda: example.TODAY)

"""Work that processes share: the results of one, in their order, and a clear end where one of them dies."""

from __future__ import annotations

import os
import signal

import pytest

from guides_api.catalogue import workers
from guides_api.catalogue.workers import LostWorkError, spread

ITEMS = range(200)


@pytest.fixture(params=[1, 2])
def shared_by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count: int = request.param
    monkeypatch.setattr(workers, "processors", lambda: count)
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    return count


def test_results_come_in_the_order_of_what_they_are_of(shared_by: int) -> None:
    found = list(spread(lambda item: (item * 2, os.getpid()), ITEMS))
    assert [value for value, _ in found] == [item * 2 for item in ITEMS]
    assert (os.getpid() in {process for _, process in found}) is (shared_by == 1)


@pytest.mark.parametrize("shared_by", [2], indirect=True)
@pytest.mark.usefixtures("shared_by")
def test_a_process_that_dies_ends_the_work_with_a_reason_in_french() -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if item == 150 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(LostWorkError, match="un des processus qui se partagent le travail a été arrêté"):
        list(spread(work, ITEMS))
    assert list(spread(str, ITEMS)) == [str(item) for item in ITEMS]


@pytest.mark.parametrize("shared_by", [2], indirect=True)
@pytest.mark.usefixtures("shared_by")
def test_what_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda item: 1 // (item - 150), ITEMS))

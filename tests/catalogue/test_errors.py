"""Every mistake that we could think of, and every word that its author then reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue import golden
from tests.catalogue.french import assert_french
from tests.example import problems_of

CASES = sorted((Path(__file__).parents[1] / "golden" / "errors").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_in_french_where_it_stands(case: Path, project: Path, rewrite_golden: bool) -> None:  # noqa: FBT001  a fixture
    changes, expected = golden.parts(case)
    golden.apply(changes, project)
    problems = problems_of(project)
    if rewrite_golden:
        golden.rewrite(case, problems)
        return
    assert golden.said(problems) == expected
    assert_french("\n".join(problems))
    assert len(set(problems)) == len(problems)

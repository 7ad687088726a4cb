"""Every mistake that we could think of, and every word that its author then reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue import golden
from tests.catalogue.corpus import CASES, RULES
from tests.catalogue.french import assert_french
from tests.example import found_in


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_in_french_where_it_stands(case: Path, project: Path, rewrite_golden: bool) -> None:  # noqa: FBT001  a fixture
    changes, expected = golden.parts(case)
    golden.apply(changes, project)
    found = found_in(project)
    problems = [str(problem) for problem in found]
    if rewrite_golden:
        golden.rewrite(case, problems)
        return
    assert golden.said(problems) == expected
    assert_french("\n".join(problems))
    assert len(set(problems)) == len(problems)
    assert {rule for rule, name in RULES.items() if name == case.stem} <= {problem.rule for problem in found}

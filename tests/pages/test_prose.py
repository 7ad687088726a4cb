"""Habits of prose that the site makes needless: told as advice, at their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import example

from guides_api.catalogue.problems import Severity
from guides_api.pages.project import Project
from guides_api.pages.prose import prose_mistakes

CONTENTS = {
    "list": "- [Un](#un)\n- [Deux](#deux)\n- [Trois](#trois)",
    "numbered list": "1. [Un](#un)\n2. [Deux](#deux)\n3. [Trois](#trois)",
    "numbers in brackets": "1) [Un](#un)\n2) [Deux](#deux)\n3) [Trois](#trois)",
    "nested list": "- [Un](#un)\n  - [Deux](#deux)\n    - [Trois](#trois)",
    "list with blank lines": "- [Un](#un)\n\n- [Deux](#deux)\n\n- [Trois](#trois)",
    "list with anchors of another site": "* [Où ?](#où-)\n* [L'eau](#l'eau)\n* [Fin](#fin)  ",
    "long list": "\n".join(f"- [Partie {number}](#partie-{number})" for number in range(20)),
}
OTHERS = {
    "two links": "- [Un](#un)\n- [Deux](#deux)",
    "links to other pages": "- [Un](un.md#a)\n- [Deux](deux.md#b)\n- [Trois](trois.md#c)",
    "links with words": "- Voir [un](#un)\n- Voir [deux](#deux)\n- Voir [trois](#trois)",
    "links in a sentence": "Voir [un](#un), [deux](#deux) et [trois](#trois).",
    "code": "```\n- [Un](#un)\n- [Deux](#deux)\n- [Trois](#trois)\n```",
    "comment": "<!--\n- [Un](#un)\n- [Deux](#deux)\n- [Trois](#trois)\n-->",
}


@pytest.mark.parametrize("text", CONTENTS.values(), ids=CONTENTS)
def test_a_table_of_contents_written_by_hand_is_a_warning_at_its_first_line(text: str) -> None:
    before = "Du `code` et\nencore.\n\n```\ndu code\n```\n\n## Table des matières\n\n"
    (mistake,) = prose_mistakes(f"{before}{text}\n\n## Un\n")
    assert mistake.rule == "sommaire-a-la-main"
    assert mistake.severity is Severity.WARNING
    assert mistake.line == before.count("\n") + 1


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_lists_are_left_alone(text: str) -> None:
    assert list(prose_mistakes(text)) == []


def test_a_warning_is_told_with_its_file_and_keeps_nothing_from_being_built(project: Path) -> None:
    page = project / "content/guides/aide-exemple.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n## A\n\n## B\n\n## C\n",
        encoding="utf-8",
    )
    (problem,) = example.found_in(project)
    assert problem.severity is Severity.WARNING
    assert str(problem).startswith(
        "content/guides/aide-exemple.md:18 : guide « Guide Exemple » : cette liste ressemble"
    )


def test_our_own_pages_have_none(real: Project) -> None:
    assert [page.path for page in real.catalogue.written() if list(prose_mistakes(page.body))] == []

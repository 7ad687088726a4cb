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
    "list of code": "- [`un`](#un)\n- [`deux`](#deux)\n- [`trois`](#trois)",
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

# For each habit, what is warned of, at the line given after it; then what is not.
HABITS: dict[str, tuple[dict[str, int], list[str]]] = {
    "titre-en-trop": (
        {
            "# A": 1,
            "Texte.\n\n# A": 3,
            "A\n===": 1,
            "## A\n\n# B\n\n## C": 3,
            "# A\n\n### B": 1,
            "- # A": 1,
            "> # A": 1,
        },
        ["## A", "A\n---", "`# A`", "```\n# A\n```", "Le n° #1", "\\# a", "Le signe `a` # b", "#", "    # a"],
    ),
    "titre-saute": (
        {"### A": 1, "## A\n\n#### B\n\n##### C": 3, "A\n---\n\n#### B": 4, "## A\n\n### B\n\n## C\n\n#### D": 7},
        [
            *("## A\n\n### B\n\n#### C\n\n## D\n\n### E", "A\n---\n\n### B", "## A\n\n## B", "###### ", "Sans titre."),
            *("## `A`\n\n### B", "## Le `a`\n\n### Le `b`\n\n#### Le `c`", "```\n### A\n```", "<!--\n### A\n-->"),
        ],
    ),
    "image-sans-texte": (
        {
            "![](a.svg)": 1,
            "![ ](a.svg)": 1,
            "Un.\n\nDeux ![](a.svg) trois.": 3,
            "![][a]\n\n[a]: a.svg": 1,
            "[![](a.svg)](a.md)": 1,
            "<img src='a.svg'>": 1,
            "<img src='a.svg' alt=''>": 1,
            '<img alt="" src="a">': 1,
            "Un\n<img\n  src='a.svg'\n/>": 2,
        },
        [
            *("![Un mot](a.svg)", "![Un mot][a]\n\n[a]: a.svg", "<img src='a.svg' alt='Un mot'>", "`![](a.svg)`", "!"),
            *(
                '<img\n  alt="l\'eau"\n  src="a.svg">',
                "```\n<img src='a.svg'>\n```",
                "<image>",
                "[le guide](#a) !",
                "<!-- ![](a) -->",
            ),
        ],
    ),
    "lien-muet": (
        {
            **{
                f"[{words}](a.md)": 1
                for words in ("ici", "Ici", "**ici**", " ici ", "ici.", "Cliquez ici", "là", "lien")
            },
            **{
                f"[{words}](a.md)": 1
                for words in ("Lire la suite", "En savoir plus", "plus d'infos", "Voir plus…", "ce lien")
            },
            **{
                f"[{words}](a.md)": 1
                for words in ("Plus d’infos", "Page", "cette page", "détails", "TÉLÉCHARGER", "voir")
            },
            "Un.\n\nVoir [ici][a].\n\n[a]: a.md": 3,
            "Voir [cliquez\nici](a.md)": 1,
            "- [ici](a.md)": 1,
            "[](a.md)": 1,
            "[https://a.fr](https://a.fr)": 1,
            "<a href='a'>ici</a>": 1,
            "<a\nhref='a'>\nici\n</a>": 1,
            "<a href='a'><b>ici</b></a>": 1,
            "Voir ([ici](a.md)) et [le guide](b.md)": 1,
        },
        [
            *(
                "[le guide](a.md)",
                "[voir le guide](a.md)",
                "[Télécharger le modèle](a.md)",
                "![ici](a.svg)",
                "[`ici`](a.md)",
            ),
            *("ici (a.md)", "tableau[ici]", "<https://a.fr>", "`[ici](a.md)`", "```\n[ici](a.md)\n```", "[`a`](a.md)"),
            *(
                "<a href='a'>le guide</a>",
                "<a id='a'></a>",
                "[![Un mot](a.svg)](a.md)",
                "<!-- [ici](a.md) -->",
                "[1](a.md)",
            ),
        ],
    ),
    "adresse-http": (
        {
            "Voir http://a.fr": 1,
            "http://a.fr": 1,
            "**http://a.fr**": 1,
            "[a](http://a.fr)": 1,
            "<http://a.fr>": 1,
            "Un.\n\n[a]: http://a.fr": 3,
            '<a href="http://a.fr">le guide</a>': 1,
            "<a href='http://a.fr'>le guide</a>": 1,
            "![a](http://a.fr/a.svg)": 1,
            "«\u00a0http://a.fr\u00a0»": 1,
        },
        [
            *(
                "https://a.fr",
                "[a](https://a.fr)",
                "`http://a.fr`",
                "```\ncurl http://a.fr\n```",
                "<!-- http://a.fr -->",
            ),
            *(
                "Une adresse en http:// est refusée.",
                '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
                "https://a.fr/?b=http://c.fr",
            ),
        ],
    ),
    "texte-provisoire": (
        {
            "Lorem ipsum dolor": 1,
            "LOREM IPSUM": 1,
            "Un.\n\n[à compléter]": 3,
            "[À compléter par la mairie]": 1,
            "[à rédiger]": 1,
            "[À REMPLIR]": 1,
            "[Texte à venir]": 1,
            "TODO : a": 1,
            "FIXME": 1,
            "a XXX b": 1,
        },
        [
            *("[à compléter](a.md)", "[texte](a.md)", "[texte complet][a]\n\n[a]: a.md", "[texte]\n\n[texte]: a.md"),
            *(
                "todo",
                "TODOS",
                "XXXL",
                "lorem",
                "`TODO`",
                "```\nTODO\n```",
                "<!-- TODO -->",
                "Un texte à compléter.",
                "[contexte]",
                "[texte]",
            ),
        ],
    ),
}
WARNED = [(rule, text, line) for rule, (warned, _) in HABITS.items() for text, line in warned.items()]
SILENT = [text for _, silent in HABITS.values() for text in silent]


@pytest.mark.parametrize(("rule", "text", "line"), WARNED)
def test_a_habit_is_a_warning_at_its_line_with_what_to_do(rule: str, text: str, line: int) -> None:
    found = [mistake for mistake in prose_mistakes(text) if mistake.rule == rule]
    assert [(mistake.line, mistake.severity) for mistake in found] == [(line, Severity.WARNING)]
    assert found[0].remedy[-1] == "."
    assert found[0].message[-1] == "."


@pytest.mark.parametrize(("rule", "text", "line"), WARNED)
def test_a_habit_in_code_is_none(rule: str, text: str, line: int) -> None:
    assert list(prose_mistakes(f"Un.\n\n```html\n{text}\n```\n\nDeux.")) == []


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_of_good_prose(text: str) -> None:
    assert [(mistake.rule, mistake.message) for mistake in prose_mistakes(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## A\n\n#### B", "niveau 4"),
        ("## A\n\n#### B", "niveau 2"),
        ("Voir [Cliquez ici](a.md)", "« Cliquez ici »"),
        (f"Voir [https://a.fr/{'b' * 60}](a.md)", f"« https://a.fr/{'b' * 47} »"),
        ("Voir http://a.fr/b.", "« http://a.fr/b »"),
        (f"Voir http://a.fr/{'b' * 90}", f"« http://a.fr/{'b' * 68} »"),
        ("Un TODO ici", "« TODO »"),
        ("[à compléter avant lundi]", "« [à compléter avant lundi] »"),
    ],
)
def test_a_warning_names_what_was_read(text: str, words: str) -> None:
    (mistake,) = prose_mistakes(text)
    assert words in mistake.message


@pytest.mark.parametrize(("text", "expected"), [("### A", "« ## »"), ("## A\n\n#### B", "« ### »"), ("# A", "« ## »")])
def test_the_heading_to_write_is_told(text: str, expected: str) -> None:
    (mistake,) = prose_mistakes(text)
    assert expected in mistake.remedy


def test_every_habit_of_a_page_is_told() -> None:
    text = "# A\n\n#### B\n\n![](a.svg) [ici](a.md) http://a.fr TODO"
    assert {mistake.rule for mistake in prose_mistakes(text)} == set(HABITS)


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

"""What holds between a guide's prose and its front matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import example

from guides_api.catalogue.problems import Severity

HEAD = f"---\ntitle: Caché\ntagline: {example.TAGLINE}\npublish: false\n---\n\n"
LINKS = {
    "link": "[a](guides/cache.md)",
    "link to a part": "[a](guides/cache.md#partie)",
    "link by reference": "[a][b]\n\n[b]: guides/cache.md",
    "HTML link": '<a href="guides/cache.md">a</a>',
    "component": '<Button href="guides/cache.md">a</Button>',
}


def append(root: Path, path: str, text: str) -> None:
    file = root / "content" / path
    file.write_text(file.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")


@pytest.fixture
def second(project: Path) -> Path:
    """The example project with a second use case, without a guide."""
    file = project / "data/use_cases.yaml"
    text = file.read_text(encoding="utf-8")
    record = text[text.index("  - id: aide-exemple") :]
    other = record.replace("aide-exemple", "autre-aide").replace("Aide Exemple", "Autre Aide")
    other = other.replace("bouquet-exemple-aide", "bouquet-exemple-autre")
    file.write_text(f"{text}\n{other}", encoding="utf-8")
    assert example.problems_of(project) == []
    return project


class TestDataPassOfAnother:
    """Readers of a guide on canteens were once sent to the form of the CCAS."""

    def test_the_form_of_another_use_case_is_an_error_at_its_line(self, second: Path) -> None:
        append(second, "guides/aide-exemple.md", '- Point :\n\n    <DataPass use_case="autre-aide">Demander</DataPass>')
        (problem,) = example.found_in(second)
        assert problem.severity is Severity.ERROR
        assert problem.rule == "formulaire-d-un-autre"
        assert str(problem).startswith(
            "content/guides/aide-exemple.md:20 : guide « Guide Exemple » : ce guide porte sur « aide-exemple », "
            "et ce formulaire sur « autre-aide »."
        )
        assert '<DataPass use_case="aide-exemple">' in problem.remedy

    def test_its_own_form_is_right(self, second: Path) -> None:
        append(second, "guides/aide-exemple.md", '<DataPass use_case="aide-exemple">Demander</DataPass>')
        assert example.problems_of(second) == []

    def test_a_form_in_code_is_an_example(self, second: Path) -> None:
        append(second, "guides/aide-exemple.md", '`<DataPass use_case="autre-aide">Demander</DataPass>`')
        assert example.problems_of(second) == []

    def test_other_components_may_speak_of_another_use_case(self, second: Path) -> None:
        append(
            second, "guides/aide-exemple.md", '<ApiTable use_case="autre-aide" />\n\n<Publics use_case="autre-aide" />'
        )
        assert example.problems_of(second) == []

    def test_a_guide_of_no_use_case_may_show_any_form(self, second: Path) -> None:
        text = f"---\ntitle: Tout\ntagline: {example.TAGLINE}\n---\n"
        (second / "content/guides/tout.md").write_text(text, encoding="utf-8")
        append(second, "guides/tout.md", '<DataPass use_case="autre-aide">Demander</DataPass>')
        append(second, "index.md", '<DataPass use_case="aide-exemple">Demander</DataPass>')
        assert example.problems_of(second) == []


class TestUnpublishedGuide:
    """A guide that no list shows is reached by a link or not at all."""

    @pytest.fixture
    def hidden(self, project: Path) -> Path:
        (project / "content/guides/cache.md").write_text(f"{HEAD}## Partie\n\nTexte.\n", encoding="utf-8")
        return project

    def test_one_that_no_page_links_to_is_a_warning_on_its_publish_line(self, hidden: Path) -> None:
        (problem,) = example.found_in(hidden)
        assert problem.severity is Severity.WARNING
        assert str(problem).startswith("content/guides/cache.md:4 : guide « Caché » : ce guide n’est dans aucune liste")

    @pytest.mark.parametrize("text", LINKS.values(), ids=LINKS)
    def test_any_kind_of_link_from_a_page_is_enough(self, text: str, hidden: Path) -> None:
        append(hidden, "index.md", text)
        assert example.problems_of(hidden) == []

    def test_an_api_page_or_another_guide_may_link_to_it(self, hidden: Path) -> None:
        append(hidden, "api/organisme/donnee-exemple.md", "[a](../../guides/cache.md)")
        assert example.problems_of(hidden) == []

    @pytest.mark.parametrize("text", ["[a](cache.md)", "[a](#partie)", "[a](cache.md#partie)"])
    def test_its_own_links_are_not_enough(self, text: str, hidden: Path) -> None:
        append(hidden, "guides/cache.md", text)
        assert [problem.rule for problem in example.found_in(hidden)] == ["guide-introuvable"]

    def test_a_link_in_code_is_not_enough(self, hidden: Path) -> None:
        append(hidden, "index.md", "`[a](guides/cache.md)`")
        assert [problem.rule for problem in example.found_in(hidden)] == ["guide-introuvable"]

    def test_a_published_guide_needs_no_link(self, hidden: Path) -> None:
        file = hidden / "content/guides/cache.md"
        file.write_text(file.read_text(encoding="utf-8").replace("publish: false", "publish: true"), encoding="utf-8")
        assert example.problems_of(hidden) == []

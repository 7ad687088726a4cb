"""The legal pages, built where nothing is known yet, and where everything is, with each result of an audit."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from tests import build, dom, example
from tests.build import ROOT
from tests.engine.test_site import pages, read_aloud
from tests.filled import fill

from guides_api.catalogue.legal import Legal
from guides_api.pages.addresses import address
from guides_api.pages.project import Project, load_project

STATEMENT, NOTICE = "accessibilite/index.md", "mentions-legales.md"
PERSONAL_DATA, LICENCES, MAP = "donnees-personnelles.md", "licences.md", "plan-du-site.md"
LEGAL = (STATEMENT, "accessibilite/criteres.md", NOTICE, PERSONAL_DATA, LICENCES, MAP)
# Where their links lead.
STUBS = ("faq.md", "sources.md")
BANNER = "Page à compléter avant publication"
STATES = {"": "non conforme", "40": "non conforme", "75": "partiellement conforme", "100": "totalement conforme"}


def example_with_legal_pages(root: Path) -> Path:
    """Write the example project with the legal pages, their criteria and the empty legal.yaml of the real one."""
    example.write(root)
    for path in LEGAL:
        (root / "content" / path).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "content" / path, root / "content" / path)
    for name in ("legal.yaml", "rgaa.yaml"):
        shutil.copy(ROOT / "data" / name, root / "data" / name)
    for path in STUBS:
        (root / "content" / path).write_text("---\ntitle: Une autre page\n---\n\nUn mot.\n", encoding="utf-8")
    guide = "---\ntitle: Informer\ntagline: Une page inventée, pour qu’un lien y mène.\n---\n\nUn mot.\n"
    (root / "content/guides/informer-les-usagers.md").write_text(guide, encoding="utf-8")
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def built(root: Path) -> Path:
    done = build.run(root, root / "site")
    assert done.returncode == 0, done.stdout
    return root / "site"


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a publisher of whom nothing is known."""
    return built(example_with_legal_pages(tmp_path_factory.mktemp("unknown")))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of a publisher of whom all is known, by the score of its audit; none if empty."""
    return {
        score: built(fill(example_with_legal_pages(tmp_path_factory.mktemp(f"audit{score}")), score=score))
        for score in STATES
    }


@cache
def tree(file: Path) -> dom.Element:
    return dom.read(file.read_text(encoding="utf-8"))[0]


def page(site: Path, path: str) -> dom.Element:
    return tree(site / address(path) / "index.html")


def article(site: Path, path: str) -> dom.Element:
    return page(site, path).one("article")


def footer(whole: dom.Element) -> dom.Element:
    return whole.one("footer", **{"class": "md-footer"})


def hrefs(element: dom.Element) -> dict[str, str]:
    return {link.text: link.attributes["href"] for link in element.all("a") if "href" in link.attributes}


def lines(card: dom.Element) -> dict[str, str]:
    return {line.one("dt").text: line.one("dd").text for line in card.all("div")}


class TestUnknown:
    @pytest.mark.parametrize(
        ("path", "keys"),
        {
            STATEMENT: {"publisher.name", "publisher.address", "publisher.phone", "publisher.director", "contact"},
            NOTICE: set(Legal().missing),
            PERSONAL_DATA: {"contact", "dpo"},
            LICENCES: set[str](),
            MAP: set[str](),
        }.items(),
    )
    def test_a_page_says_what_it_lacks_and_where_to_write_it(self, path: str, keys: set[str], unknown: Path) -> None:
        text = article(unknown, path)
        assert (BANNER in text.text) is bool(keys)
        said = {code.text for code in text.all("code")}
        assert keys == {key for key in said if key in Legal().missing}
        assert ("data/legal.yaml" in said) is bool(keys)

    def test_the_statement_says_that_the_site_does_not_conform_and_why(self, unknown: Path) -> None:
        text = article(unknown, STATEMENT).text
        assert read_aloud("Site Exemple est non conforme avec le référentiel général") in text
        assert read_aloud("Aucun audit de conformité n’a été fait à ce jour.") in text
        assert "%" not in text
        assert "Cette liste sera établie par l’audit." in text
        assert "Défenseur des droits" in text

    def test_every_footer_says_it_too_and_leads_to_the_legal_pages(self, unknown: Path) -> None:
        for file in pages(unknown):
            links = hrefs(footer(tree(file)))
            assert list(links)[-5:] == [
                read_aloud("Accessibilité : non conforme"),
                *("Mentions légales", "Données personnelles", "Licences", "Plan du site"),
            ], file

    def test_nobody_is_written_to_and_there_is_no_security_txt(self, unknown: Path) -> None:
        assert "Signaler une erreur" not in page(unknown, "index.md").text
        assert not (unknown / ".well-known").exists()

    def test_the_whole_site_says_that_it_is_a_preview(self, unknown: Path) -> None:
        assert "des mentions légales" in page(unknown, "index.md").text


class TestKnown:
    def test_no_page_lacks_anything(self, sites: dict[str, Path]) -> None:
        for path in LEGAL:
            whole = page(sites["75"], path)
            assert BANNER not in whole.text
            assert "renseigné" not in whole.text
            assert "pas encore publié" not in whole.text

    @pytest.mark.parametrize(("score", "state"), STATES.items())
    def test_the_audit_alone_gives_the_state_on_the_statement_and_in_every_footer(
        self, score: str, state: str, sites: dict[str, Path]
    ) -> None:
        text = article(sites[score], STATEMENT).text
        assert f"Site Exemple est {state} avec" in text
        assert [word for word in set(STATES.values()) if f" est {word} avec" in text] == [state]
        for file in pages(sites[score]):
            assert read_aloud(f"Accessibilité : {state}") in hrefs(footer(tree(file))), file
        audited = read_aloud(f"réalisé par Cabinet Exemple le 31 août 2026 révèle que {score} % des critères")
        assert (audited in text) is bool(score)
        assert ("Aucun audit" in text) is not bool(score)

    def test_the_statement_holds_every_part_that_the_law_wants(self, sites: dict[str, Path]) -> None:
        statement = article(sites["75"], STATEMENT)
        titles = [heading.text.removesuffix("#") for heading in statement.all("h2", "h3")]
        assert titles == [
            *("État de conformité", "Résultat des tests"),
            *("Contenus non accessibles", "Non-conformités", "Dérogations pour charge disproportionnée"),
            "Contenus non soumis à l’obligation d’accessibilité",
            *("Établissement de cette déclaration", "Technologies utilisées", "Environnement de test et outils"),
            *("Retour d’information et contact", "Voies de recours"),
        ]
        text, links = statement.text, hrefs(statement)
        assert text.count("Ville Exemple s’engage à rendre ce site accessible") == 1
        assert "loi n° 2005-102 du 11 février 2005" in text
        assert "version 4.1.2" in text
        assert "La recherche ne se lit pas bien au lecteur d’écran." in text
        assert "établie le 31 août 2026" in text
        assert "HTML, CSS" in text
        assert links["ville.example.org/schema-pluriannuel"] == "https://ville.example.org/schema-pluriannuel"
        assert links["ecrire@example.org"] == "mailto:ecrire@example.org"
        assert links["Lui écrire un message en ligne"] == "https://autorite.example.org/ecrire"
        assert "Autorité Exemple" in text

    def test_the_legal_notice_names_the_publisher_and_the_host(self, sites: dict[str, Path]) -> None:
        publisher, host = article(sites["75"], NOTICE).all("dl")
        assert lines(publisher) == {
            "Nom": "Ville Exemple",
            "Adresse": "1 place Exemple, 00000 Exemple",
            "Courriel": "ville@example.org",
            "Directeur ou directrice de la publication": "Camille Exemple",
        }
        assert lines(host) == {
            "Nom": "Hébergeur Exemple",
            "Adresse": "2 rue Exemple, 00000 Exemple",
            "Téléphone": "01 00 00 00 00",
        }

    def test_personal_data_leads_to_the_dpo(self, sites: dict[str, Path]) -> None:
        assert hrefs(article(sites["75"], PERSONAL_DATA))["dpo@example.org"] == "mailto:dpo@example.org"

    def test_an_error_is_told_with_the_title_of_the_page(self, sites: dict[str, Path]) -> None:
        told = hrefs(article(sites["75"], NOTICE))["Signaler une erreur"]
        assert told == "mailto:ecrire@example.org?subject=Mentions%20l%C3%A9gales"

    def test_security_txt_is_at_its_well_known_address(self, sites: dict[str, Path]) -> None:
        text = (sites["75"] / ".well-known/security.txt").read_text(encoding="utf-8")
        assert text.startswith("Contact: mailto:faille@example.org\nExpires: ")
        assert "\nCanonical: https://guides.example.org/.well-known/security.txt\n" in text


class TestSiteMap:
    def test_it_leads_to_every_page_of_the_real_site_once(self, site: Path, real: Project) -> None:
        self.leads_to_all(site, real)

    def test_it_leads_to_every_page_of_a_small_site_once(self, unknown: Path) -> None:
        self.leads_to_all(unknown, load_project(unknown.parent, example.TODAY))

    @staticmethod
    def leads_to_all(site: Path, project: Project) -> None:
        content = article(site, MAP).one("div", **{"class": "c-site-map"})
        found = [(site / address(MAP) / link.attributes["href"]).resolve() for link in content.all("a")]
        hidden = {guide.path for guide in project.catalogue.guides.values() if not guide.publish}
        hidden |= {page.path for page in project.pages.values() if page.noindex and not page.written}
        expected = [(site / address(path)).resolve() for path in project.pages if path not in hidden]
        assert sorted(found) == sorted(expected)
        assert len(found) > 10

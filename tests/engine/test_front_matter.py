"""Each key of a guide's front matter, where it shows and where it does not, on a site built twice.

Once as it is published, with an address and a repository; once as it is before, with neither.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from tests import build, dom, example
from tests.filled import fill_legal
from tests.search.built import Index

from guides_api.pages.addresses import address
from guides_api.pages.project import Project, load_project
from guides_api.pages.typography import typographic_words

SITE = "https://guides.example.org/sous/"
REPOSITORY = "https://depot.example.org/equipe/guides"
SIGNS = 'Dire « oui » ou "non", l\'eau & le feu &lt;b&gt; : tout.'
GUIDES = {
    "complet": f"""\
title: 'L’eau & "le feu" &quot;'
tagline: '{SIGNS.replace("'", "''")}'
tags: [Exemple, eau]
image: dessin.svg
api: [Donnée Exemple, bouquet-exemple]
""",
    "nu": "title: Guide nu\ntagline: Rien de plus.\n",
    "vide": "title: Guide vide\ntagline: Des clés vides.\ntags:\napi:\n",
    "discret": "title: Guide discret\ntagline: Pas pour les moteurs.\ntags: [Exemple]\nnoindex: true\n"
    "api: [Donnée Exemple]\n",
    "cache": "title: Guide caché\ntagline: Pas dans les listes.\ntags: [secret, Exemple, eau]\npublish: false\n"
    "api: [Donnée Exemple, Bouquet Exemple]\n",
    "aide-exemple": "title: Guide du cas\ntagline: Un cas d’usage.\ntags: Exemple\nuse_case: aide-exemple\n",
}
TEXTS = {"complet": "Voyez [l’autre](cache.md).", "cache": "Un mot introuvable : xylophone."}
LISTED = ["complet", "discret", "nu", "vide"]
INDEX = {
    "guides/index.md": ("Guides", "<UseCaseCards />\n\n<GuideList />"),
    "themes/index.md": ("Thèmes", "<TagList />"),
    "fournisseurs/index.md": ("Fournisseurs", "<ProviderList />"),
    "cadre-juridique/index.md": ("Cadre juridique", "<LegalTextList />"),
    "publics/index.md": ("Publics", "<PublicList />"),
}


@dataclass(frozen=True)
class Built:
    """A site that was built, and the project that it was built from."""

    folder: Path
    project: Project

    def page(self, path: str) -> dom.Element:
        return tree(self.folder / address(path) / "index.html")

    def guide(self, name: str) -> dom.Element:
        return self.page(f"guides/{name}.md")

    def guides_linked(self, path: str, within: dom.Element | None = None) -> list[str]:
        """Return the guides that a page's own content leads to, or a part of it, in order, each once."""
        article = within or self.page(path).one("article")
        found = (below(path, link.attributes["href"]) for link in article.all("a"))
        names = [place.removeprefix("guides/").rstrip("/") for place in found if place.startswith("guides/")]
        return list(dict.fromkeys(name for name in names if name and "#" not in name))


@cache
def tree(file: Path) -> dom.Element:
    found, faults = dom.read(file.read_text(encoding="utf-8"))
    assert faults == []
    return found


def below(path: str, href: str) -> str:
    """Return where a link of a page leads, below the site."""
    return urljoin(f"{SITE}{address(path)}", href).removeprefix(SITE)


def written(folder: Path, *, published: bool) -> Path:
    """Write the starter project with more guides, and with an address where it is published."""
    project = example.write(folder / "source")
    for name, front_matter in GUIDES.items():
        text = f"---\n{front_matter}---\n\n## Partie\n\n{TEXTS.get(name, 'Un texte.')}\n"
        (project / f"content/guides/{name}.md").write_text(text, encoding="utf-8")
    for path, (title, text) in INDEX.items():
        (project / "content" / path).parent.mkdir(exist_ok=True)
        (project / "content" / path).write_text(f"---\ntitle: {title}\n---\n\n{text}\n", encoding="utf-8")
    shutil.copy(project / "content/images/dossier.svg", project / "content/images/dessin.svg")
    use_cases = project / "data/use_cases.yaml"
    text = use_cases.read_text(encoding="utf-8")
    record = text[text.index("  - id: aide-exemple") :].replace("exemple-aide", "exemple-autre")
    other = record.replace("aide-exemple", "autre-aide").replace("Aide Exemple", "Autre Aide")
    use_cases.write_text(f"{text}\n{other}", encoding="utf-8")
    if published:
        fill_legal(project)
        with (project / "data/site.yaml").open("a", encoding="utf-8") as site:
            site.write(f"site_url: {SITE.rstrip('/')}\nrepo_url: {REPOSITORY}\nrepo_branch: principale\n")
    shutil.copy(build.ROOT / "mkdocs.yml", project)
    for name in ("hooks", "overrides"):
        (project / name).symlink_to(build.ROOT / name)
    return project


def built(folder: Path, *, published: bool) -> Built:
    project = written(folder, published=published)
    done = build.run(project)
    assert done.returncode == 0, done.stdout
    return Built(project / "site", load_project(project, example.TODAY))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("published"), published=True)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("preview"), published=False)


@pytest.fixture(params=["published", "preview"])
def either(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


def metas(page: dom.Element) -> dict[str, str]:
    pairs = ((item.attributes, item.attributes.get("content", "")) for item in page.all("meta"))
    return {name: content for names, content in pairs if (name := names.get("name") or names.get("property"))}


def menus(page: dom.Element) -> Iterator[dom.Element]:
    for menu in page.all("nav"):
        if menu.attributes.get("aria-label") == "Menu principal":
            yield from menu.all("a")


class TestTitle:
    TITLE = 'L’eau & "le feu" &quot;'

    def test_it_is_the_heading_the_tab_and_the_end_of_the_trail(self, either: Built) -> None:
        page = either.guide("complet")
        assert page.one("h1").text.removesuffix("#") == self.TITLE
        assert page.one("nav", **{"aria-label": "Fil d’Ariane"}).all("li")[-1].text == self.TITLE
        assert page.one("title").text == f"{self.TITLE} - Site Exemple"

    def test_it_is_what_other_sites_show(self, either: Built) -> None:
        assert metas(either.guide("complet"))["og:title"] == self.TITLE
        assert metas(either.guide("complet"))["og:site_name"] == "Site Exemple"

    def test_lists_call_the_guide_so(self, either: Built) -> None:
        for path in ("guides/index.md", "api/organisme/donnee-exemple.md", "api/bouquet-exemple.md", "themes/eau.md"):
            texts = [link.text for link in either.page(path).one("article").all("a")]
            assert self.TITLE in texts, path


class TestTagline:
    def test_it_is_the_standfirst(self, either: Built) -> None:
        paragraphs = [item.text for item in either.guide("complet").one("article").all("p")]
        assert paragraphs[0] == SIGNS.replace("'", "’")

    def test_it_is_the_description_and_what_other_sites_show_whatever_its_signs(self, either: Built) -> None:
        found = metas(either.guide("complet"))
        assert found["description"] == typographic_words(SIGNS)
        assert found["og:description"] == typographic_words(SIGNS)

    def test_it_is_in_the_list_of_guides(self, either: Built) -> None:
        assert "Rien de plus." in either.page("guides/index.md").one("article").text

    def test_a_page_without_one_is_described_by_the_site(self, either: Built) -> None:
        assert metas(either.page("index.md"))["description"] == "Un site inventé."


class TestTags:
    def test_they_lead_to_their_pages(self, either: Built) -> None:
        links = {link.text: below("guides/complet.md", link.attributes["href"]) for link in themes(either, "complet")}
        assert links == {"Exemple": "themes/exemple/", "eau": "themes/eau/"}

    def test_the_page_of_a_tag_lists_its_guides(self, either: Built) -> None:
        page = either.page("themes/exemple.md")
        assert either.guides_linked("themes/exemple.md") == ["discret", "aide-exemple", "complet"]
        assert page.one("h1").text.removesuffix("#") == "Thème : Exemple"

    def test_the_list_of_tags_counts_them(self, either: Built) -> None:
        items = [item.text for item in either.page("themes/index.md").one("article").all("li")]
        assert items[-2:] == ["eau 1 guide", "Exemple 3 guides"]
        assert not [item for item in items if "secret" in item]

    @pytest.mark.parametrize("name", ["nu", "vide"])
    def test_a_guide_without_any_shows_none(self, name: str, either: Built) -> None:
        assert themes(either, name) == []
        assert "Thèmes :" not in either.guide(name).one("article").text

    def test_tags_of_an_unpublished_guide_have_no_page_and_are_not_shown(self, either: Built) -> None:
        assert not (either.folder / "themes/secret").exists()
        assert themes(either, "cache") == []

    def test_guides_that_share_tags_are_related(self, either: Built) -> None:
        assert related(either, "complet") == ["discret", "aide-exemple"]
        assert related(either, "nu") == []


def themes(site: Built, name: str) -> list[dom.Element]:
    links = site.guide(name).one("article").all("a")
    return [link for link in links if below(f"guides/{name}.md", link.attributes["href"]).startswith("themes/")]


def related(site: Built, name: str) -> list[str]:
    steps = [item for item in site.guide(name).one("article").all("div") if "next-steps" in item.attributes["class"]]
    return [found for item in steps for found in site.guides_linked(f"guides/{name}.md", item)]


class TestImage:
    def test_it_is_the_picture_of_the_page(self, either: Built) -> None:
        (picture,) = either.guide("complet").one("article").all("img")
        assert below("guides/complet.md", picture.attributes["src"]) == "images/dessin.svg"
        assert picture.attributes["alt"] == ""

    def test_a_guide_without_one_has_no_picture(self, either: Built) -> None:
        assert either.guide("nu").one("article").all("img") == []

    def test_other_sites_get_its_full_address(self, published: Built, preview: Built) -> None:
        assert metas(published.guide("complet"))["og:image"] == f"{SITE}assets/partage/guides/complet.png"
        assert metas(published.guide("nu"))["og:image"] == f"{SITE}assets/partage/guides/nu.png"
        assert "og:image" not in metas(preview.guide("complet"))

    def test_one_that_does_not_exist_is_an_error(self, project: Path) -> None:
        text = f"---\n{GUIDES['nu']}image: absente.svg\n---\n\nTexte.\n"
        (project / "content/guides/nu.md").write_text(text, encoding="utf-8")
        (problem,) = [text for text in example.problems_of(project) if "image" in text]
        assert problem.startswith(
            "content/guides/nu.md:4 : guide « Guide nu » : l’image « content/images/absente.svg »"
        )


class TestNoindex:
    def test_search_engines_are_told(self, either: Built) -> None:
        assert metas(either.guide("discret"))["robots"] == "noindex"

    def test_no_other_page_says_so(self, either: Built) -> None:
        others = [path for path, page in either.project.pages.items() if not page.noindex]
        assert len(others) > 10
        assert [path for path in others if "robots" in metas(either.page(path))] == []

    def test_it_is_out_of_the_sitemap_and_of_the_feed(self, published: Built) -> None:
        assert "guides/discret/" not in sitemap(published)
        assert "guides/discret/" not in feed(published)

    def test_it_is_still_in_lists(self, either: Built) -> None:
        for path in ("guides/index.md", "themes/exemple.md", "api/organisme/donnee-exemple.md"):
            assert "discret" in either.guides_linked(path), path


class TestPublish:
    LISTS = (
        "index.md",
        "guides/index.md",
        "themes/exemple.md",
        "themes/eau.md",
        "api/index.md",
        "api/organisme/donnee-exemple.md",
        "api/bouquet-exemple.md",
    )

    def test_an_unpublished_guide_is_in_no_list(self, either: Built) -> None:
        assert [path for path in self.LISTS if "cache" in either.guides_linked(path)] == []

    def test_it_is_in_no_feed(self, published: Built) -> None:
        assert "guides/cache/" not in feed(published)

    def test_no_guide_is_related_to_it(self, either: Built) -> None:
        assert [name for name in GUIDES if "cache" in related(either, name)] == []

    def test_it_is_built_and_leads_on(self, either: Built) -> None:
        assert either.guide("cache").one("h1").text.removesuffix("#") == "Guide caché"
        assert related(either, "cache") == ["complet", "discret", "aide-exemple"]

    def test_it_is_reached_by_a_link(self, either: Built) -> None:
        assert "cache" in either.guides_linked("guides/complet.md")

    def test_search_finds_it(self, either: Built) -> None:
        assert Index.of_site(either.folder).pages_with("xylophon") == ["guides/cache/"]

    def test_published_guides_are_in_the_list_and_the_feed(self, published: Built) -> None:
        assert published.guides_linked("guides/index.md")[-4:] == ["discret", "nu", "vide", "complet"]
        names = {f"guides/{name}/" for name in (*LISTED, "aide-exemple")}
        assert set(feed(published)) == names - {"guides/discret/"}


def sitemap(site: Built) -> list[str]:
    root = ET.parse(site.folder / "sitemap.xml").getroot()  # noqa: S314  our own
    return [(item.text or "").removeprefix(SITE) for item in root.iter() if item.tag.endswith("}loc")]


def feed(site: Built) -> list[str]:
    root = ET.parse(site.folder / "guides.xml").getroot()  # noqa: S314  our own
    return [(item.findtext("link") or "").removeprefix(SITE) for item in root.iter("item")]


class TestApi:
    def test_the_page_of_an_api_lists_the_guides_that_name_it(self, either: Built) -> None:
        assert guides_part(either, "api/organisme/donnee-exemple.md") == ["discret", "complet"]

    def test_the_page_of_a_bundle_lists_the_guides_that_name_it(self, either: Built) -> None:
        assert guides_part(either, "api/bouquet-exemple.md") == ["complet"]

    @pytest.mark.parametrize("name", ["nu", "vide", "aide-exemple"])
    def test_a_guide_that_names_none_is_on_none(self, name: str, either: Built) -> None:
        for path in ("api/organisme/donnee-exemple.md", "api/bouquet-exemple.md"):
            assert name not in guides_part(either, path)


def guides_part(site: Built, path: str) -> list[str]:
    """Return the guides below the heading « Les guides » of a page."""
    article = site.page(path).one("article")
    found = [item for item in article.children if isinstance(item, dom.Element)]
    start = next(rank for rank, item in enumerate(found) if item.tag == "h2" and item.text.startswith("Les guides"))
    return site.guides_linked(path, next(item for item in found[start:] if item.tag == "ul"))


class TestUseCase:
    def test_the_guide_is_the_page_of_its_use_case(self, either: Built) -> None:
        page = either.page("guides/aide-exemple.md")
        assert page.one("h1").text.removesuffix("#") == "Guide du cas"
        assert either.project.pages["guides/aide-exemple.md"].written

    def test_no_page_is_generated_beside_it(self, either: Built) -> None:
        headings = [either.page(path).one("h1").text.removesuffix("#") for path in either.project.pages]
        assert "Aide Exemple" not in headings
        assert headings.count("Guide du cas") == 1

    def test_another_use_case_keeps_its_generated_page(self, either: Built) -> None:
        assert either.guide("autre-aide").one("h1").text.removesuffix("#") == "Autre Aide"

    def test_its_card_leads_there_and_it_is_not_listed_again_below(self, either: Built) -> None:
        article = either.page("guides/index.md").one("article")
        cards = [link for link in article.all("a") if link.text == "Aide Exemple"]
        assert [below("guides/index.md", link.attributes["href"]) for link in cards] == ["guides/aide-exemple/"]
        assert "Guide du cas" not in [link.text for link in article.all("a")]


class TestEveryPage:
    def test_a_trail_leads_from_home_to_every_page_but_home(self, either: Built) -> None:
        for path, page in either.project.pages.items():
            navs = {item.attributes.get("aria-label"): item for item in either.page(path).all("nav")}
            if path == "index.md":
                assert "Fil d’Ariane" not in navs
                continue
            trail = navs["Fil d’Ariane"]
            links = [below(path, link.attributes["href"]) for link in trail.all("a")]
            assert links == [address(crumb.path) for crumb in page.trail if crumb.path in either.project.pages], path
            assert links[0] == ""
            assert trail.all("li")[-1].attributes == {"aria-current": "page"}

    def test_the_menu_is_the_same_everywhere_and_says_where_one_is(self, either: Built) -> None:
        for path in either.project.pages:
            links = list(menus(either.page(path)))
            assert [below(path, link.attributes["href"]) for link in links] == [
                *("", "guides/", "api/", "editeurs/", "cadre-juridique/")
            ]
            here = [below(path, link.attributes["href"]) for link in links if "aria-current" in link.attributes]
            assert here == [
                place for place in (address(path),) if place in ("", "guides/", "api/", "editeurs/", "cadre-juridique/")
            ]

    def test_editing_opens_the_file_that_holds_the_words(self, published: Built) -> None:
        for path, page in published.project.pages.items():
            links = [link.attributes["href"] for link in published.page(path).all("a")]
            edits = [href for href in links if "/edit/" in href]
            assert edits == [f"{REPOSITORY}/edit/principale/{page.edits}"], path
            of_editors = path.startswith(("editeurs/editeur", "editeurs/comparer/aide"))
            assert (published.project.pages[path].edits == "data/editors.yaml") is of_editors

    def test_nothing_is_to_be_edited_without_a_repository(self, preview: Built) -> None:
        for path in preview.project.pages:
            assert "Corriger cette page" not in preview.page(path).text

    def test_the_full_address_is_told_to_search_engines_once_there_is_one(
        self, published: Built, preview: Built
    ) -> None:
        for path in published.project.pages:
            links = {link.attributes["rel"]: link.attributes["href"] for link in published.page(path).all("link")}
            assert links["canonical"] == f"{SITE}{address(path)}"
            assert metas(published.page(path))["og:url"] == f"{SITE}{address(path)}"
            assert below(path, links["alternate"]) == "guides.xml"
            rels = {link.attributes["rel"] for link in preview.page(path).all("link")}
            assert rels.isdisjoint({"canonical", "alternate"})
            assert "og:url" not in metas(preview.page(path))

    def test_the_sitemap_holds_every_other_page(self, published: Built, preview: Built) -> None:
        pages = {address(path) for path, page in published.project.pages.items() if not page.noindex}
        assert sorted(sitemap(published)) == sorted(pages)
        assert sitemap(preview) == []

    def test_there_is_no_feed_without_an_address(self, preview: Built) -> None:
        assert not (preview.folder / "guides.xml").exists()

    def test_a_preview_says_what_it_lacks_and_a_published_site_nothing(self, published: Built, preview: Built) -> None:
        assert "pas encore publié. Il manque l’adresse du site, l’adresse du dépôt" in preview.page("index.md").text
        assert "pas encore publié" not in published.page("index.md").text


class TestNotFound:
    def test_it_is_in_french_with_search_and_ways_out(self, published: Built) -> None:
        page = tree(published.folder / "404.html")
        assert page.one("html").attributes["lang"] == "fr"
        assert page.one("h1").text == "Page introuvable"
        assert page.one("title").text == "Page introuvable - Site Exemple"
        field = page.one("input", name="q").attributes["id"]
        assert page.one("label", **{"for": field}).text == "Rechercher dans le site"

    def test_its_links_hold_wherever_the_lost_address_was(self, published: Built, preview: Built) -> None:
        for site, root in ((published, "/sous/"), (preview, "/")):
            links = [link.attributes["href"] for link in tree(site.folder / "404.html").one("article").all("a")]
            assert links
            for href in links:
                assert href.startswith(root)
                assert (site.folder / href.removeprefix(root) / "index.html").is_file(), href

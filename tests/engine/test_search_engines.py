"""What a built site says to search engines and social sites, with an address and without one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from mkdocs.config.defaults import MkDocsConfig
from PIL import Image
from tests import build, dom, example
from tests.catalogue.french import assert_french
from tests.engine.test_dates import FIRST, SECOND, commit, git

from guides_api.engine.pictures import CACHE, FOLDER
from guides_api.engine.search_engines import _published_at, robots
from guides_api.pages.addresses import address
from guides_api.pages.project import Project, load_project
from guides_api.pages.structured_data import Data
from guides_api.pages.typography import typographic_words

SITE = "https://guides.example.org/sous/"
TITLE = 'L’été & « l\'hiver » : "quoi" & &amp; ?'
GUIDE = "---\ntitle: {title}\ntagline: Un guide inventé.\nimage: {image}\nnoindex: {noindex}\n---\n\nUn texte.\n"
FAQ = """---
title: Questions
---

## Partie

### Qui a droit ?

Tout le **monde** : voyez les [guides](guides/index.md).
"""
WITHOUT_PILLOW = "import sys\nsys.modules['PIL'] = None\ndef on_config(config):\n    pass\n"
PAINTED = (300, 200)


@dataclass(frozen=True, slots=True)
class Built:
    """A built site, what was said while it was built, and the pages that it must hold."""

    folder: Path
    said: str
    project: Project = field(repr=False)

    def page(self, path: str) -> dom.Element:
        return dom.read((self.folder / address(path) / "index.html").read_text(encoding="utf-8"))[0]

    def metas(self, path: str) -> dict[str, str]:
        named = [item.attributes for item in self.page(path).one("head").all("meta")]
        return {item.get("property") or item.get("name", ""): item.get("content", "") for item in named}

    def data(self, path: str) -> dict[str, Data]:
        scripts = [
            item for item in self.page(path).all("script") if item.attributes.get("type") == "application/ld+json"
        ]
        found = [json.loads("".join(map(str, script.children))) for script in scripts]
        return {data["@type"]: data for data in found}

    def sitemap(self) -> dict[str, str | None]:
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        root = ET.parse(self.folder / "sitemap.xml").getroot()  # noqa: S314  our own
        return {url.findtext(f"{space}loc") or "": url.findtext(f"{space}lastmod") for url in root}

    def files(self, *patterns: str) -> dict[str, bytes]:
        found = (file for pattern in patterns for file in self.folder.glob(pattern) if file.is_file())
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in found}


def written(root: Path, **guides: Mapping[str, str]) -> Path:
    """Write the example project below root with an article, questions and some guides, ready to be built."""
    example.write(root)
    (root / "content/faq.md").write_text(FAQ, encoding="utf-8")
    for name, values in guides.items():
        text = GUIDE.format(**{"title": name, "image": "dossier.svg", "noindex": "false", **values})
        (root / f"content/guides/{name}.md").write_text(text, encoding="utf-8")
    Image.new("RGB", PAINTED).save(root / "content/images/photo.png")
    shutil.copy(build.ROOT / "mkdocs.yml", root)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(build.ROOT / name)
    return root


def with_address(root: Path) -> Path:
    with (root / "data/site.yaml").open("a", encoding="utf-8") as site:
        site.write(f"site_url: {SITE.rstrip('/')}\n")
    return root


def built(root: Path, folder: Path) -> Built:
    done = build.run(root, folder)
    assert done.returncode == 0, done.stdout
    return Built(folder, done.stdout, load_project(root, example.TODAY))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an address in a repository of two commits, one guide not committed yet."""
    root = tmp_path_factory.mktemp("published") / "source"
    root.mkdir()
    git(root, "init")
    written(root, discret={"noindex": "true"}, photo={"image": "photo.png"}, signes={"title": json.dumps(TITLE)})
    commit(with_address(root), FIRST)
    commit(root, SECOND, **{"content__faq.md": f"{FAQ}\nEncore.\n"})
    new = GUIDE.format(title="Nouveau", image="dossier.svg", noindex="false")
    (root / "content/guides/nouveau.md").write_text(new, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def published(root: Path) -> Built:
    return built(root, root.with_name("site"))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("preview")
    return built(written(folder / "source", photo={"image": "photo.png"}), folder / "site")


class TestPublished:
    def test_every_page_says_its_address_its_title_and_its_description_to_those_who_share_it(
        self, published: Built
    ) -> None:
        for path, page in published.project.pages.items():
            metas = published.metas(path)
            (canonical,) = [
                item.attributes["href"]
                for item in published.page(path).all("link")
                if item.attributes.get("rel") == "canonical"
            ]
            assert canonical == metas["og:url"] == f"{SITE}{address(path)}"
            assert metas["og:title"] == typographic_words(page.title)
            assert metas["og:description"] == metas["description"] == typographic_words(page.description)
            assert metas["twitter:card"] == "summary_large_image"

    def test_every_page_has_a_picture_of_the_size_that_it_says(self, published: Built) -> None:
        for path in published.project.pages:
            metas = published.metas(path)
            assert metas["og:image"].startswith(SITE)
            with Image.open(published.folder / metas["og:image"].removeprefix(SITE)) as picture:
                assert picture.size == (int(metas["og:image:width"]), int(metas["og:image:height"]))
                assert picture.size == (PAINTED if path == "guides/photo.md" else (1200, 630))
            assert metas["og:image:alt"]

    def test_a_guide_s_own_picture_wins_unless_social_sites_would_refuse_its_format(self, published: Built) -> None:
        assert published.project.pages["guides/photo.md"].image == "images/photo.png"
        assert published.project.pages["guides/aide-exemple.md"].image == "images/dossier.svg"
        assert published.metas("guides/photo.md")["og:image"] == f"{SITE}images/photo.png"
        assert published.metas("guides/aide-exemple.md")["og:image"] == f"{SITE}{FOLDER}/guides/aide-exemple.png"

    def test_a_picture_is_told_in_words_to_those_who_do_not_see_it(self, published: Built) -> None:
        assert published.metas("guides/aide-exemple.md")["og:image:alt"] == "Guide Exemple, Guides, Site Exemple"
        assert published.metas("index.md")["og:image:alt"] == "Site Exemple"
        assert published.metas("guides/photo.md")["og:image:alt"] == "photo"

    def test_robots_are_welcome_and_told_where_the_sitemap_is(self, published: Built) -> None:
        text = (published.folder / "robots.txt").read_text(encoding="utf-8")
        assert text == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"

    def test_the_sitemap_dates_each_page_by_the_commit_of_the_file_that_it_is_edited_in(self, published: Built) -> None:
        sitemap = published.sitemap()
        pages = published.project.pages
        assert sitemap.keys() == {f"{SITE}{address(path)}" for path, page in pages.items() if not page.noindex}
        assert pages["guides/discret.md"].noindex
        dates = {path: sitemap.get(f"{SITE}{address(path)}") for path in pages}
        assert dates["faq.md"] == SECOND
        assert dates["guides/nouveau.md"] is None
        shown = [page for page in pages.values() if not page.noindex]
        generated = [page.path for page in shown if page.edits.startswith("data/")]
        assert generated
        assert {dates[path] for path in generated} == {FIRST}

    def test_a_guide_says_when_it_changed_and_where_it_stands(self, published: Built) -> None:
        data = published.data("guides/aide-exemple.md")
        assert data["Article"]["dateModified"] == FIRST
        assert data["Article"]["image"] == [published.metas("guides/aide-exemple.md")["og:image"]]
        assert data.keys() == {"Article", "BreadcrumbList"}
        assert "dateModified" not in published.data("guides/nouveau.md")["Article"]
        assert published.data("index.md") == {}

    def test_the_questions_are_those_of_the_page(self, published: Built) -> None:
        (question,) = published.data("faq.md")["FAQPage"]["mainEntity"]
        assert question["name"] == "Qui a droit\u202f?"
        assert question["acceptedAnswer"]["text"] == "Tout le monde\u00a0: voyez les guides.\nEncore."
        (heading,) = published.page("faq.md").one("article").all("h3")
        assert heading.text.startswith(" ".join(question["name"].split()))

    def test_signs_of_html_in_a_title_stay_words(self, published: Built) -> None:
        title = typographic_words(TITLE)
        assert published.metas("guides/signes.md")["og:title"] == title
        assert published.metas("guides/signes.md")["og:image:alt"].startswith(f"{title}, ")
        assert published.data("guides/signes.md")["Article"]["headline"] == title
        assert dom.read((published.folder / "guides/signes/index.html").read_text(encoding="utf-8"))[1] == []

    def test_nobody_s_browser_fetches_the_pictures(self, published: Built) -> None:
        for path in published.project.pages:
            fetched = [item.attributes.get("src", "") for item in published.page(path).all("img", "script", "source")]
            assert [place for place in fetched if FOLDER in place] == []


class TestCache:
    def test_pictures_come_from_the_cache_which_keeps_no_other(self, root: Path, published: Built) -> None:
        cache = root / CACHE
        drawn = published.files(f"{FOLDER}/**/*")
        assert sorted(file.read_bytes() for file in cache.iterdir()) == sorted({*drawn.values()})
        (kept, *_) = sorted(cache.iterdir())
        original = kept.read_bytes()
        kept.write_bytes(b"du cache")
        (cache / "ancienne.png").touch()
        again = built(root, root.with_name("again"))
        changed = {name for name, content in again.files(f"{FOLDER}/**/*").items() if content != drawn[name]}
        assert changed == {name for name, content in drawn.items() if content == original}
        assert not (cache / "ancienne.png").exists()


class TestPreview:
    def test_there_are_no_pictures_no_data_and_no_cache(self, preview: Built) -> None:
        assert preview.files(f"{FOLDER}/**/*") == {}
        assert not (preview.folder.with_name("source") / CACHE).exists()
        for path in preview.project.pages:
            metas = preview.metas(path)
            assert {"og:image", "og:image:alt", "og:url"}.isdisjoint(metas)
            assert metas["twitter:card"] == "summary"
            assert preview.data(path) == {}

    def test_the_map_is_not_packed_by_the_engine_which_would_date_it(self, preview: Built) -> None:
        assert (preview.folder / "sitemap.xml").is_file()
        assert not (preview.folder / "sitemap.xml.gz").exists()

    def test_robots_are_welcome(self, preview: Built) -> None:
        assert (preview.folder / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
        assert robots("") == "User-agent: *\nAllow: /\n"

    @pytest.mark.parametrize(
        ("site_url", "known"), [(None, ""), ("", ""), ("http://127.0.0.1:8000/", ""), (SITE, SITE)]
    )
    def test_a_site_that_is_served_here_is_a_preview_too(self, site_url: str | None, known: str) -> None:
        config = MkDocsConfig()
        config.site_url = site_url
        assert _published_at(config) == known


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("bare")
    root = with_address(written(folder / "source", photo={"image": "photo.png"}))
    (root / "without.py").write_text(WITHOUT_PILLOW, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("\nhooks:", "\nhooks:\n  - without.py", 1), encoding="utf-8")
    return built(root, folder / "site")


class TestWithoutPillow:
    def test_the_site_is_built_and_says_once_in_french_what_it_lacks(self, bare: Built) -> None:
        (line,) = [line for line in bare.said.splitlines() if "Pillow" in line]
        assert line.startswith("INFO")
        assert_french(line.partition(" - ")[2])

    def test_a_page_has_its_own_picture_or_none(self, bare: Built) -> None:
        assert bare.metas("guides/photo.md")["og:image"] == f"{SITE}images/photo.png"
        assert "og:image:width" not in bare.metas("guides/photo.md")
        assert "og:image" not in bare.metas("guides/aide-exemple.md")
        assert bare.metas("guides/aide-exemple.md")["twitter:card"] == "summary"
        assert bare.data("guides/aide-exemple.md").keys() == {"Article", "BreadcrumbList"}

    def test_outside_a_repository_the_sitemap_has_no_dates(self, bare: Built) -> None:
        assert bare.sitemap()
        assert {*bare.sitemap().values()} == {None}

"""The feeds of guides and of news, as a feed reader parses them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests import example

from guides_api.pages.feed import GUIDES_FEED, NEWS_FEED, feeds
from guides_api.pages.project import Project, load_project
from guides_api.pages.typography import typographic_words

SITE = "https://guides.example.org/sous/"
HEAD = "---\ntitle: {title}\ntagline: {tagline}\npublish: {publish}\nnoindex: {noindex}\n---\n\nTexte.\n"
SIGNS = 'L’eau & l\'air : "10 €" d’abord, ]]> &amp; après… {{ rien }} {% non %} 𝄞'


def read(project: Project, name: str = GUIDES_FEED) -> ET.Element:
    channel = ET.fromstring(dict(feeds(project.catalogue, SITE))[name]).find("channel")  # noqa: S314  our own text
    assert channel is not None
    return channel


def add(root: Path, name: str, **front_matter: str) -> None:
    values = {"title": name, "tagline": "Un guide.", "publish": "true", "noindex": "false", **front_matter}
    (root / f"content/guides/{name}.md").write_text(HEAD.format(**values), encoding="utf-8")


def load(root: Path) -> Project:
    return load_project(root, example.TODAY)


def test_it_lists_each_guide_with_its_full_address(project: Path) -> None:
    channel = read(load(project))
    assert channel.findtext("title") == "Site Exemple : guides"
    assert channel.findtext("link") == SITE
    assert channel.findtext("language") == "fr"
    (item,) = channel.findall("item")
    assert {child.tag: child.text for child in item} == {
        "title": "Guide Exemple",
        "link": f"{SITE}guides/aide-exemple/",
        "guid": f"{SITE}guides/aide-exemple/",
        "description": "Un guide inventé, qui montre ce que chacune de ses parties doit dire à son lecteur.",
    }


def test_it_says_where_it_is(project: Path) -> None:
    (own,) = read(load(project)).findall("{http://www.w3.org/2005/Atom}link")
    assert own.get("href") == f"{SITE}{GUIDES_FEED}"
    assert own.get("type") == "application/rss+xml"


@pytest.mark.parametrize(("key", "value"), [("publish", "false"), ("noindex", "true")])
def test_what_is_unpublished_or_not_for_search_engines_is_absent(key: str, value: str, project: Path) -> None:
    add(project, "discret", **{key: value})
    add(project, "visible")
    assert [item.findtext("title") for item in read(load(project)).findall("item")] == ["Guide Exemple", "visible"]


def test_any_sign_is_read_back_as_it_was_written(project: Path) -> None:
    signs = SIGNS.replace(">", "")
    add(project, "signes", title=f">-\n  {signs}", tagline=f">-\n  {signs}")
    item = read(load(project)).findall("item")[-1]
    shown = typographic_words(signs)
    assert (item.findtext("title"), item.findtext("description")) == (shown, shown)


def test_the_description_of_the_site_is_read_back_too(project: Path) -> None:
    site = project / "data/site.yaml"
    text = site.read_text(encoding="utf-8")
    site.write_text(text.replace("Un site inventé.", 'Dire « oui » & "non".'), encoding="utf-8")
    assert read(load(project)).findtext("description") == 'Dire « oui » & "non".'


def test_guides_are_in_alphabetical_order(project: Path) -> None:
    for name, title in {"a": "Zone", "b": "Écoles", "c": "eau"}.items():
        add(project, name, title=title)
    titles = [item.findtext("title") for item in read(load(project)).findall("item")]
    assert titles == ["eau", "Écoles", "Guide Exemple", "Zone"]


def test_a_feed_without_guides_is_still_a_feed(project: Path) -> None:
    (project / "content/guides/aide-exemple.md").unlink()
    assert read(load(project)).findall("item") == []


def test_the_real_feed_holds_every_guide_that_it_should(real: Project) -> None:
    links = [item.findtext("link") for item in read(real).findall("item")]
    guides = [guide for guide in real.catalogue.guides.values() if guide.publish and not guide.noindex]
    assert sorted(filter(None, links)) == sorted(f"{SITE}guides/{guide.id}/" for guide in guides)
    assert links


ARTICLE = "---\ntitle: {title}\ndate: {date}\nexcerpt: Un extrait.\n---\n\nTexte.\n"


def test_news_have_a_feed_of_their_own_newest_first_each_with_its_day(project: Path) -> None:
    folder = project / "content/actualites"
    folder.mkdir()
    for name, day in (("ancien", "2018-10-18T10:16:39.711Z"), ("nouveau", "2026-08-31"), ("moyen", "2024-10-22")):
        (folder / f"{name}.md").write_text(ARTICLE.format(title=name, date=day), encoding="utf-8")
    channel = read(load(project), NEWS_FEED)
    assert channel.findtext("title") == "Site Exemple : actualités"
    assert [(item.findtext("link"), item.findtext("pubDate")) for item in channel.findall("item")] == [
        (f"{SITE}actualites/nouveau/", "Mon, 31 Aug 2026 00:00:00 +0000"),
        (f"{SITE}actualites/moyen/", "Tue, 22 Oct 2024 00:00:00 +0000"),
        (f"{SITE}actualites/ancien/", "Thu, 18 Oct 2018 00:00:00 +0000"),
    ]
    assert channel.findtext("item/description") == "Un extrait."


def test_a_site_without_news_has_no_feed_of_them(project: Path) -> None:
    assert [name for name, _ in feeds(load(project).catalogue, SITE)] == [GUIDES_FEED]


def test_the_real_feed_holds_every_article(real: Project) -> None:
    links = [item.findtext("link") for item in read(real, NEWS_FEED).findall("item")]
    assert links == [f"{SITE}actualites/{article.id}/" for article in real.catalogue.latest_news]
    assert links

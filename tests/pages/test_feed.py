"""The feed of guides, as a feed reader parses it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests import example

from guides_api.pages.feed import FEED, feed
from guides_api.pages.project import Project, load_project

SITE = "https://guides.example.org/sous/"
HEAD = "---\ntitle: {title}\ntagline: {tagline}\npublish: {publish}\nnoindex: {noindex}\n---\n\nTexte.\n"
SIGNS = 'L’eau & l\'air : "10 €" d’abord, ]]> &amp; après… {{ rien }} {% non %} 😃'


def read(project: Project) -> ET.Element:
    channel = ET.fromstring(feed(project.catalogue, project.pages, SITE)).find("channel")  # noqa: S314  likewise
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
        "description": "Un guide inventé.",
    }


def test_it_says_where_it_is(project: Path) -> None:
    (own,) = read(load(project)).findall("{http://www.w3.org/2005/Atom}link")
    assert own.get("href") == f"{SITE}{FEED}"
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
    assert (item.findtext("title"), item.findtext("description")) == (signs, signs)


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

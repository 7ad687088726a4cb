"""What search engines read of a page without guessing: schema.org's terms, as JSON-LD.

Where a page stands (BreadcrumbList), who wrote an article and when (Article), questions and their answers (FAQPage).
Addresses are absolute, so nothing is said of a site whose address is unknown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from guides_api.pages.addresses import address
from guides_api.pages.page import QUESTIONS, SitePage
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

Data = dict[str, Any]

_ARTICLES = ("guide", "news")  # by the page's layout
_SPACES = re.compile(r"[ \t\r\n]+")  # the no-break ones stay
# A script ends at the first « </script », whatever stands around it; a comment may hide that end.
_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is known of a page once it is drawn: its own content, its picture's absolute address, its last change."""

    html: str
    image: str = ""
    modified: datetime | None = None


def as_json(data: Data) -> str:
    """Return data as JSON that a `<script>` may hold: no sign of HTML is left in it."""
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPES)


def structured_data(page: SitePage, drawn: Drawn, project: Project, site_url: str) -> list[Data]:
    """Return what is said of a page, each a whole document; `site_url` is absolute, with its final slash."""
    found = [_trail(page, project, site_url)] if page.trail else []
    if page.layout in _ARTICLES:
        found.append(_article(page, drawn, project, site_url))
    if page.path == QUESTIONS.path and (asked := questions(drawn.html)):
        found.append({"@type": "FAQPage", "mainEntity": [_question(*pair) for pair in asked]})
    return [{"@context": "https://schema.org", **data} for data in found]


def _trail(page: SitePage, project: Project, site_url: str) -> Data:
    steps = [(crumb.title, crumb.path) for crumb in page.trail if crumb.path in project.pages]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": typographic_words(title),
                "item": urljoin(site_url, address(path)),
            }
            for position, (title, path) in enumerate([*steps, (page.title, page.path)], 1)
        ],
    }


def _article(page: SitePage, drawn: Drawn, project: Project, site_url: str) -> Data:
    site = project.catalogue.site
    published = next((news.date for news in project.catalogue.news.values() if news.path == page.path), None)
    data: Data = {
        "@type": "Article",
        "headline": typographic_words(page.title),
        "description": typographic_words(page.description),
        "inLanguage": "fr",
        "mainEntityOfPage": urljoin(site_url, address(page.path)),
        "publisher": {"@type": "Organization", "name": site.name, "url": site_url},
    }
    if drawn.image:
        data["image"] = [drawn.image]
    if published:
        data["datePublished"] = published.isoformat()
    # An article may be written before the day it bears.
    if drawn.modified and (published is None or drawn.modified.date() >= published):
        data["dateModified"] = drawn.modified.isoformat()
    return data


def _question(name: str, answer: str) -> Data:
    return {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": answer}}


def questions(html: str) -> list[tuple[str, str]]:
    """Return the headings of level 3 of a page's content, each with the words up to the next heading.

    Blocks are apart by a line's end. What a reader doesn't see with them is left out: the anchor of a heading, the card
    of a term. A heading with nothing under it asks nothing.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = ((_plain(part.heading), _plain(part.words)) for part in reader.parts if part.level == 3)
    return [(question, answer) for question, answer in found if question and answer]


def _plain(words: list[str]) -> str:
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(words).split(_BREAK))
    return "\n".join(filter(None, lines))


_BREAK = "\x00"  # between blocks: no character of an HTML text
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {"p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "tr", "blockquote", "figure", "pre"}
_UNREAD = {"script", "style", "template", "svg"}
_VOID = {"br", "hr", "img", "input", "source", "wbr"}


@dataclass(slots=True)
class _Part:
    level: int
    heading: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Cuts a page's words at its headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = [_Part(0)]
        self.opened: list[tuple[str, bool]] = []  # each open tag, and whether it is unread
        self.in_heading = False

    @property
    def into(self) -> list[str]:
        return self.parts[-1].heading if self.in_heading else self.parts[-1].words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in _HEADINGS:
            self.parts.append(_Part(_HEADINGS[tag]))
            self.in_heading = True
        if tag in _BLOCKS or tag == "br":
            self.into.append(_BREAK)
        elif tag in ("td", "th"):
            self.into.append(" ")
        if tag not in _VOID:
            self.opened.append((tag, _is_unread(tag, attributes)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self.opened):
            return
        while self.opened.pop()[0] != tag:
            pass
        if tag in _HEADINGS:
            self.in_heading = False
        if tag in _BLOCKS:
            self.into.append(_BREAK)

    def handle_data(self, data: str) -> None:
        if not any(unread for _, unread in self.opened):
            self.into.append(data)


def _is_unread(tag: str, attributes: Mapping[str, str | None]) -> bool:
    classes = (attributes.get("class") or "").split()
    return tag in _UNREAD or "headerlink" in classes or "popover" in attributes or "hidden" in attributes

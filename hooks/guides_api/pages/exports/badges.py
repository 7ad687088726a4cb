"""Badges that editors and the authors of other sites may show: a small drawing that says what the catalogue says."""

from __future__ import annotations

import math
from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.editors import Editor
from guides_api.catalogue.models import Access, Api, FranceConnect
from guides_api.pages import templating
from guides_api.pages.addresses import api_path, badge_path, editor_path
from guides_api.pages.palette import painted
from guides_api.pages.typography import typographic_words

_ACCESS = {Access.AUTHORIZATION: "Sur habilitation", Access.OPEN_DATA: "Données publiques"}
_FRANCECONNECT = {
    FranceConnect.ONLY: "FranceConnect requis",
    FranceConnect.POSSIBLE: "FranceConnect possible",
    FranceConnect.NO: "sans FranceConnect",
}
_LONGEST = 48  # letters of a name: a badge stands in a line of text
_SIZE, _PADDING, _MARK = 11, 8, 17  # pixels
# Widths of letters in ems, on the wide side of common fonts; the drawing then fits its words to the room made for them.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'’|!()[]", 0.33),
    **dict.fromkeys("frt -/\u00a0\u202f", 0.4),
    **dict.fromkeys("mwMWŒœ@%&", 0.9),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZÀÂÇÈÉÊËÎÏÔÙÛÜ", 0.7),
}
_OTHER, _FOREIGN = 0.58, 1.0


def badges(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the file and the drawing of the badge of each editor and of each API, under the ids that they had too."""
    site, colour = catalogue.site.name, catalogue.site.colour
    for editor in catalogue.editors.values():
        drawn = painted(badge(site, editor_words(editor)), colour)
        yield from ((badge_path(editor_path(name)), drawn) for name in (editor.id, *editor.aliases))
    for api in catalogue.apis.values():
        drawn = painted(badge(site, api_words(api, catalogue), api.title), colour)
        yield from ((badge_path(api_path(name)), drawn) for name in (api.id, *api.aliases))


def editor_words(editor: Editor) -> str:
    """Return what an editor's badge says."""
    count = len(editor.solutions)
    return f"{_cut(editor.name)} : {count} {'logiciels' if count > 1 else 'logiciel'}"


def api_words(api: Api, catalogue: Catalogue) -> str:
    """Return what an API's badge says."""
    return f"{_ACCESS[api.access]}, {_FRANCECONNECT[catalogue.franceconnect(api)]}"


def badge(site: str, words: str, subject: str = "") -> str:
    """Return a badge as SVG of 20 pixels in height; `subject` is told to those who don't see what is beside it."""
    site, words = typographic_words(_cut(site)), typographic_words(words)
    left, right = _width(site), _width(words)
    split = _MARK + left + 2 * _PADDING
    values = {
        "site": site,
        "words": words,
        "title": typographic_words(", ".join(filter(None, (subject, words, site)))),
        "left": left,
        "right": right,
        "split": split,
        "width": split + right + 2 * _PADDING,
        "site_at": _MARK + _PADDING,
        "words_at": split + _PADDING,
        "size": _SIZE,
    }
    return templating.html("badge.svg", values) + "\n"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _width(words: str) -> int:
    ems = sum(_WIDTHS.get(letter, _OTHER if ord(letter) < 0x250 else _FOREIGN) for letter in words)
    return math.ceil(ems * _SIZE)

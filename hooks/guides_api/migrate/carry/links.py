"""Links and pictures: to our pages, to the guides that come along, to the anchors that headings have here."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from guides_api.catalogue.content_files import PICTURES
from guides_api.migrate.carry.destination import well_named
from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text
from guides_api.migrate.checks.links import EMAIL, lacks_a_scheme
from guides_api.migrate.losses import Note
from guides_api.pages.addresses import file_link
from guides_api.pages.links import markdown_targets

_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""\s(?P<name>href|src|link|logo)\s*=\s*(?P<quote>["'])(?P<target>[^"'<>]*)(?P=quote)""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[{%]|\$\{|<%")
_MAILTO = re.compile(r"<mailto:(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")


def links(text: Text, move: Move) -> Carried:
    """Return a text whose links lead where what they named stands now; those that can't be told stay as they are."""
    edits: list[Edit] = []
    notes: list[Note] = []
    for start, end, target, name in _targets(text):
        line = text.line(start)
        opened = text.text[start - 1 : start] == "<" and text.text[end : end + 1] == ">"
        new, note = _named(target, line, move) if name == "logo" else _led(target, line, text, move)
        notes += [note] if note else []
        if opened and name == "" and text.text[start - 2 : start - 1] == "(" and new and not re.search(r"[\s()]", new):
            edits.append((start - 1, end + 1, new))
        elif new != target:
            edits.append((start, end, new))
        if new != target:
            notes.append(move.change("lien", line, f"« {target} » est devenu « {new} »."))
    for found in _MAILTO.finditer(text.markdown.masked):
        edits.append((found.start(), found.end(), f"<{found['email']}>"))
        notes.append(
            move.change("lien", text.line(found.start()), f"« {found[0]} » s’écrit ici « <{found['email']}> ».")
        )
    return text.edited(edits), notes


def image_name(written: str, move: Move) -> tuple[str, str | None]:
    """Return the name of a header's image as the project writes it, and the folder's file that it was.

    That file is empty where the project has the image already, None where nobody has. A guide's image stands in
    content/images itself, an article's anywhere below.
    """
    address = unquote(written.strip())
    own = f"images/{address.removeprefix('/').removeprefix('images/')}"
    found = own if own in move.to.by_target else move.to.image(address, move.guide.path, move.target)
    found = own if found is None and own in move.to.files else found
    expected = (found or f"images/{well_named(address)}").removeprefix("images/")
    name = expected if move.news else posixpath.basename(expected)
    return name, move.to.by_target.get(found, "") if found else None


def _targets(text: Text) -> Iterator[tuple[int, int, str, str]]:
    """Yield the place of each address, in Markdown and in tags, with the attribute that it is given to, if any."""
    shown = text.markdown.blanked
    for start, target in markdown_targets(shown):
        yield start, start + len(target), target, ""
    for tag in _TAG.finditer(shown):
        for found in _ATTRIBUTE.finditer(shown, tag.start(), tag.end()):
            yield *found.span("target"), found["target"], found["name"]


def _led(written: str, line: int, text: Text, move: Move) -> tuple[str, Note | None]:
    """Return where an address leads now, and what to say of one that leads nowhere."""
    target = html.unescape(written).strip()
    if not target or target.startswith("//") or _SCHEME.match(target) or _TEMPLATE.search(target):
        return written, None
    if target.startswith("#"):
        return _anchor(written, text), None
    address, anchor = _parts(target)
    if posixpath.splitext(address)[1].lower() in PICTURES:
        return _picture(address, line, move)
    if found := move.to.page(address, move.guide.path, move.target):
        return _way(found, move, move.to.anchor(found, anchor) if anchor else ""), None
    return _whole(written, line, move)


def _whole(written: str, line: int, move: Move) -> tuple[str, Note | None]:
    """Return an address with what says of which kind it is, or as it is, with what to say of it."""
    target = html.unescape(written).strip()
    if lacks_a_scheme(target):
        return f"{'mailto:' if EMAIL.fullmatch(target) else 'https://'}{target}", None
    message = f"le lien « {written} » ne mène ni à un guide du dossier, ni à une page du site : corrigez-le."
    return written, move.loss("lien-casse", line, message)


def _named(written: str, line: int, move: Move) -> tuple[str, Note | None]:
    """Return the name of an image of content/images, as components want it, and what to say where it is not there."""
    address = html.unescape(written).strip()
    if not address or _SCHEME.match(address) or _TEMPLATE.search(address):
        return written, None
    own = f"images/{address.removeprefix('/').removeprefix('images/')}"
    found = move.to.image(address, move.guide.path, move.target) or (own if own in move.to.files else None)
    expected = found or f"images/{well_named(address)}"
    return (written if own == expected else f"/{expected}"), None if found else _absent(expected, line, move)


def _absent(expected: str, line: int, move: Move) -> Note:
    return move.loss("image-absente", line, f"l’image n’est pas dans le dossier : placez-la dans content/{expected}.")


def _picture(address: str, line: int, move: Move) -> tuple[str, Note | None]:
    found = move.to.image(address, move.guide.path, move.target)
    if found:
        return _way(found, move, ""), None
    own = posixpath.normpath(posixpath.join(posixpath.dirname(move.target), address))
    expected = own if own.startswith("images/") and not address.startswith("/") else f"images/{well_named(address)}"
    return _way(expected, move, ""), _absent(expected, line, move)


def _anchor(written: str, text: Text) -> str:
    """Return the anchor that a heading has here, where one only is meant."""
    anchor = unquote(written[1:])
    meant = text.anchor(anchor) if anchor else ""
    return f"#{meant}" if meant else written


def _way(found: str, move: Move, anchor: str) -> str:
    link = file_link(found, move.target) if found != move.target else posixpath.basename(found)
    return f"{quote(link, safe='/.-_~')}{anchor and '#'}{anchor}"


def _parts(target: str) -> tuple[str, str]:
    rest, _, anchor = target.partition("#")
    return unquote(rest.partition("?")[0]), anchor

"""The addresses that a guide gives: whole, safe, telling where they lead, and leading there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.header import Kind
from guides_api.pages.prose import links_that_tell_nothing, unsafe_addresses

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[{%]|\$\{|<%")
_EMPTY = re.compile(r"(?:https?:(?://)?|mailto:|tel:|<>)?", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?")
_DOMAIN = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:fr|com|org|net|eu|io|info|paris|bzh|alsace|corsica|be|ch|re)(?:[:/?#].*)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[wW]{3}(?<![\w/.@:%=-]...)\.[\w-]+(?:\.[\w-]+)+")
_LINKED_WORDS = re.compile(r"\[[^\[\]\n]*$")
_SAYS_ITS_ADDRESS = re.compile(r"\[\s*https?://[^\]\s]{4}|<a\b[^<>]*>\s*https?://[^<\s]{4}", re.IGNORECASE)
_TOP = re.compile(r"\b(?:haut|début|top|sommaire|page)\b|[↑⬆▲]", re.IGNORECASE)
_HTTP = re.compile(r"http://[^\s<>\"']+", re.IGNORECASE)
_NEARBY = re.compile(
    r"http://(?:localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[::1\]|[\w-]+(?:[:/]|$)|[\w.-]+\.(?:local|test|localhost|internal|lan)\b)"
)


def unsafe_links(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of addresses that start with http://, but those of the machine itself."""
    for entry in guide.header.entries:
        for value in (entry.value, *entry.value.items):
            if value.kind is Kind.TEXT and (address := _HTTP.match(value.text)) and not _NEARBY.match(address[0]):
                message = f"l’adresse « {address[0][:80]} » n’est pas protégée : écrivez https://."
                yield found("lien-http", guide.path, value.line, message)
    markdown = guide.markdown
    for start, _, message, remedy in unsafe_addresses(markdown.masked) if "http://" in markdown.lowered else ():
        if not _NEARBY.match(markdown.text, start):
            yield found("lien-http", guide.path, markdown.line(start), f"{message} {remedy}")


def mute_links(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of links whose words are of no use without the sentence around them."""
    for start, _, message, remedy in links_that_tell_nothing(guide.markdown.masked):
        if _SAYS_ITS_ADDRESS.match(guide.markdown.text, start):
            continue
        yield found("lien-muet", guide.path, guide.markdown.line(start), f"{message} {remedy}")


def addresses(guide: Guide, context: Context) -> Iterator[Finding]:
    """Tell of addresses that are empty, that lack what says of which kind they are, or that lead nowhere."""
    for link in guide.markdown.links:
        target = link.target
        if _TEMPLATE.search(target) or target.startswith("//") or (target.startswith("#") and target != "#"):
            continue
        if link.image:
            yield from _image(guide, context, target, link.line, guide.path)
        elif _EMPTY.fullmatch(target) or (target == "#" and not _TOP.search(link.words)):
            yield found(
                "lien-externe-vide", guide.path, link.line, "ce lien n’a pas d’adresse : écrivez-la, ou retirez-le."
            )
        elif target != "#" and lacks_a_scheme(target) and context.places.has(target, guide.path) is not True:
            remedy = f"mailto:{target}" if EMAIL.fullmatch(target) else f"https://{target}"
            message = f"l’adresse « {target[:80]} » n’est pas entière : écrivez « {remedy[:90]} »."
            yield found("lien-sans-adresse", guide.path, link.line, message)
        elif target != "#" and not _SCHEME.match(target) and context.places.has(target, guide.path) is False:
            yield found(
                "lien-casse", guide.path, link.line, f"le lien « {target[:100]} » ne mène à aucun fichier du dossier."
            )
    entry = guide.header.get("image")
    if entry and entry.value.kind is Kind.TEXT and entry.value.text:
        yield from _image(guide, context, entry.value.text, entry.line, "")


def bare_addresses(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of « www. » addresses in a sentence, which are no links."""
    markdown = guide.markdown
    for address in _BARE.finditer(markdown.masked) if "www." in markdown.lowered else ():
        before = markdown.masked[max(0, address.start() - 200) : address.start()]
        if markdown.reading.reads(address.start()) and not _LINKED_WORDS.search(before):
            message = f"« {address[0][:80]} » n’est pas un lien : écrivez « https://{address[0][:80]} »."
            yield found("lien-sans-adresse", guide.path, markdown.line(address.start()), message)


def _image(guide: Guide, context: Context, target: str, line: int, path: str) -> Iterator[Finding]:
    if _SCHEME.match(target) or _TEMPLATE.search(target) or target.startswith("//"):
        return
    if not target:
        yield found("image-absente", guide.path, line, "cette image n’a pas d’adresse.")
    elif not context.places.has_image(target, path):
        yield found("image-absente", guide.path, line, f"l’image « {target[:100]} » n’est pas dans le dossier.")


def lacks_a_scheme(target: str) -> bool:
    """Tell whether an address is that of a site or of a person, without what says so."""
    return target.lower().startswith("www.") or bool(EMAIL.fullmatch(target) or _DOMAIN.fullmatch(target))

"""Links that people write: each must lead somewhere, and none may copy an address that is computed."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from guides_api.catalogue.problems import did_you_mean, folded
from guides_api.pages import templating
from guides_api.pages.addresses import address, relative
from guides_api.pages.code_spans import code_spans
from guides_api.pages.destinations import Destinations
from guides_api.pages.spans import blanked
from guides_api.pages.tags import Mistake

_INLINE = re.compile(
    r"\](?<!\\\])\(\s*(?P<opened><)?"
    r"(?P<target>(?(opened)[^<>\n]*(?=>)|(?:[^()<>\n]|\([^()\n]*\))*?(?=\s*\)|\s+[\"'(])))"
)
_DEFINITION = re.compile(r"^[ \t>]*\[(?P<label>[^\^\]\n][^\]\n]*)\]:\s*<?(?P<target>[^\s>]+)>?", re.MULTILINE)
_REFERENCE = re.compile(r"\[(?<!\\\[)(?P<words>[^\[\]]+)\]\[(?P<label>[^\[\]]*)\]")
_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(
    r"""\s(?P<name>[^\s"'<>/=]+)\s*=\s*(?:(?P<quote>["'])(?P<target>.*?)(?P=quote)|(?P<bare>[^\s"'<>]+))""",
    re.DOTALL,
)
_LEADING = ("href", "src", "poster", "link")
_AUTOLINK = re.compile(r"<(?P<target>https?://[^>\s]+)>", re.IGNORECASE)
_BARE_DATAPASS = re.compile(r"(?P<target>[hH](?i:ttps?://[\w.-]*datapass[\w.-]*\.[a-z]{2,})[^\s)\"'<>]*)")
_WRITE_A_PATH = "Écrivez le chemin du fichier, comme ../api/index.md."
_MOST_SUGGESTED = 50  # a page: to look for what was meant takes long
_LAST_READ = 16  # texts: those of the page under way
_ELSEWHERE = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Written:
    """A link as written: its target and its line in the text."""

    target: str
    line: int


@lru_cache(maxsize=_LAST_READ)
def links(text: str) -> tuple[Written, ...]:
    """Return every link, image and address of a Markdown text, code excepted, each place once, in their order."""
    return tuple(_links(text))


def _links(text: str) -> Iterator[Written]:
    prose = blanked(text, code_spans(text))
    targets = dict(markdown_targets(prose))
    targets |= {start: html.unescape(text[start:end]) for start, end in _attributes(prose)}
    for found in _BARE_DATAPASS.finditer(prose) if "://" in prose else ():  # most pages have none
        targets.setdefault(found.start(), found["target"])
    line, counted = 1, 0
    for start, target in sorted(targets.items()):
        line, counted = line + text.count("\n", counted, start), start
        yield Written(target.strip(), line)


def markdown_targets(prose: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the address of each link and image that is Markdown, in a text without its code."""
    for found in (*_INLINE.finditer(prose), *_definitions(prose), *_AUTOLINK.finditer(prose)):
        yield found.start("target"), found["target"]


def link_mistakes(text: str, path: str, to: Destinations) -> Iterator[Mistake]:
    """Yield the links of a page's text that lead nowhere, or that only computed addresses may replace."""
    yield from _undefined(text)
    broken = 0
    for link in links(text):
        if not link.target:
            yield Mistake(link.line, "lien-vide", "ce lien n’a pas d’adresse.", "Écrivez-la, ou retirez le lien.")
        elif (parts := _parts(link.target)) is None:
            yield _refused(link)
        elif "datapass" in (parts.hostname or ""):
            yield _hand_written(link)
        elif parts.scheme not in _ELSEWHERE:
            for mistake in _internal(link, path, to, suggest=broken < _MOST_SUGGESTED):
                broken += 1
                yield mistake


def resolved(text: str, path: str) -> str:
    """Return text in which the raw HTML links to files of `content/` are addresses, as MkDocs does for Markdown's."""
    pieces, position = [], 0
    for start, end in _attributes(blanked(text, code_spans(text))):
        target, hash_sign, anchor = html.unescape(text[start:end]).partition("#")
        if _is_file(target):
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            below = posixpath.relpath(file, address(path) or ".")
            link = relative(file, path, anchor) if file.endswith(".md") else f"{below}{hash_sign}{anchor}"
            pieces += [text[position:start], templating.among_words(templating.escape(link))]
            position = end
    return "".join([*pieces, text[position:]])


def _attributes(prose: str) -> Iterator[tuple[int, int]]:
    """Yield where the addresses of a text's tags start and end; what a component lacks is told by the component."""
    for tag in _TAG.finditer(prose):
        for found in _ATTRIBUTE.finditer(prose, tag.start(), tag.end()):
            if found["name"].lower() not in _LEADING:
                continue
            start, end = found.span("target" if found["quote"] else "bare")
            if start < end or tag[0][1].islower():
                yield start, end


def _definitions(prose: str) -> Iterator[re.Match[str]]:
    return _DEFINITION.finditer(prose) if "]:" in prose else iter(())


def _undefined(text: str) -> Iterator[Mistake]:
    """Yield the links by reference whose reference is not in the text: readers would see their brackets."""
    if "][" not in text:
        return
    prose = blanked(text, code_spans(text))
    defined = {folded(found["label"]) for found in _definitions(prose)}
    for found in _REFERENCE.finditer(prose):
        label = text[slice(*found.span("label" if found["label"] else "words"))]
        if folded(label) not in defined:
            yield Mistake(
                text.count("\n", 0, found.start()) + 1,
                "reference-indefinie",
                f"le lien « {text[slice(*found.span())][:100]} » renvoie à « {label[:100]} », défini nulle part.",
                f"Ajoutez une ligne « [{label[:100]}]: … » avec l’adresse, ou écrivez [texte](adresse).",
            )


def _is_file(target: str) -> bool:
    return (
        bool(target)
        and not target.endswith("/")
        and (parts := _parts(target)) is not None
        and not parts.scheme
        and not target.startswith("/")
    )


def _parts(target: str) -> SplitResult | None:
    """Return an address's parts, or None for what is no address."""
    try:
        return urlsplit(target)
    except ValueError:
        return None


def _refused(link: Written) -> Mistake:
    return Mistake(
        link.line,
        "lien-refuse",
        f"lien refusé : « {link.target[:100]} ».",
        "Un lien mène à un fichier du site, ou à une adresse qui commence par https://.",
    )


def _hand_written(link: Written) -> Mistake:
    what = "DataPass de test" if re.search("staging|sandbox|recette", link.target) else "DataPass"
    return Mistake(
        link.line,
        "datapass-a-la-main",
        f"adresse {what} écrite à la main : « {link.target[:100]} ».",
        'Placez <DataPass use_case="…">Remplir une demande</DataPass> : l’adresse est alors calculée, toujours juste.',
    )


def _internal(link: Written, path: str, to: Destinations, *, suggest: bool) -> Iterator[Mistake]:
    target, _, anchor = unquote(link.target).partition("#")
    if ":" in target.split("/")[0]:
        yield _refused(link)
        return
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    if to.has(file):
        known = to.anchors_of(file) if anchor and file.endswith(".md") else None
        if known is not None and anchor not in known:
            yield Mistake(
                link.line,
                "ancre-inconnue",
                f"la page « {file} » n’a pas de partie « #{anchor} ».",
                did_you_mean(anchor, sorted(known)) or "Recopiez l’ancre depuis la page construite.",
            )
    elif posixpath.dirname(file) not in to.unread:
        message = f"le lien « {link.target[:100]} » ne mène nulle part."
        told = target, posixpath.dirname(path)
        if told not in to.meant and suggest:
            to.meant[told] = _suggestion(*told, to)
        yield Mistake(link.line, "lien-casse", message, to.meant.get(told, _WRITE_A_PATH))


def _suggestion(target: str, folder: str, to: Destinations) -> str:
    """Name the file that was most likely meant, written as a link from a page of a folder."""
    meant = posixpath.normpath(posixpath.join(folder, target)).strip("./")
    page = to.pages.get(meant) or to.pages.get(target.strip("/."))
    if page is None:
        known = sorted(posixpath.relpath(item, folder or ".") for item in to.files)
        return did_you_mean(target, known) or _WRITE_A_PATH
    return f"Vouliez-vous dire « {posixpath.relpath(page, folder or '.')} » ?"

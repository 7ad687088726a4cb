"""What a page's prose may not hold: HTML that runs, loads, sends or moves a reader elsewhere; pictures of other sites.

Prose is Markdown and components. Of HTML it may hold the elements of words, and the attributes that say something of
them; everything else is refused, known or not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from guides_api.pages.code_spans import code_spans
from guides_api.pages.links import links
from guides_api.pages.spans import Span, blanked, end_of_span
from guides_api.pages.tags import HTML_CONTAINERS, Mistake

_ELEMENTS = {
    *("a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em"),
    *("figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol"),
    *("p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "time", "tr", "u", "ul", "var"),
}
_VOID = ("br", "hr", "img")
_OF_TAGS = {
    *("alt", "class", "colspan", "datetime", "dir", "height", "href", "hreflang", "id", "lang", "rel", "rowspan"),
    *("scope", "src", "start", "title", "width"),
}
_OF_LISTS = _OF_TAGS - {"href", "src"}  # of « { … } », after what they are about
# What every reader of Markdown takes for code: between fences of their own, or between backticks of one line.
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[\w-]*)")
_INLINE = re.compile(r"`[^`\n]+`")
_TICKS = re.compile(r"`+")
_OPENS = re.compile(r"<(?=[A-Za-z/!?])")
_COMPONENT = re.compile(rf"</?(?:[A-Z]|(?:{'|'.join(HTML_CONTAINERS)})\b)")
_PLAIN = re.compile(r"<https?://[^\s<>]+>|<[\w.+-]+@[\w.-]+>|<!--(?!-?>)[^<>]*-->")
_VALUE = r"""(?:"[^"<>`]*"|'[^'<>`]*'|[^\s"'<>=`]+)"""
_TAG = re.compile(
    rf"</?(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\s+[a-z-]+(?:\s*=\s*{_VALUE})?)*)\s*/?>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(rf"\s+(?P<name>[a-z-]+)(?:\s*=\s*{_VALUE})?", re.IGNORECASE)
_LIST = re.compile(r"\{:?(?P<items>[^{}\n]*)\}")
_ITEM = re.compile(r"""(?P<name>[^\s=.#"'][^\s=]*)\s*=|(?:^|\s)(?P<alone>on\w+)""", re.IGNORECASE)
_BLOCK = re.compile(r"/{3,}[ \t]*html\b[^\n]*")
_RUNNING = ("javascript:", "vbscript:", "data:")
_SCHEME = re.compile(rf"(?:{'|'.join(_RUNNING)})(?=\S)", re.IGNORECASE)
_COLON = re.compile(r":(?<=[at\x00-\x20]:)")  # as theirs, and nearly no other one
_ELSEWHERE = r"\s*<?\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})"
_IMAGE = re.compile(rf"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\({_ELSEWHERE}")
_SOURCE = re.compile(rf"\ssrc\s*=\s*(?P<value>{_VALUE})", re.IGNORECASE)
_DEFINED = re.compile(rf"^[ \t>]*\[(?P<label>[^\]\n]+)\]:{_ELSEWHERE}", re.MULTILINE)
_UNSEEN = re.compile(r"[\x00-\x20]")
_SHOWN = 60
_NO_SCRIPT = "Écrivez-le en Markdown, ou avec un composant : une page n’a ni script, ni formulaire, ni cadre à elle."


def html_mistakes(text: str) -> Iterator[Mistake]:
    """Yield the HTML, the attributes and the pictures that prose may not hold."""
    shown = _without_code(text)
    for start, what in (*_tags(shown, code_spans(text)), *_attributes(shown), *_scripts(text, shown)):
        message = f"« {what[:_SHOWN]} » est refusé ici."
        yield Mistake(text.count("\n", 0, start) + 1, "html-refuse", message, _NO_SCRIPT)
    for start in _unpaired(shown):
        message = f"« {shown[start:].partition('>')[0][:_SHOWN]}> » n’a pas sa balise ouvrante ou fermante."
        yield Mistake(text.count("\n", 0, start) + 1, "html-refuse", message, "Ajoutez-la, ou écrivez en Markdown.")
    for start in _pictures(shown):
        message, remedy = (
            "cette image est prise sur un autre site.",
            "Copiez-la dans content/images, et citez son fichier.",
        )
        yield Mistake(text.count("\n", 0, start) + 1, "image-ailleurs", message, remedy)


def _without_code(text: str) -> str:
    """Return text without what is surely code: beside HTML, or one that has no pair, backticks may not be."""
    shown = blanked(text, list(_fenced(text)))
    if "`" not in shown:
        return shown
    paired = all(len(run) == 1 for run in _TICKS.findall(shown)) and "\\`" not in shown
    lines = shown.split("\n")
    if not paired or any(line.count("`") % 2 for line in lines):
        return shown
    bare = blanked(shown, [found.span() for found in _INLINE.finditer(shown)])
    return shown if any(not _COMPONENT.match(tag[0]) for tag in _TAG.finditer(bare)) else bare


def _fenced(text: str) -> Iterator[Span]:
    """Yield the blocks between two fences; after one that is not surely a fence, there are none."""
    fence, opened, start = "", 0, 0
    for line in text.split("\n") if "```" in text or "~~~" in text else ():
        if "```" in line or "~~~" in line:
            found = _FENCE.fullmatch(line.rstrip())
            if not found or (fence and (found["fence"] != fence or found["info"])):
                return
            if fence:
                yield opened, start + len(line)
            fence, opened = "" if fence else found["fence"], start
        start += len(line) + 1


def _tags(shown: str, code: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Yield what is no plain HTML; `code` is what components are not looked for in, where readers may see HTML."""
    for found in _OPENS.finditer(shown):
        start = found.start()
        component = _COMPONENT.match(shown, start) and end_of_span(code, start) is None
        if component or _PLAIN.match(shown, start):
            continue
        tag = _TAG.match(shown, start)
        attributes = [item["name"].lower() for item in _ATTRIBUTE.finditer(tag["attributes"])] if tag else []
        if tag is None or tag["name"].lower() not in _ELEMENTS or not _OF_TAGS.issuperset(attributes):
            what, closing, _ = shown[start : start + _SHOWN].partition("\n")[0].partition(">")
            yield start, what + closing


def _unpaired(shown: str) -> Iterator[int]:
    """Yield the tags that would close what the page itself opened, or leave it open."""
    opened: list[tuple[str, int]] = []
    for tag in _TAG.finditer(shown):
        name = tag["name"].lower()
        if name not in _ELEMENTS or name in _VOID or tag["name"][0].isupper():
            continue
        if not tag[0].startswith("</"):
            opened.append((name, tag.start()))
        elif opened and opened[-1][0] == name:
            opened.pop()
        else:
            yield tag.start()
    yield from (start for _, start in opened)


def _attributes(shown: str) -> Iterator[tuple[int, str]]:
    """Yield the lists of attributes that hold others than those of words, and blocks that only components draw."""
    for found in _LIST.finditer(shown):
        names = [(item["name"] or item["alone"]).lower() for item in _ITEM.finditer(found["items"])]
        if not _OF_LISTS.issuperset(names):
            yield found.start(), found[0]
    for found in _BLOCK.finditer(shown) if "///" in shown else ():
        yield found.start(), found[0].strip()


def _scripts(text: str, shown: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold an address that runs, those of links apart, which are told as such."""
    folded = html.unescape(shown).casefold()
    if not any(_ends_a_scheme(folded, found.start()) for found in _COLON.finditer(folded)):  # nor does any line
        return
    led = {link.line for link in links(text) if _SCHEME.match(link.target)}
    start = 0
    for number, line in enumerate(shown.split("\n"), 1):
        if number not in led and _SCHEME.search(_UNSEEN.sub("", html.unescape(line))):
            yield start, line.strip()
        start += len(line) + 1


def _ends_a_scheme(folded: str, colon: int) -> bool:
    """Tell whether what stands before a colon is a scheme that runs, whatever nobody sees among its letters."""
    for scheme in _RUNNING:
        place = colon
        for letter in reversed(scheme[:-1]):
            place -= 1
            while place >= 0 and folded[place] <= " ":
                place -= 1
            if place < 0 or folded[place] != letter:
                break
        else:
            return True
    return False


def _pictures(shown: str) -> Iterator[int]:
    yield from (found.start() for found in _IMAGE.finditer(shown))
    for tag in _TAG.finditer(shown):
        sources = [html.unescape(found["value"].strip("\"'")) for found in _SOURCE.finditer(tag["attributes"])]
        if any(re.match(_ELSEWHERE, _UNSEEN.sub("", source)) for source in sources):
            yield tag.start()
    for found in _DEFINED.finditer(shown) if "]:" in shown else ():
        label = re.escape(found["label"])
        by_label = re.compile(rf"!\[[^\[\]]*\]\[{label}\]|!\[{label}\](?!\()", re.IGNORECASE)
        yield from (image.start() for image in by_label.finditer(shown))

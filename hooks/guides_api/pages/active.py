"""What no finished page may hold, whoever wrote it: what would run, load, send elsewhere or move the reader.

Prose is refused at its line long before; this reads what Markdown made of it, which nobody can foresee entirely.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_NEVER = {
    *("applet", "audio", "base", "body", "embed", "frame", "frameset", "head", "html", "iframe", "link", "math"),
    *("meta", "noembed", "noframes", "object", "plaintext", "portal", "source", "style", "title", "track", "video"),
    "xmp",
}
_VOID = {"area", "br", "col", "hr", "img", "input", "wbr"}
_NO_ATTRIBUTE = re.compile(r"on.*|srcdoc|srcset|formaction|ping|background|http-equiv|.+:href")
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")  # Markdown's own, in tables
_ADDRESSES = ("href", "src", "action", "poster", "data", "cite")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_SCHEMES = ("https", "http", "mailto", "tel")
_UNSEEN = re.compile(r"[\x00-\x20]")

# Most pages hold nothing but these elements, with these attributes, written so that nobody could read them otherwise.
_PLAIN = {
    *("a", "abbr", "article", "aside", "b", "blockquote", "button", "caption", "code", "colgroup", "dd", "del"),
    *("details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
    *("h5", "h6", "header", "i", "ins", "kbd", "label", "legend", "li", "mark", "nav", "ol", "output", "p", "pre", "q"),
    *("s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot"),
    *("th", "thead", "time", "tr", "u", "ul", "var"),
}
_SAYING = (
    "class|id|title|alt|lang|type|value|name|for|role|scope|colspan|rowspan|width|height|start|rel|hreflang|datetime"
    "|hidden|open|autocomplete|popover|popovertarget|tabindex|loading|aria-[a-z]+|data-[a-z-]+"
)
_LEADING = r"""href="(?:(?:https?|mailto|tel):[^"<>]*|[^"<>&:\\\x00-\x20]*)"|src="(?![/\\])[^"<>&:\\\x00-\x20]*\""""
_TAG = re.compile(
    r"<(?:/(?P<closed>[a-z][a-z0-9]*)|(?P<opened>[a-z][a-z0-9]*)"
    rf"(?: (?:(?:{_SAYING})(?:=\"[^\"<>]*\")?(?=[ />])|{_LEADING}|style=\"{_ALIGNED.pattern}\"))*+(?P<slash> ?/)?)>"
)


def active(html: str) -> list[str]:
    """Return what a page's content holds that it may not, as written."""
    return [] if plain(html) else read(html)


def plain(html: str) -> bool:
    """Tell whether a page's content is surely one in which `read` finds nothing, in a tenth of the time."""
    tags = _TAG.findall(html)
    if len(tags) != html.count("<"):
        return False
    around: list[str] = []
    for closed, opened, slash in tags:
        if closed:
            if not around or around.pop() != closed:
                return False
        elif opened in _PLAIN and not slash:
            around.append(opened)
        elif opened not in _VOID:
            return False
    return not around


def read(html: str) -> list[str]:
    """Read a page's content tag by tag, as browsers do."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [*reader.found, *(f"<{tag}>" for tag in reader.opened)]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        data = tag == "script" and ("type", "application/json") in attrs and "src" not in dict(attrs)
        if tag in _NEVER or (tag == "script" and not data):
            self.found.append(f"<{tag}>")
        if tag not in _VOID:
            self.opened.append(tag)
        self.found += [f'<{tag} {name}="{value}">' for name, value in attrs if _refused(name, value or "")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read « /> » as the parts of a drawing have it: it closes."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.opened.pop()

    def handle_endtag(self, tag: str) -> None:
        """Refuse a tag that closes what the page, around its content, has opened."""
        if self.opened and self.opened[-1] == tag:
            self.opened.pop()
        else:
            self.found.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        """Browsers end a comment sooner than Python does."""
        if "<" in data or ">" in data:
            self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")


def _refused(name: str, value: str) -> bool:
    if name == "style":
        return not _ALIGNED.fullmatch(value)
    if name not in _ADDRESSES:
        return bool(_NO_ATTRIBUTE.fullmatch(name))
    address = _UNSEEN.sub("", value).lower()
    scheme = _SCHEME.match(address)
    leaves = scheme is not None or address.startswith(("//", "/\\", "\\"))
    return (leaves and name not in ("href", "cite")) or (scheme is not None and scheme[1] not in _SCHEMES)

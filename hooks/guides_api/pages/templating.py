"""The two ways a template is filled: HTML, escaped as HTML; Markdown, escaped so that a value stays plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parent / "templates"
_MARKDOWN_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]#!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)
# In HTML that stands among words, Python-Markdown would still read these.
_INLINE_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]|~^"})
# At the start of a line, a list, a rule, a table, a definition or a block.
_OPENS_A_BLOCK = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([-+=:|~/.)])")
_FIRST = re.compile(r"^1 ")
_BETWEEN_TAGS = re.compile(r"\s*\n\s*")


class Words(str):
    """Markdown that is kept as it is: a page's prose, what stands between a component's tags."""

    __slots__ = ()


def one_line(html: str) -> str:
    """Return HTML on one line: Markdown then takes it as one block wherever it stands, and a value opens no block."""
    return _BETWEEN_TAGS.sub(" ", html).strip()


def among_words(html: str) -> str:
    """Return one line of HTML in which Markdown finds nothing to read."""
    return html.translate(_INLINE_SIGNS)


def french_date(value: date | str) -> str:
    """Return a day, month or year in words: « 31 août 2026 », « octobre 2024 », « 2024 »."""
    text = value if isinstance(value, str) else value.isoformat()
    if len(text) == len("2024"):
        return text
    if len(text) == len("2024-10"):
        return format_date(date.fromisoformat(f"{text}-01"), "LLLL y", locale="fr")
    return _FIRST.sub("1er ", format_date(date.fromisoformat(text), "long", locale="fr")) if text else ""


def french_number(text: str) -> str:
    """Return text with its digits grouped when it is a whole number, else as it is."""
    return format_decimal(int(text), locale="fr") if text.isdecimal() else text


def _markdown_value(value: object) -> object:
    if isinstance(value, (Words, Markup)):
        return value
    return _OPENS_A_BLOCK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", str(value).translate(_MARKDOWN_SIGNS))


def _html_value(value: object) -> object:
    """Escape a value, a backtick too: in a page it would make code of the HTML up to the next one."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(str(escape(value)).replace("`", "&#96;"))  # noqa: S704  escaped just here
    return value


def _json(value: object) -> Markup:
    return Markup(str(htmlsafe_json_dumps(value, sort_keys=True)).replace("`", "\\u0060"))  # noqa: S704  safe, as its name says


def _attribute(text: str) -> Words:
    """Return text as an HTML attribute's value, in a Markdown template."""
    return Words(escape(text))


def _address(address: str) -> Words:
    """Return an https address as the target of a Markdown link: no parenthesis of its own ends the link."""
    return Words(f"<{escape(address)}>")


@cache
def _environment(*, markdown: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=not markdown,  # noqa: S701  Markdown has an escape of its own, just below
        finalize=_markdown_value if markdown else _html_value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    environment.filters["date"] = french_date
    environment.filters["number"] = french_number
    environment.filters["tojson"] = _json
    environment.filters["verbatim"] = Words
    environment.filters["attribute"] = _attribute
    environment.filters["address"] = _address
    return environment


def compile_with(kept: Callable[[str], BytecodeCache]) -> None:
    """Have templates compiled through what keeps those of an environment, by its name."""
    _environment(markdown=False).bytecode_cache = kept("html")
    _environment(markdown=True).bytecode_cache = kept("markdown")


def html(name: str, values: Mapping[str, Any]) -> str:
    """Fill an HTML template; every value is escaped."""
    return one_line(_environment(markdown=False).get_template(name).render(values))


def markdown(name: str, values: Mapping[str, Any]) -> str:
    """Fill a Markdown template; every value but Words is escaped."""
    return _environment(markdown=True).get_template(name).render(values).strip("\n")


def exists(name: str) -> bool:
    """Tell whether a template is there."""
    return (TEMPLATES / name).is_file()


__all__ = [
    "Words",
    "among_words",
    "escape",
    "exists",
    "french_date",
    "french_number",
    "html",
    "markdown",
    "one_line",
]

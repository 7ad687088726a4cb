"""What is looked for in somebody's guide. A check is a pure function from a guide and what it is compared with."""

from collections.abc import Callable, Iterator

from guides_api.migrate.checks.apis import named_apis
from guides_api.migrate.checks.components import components
from guides_api.migrate.checks.contents import hand_written_contents, in_page_links
from guides_api.migrate.checks.context import Context
from guides_api.migrate.checks.datapass import datapass_addresses
from guides_api.migrate.checks.headings import titles
from guides_api.migrate.checks.html import html_that_is_not_closed, html_that_markdown_says
from guides_api.migrate.checks.keys import header_unread, keys
from guides_api.migrate.checks.links import addresses, bare_addresses, mute_links, unsafe_links
from guides_api.migrate.checks.tables import uneven_tables
from guides_api.migrate.checks.text import emptiness, encoding, invisible_signs
from guides_api.migrate.checks.typography import typography
from guides_api.migrate.checks.values import comments, dates, tags_in_a_text, values
from guides_api.migrate.findings import Finding
from guides_api.migrate.foreign import Guide

Check = Callable[[Guide, Context], Iterator[Finding]]

OF_ANY_FILE: tuple[Check, ...] = (encoding, invisible_signs, header_unread)
CHECKS: tuple[Check, ...] = (
    *OF_ANY_FILE,
    keys,
    values,
    dates,
    comments,
    tags_in_a_text,
    named_apis,
    emptiness,
    titles,
    hand_written_contents,
    in_page_links,
    uneven_tables,
    html_that_markdown_says,
    html_that_is_not_closed,
    components,
    addresses,
    bare_addresses,
    unsafe_links,
    mute_links,
    datapass_addresses,
    typography,
)

__all__ = ["CHECKS", "OF_ANY_FILE", "Check", "Context"]

"""Links to DataPass that people typed, as the component that computes their address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import form_in
from guides_api.catalogue.models import UseCase
from guides_api.catalogue.problems import folded
from guides_api.pages.code_spans import code_spans
from guides_api.pages.spans import end_of_span

# A component that draws buttons can't stand in a sentence: only a link that is a paragraph is replaced.
LINE = re.compile(r"^(?:\*\*)?\[(?P<words>[^\[\]<>\n`]+)\]\((?P<target>https?://[^\s()]+)\)(?:\*\*)?\.?$", re.MULTILINE)
_NOTHING = re.compile(r"\s*\Z")
_PARAMETERS = ("use_case", "demarche")


def with_computed_addresses(text: str, catalogue: Catalogue, use_case_id: str) -> str:
    """Return a page's text in which `<DataPass>` stands for each link to the forms of a known use case.

    `use_case_id` is the page's own use case, or empty: no page may send its readers to the form of another one.
    """
    code = code_spans(text)

    def computed(found: re.Match[str]) -> str:
        meant = use_case_meant(found["target"], catalogue, use_case_id) if is_a_paragraph(found) else None
        if meant is None or end_of_span(code, found.start()) is not None:
            return found[0]
        return f'<DataPass use_case="{meant.id}">{found["words"].strip("* ")}</DataPass>'

    return LINE.sub(computed, text)


def is_a_paragraph(found: re.Match[str]) -> bool:
    """Tell whether a link is alone in its paragraph."""
    text, start, end = found.string, found.start(), found.end()
    above = text.endswith("\n\n", 0, start) or len(text) - len(text.lstrip()) >= start
    return above and (text.startswith("\n\n", end) or _NOTHING.match(text, end) is not None)


def use_case_meant(target: str, catalogue: Catalogue, own: str) -> UseCase | None:
    """Return the use case that an address is about, where there is one only, and the page may send to it."""
    try:
        parts = urlsplit(target)
        parameters = parse_qs(parts.query)
    except ValueError:
        return None
    if "datapass" not in (parts.hostname or ""):
        return None
    given = [value for name in _PARAMETERS for value in parameters.get(name, ())]
    found = list(_named(given, parts.path, catalogue))
    if not found and not given and own in catalogue.use_cases and not form_in(target):
        use_case = catalogue.use_cases[own]
        found = [use_case] if use_case.bundle in parts.path.split("/") else []
    return found[0] if len(found) == 1 and own in ("", found[0].id) else None


def _named(given: list[str], path: str, catalogue: Catalogue) -> Iterator[UseCase]:
    """Yield the use cases that a parameter names, or whose form a path opens."""
    opened = form_in(f"https://datapass{path}")
    names = {folded(name) for name in given}
    places = [place for place in path.split("/") if place]
    for use_case in catalogue.use_cases.values():
        named = names & {folded(use_case.id), folded(use_case.datapass_use_case)}
        of_bundle = not places or use_case.bundle in places
        if opened in {form.id for form in use_case.forms} or (named and of_bundle):
            yield use_case

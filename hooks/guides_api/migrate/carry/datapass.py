"""Addresses of DataPass that people typed, as the component that computes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text
from guides_api.migrate.losses import Note
from guides_api.pages.datapass_links import LINE, is_a_paragraph, use_case_meant
from guides_api.pages.spans import starts_of_lines

_BUTTON = re.compile(
    r"^(?P<indent>[ \t]*)<(?P<name>Button|RichLink)\s+href=(?P<quote>[\"'])(?P<target>https?://[^\"'<>]+)(?P=quote)\s*>"
    r"(?P<words>[^<>]+)</(?P=name)>[ \t]*$",
    re.MULTILINE,
)
_LINK = re.compile(r"\]\(http")


def datapass(text: Text, move: Move) -> Carried:
    """Return a text in which `<DataPass>` stands for each link to the forms of a known use case.

    A link in a sentence, or to the form of another use case than that of the guide, stays as it is.
    """
    edits: list[Edit] = []
    notes: list[Note] = []
    shown = text.markdown.masked
    for found in (*_buttons(shown), *_paragraphs(shown)):
        if "datapass" not in found["target"].lower():
            continue
        use_case = use_case_meant(found["target"], move.to.catalogue, move.guide.header.text("use_case"))
        if use_case is None or (move.use_cases and use_case.id not in move.use_cases):
            continue
        words = found["words"].strip("* \n")
        indent = found.groupdict().get("indent") or ""
        new = f'{indent}<DataPass use_case="{use_case.id}">{words}</DataPass>'
        edits.append((*found.span(), new))
        message = f'« {found["target"]} » est calculé : <DataPass use_case="{use_case.id}">.'
        notes.append(move.change("datapass", text.line(found.start()), message))
    return text.edited(edits), notes


def _buttons(shown: str) -> Iterator[re.Match[str]]:
    return _BUTTON.finditer(shown) if "<Button" in shown or "<RichLink" in shown else iter(())


def _paragraphs(shown: str) -> Iterator[re.Match[str]]:
    """Yield the links that are paragraphs, looked for on the lines that hold one."""
    for start in starts_of_lines(shown, _LINK):
        if (found := LINE.match(shown, start)) and is_a_paragraph(found):
            yield found

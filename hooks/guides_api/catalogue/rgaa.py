"""The criteria of the RGAA, and what has been looked at of each of them on this site."""

from __future__ import annotations

import enum
import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guides_api.catalogue.fields import Day, Filing, Paragraph, Sentence
from guides_api.catalogue.patterns import Shape
from guides_api.catalogue.records import Record


def _matching(shape: Shape) -> AfterValidator:
    def check(text: str) -> str:
        if not re.fullmatch(shape.pattern, text):
            raise PydanticCustomError(
                "nombre",
                "« {text} » n’a pas la forme attendue, comme {example}.",
                {"text": text[:40], "example": shape.example},
            )
        return text

    return AfterValidator(check)


_NUMBER = Shape(r"[1-9][0-9]?\.[1-9][0-9]?", "1.10")
_WCAG = Shape(r"[0-9]\.[0-9]\.[0-9]{1,2}", "1.4.3")
_COUNT = Shape(r"[1-9][0-9]?", "3")


class Level(enum.StrEnum):
    """The level of the WCAG that a criterion belongs to."""

    A = "A"
    AA = "AA"


class State(enum.StrEnum):
    """What was done of a criterion. None of them says that the site meets it: only an audit can."""

    AUTOMATIC = "teste-automatiquement"
    BY_HAND = "verifie-a-la-main"
    UNTESTED = "non-teste"
    NOT_APPLICABLE = "non-applicable"


class Criterion(Record):
    """A criterion, in our own short words; `note` says what was looked at and what was not."""

    id: Annotated[str, _matching(_NUMBER), _NUMBER.schema("number")]
    theme: Filing
    level: Level
    wcag: tuple[Annotated[str, _matching(_WCAG), _WCAG.schema()], ...]
    tests: Annotated[str, _matching(_COUNT), _COUNT.schema("integer")]
    label: Sentence
    state: State
    note: Paragraph | None = None
    checked_on: Day

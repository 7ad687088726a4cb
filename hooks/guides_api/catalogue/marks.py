"""What a field's annotation says beside its type, for those who read models: the schemas above all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Named:
    """Marks a text that names a record otherwise than by its id, as people do in a page.

    `kind` is a choice of `choices`; where it is not `closed`, other names are good too.
    """

    kind: str
    closed: bool


@dataclass(frozen=True, slots=True)
class ShortFor:
    """Lets a part be written as the value of one of its keys alone, the others then being absent."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Read a text as that key's value, and anything else as the part itself."""
        return core_schema.no_info_before_validator_function(self._whole, handler(source))

    def _whole(self, value: object) -> object:
        return {self.key: value} if isinstance(value, str) else value

"""JSON Schemas of what people write, for editors of text: they complete, explain and underline with them.

Draft-07, which they all know: the language server behind VS Code's YAML extension learnt later drafts after 1.19.
`errorMessage` and `enumDescriptions` are that server's own words; others pass over them. What a schema refuses, the
models refuse; the reverse does not hold where one value must be compared to another: `guides check` does.
"""

from __future__ import annotations

import enum
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen
from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.choices import Choices, choices, example
from guides_api.catalogue.described import keys_in_order, meanings, words
from guides_api.catalogue.documents import NOUNS
from guides_api.catalogue.fields import COMMA_SEPARATED, EMPTY_IS_NONE_LISTED, Ref
from guides_api.catalogue.legal import Legal
from guides_api.catalogue.listing import DEFAULTS, LISTED
from guides_api.catalogue.marks import Named, ShortFor
from guides_api.catalogue.models import Api
from guides_api.catalogue.records import Record
from guides_api.catalogue.site import Site
from guides_api.catalogue.written import Guide, News, Page

Schema = dict[str, Any]

# What a file of its own is: a data file, or the front matter of pages.
WHOLE: Mapping[str, type[Record]] = {"site": Site, "legal": Legal}
FRONT_MATTER: Mapping[str, type[Record]] = {"guide": Guide, "api": Api, "news": News, "page": Page}

_DIALECT = "http://json-schema.org/draft-07/schema#"
_MADE = "Fait par « guides schema », d’après les modèles et les données : ne le modifiez pas à la main."
_NULL = {"type": "null"}


def schemas(catalogue: Catalogue) -> dict[str, Schema]:
    """Return the schema of each kind of file by its name.

    The catalogue must be free of errors: the ids of records that it lacks would be refused.
    """
    known = choices(catalogue)
    found = {name: _Writer(known).listing(name, model) for name, model in LISTED.items()}
    found |= {name: _Writer(known).whole(f"data/{name}.yaml", model) for name, model in WHOLE.items()}
    return found | {name: _Writer(known).whole(f"en-tête ({name})", model) for name, model in FRONT_MATTER.items()}


@dataclass(slots=True)
class _Writer:
    """Writes one schema; `definitions` gathers the choices that it offers."""

    choices: Choices
    definitions: dict[str, Schema] = field(default_factory=dict)

    def whole(self, title: str, model: type[Record]) -> Schema:
        return self.file(title, self.part(model))

    def listing(self, name: str, model: type[Record]) -> Schema:
        """Return the schema of a list of records and of the defaults around it."""
        defaults = [key for key in DEFAULTS if key in model.model_fields]
        record = self.part(model, defaults) | {"title": NOUNS[name]}
        around = {key: self.member(model, key) for key in defaults}
        described = f"La liste : une ligne « - » par enregistrement ({NOUNS[name]})."
        listed = {"description": described, "type": ["array", "null"], "items": record}
        schema = _object({**around, name: listed}, [name])
        needed = [key for key in defaults if model.model_fields[key].is_required()]
        if needed:
            schema["allOf"] = [_once_or_in_each(key, name) for key in needed]
        return self.file(f"data/{name}.yaml", schema)

    def file(self, title: str, schema: Schema) -> Schema:
        top = {"$schema": _DIALECT, "$comment": _MADE, "title": title, **schema}
        return {**top, "definitions": self.definitions} if self.definitions else top

    def part(self, model: type[BaseModel], inherited: Iterable[str] = ()) -> Schema:
        """Return the schema of a record or a piece of one; it may lack what it inherits from its file."""
        properties = {key: self.member(model, key) for key in keys_in_order(model)}
        for key in inherited:
            properties[key] = _or_null(properties[key])
        required = [key for key in properties if model.model_fields[key].is_required() and key not in inherited]
        return _object(properties, required)

    def member(self, model: type[BaseModel], key: str) -> Schema:
        """Return the schema of a field, with the words that describe it."""
        said = words(model, key)
        schema = self.value(get_type_hints(model, include_extras=True)[key])
        if "$ref" in schema:  # in this draft, what stands beside a reference is not read
            schema = {"allOf": [schema]}
        shown = example(model, key, self.choices)
        examples = {} if shown is None else {"examples": [shown]}
        return {"title": said.title, "description": said.description, **schema, **examples}

    def value(self, annotation: Any) -> Schema:  # noqa: ANN401
        """Return the schema of a type as a model's annotation writes it."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.marked(arguments[0], _flat(arguments[1:]))
        if origin in {Union, types.UnionType}:
            (kind,) = (argument for argument in arguments if argument is not type(None))
            return _or_null(self.value(kind))
        if origin is tuple:
            return {"type": "array", "items": self.value(arguments[0])}
        if annotation is bool:
            said = "true (oui) ou false (non) est attendu, sans majuscule ni guillemets."
            return {"type": "boolean", "errorMessage": said}
        if issubclass(annotation, enum.Enum):
            return _one_of([value.value for value in annotation], meanings(annotation))
        return self.part(annotation)

    def marked(self, kind: Any, marks: tuple[Any, ...]) -> Schema:  # noqa: ANN401
        """Return the schema of a type and of the marks beside it."""
        given = [mark.json_schema for mark in marks if isinstance(mark, WithJsonSchema)]
        schema: Schema = dict(given[0]) if given and given[0] else self.value(kind)
        for mark in marks:
            match mark:
                case Ref(kind=named) if named in self.choices:
                    schema = self.chosen(named)
                case Named(kind=named, closed=closed):
                    schema = self.chosen(named) if closed else {"anyOf": [self.chosen(named), schema]}
                case ShortFor(key=key):
                    schema = {"anyOf": [schema["properties"][key], schema]}
                case MinLen(min_length=least):
                    schema["minItems"] = least
                case _ if mark is COMMA_SEPARATED:
                    schema["type"] = [schema["type"], "string"]
                case _ if mark is EMPTY_IS_NONE_LISTED:
                    schema = _or_null(schema)
        return schema

    def chosen(self, kind: str) -> Schema:
        """Return a reference to the choices of a kind."""
        offered = self.choices[kind]
        self.definitions[kind] = _one_of(list(offered), tuple(offered.values()))
        return {"$ref": f"#/definitions/{kind}"}


def _object(properties: Mapping[str, Schema], required: list[str]) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return {**schema, "required": required} if required else schema


def _one_of(values: list[str], meanings: tuple[str, ...]) -> Schema:
    said = "Valeur inconnue : Ctrl + Espace montre celles qui existent."
    return {"enum": values, "enumDescriptions": list(meanings), "errorMessage": said}


def _or_null(schema: Schema) -> Schema:
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*kinds, "null"]}
    told: Schema = {key: schema[key] for key in ("title", "description", "examples") if key in schema}
    bare = {key: value for key, value in schema.items() if key not in told}
    return told | {"anyOf": [bare, _NULL]}


def _once_or_in_each(key: str, name: str) -> Schema:
    """Return that a default stands at the top of a file, or else in each of its records."""
    at_the_top = {"required": [key], "properties": {key: {"not": _NULL}}}
    in_each = {"properties": {name: {"items": {"required": [key], "properties": {key: {"not": _NULL}}}}}}
    return {"anyOf": [at_the_top, in_each]}


def _flat(marks: Iterable[Any]) -> tuple[Any, ...]:
    """Return marks with those that a pydantic `Field` wraps in place of it."""
    return tuple(inner for mark in marks for inner in (mark.metadata if isinstance(mark, FieldInfo) else (mark,)))

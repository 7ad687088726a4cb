"""What a field may hold when it names records: every id there is, with the words that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.described import words
from guides_api.catalogue.fields import Ref
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.marks import Named, ShortFor
from guides_api.catalogue.models import Api
from guides_api.catalogue.records import Record

Choices = Mapping[str, Mapping[str, str]]

# What a person reads to recognise a record, the first that it has.
_LABELS = ("name", "title", "label", "short")


def choices(catalogue: Catalogue) -> Choices:
    """Return the ids of each kind of records, and the names that pages use for some, each with its label.

    Guides, news and files are left out: they come and go too often for a list kept beside them. So are records that
    have no name: nothing refers to them.
    """
    models: Mapping[str, type[Record]] = {**LISTED, "apis": Api}
    named_kinds = [kind for kind, model in models.items() if not model.model_fields.keys().isdisjoint(_LABELS)]
    by_id = {kind: _labelled(getattr(catalogue, kind).values()) for kind in named_kinds}
    named = {
        "tag_names": {tag.name: tag.description for tag in catalogue.tags.values()},
        "api_names": {
            **{bundle.name: bundle.summary for bundle in catalogue.bundles.values()},
            **{api.title: api.id for api in catalogue.apis.values()},
            **by_id["bundles"],
            **by_id["apis"],
        },
    }
    return {**by_id, **named}


def example(model: type[BaseModel], key: str, known: Choices) -> Any:  # noqa: ANN401  whatever a field holds
    """Return a value that a field may hold: the first record that it may name, else what its words show."""
    shown = words(model, key).example
    kinds = _kinds(get_type_hints(model, include_extras=True)[key])
    first = next((next(iter(known[kind])) for kind in kinds if known.get(kind)), None)
    if shown is None or first is None:
        return shown
    return [first] if isinstance(shown, list) else first


def _kinds(annotation: object) -> Iterator[str]:
    """Yield the kinds of choices that an annotation names."""
    for mark in get_args(annotation)[1:] if get_origin(annotation) is Annotated else ():
        match mark:
            case Ref(kind=kind) | Named(kind=kind):
                yield kind
            case ShortFor(key=key):
                part = get_args(annotation)[0]
                yield from _kinds(get_type_hints(part, include_extras=True)[key])
    for argument in get_args(annotation):
        yield from _kinds(argument)


def _labelled(records: Iterable[Record]) -> Mapping[str, str]:
    """Return records' ids, each with its label."""
    return {getattr(record, "id"): _label(record) for record in records}  # noqa: B009  only listed records have one


def _label(record: Record) -> str:
    return next(str(getattr(record, key)) for key in _LABELS if hasattr(record, key))

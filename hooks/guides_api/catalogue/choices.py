"""What a field may hold when it names records: every id there is, with the words that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.listing import LISTED
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


def _labelled(records: Iterable[Record]) -> Mapping[str, str]:
    """Return records' ids, each with its label."""
    return {getattr(record, "id"): _label(record) for record in records}  # noqa: B009  only listed records have one


def _label(record: Record) -> str:
    return next(str(getattr(record, key)) for key in _LABELS if hasattr(record, key))

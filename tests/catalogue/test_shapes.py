"""Whatever stands where a value is due, what is said of it is French, and at its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.catalogue.french import assert_french

from guides_api.catalogue.documents import Document
from guides_api.catalogue.legal import Legal
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.models import Api
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.records import Record
from guides_api.catalogue.references import models_in
from guides_api.catalogue.shapes import MESSAGES, shaped, written_keys
from guides_api.catalogue.site import Site
from guides_api.catalogue.strict_yaml import YamlText
from guides_api.catalogue.written import Guide, Page

MODELS: tuple[type[Record], ...] = (*LISTED.values(), Site, Legal, Api, Guide, Page)
WRONG = {
    "nothing": "",
    "true": "true",
    "text": "zzz ",
    "odd text": '"<\\u202e>"',
    "number": "12",
    "date": "2026-99-99",
    "empty list": "[]",
    "list of nothing": "[null]",
    "list of lists": "[[a]]",
    "list of true": "[true]",
    "list of keys": "[{zzz: a}]",
    "empty keys": "{}",
    "keys": "{zzz: a}",
    "deep keys": "{a: {b: [c]}}",
}


def fields(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every field that people write in a record, and in the parts it is made of."""
    for name in written_keys(model):
        yield (*path, name)
        for below in set(models_in(model.model_fields[name].annotation)):
            yield from fields(below, (*path, name))


EVERY_FIELD = [
    pytest.param(model, path, id=f"{model.__name__}.{'.'.join(path)}") for model in MODELS for path in fields(model)
]


def problems_with(model: type[Record], path: tuple[str, ...], value: str, *, in_list: bool) -> list[str]:
    """Return what is said of a record in which one value, at a path, is wrong, and all the others lack."""
    text, indent = "", ""
    for key in path[:-1]:
        text += f"{indent}{key}:\n"
        indent += "  "
        if in_list:
            text += f"{indent}-\n"
            indent += "  "
    text += f"{indent}{path[-1]}: {value}\n"
    source = YamlText(text, "x.yaml")
    tree = source.read()
    assert isinstance(tree, Entries), text
    assert source.problems == []
    record, problems = shaped(model, Document("x.yaml", tree))
    assert record or problems
    assert all(1 <= problem.place.line <= text.count("\n") for problem in problems)
    return [str(problem) for problem in problems]


def all_problems_with(model: type[Record], path: tuple[str, ...]) -> list[str]:
    return [
        problem
        for value in WRONG.values()
        for in_list in {False, len(path) > 1}
        for problem in problems_with(model, path, value, in_list=in_list)
    ]


@pytest.mark.parametrize(("model", "path"), EVERY_FIELD)
def test_whatever_is_written_in_a_field_is_told_in_french(model: type[Record], path: tuple[str, ...]) -> None:
    problems = all_problems_with(model, path)
    assert problems
    for problem in problems:
        assert_french(problem)
        assert "input" not in problem.lower()


def test_every_message_is_met() -> None:
    said = "\n".join(
        problem for model in MODELS for path in fields(model) for problem in all_problems_with(model, path)
    )
    starts = {kind: message.split("{")[0].rstrip(" ,") for kind, message in MESSAGES.items()}
    assert [kind for kind, start in starts.items() if start not in said] == []


@pytest.mark.parametrize("model", MODELS)
def test_what_only_the_loader_knows_is_no_key(model: type[Record]) -> None:
    hidden = [name for name, field in model.model_fields.items() if field.exclude]
    for name in hidden:
        said = problems_with(model, (name,), "zzz", in_list=False)
        assert any(f"clé « {name} » inconnue." in problem for problem in said)


def test_a_default_of_the_file_fills_a_record_and_what_is_written_wins() -> None:
    tree = YamlText("id: a\ntitle: Source\ndate: 2024\n", "x.yaml").read()
    assert isinstance(tree, Entries)
    record, problems = shaped(
        LISTED["sources"], Document("x.yaml", tree), (), {"checked_on": "2026-08-31", "date": "2"}
    )
    assert problems == []
    assert record is not None
    assert record.model_dump(mode="json") == {
        "id": "a",
        "title": "Source",
        "short": None,
        "checked_on": "2026-08-31",
        "date": "2024",
        "url": None,
    }


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("zzz: a", {}),
        ("date: hier", {}),
        ("url: http://exemple.fr\nzzz: [a]", {}),
        ("date: 2024\nurl: a", {"date": "2024"}),
    ],
)
def test_a_record_with_a_needless_mistake_still_serves_to_find_others(text: str, left: dict[str, str]) -> None:
    tree = YamlText(f"id: a\ntitle: b\nchecked_on: 2026-08-31\n{text}\n", "x.yaml").read()
    assert isinstance(tree, Entries)
    record, problems = shaped(LISTED["sources"], Document("x.yaml", tree))
    assert problems
    assert record is not None
    assert record.model_dump(mode="json", exclude_unset=True) == {
        "id": "a",
        "title": "b",
        "checked_on": "2026-08-31",
        **left,
    }


@pytest.mark.parametrize(
    "text",
    [
        "providers: [c]\nbundle: Zzz",
        "providers: [c]\nbundel: api-exemple",
        "providers: zzz",
        "providers: [c]\nforms: [{id: a, when: [b]}]",
    ],
)
def test_a_record_that_may_lack_an_id_serves_nothing(text: str) -> None:
    rest = "title: t\nid: a/b\ncall_modalities: [d]\naccess: habilitation\nsource: s\nchecked_on: 2026-08-31"
    tree = YamlText(f"{rest}\n{text}\n", "x.md").read()
    assert isinstance(tree, Entries)
    record, problems = shaped(Api, Document("x.md", tree))
    assert problems
    assert record is None


def test_a_record_cannot_change() -> None:
    record = LISTED["sources"].model_validate({"id": "a", "title": "b", "checked_on": "2026-08-31"})
    with pytest.raises(ValueError, match="frozen"):
        record.title = "c"  # type: ignore[attr-defined]


def test_a_record_made_by_hand_has_no_place() -> None:
    record = LISTED["sources"].model_validate({"id": "a", "title": "b", "checked_on": "2026-08-31"})
    with pytest.raises(ValueError, match="no place"):
        record.problem("r", "m")
    assert record.file == ""
    assert not Path(record.file).is_file()

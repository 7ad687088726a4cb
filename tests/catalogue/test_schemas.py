"""The JSON Schemas refuse no value that the models accept, and refuse what they refuse but for what is listed here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft7Validator, ValidationError, validators
from pydantic import TypeAdapter, WithJsonSchema
from tests.build import ROOT
from tests.catalogue import golden, yaml12
from tests.catalogue.test_fields import ACCEPTED, REFUSED
from tests.example import TODAY, write

from guides_api.catalogue import deliberation, fields
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Severity
from guides_api.catalogue.schemas import FRONT_MATTER, WHOLE, Schema, schemas
from guides_api.catalogue.sources import Reader
from guides_api.pages.project import Project

# The rules of one value and of the keys around it: all that a schema can know. The others compare a value with others
# (every rule of `catalogue.rules` but for unknown ids) or with how it is written, which nobody who reads YAML is told.
OF_ONE_VALUE = {
    *("cle-inconnue", "cle-manquante", "cles-attendues", "type", "valeur", "reference-inconnue"),
    *("mauvaise-liste", "mauvais-niveau", "yaml-trop-profond"),
    *("texte-vide", "texte-trop-long", "caractere-invisible", "guillemets", "html"),
    *(
        "identifiant",
        "identifiant-officiel",
        "adresse-du-site",
        "adresse-https",
        "branche",
        "article",
        "couleur",
        "courriel",
        "date",
        "image",
        "nombre",
        "siren",
        "tournure",
    ),
}
# Mistakes of one value that a schema lets pass, and why; `guides check` tells them.
UNSEEN: Mapping[str, str] = {
    "alternative_of_an_unknown_page": "pages come and go too often for a list",
    "date_that_does_not_exist": "the lengths of months",
    "news_date_that_does_not_exist": "the lengths of months",
    "statement_day_that_does_not_exist": "the lengths of months",
    "news_category_too_long_for_an_address": "how words become an address",
    "siren_of_wrong_key": "the digit that checks the others",
    "siren_too_short": "zeros before a number are lost",
    "siren_is_a_siret": "zeros before a number are lost",
    "type_capital_true_for_boolean": "True is true in YAML 1.2",
}
# Mistakes that a schema made of the data as they were sees in other files too, until it is made again.
RENAMED = {"api_misplaced", "scope_of_two_bundles", "use_case_that_no_applicant_reaches"}
UNSEEN_TEXTS = {
    "Filing": {"a" * 81, "\u33a8" * 40},
    "Siren": {"000000019"},
    "Day": {"2026-02-30"},
    "When": {"2024-02-30"},
}

FOLDERS = {"content/api/": "api", "content/guides/": "guide", "content/actualites/": "news"}
CHANGED = re.compile(r"^(?:---|\+\+\+) (\S+)$", re.MULTILINE)


def schema_name(path: str) -> str:
    """Return the name of the schema of a file, an empty text for a file that has none."""
    name = Path(path)
    if path.startswith("data/"):
        return name.stem if name.stem in {*LISTED, *WHOLE} else ""
    if not (path.startswith("content/") and name.suffix == ".md"):
        return ""
    special = (kind for folder, kind in FOLDERS.items() if path.startswith(folder) and name.stem != "index")
    return next(special, "page")


CASES = [
    case
    for case in sorted((ROOT / "tests/golden/errors").glob("*.txt"))
    if any(map(schema_name, CHANGED.findall(golden.parts(case)[0])))
]
WRITTEN = [
    path.relative_to(ROOT).as_posix()
    for path in (*sorted((ROOT / "data").glob("*.yaml")), *sorted((ROOT / "content").rglob("*.md")))
]


def _match(_validator: object, pattern: str, value: object, _schema: object) -> Iterator[ValidationError]:
    """Match as JavaScript does: for Python, « $ » also stands before a final line break."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


Validator = validators.extend(Draft7Validator, {"pattern": _match})  # type: ignore[no-untyped-call]


def refused(schema: Schema, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Validator(schema).iter_errors(value)]


def as_read(path: str, text: str) -> tuple[object, int]:
    """Return what an editor of text reads in a data file or in a page's front matter, and the line where that ends.

    None where there is nothing to read, or what is written is no YAML.
    """
    header = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    if path.endswith(".yaml"):
        written, last = text, text.count("\n") + 1
    elif header:
        written, last = header[1], header[0].count("\n")
    else:
        return None, 0
    try:
        return yaml12.read(written), last
    except (yaml.YAMLError, OverflowError, ValueError):
        return None, 0


@pytest.fixture(scope="module")
def of_the_example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Schema]:
    """The schemas of the example project before it is spoilt."""
    return schemas(read(write(tmp_path_factory.mktemp("schemas")), TODAY)[0])


@pytest.fixture(scope="module")
def of_the_site(real: Project) -> dict[str, Schema]:
    return schemas(real.catalogue)


def test_every_data_file_and_every_page_has_a_schema(of_the_site: dict[str, Schema]) -> None:
    assert {schema_name(path) for path in WRITTEN} == set(of_the_site) == {*LISTED, *WHOLE, *FRONT_MATTER}


def test_schemas_are_schemas(of_the_site: dict[str, Schema]) -> None:
    for schema in of_the_site.values():
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", WRITTEN)
def test_what_is_published_is_accepted(path: str, of_the_site: dict[str, Schema]) -> None:
    value, _ = as_read(path, (ROOT / path).read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    assert refused(of_the_site[schema_name(path)], value) == []


@pytest.mark.parametrize("name", sorted({*LISTED, *WHOLE}))
def test_a_number_may_be_a_text_as_the_models_read_it(name: str, of_the_site: dict[str, Schema]) -> None:
    tree = Reader(ROOT).yaml(f"data/{name}.yaml")
    assert tree is not None
    assert refused(of_the_site[name], tree.plain) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_of_one_value_is_refused_and_no_other(
    case: Path, project: Path, of_the_example: dict[str, Schema]
) -> None:
    changes, _ = golden.parts(case)
    golden.apply(changes, project)
    errors = [problem for problem in read(project, TODAY)[1] if problem.severity is Severity.ERROR]
    for path in filter(schema_name, CHANGED.findall(changes)):
        value, last = as_read(path, (project / path).read_text(encoding="utf-8"))
        if value is not None:
            rules = {error.rule for error in errors if error.place.path == path and error.place.line <= last}
            seen = bool(rules & OF_ONE_VALUE) and case.stem not in UNSEEN
            found = refused(of_the_example[schema_name(path)], value)
            assert bool(found) is seen or case.stem in RENAMED, (path, rules, found)


def test_what_a_schema_lets_pass_is_still_a_mistake() -> None:
    assert {*UNSEEN, *RENAMED} <= {case.stem for case in CASES}


@pytest.mark.parametrize("kind", ACCEPTED)
def test_a_kind_of_values_looks_as_it_is_checked(kind: str) -> None:
    (schema,) = (mark.json_schema for mark in get_args(getattr(fields, kind)) if isinstance(mark, WithJsonSchema))
    assert [text for text in ACCEPTED[kind] if refused(dict(schema or {}), text)] == []
    passed = {text for text in REFUSED[kind] if not refused(dict(schema or {}), text)}
    assert passed == UNSEEN_TEXTS.get(kind, set())


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (deliberation.Phrase, ["QF", "reçoi*", "l’œuf", "demi-pension", "ses … enfants", "2 parts"], ["@", "à 5 €"]),
        (deliberation.PhraseAround, ["selon … @", "@ selon", "# €", "moins de # %", "Ÿ"], ["@", "selon …", "a*b"]),
    ],
)
def test_words_to_look_for_look_as_they_are_checked(kind: Any, right: list[str], wrong: list[str]) -> None:  # noqa: ANN401  a type
    (schema,) = (mark.json_schema for mark in get_args(kind) if isinstance(mark, WithJsonSchema))
    assert [text for text in right if refused(dict(schema or {}), TypeAdapter(kind).validate_python(text))] == []
    assert [text for text in ("", "a  b", "a.b", "[a-z]+", "…", *wrong) if not refused(dict(schema or {}), text)] == []


def properties(schema: Any) -> Iterator[tuple[str, Schema]]:  # noqa: ANN401  a tree of whatever
    """Yield every field of a schema with its name, however deep."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items() if isinstance(schema.get("properties"), dict) else ()
        for below in schema.values():
            yield from properties(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from properties(below)


def test_every_field_says_in_french_what_it_is_and_every_example_is_good(of_the_site: dict[str, Schema]) -> None:
    told = 0
    for name, schema in of_the_site.items():
        for key, field in properties(schema):
            if {"title", "description"} <= field.keys():
                told += 1
                for example in field.get("examples", ()):
                    assert refused({**field, "definitions": schema.get("definitions", {})}, example) == [], (name, key)
    assert told > 150


@pytest.mark.parametrize(
    ("file", "kind", "chosen", "told"),
    [
        ("editors", "use_cases", "ccas", "Aides sociales des CCAS"),
        ("editors", "scopes", "cnaf_quotient_familial", "Quotient familial CAF & MSA"),
        ("use_cases", "apis", "cnav/quotient_familial", "Quotient familial CAF & MSA"),
        ("use_cases", "publics", "communes", "Communes"),
        ("guide", "api_names", "Quotient familial CAF & MSA", "cnav/quotient_familial"),
    ],
)
def test_an_editor_of_text_offers_the_ids_that_exist_with_their_names(
    file: str, kind: str, chosen: str, told: str, of_the_site: dict[str, Schema]
) -> None:
    offered = of_the_site[file]["definitions"][kind]
    assert dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))[chosen] == told


@pytest.mark.parametrize(("file", "kind"), [("editors", "scopes"), ("use_cases", "apis"), ("api", "providers")])
def test_no_id_is_left_out(file: str, kind: str, of_the_site: dict[str, Schema], real: Project) -> None:
    assert of_the_site[file]["definitions"][kind]["enum"] == list(getattr(real.catalogue, kind))


def test_a_theme_may_be_new_and_an_api_may_not(of_the_site: dict[str, Schema]) -> None:
    guide = {"title": "Un guide", "tagline": "Une accroche.", "tags": ["un thème de demain"]}
    assert refused(of_the_site["guide"], guide) == []
    assert refused(of_the_site["guide"], {**guide, "tags": "CCAS, un thème de demain", "publics": None}) == []
    assert refused(of_the_site["guide"], {**guide, "api": ["API de demain"]}) != []


def test_a_source_stands_at_the_top_of_a_file_or_in_each_record(of_the_example: dict[str, Schema]) -> None:
    record = {"id": "a", "name": "A", "source": "source-exemple", "checked_on": "2026-08-31"}
    bare = {"id": "b", "name": "B"}
    around = {"source": "source-exemple", "checked_on": "2026-08-31"}
    schema = of_the_example["providers"]
    right: list[Schema] = [
        {"providers": [record]},
        {**around, "providers": [record, bare]},
        {**around, "providers": [{**bare, "source": None}]},
        {"providers": []},
        {"providers": None},
    ]
    wrong: list[Schema] = [{"providers": [record, bare]}, {"providers": [{**record, "source": None}]}, {**around}, {}]
    assert [value for value in right if refused(schema, value)] == []
    assert [value for value in wrong if not refused(schema, value)] == []

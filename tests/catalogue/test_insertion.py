"""A record is added at its place, and nothing else of the file moves."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from tests.build import ROOT
from tests.catalogue.french import assert_french
from tests.example import FILES

from guides_api.catalogue.documents import Document
from guides_api.catalogue.insertion import inserted
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.problems import folded
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.strict_yaml import YamlText
from guides_api.catalogue.yaml_writing import scalar

EDITORS = FILES["data/editors.yaml"]
USE_CASES = FILES["data/use_cases.yaml"]
REAL = {key: (ROOT / f"data/{key}.yaml").read_bytes().decode() for key in ("editors", "use_cases")}
EDITOR = {"id": "a", "name": "A", "solutions": [{"name": "S", "use_cases": [], "form": "bouquet-exemple-s"}]}
USE_CASE = {
    "id": "nouveau",
    "name": "Nouveau",
    "bundle": "api-entreprise",
    "publics": ["administrations"],
    "datapass_use_case": "nouveau",
    "forms": [{"id": "api-entreprise-nouveau"}],
}
SHORT = REAL["editors"][: REAL["editors"].index("  - id: arpege")]

hostile = st.text(alphabet="aé Z0:#-?'\"[]{}&*!|>%@`,\\’«»~.=<\u00a0\t\n\u200b\u202f…€😀", min_size=1, max_size=30)
plain = st.sampled_from(
    [
        "true",
        "null",
        "~",
        "2026-08-31",
        "012",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "é",
        "",
        " a",
        "a ",
        "---",
        "...",
        "? a",
        "|",
    ]
)
words = hostile | plain | st.builds(lambda text: f"{text} et la suite " * 8, hostile)
tame = plain | st.text(alphabet="aé Z0:#-?'\"[]{}&*!|%,\\’«».=~\u00a0…€", max_size=30).map(lambda text: f"a{text}b")
slugs = st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True)


def editors_of(words: st.SearchStrategy[str], **optional: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    solutions = st.fixed_dictionaries(
        {"name": words, "use_cases": st.lists(slugs, max_size=3), "form": slugs},
        optional={"scopes": st.dictionaries(st.sampled_from(["fixed", "optional"]), st.lists(slugs, max_size=3))},
    )
    return st.fixed_dictionaries(
        {"id": slugs, "name": words, "solutions": st.lists(solutions, min_size=1, max_size=2)},
        optional={"franceconnect_certified": st.booleans(), "source": slugs, **optional},
    )


editors = editors_of(words, siren=slugs, site=words)
use_cases = st.fixed_dictionaries(
    {
        "id": slugs,
        "name": words,
        "bundle": st.sampled_from(["api-particulier", "api-entreprise", "bouquet-exemple", "autre"]),
        "forms": st.lists(st.fixed_dictionaries({"id": slugs}, optional={"when": words}), min_size=1, max_size=2),
        "apis": st.dictionaries(
            st.sampled_from(["required", "useful"]),
            st.lists(slugs | st.fixed_dictionaries({"api": slugs, "comment": words}), min_size=1, max_size=2),
        ),
    },
    optional={"note": words, "legal_note": words, "checked_on": st.just("2026-01-01")},
)


def tree(text: str) -> Entries:
    source = YamlText(text, "data/x.yaml")
    root = source.read()
    assert source.problems == []
    assert isinstance(root, Entries)
    return root


def read(text: str, key: str) -> list[dict[str, Any]]:
    records: Any = tree(text).get(key)
    return list(records.plain) if records is not None and records.plain else []


def added(before: str, after: str) -> str:
    """Return the only lines that were added, having made sure that all other bytes are there, in order."""
    length = len(after) - len(before)
    starts = [at for at in range(len(before) + 1) if after[:at].endswith("\n") and after[at + length :] == before[at:]]
    (start,) = [at for at in starts if after[:at] == before[:at]][:1]
    return after[start : start + length]


def only_added(before: str, key: str, record: Mapping[str, object]) -> int:
    """Add a record, prove that nothing else has changed, and return its rank."""
    after = inserted(before, key, record)
    added(before, after)
    old, new = read(before, key), read(after, key)
    (rank,) = [at for at in range(len(new)) if new[at] == record and new[:at] + new[at + 1 :] == old][:1]
    return rank


def refused_for_a_character(text: str, key: str, record: Mapping[str, object]) -> bool:
    """Tell whether a record is refused; only what can't be seen may be a reason to."""
    whole = json.dumps(record, ensure_ascii=False)
    if all(letter.isprintable() or letter in "\u00a0\u202f" for letter in whole) and not re.search(r"\\[nt]", whole):
        return False
    with pytest.raises(
        ValueError, match=r"^caractère invisible ou saut de ligne dans « .* » : supprimez-le\.$"
    ) as refused:
        inserted(text, key, record)
    assert_french(str(refused.value))
    return True


@settings(max_examples=60)
@given(editors, st.sampled_from([EDITORS, SHORT, EDITORS.replace("\n", "\r\n"), EDITORS.rstrip("\n")]))
def test_any_editor_is_added_in_alphabetical_order_or_refused_in_french(record: dict[str, Any], text: str) -> None:
    if refused_for_a_character(text, "editors", record):
        return
    after = inserted(text, "editors", record)
    if not text.endswith("\n"):
        text += "\n"
    only_added(text, "editors", record)
    names = [folded(editor["name"]) for editor in read(after, "editors")]
    assert names == sorted(names)
    assert ("\r" in after) == ("\r" in text)
    assert after.count("\r") in (0, after.count("\n"))


@settings(max_examples=25)
@given(use_cases, st.sampled_from([USE_CASES, REAL["use_cases"]]))
def test_any_use_case_is_added_after_the_last_of_its_bundle(record: dict[str, Any], text: str) -> None:
    if refused_for_a_character(text, "use_cases", record):
        return
    rank = only_added(text, "use_cases", record)
    bundles = [other["bundle"] for other in read(text, "use_cases")]
    if record["bundle"] in bundles:
        assert bundles[rank - 1] == record["bundle"]
        assert record["bundle"] not in bundles[rank:]
    else:
        assert rank == len(bundles)


@given(words)
def test_a_text_is_bare_whenever_it_may_be(text: str) -> None:
    try:
        written = scalar(text)
    except ValueError:
        assert any(not letter.isprintable() and letter not in "\u00a0\u202f" for letter in text)
        return
    assert tree(f"key: {written}\n").plain == {"key": text}
    assert tree(f"- {written}\n".replace("- ", "key:\n  - ", 1)).plain == {"key": [text]}
    if written != text:
        with pytest.raises(AssertionError):
            assert tree(f"key: {text}\n").plain == {"key": text}


@pytest.mark.parametrize("kind", ["editors", "use_cases"])
def test_a_real_record_taken_out_comes_back_as_it_was(kind: str) -> None:
    lines = REAL[kind].splitlines(keepends=True)
    items: Any = tree(REAL[kind]).get(kind)
    for rank, record in list(enumerate(read(REAL[kind], kind)))[:: 9 if kind == "editors" else 3]:
        start = items.items[rank].place.line - 1
        end = items.items[rank + 1].place.line - 1 if rank + 1 < len(items.items) else len(lines)
        end = next((at for at in range(start, end) if lines[at].lstrip().startswith("# ---")), end)
        without = "".join([*lines[:start], *lines[end:]])
        back = inserted(without, kind, record)
        assert sorted(read(back, kind), key=str) == sorted(read(REAL[kind], kind), key=str)
        if kind == "editors" and end < len(lines):
            assert back == REAL[kind]


def test_a_comment_stays_with_the_record_below_it() -> None:
    first = "editors:\n  # à propos de B\n  - id: b\n    name: B\n    # dans B\n"
    text = f"{first}\n  # à propos de D\n  - id: d\n    name: D\n"
    expected = "    # dans B\n\n  - id: c\n    name: C\n\n  # à propos de D\n"
    assert expected in inserted(text, "editors", {"id": "c", "name": "C"})
    assert inserted(text, "editors", {"id": "a", "name": "A"}).startswith("editors:\n  - id: a\n    name: A\n\n  # à")


def test_what_looks_like_a_comment_inside_a_text_is_text() -> None:
    text = "use_cases:\n  - id: b\n    bundle: x\n    note: |-\n      un\n      # deux\n"
    assert inserted(text, "use_cases", {"id": "c", "bundle": "x"}) == f"{text}\n  - id: c\n    bundle: x\n"


@pytest.mark.parametrize(
    "text",
    [
        "editors:\n- id: b\n  name: B\n\n- id: d\n  name: D\n",
        "editors:\n    -   id: b\n        name: B\n    - id: d\n      name: D\nsource: x\n",
        "editors: # la liste\n  - {id: b, name: B}\n  - id: d\n    name: D # dernier\n\n# fin\n",
        "editors:\n",
        "source: x\neditors:\n# fin\n",
        "\ufeffeditors:\n  - id: b\n    name: B\n",
    ],
)
@pytest.mark.parametrize("name", ["A", "C", "E"])
def test_the_layout_of_a_file_is_followed(text: str, name: str) -> None:
    record = {"id": name.lower(), "name": name}
    assert only_added(text, "editors", record) == sum(other["name"] < name for other in read(text, "editors"))
    after = inserted(text, "editors", record)
    dashes = {len(line) - len(line.lstrip()) for line in after.splitlines() if line.lstrip().startswith("-")}
    assert len(dashes) == 1


def test_keys_stand_in_the_models_order_and_long_texts_are_folded() -> None:
    record = {"note": "Un long texte. " * 12 + "Fin.", **dict(reversed(USE_CASE.items())), "source": "s", "apis": {}}
    lines = added(USE_CASES, inserted(USE_CASES, "use_cases", record)).splitlines()
    keys = [line.split(":")[0].strip("- ") for line in lines if line.startswith(("    ", "  - ")) and line[4] != " "]
    assert keys == ["id", "name", "bundle", "publics", "datapass_use_case", "forms", "apis", "note", "source"]
    assert "    apis: {}" in lines
    assert "    note: >-" in lines
    assert max(map(len, lines)) <= 110


@pytest.mark.parametrize(
    ("text", "key", "record", "told"),
    [
        (EDITORS, "facts", {}, "rien ne s’ajoute ainsi sous « facts »"),
        ("source: x\n", "editors", EDITOR, "la liste « editors » manque dans data/editors.yaml"),
        ("editors: []\n", "editors", EDITOR, "faites-le à la main"),
        ("editors: [{id: b, name: B}]\n", "editors", EDITOR, "faites-le à la main"),
        ("editors:\n  -\n    id: b\n    name: B\n  - id: c\n    name: C\n...\n", "editors", {"name": "D"}, "à la main"),
        ("editors: oui\n", "editors", EDITOR, "la liste « editors » manque"),
        ("", "editors", EDITOR, "des lignes « clé: valeur » sont attendues"),
        ("editors:\n  - 'b\n", "editors", EDITOR, "data/editors.yaml"),
        (EDITORS, "editors", {"id": "a"}, "« name » manque"),
        (EDITORS, "editors", {"name": "A", "siren": 18}, "« 18 » : un texte, true, false, une liste"),
        (EDITORS, "editors", {"name": "A", "site": None}, "un texte, true, false, une liste"),
        (EDITORS, "editors", {"name": "A", "a: b\nc": "d"}, "n’est pas le nom d’une clé"),
        (EDITORS, "editors", {"name": "A\u2028B"}, "caractère invisible ou saut de ligne"),
        (EDITORS, "editors", {"name": "A\ud800"}, "caractère invisible ou saut de ligne"),
    ],
)
def test_what_cannot_be_added_is_told_in_french(text: str, key: str, record: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)) as refused:
        inserted(text, key, record)
    assert_french(str(refused.value).replace("None", ""))


@settings(max_examples=30)
@given(editors_of(tame))
def test_a_record_that_its_model_accepts_is_accepted_once_added(record: dict[str, Any]) -> None:
    source = {"source": "s", "checked_on": "2026-08-31"}
    try:
        LISTED["editors"].model_validate({**source, **record})
    except ValueError:
        reject()
    rank = only_added(EDITORS, "editors", record)
    document = Document("data/editors.yaml", tree(inserted(EDITORS, "editors", record)))
    assert shaped(LISTED["editors"], document, ("editors", rank), {"source": "s", "checked_on": "2026-08-31"})[1] == []

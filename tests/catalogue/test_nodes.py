"""Values remember where they were written, and a problem always finds a place to stand."""

from __future__ import annotations

import pytest

from guides_api.catalogue.nodes import Entries, Items, Node, Path, child, nearest, place_of
from guides_api.catalogue.problems import Place
from guides_api.catalogue.strict_yaml import YamlText

TEXT = """\
source: s
empty:
editors:
  - id: a
    site:
    list:
      - x
      - - y
    keys:
      deep: z
  - b
"""


@pytest.fixture
def root() -> Node:
    tree = YamlText(TEXT, "data/x.yaml", first_line=10).read()
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 10, 1),
        (("source",), 10, 9),
        (("empty",), 11, 1),
        (("absent",), 10, 1),
        (("editors",), 12, 1),
        (("editors", 0), 13, 5),
        (("editors", 0, "id"), 13, 9),
        (("editors", 0, "site"), 14, 5),
        (("editors", 0, "absent"), 13, 5),
        (("editors", 0, "absent", "deeper"), 13, 5),
        (("editors", 0, "list", 0), 16, 9),
        (("editors", 0, "list", 1, 0), 17, 11),
        (("editors", 0, "list", 9), 16, 7),
        (("editors", 0, "keys", "deep"), 19, 13),
        (("editors", 0, "id", "deeper"), 13, 9),
        (("editors", 1), 20, 5),
        (("editors", 1, "id"), 20, 5),
        (("editors", "id"), 13, 3),
    ],
)
def test_a_value_a_key_or_what_is_nearest_has_a_place(root: Node, path: Path, line: int, column: int) -> None:
    assert place_of(root, path) == Place("data/x.yaml", line, column)


def test_plain_values_are_those_written(root: Node) -> None:
    assert root.plain == {
        "source": "s",
        "empty": None,
        "editors": [{"id": "a", "site": None, "list": ["x", ["y"]], "keys": {"deep": "z"}}, "b"],
    }


def test_a_step_that_leads_nowhere_is_none(root: Node) -> None:
    assert isinstance(root, Entries)
    assert child(root, "absent") is None
    assert child(root, 0) is None
    items = child(root, "editors")
    assert isinstance(items, Items)
    assert child(items, 2) is None
    assert child(items, "id") is None
    assert nearest(root, ("editors", 0, "absent")) is items.items[0]
    assert root.key("absent") is None

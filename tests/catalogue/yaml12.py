"""YAML as editors of text read it, version 1.2: 351421300 is a number there, 2026-08-31 a text, yes a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  as PyYAML declares it


for tag, pattern, first in (
    ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def _number(kind: type[int | float]) -> Callable[[_Loader, yaml.ScalarNode], int | float]:
    return lambda loader, node: kind(str(loader.construct_scalar(node)))


_Loader.add_constructor("tag:yaml.org,2002:int", _number(int))
_Loader.add_constructor("tag:yaml.org,2002:float", _number(float))


def read(text: str) -> Any:  # noqa: ANN401
    """Return what a text holds. Raises yaml.YAMLError where it is no YAML."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  a safe loader

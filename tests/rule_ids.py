"""Every rule that the code can bear a problem of, read from the code itself.

A rule is told by its id, which is handed to whatever has a parameter or a field named `rule`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.build import ROOT

PACKAGE = ROOT / "hooks" / "guides_api"
MIGRATE = PACKAGE / "migrate"  # its rules are about other people's guides: they are explained apart

# Where those that every module may call take the id.
_TAKERS = {"Problem": 1, "Mistake": 1, "Excess": 1, "problem": 0, "PydanticCustomError": 0}
_TAKERS_OF_MIGRATE = {"found": 0, "Trouble": 0}
_HANDED_ON = {"rule", "kind"}  # what a function calls a rule that another one chose
_FOUND = 4  # a mistake of prose is yielded as start, rule, message, remedy


def rule_ids(package: Path = PACKAGE) -> set[str]:
    """Return the id of every rule that a package's code names, but for those about other people's guides."""
    takers = _TAKERS_OF_MIGRATE if package == MIGRATE else _TAKERS
    files = (file for file in sorted(package.rglob("*.py")) if package == MIGRATE or MIGRATE not in file.parents)
    return {rule for file in files for rule in _in_module(file, takers)}


def _in_module(file: Path, given: Mapping[str, int]) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    takers = dict(given) | dict(_taking_a_rule(tree))
    constants = dict(_constants(tree))
    prefixes = set(_given(tree, dict(_with_a_rule(tree)), constants, ()))
    yield from _given(tree, takers, constants, prefixes)
    for node in ast.walk(tree):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == _FOUND:
            second = node.value.elts[1]
            if isinstance(second, ast.Constant) and isinstance(second.value, str):
                yield second.value


def _given(
    tree: ast.Module, takers: Mapping[str, int], constants: Mapping[str, str], prefixes: Iterable[str]
) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            rank = takers.get(called, -1)
            if 0 <= rank < len(node.args):
                yield from filter(None, _values(node.args[rank], constants, prefixes))
            yield from (
                value
                for keyword in node.keywords
                if keyword.arg == "rule" and called in takers
                for value in _values(keyword.value, constants, prefixes)
            )


def _values(node: ast.expr, constants: Mapping[str, str], prefixes: Iterable[str]) -> Iterator[str]:
    """Yield the ids that an argument stands for; one that can't be told is a mistake in this file, or in the code's."""
    match node:
        case ast.Constant(value=str() as rule):
            yield rule
        case ast.IfExp():
            yield from _values(node.body, constants, prefixes)
            yield from _values(node.orelse, constants, prefixes)
        case ast.Name(id=name) if name in constants:
            yield constants[name]
        case ast.Name(id=name) if name in _HANDED_ON:
            pass
        case ast.Attribute(attr="rule") | ast.Subscript():
            pass
        case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value=str() as ending)]):
            yield from (f"{prefix}{ending}" for prefix in prefixes)
        case _:
            raise AssertionError(f"the rule of line {node.lineno} can't be told: {ast.unparse(node)}")


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() as text)):
                yield name, text


def _taking_a_rule(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the module's own functions with the rank of their `rule`, -1 where they take none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            yield node.name, names.index("rule") if "rule" in names else -1


def _with_a_rule(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the module's own classes whose instances hold a part of a rule's id, with its rank."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name not in _TAKERS:
            names = [
                item.target.id
                for item in node.body
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
            ]
            if "rule" in names:
                yield node.name, names.index("rule")

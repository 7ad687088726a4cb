"""What keeps the code readable: rooms that import one way, modules that fit on a few screens, adapters that adapt."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.build import ROOT

HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "guides_api"
MODULES = sorted(path for path in HOOKS.rglob("*.py") if "__pycache__" not in path.parts)
ADAPTERS = sorted(HOOKS.glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# The rooms that each room may import, itself aside.
ALLOWED = {
    "catalogue": set[str](),
    "pages": {"catalogue"},
    "engine": {"catalogue", "pages"},
    "migrate": {"catalogue", "pages"},
    "cli": {"catalogue", "pages", "engine", "migrate"},
}
LONGEST_MODULE, LONGEST_ADAPTER = 250, 40


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import hides the room it comes from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0] if path.is_relative_to(PACKAGE) else ""


def test_every_room_is_known() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms <= set(ALLOWED)
    assert {"catalogue", "pages", "engine", "cli"} <= rooms


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) in ALLOWED], ids=name_of)
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("guides_api.")}
    assert rooms - {room(path)} <= ALLOWED[room(path)]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_engine_and_the_hooks_know_mkdocs(path: Path) -> None:
    knows = any(re.match(r"(?:mkdocs|material|properdocs|zensical)(?:\.|$)", name) for name in imported(path))
    assert not knows or room(path) in ("", "engine")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short(path: Path) -> None:
    limit = LONGEST_ADAPTER if path in ADAPTERS else LONGEST_MODULE
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("path", ADAPTERS, ids=name_of)
def test_a_hook_has_one_concern_and_imports_no_other_hook(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    hooks = {adapter.stem for adapter in ADAPTERS}
    assert hooks.isdisjoint(name.split(".")[0] for name in imported(path))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_names_no_index_and_pins_every_package_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(?:-i\b|--(?:extra-)?index-url|--find-links|--trusted-host)", text, re.MULTILINE)
    packages = re.split(r"^(?=[a-z])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)[1:]
    assert len(packages) > 10
    assert [package for package in packages if "==" not in package or "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name_of)
def test_no_file_names_a_place_on_somebodys_machine(path: Path) -> None:
    assert not re.search(r"[\"'](?:/home/|/Users/|/root/|[A-Z]:\\\\)", path.read_text(encoding="utf-8"))

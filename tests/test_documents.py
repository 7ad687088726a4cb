"""The maintainers' documents: found from the README, short, true to the code that they show."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.build import ROOT

from guides_api.cli import guides

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
GENERATED = {"composants.md", "regles.md"}  # as long as what they list
WRITTEN = sorted(path for path in (ROOT / "docs").glob("*.md") if path.name not in GENERATED)
TWO_PAGES = 7200  # characters, as they print on A4
MEASURES = re.compile("<!-- mesures -->.*<!-- fin des mesures -->", re.DOTALL)  # tables that a command writes
ABOUT_THE_CODE = ("ajouter", "architecture", "decisions")
BUILT = {"robots.txt", "site/", "site.nouveau/", "/exports/v1/", "/exports/v2/"}
UNRELEASED = "Non publié"
CATEGORIES = {"Ajouté", "Modifié", "Bientôt retiré", "Retiré", "Corrigé", "Sécurité"}


def released() -> list[tuple[str, str]]:
    """Each section's version and date."""
    titles = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert titles[0] == f"[{UNRELEASED}]"
    found = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})", title) for title in titles[1:]]
    assert all(found), titles
    return [(title[1], title[2]) for title in found if title]


def test_the_changelog_knows_the_version_of_the_package_or_announces_it() -> None:
    version = PYPROJECT["project"]["version"]
    announced = CHANGELOG.split(f"## [{UNRELEASED}]")[1].split("\n## ")[0]
    assert version in {number for number, _ in released()} or version in announced


def test_versions_go_from_the_newest_to_the_oldest_and_their_days_exist() -> None:
    versions = [(tuple(map(int, number.split("."))), date.fromisoformat(day)) for number, day in released()]
    assert all(newer[0] > older[0] and newer[1] >= older[1] for newer, older in pairwise(versions))


def test_changes_are_told_under_the_headings_of_keep_a_changelog() -> None:
    headings = re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE)
    assert headings
    assert set(headings) <= CATEGORIES
    for section in CHANGELOG.split("\n## ")[1:]:
        under = re.findall(r"^### (.+)$", section, re.MULTILINE)
        assert len(under) == len(set(under)), section.splitlines()[0]
    for words in re.split(r"^### .+$", CHANGELOG, flags=re.MULTILINE)[1:]:
        assert re.search(r"^- ", words, re.MULTILINE), "a heading has something below it"


def tracked() -> set[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.splitlines())


def links(text: str) -> set[str]:
    """The files that a text links to."""
    return {target for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if not target.startswith("https:")}


def test_every_document_is_found_from_the_readme() -> None:
    assert {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")} <= links(README)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_a_document_takes_two_pages_at_most(path: Path) -> None:
    assert len(MEASURES.sub("", path.read_text(encoding="utf-8"))) <= TWO_PAGES


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CHANGELOG.md", *WRITTEN], ids=lambda path: path.name)
def test_a_document_links_to_what_is_there(path: Path) -> None:
    found = links(path.read_text(encoding="utf-8"))
    assert {target for target in found if not (path.parent / target).exists()} == set()


@pytest.mark.parametrize("path", [ROOT / "README.md", *WRITTEN], ids=lambda path: path.name)
def test_a_document_names_commands_that_there_are(path: Path) -> None:
    said = re.findall(r"`([^`\n]+)`", path.read_text(encoding="utf-8"))
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    ours = {found[1] for words in said if (found := re.match(r"(?:\.venv/bin/)?guides ([a-z]+)", words))}
    made = {found[1] for words in said if (found := re.match(r"make ([a-z-]+)", words))}
    assert ours <= set(guides.commands)
    assert made <= targets


@pytest.mark.parametrize("name", ABOUT_THE_CODE)
def test_a_document_about_the_code_names_files_and_folders_that_there_are(name: str) -> None:
    text = (ROOT / f"docs/{name}.md").read_text(encoding="utf-8")
    paths = {f"/{path}" for path in tracked()}
    named = set(re.findall(r"`([\w./-]+(?:\.(?:css|html|md|py|toml|txt|yaml|yml)|/))`", text)) - BUILT
    assert len(named) > 2
    assert {
        path for path in named if not any(there.endswith(f"/{path}") or f"/{path}" in there for there in paths)
    } == set()


def test_what_is_shown_as_an_example_is_in_the_code() -> None:
    text = (ROOT / "docs/ajouter.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```(?:python|html|yaml)\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 5
    folder = ROOT / "hooks/guides_api"
    files = [
        path.read_text(encoding="utf-8") for path in folder.rglob("*.*") if path.suffix in {".html", ".py", ".yaml"}
    ]
    code = [re.sub(r"\s+", " ", read) for read in files]
    for block in blocks:
        assert any(re.sub(r"\s+", " ", block).strip() in read for read in code), block


def test_what_the_site_is_made_of_is_listed_once_and_whole(tmp_path: Path) -> None:
    recipe = MAKEFILE.split("\nsbom:")[1].split("\n\n")[0].replace("\\\n", " ")
    (command,) = re.findall(r"\$\(BIN\)/python (.+)", recipe)
    command = command.replace("dist/sbom.cdx.json", str(tmp_path / "sbom.json"))
    subprocess.run([sys.executable, *shlex.split(command)], cwd=ROOT, check=True)
    listed = json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))
    pinned = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"mkdocs", "font-manrope"} <= {name for name, _ in pinned}
    assert sorted((part["name"], part["version"]) for part in listed["components"]) == sorted(pinned)
    assert all(part["externalReferences"][0]["hashes"] for part in listed["components"])
    described = listed["metadata"]["component"]
    assert (described["name"], described["version"]) == ("guides-api", PYPROJECT["project"]["version"])
    assert "timestamp" not in listed["metadata"]

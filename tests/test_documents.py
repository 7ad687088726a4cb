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

from tests.build import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
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


def test_what_the_site_is_made_of_is_listed_once_and_whole(tmp_path: Path) -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nsbom:")[1].split("\n\n")[0].replace("\\\n", " ")
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

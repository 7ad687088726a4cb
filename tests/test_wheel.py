"""The wheel holds what another administration's site is made of, and nothing of ours; that site checks and builds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder
from tests.build import COMMAND, ENVIRONMENT, ROOT
from tests.cli.test_init import OPTIONS, init

from guides_api.pages.palette import palette

PACKAGE = ROOT / "hooks/guides_api"
OVERRIDES = ROOT / "overrides"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><title>Le nôtre</title></svg>'


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return Path(built)


@pytest.fixture(scope="module")
def held(wheel: Path) -> frozenset[str]:
    return frozenset(zipfile.ZipFile(wheel).namelist())


def below(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_the_wheel_holds_the_whole_package(held: frozenset[str]) -> None:
    files = {f"guides_api/{path}" for path in below(PACKAGE)}
    assert {"guides_api/pages/templates/badge.svg", "guides_api/cli/init/files/.gitignore"} <= files
    assert files - held == set()


def test_the_wheel_holds_what_builds_this_site_laid_out_as_here(held: frozenset[str]) -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = [f"overrides/{path}" for path in below(OVERRIDES)]
    expected = {"mkdocs.yml", "requirements.lock", *settings["hooks"], *theme}
    assert {path.removeprefix("guides_api/shared/") for path in held if "/shared/" in path} == expected


def test_the_wheel_holds_none_of_our_contents(held: frozenset[str]) -> None:
    roots = {path.partition("/")[0] for path in held}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"guides_api"}


def test_the_wheel_carries_the_licence_of_the_code(wheel: Path, held: frozenset[str]) -> None:
    (path,) = (path for path in held if path.endswith(".dist-info/licenses/LICENSE"))
    assert zipfile.ZipFile(wheel).read(path) == (ROOT / "LICENSE").read_bytes()


def test_an_editable_install_copies_nothing(tmp_path: Path) -> None:
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["editable"])
    assert [path for path in zipfile.ZipFile(built).namelist() if ".dist-info/" not in path] == ["_guides_api.pth"]


@pytest.fixture(scope="module")
def made(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, built strictly with the wheel's code and with a logo of its own."""
    folder = tmp_path_factory.mktemp("adopted")
    code, project = folder / "code", folder / "projet"
    zipfile.ZipFile(wheel).extractall(code)
    assert init(project, OPTIONS).exit_code == 0
    logo = project / "overrides/assets/images/logo.svg"
    logo.parent.mkdir(parents=True)
    logo.write_text(LOGO, encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("# custom_dir", "custom_dir"), encoding="utf-8")
    done = subprocess.run(
        COMMAND,
        cwd=project,
        env=ENVIRONMENT | {"PYTHONPATH": str(code)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return project / "site"


def test_a_new_site_has_its_pages_its_menu_and_no_drawer(made: Path) -> None:
    for page in ("", "guides/bourse-d-ete/", "mentions-legales/", "api/api-etudes/", "editeurs/zoe-cie/", "recherche/"):
        assert (made / page / "index.html").is_file(), page
    home = (made / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<title>([^<]+)</title>", home) == [
        "Les données qu’il vous faut, et comment les demander - Guides #1"
    ]
    assert re.findall(r'class="md-tabs__link"[^>]*>\s*([^<]+?)\s*<', home)[:3] == ["Accueil", "Guides", "Outils"]
    assert "data-md-toggle" not in home
    assert not (made / "assets/javascripts/bundle").exists()


def test_a_new_site_is_in_its_colour_with_its_own_files_before_the_packages(made: Path) -> None:
    shades = palette("#7a1f3d")
    sheets = {path.name: path.read_text(encoding="utf-8") for path in made.glob("assets/stylesheets/*.css")}
    assert any("--teal: #7a1f3d;" in text for text in sheets.values())
    assert any(f"--teal: {shades['#8ad6cf']};" in text for text in sheets.values())
    assert not any("#0e5a5f" in text for text in sheets.values())
    assert any(path.read_text(encoding="utf-8") == LOGO for path in made.glob("assets/images/logo*.svg"))


def test_a_new_site_says_nothing_of_ours(made: Path) -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in made.rglob("*.html"))
    for name in ("API Particulier", "API Entreprise", "collectivité", "Guides API</", "api.gouv.fr"):
        assert name not in said
    assert "Au choix de l’école" not in said  # its one solution leaves no choice
    assert "nom de l’école" in said


@pytest.mark.long
def test_a_new_project_installs_checks_and_tests_itself(wheel: Path, tmp_path: Path) -> None:
    project = tmp_path / "projet"
    assert init(project, OPTIONS).exit_code == 0
    alone = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}

    def made_by(*targets: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["make", *targets, f"PYTHON={sys.executable}"],
            cwd=project,
            env=alone,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    without = made_by("check")
    assert without.returncode != 0
    assert "Le paquet manque" in without.stdout
    shutil.copy(wheel, project / "paquets")
    done = made_by("check", "test", "build")
    assert done.returncode == 0, done.stdout
    assert "Rien à corriger" in done.stdout
    assert (project / "site/index.html").is_file()
    assert "site_url" in made_by("publish").stdout

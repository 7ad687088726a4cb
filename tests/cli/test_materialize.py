"""`guides materialize`: a tree of plain files, which other engines build into the very site that we publish."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from tests import build, example, trees
from tests.catalogue.french import assert_french

from guides_api.cli.materialize import materialize
from guides_api.cli.written_tree import MANIFEST
from guides_api.engine.plain_tree import ENGINES

# With it, a site has pictures, structured data, feeds and links to mend a page; it stands below its host's root.
PUBLISHED = "site_url: https://exemple.gouv.fr/guides-api/\nrepo_url: https://depot.example.org/guides\n"
GUIDE = """\
---
title: "« Oui » & non"
tagline: "Deux mots : l’un, l’autre, assez pour dire à un lecteur ce que la page lui apporte ?"
noindex: true
---

## L’un ?

Mot.
"""
WARN = """
from mkdocs.plugins import get_plugin_logger
def on_pre_build(config):
    get_plugin_logger("example").warning("attention")
"""


def run(root: Path, folder: Path, *options: str) -> Result:
    return CliRunner().invoke(materialize, ["--root", str(root), "--out", str(folder), *options])


def built(folder: Path, site: Path, engine: str = "mkdocs") -> Path:
    """Build a folder as an engine does that knows of no project."""
    settings = ENGINES[engine].settings if not (folder / "mkdocs.yml").exists() else "mkdocs.yml"
    command = [sys.executable, "-m", engine, "build", "--strict", "-f", settings, "-d", str(site)]
    done = subprocess.run(
        command, cwd=folder, env=build.ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def buildable(root: Path) -> Path:
    """Write the example project at root, with the code that builds it."""
    example.write(root)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(build.ROOT / name)
    shutil.copy(build.ROOT / "mkdocs.yml", root)
    return root


def whole(root: Path) -> Path:
    """Write that project, and what its publication below its host's root tells, at root."""
    site = buildable(root) / "data/site.yaml"
    kept = [
        line for line in site.read_text("utf-8").splitlines(keepends=True) if not line.startswith(("site_", "repo_url"))
    ]
    site.write_text("".join(kept) + PUBLISHED, encoding="utf-8")
    (root / "content/guides/essai.md").write_text(GUIDE, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example project, ready to be published."""
    return whole(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def direct(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that project, built by MkDocs with our hooks."""
    return built(published, tmp_path_factory.mktemp("direct") / "site")


@pytest.fixture(scope="module")
def tree(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That project's plain files."""
    folder = tmp_path_factory.mktemp("written") / "tree"
    done = run(published, folder)
    assert done.exit_code == 0, done.output
    assert_french(done.output)
    return folder


@pytest.fixture
def copy(tree: Path, tmp_path: Path) -> Path:
    """A copy of the plain files, for a test to spoil."""
    return shutil.copytree(tree, tmp_path / "copie")


def test_mkdocs_builds_the_same_site_without_our_code(tree: Path, direct: Path, tmp_path: Path) -> None:
    assert trees.differences(built(tree, tmp_path / "site"), direct) == []
    names = trees.read(direct)
    assert {"404.html", "guides/essai/index.html", "sitemap.xml", "guides.xml", "robots.txt"} <= names.keys()
    assert any(name.startswith("assets/partage/") for name in names)


@pytest.mark.skipif(find_spec("properdocs") is None, reason="ProperDocs is not installed")
def test_properdocs_builds_the_same_site_without_our_code_and_with_it(
    published: Path, direct: Path, tmp_path: Path
) -> None:
    done = run(published, tmp_path / "tree", "--engine", "properdocs")
    assert done.exit_code == 0, done.output
    assert trees.differences(built(tmp_path / "tree", tmp_path / "plain", "properdocs"), direct) == []
    assert trees.differences(built(published, tmp_path / "hooked", "properdocs"), direct) == []


@pytest.mark.long
@pytest.mark.skipif(find_spec("properdocs") is None, reason="ProperDocs is not installed")
def test_properdocs_too_leaves_the_previous_site_where_a_build_has_warnings(tmp_path: Path) -> None:
    project = buildable(tmp_path / "project")
    (project / "warn.py").write_text(WARN, encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("\nhooks:", "\nhooks:\n  - warn.py"), encoding="utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("avant", encoding="utf-8")
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=project, env=build.ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode != 0
    assert (project / "site/index.html").read_text("utf-8") == "avant"


@pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed")
def test_zensical_builds_every_page(published: Path, direct: Path, tmp_path: Path) -> None:
    assert run(published, tmp_path / "tree", "--engine", "zensical").exit_code == 0
    done = subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=tmp_path / "tree", check=False)
    assert done.returncode == 0
    made = trees.read(tmp_path / "tree/site")
    assert [name for name in trees.read(direct) if name.endswith(".html") and name not in made] == []


def test_nothing_in_the_tree_needs_our_code_or_names_a_place_of_this_machine(tree: Path, published: Path) -> None:
    settings = yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "hooks" not in settings
    assert settings["plugins"] == []
    assert [path for path in tree.rglob("*") if path.suffix == ".py" or path.is_symlink()] == []
    text = b"".join(trees.read(tree).values())
    assert str(published).encode() not in text
    assert str(tree.parent).encode() not in text


def test_a_page_is_plain_markdown_below_all_that_templates_read_of_it(tree: Path) -> None:
    front, markdown = (tree / "content/guides/essai.md").read_text("utf-8").removeprefix("---\n").split("\n---\n\n", 1)
    told = yaml.safe_load(front)
    structured = told.pop("structured_data")
    assert "BreadcrumbList" in "".join(structured)
    assert told == {
        "title": "«\xa0Oui\xa0» & non",
        "description": "Deux mots\xa0: l’un, l’autre, assez pour dire à un lecteur ce que la page lui apporte\u202f?",
        "noindex": True,
        "trail": [{"title": "Accueil", "address": ""}, {"title": "Guides", "address": "guides/"}],
        "edit_url": "https://depot.example.org/guides/edit/main/content/guides/essai.md",
        "picture": {
            "address": "assets/partage/guides/essai.png",
            "alt": "«\xa0Oui\xa0» & non, Guides, Site Exemple",
            "width": 1200,
            "height": 630,
        },
        "start": "#oui-non",
        "contents": [{"title": "L’un\u202f?", "url": "#l-un", "children": []}],
    }
    assert "## L’un\u202f? { #l-un }" in markdown


def test_components_and_computed_pages_are_plain_markdown_too(tree: Path, published: Path) -> None:
    assert "<Fact" in (published / "content/guides/aide-exemple.md").read_text(encoding="utf-8")
    assert "<Fact" not in (tree / "content/guides/aide-exemple.md").read_text(encoding="utf-8")
    assert not (published / "content/editeurs/editeur-exemple.md").exists()
    assert "# Éditeur Exemple" in (tree / "content/editeurs/editeur-exemple.md").read_text(encoding="utf-8")


def test_writing_again_says_what_changes_and_keeps_nothing_else(published: Path, copy: Path, tmp_path: Path) -> None:
    project = shutil.copytree(published, tmp_path / "project", symlinks=True)
    (project / "content/guides/essai.md").unlink()
    (copy / "site").mkdir()
    done = run(project, copy)
    assert done.exit_code == 0, done.output
    assert re.search(r"sur \d+ fichiers : \d+ nouveaux, \d+ changés, \d+ retirés\.", done.output)
    assert not (copy / "content/guides/essai.md").exists()
    assert [path.name for path in copy.parent.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_somebody_else_filled_is_left_as_it_is(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "plage.jpg").write_text("…", encoding="utf-8")
    done = run(project, folder)
    assert done.exit_code == 1
    assert "n’est pas vide, et cette commande ne l’a pas écrit" in done.output
    assert_french(done.output)
    assert [path.name for path in folder.iterdir()] == ["plage.jpg"]


@pytest.mark.parametrize("name", ["content/guides/essai.md", "notes.md"])
def test_what_somebody_changed_or_added_is_named_and_kept(project: Path, copy: Path, name: str) -> None:
    (copy / name).write_text("à garder", encoding="utf-8")
    done = run(project, copy)
    assert done.exit_code == 1
    assert f"a été modifié depuis que cette commande l’a écrit : {name}." in done.output
    assert_french(done.output)
    assert (copy / name).read_text(encoding="utf-8") == "à garder"


def test_a_project_that_does_not_build_writes_nothing(copy: Path, tmp_path: Path) -> None:
    project = buildable(tmp_path / "project")
    (project / "content/guides/essai.md").write_text(
        "---\ntitle: Essai\ntagline: Un.\n---\n\n[a](b.md)\n", encoding="utf-8"
    )
    before = trees.read(copy)
    done = run(project, copy)
    assert done.exit_code == 1
    assert "Le site ne se construit pas : rien n’est écrit" in done.output
    assert trees.read(copy) == before


def test_a_folder_that_is_no_project_is_told_as_one(tmp_path: Path) -> None:
    done = run(tmp_path, tmp_path / "tree")
    assert done.exit_code == 1
    assert f"« {tmp_path} » n’a pas de fichier mkdocs.yml" in done.output
    assert_french(done.output)


def test_the_help_is_in_french() -> None:
    help_ = CliRunner().invoke(materialize, ["--help"]).output
    assert "[obligatoire]" in help_
    assert "required" not in help_


def test_a_disk_that_refuses_leaves_what_was_there(
    published: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = trees.read(copy)
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == MANIFEST:
            raise OSError(28, "No space left on device")
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    done = run(published, copy)
    assert done.exit_code == 1
    assert "Ce qui s’y trouvait n’a pas changé." in done.output
    assert "No space" not in done.output
    assert trees.read(copy) == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


@pytest.mark.long
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_each_engine_builds_the_real_site_with_our_code_and_without_it(site: Path, tmp_path: Path, engine: str) -> None:
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")
    done = run(build.ROOT, tmp_path / "tree", "--engine", engine)
    assert done.exit_code == 0, done.output
    assert trees.differences(built(tmp_path / "tree", tmp_path / "plain", engine), site) == []
    assert trees.differences(built(build.ROOT, tmp_path / "hooked", engine), site) == []

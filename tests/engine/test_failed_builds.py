"""A build that fails says why in French and leaves the site that was there."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests import build
from tests.catalogue.french import assert_french

PREVIOUS = {"index.html": "avant", "guides/index.html": "avant aussi"}
SLOW = """
import pathlib, time
def on_post_page(output, page, config):
    pathlib.Path("building").touch()
    time.sleep(60)
"""
WARN = """
import logging
def on_pre_build(config):
    logging.getLogger("mkdocs.example").warning("attention")
"""
WRITE_NO_MORE = """
def on_post_page(output, page, config):
    if page.url:
        raise OSError("plus de place")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the real project, with the site of an earlier build."""
    copy = build.copy(build.ROOT, tmp_path / "project")
    for name, text in PREVIOUS.items():
        (copy / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / "site" / name).write_text(text, encoding="utf-8")
    return copy


def published(project: Path) -> dict[str, str]:
    site = project / "site"
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}


def add_hook(project: Path, code: str) -> None:
    (project / "example_hook.py").write_text(code, encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\nhooks:", "\nhooks:\n  - example_hook.py", 1), encoding="utf-8")


def spoil(project: Path) -> None:
    editors = project / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    assert text.count("      - name: Concerto\n") == 1
    editors.write_text(text.replace("      - name: Concerto\n", "      - nom: Concerto\n"), encoding="utf-8")


def test_a_mistake_in_the_data_stops_the_build_with_a_french_report(project: Path) -> None:
    spoil(project)
    done = build.run(project)
    assert done.returncode != 0
    assert "erreurs empêchent de construire le site." in done.stdout
    assert "éditeur « Arpège »" in done.stdout
    assert "clé « nom » inconnue." in done.stdout
    report = done.stdout.partition("erreurs empêchent")[2].partition("Aborted with a BuildError!")[0]
    assert_french(report)
    assert published(project) == PREVIOUS


@pytest.mark.parametrize("code", [WARN, WRITE_NO_MORE], ids=["a warning", "a full disk"])
def test_what_goes_wrong_during_a_build_leaves_the_previous_site(project: Path, code: str) -> None:
    add_hook(project, code)
    assert build.run(project).returncode != 0
    assert published(project) == PREVIOUS


def test_a_killed_build_leaves_the_previous_site(project: Path) -> None:
    add_hook(project, SLOW)
    builder = subprocess.Popen(
        build.COMMAND, cwd=project, env=build.ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while not (project / "building").exists():
        assert builder.poll() is None
        time.sleep(0.05)
    builder.send_signal(signal.SIGKILL)
    builder.wait()
    assert published(project) == PREVIOUS


def test_the_build_after_a_killed_one_publishes_and_leaves_nothing_behind(project: Path) -> None:
    (project / "site.nouveau").mkdir()
    (project / "site.nouveau/stale.html").touch()
    shutil.copytree(project / "site", project / "site.ancien")
    done = build.run(project)
    assert done.returncode == 0, done.stdout
    assert "index.html" in published(project)
    assert published(project)["index.html"] != PREVIOUS["index.html"]
    assert "stale.html" not in published(project)
    assert sorted(path.name for path in project.glob("site*")) == ["site"]


def test_a_build_killed_while_it_published_is_mended_by_the_next(project: Path) -> None:
    (project / "site").rename(project / "site.ancien")
    add_hook(project, WARN)
    assert build.run(project).returncode != 0
    assert published(project) == PREVIOUS

"""A build that has nothing to do says so and stops; whatever has changed, it has something to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from tests import build, trees
from tests.build import ROOT
from tests.engine.test_dates import git
from tests.engine.test_same_site import built as made_here
from tests.example import write

from guides_api.engine import unchanged
from guides_api.engine.packages import versions

SAID = "Rien n’a changé"
GUIDE = "content/guides/aide-exemple.md"
Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its own theme and settings, that was built once."""
    root = write(tmp_path_factory.mktemp("built") / "projet")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "hooks").symlink_to(ROOT / "hooks")
    done = build.run(root)
    assert done.returncode == 0, done.stdout
    assert SAID not in done.stdout
    return root


def nothing_to_do(root: Path, site: Path | None = None, command: str = "build", *, dirty: bool = False) -> bool:
    where = {} if site is None else {"site_dir": str(site)}
    unchanged.starts(command, dirty=dirty)
    try:
        return unchanged.nothing_to_do(load_config(str(root / "mkdocs.yml"), strict=True, **where))
    finally:
        unchanged.starts("", dirty=False)


@pytest.fixture
def _asked() -> Iterator[None]:
    """Make what a test does by hand a build's."""
    unchanged.starts("build", dirty=False)
    yield
    unchanged.starts("", dirty=False)


def test_the_command_says_it_and_leaves_the_site_as_it_is(built: Path) -> None:
    before = trees.read(built / "site")
    done = build.run(built)
    assert (done.returncode, SAID in done.stdout) == (0, True), done.stdout
    assert trees.read(built / "site") == before


def test_it_is_known_by_contents_and_not_by_dates(built: Path) -> None:
    assert nothing_to_do(built)
    os.utime(built / GUIDE, (1, 1))
    assert nothing_to_do(built)


def test_only_a_whole_build_may_stop(built: Path) -> None:
    assert nothing_to_do(built)
    assert not nothing_to_do(built, command="serve")
    assert not nothing_to_do(built, dirty=True)


def write_in(file: str, text: str = "\n") -> Change:
    def change(root: Path) -> None:
        with (root / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return change


def write_as_much(root: Path) -> None:
    """Change a guide, but neither its size nor its date."""
    file = root / GUIDE
    before, content = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(content.swapcase(), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size


SOURCES: dict[str, Change] = {
    "a guide": write_in(GUIDE),
    "a guide, of the same size and date": write_as_much,
    "a new guide": write_in("content/guides/neuf.md", "---\ntitle: Un guide neuf\n---\n"),
    "a guide that goes": lambda root: (root / GUIDE).unlink(),
    "a guide under another name": lambda root: (root / GUIDE).rename(root / "content/guides/autre.md"),
    "data": write_in("data/editors.yaml"),
    "a template": write_in("overrides/main.html"),
    "a style sheet": write_in("overrides/assets/stylesheets/site.css"),
    "settings": write_in("mkdocs.yml", "\nsite_author: Quelqu’un\n"),
}


@pytest.mark.parametrize("what", SOURCES)
def test_a_source_that_changes_is_seen(what: str, built: Path, tmp_path: Path) -> None:
    kept = tmp_path / "avant"
    shutil.copytree(built, kept, symlinks=True)
    SOURCES[what](built)
    assert not nothing_to_do(built)
    for name in ("content", "data", "overrides"):
        shutil.rmtree(built / name)
        shutil.copytree(kept / name, built / name)
    shutil.copy(kept / "mkdocs.yml", built)
    assert nothing_to_do(built)


ODD: dict[str, Change] = {
    "no data": lambda root: shutil.rmtree(root / "data"),
    "a link that leads nowhere": lambda root: (root / "content/.#guide.md").symlink_to("personne@ordinateur.1"),
    "a link to a folder above": lambda root: (root / "content/boucle").symlink_to(root / "content"),
    "a pipe": lambda root: os.mkfifo(root / "content/guides/tuyau.md"),
}


REFUSED = ("no data", "a link to a folder above")  # the others are no page, and of no page


@pytest.mark.parametrize("what", ODD)
def test_what_can_t_be_read_is_left_to_the_build_to_tell(what: str, built: Path, tmp_path: Path) -> None:
    root = tmp_path / "projet"
    shutil.copytree(built, root, symlinks=True)
    ODD[what](root)
    assert not nothing_to_do(root)
    done = build.run(root)
    assert "Traceback" not in done.stdout, done.stdout
    assert (done.returncode != 0) == (what in REFUSED), done.stdout


def test_it_needs_no_git(built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert nothing_to_do(built)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert nothing_to_do(built)


def test_a_day_a_version_or_a_commit_that_changes_is_seen(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed:
        changed.setenv("SOURCE_DATE_EPOCH", "1763800000")
        assert not nothing_to_do(built)
    with monkeypatch.context() as changed:
        changed.setattr(unchanged, "versions", lambda: ("jinja2 99", *versions()[1:]))
        assert not nothing_to_do(built)
    git(built, "init")
    (built / "lisez-moi").touch()
    git(built, "add", "lisez-moi")
    git(built, "commit", "--message", "un commit")
    assert not nothing_to_do(built)
    shutil.rmtree(built / ".git")
    assert nothing_to_do(built)


def test_another_site_is_not_this_one(built: Path, tmp_path: Path) -> None:
    assert not nothing_to_do(built, tmp_path / "site")


def copy_the_home(root: Path) -> None:
    """Put a copy of a page in its place, under the same date."""
    home = root / "site/index.html"
    home.rename(root / "site/ici")
    shutil.copy2(root / "site/ici", home)
    (root / "site/ici").unlink()


DAMAGES: dict[str, Change] = {
    "a page that somebody wrote in": write_in("site/index.html"),
    "a page that somebody added": write_in("site/ailleurs.html"),
    "a page that is gone": lambda root: (root / "site/guides/aide-exemple/index.html").unlink(),
    "a page that was copied": lambda root: shutil.copy2(
        shutil.move(root / "site/index.html", root / "ici"), root / "site"
    ),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "no note": lambda root: (root / unchanged.PLACE).unlink(),
    "a damaged note": lambda root: (root / unchanged.PLACE).write_bytes(b'["\xff'),
    "a note of something else": lambda root: (root / unchanged.PLACE).write_text("{}"),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_site_that_is_not_as_it_was_left_is_made_again(what: str, built: Path) -> None:
    assert made_here(built)
    assert nothing_to_do(built)
    before = trees.read(built / "site")
    DAMAGES[what](built)
    assert not nothing_to_do(built)
    assert made_here(built)
    assert trees.read(built / "site") == before
    assert nothing_to_do(built)


@pytest.mark.usefixtures("_asked")
def test_what_is_written_during_a_build_is_not_taken_for_what_it_read(built: Path) -> None:
    before = (built / GUIDE).read_bytes()
    write_in(GUIDE)(built)
    config = load_config(str(built / "mkdocs.yml"), strict=True)
    assert not unchanged.nothing_to_do(config)
    (built / GUIDE).write_bytes(before)
    unchanged.note(config, built / "site", warned=False)
    assert not (built / unchanged.PLACE).exists()
    assert made_here(built)
    assert nothing_to_do(built)


@pytest.mark.usefixtures("_asked")
def test_a_build_that_warned_warns_again(built: Path) -> None:
    config = load_config(str(built / "mkdocs.yml"))
    write_in(GUIDE)(built)
    assert not unchanged.nothing_to_do(config)
    unchanged.note(config, built / "site", warned=True)
    assert not (built / unchanged.PLACE).exists()


def test_a_step_or_a_plugin_of_somebody_else_may_read_anything(built: Path) -> None:
    assert made_here(built)
    assert nothing_to_do(built)
    settings = (built / "mkdocs.yml").read_text(encoding="utf-8")
    (built / "mien.py").write_text("def on_pre_build(config): ...\n", encoding="utf-8")
    for ours, theirs in (("  - hooks/live.py", "  - mien.py"), ("plugins: []", "plugins: [search]")):
        assert ours in settings
        (built / "mkdocs.yml").write_text(settings.replace(ours, theirs), encoding="utf-8")
        assert not unchanged.is_known(load_config(str(built / "mkdocs.yml")))
    (built / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert unchanged.is_known(load_config(str(built / "mkdocs.yml")))


def test_every_step_of_ours_is_known_and_no_other(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["hooks"]
    assert {Path(hook).stem for hook in hooks} == unchanged.STEPS
    monkeypatch.setattr(unchanged, "STEPS", unchanged.STEPS - {"live"})
    assert not unchanged.is_known(load_config(str(built / "mkdocs.yml")))

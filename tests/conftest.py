"""What tests of several rooms share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from filelock import FileLock
from hypothesis import settings
from tests import build, example, filled, nginx

from guides_api.catalogue.catalogue import Catalogue
from guides_api.cli.compress import compress
from guides_api.pages.project import Project, load_project

settings.register_profile("ours", deadline=None, derandomize=True)  # no time is asserted, nothing left to chance
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write what the code gives into tests/golden/, for you to read"
    )


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a small valid project, for a test to spoil."""
    return example.write(tmp_path)


@pytest.fixture(scope="session")
def real() -> Project:
    """The project itself: its facts and its pages."""
    return load_project(build.ROOT, example.TODAY)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as it is published: by the first worker that needs it, for all."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not folder.is_dir():
            done = build.run(build.ROOT, folder)
            assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="session")
def www(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a server shows: the example project, as it is published, below a path of its host."""
    project = filled.fill(example.write(tmp_path_factory.mktemp("example")), address=nginx.SITE_URL)
    for name in ("hooks", "overrides"):
        (project / name).symlink_to(build.ROOT / name)
    shutil.copy(build.ROOT / "mkdocs.yml", project)
    folder = tmp_path_factory.mktemp("www")
    site = folder / nginx.BELOW.strip("/")
    done = build.run(project, site)
    assert done.returncode == 0, done.stdout
    compressed = CliRunner().invoke(compress, ["--site", str(site)])
    assert compressed.exit_code == 0, compressed.output
    return folder


@pytest.fixture(scope="session")
def hosted(www: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[nginx.Served]:
    """That folder, served by nginx as `guides nginx` configures it."""
    with nginx.serve(nginx.configure(tmp_path_factory.mktemp("nginx"), www, nginx.MOVED, nginx.SITE_URL)) as served:
        yield served


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The facts of the example project, with a guide that is no use case's."""
    root = example.write(tmp_path_factory.mktemp("example"))
    guide = "---\ntitle: Conseils\ntagline: D’autres mots inventés.\ntags: [conseil]\n---\n\nUn conseil.\n"
    (root / "content/guides/conseils.md").write_text(guide, encoding="utf-8")
    return load_project(root, example.TODAY).catalogue

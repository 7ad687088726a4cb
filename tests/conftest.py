"""What tests of several rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from tests import build, example

from guides_api.catalogue.catalogue import Catalogue
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
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The facts of the example project, with a guide that is no use case's."""
    root = example.write(tmp_path_factory.mktemp("example"))
    guide = "---\ntitle: Conseils\ntagline: D’autres mots inventés.\ntags: [conseil]\n---\n\nUn conseil.\n"
    (root / "content/guides/conseils.md").write_text(guide, encoding="utf-8")
    return load_project(root, example.TODAY).catalogue

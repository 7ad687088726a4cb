"""The data are right, the site builds without a warning, and every page is in it."""

import subprocess
import sys
import tempfile
import unittest
from datetime import date
from pathlib import Path

from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.pages.addresses import address
from guides_api.pages.project import load_project

ROOT = Path(__file__).parents[1]
BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir")


class SiteTest(unittest.TestCase):
    """What `make test` looks at. Add your own checks below."""

    def test_the_data_are_right_and_every_page_is_built(self) -> None:
        """Read the whole project, then build it apart from `site/`."""
        try:
            project = load_project(ROOT, date.today())  # noqa: DTZ011  the day where the maintainer is
        except ProblemsFoundError as found:
            self.fail(str(found))
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            done = subprocess.run(
                [*BUILD, str(site)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            assert done.returncode == 0, done.stdout
            lacking = [path for path in project.pages if not (site / address(path) / "index.html").is_file()]
        assert lacking == [], f"ces pages manquent au site : {lacking}"

"""Every page, read by the W3C's Nu checker. Long: `make test-long`, which installs it, runs this."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.build import ROOT

CHECKER = ROOT / ".cache/nu/node_modules/vnu-jar/build/dist/vnu.jar"


def faults(*paths: Path) -> list[str]:
    """Return the errors that the checker finds in files, or in the pages of folders."""
    java = shutil.which("java")
    assert java, "Java manque : lancez « make test-long »"
    assert CHECKER.is_file(), "le vérificateur manque : lancez « make test-long »"
    options = ("-Xss1m", "-jar", str(CHECKER), "--errors-only", "--skip-non-html", "--format", "json")
    done = subprocess.run([java, *options, *map(str, paths)], capture_output=True, encoding="utf-8", check=False)
    return [f"{fault['url']} : {fault['message']}" for fault in json.loads(done.stderr)["messages"]]


@pytest.mark.long
def test_no_page_has_a_fault_of_html(site: Path) -> None:
    assert faults(site) == []


@pytest.mark.long
def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=fr><title>a</title><p><div></p></html>", encoding="utf-8")
    assert faults(page)

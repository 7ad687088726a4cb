"""A build that fails says why in French and leaves the site that was there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests import build, example
from tests.catalogue.french import assert_french
from tests.engine import small

WRITE_NO_MORE = """
import errno
import pathlib
def refuse(path, content):
    raise OSError(errno.ENOSPC, "No space left on device")
pathlib.Path.write_bytes = refuse
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example project, with the site of an earlier build."""
    root = example.write(tmp_path)
    shutil.copy(build.ROOT / "mkdocs.yml", root)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(build.ROOT / name)
    for name, content in small.BEFORE.items():
        small.put(root / "site" / name, content)
    return root


def said_by_a_failure(project: Path) -> str:
    """Return what a build that fails says, having checked that it changed nothing."""
    done = small.run(project, *build.COMMAND, "-q")
    assert done.returncode == 1, done.stdout
    assert small.tree(project / "site") == small.BEFORE
    assert small.left(project) == ["site"]
    assert_french(done.stdout)
    return done.stdout


def add_hook(project: Path, code: str) -> None:
    (project / "example_hook.py").write_text(code, encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\nhooks:", "\nhooks:\n  - example_hook.py", 1), encoding="utf-8")


def test_a_mistake_in_the_data_stops_the_build_with_a_french_report_and_nothing_else(project: Path) -> None:
    editors = project / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    assert text.count("\n      - name: ") == 1
    editors.write_text(text.replace("\n      - name: ", "\n      - nom: "), encoding="utf-8")
    said = said_by_a_failure(project)
    assert said.lstrip().partition("\n")[0] in (
        "Une erreur empêche de construire le site.",
        "2 erreurs empêchent de construire le site.",
    )
    assert "data/editors.yaml:" in said
    assert "clé « nom » inconnue." in said


def test_a_disk_that_fills_up_while_pages_are_written_is_told_once_in_french(project: Path) -> None:
    add_hook(project, WRITE_NO_MORE)
    assert said_by_a_failure(project).strip() == (
        "Le site n’a pas été construit : il n’y a plus de place sur le disque.\n"
        "Le site précédent, dans site, est intact.\n"
        "Faites de la place, puis relancez la commande."
    )


def test_an_extension_that_waits_for_pages_is_refused_rather_than_ignored(project: Path) -> None:
    add_hook(project, "def on_post_page(output, page, config):\n    return output.upper()\n")
    assert said_by_a_failure(project).strip() == (
        "L’extension « example_hook.py » attend que MkDocs lui montre chaque page (on_post_page), ce qui n’arrive "
        "jamais ici : les pages sont dessinées ensemble, et gardées d’une fois à l’autre.\n"
        "Retirez-la de mkdocs.yml ; docs/ajouter.md dit comment ajouter un composant ou un type de page."
    )


def test_a_date_that_is_none_is_refused_in_french(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(build.ENVIRONMENT, "SOURCE_DATE_EPOCH", "demain")
    assert said_by_a_failure(project).strip() == (
        "La variable SOURCE_DATE_EPOCH vaut « demain » : un nombre de secondes depuis 1970 est attendu (1767225600).\n"
        "Corrigez-la, ou retirez-la (unset SOURCE_DATE_EPOCH)."
    )

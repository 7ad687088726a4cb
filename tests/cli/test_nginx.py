"""`guides nginx`: three files to install, or a word on what is missing to write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.filled import fill

from guides_api.cli.nginx import nginx


def run(project: Path, *words: str) -> Result:
    return CliRunner().invoke(nginx, ["--root", str(project), "--vers", str(project / "nginx"), *words])


def test_the_files_are_written_for_the_address_of_the_site(project: Path) -> None:
    done = run(fill(project, address="https://www.ville.fr/guides"), "--dossier", "/srv/web/")
    assert done.exit_code == 0, done.output
    assert "Le site ira dans /srv/web/guides/ : voyez docs/publier.md." in done.output
    written = {file.relative_to(project / "nginx").as_posix() for file in (project / "nginx").rglob("*.conf")}
    assert written == {"guides-api.conf", "guides-api/correspondances.conf", "guides-api/site.conf"}
    assert all(f"{name} est à jour." in done.output for name in written)
    site = (project / "nginx/guides-api/site.conf").read_text(encoding="utf-8")
    assert "location /guides/ {\n    root /srv/web;\n" in site
    assert "server_name www.ville.fr;" in (project / "nginx/guides-api.conf").read_text(encoding="utf-8")
    moved = "\n    " + r'"~^/guides/security\.txt/?$" "/guides/.well-known/security.txt";' + "\n"
    assert moved in (project / "nginx/guides-api/correspondances.conf").read_text(encoding="utf-8")


def test_without_an_address_nothing_is_written(project: Path) -> None:
    done = run(project)
    assert done.exit_code == 1
    assert done.output.startswith("L’adresse du site manque : écrivez « site_url » dans data/site.yaml comme https://")
    assert not (project / "nginx").exists()


@pytest.mark.parametrize("address", ["https://ville.fr/a;b/", "https://ville.fr/a$b"])
def test_an_address_that_nginx_would_read_otherwise_is_refused(address: str, project: Path) -> None:
    done = run(fill(project, address=address))
    assert done.exit_code == 1
    assert "Les données ont des erreurs" in done.output
    assert not (project / "nginx").exists()


@pytest.mark.parametrize("folder", ["site", "/srv/deux mots", "/srv/a;b", "/"])
def test_a_folder_that_nginx_would_read_otherwise_is_refused(folder: str, project: Path) -> None:
    done = run(fill(project), "--dossier", folder)
    assert done.exit_code == 2
    assert not (project / "nginx").exists()


def test_data_with_errors_give_no_file(project: Path) -> None:
    (fill(project) / "data/publics.yaml").write_text("publics: rien\n", encoding="utf-8")
    done = run(project)
    assert (done.exit_code, "corrigez d’abord" in done.output) == (1, True)
    assert not (project / "nginx").exists()

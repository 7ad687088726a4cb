"""The files of content/: what is published is a page, a picture or a document, and does nothing by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.catalogue.french import assert_french
from tests.example import found_in, problems_of

PAGE = "---\ntitle: Une page\n---\n\nUn mot.\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
KIND, NAME = "fichier-refuse", "nom-de-fichier"
REFUSED = {
    "x.html": KIND,
    "x.js": KIND,
    "x.css": KIND,
    "x.MD": KIND,
    "x.xhtml": KIND,
    "x.svgz": KIND,
    "modele.csv": KIND,
    "robots.txt": KIND,
    "sitemap.xml": KIND,
    "_redirects": KIND,
    "exports/v1/editors.json": KIND,
    "logo.svg": KIND,
    "exports/v1/badges/editeurs/editeur-exemple.svg": KIND,
    'a"onmouseover="x.md': NAME,
    "a'b.md": NAME,
    "a b.md": NAME,
    "a<b>.md": NAME,
    "a%2e%2e.md": NAME,
    "a#b.md": NAME,
    "é.md": NAME,
    "javascript:x.md": NAME,
    "a](b.md": NAME,
    "a..md": NAME,
    "a.b.md": NAME,
    "-a.md": NAME,
    "a\nb.md": NAME,
    "a\\b.md": NAME,
    "=a.md": NAME,
    "\u202ea.md": NAME,
    "README.md": NAME,
    'a"b/index.md': NAME,
    "templates/a.md": NAME,
    'guides/a"b/index.md': NAME,
    'images/a"b.svg': NAME,
    "images/a b.png": NAME,
    'a"b/c.pdf': NAME,
    f"{'a' * 101}.md": NAME,
}
ACCEPTED = [
    "a.md",
    "a-2/b.md",
    "images/Capture_1.png",
    "images/2026/a.b.svg",
    "images/a.webp",
    "documents/Modele_1.odt",
    "guides/modele.pdf",
    ".DS_Store",
    ".cache/a.html",
    ".a.md",
    f"{'a' * 97}.md",
]


def put(project: Path, path: str) -> None:
    file = project / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SVG if path.endswith(".svg") else PAGE, encoding="utf-8")


@pytest.mark.parametrize("path", REFUSED)
def test_a_file_that_could_do_harm_is_the_only_problem(path: str, project: Path) -> None:
    put(project, path)
    (problem,) = found_in(project)
    assert (problem.rule, problem.place.path) == (REFUSED[path], f"content/{path}")
    assert_french(f"{problem.message} {problem.remedy}")


@pytest.mark.parametrize("path", ACCEPTED)
def test_pages_pictures_documents_and_what_nobody_publishes_are_accepted(path: str, project: Path) -> None:
    put(project, path)
    assert problems_of(project) == []


@pytest.mark.parametrize(
    "path", ["content/images/lien.png", "content/lien", "content/index.md", "data/editors.yaml", "data/lien.txt"]
)
def test_a_link_to_another_file_is_refused_unread(
    path: str, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("ailleurs") / "secret"
    outside.write_text("un secret: oui\n", encoding="utf-8")
    (project / path).unlink(missing_ok=True)
    (project / path).symlink_to(outside)
    told = problems_of(project)
    assert f"{path} : ce fichier n’est qu’un lien vers un autre.\n  Mettez-y le fichier lui-même." in told
    assert "secret" not in "".join(told)


def test_the_pages_of_a_folder_that_is_a_link_are_not_read(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("ailleurs")
    (outside / "secret.md").write_text(PAGE, encoding="utf-8")
    (project / "content/lien").symlink_to(outside)
    assert [problem.rule for problem in found_in(project)] == ["lien-symbolique"]


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "absent"])
def test_a_link_that_has_no_end_is_refused_too(target: str, project: Path) -> None:
    (project / "content/lien.md").symlink_to(target)
    assert [problem.rule for problem in found_in(project)] == ["lien-symbolique"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes, as Unix knows them")
def test_a_pipe_is_not_waited_for(project: Path) -> None:
    (project / "data/editors.yaml").unlink()
    os.mkfifo(project / "data/editors.yaml")
    assert [problem.rule for problem in found_in(project)] == ["fichier-illisible"]

"""`guides import`: what it writes, what it says, and what it never overwrites in silence."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import example
from tests.migrate.arrivals import HEADER, put

from guides_api.catalogue import workers
from guides_api.cli import french
from guides_api.cli.import_ import import_
from guides_api.migrate import importing

GUIDE = f"{HEADER}\n<b>Un</b> guide et [une image](/img/plan.png).\n"


Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    project = example.write(tmp_path_factory.mktemp("projet"))

    def import_into_it(source: Path, out: Path, *options: str) -> Result:
        return CliRunner().invoke(import_, [str(source), "--out", str(out), "--root", str(project), *options])

    return import_into_it


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_written_as_a_part_of_a_project_and_its_report_beside(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"chez moi/guides/Un_guide.md": GUIDE, "chez moi/public/img/plan.png": b"1"})
    done = run(tmp_path / "chez moi", tmp_path / "ici")
    assert done.exit_code == 0
    written = tree(tmp_path / "ici")
    assert sorted(written) == ["content/guides/un-guide.md", "content/images/plan.png", "pertes-chez-moi.txt"]
    assert "**Un** guide et [une image](../images/plan.png)." in written["content/guides/un-guide.md"].decode()
    assert done.stdout == (
        "\nguides/Un_guide.md -> content/guides/un-guide.md\n"
        f"1 guide : 2 fichiers écrits dans « {tmp_path / 'ici'} ».\n"
        f"0 chose à voir, 2 changements : {tmp_path / 'ici' / 'pertes-chez-moi.txt'}\n"
    )
    assert written["pertes-chez-moi.txt"].decode() == (
        "Ce qui n’a pas pu être repris, et reste à faire\n"
        "===============================================\n"
        "\n"
        "Rien : tout a été repris.\n"
        "\n"
        "Ce qui a été changé\n"
        "===================\n"
        "\n"
        "guides/Un_guide.md -> content/guides/un-guide.md\n"
        "  ligne 6 : <b> s’écrit en Markdown. [html]\n"
        "  ligne 6 : « /img/plan.png » est devenu « ../images/plan.png ». [lien]\n"
    )


def test_the_same_import_a_second_time_writes_nothing(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE, "a/public/img/plan.png": b"1"})
    run(tmp_path / "a", tmp_path / "b")
    before = tree(tmp_path / "b")
    done = run(tmp_path / "a", tmp_path / "b")
    assert "1 guide : 0 fichier écrit dans" in done.stdout
    assert "2 déjà là." in done.stdout
    assert tree(tmp_path / "b") == before


def test_what_is_there_and_differs_is_kept_and_named_unless_asked_otherwise(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE, "a/guides/b.md": GUIDE, "b/content/guides/a.md": "À moi.\n"})
    done = run(tmp_path / "a", tmp_path / "b")
    assert done.exit_code == 1
    assert "« content/guides/a.md » est déjà là et diffère : il n’a pas été touché." in done.stdout
    assert tree(tmp_path / "b")["content/guides/a.md"].decode() == "À moi.\n"
    assert "content/guides/b.md" in tree(tmp_path / "b")
    done = run(tmp_path / "a", tmp_path / "b", "--replace")
    assert done.exit_code == 0
    report = tree(tmp_path / "b")["pertes-a.txt"].decode()
    assert "« content/guides/a.md », qui était déjà là, est remplacé." in report


def test_a_file_alone_comes_with_what_it_shows_and_nothing_else(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE, "a/guides/b.md": GUIDE, "a/public/img/plan.png": b"1", "a/x.js": ""})
    done = run(tmp_path / "a/guides/a.md", tmp_path / "b")
    assert sorted(tree(tmp_path / "b")) == ["content/guides/a.md", "content/images/plan.png", "pertes-a.txt"]
    assert "0 chose à voir" in done.stdout


def test_a_picture_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE, "secret.png": b"1", "a/public/img/autre.png": b"2"})
    (tmp_path / "a/public/img/plan.png").symlink_to(tmp_path / "secret.png")
    done = run(tmp_path / "a", tmp_path / "b")
    assert done.exit_code == 1
    assert "public/img/plan.png : ce fichier n’a pas été repris : c’est un lien qui mène hors du dossier" in done.stdout
    assert "content/images/plan.png" not in tree(tmp_path / "b")


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE, "b/content/guides": b"un fichier"})
    done = run(tmp_path / "a", tmp_path / "b")
    assert done.exit_code == 1
    assert "ne se laisse pas écrire" in done.stderr
    assert tree(tmp_path / "b") == {"content/guides": b"un fichier"}


def test_a_program_reads_a_list_of_objects(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE})
    told = json.loads(run(tmp_path / "a", tmp_path / "b", "--format", "json").stdout)
    assert told[-1] == {
        "kind": "perte",
        "rule": "image-absente",
        "path": "guides/a.md",
        "target": "content/guides/a.md",
        "line": 6,
        "message": "l’image n’est pas dans le dossier : placez-la dans content/images/plan.png.",
    }


def test_what_can_not_be_read_is_told_and_makes_it_fail(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": HEADER, "a/guides/b.md": b"\x89PNG\r\n\0\0\xff"})
    done = run(tmp_path / "a", tmp_path / "b")
    assert done.exit_code == 1
    assert "guides/b.md : ce fichier n’a pas été repris : ce n’est pas un fichier de texte." in done.stdout
    assert "content/guides/a.md" in tree(tmp_path / "b")


def test_a_misuse_is_told_before_anything_is_read(tmp_path: Path, run: Run) -> None:
    put(tmp_path, {"a/guides/a.md": GUIDE})
    source, out = tmp_path / "a", tmp_path / "b"
    for done, said in (
        (run(source, out, "--root", str(tmp_path)), "n’est pas le projet qui reçoit les guides"),
        (run(source, source / "b"), "serait repris à son tour"),
        (run(source, out, "--public", "absent"), "« absent » n’est pas un sous-dossier"),
    ):
        assert done.exit_code == french.MISUSE
        assert said in done.stderr
    assert not out.exists()
    assert not (source / "b").exists()


def test_the_help_is_in_french() -> None:
    shown = CliRunner().invoke(import_, ["--help"]).stdout
    assert "[obligatoire]" in shown
    assert "required" not in shown


def many(folder: Path) -> None:
    """Write enough guides for several processes, some of which clash, lead to others, or can't be read."""
    body = "{}\n## Une partie\n\n[Un autre](g-{}.md#une-partie), ![](/img/plan.png), [nulle part](/rien/là).\n"
    guides = {f"guides/g-{rank}.md": HEADER + body.format("<b>Un</b> guide", (rank * 7) % 60) for rank in range(60)}
    again = {f"autres/G {rank}.md": f"# Guide {rank}\n\nSans en-tête : {rank}.\n" for rank in range(0, 60, 9)}
    put(folder, {**guides, **again, "public/img/plan.png": b"1"})
    (folder / "guides/illisible.md").symlink_to("nulle-part.md")


def test_several_processes_write_what_one_does(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    many(tmp_path / "a")
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    done = {}
    for count in (1, 2):
        monkeypatch.setattr(workers, "processors", lambda count=count: count)
        done[count] = run(tmp_path / "a", tmp_path / str(count) / "b", "--format", "json")
    assert done[1].exit_code == done[2].exit_code == 1
    assert done[1].stdout == done[2].stdout
    written = tree(tmp_path / "1")
    assert len(written) == 69
    assert tree(tmp_path / "2") == written


def test_a_process_that_dies_is_told_with_what_is_written(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(tmp_path / "a")
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(importing, "imported", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    done = run(tmp_path / "a", tmp_path / "b")
    assert done.exit_code == 1
    assert done.stderr == (
        "Erreur : un des processus qui se partagent le travail a été arrêté, peut-être faute de mémoire : relancez. "
        "0 fichier déjà écrit.\n"
    )

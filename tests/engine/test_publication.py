"""Whatever happens to a build, readers have the previous site or the new one, whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests import build, example, filled
from tests.catalogue.french import assert_french
from tests.engine import small

from guides_api.engine import exchange, lock
from guides_api.engine.kept import Kept
from guides_api.engine.lock import BusyError
from guides_api.engine.workshop import Workshop

KILLS = Path(__file__).with_name("kills.py")
HAS_FORK = hasattr(os, "fork")
WAYS = ["at-once", "by-renames"]
AFTER = {"index.html", "404.html", "dossier/image.svg", "sitemap.xml", "sitemap.xml.gz"}
INTACT = "Le site précédent, dans site, est intact."
ELSEWHERE = "construisez le site ailleurs : mkdocs build --strict --site-dir DOSSIER"
WAIT = """
import pathlib, signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test in the background is deaf to it

def on_env(env, config, files):
    pathlib.Path("building").touch()
    time.sleep(60)
"""

LOST = """
from guides_api.catalogue.workers import LostWorkError

def on_env(env, config, files):
    raise LostWorkError("un des processus a été arrêté : relancez.")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small.write(tmp_path / "petit")


def refused(project: Path, *command: str) -> str:
    """Return what is said by a build that fails, having checked that it changed nothing."""
    done = small.run(project, *command)
    assert done.returncode == 1, done.stdout
    assert small.tree(project / "site") == small.BEFORE
    assert small.left(project) == ["site"]
    assert_french(done.stdout)
    return done.stdout.strip()


class TestWhole:
    def test_a_good_build_replaces_every_file_and_leaves_nothing_beside(self, project: Path) -> None:
        done = small.run(project)
        assert done.returncode == 0, done.stdout
        assert small.tree(project / "site").keys() == AFTER
        assert small.left(project) == ["site"]

    def test_a_site_that_is_a_link_stays_one(self, project: Path) -> None:
        (project / "ailleurs").mkdir()
        (project / "site").rename(project / "ailleurs/publié")
        (project / "site").symlink_to("ailleurs/publié")
        done = small.run(project)
        assert done.returncode == 0, done.stdout
        assert (project / "site").readlink() == Path("ailleurs/publié")
        assert small.tree(project / "ailleurs/publié").keys() == AFTER
        assert [*(project / "ailleurs").iterdir()] == [project / "ailleurs/publié"]

    def test_what_a_killed_build_left_is_in_no_later_site(self, project: Path) -> None:
        small.put(project / "site.nouveau/site/.well-known/perime.txt", b"x")
        small.put(project / "site.nouveau/ancien/index.html", b"x")
        assert small.run(project).returncode == 0
        assert small.tree(project / "site").keys() == AFTER
        assert small.left(project) == ["site"]

    def test_the_previous_site_comes_back_even_if_the_next_build_fails(self, project: Path) -> None:
        (project / "site.nouveau").mkdir()
        (project / "site").rename(project / "site.nouveau/ancien")
        (project / "theme/main.html").write_text("{{ page. }}", encoding="utf-8")
        assert small.run(project).returncode == 1
        assert small.tree(project / "site") == small.BEFORE
        assert small.left(project) == ["site"]

    def test_without_an_exchange_a_second_rename_that_fails_undoes_the_first(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(exchange, "_CALLS", {})
        small.put(tmp_path / "site/index.html", b"avant")
        with pytest.raises(FileNotFoundError):
            exchange.put(tmp_path / "absent", tmp_path / "site", tmp_path / "ancien")
        assert small.tree(tmp_path) == {"site/index.html": b"avant"}


class TestKilled:
    @pytest.mark.skipif(not HAS_FORK, reason="forks its builds: this system can't")
    @pytest.mark.parametrize("way", WAYS)
    def test_a_build_killed_at_any_change_that_it_makes_leaves_a_whole_site(self, project: Path, way: str) -> None:
        check(project, way, "changes", 1)

    @pytest.mark.long
    @pytest.mark.skipif(not HAS_FORK, reason="forks its builds: this system can't")
    @pytest.mark.parametrize(("unit", "step"), [("changes", 20), ("milliseconds", 80)])
    @pytest.mark.parametrize("way", WAYS)
    def test_so_does_one_of_a_whole_project(self, tmp_path: Path, way: str, unit: str, step: int) -> None:
        root = tmp_path / "exemple"
        root.mkdir()
        filled.fill(example.write(root))
        for name in ("hooks", "overrides"):
            (root / name).symlink_to(build.ROOT / name)
        shutil.copy(build.ROOT / "mkdocs.yml", root)
        for name, content in small.BEFORE.items():
            small.put(root / "site" / name, content)
        check(root, way, unit, step)


def check(project: Path, way: str, unit: str, step: int) -> None:
    done = subprocess.run(
        [sys.executable, str(KILLS), str(project), way, unit, str(step)],
        env=build.ENVIRONMENT | {"PYTHONPATH": str(build.ROOT / "hooks"), "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *kills, last = json.loads(done.stdout.splitlines()[-1])
    states = Counter(kill[1] for kill in kills)
    print(f"{way}, every {step} {unit}: {len(kills)} kills, {dict(states)}")  # noqa: T201  shown by pytest -s
    assert last[1:] == ["after", "after", ["site"], True]
    assert len(kills) > 10
    assert states["before"]
    assert states["after"] or step > 1
    # By renames, the place is empty between the two: the next build puts that right.
    assert states.keys() <= {"before", "after", "absent"}
    assert states["absent"] <= (way == "by-renames") * (1 if unit == "changes" else len(kills))
    assert [kill for kill in kills if kill[2:] != ["after", ["site"], True]] == []


class TestRefused:
    def test_a_file_is_no_site(self, project: Path) -> None:
        shutil.rmtree(project / "site")
        (project / "site").write_bytes(b"un fichier")
        done = small.run(project)
        assert done.returncode == 1
        assert done.stdout.strip() == (
            "Le site ne peut pas être construit dans site : c’est un fichier, pas un dossier.\n"
            f"Rien n’a été touché.\nDéplacez ce qui s’y trouve, ou {ELSEWHERE}"
        )
        assert (project / "site").read_bytes() == b"un fichier"
        assert small.left(project) == ["site"]

    @pytest.mark.parametrize("names", [{"notes.txt"}, {".git/HEAD", "404.html"}], ids=["documents", "a repository"])
    def test_a_folder_of_something_else_is_never_replaced(self, project: Path, names: set[str]) -> None:
        for name in names:
            small.put(project / "autre" / name, b"x")
        done = small.run(project, *build.COMMAND, "--site-dir", "autre")
        assert done.returncode == 1
        assert "autre : ce dossier contient autre chose qu’un site construit, et serait effacé." in done.stdout
        assert "Rien n’a été touché." in done.stdout
        assert small.tree(project / "autre").keys() == names
        assert not (project / "autre.nouveau").exists()

    def test_a_second_build_at_the_same_time_is_told_of_the_first(self, project: Path) -> None:
        with under_way(project) as first:
            done = small.run(project)
            first.kill()
        assert done.returncode == 1
        assert done.stdout.strip() == (
            "Une autre construction de ce site est en cours, dans site.nouveau.\n"
            f"{INTACT}\nAttendez qu’elle se termine, puis relancez la commande."
        )
        assert small.tree(project / "site") == small.BEFORE
        assert small.run(project).returncode == 0, "a killed build locks nothing"

    def test_a_build_that_is_interrupted_leaves_nothing_behind(self, project: Path) -> None:
        with under_way(project) as first:
            assert small.left(project) == ["site", "site.nouveau"]
            first.send_signal(signal.SIGINT)
        assert first.returncode == 1
        assert small.tree(project / "site") == small.BEFORE
        assert small.left(project) == ["site"]

    def test_a_process_that_is_no_more_is_told_with_what_is_intact(self, project: Path) -> None:
        (project / "perdu.py").write_text(LOST, encoding="utf-8")
        settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
        (project / "mkdocs.yml").write_text(settings.replace("hooks: [", "hooks: [perdu.py, "), encoding="utf-8")
        assert refused(project, *build.COMMAND, "-q") == (
            f"Le site n’a pas été construit : un des processus a été arrêté : relancez.\n{INTACT}"
        )

    def test_one_warning_is_enough_in_strict_mode(self, project: Path) -> None:
        (project / "content/index.md").write_text("[Rien](absent.md)\n", encoding="utf-8")
        assert refused(project).partition("Le site ")[2] == (
            "n’a pas été publié : sa construction a donné les avertissements qui précèdent.\n"
            f"{INTACT}\nCorrigez ce qu’ils disent, puis relancez la commande."
        )


@contextmanager
def under_way(project: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a build that waits, then wait for it to end."""
    (project / "lent.py").write_text(WAIT, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "lent.yml").write_text(settings.replace("hooks: [", "hooks: [lent.py, "), encoding="utf-8")
    builder = subprocess.Popen([*build.COMMAND, "-q", "-f", "lent.yml"], cwd=project, env=build.ENVIRONMENT)
    while not (project / "building").exists():
        assert builder.poll() is None
        time.sleep(0.02)
    try:
        yield builder
        builder.wait()
    finally:
        builder.kill()
        builder.wait()


class TestDisk:
    """What the disk refuses is told once, in French, with what is intact and what to do."""

    def test_a_limit_to_the_size_of_files(self, project: Path) -> None:
        command = f"ulimit -f 4; exec {' '.join(build.COMMAND)} -q"
        assert refused(project, "sh", "-c", command) == (
            "Le site n’a pas été construit : ce fichier dépasse la taille que le système permet "
            "(site.nouveau/site/dossier/image.svg).\n"
            f"{INTACT}\nRelevez cette limite (ulimit -f), puis relancez la commande."
        )

    def test_a_folder_that_must_not_be_written_in(self, project: Path) -> None:
        # Root may write anywhere, unless it gives that up.
        without = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
        if without and shutil.which("setpriv") is None:
            pytest.skip("root may write anywhere, and setpriv is not there to forbid it")
        project.chmod(0o555)
        try:
            said = refused(project, *without, *build.COMMAND, "-q")
        finally:
            project.chmod(0o755)
        assert said == (
            "Le site n’a pas été construit : vous n’en avez pas le droit (site.nouveau).\n"
            f"{INTACT}\nDemandez ce droit, ou {ELSEWHERE}"
        )

    @pytest.mark.parametrize(
        ("then", "reason", "remedy"),
        [
            ("true", "il n’y a plus de place sur le disque", "Faites de la place, puis relancez la commande."),
            ("mount -o remount,ro .", "ce disque ne se laisse que lire", f"Rendez-le inscriptible, ou {ELSEWHERE}"),
        ],
        ids=["full", "read-only"],
    )
    def test_a_disk(self, project: Path, then: str, reason: str, remedy: str) -> None:
        """In a disk of its own, of three pages, that no other process sees."""
        if shutil.which("unshare") is None or small.run(project, *own_disk("true")).returncode:
            pytest.skip("nothing here can be mounted: a container or a system that forbids it")
        build_there = f"{' '.join(build.COMMAND)} -q --site-dir disque/site"
        done = small.run(
            project,
            *own_disk(
                f"cp -R site disque/ && (cd disque && {then}) && ! {build_there} > dit && "
                "cp -R disque/site vu && ls -A disque > reste"
            ),
        )
        assert done.returncode == 0, done.stdout
        said = (project / "dit").read_text(encoding="utf-8").strip()
        assert said.startswith(f"Le site n’a pas été construit : {reason}")
        assert said.endswith(f"\nLe site précédent, dans disque/site, est intact.\n{remedy}")
        assert_french(said)
        assert small.tree(project / "vu") == small.BEFORE
        assert (project / "reste").read_text(encoding="utf-8") == "site\n"


def own_disk(command: str) -> tuple[str, ...]:
    return ("unshare", "-rm", "sh", "-c", f"mkdir disque; mount -t tmpfs -o size=20k none disque && {command}")


class TestWorkshop:
    def test_a_folder_is_one_s_own_until_it_is_closed(self, tmp_path: Path) -> None:
        mine, other = Workshop(tmp_path / "site"), Workshop(tmp_path / "site")
        mine.open()
        with pytest.raises(BusyError):
            other.open()
        mine.close()
        other.open()
        other.close()
        assert [*tmp_path.iterdir()] == []

    def test_a_folder_that_vanishes_while_it_is_locked_is_made_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder, locked = tmp_path / "dossier", lock._locked
        times = iter(range(2))

        def ended_meanwhile(path: Path) -> int:
            held = locked(path)
            if next(times) == 0:
                path.rmdir()
            return held

        monkeypatch.setattr(lock, "_locked", ended_meanwhile)
        held = lock.hold(folder)
        assert os.path.samestat(os.fstat(held), folder.stat())
        os.close(held)

    def test_a_system_without_locks_builds_all_the_same(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lock, "CAN_LOCK", False)
        workshop = Workshop(tmp_path / "site")
        workshop.open()
        small.put(workshop.made / "index.html", b"neuf")
        workshop.publish()
        workshop.close()
        assert small.tree(tmp_path) == {"site/index.html": b"neuf"}


class TestCache:
    def test_a_full_disk_keeps_nothing_half_written_and_stops_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(file: Path, content: bytes) -> None:
            with file.open("wb") as half:
                half.write(content[:1])
            raise OSError

        monkeypatch.setattr(Path, "write_bytes", full)
        kept = Kept(tmp_path / "cache")
        assert kept.content("a", lambda: b"abc") == b"abc"
        assert [*kept.folder.iterdir()] == []

    def test_a_build_killed_while_it_makes_a_file_does_not_spoil_that_of_another(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write = Path.write_bytes

        def killed(file: Path, content: bytes) -> int:
            write(file, content[:1])
            raise KeyboardInterrupt

        def meanwhile(file: Path, content: bytes) -> int:
            written = write(file, content)
            monkeypatch.setattr(Path, "write_bytes", killed)
            with pytest.raises(KeyboardInterrupt):
                Kept(tmp_path).content("a", lambda: b"abc")
            return written

        monkeypatch.setattr(Path, "write_bytes", meanwhile)
        kept = Kept(tmp_path)
        assert kept.content("a", lambda: b"abc") == b"abc"
        kept.forget_the_rest()
        assert small.tree(tmp_path) == {"a": b"abc"}

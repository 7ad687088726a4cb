"""`guides stats`: what a person reads, and what a program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner, Result
from tests.build import ROOT

from guides_api.cli.stats import stats


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(stats, ["--root", str(root), *options])


def test_a_project_of_today_has_nothing_to_check_again(project: Path) -> None:
    done = run(project, "--at", "2026-11-22")
    assert done.exit_code == 0, done.output
    assert re.sub(" {3,}", " | ", done.output).splitlines() == [
        "Ce que le site contient",
        "  Guides | 1",
        "  Mots dans les guides | 4",
        "  Actualités | 0",
        "  Mots dans toutes les pages écrites | 9",
        "  API | 1",
        "  Données | 1",
        "  Cas d’usage | 1",
        "  Éditeurs | 1",
        "  Solutions | 1",
        "  Faits datés | 1",
        "  Textes de loi | 1",
        "  Sources | 1",
        "  Termes expliqués | 1",
        "",
        "Ce qui manque",
        "  Cas d’usage sans guide | 0 sur 1",
        "  Cas d’usage sans solution | 0 sur 1",
        "  Cas d’usage sans texte de loi | 0 sur 1",
        "  Cas d’usage dont aucune API n’est classée | 0 sur 1",
        "  API sans donnée connue | 0 sur 1",
        "  Données sans finalité connue | 1 sur 1 : couleur_preferee",
        "  Données dont l’identifiant DataPass n’est pas connu | 0 sur 1",
        "  Éditeurs sans SIREN | 0 sur 1",
        "  Éditeurs sans site | 0 sur 1",
        "",
        "Solutions par cas d’usage",
        "  aide-exemple | 1",
        "",
        "À vérifier de nouveau le 22 novembre 2026",
        "  Rien : tout a été vérifié depuis moins d’un an, et aucun fait n’est périmé.",
    ]


def test_what_has_aged_is_told_with_its_file_its_line_and_its_age(project: Path) -> None:
    file = project / "data/sources.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-08-31", "2025-08-31"), encoding="utf-8")
    old = run(project, "--at", "2027-09-01").output.partition("À vérifier de nouveau")[2].splitlines()[1:]
    assert old[0] == (
        "  2025-08-31  data/sources.yaml:1 : date en tête du fichier, pour 1 enregistrement : "
        "dernière vérification il y a 731 jours."
    )
    assert old[1].startswith("  2026-08-31  content/api/organisme/donnee-exemple.md:11 : API « Donnée Exemple » : ")
    assert old[-1] == "  2027-08-31  data/facts.yaml:13 : fait daté « Délai inventé » : date limite passée de 1 jour."


def test_a_program_gets_every_id_and_every_day(project: Path) -> None:
    found = json.loads(run(project, "--at", "2027-09-01", "--format", "json").output)
    assert list(found) == ["at", "counts", "gaps", "solutions_per_use_case", "aged"]
    assert found["at"] == "2027-09-01"
    assert found["counts"]["guide_words"] == 4
    assert found["gaps"]["data_without_finality"] == ["couleur_preferee"]
    assert found["solutions_per_use_case"] == {"aide-exemple": 1}
    assert found["aged"][-1] == {
        "path": "data/facts.yaml",
        "line": 13,
        "reason": "expires_on",
        "day": "2027-08-31",
        "days": 1,
        "record": "fait daté « Délai inventé »",
        "records": 1,
    }


def test_data_with_errors_is_not_counted(project: Path) -> None:
    file = project / "data/editors.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("siren:", "sirene:"), encoding="utf-8")
    done = run(project)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "guides check" in done.stderr


def test_every_count_of_the_project_itself_has_its_line_and_numbers_stand_in_one_column() -> None:
    found = json.loads(run(ROOT, "--format", "json").output)
    told = run(ROOT).output.partition("\n\nÀ vérifier")[0].splitlines()
    numbers = [re.match(r"  .*?\s{2,}[\d\u202f]+(?= sur |$)", line) for line in told if line.startswith("  ")]
    assert len(numbers) == sum(len(found[part]) for part in ("counts", "gaps", "solutions_per_use_case"))
    assert len({number.end() if number else 0 for number in numbers}) == 1
    assert found["counts"]["words"] > found["counts"]["guide_words"] > 1000

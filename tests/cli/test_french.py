"""No command speaks English, whatever is asked of it."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner

from guides_api.cli import french, guides

ENGLISH = re.compile(r"\b(Usage|Options:|Commands|Error|Try|Missing|such|Show|exit|Got|Invalid|requires|did you)\b")
MISUSES = {
    ("check", "--roots"): "option « --roots » inconnue. Vouliez-vous dire « --root » ?",
    ("chek",): "commande « chek » inconnue. Vouliez-vous dire « check » ?",
    ("check", "--root"): "l’option « --root » est mal employée : elle demande une valeur, ou n’en veut pas.",
    ("check", "--root", "nulle-part"): "l’option « --root » : ce dossier n’existe pas, ou n’est pas un dossier.",
    ("check", "mot"): "il y a un mot de trop, ou il manque une commande.",
    ("check", "--format", "xml"): "l’option « --format » : valeurs possibles : texte, json, github, gitlab, sarif.",
    ("check", "--at", "demain"): "l’option « --at » : une date est attendue, écrite année-mois-jour : 2026-08-31.",
    ("serve", "--port", "abc"): "l’option « --port » : un nombre est attendu.",
    ("explain", "composant-inconu"): (
        "l’argument « [RÈGLE]... » : règle « composant-inconu » inconnue. Vouliez-vous dire « composant-inconnu » ?"
    ),
    ("explain", "zzz"): (
        "l’argument « [RÈGLE]... » : règle « zzz » inconnue. Sans argument, la commande les liste toutes."
    ),
    ("check", "--publication=oui"): (
        "l’option « --publication » est mal employée : elle demande une valeur, ou n’en veut pas."
    ),
}


@pytest.mark.parametrize("command", ["", *guides.commands])
def test_the_help_of_every_command_is_in_french(command: str) -> None:
    done = CliRunner().invoke(guides, [*filter(None, [command]), "--help"])
    assert done.exit_code == 0
    assert done.output.startswith("Utilisation : ")
    assert "Affiche cette aide." in done.output
    assert not ENGLISH.search(done.output)


@pytest.mark.parametrize(("words", "said"), MISUSES.items(), ids=" ".join)
def test_a_misuse_is_told_in_french_with_the_way_to_learn_more(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["guides", *words])
    with pytest.raises(SystemExit) as left:
        french.run(guides, "guides")
    told = capsys.readouterr().err
    assert left.value.code == french.MISUSE
    assert told.splitlines()[0] == f"Erreur : {said}"
    assert not ENGLISH.search(told)


def test_without_a_command_the_help_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["guides"])
    with pytest.raises(SystemExit) as left:
        french.run(guides, "guides")
    assert left.value.code == french.MISUSE
    assert capsys.readouterr().out.startswith("Utilisation : guides ")


def test_what_is_missing_is_named() -> None:
    @click.command(cls=french.Command)
    @click.argument("guide")
    @click.option("--out", required=True)
    def command(guide: str, out: str) -> None:
        pytest.fail(f"{guide} {out}")

    def told(*words: str) -> str:
        with pytest.raises(click.UsageError) as misuse:
            command.main(list(words), prog_name="-", standalone_mode=False)
        return french.told(misuse.value).splitlines()[0]

    assert told("--out", "ici") == "Erreur : il manque l’argument « GUIDE »."
    assert told("ccas") == "Erreur : il manque l’option « --out »."

"""What only a publisher can know, invented, for a project to be whole."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

ADDRESS = "https://guides.example.org"


def fill(project: Path, *, address: str = ADDRESS, **known: str) -> Path:
    """Make a project whole: its legal.yaml, and the addresses of its site and of its repository."""
    fill_legal(project, **known)
    site = project / "data/site.yaml"
    lines = site.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("site_url:", "repo_url:"))]
    site.write_text(
        "".join(kept) + f"site_url: {address}\nrepo_url: https://depot.example.org/guides\n", encoding="utf-8"
    )
    return project


def fill_legal(project: Path, *, score: str = "", expires_on: str = "") -> None:
    """Write a whole legal.yaml, with an audit if it has a score."""
    soon = date.today() + timedelta(days=200)  # noqa: DTZ011  the day that `guides check` compares with
    audit = f"audit:\n  date: 2026-08-31\n  score: {score}\n  auditor: Cabinet Exemple\n" if score else ""
    (project / "data/legal.yaml").write_text(
        f"""\
publisher:
  name: Ville Exemple
  address: 1 place Exemple, 00000 Exemple
  email: ville@example.org
  director: Camille Exemple
host:
  name: Hébergeur Exemple
  address: 2 rue Exemple, 00000 Exemple
  phone: 01 00 00 00 00
contact: ecrire@example.org
dpo: dpo@example.org
security:
  contact: faille@example.org
  expires_on: {expires_on or soon}
statement:
  date: 2026-08-31
  rgaa: 4.1.2
  technologies: [HTML, CSS]
  plan: https://ville.example.org/schema-pluriannuel
  failures: [La recherche ne se lit pas bien au lecteur d’écran.]
{audit}appeal:
  name: Autorité Exemple
  form: https://autorite.example.org/ecrire
""",
        encoding="utf-8",
    )

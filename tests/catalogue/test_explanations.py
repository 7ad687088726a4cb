"""Every rule is explained, and what its explanation shows is true of the example project."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.example import FILES, found_in
from tests.rule_ids import rule_ids

from guides_api.catalogue.explanations import FAMILIES, FOLDER, Explanation, explained, families

EXPLANATIONS = [rule for family in families() for rule in family.rules]
EVERY = pytest.mark.parametrize("rule", EXPLANATIONS, ids=lambda rule: rule.id)
PROVEN = pytest.mark.parametrize("rule", [rule for rule in EXPLANATIONS if rule.file], ids=lambda rule: rule.id)

# What no excerpt of a file can show.
UNPROVEN = {
    "dossier-absent": "a folder lacks",
    "fichier-absent": "a file lacks",
    "fichier-illisible": "a folder has the name of a file",
    "fichier-refuse": "it is in the file's name",
    "nom-de-fichier": "it is in the file's name",
    "lien-symbolique": "the file has no text of its own",
    "fichier-trop-gros": "the file is too big to be shown",
    "paragraphe-trop-long": "the paragraph is too long to be shown",
    "encodage": "the file's bytes are no text",
    "yaml-caractere": "libyaml, where it is installed, refuses half a character before we do: « yaml-invalide »",
    "formulaire-incomplet": "asked of a form, not of a file: see tests/test_issue_forms.py",
    "formulaire-modifie": "asked of a form, not of a file: see tests/test_issue_forms.py",
    "adresse-perdue": "the list of addresses is as long as the site: see tests/pages/test_lost.py",
    "adresse-a-noter": "the list of addresses is as long as the site: see tests/pages/test_lost.py",
    "manque-pour-publier": "asked of a publication only: see tests/cli/test_check.py",
}

NEIGHBOUR = """\
- id: bouquet-voisin
  name: Bouquet Voisin
  summary: D’autres données inventées.
  operator: Opérateur Exemple
  catalogue_url: https://voisin.example.org/catalogue
  contact: support@voisin.example.org
  subject: entreprises
"""
NEIGHBOURS_API = """\
---
title: Donnée Voisine
id: organisme/donnee_voisine
bundle: bouquet-voisin
providers: [organisme-exemple]
call_modalities: [numero-exemple]
access: habilitation
source: source-exemple
checked_on: 2026-08-31
---

L’API donne une taille.
"""
NEIGHBOURS_USE_CASE = """\
- id: aide-voisine
  name: Aide Voisine
  bundle: {bundle}
  publics: [villages]
  datapass_use_case: aide_voisine
  forms:
    - id: {bundle}-voisine
"""
TWO_BUNDLES = {"data/bundles.yaml": NEIGHBOUR, "content/api/organisme/donnee-voisine.md": NEIGHBOURS_API}
HAMLETS = """\
- id: hameaux
  name: Hameaux
  description: Des hameaux inventés.
"""
NEIGHBOURS_MENTION = """\
- id: nuance
  label: Nuance préférée
  words: [nuance préférée]
  scopes: [couleur_preferee]
  explanation: La même donnée inventée, d’un autre nom.
  catches: [Le service demande la nuance préférée.]
  passes: [Le service demande une nuance.]
"""
NEIGHBOURS_RECORD = {
    "data/editors.yaml": """\
- id: editeur-voisin
  name: Éditeur Voisin
  solutions:
    - name: Logiciel Voisin
      use_cases: [aide-exemple]
      form: bouquet-exemple-voisin
"""
}
AUDIT = {"data/legal.yaml": "audit:\n  date: 2026-07-31\n  score: 74\n"}
SECURITY = {"data/legal.yaml": "security:\n  contact: securite@example.org\n  expires_on: 2027-06-30\n"}
# What the example project lacks for an excerpt to stand in it, added at the end of its files.
GIVEN: Mapping[str, Mapping[str, str]] = {
    "api-hors-bouquet": TWO_BUNDLES,
    "donnee-de-deux-bouquets": TWO_BUNDLES,
    "donnee-hors-bouquet": {
        **TWO_BUNDLES,
        "data/scopes.yaml": """\
- id: taille_preferee
  label: Taille préférée
  apis: [organisme/donnee_voisine]
""",
    },
    "cas-usage-hors-bouquet": {
        "data/bundles.yaml": NEIGHBOUR,
        "data/use_cases.yaml": NEIGHBOURS_USE_CASE.format(bundle="bouquet-voisin"),
    },
    "formulaire-d-un-autre": {"data/use_cases.yaml": NEIGHBOURS_USE_CASE.format(bundle="bouquet-exemple")},
    "editeur-en-double": NEIGHBOURS_RECORD,
    "editeur-ressemblant": NEIGHBOURS_RECORD,
    "formulaire-d-un-autre-editeur": NEIGHBOURS_RECORD,
    "ordre-alphabetique": NEIGHBOURS_RECORD,
    "cas-usage-sans-demandeur": {"data/publics.yaml": HAMLETS},
    "tournure-en-double": {"data/mentions.yaml": NEIGHBOURS_MENTION},
    "rubrique-en-double": {
        "content/actualites/2026-07-31-premier.md": """\
---
title: Premier article
date: 2026-07-31
categories: données
excerpt: Un article inventé, assez précis pour dire à son lecteur ce que la page lui apporte.
---

Une nouvelle.
""",
    },
    "audit-incomplet": AUDIT,
    "score-impossible": AUDIT,
    "security-txt-incomplet": SECURITY,
    "security-txt-perime": SECURITY,
    "security-txt-bientot-perime": SECURITY,
}

# What an excerpt replaces in the example project, where `right` does not stand there as it is: in prose, a paragraph.
PARAGRAPH = "Premier paragraphe.\n"
REPLACED = {
    "yaml-invalide": "summary: Un article inventé.\n",
    "identifiant-en-double": FILES["data/prerequisites.yaml"].partition("prerequisites:\n")[2],
    "mauvais-niveau": FILES["data/editors.yaml"].partition("editors:\n")[2],
    "exception-incomplete": "reason: Il n’habite pas là.\n",
    "condition-manquante": "forms:\n  - id: bouquet-exemple-aide\n",
    "valeurs-concurrentes": """\
statements:
  - value: 12345
    unit: jours
    source: source-exemple
    date: 2026-08
""",
    "branche": "datapass_url: https://datapass.example.org\n",
    "guide-introuvable": "use_case: aide-exemple\n",
    "alias-pris": "name: Éditeur Exemple\n",
}
_CODE_POINT = re.compile(r"⟨U\+([0-9A-F]{4})⟩")


def test_every_rule_is_explained_and_none_in_vain() -> None:
    ids = [rule.id for rule in EXPLANATIONS]
    assert sorted(ids) == sorted(rule_ids())


def test_the_rules_are_read_from_the_code_however_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(
        """
from dataclasses import dataclass
_LATE = "trop-tard"
@dataclass
class Way:
    key: str
    rule: str
WAYS = (Way("tags", "theme"), Way("categories", "rubrique"))
def refuse(place, rule, message): return Problem(place, rule, message)
def said(record, way, past):
    refuse(here, "refus", "…")
    record.problem(_LATE if past else "bientot", "…")
    record.problem(f"{way.rule}-en-double", "…")
    yield Mistake(1, rule="nomme", message="…")
    yield 0, "habitude", "…", "…"
""",
        encoding="utf-8",
    )
    assert rule_ids(tmp_path) == {
        *("refus", "trop-tard", "bientot", "theme-en-double", "rubrique-en-double", "nomme", "habitude")
    }


def test_a_rule_that_cannot_be_read_from_the_code_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('record.problem("theme-" + ending, "…")\n', encoding="utf-8")
    with pytest.raises(AssertionError, match="the rule of line 1 can't be told"):
        rule_ids(tmp_path)


def test_every_family_has_its_file_and_its_line() -> None:
    assert sorted(FAMILIES) == sorted(file.stem for file in FOLDER.glob("*.yaml"))
    assert len({family.family for family in families()}) == len(FAMILIES)


def test_an_unknown_rule_has_no_explanation() -> None:
    assert explained("reference-inconnue") is not None
    assert explained("reference-inconue") is None


@EVERY
def test_an_explanation_is_written_in_french_sentences(rule: Explanation) -> None:
    assert len(rule.title) <= 100
    for words in (rule.title, rule.why, rule.mend):
        assert re.match(r"[A-ZÀÂÇÉÊ«]", words)
        assert words.endswith(".") or re.search(r" : `[^`]+`\.$", words)
        assert not re.search(r"\w'\w|  |\n", re.sub(r"`[^`]*`", "…", words))
    assert rule.wrong.strip() != rule.right.strip()


def test_only_what_no_excerpt_can_show_is_not_proven() -> None:
    assert {rule.id for rule in EXPLANATIONS if rule.file is None} == UNPROVEN.keys()


@PROVEN
def test_the_wrong_excerpt_breaks_the_rule_and_the_right_one_breaks_none(rule: Explanation, project: Path) -> None:
    assert rule.file is not None
    for path, text in GIVEN.get(rule.id, {}).items():
        _add(project / path, text)
    file = project / rule.file
    before = file.read_text(encoding="utf-8") if file.exists() else None
    _put(file, before, rule, rule.right)
    assert list(map(str, found_in(project))) == []
    _put(file, before, rule, rule.wrong)
    found = found_in(project)
    assert (rule.id, rule.severity, rule.file) in {(item.rule, item.severity, item.place.path) for item in found}


def _add(file: Path, text: str) -> None:
    """Add text at the end of a file; a record stands two spaces in, in its list."""
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + (textwrap.indent(text, "  ") if text.startswith("- ") else text), encoding="utf-8")


def _put(file: Path, before: str | None, rule: Explanation, excerpt: str) -> None:
    """Put an excerpt in a file: the whole of it if it isn't there, else in the place of what the excerpt replaces."""
    excerpt = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), excerpt)
    if before is None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(excerpt, encoding="utf-8")
        return
    replaced = REPLACED.get(rule.id) or (rule.right if _indents(before, rule.right) else PARAGRAPH)
    (indent,) = _indents(before, replaced)
    piece = textwrap.indent(textwrap.dedent(replaced), indent)
    file.write_text(before.replace(piece, textwrap.indent(excerpt, indent)), encoding="utf-8")


def _indents(text: str, piece: str) -> list[str]:
    """Return the indent at each place of a text where a piece of it stands, whatever the indent."""
    first, *_ = textwrap.dedent(piece).split("\n")
    found = re.findall(rf"^( *){re.escape(first)}$", text, re.MULTILINE)
    return [indent for indent in found if f"\n{textwrap.indent(textwrap.dedent(piece), indent)}" in f"\n{text}"]

"""The generator of other people's guides: what it plants is where it says, and the rest is sound."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from benchmarks.foreign import Manifest

from benchmarks import foreign

# What a line at fault can't do without, whatever the form of its defect.
SIGNS = {
    "ancre-inconnue": r"\]\(#.",
    "composant-inconnu": r"<[A-Z]",
    "composant-mal-forme": r"</?(?:Button|Quote)",
    "datapass-ancien": r"datapass\.api\.gouv\.fr/(?:api-|.*\?demarche=)",
    "datapass-autre-cas": r"https://datapass\.api\.gouv\.fr/.",
    "datapass-recette": r"datapass",
    "html-mal-ferme": r"</?[a-z]",
    "html-superflu": r"(?i)<(?:a|b|strong|i|em|code|br|ul|ol|li|p|hr|blockquote|h1|img)\b",
    "lien-casse": r"\]\(|href=|\]: /",
    "lien-externe-vide": r"\]\((?:\s*|#|<>|https://|mailto:)\)|href=\"\"",
    "lien-http": r"(?i)http://",
    "lien-muet": r"(?i)\b(?:ici|lien|là|savoir plus|lire la suite)\b",
    "lien-sans-adresse": r"(?i)\(<?www\.|@|: www\.|\"www\.",
    "sommaire-a-la-main": r"(?i)sommaire|table des mati|dans cette page|plan$|\]\(#",
    "titre-h1": r"^# |^[^#]+$",
    "titre-saute": r"^#{3,6} ",
    "tags-en-texte": r"^tags: ",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("foreign") / "guides"


@pytest.fixture(scope="module")
def manifest(folder: Path) -> Manifest:
    return foreign.written(folder, 150, seed=5)


def lines(path: Path) -> list[str]:
    raw = path.read_bytes()
    codec = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    return raw.decode(codec, errors="replace").replace("\r", "").split("\n")


def header(path: Path) -> str:
    return "\n".join(lines(path)[1:]).split("\n---\n")[0]


def fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    written = [foreign.written(tmp_path / name, 30, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    assert written[0] == written[1] != written[2]
    assert fingerprint(tmp_path / "a") == fingerprint(tmp_path / "b") != fingerprint(tmp_path / "c")


def test_every_rule_is_planted_about_as_often_as_the_others(manifest: Manifest) -> None:
    planted = Counter(one.rule for one in manifest.expected)
    assert set(planted) == set(foreign.RULES)
    assert min(planted.values()) >= 4


def test_every_rule_goes_wrong_in_several_ways() -> None:
    ways = Counter(fault.rule for fault in foreign.FAULTS)
    by_far_more = {"editeur-variante", "tag-ressemblant"}  # one function each side, dozens of spellings
    assert [rule for rule, count in ways.items() if count < 4 and rule not in by_far_more] == []


def test_every_decoy_tempts_a_rule_that_exists() -> None:
    assert {decoy.rule for decoy in foreign.DECOYS} <= set(foreign.RULES)
    assert len(foreign.DECOYS) > 100


@pytest.mark.parametrize("rule", sorted(SIGNS))
def test_a_planted_defect_is_on_its_line(folder: Path, manifest: Manifest, rule: str) -> None:
    places = [one for one in manifest.expected if one.rule == rule]
    assert places
    for one in places:
        assert re.search(SIGNS[rule], lines(folder / one.path)[one.line - 1]), one


def test_a_header_reads_as_yaml_unless_it_was_spoiled(folder: Path, manifest: Manifest) -> None:
    spoiled = {one.path for one in manifest.expected if one.rule in {"entete-absent", "entete-non-ferme"}}
    illegible = {one.path: one.line for one in manifest.expected if one.rule == "entete-illisible"}
    no_guide = {one.path for one in manifest.expected if one.rule in {"fichier-illisible", "guide-vide"}}
    guides = [
        path.relative_to(folder).as_posix() for name in ("guides", "actualites") for path in _texts(folder / name)
    ]
    assert len(guides) > 140
    for name in guides:
        if name in spoiled | no_guide:
            continue
        try:
            yaml.compose(header(folder / name))
        except yaml.YAMLError:
            assert name in illegible, header(folder / name)
        else:
            assert name not in illegible, header(folder / name)


def _texts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.md") if path.is_file())


def test_every_place_of_the_manifest_exists(folder: Path, manifest: Manifest) -> None:
    for one in (*manifest.expected, *manifest.decoys):
        path = folder / one.path
        if path.is_symlink() or path.is_dir():
            assert one.rule == "fichier-illisible"
        elif path.suffix == ".md":
            assert 1 <= one.line <= max(1, len(lines(path)) - 1)
        else:
            assert path.is_file()

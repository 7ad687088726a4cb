"""Each thing that a guide from elsewhere holds becomes ours, or is told: one example for each."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.migrate.arrivals import HEADER, TAGLINE, arrived, changes, losses, planned, put

from benchmarks import foreign
from guides_api.migrate.carry.text import Text
from guides_api.migrate.carry.values import a_day
from guides_api.migrate.importing import Imported, left_behind
from guides_api.pages.project import Project

Bring = Callable[..., Imported]


@pytest.fixture
def bring(tmp_path: Path, real: Project) -> Bring:
    def import_one(text: str | bytes, path: str = "guides/a.md", **files: str | bytes) -> Imported:
        put(tmp_path, {path: text, **{name.replace("__", "/"): content for name, content in files.items()}})
        return arrived(tmp_path, real.catalogue)[path]

    return import_one


def body(guide: Imported) -> str:
    return guide.text.partition("\n---\n")[2]


BODIES = {
    "a link in HTML": ('Voir <a href="https://exemple.fr">le site</a>.\n', "Voir [le site](https://exemple.fr).\n"),
    "a link to nothing but words": ("<a id='x'></a>Un.\n", "<a id='x'></a>Un.\n"),
    "bold": ("Un <b>mot</b> et <strong>deux</strong>.\n", "Un **mot** et **deux**.\n"),
    "bold with spaces inside": ("Un<b> mot </b>gras.\n", "Un **mot** gras.\n"),
    "bold in a word": ("im<b>port</b>ant\n", "im<b>port</b>ant\n"),
    "a line break": ("Un<br>deux<br/>\ntrois\n", "Un  \ndeux  \ntrois\n"),
    "a line break in a table": ("| A | B |\n| --- | --- |\n| un<br>deux | b |\n",) * 2,
    "a heading": ("Un.\n<h2>Une partie</h2>\nDeux.\n", "Un.\n\n## Une partie\n\nDeux.\n"),
    "a paragraph": ("<p>Un <em>mot</em>.</p>\n<p>Deux.</p>\n", "Un *mot*.\n\nDeux.\n"),
    "lists in lists": (
        "<ol>\n<li>un</li>\n<li>deux<ul><li>a</li></ul></li>\n</ol>\n",
        "1. un\n2. deux\n    - a\n",
    ),
    "a table": (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>a | b</td><td><b>c</b></td></tr></table>\n",
        "| A | B |\n| --- | --- |\n| a \\| b | **c** |\n",
    ),
    "a table with merged cells": ('<table><tr><th colspan="2">A</th></tr><tr><td>b</td></tr></table>\n',) * 2,
    "code": ("`<b>x</b>` et\n\n```\n<a href='/x'>y</a>\n```\n",) * 2,
    "the title again": ("# Un guide\n\nUn.\n", "Un.\n"),
    "the title again, underlined": ("Un guide\n========\n\nUn.\n", "Un.\n"),
    "another title": ("# Un autre\n\nUn.\n", "## Un autre\n\nUn.\n"),
    "contents": (
        "Sommaire :\n\n- [Un](#un)\n- [Deux](#deux)\n\n## Un\n\n## Deux\n",
        "## Un\n\n## Deux\n",
    ),
    "an anchor": ("[Voir](#L'été)\n\n## L’été\n", "[Voir](#l-ete)\n\n## L’été\n"),
    "an API": ("[L’impôt](/les-api/impot-particulier)\n", "[L’impôt](../api/dgfip/impot-particulier.md)\n"),
    "a bundle": ("[Le bouquet](/les-api/api-particulier)\n", "[Le bouquet](../api/api-particulier.md)\n"),
    "a guide of the project": ("[Les CCAS](/guides/ccas)\n", "[Les CCAS](ccas.md)\n"),
    "home": ("[Accueil](/)\n", "[Accueil](../index.md)\n"),
    "an address without https": ("[Le site](www.exemple.fr)\n", "[Le site](https://www.exemple.fr)\n"),
    "an address without mailto, with a subject": (
        "[Écrire](a@exemple.fr?subject=Aide)\n",
        "[Écrire](mailto:a@exemple.fr?subject=Aide)\n",
    ),
    "an address without mailto": ("[Écrire](a@exemple.fr)\n", "[Écrire](mailto:a@exemple.fr)\n"),
    "an e-mail between signs": ("<mailto:contact@exemple.fr>\n", "<contact@exemple.fr>\n"),
    "a component of another name": (
        '<Bouton url="https://exemple.fr">Lire</Bouton>\n',
        '<Button href="https://exemple.fr">Lire</Button>\n',
    ),
    "a component for programs": (
        "<Quote who={'Une mairie'}>\n\nOui.\n\n</Quote>\n",
        '<Quote who="Une mairie">\n\nOui.\n\n</Quote>\n',
    ),
    "a button to a form": (
        '<Button href="https://datapass.api.gouv.fr/api-particulier?demarche=ccas">Demander</Button>\n',
        '<DataPass use_case="ccas">Demander</DataPass>\n',
    ),
    "a link to a form": (
        "[Demander](https://datapass.api.gouv.fr/api-particulier?demarche=ccas)\n",
        '<DataPass use_case="ccas">Demander</DataPass>\n',
    ),
    "a sign that nobody sees": ("Un\u2028deux\x08.\n", "Un deux.\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), BODIES.values(), ids=BODIES)
def test_a_text_is_said_as_we_say_it(before: str, after: str, bring: Bring) -> None:
    guide = bring(f"{HEADER}\n{before}")
    assert body(guide) == f"\n{after}"
    assert "composant-inconnu" not in {rule for rule, _ in losses(guide)}
    assert bool(changes(guide.notes)) == (before != after)


HEADERS = {
    "themes in a text": ("tags: CCAS, déliberation", "tags:\n  - CCAS\n  - délibération", []),
    "titles of APIs": ("api:\n  - Api particulier # le bouquet", "api:\n  - api-particulier # le bouquet", []),
    "an unknown API": ("api:\n  - API Perdue", "api:\n  - API Perdue", [("api-inconnue", 5)]),
    "an empty list": ("api: # rien encore", "api: # rien encore", []),
    "a misspelt key": ("plublish: true", "publish: true", []),
    "yes in French": ("noindex: oui # cachée", "noindex: true # cachée", []),
    "a key of others": ("author: Anne", None, [("cle-retiree", 4)]),
    "a value that is none": ("image:", None, [("valeur-retiree", 4)]),
    "a text between quotes, with a comment": ('noindex: false # "oui"', 'noindex: false # "oui"', []),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "lost"), HEADERS.values(), ids=HEADERS)
def test_a_header_has_our_keys(before: str, after: str | None, lost: list[tuple[str, int]], bring: Bring) -> None:
    opening = f"---\ntitle: Un guide\ntagline: {TAGLINE}\n"
    guide = bring(f"{opening}{before}\n---\n\nUn.\n")
    kept = f"{after}\n" if after else ""
    assert guide.text == f"{opening}{kept}---\n\nUn.\n"
    assert losses(guide) == lost


def test_what_our_model_needs_and_nobody_said_is_not_made_up(bring: Bring) -> None:
    guide = bring("# Le titre\n\nUn.\n")
    assert guide.text == "---\ntitle: Le titre\n---\nUn.\n"
    assert losses(guide) == [("cle-manquante", 1)]


def test_a_header_without_a_key_is_told_as_such(bring: Bring) -> None:
    guide = bring("Un.\n")
    assert guide.text == "---\n---\nUn.\n"
    assert [note.message for note in guide.notes if note.rule == "fichier-vide"] == [
        "l’en-tête n’a aucune clé : écrivez au moins « title: … » et « tagline: … »."
    ]


def test_lists_without_end_in_lists_stay_as_they_are(bring: Bring) -> None:
    text = f"{HEADER}\n{'<ul><li>a' * 1500}{'</li></ul>' * 1500}\n"
    assert bring(text).text == text


def test_a_header_that_is_no_yaml_is_told_whole(bring: Bring) -> None:
    guide = bring(f"---\ntitle: Un : guide\ntagline: {TAGLINE}\nnote: perdue\n---\nUn.\n")
    assert ("entete-devine", 2) in losses(guide)
    assert 'title: "Un : guide"' in guide.text
    assert any("perdue" in note.message for note in guide.notes)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-10-18", "2018-10-18"),
        ("2018/1/8", "2018-01-08"),
        ("18/10/2018", "2018-10-18"),
        ("1er août 2024", "2024-08-01"),
        ("18 oct. 2018", "2018-10-18"),
        ("2018-10-18 10:16:39 +0200", "2018-10-18"),
        ("31/02/2024", ""),
        ("bientôt", ""),
    ],
)
def test_days_are_written_year_first(written: str, day: str) -> None:
    assert a_day(written) == day


class TestAnArticle:
    POST = "---\nlayout: post\ntitle: Un article\nexcerpt: {excerpt}\n{more}---\n\nUn.\n"

    def test_it_stands_among_news_by_its_day(self, bring: Bring) -> None:
        guide = bring(self.POST.format(excerpt=TAGLINE, more=""), "_posts/2024-2-3-Un_Article.markdown")
        assert guide.path == "content/actualites/2024-02-03-un-article.md"
        assert "\ndate: 2024-02-03\n" in f"\n{guide.text}"
        assert losses(guide) == []

    def test_one_that_was_not_published_is_kept_apart(self, bring: Bring) -> None:
        guide = bring(self.POST.format(excerpt=TAGLINE, more="published: false\n"), "_posts/2024-02-03-a.md")
        assert guide.path == "brouillons/actualites/2024-02-03-a.md"
        assert "published: false" in guide.text


class TestFiles:
    def test_a_picture_comes_with_the_guide_that_shows_it(self, bring: Bring) -> None:
        files = {"public__img__Un plan.png": b"1", "guides__b.png": b"2", "public__autre.png": b"3"}
        guide = bring(f"{HEADER}\n![Un plan](/img/Un%20plan.png) ![B](b.png)\n", **files)
        assert body(guide) == "\n![Un plan](../images/un-plan.png) ![B](../images/guides/b.png)\n"
        assert dict(guide.copies) == {
            "images/un-plan.png": "public/img/Un plan.png",
            "images/guides/b.png": "guides/b.png",
        }
        assert losses(guide) == []

    def test_the_image_of_a_header_does_too(self, bring: Bring) -> None:
        text = HEADER.replace("\n---\n", "\nimage: /images/guides/a.jpg\n---\n")
        guide = bring(text, **{"public__images__guides__a.jpg": b"1"})
        assert "\nimage: a.jpg\n" in guide.text
        assert dict(guide.copies) == {"images/a.jpg": "public/images/guides/a.jpg"}

    def test_guides_that_come_along_are_led_to(self, bring: Bring) -> None:
        links = "[B](/guides/pages/Le_B) [B](pages/Le_B.md#x) [B](./pages/Le_B)"
        guide = bring(f"{HEADER}\n{links}\n", guides__pages__Le_B=b"", **{"guides__pages__Le_B.md": HEADER})
        assert body(guide) == "\n[B](le-b.md) [B](le-b.md#x) [B](le-b.md)\n"

    def test_places_of_guides_that_come_along_are_led_to(self, bring: Bring) -> None:
        other = f"{HEADER}\n## L’été à Évry\n"
        guide = bring(f"{HEADER}\n[B](b.md#L'été-à-Évry) [B](b.md#absente)\n", **{"guides__b.md": other})
        assert body(guide) == "\n[B](b.md#l-ete-a-evry) [B](b.md#absente)\n"

    def test_names_that_would_clash_are_told_apart(self, tmp_path: Path, real: Project) -> None:
        put(tmp_path, {"un/a.md": HEADER, "deux/A.md": HEADER})
        assert [plan.target for plan in planned(tmp_path, real.catalogue).plans] == ["guides/a.md", "guides/a-2.md"]

    def test_what_stays_behind_is_told(self, tmp_path: Path, real: Project) -> None:
        put(tmp_path, {"guides/a.md": HEADER, "public/film.mp4": "x", "api/x.md": HEADER, "outil.js": "x"})
        to = planned(tmp_path, real.catalogue).to
        told = {note.path: note.rule for note in left_behind(to.folder, to, ())}
        assert told == {"api/x.md": "fiche-api", "public/film.mp4": "fichier-laisse", "": "fichier-laisse"}

    def test_a_file_that_can_not_be_read_is_told_and_the_others_come(self, tmp_path: Path, real: Project) -> None:
        put(tmp_path, {"guides/a.md": HEADER, "guides/b.md": b"\x89PNG\r\n\0\0\xff"})
        (tmp_path / "guides/c.md").mkdir()
        way = planned(tmp_path, real.catalogue)
        assert [plan.source for plan in way.plans] == ["guides/a.md"]
        assert [(note.path, note.rule) for note in way.unread] == [
            ("guides/c.md", "fichier-illisible"),
            ("guides/b.md", "fichier-illisible"),
        ]


class TestEditors:
    TABLE = "\n| Éditeur | Solution |\n| --- | --- |\n{rows}\n"

    def test_a_table_that_our_data_says_is_computed(self, bring: Bring, real: Project) -> None:
        known = real.catalogue.solutions_for("ccas")[:3]
        rows = "\n".join(f"| {editor.name.upper()} | {solution.name} |" for editor, solution in known)
        guide = bring(f"{HEADER}{self.TABLE.format(rows=rows)}".replace("Un guide", "Les aides des CCAS"))
        assert body(guide) == '\n<Editors use_case="ccas" />\n'

    def test_another_one_stays_and_its_own_rows_are_told(self, bring: Bring, real: Project) -> None:
        editor, solution = real.catalogue.solutions_for("ccas")[0]
        table = self.TABLE.format(rows=f"| {editor.name} | {solution.name} |\n| Inconnu | Logiciel Perdu |")
        guide = bring(f"{HEADER}{table}".replace("Un guide", "Les aides des CCAS"))
        assert body(guide) == table
        (message,) = (note.message for note in guide.notes if note.rule == "tableau-editeurs")
        assert "ligne 9, « Inconnu | Logiciel Perdu »" in message
        assert solution.name not in message


def test_lines_keep_the_numbers_that_they_had() -> None:
    text = Text.of("a\nb\nc\nd", 10).edited([(2, 4, ""), (4, 5, "x\ny"), (6, 6, "z")])
    assert (text.text, text.numbers) == ("a\nx\ny\nzd", (10, 12, 12, 13))


def test_a_damaged_text_is_repaired_and_nothing_else_changes(bring: Bring) -> None:
    text = f"{HEADER}\nL’été à Évry, « où » ça ?  \n\n\n* a\n"
    guide = bring(text.encode().decode("mac_roman").replace("\n", "\r\n").encode())
    assert guide.text == text
    assert {rule for rule, _ in changes(guide.notes)} == {"mojibake", "fins-de-ligne"}


def test_hundreds_of_damaged_guides_change_once_only(tmp_path: Path, real: Project) -> None:
    foreign.written(tmp_path / "a", 60, seed=11)
    first = arrived(tmp_path / "a", real.catalogue)
    put(tmp_path / "b", {one.path: one.text for one in first.values()})
    for one in first.values():
        put(tmp_path / "b", {f"content/{new}": (tmp_path / "a" / old).read_bytes() for new, old in one.copies.items()})
    again = arrived(tmp_path / "b", real.catalogue)
    assert {path: again[path].text for path in again} == {one.path: one.text for one in first.values()}
    assert [changes(one.notes) for one in again.values() if changes(one.notes)] == []
    assert [note for one in first.values() for note in one.notes if note.rule == "texte-perdu"] == []


WORD = st.text("abcdéèàçœ’'-", min_size=1, max_size=6).map(lambda word: f"m{word}t")
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
PIECES = st.one_of(
    WORDS,
    st.builds("{} <b>{}</b> {}".format, WORDS, WORDS, WORDS),
    st.builds('<a href="/guides/ccas">{}</a>'.format, WORDS),
    st.builds("<p>{}<br>{}</p>".format, WORDS, WORDS),
    st.builds("<ul><li>{}</li><li>{}<ol><li>{}</li></ol></li></ul>".format, WORDS, WORDS, WORDS),
    st.builds("<table><tr><th>{}</th></tr><tr><td>{}</td></tr></table>".format, WORDS, WORDS),
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "-", "1.", ">", "   -"]), WORDS),
    st.builds("{}\n===".format, WORDS),
    st.builds("<Truc a='{}'>{}</Truc>".format, WORD, WORDS),
    st.builds("<Quote who={{`{}`}} x='{}'>\n{}\n</Quote>".format, WORD, WORD, WORDS),
    st.builds("Sommaire\n\n- [{}](#x)\n- [{}](#y)\n- [{}](#z)".format, WORDS, WORDS, WORDS),
    st.builds("| Éditeur | Solution |\n| --- | --- |\n| {} | {} |".format, WORDS, WORDS),
    st.builds("`{}` <div>{} [{}](<x y.md>) ![{}](/i.png)</div>".format, WORD, WORDS, WORDS, WORDS),
    st.builds("<b>{}\n\n{}</b> <li>{}".format, WORDS, WORDS, WORDS),
)
KEYS = st.sampled_from(["title", "tagline", "tags", "api", "image", "auteur", "titel", "noindex", "publics"])
ENTRIES = st.one_of(
    st.builds("{}: {}".format, KEYS, WORDS),
    st.builds("{}: {} # {}".format, KEYS, WORDS, WORDS),
    st.builds("{}:\n  - {}\n  - {}".format, KEYS, WORDS, WORDS),
    st.builds("{}: {}, {} : {}".format, KEYS, WORDS, WORDS, WORDS),
    st.builds("{}: >-\n  {}\n  {}".format, KEYS, WORDS, WORDS),
    st.builds("{}: # {}".format, KEYS, WORDS),
)
SEPARATOR = st.sampled_from(["\n\n", "\n", "\n\n\n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(ENTRIES, max_size=5),
    st.lists(st.tuples(PIECES, SEPARATOR), max_size=7),
)
def test_no_word_is_lost_in_silence_and_a_second_import_changes_nothing(
    bring: Bring, entries: list[str], pieces: list[tuple[str, str]]
) -> None:
    text = "\n".join(["---", *entries, "---", "", "".join(f"{piece}{separator}" for piece, separator in pieces)])
    first = bring(text)
    said = " ".join([first.text, *(note.message for note in first.notes)])
    words = re.compile(r"m[abcdéèàçœ]*t")
    assert set(words.findall(text)) <= set(words.findall(said))
    assert [note for note in first.notes if note.rule == "texte-perdu"] == []
    again = bring(first.text)
    assert again.text == first.text
    assert changes(again.notes) == []

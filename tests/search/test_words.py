"""What a text's words are, and which of them the search takes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.pages.search.words import folded, read, stem, stems, words

KIN = [
    "élève élèves Eleve",
    "communal communale communaux communales",
    "quotient quotients",
    "familial familiale familiaux",
    "tarif tarifs tarification",
    "habilitation habilitations habilité habilitée habiliter",
    "délibération deliberation délibérations délibérer délibéré",
    "stationnement stationnements stationement stationner",
    "vérifier vérifiée vérification vérifications",
    "certificat certificats certification certifié",
    "public publics publique publiques",
    "bourse bourses",
    "boursier boursière boursières",
    "étudiant étudiante étudiants étudiantes",
    "travail travaux",
    "bureau bureaux",
    "proactif proactive proactivité",
    "solidaire solidaires solidarité",
    "préremplir préremplissage",
    "sœur sœurs soeur",
    "RSA rsa",
]
STRANGERS = ["cas caf", "ars as", "parc parcours", "crèche crèmes", "taux tal", "c2s c2"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’école d'un élève", ["école", "un", "élève"]),
        ("Aujourd’hui, qu'est-ce que j’ai ?", ["aujourdhui", "est", "ce", "que", "ai"]),
        ("lorsqu’il jusqu'à quoiqu’on", ["il", "à", "on"]),
        ("Entr'ouvert et Res’Agenda", ["entrouvert", "et", "resagenda"]),
        ("l' école", ["l", "école"]),
        ("FranceConnect+, 3D Ouest ; C2S", ["franceconnect", "3d", "ouest", "c2s"]),
        ("cnaf_quotient_familial", ["cnaf", "quotient", "familial"]),
        ("api-particulier-ccas-arpege", ["api", "particulier", "ccas", "arpege"]),
        ("art. L. 114-8, L114-8, R.\u00a02143-13", ["art", "l114", "8", "l114", "8", "r2143", "13"]),
        ("N°\u202f12\u00a0345", ["n", "12", "345"]),
        ("e\u0301cole", ["école"]),
        ("« » … -- ’’ !", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, found: list[str]) -> None:
    assert list(words(text)) == found


@pytest.mark.parametrize("kin", KIN)
def test_kin_share_a_stem(kin: str) -> None:
    assert len({stem(word.lower()) for word in kin.split()}) == 1


@pytest.mark.parametrize("strangers", STRANGERS)
def test_strangers_keep_stems_of_their_own(strangers: str) -> None:
    assert len({stem(word) for word in strangers.split()}) == 2


@pytest.mark.parametrize("word", ["le", "à", "où", "êtes", "même", "comment", "quelles"])
def test_a_word_that_says_nothing_has_no_stem(word: str) -> None:
    assert stem(word) == ""


def test_only_words_that_say_something_are_kept() -> None:
    assert stems(words("Quelles sont les données de l’API ?")) == ["don", "api"]


def test_accents_are_lost_and_nothing_else() -> None:
    assert [folded(word) for word in ("élève", "cœur", "ça", "naïf", "ex-æquo", "漢字")] == [
        *("eleve", "coeur", "ca", "naif", "ex-aequo", "漢字")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("avec FranceConnect", "avec franceconnect france connect"),
        ("MyPérischool d’iNoé", "mypérischool inoé my périschool i noé"),
        ("le pré-remplissage", "le pré remplissage préremplissage"),
        ("K-bis et FranceConnect", "k bis et franceconnect france connect kbis"),
        ("API, CAF", "api caf"),
        ("api-particulier-ccas-arpege", "api particulier ccas arpege"),
        ("« Le K-bis » : art. L. 114-8", "le k bis art l114 8 kbis l1148"),
    ],
)
def test_words_that_readers_may_cut_or_join_are_known_both_ways(text: str, found: str) -> None:
    assert read(text) == found


@given(st.text("aéEœ’'-_. \u00a0lLR118«", max_size=30))
def test_a_page_is_read_as_its_words_are_cut(text: str) -> None:
    found = list(words(text))
    assert read(text).split()[: len(found)] == found

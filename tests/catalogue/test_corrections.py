"""What is corrected in a data file without asking: each correction alone, and that none is made twice or wrongly."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import ROOT

from guides_api.catalogue.arrangement import arranged
from guides_api.catalogue.corrections import corrected, of_data, with_plain_ids
from guides_api.catalogue.encodings import decoded, undamaged
from guides_api.catalogue.spacing import (
    with_ordinary_spaces,
    with_plain_line_ends,
    without_invisible_signs,
    without_tabs,
    without_trailing_spaces,
)

FRENCH = "L’œuvre d’un été « à Noël » : où ? Ça coûte 5 €…"
REAL = (ROOT / "data/editors.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffa\r\nb\rc", "a\nb\nc\n"),
        ("a\n\n\n", "a\n"),
        ("a", "a\n"),
        ("", ""),
        ("\n", "\n"),
    ],
)
def test_lines_end_alike_and_so_does_the_file(text: str, expected: str) -> None:
    assert with_plain_line_ends(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("name:\u00a0Arpège", "name: Arpège"),
        ("name\u00a0:\u00a0Arpège", "name: Arpège"),
        ("name : Arpège", "name : Arpège"),
        ("\u00a0 \u202f-\u00a0ccas\u00a0", "   - ccas"),
        ('name: "Arpège\u00a0"', 'name: "Arpège"'),
        ("name: ' Arpège '", "name: 'Arpège'"),
        ("use_cases: [ccas,\u00a0eaje]", "use_cases: [ccas, eaje]"),
        ("label: Le tarif\u00a0: 5\u202f%", "label: Le tarif\u00a0: 5\u202f%"),
        ("label: \u00a0Le tarif", "label: Le tarif"),
        ("# «\u00a0form\u00a0» dit", "# «\u00a0form\u00a0» dit"),
        ("siren:\u00a0", "siren:"),
    ],
)
def test_spaces_that_yaml_counts_are_ordinary_and_those_of_a_sentence_stay(line: str, expected: str) -> None:
    assert with_ordinary_spaces(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\t- b\n", "a:\n  - b\n"),
        ("- a: b\n\tc: d\n", "- a: b\n  c: d\n"),
        ("- a:\n   - b: c\n\t   d: e\n", "- a:\n   - b: c\n     d: e\n"),
        ("a:\tb\n", "a: b\n"),
        ("a: b\tc\n", "a: b c\n"),
        ("- a: b\n  \t c: d\n", "- a: b\n  \t c: d\n"),  # no number of spaces makes it YAML
        ("a:\n\t- b\n\nc: 'd\n", "a:\n\t- b\n\nc: 'd\n"),  # something else keeps it from being read
    ],
)
def test_a_tab_becomes_as_many_spaces_as_its_line_needs(text: str, expected: str) -> None:
    assert without_tabs(text) == expected


def test_a_tab_that_could_mean_two_things_is_left_to_a_person() -> None:
    text = "a:\n  b:\n    c:\n\td: e\n"
    assert without_tabs(text) == text


def test_signs_without_width_go_but_for_those_that_turn_the_text_round() -> None:
    assert without_invisible_signs("a\u200bb\u00ad\u200f\ufeff\u2060c\u202ed\u200de") == "abc\u202ed\u200de"
    assert without_trailing_spaces("a: b  \nc:\t\n  \n") == "a: b\nc:\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  - aide-\u00a0exemple", "  - aide-exemple"),
        ("id: couleur\u202f_preferee", "id: couleur_preferee"),
        ("id: aide\u00a0exemple", "id: aide\u00a0exemple"),  # a hyphen may lack
        ("name: mot -\u00a0mot", "name: mot -\u00a0mot"),
        ("siren: 732 829 320", "siren: 732829320"),
        ('siren: "732.829.320"', "siren: 732829320"),
        ("siren: 732 829", "siren: 732 829"),
        ("form: https://datapass.api.gouv.fr/formulaires/api-x-y/demande/nouveau", "form: api-x-y"),
        ("- id: https://datapass.api.gouv.fr/formulaires/api-x-y", "- id: api-x-y"),
        ("form: https://exemple.fr/formulaires/api-x-y", "form: https://exemple.fr/formulaires/api-x-y"),
        ("url: https://datapass.api.gouv.fr/formulaires/a", "url: https://datapass.api.gouv.fr/formulaires/a"),
    ],
)
def test_an_id_or_a_number_is_corrected_only_where_it_cannot_be_another(line: str, expected: str) -> None:
    assert with_plain_ids(line) == expected


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [FRENCH, "Éditeur", "préparé à l'été", "« oui »", "garçon, même là"])
def test_text_in_another_encoding_is_read_as_it_was_written(text: str, codec: str) -> None:
    text = text.replace("\u00a0", " ") if codec == "cp1252" else text
    assert decoded(f"name: {text}\n".encode(codec)) == f"name: {text}\n"


def test_lines_in_another_encoding_are_read_among_others() -> None:
    assert decoded("a: été\n".encode() + "b: été\n".encode("cp1252")) == "a: été\nb: été\n"


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00\xd8", b"a\x00b\x01\x00", b"\x81\x9d", "Прив".encode("cp1251")])
def test_bytes_that_may_be_anything_are_left_to_a_person(raw: bytes) -> None:
    assert decoded(raw) is None


@given(st.text(alphabet="aeé èàç’«»œÉ.\n", max_size=40), st.sampled_from(["cp1252", "mac_roman"]))
def test_damage_is_undone_exactly(text: str, codec: str) -> None:
    try:
        spoilt = text.encode().decode(codec)
    except UnicodeError:
        return
    assert undamaged(spoilt) == text
    assert undamaged(text) == text


UNSORTED = textwrap.dedent("""\
    # En tête.
    source: s

    editors:
      # --- Tous ---

      # Un mot sur Berger.
      - id: berger
        name: Berger
        solutions:
          # Un mot sur Zen.
          - name: Zen
            form: z  # au bout
          - name: Été
            form: e

          - name: Abri
            form: a
            # Un mot de plus sur Abri.

      - id: arpege
        name: >-
          Arpège
        solutions: [{name: B, form: b}, {name: A, form: a}]

    # À la fin.
    """)
SORTED = textwrap.dedent("""\
    # En tête.
    source: s

    editors:
      # --- Tous ---

      - id: arpege
        name: >-
          Arpège
        solutions: [{name: B, form: b}, {name: A, form: a}]

      # Un mot sur Berger.
      - id: berger
        name: Berger
        solutions:
          - name: Abri
            form: a
            # Un mot de plus sur Abri.
          - name: Été
            form: e

          # Un mot sur Zen.
          - name: Zen
            form: z  # au bout

    # À la fin.
    """)


def test_records_are_put_in_order_with_their_comments() -> None:
    assert arranged(UNSORTED, "editors") == SORTED
    assert arranged(SORTED, "editors") == SORTED


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (UNSORTED, "publics"),
        (UNSORTED.replace("name: Berger", "nom: Berger"), "editors"),
        (UNSORTED.replace("id: arpege", "id: &a arpege"), "editors"),
        (UNSORTED.replace("name: Berger", 'name: "Berger'), "editors"),
        ("editors:\n  -\n    name: b\n  -\n    name: a\n", "editors"),
        ("editors: [{name: b}, {name: a}]\n", "editors"),
        ("editors:\n", "editors"),
        ("", "editors"),
    ],
)
def test_a_list_that_could_be_put_in_order_wrongly_is_left_as_it_is(text: str, name: str) -> None:
    once = arranged(text, name)
    assert sorted(once.split("\n")) == sorted(text.split("\n"))
    assert once == text or "nom: Berger" in text


@settings(max_examples=3)
@given(st.permutations(REAL[REAL.index("  - id:") :].rstrip("\n").split("\n\n")))
def test_the_real_list_in_any_order_comes_back_as_it_is(records: list[str]) -> None:
    head = REAL[: REAL.index("  - id:")]
    assert arranged(head + "\n\n".join(records) + "\n", "editors") == REAL


@given(st.text(alphabet="ab: -\n\t\u00a0'\"é[]#\u200b\r", max_size=60))
def test_a_second_run_changes_nothing(text: str) -> None:
    once, _ = corrected(text, of_data("editors"))
    assert corrected(once, of_data("editors")) == (once, ())

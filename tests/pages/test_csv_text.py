"""CSV for the spreadsheets of French offices, in which nothing runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.pages.csv_text import csv_text

MARK = "\ufeff"


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=";"))


def test_it_opens_with_the_mark_of_utf_8_and_parts_cells_with_semicolons_and_lines_as_excel_does() -> None:
    assert csv_text(["nom", "prénom"], [["Noël", "Zoé"], ["a;b", 'c "d"']]) == (
        f'{MARK}nom;prénom\r\nNoël;Zoé\r\n"a;b";"c ""d"""\r\n'
    )


def test_a_table_without_rows_is_its_header() -> None:
    assert csv_text(["a"], []) == f"{MARK}a\r\n"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+33",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A1",
        '=HYPERLINK("https://a.fr")',
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_words(cell: str) -> None:
    ((header, same), (inert, _)) = cells(csv_text([cell, "="], [[cell, ""]]))
    assert inert == header == f"'{cell}"
    assert same == "'="


@pytest.mark.parametrize("cell", ["", "a=b", "2026-08-31", "1+1", "l’été", "«-»", "'déjà"])
def test_other_cells_are_left_as_they_are(cell: str) -> None:
    assert cells(csv_text(["en-tête"], [[cell, "fin"]]))[1] == [cell, "fin"]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_whatever_is_written_is_read_back_and_nothing_starts_a_formula(rows: list[list[str]]) -> None:
    header, *found = cells(csv_text(["un", "deux"], rows))
    assert header == ["un", "deux"]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not [
        cell
        for row in found
        for cell in row
        if cell.lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20") and cell.lstrip()
    ]

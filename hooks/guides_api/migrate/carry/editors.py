"""Tables of software that people copied: the component that our data fills, where our data says all that they say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from guides_api.catalogue.models import UseCase
from guides_api.catalogue.problems import folded
from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text
from guides_api.migrate.losses import Note
from guides_api.migrate.markdown import Row, Table
from guides_api.pages.headings import plain

_HEADS = 256  # of tables: the same come back in each guide
_OF_EDITORS, _OF_SOFTWARE = ("editeur",), ("logiciel", "solution", "produit")


def editors(text: Text, move: Move) -> Carried:
    """Return a text in which `<Editors>` stands for such a table; another one stays, and what it has alone is told."""
    edits: list[Edit] = []
    notes: list[Note] = []
    for table in text.markdown.tables:
        columns = _columns(table.head.cells)
        if columns is None:
            continue
        line = text.number(table.head.line)
        use_case = _use_case(text, move)
        if use_case is None:
            message = "ce tableau d’éditeurs est gardé : de quel cas d’usage il parle n’est pas sûr."
            notes.append(move.loss("tableau-editeurs", line, message))
            continue
        missing = list(_missing(table, columns, use_case, move))
        if missing:
            rows = " ; ".join(f"ligne {text.number(row.line)}, {said}" for row, said in missing)
            message = f"ce tableau d’éditeurs est gardé : data/editors.yaml n’a pas, pour « {use_case.id} » : {rows}."
            notes.append(move.loss("tableau-editeurs", line, message))
            continue
        rows = "; ".join(" | ".join(row.cells) for row in (table.head, *table.rows))
        edits.append((table.start, table.end, f'<Editors use_case="{use_case.id}" />\n'))
        notes.append(move.change("tableau-editeurs", line, f'<Editors use_case="{use_case.id}" /> dit tout : {rows}.'))
    return text.edited(edits), notes


@lru_cache(maxsize=_HEADS)
def _columns(head: tuple[str, ...]) -> tuple[int, int] | None:
    """Return which cells name the editor and the software, None where the table is about something else."""
    heads = [folded(plain(cell)) for cell in head]
    ranks = [
        next(
            (rank for rank, head in enumerate(heads) if any(head.startswith(word) or word in head for word in words)),
            -1,
        )
        for words in (_OF_EDITORS, _OF_SOFTWARE)
    ]
    if -1 in ranks or ranks[0] == ranks[1]:
        return None
    return ranks[0], ranks[1]


def _use_case(text: Text, move: Move) -> UseCase | None:
    """Return the use case that a guide is about: the one that it names, or whose form it opens."""
    known = move.to.catalogue.use_cases
    given = [element.attributes.get("use_case", "") for element in text.markdown.components[0]]
    named = [name for name in dict.fromkeys(given) if name in known]
    own = sorted(move.use_cases) or named
    return known[own[0]] if len(own) == 1 else None


def _missing(table: Table, columns: tuple[int, int], use_case: UseCase, move: Move) -> Iterator[tuple[Row, str]]:
    """Yield the rows that our data does not have, with what they say."""
    ours = {(folded(editor.name), folded(found.name)) for editor, found in move.to.catalogue.solutions_for(use_case.id)}
    others = [rank for rank in range(len(table.head.cells)) if rank not in columns]
    for row in table.rows:
        names = [plain(row.cells[rank]).strip() if rank < len(row.cells) else "" for rank in columns]
        more = [row.cells[rank] for rank in others if rank < len(row.cells) and row.cells[rank].strip()]
        if (folded(names[0]), folded(names[1])) not in ours or more or len(row.cells) > len(table.head.cells):
            yield row, f"« {' | '.join(row.cells)} »"

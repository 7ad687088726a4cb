"""The project with hostile values: those that it refuses are told in French, at their line, and given up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.catalogue.french import assert_french
from tests.example import TODAY
from tests.untrusted.whole import COMPONENTS_PAGE, Slot, slots, write

from guides_api.catalogue.nodes import place_of
from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.catalogue.sources import Reader
from guides_api.pages.project import Project, load_project

_OPENING = re.compile(r"^[^\n]*?<([A-Z]\w*)", re.MULTILINE)
_QUOTED = re.compile("«.*?»")


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A project that loads, the value of each field that it has accepted, and the rules that refused the others."""

    project: Project
    values: Mapping[str, str]
    refused: tuple[str, ...]


def spoiled(root: Path, values: Mapping[str, str]) -> Spoiled:
    """Write the project with a value for each mark, harmless ones in place of those that it refuses."""
    kept, rules = dict(values), list[str]()

    def valued(slot: Slot) -> str:
        return kept[slot.mark]

    while True:
        write(root, valued)
        try:
            return Spoiled(load_project(root, TODAY), kept, tuple(rules))
        except ProblemsFoundError as found:
            errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
        at = dict(_slots_by_line(root))
        refused = {slot for problem in errors for slot in at.get((problem.place.path, problem.place.line), ())}
        given_up = {slot.mark: slot.harmless for slot in refused if kept[slot.mark] != slot.harmless}
        assert given_up, "\n".join(map(str, errors))
        for problem in errors:
            told_in_french(problem, kept.values())
        rules += [problem.rule for problem in errors]
        kept.update(given_up)


def told_in_french(problem: Problem, values: Iterable[str]) -> None:
    """Refuse a problem in which a library speaks, the words that it quotes apart."""
    words = f"{problem.message} {problem.remedy}"
    for value in sorted(values, key=len, reverse=True):
        words = words.replace(value, "")
    assert_french(_QUOTED.sub("", words))


def _slots_by_line(root: Path) -> Iterator[tuple[tuple[str, int], list[Slot]]]:
    found: dict[tuple[str, int], list[Slot]] = {}
    reader = Reader(root)
    for file in {slot.file for slot in slots()}:
        for line, slot in _lines(reader, file, [slot for slot in slots() if slot.file == file]):
            found.setdefault((file, line), []).append(slot)
    yield from found.items()


def _components(text: str) -> Iterator[tuple[str, int]]:
    """Yield each component with the place of its first tag."""
    yield from reversed([(found[1], found.start()) for found in _OPENING.finditer(text)])


def _lines(reader: Reader, file: str, of_file: list[Slot]) -> Iterator[tuple[int, Slot]]:
    page = reader.page(file) if file.endswith(".md") else None
    root = page[0] if page else reader.yaml(file)
    assert root is not None, "\n".join(map(str, reader.problems))
    if file == COMPONENTS_PAGE and page:
        text = (reader.root / file).read_text(encoding="utf-8")
        lines = {name: text.count("\n", 0, start) + 1 for name, start in _components(text)}
        yield from ((lines[str(slot.at[0])], slot) for slot in of_file if slot.at[0] in lines)
        return
    for slot in of_file:
        yield place_of(root, slot.at).line, slot
        if file == "data/tags.yaml":  # its id is made of its name
            yield place_of(root, (*slot.at[:-1], "id")).line, slot

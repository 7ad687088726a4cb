"""The problems of a project as a person, a program, GitHub, GitLab or a code scanner reads them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from guides_api.catalogue.problems import Place, Problem, Severity, listed, shortened, visible

Report = Callable[[Iterable[Problem], Path], str]

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_GRAVITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}
_QUOTED = re.compile(r"« ?([^»]+?) ?»")
_WORD = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s,\]}#]+")
_SHOWN = 160  # letters of the offending line
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text(problems: Iterable[Problem], root: Path) -> str:
    """Return what a person reads: each problem, with the line at fault underlined."""
    return "\n\n".join(_told(problem, root) for problem in problems)


def as_json(problems: Iterable[Problem], _root: Path) -> str:
    """Return a list of objects: rule, severity, path, line, column, record, message, accepted, remedy."""
    return json.dumps([_fields(problem) for problem in problems], ensure_ascii=False, indent=2)


def github(problems: Iterable[Problem], _root: Path) -> str:
    """Return workflow commands: GitHub shows each problem beside its line in a pull request."""
    return "\n".join(_annotation(problem) for problem in problems)


def gitlab(problems: Iterable[Problem], _root: Path) -> str:
    """Return a Code Quality report: GitLab shows each problem beside its line in a merge request."""
    return json.dumps([_defect(problem) for problem in problems], ensure_ascii=False, indent=2)


def sarif(problems: Iterable[Problem], _root: Path) -> str:
    """Return a SARIF 2.1.0 log, which code scanners read."""
    found = list(problems)
    driver = {"name": "guides", "rules": [{"id": rule} for rule in sorted({problem.rule for problem in found})]}
    run = {"tool": {"driver": driver}, "results": [_result(problem) for problem in found]}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


REPORTS: Mapping[str, Report] = {
    "texte": text,
    "json": as_json,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
}


def _told(problem: Problem, root: Path) -> str:
    kind = click.style(f"{problem.severity.value.capitalize()} : ", fg=COLOURS[problem.severity], bold=True)
    rule = click.style(f"[{problem.rule}]", dim=True)
    headline, *more = str(problem).split("\n")
    return "\n".join([f"{kind}{headline} {rule}", *more, *_excerpt(problem, root)])


def _excerpt(problem: Problem, root: Path) -> list[str]:
    """Return the line at fault and what underlines the words at fault; nothing where there is no such line."""
    line = _line(root, problem.place)
    if not line.strip():
        return []
    start, end = _at_fault(problem, line)
    number = str(problem.place.line)
    mark = click.style("^" * max(1, end - start), fg=COLOURS[problem.severity], bold=True)
    return [f"  {number} | {visible(line)}", f"  {' ' * len(number)} | {' ' * start}{mark}"]


def _line(root: Path, place: Place) -> str:
    try:
        lines = (root / place.path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[place.line - 1][:_SHOWN].rstrip() if 0 < place.line <= len(lines) else ""


def _at_fault(problem: Problem, line: str) -> tuple[int, int]:
    """Return where the words at fault start and end: those that the message quotes, else those at the column."""
    for quoted in _QUOTED.findall(problem.message):
        at = line.find(quoted)
        if at >= 0:
            return at, at + len(quoted)
    start = min(max(problem.place.column - 1, 0), len(line))
    word = _WORD.match(line, start)
    return (start, word.end()) if word else (len(line) - len(line.lstrip()), len(line))


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "record": problem.record,
        "message": problem.message,
        "accepted": list(problem.accepted),
        "remedy": problem.remedy,
    }


def _message(problem: Problem) -> str:
    """Return what is wrong and how to mend it, without the place, which the reader of the report sees."""
    said = " : ".join(part for part in (problem.record, problem.message) if part)
    accepted = f"Valeurs possibles : {listed(problem.accepted)}" if problem.accepted else ""
    return "\n".join(shortened(visible(part)) for part in (said, accepted, problem.remedy) if part)


def _annotation(problem: Problem) -> str:
    properties = {"file": problem.place.path, "line": problem.place.line, "col": problem.place.column}
    given = {name: str(value) for name, value in properties.items() if value} | {"title": problem.rule}
    written = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in given.items())
    return f"::{_LEVELS[problem.severity]} {written}::{_escaped(_message(problem))}"


def _escaped(value: str, also: str = "") -> str:
    for letter in f"%\r\n{also}":
        value = value.replace(letter, f"%{ord(letter):02X}")
    return value


def _defect(problem: Problem) -> dict[str, object]:
    """Return one object of the report; its fingerprint stays the same when lines are added above."""
    said = f"{problem.place.path}\n{problem.rule}\n{problem.record}\n{problem.message}"
    return {
        "check_name": problem.rule,
        "description": _message(problem),
        "fingerprint": hashlib.sha256(said.encode()).hexdigest(),
        "severity": _GRAVITIES[problem.severity],
        "location": {"path": problem.place.path, "lines": {"begin": max(1, problem.place.line)}},
    }


def _result(problem: Problem) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": problem.place.path}}
    if problem.place.line:
        region = {"startLine": problem.place.line, "startColumn": problem.place.column}
        place["region"] = {name: value for name, value in region.items() if value}
    return {
        "ruleId": problem.rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": place}],
    }

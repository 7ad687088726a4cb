"""A golden error: what is changed in the example project, as a diff without line numbers, and what is then said.

    --- data/editors.yaml            the file that changes
    -    siren: 000000018            lines that leave, lines that come; « @@ » between two places of one file
    +    siren: 000000019
    ===                              below: every problem, word for word
    data/editors.yaml:7 : …

« +++ path » writes a file whole, « in cp1252 » after a path in that encoding; {U+200B} stands for a character that
can't be seen.
"""

from __future__ import annotations

import re
from pathlib import Path

_CODE_POINT = re.compile(r"\{U\+([0-9A-F]{4})\}")
_SEPARATOR = "===\n"


def shown(text: str) -> str:
    """Return text with its invisible characters written as {U+200B}."""
    return "".join(
        letter if letter.isprintable() or letter in "\n\t\u00a0\u202f" else f"{{U+{ord(letter):04X}}}"
        for letter in text
    )


def parts(case: Path) -> tuple[str, str]:
    """Return a case's changes and the problems that it expects."""
    changes, expected = re.split(rf"^{_SEPARATOR}", case.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)
    return changes, expected


def rewrite(case: Path, problems: list[str]) -> None:
    """Make a case expect these problems."""
    changes, _ = parts(case)
    case.write_text(changes + _SEPARATOR + said(problems), encoding="utf-8")


def said(problems: list[str]) -> str:
    """Return problems as a case writes them."""
    return "".join(f"{shown(problem)}\n" for problem in problems)


def apply(changes: str, root: Path) -> None:
    """Make a case's changes in the project at root."""
    for block in re.split(r"^(?=(?:---|\+\+\+) )", changes, flags=re.MULTILINE):
        if block:
            header, _, body = block.partition("\n")
            path, _, encoding = header[4:].partition(" in ")
            _change(root / path, body, encoding or "utf-8", whole=header.startswith("+++"))


def _change(file: Path, body: str, encoding: str, *, whole: bool) -> None:
    text = "" if whole else file.read_text(encoding="utf-8")
    for hunk in body.split("@@\n"):
        lines = [(line[:1] or " ", line[1:] + "\n") for line in hunk.splitlines()]
        before = "".join(line for sign, line in lines if sign in " -")
        after = "".join(line for sign, line in lines if sign in " +")
        after = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), after)
        assert whole or text.count(before) == 1, f"not there once:\n{before}"
        text = after if whole else text.replace(before, after)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding=encoding)

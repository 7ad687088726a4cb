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
from collections.abc import Callable
from pathlib import Path

_CODE_POINT = re.compile(r"\{U\+([0-9A-F]{4})\}")
_SEPARATOR = "===\n"


def shown(text: str) -> str:
    """Return text with its invisible characters written as {U+200B}."""
    return "".join(
        letter if letter.isprintable() or letter in "\n\t\u00a0\u202f" else f"{{U+{ord(letter):04X}}}"
        for letter in text
    )


def unshown(text: str) -> str:
    """Return text with the characters that {U+200B} stands for."""
    return _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), text)


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
    for path, raw in changed(changes, lambda path: (root / path).read_text(encoding="utf-8")).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def changed(changes: str, original: Callable[[str], str]) -> dict[str, bytes]:
    """Return the files that a case changes, as they become; `original` gives the text of one that is there."""
    found: dict[str, bytes] = {}
    for block in re.split(r"^(?=(?:---|\+\+\+) )", changes, flags=re.MULTILINE):
        if block:
            header, _, body = block.partition("\n")
            path, _, encoding = header[4:].partition(" in ")
            before = found[path].decode() if path in found else "" if header.startswith("+++") else original(path)
            found[path] = _changed(before, body, whole=header.startswith("+++")).encode(encoding or "utf-8")
    return found


def _changed(text: str, body: str, *, whole: bool) -> str:
    for hunk in body.split("@@\n"):
        lines = [(line[:1] or " ", line[1:] + "\n") for line in hunk.splitlines()]
        before = "".join(line for sign, line in lines if sign in " -")
        after = "".join(line for sign, line in lines if sign in " +")
        after = unshown(after)
        assert whole or text.count(before) == 1, f"not there once:\n{before}"
        text = after if whole else text.replace(before, after)
    return text

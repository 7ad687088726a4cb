"""From files to trees and texts: what can be wrong with a file before its content is even looked at."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from frontmatter.default_handlers import YAMLHandler

from guides_api.catalogue.encodings import damaged, named
from guides_api.catalogue.lengths import excesses
from guides_api.catalogue.nodes import Entries, Node
from guides_api.catalogue.problems import Place, Problem, Severity
from guides_api.catalogue.strict_yaml import YamlText

MAX_BYTES = 2 * 1024 * 1024
_FENCE = re.compile(r"-{3,}[ \t]*")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_BIDIRECTIONAL = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # prose shows the signs around them in another order
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_TRAILING = re.compile(r"(?<=\S)[ \t]+$", re.MULTILINE)


@dataclass(slots=True)
class Reader:
    """Reads the files of a project below `root` and gathers what is wrong with them."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def text(self, path: str) -> str | None:
        """Return a UTF-8 file's text with LF line ends and no BOM, or None and a problem when it can't be read."""
        raw = self.raw(path)
        return None if raw is None else self._decoded(path, raw)

    def _decoded(self, path: str, raw: bytes) -> str | None:
        try:
            text = raw.decode("utf-8-sig")
            start = raw.find(b"\0")
        except UnicodeDecodeError as error:
            text, start = "", error.start
        if start >= 0:
            self.problems.append(_encoding_problem(path, raw, start))
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not _shows(text) and (found := _FORBIDDEN.search(text)) is not None:
            self.problems.append(_forbidden_problem(path, text, found.start()))
            return None
        if ("<<<<<<<" in text or ">>>>>>>" in text) and (found := _CONFLICT.search(text)) is not None:
            self.problems.append(_conflict_problem(path, text, found.start()))
            return None
        self.problems.extend(_mojibake(path, text))
        return text

    def raw(self, path: str) -> bytes | None:
        """Return a file's bytes, or None and a problem when it can't be read."""
        try:
            file = f"{self.root}/{path}"  # no Path of each of a thousand pages
            found = os.lstat(file)
            if S_ISLNK(found.st_mode):
                self.problems.append(linked(path))
                return None
            if not S_ISREG(found.st_mode):
                raise IsADirectoryError  # or a pipe, whose end never comes
            if found.st_size <= MAX_BYTES:
                with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
                    return opened.read()
            message = f"le fichier dépasse {MAX_BYTES // 1024 // 1024} Mio."
            self._refuse(path, "fichier-trop-gros", message, "Découpez-le, ou retirez ce qui n’a rien à y faire.")
        except FileNotFoundError:
            self._refuse(path, "fichier-absent", "ce fichier manque.", "Rétablissez-le depuis la dernière version.")
        except OSError:
            remedy = "Vérifiez que c’est bien un fichier, et que vous avez le droit de le lire."
            self._refuse(path, "fichier-illisible", "ce fichier ne se laisse pas lire.", remedy)
        return None

    def yaml(self, path: str) -> Entries | None:
        """Return a YAML file's mapping, or None and a problem."""
        raw = self.raw(path)
        return None if raw is None else self.yaml_in(path, raw)

    def yaml_in(self, path: str, raw: bytes) -> Entries | None:
        """Return the same of a file's bytes."""
        text = self._decoded(path, raw)
        return None if text is None else self._mapping(path, YamlText(text, path))

    def page(self, path: str) -> tuple[Entries, str, int] | None:
        """Return a Markdown file's front matter, its body, and the line on which the body starts."""
        raw = self.raw(path)
        return None if raw is None else self.page_in(path, raw)

    def page_in(self, path: str, raw: bytes) -> tuple[Entries, str, int] | None:
        """Return the same of a file's bytes."""
        text = self._decoded(path, raw)
        if text is None:
            return None
        lines = text.split("\n")
        if not _FENCE.fullmatch(lines[0]):
            self._refuse(
                path,
                "entete-absent",
                "le fichier ne commence pas par un en-tête.",
                "Commencez par une ligne « --- », puis « title: … », puis une autre ligne « --- ».",
                line=1,
            )
            return None
        if not any(map(_FENCE.fullmatch, lines[1:])):
            self._refuse(
                path,
                "entete-non-ferme",
                "l’en-tête ouvert ici n’est jamais fermé.",
                "Ajoutez une ligne « --- » après la dernière clé de l’en-tête.",
                line=1,
            )
            return None
        header, body = YAMLHandler().split(text)
        first_line = text.count("\n", 0, text.index(header)) + 2  # the handler skips blank lines after the fence
        mapping = self._mapping(path, YamlText(header.removeprefix("\n"), path, first_line))
        if mapping is None:
            return None
        body_line = text[: len(text) - len(body)].count("\n") + body.startswith("\n") + 1
        body = body.removeprefix("\n")
        if not _shows(body) and (sign := _BIDIRECTIONAL.search(body)) is not None:
            self.problems.append(_forbidden_problem(path, text, len(text) - len(body) + sign.start()))
            return None
        found = list(excesses(body))
        for excess in found:
            self._refuse(path, excess.rule, excess.message, excess.remedy, line=body_line + excess.line - 1)
        return None if found else (mapping, body, body_line)

    def _mapping(self, path: str, yaml_text: YamlText) -> Entries | None:
        tree: Node | None = yaml_text.read()
        self.problems.extend(yaml_text.problems)
        if isinstance(tree, Entries):
            self.problems.extend(_trailing_spaces(yaml_text))
            return tree
        if tree is not None:
            message, remedy = "des lignes « clé: valeur » sont attendues ici.", "Comparez à un fichier voisin."
            self.problems.append(Problem(tree.place, "cles-attendues", message, remedy=remedy))
        elif not yaml_text.problems:
            self._refuse(
                path,
                "fichier-vide",
                "il n’y a rien à lire ici.",
                "Ajoutez au moins une ligne « clé: valeur ».",
                line=yaml_text.first_line - 1,
            )
        return None

    def _refuse(self, path: str, rule: str, message: str, remedy: str = "", line: int = 0) -> None:
        self.problems.append(Problem(Place(path, line), rule, message, remedy=remedy))


def _shows(text: str) -> bool:
    """Tell whether all signs of a text can be seen: then none is forbidden, which takes longer to look for."""
    return text.replace("\n", "").replace("\u00a0", "").replace("\u202f", "").isprintable()


def linked(path: str) -> Problem:
    """Return the problem of a file that is a link to another one."""
    message = "ce fichier n’est qu’un lien vers un autre."
    return Problem(Place(path), "lien-symbolique", message, remedy="Mettez-y le fichier lui-même.")


def _trailing_spaces(source: YamlText) -> Iterator[Problem]:
    """Warn of spaces left at the ends of lines, once a file: they show in every comparison of two versions."""
    found = [source.text.count("\n", 0, item.start()) for item in _TRAILING.finditer(source.text)]
    if found:
        more = f", et {len(found) - 1} autre{'s' if len(found) > 2 else ''} plus bas" if found[1:] else ""
        yield Problem(
            source.place(found[0], 0),
            "espaces-en-fin-de-ligne",
            f"des espaces sont restées à la fin de cette ligne{more}.",
            remedy="Supprimez-les, ou lancez « guides fix ».",
            severity=Severity.WARNING,
        )


def _forbidden_problem(path: str, text: str, start: int) -> Problem:
    message = f"caractère interdit (U+{ord(text[start]):04X})."
    return Problem(_place(path, text, start), "caractere-interdit", message, remedy="Supprimez ce caractère invisible.")


def _encoding_problem(path: str, raw: bytes, start: int) -> Problem:
    line = raw.count(b"\n", 0, start) + 1
    column = start - raw.rfind(b"\n", 0, start)
    return Problem(
        Place(path, line, column),
        "encodage",
        f"ce fichier n’est pas encodé en UTF-8 (sans doute en {named(raw, start)}).",
        remedy="Enregistrez-le de nouveau en choisissant l’encodage UTF-8, ou lancez « guides fix ».",
    )


def _conflict_problem(path: str, text: str, start: int) -> Problem:
    return Problem(
        _place(path, text, start),
        "conflit-de-fusion",
        "deux versions de ces lignes se suivent : un conflit entre deux modifications n’a pas été tranché.",
        remedy="Gardez la bonne version et supprimez l’autre, avec les lignes « <<<<<<< », « ======= » et « >>>>>>> ».",
    )


def _mojibake(path: str, text: str) -> list[Problem]:
    """Tell of damaged accents: one problem a file, at the first place."""
    if (found := damaged(text)) is None:
        return []
    start, is_now, was = found
    message = f"accents abîmés : « {is_now} » était sans doute « {was} »."
    remedy = "Reprenez le fichier d’origine et enregistrez-le en UTF-8, ou lancez « guides fix »."
    return [Problem(_place(path, text, start), "mojibake", message, remedy=remedy)]


def _place(path: str, text: str, start: int) -> Place:
    return Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))

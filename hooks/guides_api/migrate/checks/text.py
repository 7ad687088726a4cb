"""The text of a guide as such: its encoding, what hides in it, whether there is any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.catalogue import patterns
from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide

# What makes one pictogram of several is no hidden sign.
_JOINED = re.compile("(?<=[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
_INVISIBLE = re.compile(rf"[{patterns.INVISIBLE}]".replace(r"\x00-\x1f", r"\x00-\x08\x0b\x0c\x0e-\x1f"))
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^[ \t]*#{1,6}[^\n]*$", re.MULTILINE)


def encoding(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of bytes that are no UTF-8, and of UTF-8 that was misread."""
    if guide.encoding:
        message = f"ce fichier n’est pas en UTF-8, sans doute en {guide.encoding}. Enregistrez-le de nouveau en UTF-8."
        yield found("encodage", guide.path, guide.encoding_line, message)
    lost = guide.text.count("\ufffd") if not guide.encoding else 0
    if guide.damage is not None:
        count = f" ({guide.damage_count + lost} endroits)" if guide.damage_count + lost > 1 else ""
        message = f"accents abîmés{count} : ce fichier est de l’UTF-8 lu dans un autre encodage. "
        line = min(guide.damage_line, _line(guide.text, "\ufffd")) if lost else guide.damage_line
        yield found("mojibake", guide.path, line, f"{message}Ici, il fallait lire « {guide.damage.was[:40]} ».")
    elif lost:
        message = f"des caractères sont perdus ({lost}) : reprenez-les dans le fichier d’origine."
        yield found("mojibake", guide.path, _line(guide.text, "\ufffd"), message)


def invisible_signs(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of each line in which a sign can't be seen."""
    if not _INVISIBLE.search(guide.text):
        return
    for number, line in enumerate(guide.text.split("\n"), 1):
        if signs := _INVISIBLE.findall(_JOINED.sub("", line)):
            names = ", ".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in signs))
            message = (
                f"caractère{'s' * (len(signs) > 1)} que l’on ne voit pas ({names}) : supprimez, et retapez le mot."
            )
            yield found("caractere-invisible", guide.path, number, message)


def emptiness(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of a guide without any text to read, but headings perhaps."""
    if not _HEADING.sub("", _COMMENT.sub("", guide.body)).strip():
        yield found("guide-vide", guide.path, 1, "ce guide n’a pas de texte.")


def _line(text: str, sign: str) -> int:
    return text.count("\n", 0, text.index(sign)) + 1

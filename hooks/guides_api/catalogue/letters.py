"""Characters that a reader takes for others, or for no part of a text: what hides in a name or in an id."""

from __future__ import annotations

import re
import unicodedata

_LETTERS_OF_OURS = ("LATIN ", "MODIFIER LETTER ", "MASCULINE ORDINAL", "FEMININE ORDINAL", "MICRO SIGN")
_ALPHABETS = {
    "ARABIC": "arabe",
    "ARMENIAN": "arménien",
    "CYRILLIC": "cyrillique",
    "GREEK": "grec",
    "HEBREW": "hébreu",
}
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*")
_OTHER = re.compile(r"[^\x00-\x7f]")
_NO_BREAK = re.compile("[\u00a0\u2007\u202f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def foreign_letter(text: str) -> str:
    """Return the first letter of a text that French is not written with, in words; empty where there is none.

    Many of them look like one of ours: a name written with a Cyrillic « а » is found by no search.
    """
    for letter in _OTHER.findall(text):
        name = unicodedata.name(letter, "")
        if letter.isalpha() and not name.startswith(_LETTERS_OF_OURS):
            alphabet = _ALPHABETS.get(name.split(" ")[0])
            return f"« {letter} » est une lettre {f'de l’alphabet {alphabet}' if alphabet else 'd’un autre alphabet'}"
    return ""


def picture(text: str) -> str:
    """Return the first emoji or pictogram of a text, empty where there is none."""
    found = _PICTURE.search(text)
    return found[0].rstrip("\ufe0f\u200d") if found else ""


def hidden(text: str) -> str:
    """Say what in an id, a number or an address can't be told from what is expected there; empty where all can."""
    if _NO_BREAK.search(text):
        return "Il s’y cache une espace insécable : supprimez-la, ou retapez-la s’il faut une espace."
    if _INVISIBLE.search(text):
        return "Il s’y cache un caractère invisible : supprimez la valeur en entier et retapez-la."
    letter = foreign_letter(text)
    return f"{letter}, qui ressemble à une des nôtres : retapez-la." if letter else ""

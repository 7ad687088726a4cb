"""Signs that nobody sees, and that no page of ours may hold."""

from __future__ import annotations

import re

from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Text

# As our own reader has it; those that part words leave a space.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SPACES = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def readable(text: Text, move: Move) -> Carried:
    """Return a text without them."""
    edits, notes = [], []
    for found in _REFUSED.finditer(text.text):
        edits.append((*found.span(), " " if found[0] in _SPACES else ""))
        message = f"un caractère invisible (U+{ord(found[0]):04X}) est retiré."
        notes.append(move.change("caractere-invisible", text.line(found.start()), message))
    return text.edited(edits), notes

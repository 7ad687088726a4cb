"""The rules of French that the search goes by, once for Python and for the browser, which gets them with the index.

Everything is plain data: `words.py` and `search-words.js` apply it in the same way, and a test compares what they make
of every word of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# What an apostrophe parts from the next word: « l’école », « jusqu’à ». The others stay in one word: « aujourd’hui ».
_ELIDED = "c d j jusqu l lorsqu m n puisqu qu quoiqu s t"

# Words that say nothing of what is sought.
_STOP = """
a ai as au aux avec avez avons c ce cela ces cet cette chez ci comme comment d dans de des dit dois doit doivent donc
dont du elle elles en entre es est et etaient etait etes etre eux fait faire faut h il ils j je l la le les leur leurs
lui m ma mais me meme mes moi mon n ne ni nos notre nous on ont ou par pas peut peuvent peux plus pour pourquoi puis qu
quand que quel quelle quelles quels qui quoi s sa sans se selon ses si soit son sont sous sur t ta te tes toi ton tous
tout toute toutes tres tu un une va vers veut veux voici vos votre vous y
"""

# A word goes through each step, whose first rule that fits it replaces its ending; the number is how many letters must
# stand before. Accents are gone by then, and « travailleuses » has become « travailleuse » in the second step.
_STEPS: tuple[tuple[tuple[str, str, int], ...], ...] = (
    (
        ("avaux", "avail", 1),
        ("eaux", "eau", 1),
        ("aux", "al", 2),
        ("ss", "ss", 0),
        ("s", "", 3),
    ),
    (
        ("ification", "if", 2),
        ("ificative", "if", 2),
        ("ificatif", "if", 2),
        ("ificat", "if", 2),
        ("ifier", "if", 2),
        ("ifiee", "if", 2),
        ("ifie", "if", 2),
        ("ateur", "", 4),
        ("atrice", "", 4),
        ("ation", "", 4),
        ("issement", "ir", 3),
        ("issage", "ir", 3),
        ("isseur", "ir", 3),
        ("ement", "", 4),
        ("ivite", "if", 2),
        ("arite", "air", 3),
        ("ive", "if", 2),
        ("euse", "eur", 3),
        ("trice", "teur", 2),
        ("iere", "i", 3),
        ("ique", "ic", 2),
        ("er", "", 3),
        ("ez", "", 3),
        ("ee", "", 3),
        ("e", "", 3),
    ),
)

RULES: Mapping[str, Any] = {
    "elided": _ELIDED.split(),
    "stop": _STOP.split(),
    "steps": _STEPS,
    "doubled": "bcdfglmnprst",  # « stationnement » and « stationement » are one word
    "shortest": 4,  # letters: below, a word is an acronym or has no ending to lose
}

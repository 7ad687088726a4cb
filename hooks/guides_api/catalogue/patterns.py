"""What a value looks like: the patterns that fields check, and the same as JSON Schema for programs that only compare.

A program that reads YAML takes a SIREN or a year for a number: schemas accept the number where fields accept the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import WithJsonSchema

INVISIBLE = r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SIREN = r"[0-9]{9}"
EMAIL = r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
ADDRESS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
# A segment of the path of an address that others are made from: « .. » would lead out of it.
_SEGMENT = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+"
ROOT = rf"https://{HOST}(?:/{_SEGMENT})*/?"
BRANCH = r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*"
IMAGE = r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9]+)+"
CONTENT_IMAGE = rf"(?:[A-Za-z0-9_-]+/)*{IMAGE}"
WHEN = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?"
PERCENT = r"-?[0-9]{1,6}(?:[.,][0-9]{1,4})?"
SITE_ADDRESS = r"/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?"
SITE_ADDRESS_LONGEST = 300
COLOUR = r"#?[0-9A-Fa-f]{6}"
WITH_ARTICLE = rf"(?:(?:le|la|les) |l’)(?=\S)[^<>{INVISIBLE}]{{1,80}}"
PHRASE_LONGEST = 80
SLUG_LONGEST = 80
BRANCH_LONGEST = 120
_LETTER = r"[^\W_]"
# What editors of text match for a letter: patterns name no other alphabet to them than English, whatever is no sign is.
_NO_SIGN = r"[^\x00-/:-@\[-`{-\xa0\xab\xbb\u2000-\u20cf]"
_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"[T ](?:[01][0-9]|2[0-3])(?::?[0-5][0-9]){0,2}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2}){0,2})?"


def text(pattern: str, said: str, number: str = "", **limits: int) -> WithJsonSchema:
    """Return the schema of a text that a pattern matches whole; `said` tells in French what is expected.

    `number` is what a program may take such a text for: « integer » or « number ». `limits` are more of the schema's
    own words, « maxLength » or « maximum ».
    """
    schema: dict[str, Any] = {"type": ["string", number] if number else "string", "pattern": f"^(?:{pattern})$"}
    return WithJsonSchema({**schema, **limits, "errorMessage": said})


def phrase(signs: str = "", letter: str = _LETTER) -> str:
    """Return the pattern of words to look for, of which any may be one of `signs`; « @ » alone says nothing."""
    word = rf"{letter}+(?:[’'-]{letter}+)*\*?"
    one = f"(?:{word}|[{signs}])" if signs else word
    return f"(?!@$){one}(?: (?:… )?{one})*"


def phrase_schema(signs: str = "") -> WithJsonSchema:
    """Return the schema of such words; it lets pass a few signs that are no letters, never the reverse."""
    said = "Des mots séparés par une espace sont attendus, avec les seuls signes que dit l’en-tête du fichier."
    return text(phrase(signs, _NO_SIGN), said, "number", maxLength=PHRASE_LONGEST)


def line(limit: int) -> WithJsonSchema:
    """Return the schema of a text of one line: something to read, and nothing else."""
    said = f"Un texte de {limit} caractères au plus est attendu, d’un seul tenant, sans « < » ni guillemets anglais."
    pattern = rf"(?=.*\S)(?![“”„])(?!.*[“”„]$)[^<>{INVISIBLE}]+"
    return text(pattern, said, "number", maxLength=limit)


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern, and an example of what it matches whole, for people."""

    pattern: str
    example: str

    def schema(self, number: str = "") -> WithJsonSchema:
        """Return the schema of such a text, that a program may take for a number of that type."""
        said = f"Une valeur comme {self.example} est attendue."
        return text(self.pattern, said, number, maxLength=OFFICIAL_ID_LONGEST)


OFFICIAL_ID_LONGEST = 120
API_ID = Shape(r"[a-z_]+(?:/[a-z_]+){1,2}", "organisme/donnee_exemple")
SCOPE_ID = Shape(r"[a-z0-9_-]+", "couleur_preferee")
FORM_ID = Shape(r"[a-z0-9-]+", "bouquet-exemple-logiciel")
DATAPASS_USE_CASE = Shape(SCOPE_ID.pattern, "aide_exemple")
COLOUR_SCHEMA = text(COLOUR, "Une couleur est attendue : six chiffres ou lettres de a à f, comme 1b4b8f.", "integer")
WITH_ARTICLE_SCHEMA = text(WITH_ARTICLE, "Un nom avec son article est attendu, comme « le demandeur ».")
SLUG_SCHEMA = text(
    SLUG,
    "Un identifiant est attendu : minuscules sans accent, chiffres et traits d’union.",
    "integer",
    maxLength=SLUG_LONGEST,
)
HTTPS_SCHEMA = text(
    rf"https://{HOST}(?:[/?#]{ADDRESS}*)?",
    "Une adresse complète, qui commence par https://, est attendue.",
    maxLength=400,
)
ROOT_SCHEMA = text(
    ROOT, "Une adresse qui commence par https:// est attendue, sans « ? », « # » ni « .. ».", maxLength=400
)
BRANCH_SCHEMA = text(BRANCH, "Le nom d’une branche est attendu, comme main.", maxLength=BRANCH_LONGEST)
IMAGE_SCHEMA = text(IMAGE, "Le seul nom d’une image de content/images est attendu, comme dossier.svg.")
CONTENT_IMAGE_SCHEMA = text(
    rf"/?(?:images/)?{CONTENT_IMAGE}", "Le nom d’une image de content/images est attendu, comme dossier.svg."
)
SITE_ADDRESS_SCHEMA = text(
    SITE_ADDRESS, "Une adresse de page est attendue, comme /guides/ccas/.", maxLength=SITE_ADDRESS_LONGEST
)
SIREN_SCHEMA = text(SIREN, "Un SIREN est attendu : neuf chiffres, sans espace.", "integer", maximum=999_999_999)
EMAIL_SCHEMA = text(EMAIL, "Une adresse électronique est attendue.", maxLength=120)
DAY_SCHEMA = text(_DAY, "Une date est attendue, comme 2026-08-31.")
MOMENT_SCHEMA = text(rf"{_DAY}(?:{_TIME})?", "Une date est attendue, comme 2026-08-31.")
WHEN_SCHEMA = text(
    WHEN, "Une année, un mois ou un jour est attendu : 2024, 2024-10 ou 2024-10-22.", "integer", maximum=9999
)
PERCENT_SCHEMA = text(PERCENT, "Un nombre sans signe % est attendu, comme 74 ou 74,5.", "number")

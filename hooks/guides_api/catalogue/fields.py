"""The kinds of values that records are made of, each refusing what it is not with a French sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError
from stdnum.fr import siren as stdnum_siren

from guides_api.catalogue import patterns
from guides_api.catalogue.letters import foreign_letter
from guides_api.catalogue.problems import folded
from guides_api.catalogue.texts import name_only, one_line

_FILE = re.compile(r"(?:[\w.-]+/)*[\w-]+\.[a-z0-9]+(?:#[\w-]+)?|#[\w-]+")


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose value is the id of a record; `kind` is the name of its collection in the catalogue."""

    kind: str


def _refused(rule: str, message: str, **context: str) -> PydanticCustomError:
    return PydanticCustomError(rule, message, context or None)


@lru_cache(maxsize=4096)
def slugified(text: str) -> str:
    """Return text as an id of ours: lower-case ASCII words joined by hyphens."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).replace("’", " ").replace("'", " "))
    ascii_words = (folded(word).encode("ascii", "ignore").decode() for word in words)
    return "-".join(word for word in ascii_words if word)


def _slug(text: str) -> str:
    if not text:
        raise _refused("identifiant", "un identifiant est attendu, rien n’est écrit.")
    if not re.fullmatch(patterns.SLUG, text) or len(text) > patterns.SLUG_LONGEST:
        suggestion = slugified(text)[: patterns.SLUG_LONGEST].strip("-") or "mon-identifiant"
        raise _refused(
            "identifiant",
            "identifiant « {text} » mal formé : minuscules sans accent, chiffres et traits d’union.{more}",
            text=text[:80],
            more="" if foreign_letter(text) else f" Essayez « {suggestion} ».",
        )
    return text


def _makes_an_address(text: str) -> str:
    """Accept words whose own page, or part of a page, has an address that other pages can name."""
    if len(slugified(text)) > patterns.SLUG_LONGEST:
        raise _refused(
            "texte-trop-long",
            "« {text} » donnerait une adresse de {count} caractères, {limit} au plus.",
            text=text,
            count=str(len(slugified(text))),
            limit=str(patterns.SLUG_LONGEST),
        )
    return text


def _official_id(shape: patterns.Shape) -> AfterValidator:
    compiled = re.compile(shape.pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text) or len(text) > patterns.OFFICIAL_ID_LONGEST:
            raise _refused(
                "identifiant-officiel",
                "« {text} » n’a pas la forme attendue, par exemple « {example} ».",
                text=text[:120],
                example=shape.example,
            )
        return text

    return AfterValidator(check)


def _https(address: str) -> str:
    if not address.startswith("https://"):
        raise _refused(
            "adresse-https",
            "adresse « {address} » refusée : une adresse complète qui commence par https:// est attendue.",
            address=address[:120],
        )
    if not (re.fullmatch(f"{patterns.ADDRESS}+", address) and len(address) <= 400 and _names_a_host(address)):
        raise _refused(
            "adresse-https",
            "adresse « {address} » refusée : après https://, un nom de domaine est attendu, puis un chemin sans "
            "espace, accent ni guillemet.",
            address=address[:120],
        )
    return address


def _root(address: str) -> str:
    """Accept an address to which paths are added: nothing in it may end a path or climb out of it."""
    if not re.fullmatch(patterns.ROOT, _https(address)):
        raise _refused(
            "adresse-https",
            "adresse « {address} » refusée : après le nom de domaine, seuls des mots séparés par « / » sont attendus.",
            address=address[:120],
        )
    return address


def _branch(name: str) -> str:
    if not re.fullmatch(patterns.BRANCH, name) or len(name) > patterns.BRANCH_LONGEST:
        raise _refused("branche", "« {name} » n’est pas le nom d’une branche, comme main.", name=name[:120])
    return name


def _names_a_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return not {"@", ":"} & set(parts.netloc) and bool(re.fullmatch(patterns.HOST, parts.hostname or ""))
    except ValueError:
        return False


def _target(target: str) -> str:
    return target if _FILE.fullmatch(target) else _https(target)


def _content_file(path: str) -> str:
    """Accept `sitiv.png`, `guides/sitiv.png` and `/images/guides/sitiv.png` for a file of content/images."""
    inner = path.removeprefix("/").removeprefix("images/")
    if not re.fullmatch(patterns.CONTENT_IMAGE, inner):
        raise _refused(
            "image", "« {path} » n’est pas le nom d’une image de content/images, comme logo.svg.", path=path[:120]
        )
    return f"images/{inner}"


def _siren(number: str) -> str:
    if not re.fullmatch(patterns.SIREN, number):
        raise _refused("siren", "SIREN « {number} » : neuf chiffres sans espace sont attendus.", number=number[:40])
    if not stdnum_siren.is_valid(number):
        raise _refused(
            "siren",
            "SIREN « {number} » : sa clé de contrôle ne correspond pas. Vérifiez-le dans l’Annuaire des entreprises.",
            number=number,
        )
    return number


def _email(address: str) -> str:
    if not re.fullmatch(patterns.EMAIL, address) or len(address) > 120:
        raise _refused("courriel", "« {address} » n’est pas une adresse électronique.", address=address[:120])
    return address


def _day(text: object) -> object:
    if isinstance(text, str):
        try:
            return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else _not_a_day(text)
        except ValueError:
            return _not_a_day(text)
    return text


def _not_a_day(text: str) -> object:
    raise _refused("date", "« {text} » n’est pas une date : écrivez année-mois-jour, comme 2026-08-31.", text=text[:40])


def _moment(text: object) -> object:
    """Accept a day, with or without a time of day: `2018-10-18T10:16:39.711Z` is the 18th."""
    if not isinstance(text, str):
        return text
    try:
        return datetime.fromisoformat(text).date() if re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", text) else _not_a_day(text)
    except ValueError:
        return _not_a_day(text)


def _when(text: str) -> str:
    if not re.fullmatch(patterns.WHEN, text):
        raise _refused("date", "« {text} » n’est pas une date : écrivez 2024, 2024-10 ou 2024-10-22.", text=text[:40])
    if len(text) == len("2024-10-22"):
        _day(text)
    return text


def _image(path: str) -> str:
    if not re.fullmatch(patterns.IMAGE, path):
        raise _refused(
            "image",
            "« {path} » n’est pas un nom d’image : écrivez le seul nom d’un fichier de content/images, "
            "comme dossier.svg.",
            path=path[:120],
        )
    return path


def _count(text: object) -> object:
    """Accept a number of things as an attribute says it: « 3 »."""
    if isinstance(text, str):
        if not re.fullmatch(r"[1-9][0-9]?", text):
            raise _refused("nombre", "« {text} » n’est pas un nombre de 1 à 99.", text=text[:40])
        return int(text)
    return text


def _comma_separated(value: object) -> object:
    return [tag.strip() for tag in value.split(",") if tag.strip()] if isinstance(value, str) else value


def _none_is_empty(value: object) -> object:
    return [] if value is None else value


Title = Annotated[str, one_line(120), patterns.line(120)]
Name = Annotated[Title, AfterValidator(name_only)]
Label = Annotated[str, one_line(160), patterns.line(160)]
Sentence = Annotated[str, one_line(400), patterns.line(400)]
Paragraph = Annotated[str, one_line(1200), patterns.line(1200)]
Filing = Annotated[Title, AfterValidator(_makes_an_address)]
Slug = Annotated[str, AfterValidator(_slug), patterns.SLUG_SCHEMA]
ApiId = Annotated[str, _official_id(patterns.API_ID), patterns.API_ID.schema()]
ScopeId = Annotated[str, _official_id(patterns.SCOPE_ID), patterns.SCOPE_ID.schema("integer")]
FormId = Annotated[str, _official_id(patterns.FORM_ID), patterns.FORM_ID.schema("integer")]
DataPassUseCase = Annotated[str, _official_id(patterns.DATAPASS_USE_CASE), patterns.DATAPASS_USE_CASE.schema("integer")]
Https = Annotated[str, AfterValidator(_https), patterns.HTTPS_SCHEMA]
Root = Annotated[str, AfterValidator(_root), patterns.ROOT_SCHEMA]
Branch = Annotated[str, AfterValidator(_branch), patterns.BRANCH_SCHEMA]
Target = Annotated[str, AfterValidator(_target)]
ContentImage = Annotated[str, AfterValidator(_content_file), Ref("files")]
ArticleImage = Annotated[str, AfterValidator(_content_file), patterns.CONTENT_IMAGE_SCHEMA]
Siren = Annotated[str, AfterValidator(_siren), patterns.SIREN_SCHEMA]
Email = Annotated[str, AfterValidator(_email), patterns.EMAIL_SCHEMA]
Day = Annotated[date, BeforeValidator(_day), patterns.DAY_SCHEMA]
Moment = Annotated[date, BeforeValidator(_moment), patterns.MOMENT_SCHEMA]
When = Annotated[str, AfterValidator(_when), patterns.WHEN_SCHEMA]
Count = Annotated[int, BeforeValidator(_count)]
Image = Annotated[str, AfterValidator(_image), patterns.IMAGE_SCHEMA]
EMPTY_IS_NONE_LISTED = BeforeValidator(_none_is_empty)
COMMA_SEPARATED = BeforeValidator(_comma_separated)

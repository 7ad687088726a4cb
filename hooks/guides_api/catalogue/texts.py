"""What a text of one line may hold: words that somebody reads, and nothing that hides in them or drives a page."""

from __future__ import annotations

import re

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guides_api.catalogue import patterns
from guides_api.catalogue.letters import foreign_letter, picture

_INVISIBLE = re.compile(f"[{patterns.INVISIBLE}]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(r"https?://\S*|\bwww\.\S+", re.IGNORECASE)


def one_line(limit: int) -> AfterValidator:
    """Return what accepts a text of at most `limit` characters, and refuses the others in French."""

    def check(text: str) -> str:
        if not text.strip():
            raise PydanticCustomError("texte-vide", "texte attendu, rien n’est écrit.")
        if _INVISIBLE.search(text):
            raise PydanticCustomError("caractere-invisible", _told_invisible(text))
        if text != text.strip():
            message = "une espace est restée avant ou après « {text} » : supprimez-la."
            raise PydanticCustomError("espace-autour", message, {"text": text.strip()})
        if text[0] in "“”„" or text[-1] in "“”„":
            message = "guillemets anglais dans « {text} » : écrivez « … », ou rien du tout."
            raise PydanticCustomError("guillemets", message, {"text": text})
        if "<" in text or ">" in text:
            message = "« < » et « > » sont refusés dans « {text} » : pas de HTML ici."
            raise PydanticCustomError("html", message, {"text": text})
        if shown := picture(text):
            message = "emoji « {shown} » dans « {text} » : n’écrivez que des mots."
            raise PydanticCustomError("emoji", message, {"shown": shown, "text": text})
        if letter := foreign_letter(text):
            message = "{letter}, dans « {text} » : retapez ce mot."
            raise PydanticCustomError("lettre-etrangere", message, {"letter": letter, "text": text})
        if len(text) > limit:
            message = "{count} caractères, {limit} au plus."
            raise PydanticCustomError("texte-trop-long", message, {"count": str(len(text)), "limit": str(limit)})
        return text

    return AfterValidator(check)


def name_only(text: str) -> str:
    """Refuse an e-mail or web address in a name: names are headings and links, and are harvested as they are."""
    if found := _EMAIL.search(text) or _ADDRESS.search(text):
        message = "« {found} » est une adresse, dans « {text} » : écrivez le nom seul."
        raise PydanticCustomError("adresse-dans-un-nom", message, {"found": found[0], "text": text})
    return text


def _told_invisible(text: str) -> str:
    if "\n" in text.rstrip("\n"):
        return "saut de ligne : écrivez le texte d’un seul tenant, ou après « >- » s’il est long."
    if text.endswith("\n"):
        return "saut de ligne à la fin : écrivez « >- » plutôt que « > » ou « | »."
    if "\t" in text:
        return f"tabulation dans « {text} » : remplacez-la par une espace."
    return f"caractère invisible dans « {text} » : supprimez-le, et retapez le texte autour."

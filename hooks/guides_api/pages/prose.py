"""Habits of prose that the site makes needless or that get in a reader's way: warnings, which stop nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from guides_api.catalogue.problems import Severity, folded
from guides_api.pages.code_spans import code_spans
from guides_api.pages.headings import levels
from guides_api.pages.spans import masked
from guides_api.pages.tags import Mistake

# Three links in a row to parts of the same page.
_CONTENTS = re.compile(r"(?:^[ \t]*[-*+\d.)]+[ \t]+\[[^\]\n]*\]\(#[^)\n]*\)[ \t]*\n*){3,}", re.MULTILINE)
_LINK = re.compile(
    r"\[(?<!!\[)(?P<words>[^\[\]]*)\](?:\(|\[)|<a\b(?=[^<>]*\shref)[^<>]*>(?P<html>.{0,500}?)</a>", re.DOTALL
)
_IMAGE = re.compile(r"!\[\s*\][(\[]|<img\b(?![^<>]*\salt=[\"'][^\"'])[^<>]*>")
_EMPTY_HEAD = re.compile(r"\n[ \t>]*\|[ \t]*\|[^\n]*\n[ \t>]*\|[ \t]*:?-")
_TAG = re.compile(r"<[^>]*>")
_UNSAFE = re.compile(
    r"[hH](?i:ttp)://(?<!xmlns=[\"'](?i:http)://)(?<![\w=/&?.%-](?i:http)://)[^\s)<>\"'*\u00a0\u202f]+"
)
# The first letter, to which the search skips; `(?<=…)` looks at it again.
_LEFTOVER = re.compile(
    r"[lL\[TFX](?:[oO](?<=\b[lL].)(?i:rem ipsum)\b|OD(?<=\bTOD)O\b|IX(?<=\bFIX)ME\b|XX(?<=\bXXX)\b"
    r"|[àÀtT](?<=\[.)(?:(?<=[àÀ])(?i: (?:compléter|remplir|rédiger))|(?<=[tT])(?i:exte à venir))\b[^\]\n]*\](?!\())"
)
_TELLS_NOTHING = frozenset(
    map(
        folded,
        (
            "ici",
            "cliquez ici",
            "cliquer ici",
            "cliquez sur ce lien",
            "sur ce lien",
            "suivez ce lien",
            "par ici",
            "voir ici",
            "là",
            "lien",
            "ce lien",
            "lire la suite",
            "en savoir plus",
            "plus d’infos",
            "voir",
            "voir plus",
            "suite",
            "page",
            "cette page",
            "lire",
            "détails",
            "télécharger",
        ),
    )
)


def prose_mistakes(text: str) -> Iterator[Mistake]:
    """Yield a warning for each habit, at its line."""
    prose = masked(text, code_spans(text))
    for signs, habit in _HABITS:
        for start, rule, message, remedy in habit(prose) if any(sign in prose for sign in signs) else ():
            yield Mistake(text.count("\n", 0, start) + 1, rule, message, remedy, Severity.WARNING)


Found = tuple[int, str, str, str]


def _table_of_contents(prose: str) -> Iterator[Found]:
    for found in _CONTENTS.finditer(prose) if prose.count("](#") > 2 else ():
        yield (
            found.start(),
            "sommaire-a-la-main",
            "cette liste ressemble à un sommaire écrit à la main.",
            "Supprimez-la : le sommaire est calculé, et toujours juste.",
        )


def _heading_order(prose: str) -> Iterator[Found]:
    above = 1
    for start, level in levels(prose, ()):  # its code is masked
        if level == 1:
            message, remedy = (
                "un titre « # » dans le texte.",
                "Écrivez « ## » : le titre de la page est dans l’en-tête.",
            )
            yield start, "titre-en-trop", message, remedy
        elif level > above + 1:
            message = f"ce titre est de niveau {level}, alors que le précédent est de niveau {above}."
            yield start, "titre-saute", message, f"Écrivez « {'#' * (above + 1)} », ou ajoutez le titre qui manque."
        above = max(level, 2) if level == 1 else level


def _images_without_words(prose: str) -> Iterator[Found]:
    for found in _IMAGE.finditer(prose):
        yield (
            found.start(),
            "image-sans-texte",
            "cette image n’a pas de texte de remplacement.",
            "Écrivez entre les crochets ce qu’elle montre, pour qui ne la voit pas.",
        )


def _tables_without_a_head(prose: str) -> Iterator[Found]:
    for found in _EMPTY_HEAD.finditer(f"\n{prose}"):
        message = "la première colonne de ce tableau n’a pas de titre."
        yield found.start(), "colonne-sans-titre", message, "Écrivez-en un : il est lu à voix haute avec chaque ligne."


def links_that_tell_nothing(prose: str) -> Iterator[Found]:
    for found in _LINK.finditer(prose):
        words = _TAG.sub("", found["words"] if found["words"] is not None else found["html"]).strip()
        if folded(words) in _TELLS_NOTHING or not words or words.startswith(("http://", "https://")):
            yield (
                found.start(),
                "lien-muet",
                f"le lien « {words[:60]} » ne dit pas où il mène.",
                "Nommez la page ou ce qu’on y trouve : des lecteurs passent de lien en lien, sans la phrase autour.",
            )


def unsafe_addresses(prose: str) -> Iterator[Found]:
    for found in _UNSAFE.finditer(prose) if "http://" in prose.lower() else ():
        message = f"l’adresse « {found[0].rstrip('.,;:!?')[:80]} » n’est pas protégée."
        yield found.start(), "adresse-http", message, "Écrivez https:// si le site le permet, ce que presque tous font."


def _leftovers(prose: str) -> Iterator[Found]:
    for found in _LEFTOVER.finditer(prose):
        yield (
            found.start(),
            "texte-provisoire",
            f"« {found[0]} » : un texte provisoire est resté.",
            "Écrivez-le, ou retirez-le.",
        )


# Each habit, with signs of which it shows at least one.
_HABITS: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Found]]], ...] = (
    (("](#",), _table_of_contents),
    (("#", "\n=", "\n-"), _heading_order),
    (("![", "<img"), _images_without_words),
    (("|",), _tables_without_a_head),
    (("](", "][", "</a>"), links_that_tell_nothing),
    (("://",), unsafe_addresses),
    (("",), _leftovers),
)

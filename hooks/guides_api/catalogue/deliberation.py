"""How a délibération names data, says what they serve for, or stays vague: what the page that reads one looks for."""

from __future__ import annotations

import enum
import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from guides_api.catalogue import patterns
from guides_api.catalogue.fields import Label, Paragraph, Ref, Sentence, Slug, Title
from guides_api.catalogue.records import Record, ScopeRef, Sourced

_SIGNS = "€%@#"


def _phrase(signs: str, told: str) -> AfterValidator:
    pattern = re.compile(patterns.phrase(signs))

    def check(text: str) -> str:
        if len(text) > patterns.PHRASE_LONGEST or not pattern.fullmatch(text):
            raise PydanticCustomError(
                "tournure",
                "« {text} » n’est pas une tournure : des mots séparés par une espace, {signs} sont attendus.",
                {"text": text[: patterns.PHRASE_LONGEST], "signs": told},
            )
        return text

    return AfterValidator(check)


_ENDS, _GAP = "« * » à la fin d’un mot pour toutes ses fins", "« … » pour quelques mots entre deux autres"
Phrase = Annotated[str, _phrase("", f"{_ENDS} et {_GAP}"), patterns.phrase_schema()]
PhraseAround = Annotated[
    str,
    _phrase(_SIGNS, f"{_ENDS}, {_GAP}, « @ » pour le nom d’une donnée et « # » pour un nombre"),
    patterns.phrase_schema(_SIGNS),
]
MentionRef = Annotated[Slug, Ref("mentions")]
Examples = Annotated[tuple[Sentence, ...], Field(min_length=1)]


class Mention(Sourced):
    """How a délibération names a datum.

    `words` ask for it; `listed` do in a list of data only; `criteria` name it as what a price or an aid depends on, and
    ask for nothing. `excluded` holds the same words and means something else. `catches` are texts in which it is found.
    """

    id: Slug
    label: Label
    words: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    listed: tuple[Phrase, ...] = ()
    criteria: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    scopes: Annotated[tuple[ScopeRef, ...], Field(min_length=1)]
    explanation: Sentence
    catches: Examples
    passes: Examples


class SignKind(enum.StrEnum):
    """What words near a datum say of it: that it is asked for, what it serves for, or that it is not asked for."""

    REQUEST = "demande"
    PURPOSE = "finalite"
    DENIAL = "negation"


class Sign(Sourced):
    """Words that tell something of the data named near them; of some data only, if it names them."""

    id: Slug
    kind: SignKind
    words: Annotated[tuple[PhraseAround, ...], Field(min_length=1)]
    excluded: tuple[PhraseAround, ...] = ()
    mentions: tuple[MentionRef, ...] = ()
    explanation: Sentence
    catches: Examples
    passes: Examples


class WordingKind(enum.StrEnum):
    """Why a wording is remarked: it says too little, or what it says is to be checked."""

    VAGUE = "vague"
    DOUBTFUL = "a-verifier"


class Excuse(enum.StrEnum):
    """What makes a vague wording harmless."""

    NOTHING = "jamais"
    NAMED_THERE = "donnee-dans-la-phrase"
    NAMED = "donnee-dans-le-texte"
    ALL_JUSTIFIED = "toutes-les-finalites"


class Wording(Sourced):
    """Words that a délibération would do better without, why, and what to write instead.

    With `mentions`, they are remarked only in a sentence that names one of those data.
    """

    id: Slug
    kind: WordingKind
    title: Title
    words: Annotated[tuple[PhraseAround, ...], Field(min_length=1)]
    excluded: tuple[PhraseAround, ...] = ()
    mentions: tuple[MentionRef, ...] = ()
    excused: Excuse = Excuse.NOTHING
    explanation: Sentence
    instead: Sentence
    catches: Examples
    passes: Examples


class Sample(Record):
    """A délibération that nobody voted, to read beside another one; `title` says what it is worth."""

    id: Slug
    title: Title
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]

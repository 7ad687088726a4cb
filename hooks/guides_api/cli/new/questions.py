"""What a new record needs: taken from options, or asked until the answer is one that its model accepts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import click
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import closest, did_you_mean, listed, shortened, visible
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import expected_values

Answers = Mapping[str, tuple[str, ...]]
_SHOWN = 25  # accepted values that are shown before anything is asked
_COLUMN = 38


@dataclass(frozen=True, slots=True)
class Question:
    """One value, or several, of a record's field; the option that gives it bears the question's name.

    Where it has no `key`, its answer isn't a field's value as it is. `accepted` and `suggested` may depend on what is
    already known. `new` names the collection where the value, an id,
    must not be yet.
    """

    name: str
    words: str
    model: type[BaseModel]
    key: str = ""
    required: bool = True
    several: bool = False
    accepted: Callable[[Catalogue, Answers], Mapping[str, str]] = lambda _catalogue, _answers: {}
    suggested: Callable[[Answers], str] | None = None
    new: str = ""

    @property
    def told(self) -> str:
        """What is asked, as the beginning of a line."""
        return self.words[0].upper() + self.words[1:]

    @property
    def option(self) -> click.Option:
        """The option that answers the question beforehand."""
        more = " Option à répéter s’il y en a plusieurs." if self.several else ""
        return click.Option(
            [f"--{self.name}", self.name.replace("-", "_")],
            multiple=True,
            metavar="VALEUR",
            help=f"{self.told}.{more}",
            default=(),
        )

    def refusal(self, values: tuple[str, ...], catalogue: Catalogue, answers: Answers) -> str:
        """Return why the values can't be taken, in French, or nothing."""
        return shortened(visible(self._refusal(values, catalogue, answers)))

    def _refusal(self, values: tuple[str, ...], catalogue: Catalogue, answers: Answers) -> str:
        if len(values) > 1 and not self.several:
            return "une seule valeur est attendue."
        accepted = self.accepted(catalogue, answers)
        for value in values:
            if visible(value) != value:
                return f"caractère invisible ou saut de ligne dans « {value} » : supprimez-le."
            if accepted and value not in accepted:
                possible = f"Valeurs possibles : {listed(closest(value, accepted))}"
                return " ".join(filter(None, [f"« {value} » est inconnu. {possible}.", did_you_mean(value, accepted)]))
            if self.new and value in getattr(catalogue, self.new):
                return self._taken(value, getattr(catalogue, self.new))
        return self._ill_shaped(values)

    def _ill_shaped(self, values: tuple[str, ...]) -> str:
        if not values:
            return "une valeur est attendue." if self.required else ""
        if not self.key:
            return ""
        try:
            self.model.model_validate({self.key: list(values) if self.several else values[0]})
        except ValidationError as refused:
            return next((_told(error) for error in refused.errors() if error["loc"][:1] == (self.key,)), "")
        return ""

    def _taken(self, identifier: str, known: Mapping[str, Record]) -> str:
        free = next(name for number in count(2) if (name := f"{identifier}-{number}") not in known)
        example = "" if self._ill_shaped((free,)) else f", comme « {free} »"
        place = known[identifier].place("id")
        return f"« {identifier} » existe déjà ({place}) : complétez-le, ou choisissez un autre identifiant{example}."

    def ask(self, catalogue: Catalogue, answers: Answers) -> tuple[str, ...]:
        """Ask until the answer can be taken; Enter takes what is suggested, or leaves out what is not required."""
        accepted = self.accepted(catalogue, answers)
        hints = ["plusieurs : séparez-les par des virgules"] * self.several + ["facultatif"] * (not self.required)
        if len(accepted) <= _SHOWN:
            click.echo(_shown(accepted), nl=bool(accepted))
        suggestion = self.suggested(answers) if self.suggested else ""
        words = self.told + (f" ({', '.join(hints)})" if hints else "")
        while True:
            given = click.prompt(words, default=suggestion, show_default=bool(suggestion), prompt_suffix=" : ")
            pieces = given.split(",") if self.several else [given]
            values = tuple(piece.strip() for piece in pieces if piece.strip())
            refusal = self.refusal(values, catalogue, answers)
            if not refusal:
                return values
            click.secho(f"  {refusal}", fg="red")


def answered(
    questions: Sequence[Question], given: Answers, catalogue: Catalogue
) -> tuple[dict[str, tuple[str, ...]], bool]:
    """Return the answers to all questions, and whether any was asked: none is where options give what is required.

    Raises a misuse, in French, for an option whose value can't be taken, and for one that nobody is there to give.
    """
    answers: dict[str, tuple[str, ...]] = {}
    given = {name: tuple(value.strip() for value in values if value.strip()) for name, values in given.items()}
    lacking = [
        question for question in questions if question.required and not (given[question.name] or question.suggested)
    ]
    for question in questions:
        values = given[question.name]
        if lacking and not values:
            answers[question.name] = _asked(question, catalogue, answers, lacking[0])
            continue
        if not values and question.suggested:
            values = (question.suggested(answers),)
        if values and (refusal := question.refusal(values, catalogue, answers)):
            raise click.BadParameter(refusal, click.get_current_context(), question.option)
        answers[question.name] = values
    return answers, bool(lacking)


def _asked(question: Question, catalogue: Catalogue, answers: Answers, lacking: Question) -> tuple[str, ...]:
    try:
        return question.ask(catalogue, answers)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        raise click.MissingParameter(ctx=click.get_current_context(), param=lacking.option) from None


def _shown(accepted: Mapping[str, str]) -> str:
    """Return accepted values as lines with their names, or as one line where they are words that tell enough."""
    if not any(accepted.values()):
        return f"  {', '.join(accepted)}" if accepted else ""
    return "\n".join(f"  {value:<{_COLUMN}} {name}" for value, name in accepted.items())


def _told(error: ErrorDetails) -> str:
    if error["type"] == "enum":
        return f"valeurs possibles : {listed(expected_values(error))}."
    return error["msg"]

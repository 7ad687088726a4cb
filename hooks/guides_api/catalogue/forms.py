"""DataPass forms, and the act of the applicant that they ask for."""

from __future__ import annotations

from pydantic import StrictBool

from guides_api.catalogue.fields import FormId, Sentence, Title
from guides_api.catalogue.records import FactRef, Part, UseCaseRef


class Form(Part):
    """A DataPass form; where several serve one need, each says its condition."""

    id: FormId
    when: Title | None = None


class ApiForm(Form):
    """A form of an API that is asked for apart, with the use cases beside whose own request it may be filled."""

    use_cases: tuple[UseCaseRef, ...] = ()


class Deliberation(Part):
    """What is known of the act that shows why a use case's data are needed.

    `fact` tells whether one must be given, `note` how far that answer goes; none known where both lack. `subject` is
    what the act is about. `voted` is false where those who ask have no assembly that would vote it.
    """

    subject: Title | None = None
    voted: StrictBool = True
    fact: FactRef | None = None
    note: Sentence | None = None

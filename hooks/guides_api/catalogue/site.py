"""What the site is, as its publisher says it in data/site.yaml."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guides_api.catalogue import patterns
from guides_api.catalogue.colours import Colour
from guides_api.catalogue.fields import Branch, Root, Sentence, Title
from guides_api.catalogue.records import PageRef, Record

_CONTRACTED = {"le ": "du ", "les ": "des "}


def _with_article(text: str) -> str:
    if not re.fullmatch(patterns.WITH_ARTICLE, text):
        raise PydanticCustomError(
            "article", "« {text} » : un nom avec son article est attendu, comme « le demandeur ».", {"text": text[:80]}
        )
    return text


Applicant = Annotated[str, AfterValidator(_with_article), patterns.WITH_ARTICLE_SCHEMA]


class Site(Record):
    """What the site is called and where it lives; what only its publisher can know may be absent.

    `applicant` is who asks for access, as the site's readers call them, with its article. `colour` is that of links
    and headers, where it is not that of the style sheets.
    """

    name: Title
    description: Sentence
    datapass_url: Root
    applicant: Applicant = "le demandeur"
    colour: Colour | None = None
    site_url: Root | None = None
    repo_url: Root | None = None
    repo_branch: Branch = "main"
    most_wanted: tuple[PageRef, ...] = ()

    @property
    def of_applicant(self) -> str:
        """The applicant after « de »: « du demandeur », « de la mairie », « de l’école », « des ports »."""
        for article, contracted in _CONTRACTED.items():
            if self.applicant.startswith(article):
                return f"{contracted}{self.applicant.removeprefix(article)}"
        return f"de {self.applicant}"

"""What data/site.yaml says of the site: whom it names, in which colour."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from guides_api.catalogue.colours import GROUND, READABLE, Colour, contrast
from guides_api.catalogue.site import Site

BASE = {"name": "Site", "description": "Un site.", "datapass_url": "https://datapass.example.org"}
COLOUR: TypeAdapter[str] = TypeAdapter(Colour)


@pytest.mark.parametrize(
    ("applicant", "of_applicant"),
    [
        ("le demandeur", "du demandeur"),
        ("la mairie", "de la mairie"),
        ("l’école", "de l’école"),
        ("les ports", "des ports"),
        ("la lesture", "de la lesture"),
    ],
)
def test_the_applicant_is_named_as_french_wants(applicant: str, of_applicant: str) -> None:
    assert Site.model_validate({**BASE, "applicant": applicant}).of_applicant == of_applicant


@pytest.mark.parametrize("applicant", ["", "demandeur", "le ", "lescar", "le <b>", "l'école", "Le demandeur"])
def test_a_name_without_its_article_is_refused(applicant: str) -> None:
    with pytest.raises(ValidationError):
        Site.model_validate({**BASE, "applicant": applicant})


@pytest.mark.parametrize("written", ["1b4b8f", "#1B4B8F", "1B4b8F"])
def test_a_colour_is_read_with_or_without_its_sign(written: str) -> None:
    assert COLOUR.validate_python(written) == "#1b4b8f"


@pytest.mark.parametrize("written", ["ff0000", "3b7bd0", "ffc857", "888888", "ffffff", "00ff00"])
def test_a_colour_that_is_hard_to_read_is_refused_with_one_that_is_not(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        COLOUR.validate_python(written)
    said = refused.value.errors()[0]["msg"]
    (advised,) = re.findall(r"Essayez « ([0-9a-f]{6}) »", said)
    assert READABLE <= contrast(f"#{advised}", GROUND) < READABLE + 0.5
    assert COLOUR.validate_python(advised) == f"#{advised}"


@pytest.mark.parametrize("written", ["", "bleu", "12345", "1234567", "#12345g", "rgb(0,0,0)"])
def test_what_is_no_colour_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="n’est pas une couleur"):
        COLOUR.validate_python(written)

"""What a new site must be told: its name, its colour, an example of each thing."""

from __future__ import annotations

from guides_api.catalogue.editors import Editor
from guides_api.catalogue.legal import Legal, Publisher
from guides_api.catalogue.models import Api, Bundle, UseCase
from guides_api.catalogue.site import Site
from guides_api.cli.new.questions import Answers, Question


def _name(answers: Answers) -> str:
    return f"Guides – {answers['administration'][0]}"[:120]


def _description(answers: Answers) -> str:
    return f"Des guides pour obtenir et utiliser des données de l’administration : {answers['administration'][0]}."


QUESTIONS = (
    Question("administration", "nom de l’administration qui publie le site", Publisher, "name"),
    Question("contact", "adresse électronique où écrivent les lecteurs", Legal, "contact"),
    Question("datapass", "adresse du site où l’accès aux API se demande, en https", Site, "datapass_url"),
    Question("site", "nom du site", Site, "name", suggested=_name),
    Question(
        "description",
        "à qui il s’adresse et ce qu’il apporte, en une phrase",
        Site,
        "description",
        suggested=_description,
    ),
    Question(
        "applicant", "qui demande un accès, avec un article", Site, "applicant", suggested=lambda _: "le demandeur"
    ),
    Question("colour", "couleur, six chiffres ou lettres sans dièse", Site, "colour", suggested=lambda _: "1b4b8f"),
    Question(
        "bundle", "nom d’un bouquet, les API d’une même demande", Bundle, "name", suggested=lambda _: "Bouquet Exemple"
    ),
    Question("api", "nom d’une API de ce bouquet", Api, "title", suggested=lambda _: "Donnée Exemple"),
    Question("use-case", "nom d’un cas d’usage", UseCase, "name", suggested=lambda _: "Aide Exemple"),
    Question("editor", "nom d’un éditeur de logiciels", Editor, "name", suggested=lambda _: "Éditeur Exemple"),
)

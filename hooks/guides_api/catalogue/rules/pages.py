"""Pages that stand where their address says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem, did_you_mean
from guides_api.catalogue.written import Guide, News


def api_paths(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """An API's file is named after its id, so that its address can be known from the id alone."""
    for api in catalogue.apis.values():
        if api.file != f"content/{api.path}":
            yield api.problem(
                "chemin-api",
                f"ce fichier devrait s’appeler « content/{api.path} ».",
                "id",
                remedy="Renommez le fichier, ou corrigez l’identifiant.",
            )


def use_case_guides(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """The guide of a use case bears its id: the address stays the same with and without a written guide."""
    for guide in catalogue.guides.values():
        if guide.use_case in catalogue.use_cases and guide.id != guide.use_case:
            yield guide.problem(
                "chemin-guide",
                f"ce fichier devrait s’appeler « content/guides/{guide.use_case}.md », comme son cas d’usage.",
                "use_case",
                remedy="Renommez le fichier, ou corrigez le cas d’usage.",
            )
        elif guide.use_case is None and guide.id in catalogue.use_cases:
            yield guide.problem(
                "chemin-guide",
                f"ce guide porte le nom du cas d’usage « {guide.id} » sans le déclarer.",
                "title",
                remedy=f"Ajoutez « use_case: {guide.id} » à l’en-tête, ou renommez le fichier.",
            )


def images_exist(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """The image of a guide or an article is a file of content/images."""
    images = {path.removeprefix("images/") for path in catalogue.files if path.startswith("images/")}
    pages: tuple[Guide | News, ...] = (*catalogue.guides.values(), *catalogue.news.values())
    for page in pages:
        image = (page.image or "").removeprefix("images/")
        if image and image not in images:
            yield page.problem(
                "image-absente",
                f"l’image « content/images/{image} » n’existe pas.",
                "image",
                remedy=did_you_mean(image, sorted(images)) or "Ajoutez l’image, ou retirez la ligne « image ».",
            )

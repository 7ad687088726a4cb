"""`<PrintButton>Imprimer</PrintButton>`: a button that prints the page."""

from __future__ import annotations

from typing import ClassVar

from guides_api.pages.components.base import Component, Holds


class PrintButton(Component):
    """Hidden until the page's script shows it: without JavaScript it would do nothing."""

    doc: ClassVar[str] = "Un bouton qui imprime la page, sur les pages qui chargent son script ; caché sans JavaScript."
    example: ClassVar[str] = "<PrintButton>Imprimer cette page</PrintButton>"
    holds: ClassVar[Holds] = Holds.TEXT

"""`<Quote who="…">…</Quote>`: somebody's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import ContentImage, Https, Title
from guides_api.pages.addresses import file_link
from guides_api.pages.components.base import Component, Holds, On
from guides_api.pages.templating import Words


class Quote(Component):
    """Words, who said them, and where they can be read."""

    doc: ClassVar[str] = "Les mots de quelqu’un, tels qu’il les a dits."
    example: ClassVar[str] = """\
<Quote who="Une mairie" title="service des écoles" link="https://exemple.fr">

Les familles *gagnent* du temps.

</Quote>"""
    holds: ClassVar[Holds] = Holds.BLOCKS
    who: Title = Field(description="qui parle")
    title: Title | None = Field(None, description="son rôle")
    link: Https | None = Field(None, description="adresse en https où lire l’original")
    logo: ContentImage | None = Field(None, description="image de content/images")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the speaker, their role, the link and the logo."""
        return {
            "who": self.who,
            "title": self.title or "",
            "link": self.link or "",
            "logo": Words(file_link(self.logo, on.path)) if self.logo else "",
        }

"""The page that reads a délibération."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import file_link
from guides_api.pages.components.verifier import known_bundles
from guides_api.pages.page import DELIBERATION, GUIDES, HOME, SITE_MAP, TOOLS, VERIFICATION, SitePage
from guides_api.pages.templating import Words

_GUIDE = "deliberation"


def verification_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield it; what it looks for stands in data/mentions.yaml, signs.yaml and wordings.yaml."""
    guide = catalogue.guides.get(_GUIDE)

    def link(path: str) -> Words:
        return Words(file_link(path, VERIFICATION.path)) if path in catalogue.pages else Words("")

    yield SitePage(
        path=VERIFICATION.path,
        title=VERIFICATION.title,
        description=(
            "Collez le texte de votre délibération : les données sans finalité, les formulations trop vagues et quoi "
            "écrire à la place. Rien n’est envoyé."
        ),
        layout="verification",
        edits=next((wording.file for wording in catalogue.wordings.values()), "data/wordings.yaml"),
        values={
            "guide": Words(file_link(guide.path, VERIFICATION.path)) if guide else "",
            "checklists": link(DELIBERATION.path),
            "guides": link(GUIDES.path),
            "site_map": link(SITE_MAP.path),
            "read": _subjects(catalogue, known=True),
            "unread": _subjects(catalogue, known=False),
            "samples": list(catalogue.samples.values()),
        },
        trail=(HOME, TOOLS, DELIBERATION),
        scripts=("verify",),
        styles=("tools",),
    )


def _subjects(catalogue: Catalogue, *, known: bool) -> str:
    """Return whose data the bundles hold, of which the page recognises some, or none."""
    found = known_bundles(catalogue)
    return " et des ".join(bundle.subject for bundle in catalogue.bundles.values() if (bundle.id in found) is known)

"""Addresses of DataPass that send the reader to the wrong form, to one of another time, or to a test site."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.planting.draft import Draft
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site, UseCase
from benchmarks.planting.sound import DATAPASS

faults = Faults()

_SHAPES: dict[str, str] = {
    "bouton": '<Button href="{address}">Remplir une demande</Button>',
    "lien": "Pour commencer, ouvrez [le formulaire de demande]({address}).",
    "adresse": "Le formulaire : <{address}>",
    "liste": "- [le formulaire de demande]({address}) ;",
    "gras": "**[Remplir une demande]({address})**",
}


def _drawn(draft: Draft, address: str, *rules: str) -> bool:
    text = _SHAPES[draft.rng.choice(sorted(_SHAPES))].format(address=address)
    draft.insert("component", [text]).lines[0].deserves(*rules)
    return True


def _another(draft: Draft, site: Site) -> UseCase | None:
    """Return a use case that the guide is not about, none where it is about no use case."""
    if not draft.use_case:
        return None
    bundle = next(one.bundle for one in site.use_cases if one.id == draft.use_case)
    return draft.rng.choice([one for one in site.use_cases if one.id != draft.use_case and one.bundle == bundle])


def _elsewhere(address: Callable[[UseCase], str], *also: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, site: Site) -> bool:
        other = _another(draft, site)
        return other is not None and _drawn(draft, address(other), "datapass-autre-cas", *also)

    return plant


for _name, _fault in (
    ("choix", _elsewhere(lambda other: f"{DATAPASS}/demandes/{other.bundle}/nouveau?use_case={other.datapass}")),
    ("formulaire", _elsewhere(lambda other: f"{DATAPASS}/formulaires/{other.forms[0]}/demande/nouveau")),
    ("dernier formulaire", _elsewhere(lambda other: f"{DATAPASS}/formulaires/{other.forms[-1]}/demande/nouveau")),
    (
        "démarche",
        _elsewhere(lambda other: f"{DATAPASS}/{other.bundle}?demarche={other.datapass}", "datapass-ancien"),
    ),
):
    faults.append(Fault("datapass-autre-cas", _name, ("title",), _fault))


def _old(address: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, site: Site) -> bool:
        own = next((one for one in site.use_cases if one.id == draft.use_case), None)
        if "{datapass}" in address and own is None:
            return False
        bundle = own.bundle if own else "api-particulier"
        return _drawn(draft, address.format(bundle=bundle, datapass=own.datapass if own else ""), "datapass-ancien")

    return plant


for _address in (
    DATAPASS + "/{bundle}",
    DATAPASS + "/{bundle}/",
    DATAPASS + "/{bundle}?demarche={datapass}",
    DATAPASS + "/{bundle}?lang=fr&demarche={datapass}",
    DATAPASS + "/demandes/{bundle}/nouveau?demarche={datapass}",
    DATAPASS + "/{bundle}/?demarche={datapass}#debut",
    DATAPASS + "/{bundle}?demarche={datapass}&amp;lang=fr",
):
    faults.append(Fault("datapass-ancien", _address, (), _old(_address)))


def _test_site(host: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, site: Site) -> bool:
        own = next((one for one in site.use_cases if one.id == draft.use_case), None)
        path = f"formulaires/{own.forms[0]}/demande/nouveau" if own else "demandes/api-particulier/nouveau"
        return _drawn(draft, f"https://{host}/{path}", "datapass-recette")

    return plant


for _host in (
    "staging.datapass.api.gouv.fr",
    "datapass-staging.api.gouv.fr",
    "sandbox.datapass.api.gouv.fr",
    "recette.datapass.api.gouv.fr",
    "datapass-test.api.gouv.fr",
    "datapass.staging.api.gouv.fr",
    "datapass-preprod.api.gouv.fr",
    "preprod.datapass.api.gouv.fr",
    "datapass-dev.api.gouv.fr",
    "test.datapass.api.gouv.fr",
):
    faults.append(Fault("datapass-recette", _host, (), _test_site(_host)))

"""Links, pictures and buttons that lead nowhere, or not where they say."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.planting.draft import Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

faults = Faults()


def _blocks(rules: str, *texts: Sequence[str], kind: str = "prose") -> None:
    """Take blocks, the first line of which is wrong."""
    first, *others = rules.split()
    for lines in texts:

        def plant(draft: Draft, _site: Site, lines: Sequence[str] = lines) -> bool:
            draft.insert(kind, lines).lines[0].deserves(first, *others)
            return True

        faults.append(Fault(first, lines[0], (), plant))


faults.sentences(
    "lien-casse",
    "Voyez [le guide des crèches](/guides/creches-et-haltes).",
    "Voyez [l’ancien guide](ancien-guide.md).",
    "Voyez [le guide des transports](../transports/carte.md).",
    "La fiche de [cette API](/les-api/api-retiree) le détaille.",
    "Un [modèle](/docs/modele-disparu.txt) est à votre disposition.",
    "Voyez [le calendrier](</guides/calendrier 2019.md>).",
    "Voyez [le bilan](/guides/bilan-2019/#les-chiffres).",
    'Voyez [le guide](/guides/guide-perdu "Un guide").',
    "Voyez [le guide](./guide-perdu.md).",
    "Voyez [le guide](guide-perdu.html#suite).",
    "Voyez [le guide](/guides/perdus/).",
    "Voyez **[le guide](/guides/guide-perdu)**.",
)
_blocks("lien-casse", ['<Button href="/guides/page-disparue">Lire la suite du guide</Button>'], kind="component")
_blocks("lien-casse html-superflu", ['Voyez <a href="/guides/page-disparue">le guide des cantines</a>.'])


@faults.of("lien-casse")
def wrong_case(draft: Draft, site: Site) -> bool:
    route = site.other(draft.number).route
    return draft.add(f"Voyez [le guide voisin]({route.replace('/guides/', '/Guides/')}).", "lien-casse")


@faults.of("lien-casse")
def one_letter_short(draft: Draft, site: Site) -> bool:
    return draft.add(f"Voyez [le guide voisin]({site.other(draft.number).route}x).", "lien-casse")


@faults.of("lien-casse")
def definition(draft: Draft, _site: Site) -> bool:
    if not draft.add("Voyez [le guide des écoles][ecoles]."):
        return False
    draft.insert("definition", ["[ecoles]: /guides/ecoles-perdues"]).lines[0].deserves("lien-casse")
    return True


_blocks(
    "image-absente",
    ["![Un schéma](/images/schema-perdu.png)"],
    ["![Un plan](../images/plan-perdu.jpg)"],
    ["![Le parcours de l’usager](/images/figures/parcours.svg)"],
    ["[![Un schéma](/images/petit-perdu.png)](https://www.exemple.fr/schema)"],
    ["![Un schéma](/images/dossier.jpg)"],
    ["![Un schéma](/images/Dossier.png)"],
    ['![Un schéma](/images/perdue.png "Un titre")'],
    ["![Un schéma](images/perdue.png)"],
    ["- ![Un schéma](/images/perdue.png)", "- le texte."],
    kind="picture",
)
_blocks("image-absente html-superflu", ['<img src="/images/photo-perdue.png" alt="Une photographie">'], kind="picture")
_blocks(
    "image-absente",
    ['<Quote who="La mairie" logo="/images/logo-perdu.png">', "Nous avons gagné du temps.", "</Quote>"],
    kind="component",
)
for _value in ("perdue.png", "dossier.webp", "/images/perdue.png"):

    def _cover(draft: Draft, _site: Site, value: str = _value) -> bool:
        if "image" not in draft.header:
            return False
        draft.header["image"] = [Line(f"image: {value}")]
        draft.header["image"][0].deserves("image-absente")
        return True

    faults.append(Fault("image-absente", f"image: {_value}", ("image",), _cover))

faults.sentences(
    "lien-http",
    "Les chiffres sont [sur le site du département](http://www.exemple.fr/chiffres).",
    "Voyez <http://www.exemple.fr/guide>.",
    "Le calendrier est publié sur http://www.exemple.fr/calendrier chaque année.",
    "Voyez [le portail](http://portail.exemple.fr/?page=2&rang=1).",
    "Voyez [la carte](HTTP://carte.exemple.fr/).",
    "Voyez **[la carte](http://carte.exemple.fr/ville)**.",
    "Voyez [la carte](<http://carte.exemple.fr/ville>).",
    "L’adresse est http://carte.exemple.fr.",
)
_blocks("lien-http", ['<Button href="http://www.exemple.fr/demande">Ouvrir la demande</Button>'], kind="component")
_blocks("lien-http", ["- [un site](http://www.exemple.fr) ;", "- un autre."], kind="list")
_blocks(
    "lien-http",
    ['<Quote who="La mairie" link="http://www.exemple.fr/avis">', "Nous gagnons du temps.", "</Quote>"],
    kind="component",
)
_blocks("lien-http", ["![Une carte](http://www.exemple.fr/carte.png)"], kind="picture")
_blocks("lien-http html-superflu", ['Lisez <a href="http://www.exemple.fr/page">la page du département</a>.'])


@faults.of("lien-http")
def plain_definition(draft: Draft, _site: Site) -> bool:
    if not draft.add("Voyez [le site du réseau][reseau]."):
        return False
    draft.insert("definition", ["[reseau]: http://reseau.exemple.fr"]).lines[0].deserves("lien-http")
    return True


faults.sentences(
    "lien-sans-adresse",
    "Voyez [le site de la mairie](www.exemple.fr).",
    "Voyez [la page du réseau](www.exemple.fr/reseau/aide.html).",
    "Écrivez à [la régie](regie@exemple.fr).",
    "Écrivez à [l’équipe technique](equipe.technique@mairie.exemple.fr).",
    "Voyez [le portail](WWW.exemple.fr).",
    "Écrivez à [la régie](regie@exemple.fr?subject=Aide).",
    "Voyez **[la mairie](www.mairie.exemple.fr)**.",
    'Voyez [la mairie](www.mairie.exemple.fr "La mairie").',
    "Voyez [le site du réseau](<www.exemple.fr/aide>).",
)


@faults.of("lien-sans-adresse")
def nude_definition(draft: Draft, _site: Site) -> bool:
    if not draft.add("Voyez [la page de l’association][association]."):
        return False
    draft.insert("definition", ["[association]: www.exemple.fr"]).lines[0].deserves("lien-sans-adresse")
    return True


_blocks("lien-sans-adresse html-superflu", ['Voyez <a href="www.exemple.fr">le site de la régie</a>.'])

faults.sentences(
    "lien-externe-vide",
    "Voyez [le formulaire]().",
    "Voyez [le formulaire](#).",
    "Voyez [le règlement](<>).",
    "Voyez [le site de la région](https://).",
    "Voyez [le site de la région]( ).",
    "Voyez **[le site de la région]()**.",
    "Écrivez à [la régie](mailto:).",
)
_blocks("lien-externe-vide html-superflu", ['Voyez <a href="">le règlement intérieur</a>.'])

faults.sentences(
    "lien-muet",
    "Pour la liste des pièces, c’est [ici](https://www.exemple.fr/pieces).",
    "Le formulaire : [cliquez ici](https://www.exemple.fr/formulaire).",
    "Le calendrier complet est sous [ce lien](https://www.exemple.fr/calendrier).",
    "Le règlement est [**ici**](https://www.exemple.fr/reglement).",
    "Pour l’article de loi, [cliquer ici](https://www.legifrance.gouv.fr/).",
    "Une aide est prévue : [Cliquez ici !](https://www.exemple.fr/aide)",
    "Le bilan est [là](https://www.exemple.fr/bilan).",
    "Le bilan est [ICI](https://www.exemple.fr/bilan).",
    "Le bilan : [cliquez sur ce lien](https://www.exemple.fr/bilan).",
    "Un bilan est paru. [En savoir plus](https://www.exemple.fr/bilan).",
    "Un bilan est paru. [Lire la suite](https://www.exemple.fr/bilan)",
    "Le bilan est *[ici](https://www.exemple.fr/bilan)*.",
    "Le bilan est [par ici](https://www.exemple.fr/bilan).",
)
_blocks("lien-muet html-superflu", ['Le texte voté se lit <a href="https://www.exemple.fr/texte">ici</a>.'])


@faults.of("lien-muet")
def mute_neighbour(draft: Draft, site: Site) -> bool:
    return draft.add(f"Le guide suivant est [ici]({site.other(draft.number).route}).", "lien-muet")

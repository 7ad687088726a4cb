"""HTML that Markdown says better, HTML left open, components that nobody knows or that lack something."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.planting.draft import Draft
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

faults = Faults()


def _blocks(rule: str, *blocks: tuple[Sequence[str], dict[int, str]], claims: tuple[str, ...] = ()) -> None:
    """Take blocks, with what is wrong at which of their lines."""
    for lines, wrong in blocks:

        def plant(draft: Draft, _site: Site, lines: Sequence[str] = lines, wrong: dict[int, str] = wrong) -> bool:
            block = draft.insert("html", lines)
            for number, rules in wrong.items():
                block.lines[number].deserves(*rules.split())
            return True

        faults.append(Fault(rule, lines[0], claims, plant))


faults.sentences(
    "html-superflu",
    "Le délai est d’<b>un mois</b>, pas davantage.",
    "Il faut <strong>une délibération</strong> et une convention.",
    "Le mot <i>quotient</i> a ici un sens précis.",
    "Le texte dit <em>toute personne</em>, sans condition.",
    "Lisez <a href='https://www.exemple.fr/texte'>le texte voté</a> avant de commencer.",
    "Le champ <code>prenoms</code> est une liste.",
    "Première phrase.<br>Seconde phrase.",
    "Première règle.<br/>Seconde règle.",
    "Le <B>code postal</B> est facultatif.",
    "Le délai est d’<STRONG>un mois</STRONG>.",
    "Première règle.<br />Seconde règle.",
    'Voyez <a href="https://www.exemple.fr/texte" title="Le texte">le texte voté</a>.',
)
_blocks(
    "html-superflu",
    (
        ("<ul>", "  <li>le nom de naissance</li>", "  <li>la date de naissance</li>", "</ul>"),
        {0: "html-superflu"},
    ),
    (("<p>Le service ouvre au printemps.</p>",), {0: "html-superflu"}),
    (("<hr>",), {0: "html-superflu"}),
    (("- le <b>nom</b> ;", "- le prénom ;", "- la <i>date</i>."), {0: "html-superflu", 2: "html-superflu"}),
    (("| Pièce | Délai |", "| --- | --- |", "| Avis | <b>un mois</b> |"), {2: "html-superflu"}),
    (("<blockquote>Nous avons gagné du temps.</blockquote>",), {0: "html-superflu"}),
    (("<ol><li>Ouvrir</li><li>Remplir</li></ol>",), {0: "html-superflu"}),
)
_blocks(
    "html-mal-ferme",
    (("<details>", "<summary>Qui est concerné ?</summary>", "", "Toutes les familles."), {0: "html-mal-ferme"}),
    (("<details>", "<summary>Quand ?", "", "À la rentrée.", "", "</details>"), {1: "html-mal-ferme"}),
    (("Le service est ouvert.", "", "</div>"), {2: "html-mal-ferme"}),
    (("<div>", "", "Un mot de la régie.", "", "</section>"), {0: "html-mal-ferme", 4: "html-mal-ferme"}),
    (("Le tarif est <strong>fixé par le conseil.",), {0: "html-superflu html-mal-ferme"}),
    (("Le délai est <em><strong>court</em></strong> pour tous.",), {0: "html-superflu html-mal-ferme"}),
    (("<div class='note'>", "", "Un mot."), {0: "html-mal-ferme"}),
    (("Le service est ouvert.</span>",), {0: "html-mal-ferme"}),
    (("La règle tient en un mot</em> seulement.",), {0: "html-mal-ferme"}),
    (("Le prix au m<sup>2 est fixé par le conseil.",), {0: "html-mal-ferme"}),
    claims=("open",),
)
_blocks(
    "composant-inconnu",
    (('<Bouton href="https://www.exemple.fr/demande">Faire une demande</Bouton>',), {0: "composant-inconnu"}),
    (('<Buton href="https://www.exemple.fr/demande">Faire une demande</Buton>',), {0: "composant-inconnu"}),
    (('<ListeEditeurs cas="ccas" />',), {0: "composant-inconnu"}),
    (("<Tabs>", "", "Le service.", "", "</Tabs>"), {0: "composant-inconnu"}),
    (("<Youtube id='abc'/>",), {0: "composant-inconnu"}),
    (("- <Icone nom='fleche' /> le nom ;", "- le prénom."), {0: "composant-inconnu"}),
    (("<Alerte>", "", "Le service ferme en août.", "", "</Alerte>"), {0: "composant-inconnu"}),
    (("<Accordion title='Qui est concerné ?'>", "Toutes les familles.", "</Accordion>"), {0: "composant-inconnu"}),
    (("Voyez la carte : <Carte commune='Valclair' />",), {0: "composant-inconnu"}),
)
_blocks(
    "composant-mal-forme",
    (('<Button href="https://www.exemple.fr/demande">Faire une demande',), {0: "composant-mal-forme"}),
    (("<Button>Faire une demande</Button>",), {0: "composant-mal-forme"}),
    (
        ('<Button href="https://www.exemple.fr/demande" couleur="bleu">Faire une demande</Button>',),
        {0: "composant-mal-forme"},
    ),
    (('<Button url="https://www.exemple.fr/demande">Faire une demande</Button>',), {0: "composant-mal-forme"}),
    (('<Quote title="maire">', "Nous gagnons du temps.", "</Quote>"), {0: "composant-mal-forme"}),
    (('<Quote who="La mairie">', "Nous gagnons du temps."), {0: "composant-mal-forme"}),
    (("Le formulaire est en ligne.", "</Button>"), {1: "composant-mal-forme"}),
    (("<Editors cas='ccas' />",), {0: "composant-mal-forme"}),
    (("<Quote>", "Nous gagnons du temps.", "</Quote>"), {0: "composant-mal-forme"}),
    (("Nous gagnons du temps.", "</Quote>"), {1: "composant-mal-forme"}),
    (('<Quote who="La mairie" photo="maire">', "Nous gagnons du temps.", "</Quote>"), {0: "composant-mal-forme"}),
    claims=("open",),
)

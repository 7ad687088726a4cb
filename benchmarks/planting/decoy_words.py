"""What looks like a defect in a text and is none: each has a reason, and a rule that it tempts."""

from __future__ import annotations

from benchmarks.planting.faults import Faults
from benchmarks.planting.lures import in_a_block, in_a_sentence
from benchmarks.planting.sound import DATAPASS

decoys = Faults()

in_a_sentence(
    decoys,
    "typographie",
    "Le guichet ouvre à 10:30 et ferme à 16:45.",
    "Le plan est au format 16:9.",
    'Le champ `"nom"` est une chaîne, suivie de `...` dans l’exemple.',
    "La requête `GET /quotient?annee=2024&mois=3` suffit.",
    "Rendez-vous sur <https://www.exemple.fr/page?annee=2024>.",
    "La cantine, l’étude, le centre de loisirs, etc.",
    "Le dossier avance…",
    "C’est-à-dire : rien n’est conservé.",
    "M. le maire et Mme Dupont-Exemple signent (art. 3, al. 2).",
    "Vraiment ? Oui !",
    "Le texte prévoit […] un délai de deux mois.",
    "Aujourd'hui, l’usager n'a rien à fournir.",
    "Écrivez `nom:prenom` sans espace ; le champ `!important` est ignoré.",
    "Le tarif est de 3,50 € par repas, 1 000 € au plus.",
    "Le code est `etc..` dans la table.",
)
in_a_sentence(
    decoys,
    "lien-http",
    "En local, le service répond sur `http://localhost:8000`.",
    "Remplacez `http://` par `https://` dans la configuration.",
    "L’espace de noms est `http://www.w3.org/2000/svg`.",
    "Voyez [le site](https://www.exemple.fr/?retour=http%3A%2F%2Fexemple.fr).",
)
in_a_sentence(
    decoys,
    "lien-sans-adresse",
    "Le produit se nomme `www.portail` dans l’annuaire.",
    "Écrivez à <regie@exemple.fr> ou à [la régie](mailto:regie@exemple.fr).",
    "Appelez [le standard](tel:+33100000000).",
    "Voyez [www.exemple.fr](https://www.exemple.fr).",
    "Le fichier `[site](www.exemple.fr)` est un exemple à corriger.",
)
in_a_sentence(
    decoys,
    "lien-muet",
    "L’équipe tient à jour [ici une liste de prérequis techniques](https://www.exemple.fr/prerequis).",
    "Voyez [le lien entre les deux règles](https://www.exemple.fr/regles).",
    "Le formulaire se trouve ici, au guichet de la mairie.",
    "Voyez [mairie.exemple.fr](https://mairie.exemple.fr), le site de la mairie.",
)
in_a_sentence(
    decoys,
    "lien-externe-vide",
    "Le texte `[formulaire]()` attend son adresse.",
    "Cochez la case [x] puis la case [ ] du modèle.",
    "Voyez [l’article](https://www.legifrance.gouv.fr/loda/id/JORFTEXT000027697207/#:~:text=Dans%20les,dont%20ils).",
    "La fonction `appel[0]()` est décrite plus loin.",
)
in_a_sentence(
    decoys,
    "html-superflu",
    "Le prix au m<sup>2</sup> est fixé par le conseil.",
    "Appuyez sur <kbd>Entrée</kbd> pour valider.",
    'Le <abbr title="quotient familial">QF</abbr> est arrondi.',
    "La balise `<b>` n’est plus utile.",
    "Si le quotient est < 800, le tarif baisse ; s’il est > 1200, il monte.",
    '<a id="tarifs"></a>Les tarifs sont votés chaque année.',
    "Une note <!-- <b>à revoir</b> --> complète le texte.",
    "La formule est 3 < 5 et 5 > 3.",
)
in_a_block(
    decoys,
    "html-superflu",
    (
        "<details>",
        "<summary>Quelle est la mission du service ?</summary>",
        "",
        "Il instruit les demandes.",
        "",
        "</details>",
    ),
    ("| Service | Jours |", "| --- | --- |", "| Enfance | lundi<br>jeudi |", "| Social | mardi |"),
    (
        "<table>",
        '<tr><th rowspan="2">Service</th><th>Lundi</th></tr>',
        "<tr><td>ouvert</td></tr>",
        "</table>",
    ),
    ("```html", '<a href="http://www.exemple.fr">un lien</a>', "<b>gras</b>", "```"),
    ("    <b>du code en retrait</b>", '    <a href="http://exemple.fr">lien</a>'),
    ("<!--", "<ul><li>ancienne liste</li></ul>", "[ici](http://www.exemple.fr)", "-->"),
    ("~~~", "<Bouton>code</Bouton>", '"guillemets" et ...', "~~~"),
    ('<video controls src="https://www.exemple.fr/film.mp4"></video>',),
)
in_a_block(
    decoys,
    "html-mal-ferme",
    ("Un saut dans un tableau :", "", "| a | b |", "| --- | --- |", "| un<br>deux | trois |"),
    ("```", "<details>", "<div>", "```"),
    ("Le type `List<String>` et la balise `<section>` sont du code.",),
    ("<details open>", "<summary>Et ensuite ?</summary>", "", "La demande est **instruite**.", "", "</details>"),
)
in_a_block(
    decoys,
    "tableau-bancal",
    ("| Champ | Exemple |", "| --- | --- |", r"| choix | oui \| non |", "| année | 2024 |"),
    ("Champ | Exemple", "--- | ---", "choix | oui", "année | 2024"),
    ("```", "| a | b |", "| --- | --- |", "| un |", "```"),
    ("| Champ | Exemple |", "|:-----|------:|", "| nom | |", "| | vide |"),
    ("La commande `a | b | c` enchaîne trois programmes.",),
)
in_a_block(
    decoys,
    "composant-inconnu",
    ("```jsx", "<Bouton href='x'>Voir</Bouton>", "<Carte />", "```"),
    ('Le composant `<Carte commune="Valclair" />` n’existe plus.',),
    ("Écrivez à <https://www.exemple.fr/contact> ou à <accueil@exemple.fr>.",),
)
in_a_block(
    decoys,
    "composant-mal-forme",
    ("<Button href='https://www.exemple.fr/demande'>Faire une demande</Button>",),
    ('<Quote who="La mairie" title="maire" link="https://www.exemple.fr/avis">', "Nous gagnons du temps.", "</Quote>"),
    ("<Quote", '  who="La mairie"', '  title="adjointe"', ">", "Nous gagnons du temps.", "</Quote>"),
    ("La balise `</Quote>` ferme une citation.",),
)
in_a_block(
    decoys,
    "image-absente",
    ("![Un logo](https://www.exemple.fr/logo.png)",),
    ("![Un point](data:image/gif;base64,R0lGODlhAQABAAAAACw=)",),
    ("```markdown", "![Un schéma](/images/absente.png)", "```"),
    ("![La mairie](/images/mairie.png)",),
    ('<Quote who="La mairie" logo="/images/mairie.png">', "Nous gagnons du temps.", "</Quote>"),
    ('![La mairie](/images/mairie.png "Un titre")',),
)
in_a_sentence(
    decoys,
    "caractere-invisible",
    "Le tarif\u00a0: 3\u202f€ par repas\u00a0; il est voté en juin.",
    "Un pictogramme ⚙️ signale les réglages, 👩‍💻 les développements, 🇫🇷 le français.",
    "La mention «\u202fcadre juridique\u202f» est obligatoire\u202f!",
)
in_a_sentence(
    decoys,
    "mojibake",
    "Le nom « Åsa » et le nom « François-Noël Ôzanne » passent sans encombre.",
    "La devise est « Liberté, Égalité, Fraternité » ; le sigle © reste seul.",
    "Le signe √ désigne une racine, le signe ≠ une différence.",
    "« À Paris » commence par une majuscule accentuée, « NOËL » en a une au milieu.",
)
in_a_sentence(
    decoys,
    "datapass-recette",
    f"L’essai se demande [à part]({DATAPASS}/formulaires/api-impot-particulier-sandbox/demande/nouveau).",
    "L’adresse `https://staging.datapass.api.gouv.fr` n’est pas pour vous.",
)
in_a_sentence(
    decoys,
    "datapass-ancien",
    f"Ouvrez [une demande libre]({DATAPASS}/demandes/api-particulier/nouveau).",
    f"Pour les entreprises, ouvrez [une autre demande]({DATAPASS}/demandes/api-entreprise/nouveau).",
    f"Pour qui n’a pas d’éditeur, il y a [le formulaire de collecte]({DATAPASS}/demandes/formulaire-qf/nouveau).",
    f"L’ancienne adresse était `{DATAPASS}/api-particulier?demarche=ccas`.",
    f"Ouvrez [une demande préremplie]({DATAPASS}/formulaires/api-particulier/demande/nouveau?intitule=Aides).",
)

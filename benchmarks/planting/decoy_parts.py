"""What looks like a defect in a header, a heading or a list of links and is none."""

from __future__ import annotations

from benchmarks.planting import words
from benchmarks.planting.draft import Block, Draft, Line
from benchmarks.planting.faults import Faults
from benchmarks.planting.lures import in_a_block, in_the_header
from benchmarks.planting.site import Site
from benchmarks.planting.sound import DATAPASS

from guides_api.catalogue.fields import slugified

decoys = Faults()


@decoys.of("datapass-autre-cas")
def several_use_cases(draft: Draft, site: Site) -> bool:
    """In a guide that is about no use case, links to the forms of several."""
    if draft.use_case:
        return False
    chosen = draft.rng.sample(site.use_cases, 3)
    items = [f"- [{one.name}]({DATAPASS}/demandes/{one.bundle}/nouveau?use_case={one.datapass})" for one in chosen]
    for line in draft.insert("list", items).lines:
        line.decoys.append("datapass-autre-cas")
    return True


@decoys.of("datapass-autre-cas")
def other_form_of_the_same(draft: Draft, site: Site) -> bool:
    own = next((one for one in site.use_cases if one.id == draft.use_case), None)
    if own is None:
        return False
    address = f"{DATAPASS}/formulaires/{own.forms[-1]}/demande/nouveau"
    draft.insert("component", [f'<Button href="{address}">Remplir une demande</Button>']).lines[0].decoys.append(
        "datapass-autre-cas"
    )
    return True


in_the_header(
    decoys,
    "commentaire-contredit",
    "flags",
    "publish",
    "publish: true # visible",
    "publish: false # masqué pour l'instant",
    "publish: false # this page will not appear on /guides page",
    "publish: true # relu le 3 mars par le service juridique",
    "publish: false # ne pas publier avant la relecture",
    "publish: true # n'est plus masqué",
    "publish: false # brouillon",
)
in_the_header(
    decoys,
    "commentaire-contredit",
    "flags",
    "noindex",
    "noindex: true # pas dans les moteurs de recherche",
    "noindex: true # this page won't appear on Google",
    "noindex: false # indexée",
    "noindex: false # visible sur Google",
)
in_the_header(
    decoys,
    "valeur-nulle",
    "api",
    "api",
    "api:",
    "api: # vide : le guide n'est sur aucune page d'API",
    "api: []",
    "api: ~ # aucune",
)
in_the_header(
    decoys,
    "valeur-type",
    "title",
    "title",
    'title: "2024"',
    "title: 2024, l'année du service",
    "title: Oui à la simplification",
    "title: 'L''accès aux données : pas à pas'",
    "title: >-\n  Un titre sur\n  deux lignes",
)
in_the_header(
    decoys,
    "tags-en-texte",
    "tags",
    "tags",
    "tags: [cantine scolaire, bourses]",
    "tags: [\n  bourses,\n  jetons,\n  ]",
    "tags:\n- bourses\n- archives",
    "tags: [\"bourses\", 'jetons']",
)


@decoys.of("tag-ressemblant", "tags")
def lone_tag(draft: Draft, site: Site) -> bool:
    """A word that is used once, and that resembles none but is near some."""
    if not site.lone or "tags" not in draft.header:
        return False
    tags = [draft.rng.choice(words.TAGS), site.lone.pop()]
    draft.header["tags"] = [Line("tags:"), *(Line(f"  - {tag}", decoys=["tag-ressemblant"]) for tag in tags)]
    return True


@decoys.of("api-inconnue", "api")
def quoted_titles(draft: Draft, site: Site) -> bool:
    if "api" not in draft.header:
        return False
    chosen = draft.rng.sample(sorted(site.apis), 2)
    draft.header["api"] = [Line("api:"), Line(f'  - "{chosen[0]}"'), Line(f"  - {chosen[1]} # vu en comité")]
    return True


@decoys.of("ancre-inconnue", "headings")
def right_anchors(draft: Draft, _site: Site) -> bool:
    """Anchors without accents, with a hyphen for each apostrophe: what the site makes of a heading."""
    anchors = [slugified(block.lines[0].text.lstrip("# ")) for block in draft.headings(2, 3)]
    one, other = draft.rng.sample(anchors, 2)
    line = draft.prose()
    if line is None:
        return False
    line.text += f" Voyez [plus haut](#{one}) et [plus bas](#{other}) ; tout commence [en haut](#top)."
    line.decoys.append("ancre-inconnue")
    return True


@decoys.of("ancre-inconnue", "headings")
def own_anchors(draft: Draft, _site: Site) -> bool:
    heading = draft.rng.choice(draft.headings(2, 3)).lines[0]
    line = draft.prose()
    if line is None:
        return False
    heading.text += " {#ma-partie}"
    line.text += ' <span id="repere"></span>Voyez [cette partie](#ma-partie) et [ce passage](#repere).'
    line.decoys.append("ancre-inconnue")
    return True


@decoys.of("ancre-inconnue", "headings")
def repeated_heading(draft: Draft, _site: Site) -> bool:
    twins = [Block("heading", [Line("## Un exemple", decoys=["ancre-inconnue"])], level=2) for _ in range(2)]
    ends = [Block("prose", [Line(draft.say("Le service a ouvert en mars."))], free=False) for _ in range(2)]
    draft.body += [twins[0], ends[0], twins[1], ends[1]]
    line = draft.prose()
    if line is not None:
        line.text += " Voyez [un exemple](#un-exemple) puis [un autre](#un-exemple-2)."
        line.decoys.append("ancre-inconnue")
    return True


@decoys.of("sommaire-a-la-main", "headings")
def two_places(draft: Draft, _site: Site) -> bool:
    first, second = (slugified(block.lines[0].text.lstrip("# ")) for block in draft.headings(2)[:2])
    for line in draft.insert("list", [f"- [revoir le début](#{first}) ;", f"- [revoir la suite](#{second})."]).lines:
        line.decoys.append("sommaire-a-la-main")
    return True


@decoys.of("sommaire-a-la-main", "headings", "contents")
def contents_of_a_file(draft: Draft, _site: Site) -> bool:
    """A part about the contents of a file, with no link in it."""
    part = ["## Le sommaire de la demande", "- le nom du service ;", "- la règle ;", "- les données."]
    draft.body.append(Block("heading", [Line(part[0], decoys=["sommaire-a-la-main"])], level=2))
    draft.body.append(Block("prose", [Line("La demande comporte trois parties.")], free=False))
    draft.body.append(Block("list", [Line(text) for text in part[1:]]))
    return True


in_a_block(
    decoys,
    "sommaire-a-la-main",
    (
        "- [le catalogue](https://particulier.api.gouv.fr/catalogue) ;",
        "- [le code](https://www.legifrance.gouv.fr/) ;",
        "- [l’annuaire](https://annuaire-entreprises.data.gouv.fr).",
    ),
    ("```markdown", "## Sommaire", "- [Une partie](#une-partie)", "- [Deux](#deux)", "- [Trois](#trois)", "```"),
)
in_a_block(
    decoys,
    "titre-h1",
    ("```bash", "# installe le service", "make", "```"),
    ("    # un commentaire de code en retrait",),
    ("Le mot-dièse #service est suivi, le no #1 aussi.",),
    ("```", "Titre", "=====", "#### Trop bas", "```"),
)
in_a_block(
    decoys,
    "tableau-editeurs-repete",
    ("| Service | Téléphone |", "| --- | --- |", "| Accueil | 01 00 00 00 00 |", "| Régie | 01 00 00 00 01 |"),
    ("| Données | Administration |", "| --- | --- |", "| Quotient familial | CAF |", "| Bourse | Crous |"),
    kind="table",
)


@decoys.of("lien-casse")
def links_in_every_way(draft: Draft, site: Site) -> bool:
    """Right links, as many ways as people have."""
    plan, climbs = site.other(draft.number), "../" * draft.path.count("/")
    slug = site.apis[draft.rng.choice(sorted(site.apis))]
    ways = [
        f"[le guide]({plan.route}/)",
        f"[le guide]({plan.route}.html)",
        f"[le guide]({plan.route}?vue=liste)",
        f'[le guide]({climbs}{plan.path} "Un autre guide")',
        f"[le guide](<{climbs}{plan.path}>)",
        "[l’accueil](/)",
        f"[la fiche](/les-api/{slug}/)",
        f"[la fiche]({climbs}api/{slug}.md)",
        "[le code `[a](b.md)`](https://www.exemple.fr/code)",
        "[un modèle](/docs/mod%C3%A8le%20type.txt)",
        "[le plan](/images/carte.png)",
    ]
    chosen = draft.rng.sample(ways, 3)
    line = draft.prose()
    if line is None:
        return False
    line.text += f" Voyez {chosen[0]}, {chosen[1]} ou {chosen[2]}."
    line.decoys.append("lien-casse")
    return True


@decoys.of("encodage", "bytes")
def windows_ends_of_lines(draft: Draft, _site: Site) -> bool:
    draft.style.newline = "\r\n"
    return True

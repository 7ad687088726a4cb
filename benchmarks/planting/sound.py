"""Guides in which there is nothing to find: what a careful administration would publish."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.planting import pictures, words
from benchmarks.planting.draft import Block, Draft, Line, Style
from benchmarks.planting.site import COVERS, Plan, Site

DATAPASS = "https://datapass.api.gouv.fr"
_LISTED = (
    "le nom de naissance et les prénoms ;",
    "la date de naissance, jour, mois, année ;",
    "le numéro d'allocataire, s'il est connu ;",
    "la commune de résidence ;",
    "le nombre de parts du foyer ;",
    "le statut de l'élève ;",
    "l'année scolaire concernée.",
)
_FLAGS = (
    ["noindex: false # this page will appear on Google", "publish: true # this page will appear on /guides page"],
    ["noindex: false", "publish: true"],
    ["noindex: false # la page paraît dans les moteurs de recherche", "publish: true # visible dans la liste"],
    ["publish: true"],
)


def sound(plan: Plan, site: Site, rng: random.Random) -> Draft:
    """Return a guide without a fault."""
    style = Style(rng.choice("'’"), rng.choice((" ", " ", "\u00a0", "\u202f")), rng.choice(("\n",) * 9 + ("\r\n",)))
    header = _post_header(plan, rng, style) if plan.post else _header(plan, rng, style)
    draft = Draft(plan.path, plan.number, rng, style, header, [], use_case=plan.use_case.id if plan.use_case else "")
    draft.body = [*_opening(draft), *_sections(draft)]
    _link(draft, plan, site)
    if plan.rows:
        _editors(draft, plan)
    if plan.use_case:
        address = rng.choice(
            (
                f"{DATAPASS}/demandes/{plan.use_case.bundle}/nouveau?use_case={plan.use_case.datapass}",
                f"{DATAPASS}/formulaires/{plan.use_case.forms[0]}/demande/nouveau",
            )
        )
        draft.insert("component", [f'<Button href="{address}">Remplir une demande</Button>'])
    _show(draft, site)
    return draft


def sentence(rng: random.Random) -> str:
    """Return a sentence, whatever it speaks of."""
    return rng.choice(words.SENTENCES).format(
        service=rng.choice(words.SERVICES), piece=rng.choice(words.PIECES), public=rng.choice(words.PUBLICS)
    )


def quoted(value: str) -> str:
    """Return a value as YAML needs it."""
    return f'"{value}"' if ":" in value or "#" in value else value


def _header(plan: Plan, rng: random.Random, style: Style) -> dict[str, list[Line]]:
    tagline = rng.choice(words.TAGLINES).format(
        service=rng.choice(words.SERVICES), piece=rng.choice(words.PIECES), public=rng.choice(words.PUBLICS)
    )
    header = {
        "title": [Line(f"title: {quoted(style.typed(plan.title))}")],
        "tagline": [Line(f"tagline: {style.typed(tagline)}")],
        "tags": _listed("tags", plan.tags, flow=rng.random() < 0.3),
        "image": [Line(f"image: {rng.choice(COVERS)}")],
    }
    for text in rng.choice(_FLAGS):
        header[text.split(":")[0]] = [Line(text)]
    empty = rng.choice(("api: # empty = this page wont appear in an API page", "api:", "api: []"))
    header["api"] = _listed("api", plan.apis, flow=False) if plan.apis else [Line(empty)]
    return header


def _post_header(plan: Plan, rng: random.Random, style: Style) -> dict[str, list[Line]]:
    day = "-".join(plan.path.split("/")[1].split("-")[:3])
    date = rng.choice((day, f"{day}T10:16:39.711Z", f'"{day}"', f"{day} 10:16:39 +0200"))
    excerpt = [Line(f"  {style.typed(sentence(rng))}") for _ in range(2)]
    return {
        "layout": [Line("layout: post")],
        "title": [Line(f"title: {quoted(style.typed(plan.title))}")],
        "date": [Line(f"date: {date}")],
        "categories": [Line("categories: services")],
        "tags": _listed("tags", plan.tags, flow=rng.random() < 0.5),
        "image": [Line(f"image: /images/{rng.choice(COVERS)}")],
        "excerpt": [Line("excerpt: >-"), *excerpt],
    }


def _listed(key: str, values: tuple[str, ...], *, flow: bool) -> list[Line]:
    if flow:
        return [Line(f"{key}: [{', '.join(values)}]")]
    return [Line(f"{key}:"), *(Line(f"  - {value}") for value in values)]


def _opening(draft: Draft) -> Iterator[Block]:
    yield _paragraph(draft)
    yield _paragraph(draft)


def _paragraph(draft: Draft) -> Block:
    rng = draft.rng
    chosen = [draft.say(sentence(rng)) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.2:
        chosen[0] = f"**{chosen[0]}**"
    return Block("prose", [Line(" ".join(chosen))])


def _sections(draft: Draft) -> Iterator[Block]:
    rng = draft.rng
    smaller = rng.sample(words.SUBHEADINGS, len(words.SUBHEADINGS))
    for heading in rng.sample(words.HEADINGS, rng.randint(4, 6)):
        yield _heading(draft, heading, 2)
        for _ in range(rng.randint(2, 3)):
            yield _paragraph(draft)
        if rng.random() < 0.5:
            yield _richer(draft)
        for _ in range(rng.choice((0, 0, 1, 2)) if smaller else 0):
            if smaller:
                yield _heading(draft, smaller.pop(), 3)
                yield _paragraph(draft)
                yield _paragraph(draft)


def _heading(draft: Draft, heading: str, level: int) -> Block:
    return Block("heading", [Line(f"{'#' * level} {draft.say(heading)}")], level=level)


def _richer(draft: Draft) -> Block:
    rng = draft.rng
    chosen = [*rng.sample(_LISTED[:-1], rng.randint(2, 5)), _LISTED[-1]]
    match rng.choice(("list", "steps", "table", "code", "quote")):
        case "list":
            return Block("list", [Line(f"- {draft.say(item)}") for item in chosen])
        case "steps":
            return Block("list", [Line(f"{number}. {draft.say(item)}") for number, item in enumerate(chosen, 1)])
        case "table":
            rows = [f"| {draft.say(item.rstrip(' ;.'))} | {rng.choice(words.SERVICES)} | oui |" for item in chosen]
            return Block(
                "table", [Line(text) for text in ("| Donnée | Service | Utile |", "| --- | --- | --- |", *rows)]
            )
        case "code":
            code = ("```json", "{", '  "quotient": 820,', f'  "annee": "{rng.randint(2018, 2026)}"', "}", "```")
            return Block("code", [Line(text) for text in code])
        case _:
            return Block(
                "quote", [Line(f"> {draft.say(sentence(rng))}"), Line(">"), Line(f"> {draft.say(sentence(rng))}")]
            )


def _link(draft: Draft, plan: Plan, site: Site) -> None:
    rng, other = draft.rng, site.other(plan.number)
    climbs = "../" * (plan.path.count("/"))
    slug = site.apis[rng.choice(sorted(site.apis))]
    for text in rng.sample(
        (
            f"Voyez aussi [le guide voisin]({climbs}{other.path}).",
            f"Voyez aussi [le guide d'une autre commune]({other.route}).",
            f"La fiche de [cette API](/les-api/{slug}) dit ce qu'elle délivre.",
            "Le texte est [sur Légifrance](https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045213315).",
            "Écrivez à [l'équipe du projet](mailto:projet@exemple.fr) ou à <projet@exemple.fr>.",
            "Le [catalogue](https://particulier.api.gouv.fr/catalogue) donne la liste complète.",
        ),
        3,
    ):
        draft.add(draft.say(text))
    for block in draft.body:
        block.free = block.kind == "prose"


def _editors(draft: Draft, plan: Plan) -> None:
    label = draft.rng.choice(("Nom de la solution", "Logiciel", "Solution"))
    texts = [f"| Éditeur | {label} |", "| --- | --- |", *(f"| {editor} | {name} |" for editor, name in plan.rows)]
    draft.insert("editors", texts)


def _show(draft: Draft, site: Site) -> None:
    """Refer to the pictures and papers that are this guide's own."""
    number = draft.number
    if number % 4 == 0:
        name = f"/images/figures/figure-{number:05}.png"
        site.files[f"public{name}"] = pictures.png(draft.rng.randint(20, 900), 300)
        draft.insert("picture", [f"![Schéma des échanges entre la mairie et l{draft.style.apostrophe}État]({name})"])
    if number % 10 == 3:
        name = f"/docs/modele-{number:05}.txt"
        site.files[f"public{name}"] = b"Un texte d'exemple.\n"
        draft.insert("prose", [f"Un [exemple de texte]({name}) se trouve avec ce guide."])

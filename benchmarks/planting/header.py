"""What goes wrong in a header, between its two fences."""

from __future__ import annotations

from benchmarks.planting.draft import Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

faults = Faults()


def _replaced(rule: str, claim: str, key: str, values: tuple[str, ...], *, posts: bool = False) -> None:
    """Take values that a key should not have."""
    for value in values:

        def plant(draft: Draft, _site: Site, value: str = value) -> bool:
            if key not in draft.header or ("layout" in draft.header) != posts:
                return False
            first, *others = f"{key}:{value}".split("\n")
            draft.header[key] = [Line(first), *map(Line, others)]
            draft.header[key][0].deserves(rule)
            return True

        faults.append(Fault(rule, f"{key}:{value}", (claim,), plant))


def _added(rule: str, claim: str, *lines: str) -> None:
    """Take keys that are none of ours, wherever they stand in the header."""
    for text in lines:

        def plant(draft: Draft, _site: Site, text: str = text) -> bool:
            if not draft.header or "layout" in draft.header:
                return False
            entries = list(draft.header.items())
            line = Line(text)
            line.deserves(rule)
            entries.insert(draft.rng.randint(1, len(entries)), (text, [line]))
            draft.header = dict(entries)
            return True

        faults.append(Fault(rule, text, (claim,), plant))


def _renamed(draft: Draft, key: str, name: str) -> bool:
    line = draft.key(key)
    if line is None or "layout" in draft.header:
        return False
    line.text = line.text.replace(key, name, 1)
    line.deserves("cle-inconnue")
    return True


_replaced("valeur-nulle", "title", "title", ("", " null", " ~"))
_replaced("valeur-nulle", "tagline", "tagline", ("", " ~", " # à compléter", " Null"))
_replaced("valeur-nulle", "tags", "tags", ("", " null"))
_replaced("valeur-nulle", "image", "image", ("", " ~", " # pas encore choisie"))
_replaced("valeur-type", "title", "title", (" 2024", " [Les aides, le guide]", " true", " 12.5"))
_replaced(
    "valeur-type", "tagline", "tagline", ("\n  - une phrase\n  - une autre phrase", " 12", "\n  texte: une phrase")
)
_replaced("valeur-type", "flags", "publish", (" oui", " vrai", ' "false"', " 1", " 'oui'", " plus tard"))
_replaced("valeur-type", "flags", "noindex", (' "true"', " jamais", " 0"))
_replaced("valeur-type", "tags", "tags", (" 2024", "\n  theme: aides", " true"))
_replaced("valeur-type", "image", "image", (" 3", "\n  - dossier.png", " [dossier.png]"))
_replaced(
    "date-invalide",
    "date",
    "date",
    (
        " 31/12/2023",
        " 2023-02-30",
        " 12 mars 2024",
        " 2024-13-01",
        " hier",
        ' "2025-06-31"',
        " 18-10-2018",
        " 2023-09-1O",
        " 2023-00-10",
        " le 3 mai",
        " 03/05/24",
        " 2023-11",
    ),
    posts=True,
)
_replaced(
    "commentaire-contredit",
    "flags",
    "publish",
    (
        " false # this page will appear on /guides page",
        " true # cette page n'apparaîtra pas dans la liste des guides",
        " false # visible dans la liste",
        " true # masqué",
        " true # this page will not appear on /guides page",
        " false # le guide est publié",
        " false # affiché sur la page des guides",
        " true # caché pour l'instant",
        " true # not on the /guides page",
    ),
)
_replaced(
    "commentaire-contredit",
    "flags",
    "noindex",
    (
        " true # this page will appear on Google",
        " false # cette page ne sera pas indexée",
        " true # la page paraît dans les moteurs de recherche",
        " false # this page won't appear on Google",
        " false # non indexé",
        " true # référencé par les moteurs de recherche",
    ),
)
_added(
    "cle-inconnue",
    "unknown",
    "couleur: bleu",
    "sommaire: oui",
    "relecteur: Camille",
    "noindexe: false",
    "tag: aides",
    "apis: API Particulier",
    "images: dossier.png",
    "no_index: false",
    "auteur: Le service enfance",
    "publie: true",
    "mis-a-jour: en mars",
)
_added("cle-inconnue", "title", "titre: Un autre titre")
_added("cle-inconnue", "tagline", "tagligne: Une phrase", "sous-titre: Une autre phrase")


@faults.of("cle-inconnue", "title", "unknown")
def tittle(draft: Draft, _site: Site) -> bool:
    return _renamed(draft, "title", "tittle")


@faults.of("cle-inconnue", "tagline", "unknown")
def taglin(draft: Draft, _site: Site) -> bool:
    return _renamed(draft, "tagline", "taglin")


@faults.of("cle-inconnue", "flags", "unknown")
def publsih(draft: Draft, _site: Site) -> bool:
    return _renamed(draft, "publish", "publsih")


@faults.of("cle-inconnue", "image", "unknown")
def capital(draft: Draft, _site: Site) -> bool:
    return _renamed(draft, "image", "imgae")


def _dropped(draft: Draft, key: str, left: tuple[str, ...] = ()) -> bool:
    if key not in draft.header:
        return False
    entries = list(draft.header.items())
    place = [name for name, _ in entries].index(key)
    entries[place : place + 1] = [(text, [Line(text)]) for text in left]
    draft.header = dict(entries)
    draft.opening.deserves("cle-manquante")
    return True


@faults.of("cle-manquante", "title")
def without_title(draft: Draft, _site: Site) -> bool:
    return _dropped(draft, "title")


@faults.of("cle-manquante", "tagline")
def without_tagline(draft: Draft, _site: Site) -> bool:
    return _dropped(draft, "tagline")


@faults.of("cle-manquante", "title")
def title_commented_out(draft: Draft, _site: Site) -> bool:
    return _dropped(draft, "title", ("# title: à choisir",))


@faults.of("cle-manquante", "tagline")
def tagline_commented_out(draft: Draft, _site: Site) -> bool:
    return _dropped(draft, "tagline", ("# tagline: une phrase qui reste à écrire",))


def _repeated(key: str, claim: str, value: str) -> None:
    """Take a key that is there already, further down."""

    def plant(draft: Draft, _site: Site) -> bool:
        if key not in draft.header:
            return False
        first, *others = f"{key}: {value}".split("\n")
        again = Line(first)
        again.deserves("cle-en-double")
        draft.header[f"{key} again"] = [again, *map(Line, others)]
        return True

    faults.append(Fault("cle-en-double", f"{key}: {value}", (claim,), plant))


_repeated("title", "title", "Un autre titre")
_repeated("tagline", "tagline", "Une autre phrase, restée d'une version plus ancienne de ce guide.")
_repeated("image", "image", "bus.png")
_repeated("publish", "flags", "true")
_repeated("tags", "tags", "\n  - archives\n  - jetons")

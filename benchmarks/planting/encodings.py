"""What happens to a text on its way from one machine to another, and what a keyboard slips into it."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.planting.draft import Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

faults = Faults()

# What Windows-1252 leaves undefined, programs read as the control of the same number.
_HOLES = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def misread(text: str, codec: str) -> str:
    """Return text whose UTF-8 was read in another encoding."""
    return "".join(
        _HOLES.get(byte) or bytes([byte]).decode(codec) if codec == "cp1252" else bytes([byte]).decode(codec)
        for byte in text.encode()
    )


def _garbled(*codecs: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, _site: Site) -> bool:
        for line in draft.lines():
            line.text, before = _all(line.text, codecs), line.text
            if line.text != before:
                line.deserves("mojibake", kind="file")
        return True

    return plant


def _garbled_paragraph(*codecs: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, _site: Site) -> bool:
        line = draft.prose()
        if line is None or sum(not sign.isascii() for sign in line.text) < 3:
            return False
        line.text = _all(line.text, codecs)
        line.deserves("mojibake", kind="file")
        return True

    return plant


def _garbled_words(*words: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, _site: Site) -> bool:
        return draft.add(draft.rng.choice(words), "mojibake")

    return plant


def _all(text: str, codecs: tuple[str, ...]) -> str:
    for codec in codecs:
        text = misread(text, codec)
    return text


_ONE = (
    "La mairie a reÃ§u votre demande.",
    "Le prÃ©nom et la date de naissance suffisent.",
    "La dÃ©libÃ©ration cite les tarifs.",
    "L‚Äôagent voit la r√©ponse aussit√¥t.",
    "Le quotient est arrondi \ufffd l’euro le plus proche.",
    "Lâ€™agent lit la rÃ©ponse.",
    "Le nÂ° de dossier suffit.",
    "Le guichet est ouvert Ã\u00a0 tous.",
    "Câ€™est Ã§a.",
)
for _name, _plant in (
    ("mac roman", _garbled("mac_roman")),
    ("windows", _garbled("cp1252")),
    ("latin-1", _garbled("latin-1")),
    ("deux fois", _garbled("cp1252", "cp1252")),
    ("mac roman, un paragraphe", _garbled_paragraph("mac_roman")),
    ("windows, un paragraphe", _garbled_paragraph("cp1252")),
    ("deux fois, un paragraphe", _garbled_paragraph("cp1252", "cp1252")),
    ("quelques mots", _garbled_words(*_ONE)),
):
    faults.append(Fault("mojibake", _name, ("bytes",), _plant))


def _encoded(codec: str) -> Callable[[Draft, Site], bool]:
    def plant(draft: Draft, _site: Site) -> bool:
        lines = draft.lines()
        try:
            raw = [line.text.encode(codec) for line in lines]
        except UnicodeError:
            return False
        strange = next((line for line, written in zip(lines, raw, strict=True) if not written.isascii()), None)
        if strange is None:
            return False
        strange.deserves("encodage")
        draft.codec = codec
        return True

    return plant


for _codec in ("cp1252", "mac_roman", "iso-8859-15"):
    faults.append(Fault("encodage", _codec, ("bytes", "late"), _encoded(_codec)))


@faults.of("encodage", "bytes", "late")
def wide(draft: Draft, _site: Site) -> bool:
    draft.codec = draft.rng.choice(("utf-16-le", "utf-16-be"))
    draft.lines()[0].deserves("encodage")
    return True


@faults.of("encodage", "bytes")
def pasted_paragraph(draft: Draft, _site: Site) -> bool:
    line = draft.prose()
    if line is None or line.text.isascii():
        return False
    try:
        line.text.encode("cp1252")
    except UnicodeError:
        return False
    line.deserves("encodage")
    draft.pasted = line
    return True


_INVISIBLE = {
    "espace sans chasse": "La dé\u200blibération est jointe à la demande.",
    "trait d'union conditionnel": "Le quo\u00adtient familial sert au calcul.",
    "marque d'ordre": "Le service est \ufeffouvert à tous.",
    "marque de sens": "Écrivez à la mairie\u200e avant la rentrée.",
    "liant de mots": "La commune\u2060 signe la convention.",
    "fin de ligne rare": "La première règle.\u2028La seconde règle.",
    "retour de traitement de texte": "Le dossier est complet.\x0bIl est instruit.",
    "liant hors pictogramme": "Le quo\u200dtient sert au calcul.",
    "antiliant": "Le dos\u200csier est complet.",
    "sens inverse": "La règle \u202eest écrite\u202c ici.",
    "fin de paragraphe rare": "La règle.\u2029La suite.",
    "suppression": "Le dossier\x7f est complet.",
    "commande": "Le dossier est\x08 complet.",
}
for _kind, _text in _INVISIBLE.items():

    def _hidden(draft: Draft, _site: Site, text: str = _text) -> bool:
        return draft.add(text, "caractere-invisible")

    faults.append(Fault("caractere-invisible", _kind, ("hidden",), _hidden))


@faults.of("caractere-invisible", "tagline")
def in_the_header(draft: Draft, _site: Site) -> bool:
    if "tagline" not in draft.header:
        return False
    draft.header["tagline"] = [Line("tagline: Une phrase copiée\u200b d'un courriel, avec ce qu'on n'y voit pas.")]
    draft.header["tagline"][0].deserves("caractere-invisible")
    return True


_TYPED = {
    "guillemets": (
        'La règle dite "du premier enfant" reste en vigueur.',
        'Cochez la case "cadre juridique" du formulaire.',
        'Le principe du "Dites-le-nous une fois" vaut pour tous.',
        'Le délai est de **"deux mois"** au plus.',
        'Il faut écrire "quotient familial" en toutes lettres.',
    ),
    "points": (
        "La cantine, l'étude, le centre de loisirs...",
        "Le dossier avance... sans l'usager.",
        "Le texte prévoit (...) un délai de deux mois.",
        "Prévenez la régie, le service, les élus, etc...",
        "Le dossier avance .... sans bruit.",
        "*Le dossier avance...*",
    ),
    "collé": (
        "Faut-il une délibération? Souvent, non.",
        "Quelle bonne surprise! Le dossier est prêt.",
        "Le nom de naissance; le nom d'usage vient ensuite.",
        "Attention: le délai court dès le dépôt.",
        "Une pièce suffit (laquelle?) dans ce cas.",
        "Trois pièces sont à réunir: le nom, la date, la commune.",
    ),
    "avant": (
        "Le nom , le prénom et la date suffisent.",
        "Le dossier est complet . Il part le jour même.",
    ),
    "abréviation": ("La cantine, l'étude, le centre de loisirs, etc..", "Les élus, la régie, etc.. ont été prévenus."),
    "serré": ("La règle dite «du premier enfant» reste en vigueur.", "Cochez la case «cadre juridique» du formulaire."),
    "élision": ("C’est l’ « accord unique » dont parle la convention.", "Il faut d’ « autres pièces » pour cela."),
}
for _kind, _texts in _TYPED.items():
    faults.sentences("typographie", *_texts, claims=(f"typographie {_kind}",), kind=_kind)

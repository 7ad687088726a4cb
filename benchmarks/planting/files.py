"""Files beside the guides, and guides that are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.planting import pictures
from benchmarks.planting.draft import Draft
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

faults = Faults()

HEAVY = 620_000
_EMPTY_HEADER = (
    "---\ntitle: Un guide à écrire\ntagline: Une phrase qui dira ce que le guide apporte à ses lecteurs.\n---\n"
)


def _shown(rule: str, suffix: str, content: bytes, size: int = 0) -> None:
    """Take a picture that a guide shows, and in which something is wrong."""

    def plant(draft: Draft, site: Site) -> bool:
        name = f"/images/photos/photo-{len(site.files):05}{suffix}"
        site.files[f"public{name}"] = content
        if size:
            site.grown[f"public{name}"] = size
        site.misplaced.append((rule, f"public{name}"))
        draft.insert("picture", [f"![Le guichet de la mairie]({name})"])
        return True

    faults.append(Fault(rule, f"{suffix}, {len(content)} octets", (), plant))


_shown("image-trop-lourde", ".png", pictures.png(1200, 800), HEAVY)
_shown("image-trop-lourde", ".jpg", pictures.jpeg(1600, 900), HEAVY * 2)
_shown("image-trop-lourde", ".gif", pictures.gif(600, 400), HEAVY)
_shown("image-trop-lourde", ".svg", pictures.svg(600, 400) + b"<!-- " + b"x" * 560_000 + b" -->\n")
_shown("image-taille", ".png", pictures.png(5200, 12))
_shown("image-taille", ".png", pictures.png(12, 4600))
_shown("image-taille", ".jpg", pictures.jpeg(6000, 4100))
_shown("image-taille", ".jpg", pictures.png(400, 300))
_shown("image-taille", ".png", pictures.jpeg(400, 300))
_shown("image-taille", ".png", pictures.gif(40, 30))
_shown("image-taille", ".gif", pictures.png(40, 30))
_shown("image-taille", ".jpeg", pictures.png(40, 30))
_shown("image-taille", ".png", b"<!doctype html><title>Page introuvable</title>\n")
_shown("image-taille", ".PNG", pictures.jpeg(40, 30))
_shown("image-taille", ".gif", pictures.gif(4800, 20))


def _forgotten(name: str, content: bytes) -> Callable[[Draft, Site], bool]:
    def plant(_draft: Draft, site: Site) -> bool:
        path = f"public/{name.format(len(site.files))}"
        site.files[path] = content
        site.misplaced.append(("fichier-orphelin", path))
        return True

    return plant


for _name, _content in (
    ("images/oubliee-{:05}.png", pictures.png(300, 200)),
    ("images/archives/2019/vieille-{:05}.jpg", pictures.jpeg(300, 200)),
    ("docs/note-{:05}.txt", b"Une note.\n"),
    ("docs/bilan-{:05}.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
    ("tableau-{:05}.csv", b"service;total\nenfance;12\n"),
    ("videos/film-{:05}.mp4", b"\0\0\0\x18ftypmp42"),
    ("docs/compte rendu {:05}.docx", b"PK\x03\x04"),
    ("images/École-{:05}.PNG", pictures.png(30, 30)),
    ("images/dessin-{:05}.svg", pictures.svg(30, 30)),
):
    faults.append(Fault("fichier-orphelin", _name, (), _forgotten(_name, _content)))


def _alone(rule: str, name: str, made: Callable[[Path], object]) -> None:
    """Take a guide that is no guide, beside the others."""

    def plant(_draft: Draft, site: Site) -> bool:
        path = f"guides/a-part-{len(site.made):05}.md"
        site.made[path] = made
        site.misplaced.append((rule, path))
        return True

    faults.append(Fault(rule, name, (), plant))


_alone("guide-vide", "aucun octet", lambda path: path.write_bytes(b""))
_alone("guide-vide", "des blancs", lambda path: path.write_bytes(b"\n  \n\t\n\n"))
_alone("guide-vide", "un en-tête seul", lambda path: path.write_text(_EMPTY_HEADER, encoding="utf-8"))
_alone(
    "guide-vide",
    "un commentaire",
    lambda path: path.write_text(f"{_EMPTY_HEADER}\n<!-- à écrire -->\n", encoding="utf-8"),
)
_alone(
    "guide-vide", "un en-tête de Windows", lambda path: path.write_bytes(_EMPTY_HEADER.replace("\n", "\r\n").encode())
)
_alone("fichier-illisible", "un document", lambda path: path.write_bytes(b"%PDF-1.4\0\xff\xfe\0\0"))
_alone("fichier-illisible", "une archive", lambda path: path.write_bytes(b"PK\x03\x04\x14\0\0\0\xe9"))
_alone("fichier-illisible", "un dossier", lambda path: path.mkdir())
_alone("fichier-illisible", "un lien rompu", lambda path: path.symlink_to("nulle-part.md"))
_alone("fichier-illisible", "un lien vers lui-même", lambda path: path.symlink_to(path.name))
_alone("fichier-illisible", "une image", lambda path: path.write_bytes(pictures.png(400, 300)))

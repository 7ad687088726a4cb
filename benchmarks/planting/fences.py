"""Headers that can't be read at all: no fence, one fence only, or YAML that is none."""

from __future__ import annotations

from benchmarks.planting import words
from benchmarks.planting.draft import HEADER, Draft, Line
from benchmarks.planting.faults import Fault, Faults
from benchmarks.planting.site import Site

faults = Faults()

_ILLEGIBLE = (
    "tagline: Les aides : ce qu'il faut savoir : le guide",
    'tagline: "Une phrase commencée et jamais refermée',
    "tagline: @mairie, tout ce qu'il faut savoir",
    "tagline: *Important* ce qu'il faut savoir",
    "tagline: 'L'accès aux données, pas à pas'",
    "tagline: % des dossiers traités en un jour",
    "tagline: [une phrase entre crochets",
    "tagline: `ce guide` dit tout",
    "tagline: {une phrase entre accolades",
    'tagline: "Le "grand" guide de la mairie"',
    "tagline: - une phrase",
    "tagline: &une phrase : deux",
    "tagline : 'Une phrase' et sa suite",
)
for _text in _ILLEGIBLE:

    def _plant(draft: Draft, _site: Site, text: str = _text) -> bool:
        if "tagline" not in draft.header:
            return False
        draft.header["tagline"] = [Line(text)]
        draft.header["tagline"][0].deserves("entete-illisible")
        return True

    faults.append(Fault("entete-illisible", _text, HEADER, _plant))


@faults.of("entete-illisible", *HEADER)
def tab(draft: Draft, _site: Site) -> bool:
    if "tags" not in draft.header:
        return False
    draft.header["tags"] = [Line("tags:"), Line("\t- aides"), Line("\t- enfance")]
    draft.header["tags"][1].deserves("entete-illisible")
    return True


@faults.of("entete-illisible", *HEADER)
def stray_margin(draft: Draft, _site: Site) -> bool:
    if "image" not in draft.header:
        return False
    line = draft.header["image"][0]
    line.text = f"  {line.text}"
    line.deserves("entete-illisible")
    return True


@faults.of("entete-absent", *HEADER, "headings")
def starts_with_text(draft: Draft, _site: Site) -> bool:
    return _headless(draft)


@faults.of("entete-absent", *HEADER, "headings")
def starts_with_title(draft: Draft, _site: Site) -> bool:
    return _headless(draft, f"# {draft.rng.choice(words.TOPICS)}", "")


@faults.of("entete-absent", *HEADER, "headings")
def starts_with_comment(draft: Draft, _site: Site) -> bool:
    return _headless(draft, "<!-- relu par l'équipe -->", "")


@faults.of("entete-absent", *HEADER, "headings")
def without_fences(draft: Draft, _site: Site) -> bool:
    return _headless(draft, "title: Un guide dont l'en-tête a perdu ses traits", "tagline: Une phrase", "")


def _headless(draft: Draft, *before: str) -> bool:
    draft.header = {}
    draft.before = [Line(text) for text in before if text]
    (draft.before[0] if draft.before else draft.body[0].lines[0]).deserves("entete-absent")
    return True


@faults.of("entete-non-ferme", *HEADER)
def never(draft: Draft, _site: Site) -> bool:
    draft.closing = None
    draft.opening.deserves("entete-non-ferme")
    return True


for _fence in ("--", "—", "***", "----", "___", "–––"):

    def _close(draft: Draft, _site: Site, fence: str = _fence) -> bool:
        draft.closing = Line(fence)
        draft.opening.deserves("entete-non-ferme")
        return True

    faults.append(Fault("entete-non-ferme", f"fermé par {_fence}", HEADER, _close))

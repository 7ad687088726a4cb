"""What goes wrong in the lists of a header: themes and APIs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.planting import words
from benchmarks.planting.draft import Draft, Line
from benchmarks.planting.faults import Faults
from benchmarks.planting.site import Site

from guides_api.catalogue.fields import slugified

faults = Faults()


@faults.of("tags-en-texte", "tags")
def commas(draft: Draft, _site: Site) -> bool:
    return _tags_in_text(draft, "tags: {}", ", ")


@faults.of("tags-en-texte", "tags")
def quoted_commas(draft: Draft, _site: Site) -> bool:
    return _tags_in_text(draft, 'tags: "{}"', ", ")


@faults.of("tags-en-texte", "tags")
def stuck_commas(draft: Draft, _site: Site) -> bool:
    return _tags_in_text(draft, "tags: {}", ",")


@faults.of("tags-en-texte", "tags")
def commas_and_comment(draft: Draft, _site: Site) -> bool:
    return _tags_in_text(draft, "tags: {} # séparés par des virgules", ", ")


@faults.of("tags-en-texte", "tags")
def folded_commas(draft: Draft, _site: Site) -> bool:
    return _tags_in_text(draft, "tags: >-\n  {}", ", ")


def _tags_in_text(draft: Draft, shape: str, between: str) -> bool:
    if "tags" not in draft.header:
        return False
    chosen = draft.rng.sample(words.TAGS, 3)
    draft.header["tags"] = [Line(text) for text in shape.format(between.join(chosen)).split("\n")]
    draft.header["tags"][0].deserves("tags-en-texte")
    return True


@faults.of("tag-ressemblant", "tags")
def misspelt_in_a_list(draft: Draft, site: Site) -> bool:
    return _misspelt(draft, site, flow=False)


@faults.of("tag-ressemblant", "tags")
def misspelt_in_a_row(draft: Draft, site: Site) -> bool:
    return _misspelt(draft, site, flow=True)


def _misspelt(draft: Draft, site: Site, *, flow: bool) -> bool:
    common = [tag for tag in words.TAGS if site.tag_uses[tag] > 4 and len(tag) > 6]
    choices = [near for tag in common for near in _near(tag) if near not in site.taken]
    if not choices or "tags" not in draft.header:
        return False
    near = draft.rng.choice(choices)
    site.taken.add(near)
    others = draft.rng.sample(words.TAGS, 2)
    tags = [f"tags: [{', '.join([*others, near])}]"] if flow else ["tags:", *(f"  - {tag}" for tag in [*others, near])]
    draft.header["tags"] = [Line(text) for text in tags]
    draft.header["tags"][-1].deserves("tag-ressemblant")
    return True


def _near(tag: str) -> Iterator[str]:
    """Yield how somebody in a hurry would write a tag."""
    yield tag.capitalize() if tag[0].islower() else tag.lower()
    yield tag.upper()
    if " " in tag:
        yield tag.replace(" ", "-")
        yield tag.replace(" ", "_")
        yield tag.replace(" ", "")
    yield tag.removesuffix("s") if tag.endswith("s") else f"{tag}s"
    for place in range(1, len(tag) - 1):
        if tag[place].isalpha():
            yield tag[:place] + tag[place + 1 :]
            yield tag[:place] + tag[place] + tag[place:]
            if tag[place + 1].isalpha() and tag[place] != tag[place + 1]:
                yield tag[:place] + tag[place + 1] + tag[place] + tag[place + 2 :]


_UNKNOWN_APIS = (
    "API Météo des plages",
    "Registre des jardins",
    "API Particulier et Entreprise",
    "Horaires des piscines",
    "cnaf/quotient",
    "API Particuliers Plus",
    "Le catalogue",
)


@faults.of("api-inconnue", "api")
def nobody_knows(draft: Draft, site: Site) -> bool:
    return _listed_apis(draft, draft.rng.choice(_UNKNOWN_APIS), "api-inconnue", site)


@faults.of("api-inconnue", "api")
def half_a_title(draft: Draft, site: Site) -> bool:
    title = draft.rng.choice([title for title in site.apis if title.count(" ") > 2])
    return _listed_apis(draft, title.rsplit(" ", 1)[0], "api-inconnue", site)


@faults.of("api-inconnue", "api")
def added_word(draft: Draft, site: Site) -> bool:
    return _listed_apis(draft, f"{draft.rng.choice(sorted(site.apis))} bis", "api-inconnue", site)


@faults.of("api-inconnue", "api")
def one_letter_lost(draft: Draft, site: Site) -> bool:
    title = draft.rng.choice([title for title in sorted(site.apis) if len(title) > 12 and title[-4].isalpha()])
    return _listed_apis(draft, title[:-4] + title[-3:], "api-inconnue", site)


@faults.of("api-inconnue", "api")
def quoted_stranger(draft: Draft, site: Site) -> bool:
    return _listed_apis(draft, f'"{draft.rng.choice(_UNKNOWN_APIS)}"', "api-inconnue", site)


def _listed_apis(draft: Draft, wrong: str, rule: str, site: Site) -> bool:
    slug = slugified(wrong)
    if "api" not in draft.header or (rule == "api-inconnue" and slug in site.apis.values()):
        return False
    right = draft.rng.choice([title for title, other in sorted(site.apis.items()) if other != slug])
    lines = [Line(f"  - {wrong}"), Line(f"  - {right}")]
    lines[0].deserves(rule)
    draft.rng.shuffle(lines)
    draft.header["api"] = [Line("api:"), *lines]
    return True


@faults.of("api-approchee", "api")
def lower(draft: Draft, site: Site) -> bool:
    return _approached(draft, site, str.lower)


@faults.of("api-approchee", "api")
def shouted(draft: Draft, site: Site) -> bool:
    return _approached(draft, site, str.upper)


@faults.of("api-approchee", "api")
def hyphened(draft: Draft, site: Site) -> bool:
    return _approached(draft, site, lambda title: title.replace(" ", "-"))


@faults.of("api-approchee", "api")
def with_a_full_stop(draft: Draft, site: Site) -> bool:
    return _approached(draft, site, lambda title: f"{title}.")


@faults.of("api-approchee", "api")
def spaced_out(draft: Draft, site: Site) -> bool:
    return _approached(draft, site, lambda title: title.replace(" ", "  ", 1))


@faults.of("api-approchee", "api")
def bare_of_accents(draft: Draft, site: Site) -> bool:
    table = str.maketrans("éèêàâîôûçÉÈÀ", "eeeaaioucEEA")
    return _approached(draft, site, lambda title: title.translate(table))


def _approached(draft: Draft, site: Site, change: Callable[[str], str]) -> bool:
    near = draft.rng.choice(
        [change(title) for title in sorted(site.apis) if change(title) not in (title, site.apis[title])]
    )
    return _listed_apis(draft, near, "api-approchee", site)


@faults.of("api-en-double", "api")
def twice(draft: Draft, site: Site) -> bool:
    return _twice(draft, draft.rng.choice(sorted(site.apis)), "{}")


@faults.of("api-en-double", "api")
def once_in_quotes(draft: Draft, site: Site) -> bool:
    return _twice(draft, draft.rng.choice(sorted(site.apis)), '"{}"')


@faults.of("api-en-double", "api")
def far_apart(draft: Draft, site: Site) -> bool:
    first, *others = draft.rng.sample(sorted(site.apis), 3)
    return _twice(draft, first, "{}", tuple(others))


@faults.of("api-en-double", "api")
def thrice(draft: Draft, site: Site) -> bool:
    title = draft.rng.choice(sorted(site.apis))
    if not _twice(draft, title, "{}", (title,)):
        return False
    draft.header["api"][2].deserves("api-en-double")
    return True


@faults.of("api-en-double", "api")
def twice_but_for_case(draft: Draft, _site: Site) -> bool:
    if not _twice(draft, "API Particulier", "{}"):
        return False
    last = draft.header["api"][-1]
    last.text = last.text.lower()
    last.deserves("api-approchee")
    return True


def _twice(draft: Draft, title: str, second: str, between: tuple[str, ...] = ()) -> bool:
    if "api" not in draft.header:
        return False
    draft.header["api"] = [Line(f"  - {name}") for name in (title, *between, second.format(title))]
    draft.header["api"].insert(0, Line("api:"))
    draft.header["api"][-1].deserves("api-en-double")
    return True

"""What is added as a page: a guide, an API, an article of the news."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.models import Access, Api
from guides_api.catalogue.written import Guide, News, Page
from guides_api.catalogue.yaml_writing import record_lines
from guides_api.cli.change import Change, read
from guides_api.cli.new.kinds import Kind, ids, named, one, today, without_gaps
from guides_api.cli.new.questions import Answers, Question

_SKELETONS = Path(__file__).parent / "skeletons"


def skeleton(name: str, **values: str) -> str:
    return Template((_SKELETONS / f"{name}.md").read_text(encoding="utf-8")).substitute(values)


def _page(root: Path, path: str, header: Mapping[str, object], body: str) -> Change:
    if (root / path).exists():
        raise ValueError(f"{path} existe déjà : complétez-le, ou choisissez un autre identifiant.")
    lines = ["---", *record_lines(without_gaps(header)), "---", "", body.rstrip("\n"), ""]
    return Change(root, path, read(root, path), "\n".join(lines))


def _themes(catalogue: Catalogue, _answers: Answers) -> Mapping[str, str]:
    return {tag.name: "" for tag in catalogue.tags.values()}


def _apis_and_bundles(catalogue: Catalogue, _answers: Answers) -> Mapping[str, str]:
    return {identifier: named(found) for identifier, found in (*catalogue.bundles.items(), *catalogue.apis.items())}


def _tags(model: type[Page]) -> Question:
    return Question(
        "tag", "thèmes, pris dans data/tags.yaml", model, "tags", required=False, several=True, accepted=_themes
    )


def _bundle(catalogue: Catalogue, answers: Answers) -> str:
    """Return the bundle whose support a guide's readers write to."""
    use_case = catalogue.use_cases.get(one(answers, "use-case") or "")
    apis = (catalogue.apis[name].bundle for name in answers["api"] if name in catalogue.apis)
    bundles = (name for name in answers["api"] if name in catalogue.bundles)
    return next((name for name in (use_case and use_case.bundle, *bundles, *apis, *catalogue.bundles) if name), "")


def _guide(root: Path, catalogue: Catalogue, answers: Answers) -> Change:
    use_case = one(answers, "use-case")
    names = _apis_and_bundles(catalogue, answers)
    header = {
        "title": one(answers, "title"),
        "tagline": one(answers, "tagline"),
        "tags": answers["tag"],
        "noindex": False,
        "publish": True,
        "api": [names[identifier] for identifier in answers["api"]],
        "use_case": use_case,
        "publics": answers["public"],
    }
    values = {"use_case": use_case or "", "bundle": _bundle(catalogue, answers)}
    body = skeleton("cas-usage" if use_case else "guide", **values)
    return _page(root, f"content/guides/{one(answers, 'id')}.md", header, body)


def _guide_id(answers: Answers) -> str:
    """Suggest the use case's id, which its guide must bear."""
    return one(answers, "use-case") or slugified(answers["title"][0])


GUIDE = Kind(
    "guide",
    "Commence un guide dans content/guides/, avec ses parties à rédiger.",
    (
        Question("title", "titre, court, avec les mots du lecteur", Guide, "title"),
        Question("tagline", "ce que la page apporte, en une phrase de 60 à 200 caractères", Guide, "tagline"),
        Question(
            "use-case",
            "cas d’usage, si le guide en présente un",
            Guide,
            "use_case",
            required=False,
            accepted=ids("use_cases"),
        ),
        Question("id", "nom du fichier, sans « .md »", Guide, "id", suggested=_guide_id, new="guides"),
        _tags(Guide),
        Question(
            "api",
            "API et bouquets dont la page doit citer ce guide",
            Guide,
            "api",
            required=False,
            several=True,
            accepted=_apis_and_bundles,
        ),
        Question(
            "public",
            "publics, si le guide ne présente pas un cas d’usage",
            Guide,
            "publics",
            required=False,
            several=True,
            accepted=ids("publics"),
        ),
    ),
    _guide,
)


def _api(root: Path, _catalogue: Catalogue, answers: Answers) -> Change:
    header = {
        "title": one(answers, "title"),
        "id": one(answers, "id"),
        "bundle": one(answers, "bundle"),
        "providers": answers["provider"],
        "call_modalities": answers["modality"],
        "access": one(answers, "access"),
        "source": one(answers, "source"),
        "checked_on": one(answers, "checked-on"),
    }
    path = f"content/api/{answers['id'][0].replace('_', '-')}.md"
    return _page(root, path, header, answers["summary"][0])


API = Kind(
    "api",
    "Ajoute la page d’une API dans content/api/.",
    (
        Question("title", "nom de l’API", Api, "title"),
        Question("id", "identifiant officiel, comme organisme/donnee_exemple", Api, "id", new="apis"),
        Question("bundle", "bouquet qui l’ouvre", Api, "bundle", required=False, accepted=ids("bundles")),
        Question("provider", "fournisseurs", Api, "providers", several=True, accepted=ids("providers")),
        Question("modality", "modalités d’appel", Api, "call_modalities", several=True, accepted=ids("modalities")),
        Question("access", "accès", Api, "access", accepted=lambda _catalogue, _answers: dict.fromkeys(Access, "")),
        Question("source", "source de ces informations", Api, "source", accepted=ids("sources")),
        Question("checked-on", "jour où elles ont été vérifiées", Api, "checked_on", suggested=today),
        Question("summary", "ce que l’API donne, en une phrase", Page, "tagline"),
    ),
    _api,
)


def _news(root: Path, _catalogue: Catalogue, answers: Answers) -> Change:
    header = {
        "title": one(answers, "title"),
        "date": one(answers, "date"),
        "excerpt": one(answers, "excerpt"),
        "categories": answers["category"],
        "tags": answers["tag"],
    }
    return _page(root, f"content/actualites/{one(answers, 'id')}.md", header, skeleton("actualite"))


def _news_id(answers: Answers) -> str:
    return f"{answers['date'][0]}-{slugified(answers['title'][0])}"[:80].rstrip("-")


NEWS = Kind(
    "actualite",
    "Commence un article dans content/actualites/, avec ses parties à rédiger.",
    (
        Question("title", "titre", News, "title"),
        Question("date", "jour de l’évènement, ou du point que l’on fait", News, "date", suggested=today),
        Question("id", "nom du fichier, sans « .md »", News, "id", suggested=_news_id, new="news"),
        Question("excerpt", "l’essentiel, en une phrase ou deux de 60 à 200 caractères", News, "excerpt"),
        Question("category", "rubriques", News, "categories", several=True),
        _tags(News),
    ),
    _news,
)

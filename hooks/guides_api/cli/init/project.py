"""The files of a new project: the example project under the names that were given, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.yaml_writing import scalar
from guides_api.cli.components import STARTER
from guides_api.cli.new.pages import skeleton
from guides_api.cli.new.questions import Answers

AROUND = Path(__file__).parent / "files"
_IMAGES = "content/images/"  # of the example project only
README = "README.md"
_SCHEMA = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
_LONGEST = 60  # of an id made of a name
_YEAR = timedelta(days=365)
# What stands in the example project for the answer to a question.
_NAMES = {
    "Ville Exemple": "administration",
    "Opérateur Exemple": "administration",
    "Organisme Exemple": "administration",
    "ecrire@example.org": "contact",
    "support@bouquet.example.org": "contact",
    "https://datapass.example.org": "datapass",
    "Site Exemple": "site",
    "Un site inventé.": "description",
    "le demandeur": "applicant",
    "1b4b8f": "colour",
    "Bouquet Exemple": "bundle",
    "Donnée Exemple": "api",
    "Aide Exemple": "use-case",
    "Guide Exemple": "use-case",
    "Éditeur Exemple": "editor",
}
_ANY_NAME = "|".join(map(re.escape, _NAMES))
_VALUE = re.compile(rf"^( *(?:- )?(?:\w+: )?)({_ANY_NAME})$", re.MULTILINE)


def files(answers: Answers, today: date) -> Mapping[str, str]:
    """Return the text of each file of the project, by its path; what is dated is dated of today."""
    ids = _ids(answers, today)
    example = {path: text for path, text in _texts(STARTER) if not path.startswith(_IMAGES)}
    texts = {**example, **dict(_texts(AROUND))}
    written = {_renamed(path, ids): _filled(path, _renamed(text, ids), answers) for path, text in texts.items()}
    guide = f"content/guides/{ids['aide-exemple']}.md"
    body = skeleton("cas-usage", use_case=ids["aide-exemple"], bundle=ids["bouquet-exemple"])
    return dict(sorted({**written, guide: f"{written[guide]}\n{body}"}.items()))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")


def _ids(answers: Answers, today: date) -> Mapping[str, str]:
    """Return what takes the place of the ids and of the days of the example project."""
    provider, bundle, api, use_case, editor = (
        slugified(answers[question][0])[:_LONGEST].strip("-") or "exemple"
        for question in ("administration", "bundle", "api", "use-case", "editor")
    )
    official = "/".join(re.sub(r"[^a-z]+", "_", name).strip("_") or "exemple" for name in (provider, api))
    return {
        "organisme-exemple": provider,
        "organisme/donnee_exemple": official,
        "organisme/donnee-exemple": official.replace("_", "-"),
        "bouquet-exemple": bundle,
        "aide-exemple": use_case,
        "aide_exemple": use_case.replace("-", "_"),
        "editeur-exemple": editor,
        "2026-08-31": today.isoformat(),
        "2026-08": f"{today:%Y-%m}",
        "2027-08-31": (today + _YEAR).isoformat(),
    }


def _renamed(text: str, ids: Mapping[str, str]) -> str:
    longest_first = sorted(map(re.escape, ids), key=len, reverse=True)
    return re.sub("|".join(longest_first), lambda found: ids[found[0]], text)


def _filled(path: str, text: str, answers: Answers) -> str:
    """Return a text with the names that were given, quoted where they are values that YAML would misread."""
    if path == README:
        return re.sub(_ANY_NAME, lambda found: answers[_NAMES[found[0]]][0], text)
    filled = _VALUE.sub(lambda found: f"{found[1]}{scalar(answers[_NAMES[found[2]]][0])}", text)
    return f"{_SCHEMA.format(Path(path).stem)}{filled}" if path.startswith("data/") else filled

"""The example project with something in every field, each value bearing a mark of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests import build, example
from tests.untrusted.fields import FILES, Kind, Leaf, leaves

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.nodes import Path as Steps
from guides_api.catalogue.strict_yaml import YamlText
from guides_api.pages.components import COMPONENTS

APIS = tuple(file for file in FILES if file.startswith("content/api/"))
COMPONENTS_PAGE = "content/composants.md"
_CHECKED = {"source": "source-exemple", "checked_on": "2026-08-31"}
_MARK = "zq{}z"
MARK = re.compile(r"zq\d+z")
_FORMS = {
    Kind.ADDRESS: "https://example.org/{}",
    Kind.ROOT: "https://example.org/{}",
    Kind.EMAIL: "{}@example.org",
}

# What the example lacks for every field to have a record to stand in.
_MORE: Mapping[str, Any] = {
    "data/legal.yaml": {
        "security": {"expires_on": "2099-12-31"},
        "audit": {"date": "2026-08-31", "score": "74"},
    },
    "data/use_cases.yaml": {
        "apis": {
            "required": [{"api": "organisme/donnee_exemple"}],
            "useful": [{"api": "organisme/donnee_deux"}],
            "unjustified": [{"api": "organisme/donnee_trois"}],
        },
        "deliberation": {"fact": "delai-exemple"},
    },
    "content/guides/aide-exemple.md": {"api": ["bouquet-exemple"]},
}
_REFUSED = {"publics": ["villages"]}  # who is refused and has publics may have an exception
_OF_THE_REFUSED = ("exception", "ways")


class _Quoted(yaml.SafeDumper):
    """Every text between quotes, signs that are not ASCII told by their code: what is read back is what was meant."""


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def written(tree: Any) -> str:  # noqa: ANN401  what a YAML file holds
    """Return a tree as YAML, one value a line."""
    return yaml.dump(tree, Dumper=_Quoted, sort_keys=False, width=10**9)


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of one record of the project, and the mark of its value."""

    file: str
    at: Steps
    leaf: Leaf
    mark: str

    @property
    def harmless(self) -> str:
        """A value that nobody could mistake for anything else."""
        return _FORMS.get(self.leaf.kind, "{}").format(self.mark)

    def words(self, value: str) -> str:
        """Return what stands in place of the mark in a value."""
        before, after = _FORMS.get(self.leaf.kind, "{}").split("{}")
        return value.removeprefix(before).removesuffix(after)


@cache
def slots() -> tuple[Slot, ...]:
    """Return every field that people word, of every record, in an order that never changes."""
    found: list[tuple[str, Steps, Leaf]] = []
    trees = trees_of_example()
    for file, model in FILES.items():
        for leaf in leaves(model):
            if leaf.kind is not Kind.CLOSED:
                found += [(file, at, leaf) for at in _places(trees[file], top_of(file), leaf.steps)]
    found = [(file, at, leaf) for file, at, leaf in found if _may_stand(trees[file], at)]
    for name, component in COMPONENTS.items():
        found += [
            (COMPONENTS_PAGE, (name, *leaf.steps), leaf) for leaf in leaves(component) if leaf.kind is not Kind.CLOSED
        ]
    return tuple(Slot(*found[number], _MARK.format(number)) for number in range(len(found)))


def _may_stand(tree: Any, at: Steps) -> bool:  # noqa: ANN401
    """Tell whether the rules let a field stand in a record."""
    return at[0] != "applicants" or at[2] not in _OF_THE_REFUSED or tree["applicants"][at[1]]["eligible"] == "non"


def top_of(file: str) -> Steps:
    """Return the steps to the first record of a file."""
    name = Path(file).stem
    return (name, "*") if name in LISTED and file.startswith("data/") else ()


def _places(tree: Any, top: Steps, steps: Steps) -> Iterator[Steps]:  # noqa: ANN401
    """Yield where a field stands or could stand: in each record, in each item of its lists, at least one."""

    def below(node: Any, rest: Steps, at: Steps) -> Iterator[Steps]:  # noqa: ANN401
        if not rest:
            yield at
        elif rest[0] == "*":
            for rank in range(len(node) if node else 1):
                yield from below(node[rank] if node else None, rest[1:], (*at, rank))
        else:
            yield from below(node.get(rest[0]) if isinstance(node, dict) else None, rest[1:], (*at, rest[0]))

    yield from below(tree, (*top, *steps), ())


@cache
def _originals() -> Mapping[str, str]:
    bodies = {
        "content/actualites/2026-08-31-exemple.md": "---\ntitle: t\ndate: 2026-08-31\nexcerpt: e\n---\n\nUn article.\n",
        "content/actualites/index.md": "---\ntitle: Actualités\n---\n\n<NewsList />\n",
        "content/faq.md": "---\ntitle: Questions\n---\n\n### Une question ?\n\nUne réponse.\n",
        **{
            f"content/{name}.md": f"---\ntitle: {name}\n---\n\nRien.\n"
            for name in ("glossaire", "sources", "themes/index")
        },
    }
    for file in APIS:
        name = Path(file).stem.replace("-", "_")
        bodies[file] = example.FILES[APIS[0]].replace("organisme/donnee_exemple", f"organisme/{name}")
    return {**example.FILES, **bodies}


def trees_of_example() -> dict[str, Any]:
    """Return what each file of the example holds, and a little more, as trees that may be changed."""
    return deepcopy(dict(_trees()))


@cache
def _trees() -> Mapping[str, Any]:
    trees: dict[str, Any] = {}
    for file in FILES:
        text = _originals()[file]
        yaml_part = text.split("---\n")[1] if file.endswith(".md") else text
        node = YamlText(yaml_part, file).read()
        trees[file] = node.plain if node else {}
        more = _MORE.get(file, {})
        top = top_of(file)
        for record in trees[file][top[0]] if top else [trees[file]]:
            _merge(record, more)
    for applicant in trees["data/applicants.yaml"]["applicants"]:
        if applicant["eligible"] == "non":
            applicant.update(_REFUSED)
    for file in APIS:
        trees[file]["forms"] = [{"id": f"bouquet-exemple-{Path(file).stem}"}]
    return trees


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def put(node: Any, at: Steps, value: str) -> None:  # noqa: ANN401
    step, *rest = at
    if not rest:
        if isinstance(node, list) and step == len(node):
            node.append(value)
        else:
            node[step] = value
        return
    empty: Any = [] if isinstance(rest[0], int) else {}
    if isinstance(node, list) and step == len(node):
        node.append(empty)
    elif isinstance(node, dict) and node.get(step) is None:
        node[step] = empty
    put(node[step], tuple(rest), value)


def write(root: Path, valued: Callable[[Slot], str]) -> Path:
    """Write the project below root, the value of each field being what a function says, and return root."""
    files, trees, attributes = dict(_originals()), trees_of_example(), dict[str, dict[str, str]]()
    for slot in slots():
        if slot.file == COMPONENTS_PAGE:
            name, attribute = slot.at
            attributes.setdefault(str(name), {})[str(attribute)] = valued(slot)
        else:
            put(trees[slot.file], slot.at, valued(slot))
    for tag in trees["data/tags.yaml"]["tags"]:
        tag["id"] = slugified(tag["name"])
    for file, tree in trees.items():
        text = written(tree)
        files[file] = f"---\n{text}---\n{files[file].split('---', 2)[2]}" if file.endswith(".md") else text
    theme = slugified(trees["data/rgaa.yaml"]["rgaa"][0]["theme"])
    files[COMPONENTS_PAGE] = _components_page(attributes).replace(
        '<Criteria theme="images" />', f'<Criteria theme="{theme}" />' if theme else ""
    )
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for name in ("hooks", "overrides"):
        if not (root / name).exists():
            (root / name).symlink_to(build.ROOT / name)
    shutil.copy(build.ROOT / "mkdocs.yml", root)
    return root


def _components_page(attributes: Mapping[str, Mapping[str, str]]) -> str:
    """Return a page with the example of each component, whose words are those of its slots."""
    parts = []
    for name, component in COMPONENTS.items():
        text = component.example
        for attribute, value in attributes.get(name, {}).items():
            quote = "'" if '"' in value else '"'
            pattern = rf'(<{name}\b[^>]*?\s{attribute}=)"[^"]*"'
            text, times = re.subn(pattern, lambda found: f"{found[1]}{quote}{value}{quote}", text, count=1)  # noqa: B023
            assert times, f"the example of <{name}> lacks its attribute « {attribute} »"
        parts.append(text)
    return "---\ntitle: Composants\n---\n\n" + "\n\n".join(parts) + "\n"

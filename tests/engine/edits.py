"""What people do to a project between two builds, and what happens to it behind their backs."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

GUIDE = """\
---
title: {title}
tagline: {tagline}
tags:
  - exemple
---

{body}
"""
BODIES = (
    "Un paragraphe, et [un autre guide](aide-exemple.md).",
    "## Une partie\n\nUn mot.\n\n### Une sous-partie\n\n- un\n- deux\n\n## Une partie\n\nEncore un mot.",
    '<Editors use_case="aide-exemple" />\n\nDes éditeurs.',
    '## Le délai\n\n<Fact id="delai-exemple" />\n\n```json\n{"a": 1}\n```',
    "<UseCaseCards />\n\nUne note[^1].\n\n[^1]: La note.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    "![](../images/dossier.svg) Une image, *un terme* et `du code`.\n\n<Tip>\n\nUn conseil.\n\n</Tip>",
)
TITLES = ("Premier titre", "Second titre", "Titre d’un autre guide", "Zoé & Cie")
TAGLINES = (
    "Une phrase inventée, assez longue pour dire à son lecteur ce que ce guide lui apporte.",
    "Une autre phrase inventée, assez longue elle aussi pour dire ce que ce guide apporte.",
)
NAMES = ("un", "deux", "trois")


def write_guide(root: Path, chance: random.Random) -> None:
    """Write a guide, new or in place of one."""
    text = GUIDE.format(title=chance.choice(TITLES), tagline=chance.choice(TAGLINES), body=chance.choice(BODIES))
    (root / f"content/guides/{chance.choice(NAMES)}.md").write_text(text, encoding="utf-8")


def change_body(root: Path, chance: random.Random) -> None:
    """Add words under a page's front matter."""
    file = chance.choice(sorted(root.glob("content/**/*.md")))
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\nUn mot de plus : {chance.random()}.\n", encoding="utf-8")


def change_front_matter(root: Path, chance: random.Random) -> None:
    """Change the title, the tagline, the tags or the standing of a guide."""
    file = chance.choice([root / "content/guides/aide-exemple.md", *_guides(root)])
    old, new = chance.choice(
        (
            ("title: ", f"title: {chance.choice(TITLES)}, et "),
            ("tagline: ", "tagline: Aussi, "),
            ("tags:", "noindex: true\ntags:"),
            ("tags:", "use_case: aide-exemple\ntags:"),
            ("  - exemple\n", "  - exemple\n  - couleurs\n"),
        )
    )
    _replace(file, old, new, chance)


def delete_guide(root: Path, chance: random.Random) -> None:
    """Remove a guide that nothing leads to."""
    if guides := _guides(root):
        chance.choice(guides).unlink()


def rename_guide(root: Path, chance: random.Random) -> None:
    """Give a guide another file name."""
    if guides := _guides(root):
        chance.choice(guides).rename(root / f"content/guides/{chance.choice(NAMES)}.md")


def change_editor(root: Path, chance: random.Random) -> None:
    """Change what an editor's record says."""
    _replace(root / "data/editors.yaml", "    name: Éditeur ", f"    name: Éditeur {chance.choice('ABC')}", chance)


def add_editor(root: Path, chance: random.Random) -> None:
    """Add a record, or take it away."""
    file = root / "data/editors.yaml"
    text = file.read_text("utf-8")
    mark = "  - id: zebre\n"
    added = f"{mark}    name: Zèbre\n    site: https://zebre.example.org\n    solutions:\n      - name: Rayures\n"
    added += "        use_cases:\n          - aide-exemple\n"
    added += "        form: bouquet-exemple-rayures\n"
    file.write_text(text.partition(mark)[0] if mark in text else f"{text.rstrip()}\n{added}", encoding="utf-8")
    _ = chance


def change_api(root: Path, chance: random.Random) -> None:
    """Change the facts or the prose of an API."""
    file = chance.choice(sorted(root.glob("content/api/*/*.md")))
    _replace(file, *chance.choice((("title: Donnée", "title: Donnée belle"), ("L’API", "Cette API"))), chance)


def change_data(root: Path, chance: random.Random) -> None:
    """Change a record that several pages show."""
    name, old, new = chance.choice(
        (
            ("use_cases", "name: Aide", "name: Aide utile"),
            ("providers", "name: Organisme", "name: Organisme public"),
            ("glossary", "Exemple", "Exemple inventé"),
            ("site", "name: Site", "name: Beau site"),
            ("site", "colour: 1b4b8f", "colour: 7a1f3d"),
            ("legal", "contact: ecrire", "contact: ecrivez"),
        )
    )
    _replace(root / f"data/{name}.yaml", old, new, chance)


def publish(root: Path, chance: random.Random) -> None:
    """Give the site an address, or take it away."""
    file = root / "data/site.yaml"
    text = file.read_text("utf-8")
    line = "site_url: https://guides.example.org\n"
    file.write_text(text.replace(line, "") if line in text else text + line, encoding="utf-8")
    _ = chance


def change_template(root: Path, chance: random.Random) -> None:
    """Change a template or a style sheet."""
    name = chance.choice(("partials/footer.html", "main.html", "404.html", "assets/stylesheets/site.css"))
    file = root / "overrides" / name
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n/* {chance.random()} */\n", encoding="utf-8")


def change_settings(root: Path, chance: random.Random) -> None:
    """Change how Markdown is read, or the styles that pages load."""
    old, new = chance.choice((('permalink: "#"', 'permalink: "§"'), ("  - sane_lists\n", "  - nl2br\n")))
    _replace(root / "mkdocs.yml", old, new, chance)


def damage_cache(root: Path, chance: random.Random) -> None:
    """Spoil some bytes of what is kept, or its end, or all of it."""
    for file in root.glob(".cache/*.sqlite3"):
        content = bytearray(file.read_bytes())
        match chance.choice(("bytes", "end", "all", "gone")):
            case "bytes":
                for _ in range(40):
                    content[chance.randrange(len(content))] ^= 255
                file.write_bytes(content)
            case "end":
                file.write_bytes(content[: chance.randrange(len(content))])
            case "all":
                file.write_bytes(b"rien de bon")
            case _:
                file.unlink()


def damage_site(root: Path, chance: random.Random) -> None:
    """Write in a page that was built, remove it, or remove the whole site."""
    built = sorted((root / "site").rglob("*.html"))
    match chance.choice(("write", "remove", "all")):
        case "write" if built:
            with chance.choice(built).open("a", encoding="utf-8") as file:
                file.write("<p>écrit à la main")
        case "remove" if built:
            chance.choice(built).unlink()
        case _:
            shutil.rmtree(root / "site", ignore_errors=True)


def turn_clock_back(root: Path, chance: random.Random) -> None:
    """Change a page and give it, and all others, a date of the past."""
    change_body(root, chance)
    for file in root.glob("content/**/*"):
        os.utime(file, (chance.randrange(10**9), 10**8))


EDITS: Mapping[str, Callable[[Path, random.Random], None]] = {
    edit.__name__: edit
    for edit in (
        write_guide,
        change_body,
        change_front_matter,
        delete_guide,
        rename_guide,
        change_editor,
        add_editor,
        change_api,
        change_data,
        publish,
        change_template,
        change_settings,
        damage_cache,
        damage_site,
        turn_clock_back,
    )
}


def _guides(root: Path) -> list[Path]:
    return [file for name in NAMES if (file := root / f"content/guides/{name}.md").is_file()]


def _replace(file: Path, old: str, new: str, chance: random.Random) -> None:
    """Write what is new in place of what is old, or the other way round."""
    text = file.read_text("utf-8")
    before, after = (new, old) if new in text and chance.random() < 0.5 else (old, new)
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

"""What browsers keep for ever has a name that changes as soon as it does, and is named so by all that names it."""

from __future__ import annotations

import re
from graphlib import CycleError

import pytest

from guides_api.pages.assets import published

FILES = {
    "assets/stylesheets/site.css": b'a { src: url("../fonts/bold.woff2"); --tick: url("data:image/svg+xml,<svg>") }',
    "assets/javascripts/page.js": b'import { a } from "./engine.js"\nconst root = new URL("../../", import.meta.url)',
    "assets/javascripts/field.js": b"import(`./engine.js${again}`)",
    "assets/javascripts/engine.js": b'import { b } from "./words.js"',
    "assets/javascripts/words.js": b"export const b = 1",
    "assets/fonts/bold.woff2": b"(./words.js)",
}
NAMED = {path: name for path, (name, _) in published(FILES).items()}


def file_name(path: str) -> str:
    return NAMED[path].rpartition("/")[2]


def changed(path: str, content: bytes) -> set[str]:
    after = published({**FILES, path: content})
    return {other for other in FILES if after[other][0] != NAMED[other]}


@pytest.mark.parametrize("path", FILES)
def test_a_name_stays_readable_and_gains_ten_digits(path: str) -> None:
    stem, _, suffix = path.rpartition(".")
    assert re.fullmatch(rf"{stem}\.[0-9a-f]{{10}}\.{suffix}", NAMED[path])


def test_files_name_each_other_as_they_are_published() -> None:
    contents = {path: content.decode() for path, (_, content) in published(FILES).items()}
    assert f'url("../fonts/{file_name("assets/fonts/bold.woff2")}")' in contents["assets/stylesheets/site.css"]
    engine = file_name("assets/javascripts/engine.js")
    assert f'from "./{engine}"' in contents["assets/javascripts/page.js"]
    assert contents["assets/javascripts/field.js"] == f"import(`./{engine}${{again}}`)"


def test_what_names_no_file_of_ours_is_left_as_it_is() -> None:
    contents = {path: content for path, (_, content) in published(FILES).items()}
    assert b'new URL("../../", import.meta.url)' in contents["assets/javascripts/page.js"]
    assert b'url("data:image/svg+xml,<svg>")' in contents["assets/stylesheets/site.css"]
    assert contents["assets/fonts/bold.woff2"] == FILES["assets/fonts/bold.woff2"]


def test_a_change_renames_the_file_and_all_that_lead_to_it() -> None:
    assert changed("assets/javascripts/words.js", b"export const b = 2") == {
        "assets/javascripts/words.js",
        "assets/javascripts/engine.js",
        "assets/javascripts/page.js",
        "assets/javascripts/field.js",
    }
    assert changed("assets/fonts/bold.woff2", b"") == {"assets/fonts/bold.woff2", "assets/stylesheets/site.css"}
    assert changed("assets/javascripts/page.js", b"") == {"assets/javascripts/page.js"}


def test_the_order_of_files_changes_nothing() -> None:
    assert published(dict(reversed(FILES.items()))) == published(FILES)


def test_files_that_name_each_other_in_a_circle_can_have_no_name() -> None:
    with pytest.raises(CycleError):
        published({"a.js": b'import "./b.js"', "b.js": b'import "./a.js"'})

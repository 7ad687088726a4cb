"""Templates that an earlier build compiled, and when they are compiled again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from guides_api.engine import kept_templates
from guides_api.engine.cache_file import PLACE
from guides_api.engine.kept_templates import KeptTemplates


class Counting(Environment):
    """Counts what it compiles."""

    compiled = 0

    def _generate(self, *arguments: object, **named: object) -> str:
        Counting.compiled += 1
        return super()._generate(*arguments, **named)  # type: ignore[arg-type]


def drawn(root: Path, text: str = "{{ word }}", name: str = "html", *, escapes: bool = True) -> tuple[str, int]:
    """Fill a template as a build does; return what it gives, and how many templates were compiled."""
    kept = KeptTemplates(root)
    Counting.compiled = 0
    environment = Counting(loader=DictLoader({"un.html": text}), autoescape=escapes, bytecode_cache=kept.of(name))
    found = environment.get_template("un.html").render(word="<b>")
    kept.keep()
    return found, Counting.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert drawn(tmp_path) == ("&lt;b&gt;", 1)
    assert drawn(tmp_path) == ("&lt;b&gt;", 0)


def test_a_template_whose_text_has_changed_is_compiled_again(tmp_path: Path) -> None:
    drawn(tmp_path)
    assert drawn(tmp_path, "{{ word }} !") == ("&lt;b&gt; !", 1)
    assert drawn(tmp_path, "{{ word }} !") == ("&lt;b&gt; !", 0)


def test_the_same_file_is_not_the_same_template_in_another_environment(tmp_path: Path) -> None:
    drawn(tmp_path)
    assert drawn(tmp_path, name="markdown", escapes=False) == ("<b>", 1)


def test_other_code_compiles_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(tmp_path)
    monkeypatch.setattr(kept_templates, "of_code", lambda: b"other")
    assert drawn(tmp_path) == ("&lt;b&gt;", 1)
    assert drawn(tmp_path) == ("&lt;b&gt;", 0)


def test_what_was_damaged_is_compiled_again(tmp_path: Path) -> None:
    drawn(tmp_path)
    with sqlite3.connect(tmp_path / PLACE) as base:
        base.execute("UPDATE templates SET compiled = substr(compiled, 1, length(compiled) - 9) || 'abcdefghi'")
    base.close()
    assert drawn(tmp_path) == ("&lt;b&gt;", 1)
    assert drawn(tmp_path) == ("&lt;b&gt;", 0)

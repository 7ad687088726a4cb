"""The list of rules for contributors says what their explanations say."""

from __future__ import annotations

import re

from tests.build import ROOT

from guides_api.catalogue.explanations import families
from guides_api.cli.rules import REFERENCE
from guides_api.pages.rules import rule_reference


def test_the_document_is_fresh() -> None:
    assert (ROOT / REFERENCE).read_text(encoding="utf-8") == rule_reference(families()), "lancez « guides regles »"


def test_every_rule_has_a_section_under_its_family() -> None:
    text = re.sub(r"^```.*?^```$", "", rule_reference(families()), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^##+ .*$", text, re.MULTILINE) == [
        heading
        for family in families()
        for heading in (f"## {family.family}", *(f"### {rule.id}" for rule in family.rules))
    ]


def test_excerpts_are_code_that_ends_where_it_should() -> None:
    text = rule_reference(families())
    assert len(re.findall(r"^```(?:text|yaml|markdown|xml)$", text, re.MULTILINE)) == len(
        re.findall(r"^```$", text, re.MULTILINE)
    )
    assert not any("```" in rule.wrong + rule.right for family in families() for rule in family.rules)

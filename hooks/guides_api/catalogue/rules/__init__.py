"""What must hold between records. A rule is a pure function from the catalogue and a day to problems."""

from collections.abc import Callable, Iterable
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem
from guides_api.catalogue.rules.applicants import applicants_led_on, use_cases_reached
from guides_api.catalogue.rules.deliberation import words_of_one_datum
from guides_api.catalogue.rules.editors import (
    editors_alike,
    editors_apart,
    forms_of_their_editor,
    own_forms,
    scopes_of_the_form,
)
from guides_api.catalogue.rules.facts import expired_facts, facts_sourced
from guides_api.catalogue.rules.legal import (
    audit_whole,
    dates_past,
    security_sure,
    statement_and_audit_recent,
)
from guides_api.catalogue.rules.order import alphabetical
from guides_api.catalogue.rules.pages import api_paths, images_exist, use_case_guides
from guides_api.catalogue.rules.references import unknown_references
from guides_api.catalogue.rules.scopes import scopes_placed
from guides_api.catalogue.rules.synonyms import synonyms_told_once
from guides_api.catalogue.rules.use_cases import forms_of_use_cases, one_ruling_each, rulings_within_bundle
from guides_api.catalogue.rules.words import (
    labels_apart,
    news_dated_today_at_most,
    summaries_of_a_good_length,
    tag_ids,
    tags_known,
)

Rule = Callable[[Catalogue, date], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    unknown_references,
    api_paths,
    use_case_guides,
    images_exist,
    labels_apart,
    tag_ids,
    tags_known,
    synonyms_told_once,
    summaries_of_a_good_length,
    news_dated_today_at_most,
    scopes_placed,
    one_ruling_each,
    rulings_within_bundle,
    forms_of_use_cases,
    editors_apart,
    editors_alike,
    alphabetical,
    own_forms,
    forms_of_their_editor,
    scopes_of_the_form,
    applicants_led_on,
    use_cases_reached,
    facts_sourced,
    expired_facts,
    audit_whole,
    dates_past,
    statement_and_audit_recent,
    security_sure,
    words_of_one_datum,
)

__all__ = ["RULES", "Rule"]

"""The components, by the name that authors write. A new one: its file, its template, its line here."""

from guides_api.pages.components.api_badge import ApiBadge
from guides_api.pages.components.api_card import ApiCard
from guides_api.pages.components.api_editors import ApiEditors
from guides_api.pages.components.api_list import ApiList
from guides_api.pages.components.api_table import ApiTable
from guides_api.pages.components.api_use_cases import ApiUseCases
from guides_api.pages.components.appeal import Appeal
from guides_api.pages.components.applicants import Applicants
from guides_api.pages.components.audit_results import AuditResults
from guides_api.pages.components.base import Component, Holds, On
from guides_api.pages.components.button import Button
from guides_api.pages.components.callout import Callout
from guides_api.pages.components.card import Card
from guides_api.pages.components.case_data import CaseData
from guides_api.pages.components.centered import Centered
from guides_api.pages.components.chosen_forms import ChosenForms
from guides_api.pages.components.comparison import Comparison
from guides_api.pages.components.comparison_list import ComparisonList
from guides_api.pages.components.conformity import Conformity
from guides_api.pages.components.contact import Contact
from guides_api.pages.components.contact_us import ContactUs
from guides_api.pages.components.criteria import Criteria
from guides_api.pages.components.criteria_counts import CriteriaCounts
from guides_api.pages.components.data_choice import DataChoice
from guides_api.pages.components.data_map import DataMap
from guides_api.pages.components.data_pass import DataPass
from guides_api.pages.components.datum_card import DatumCard
from guides_api.pages.components.datum_editors import DatumEditors
from guides_api.pages.components.deliberation_checks import DeliberationChecks
from guides_api.pages.components.deliberation_text import DeliberationText
from guides_api.pages.components.diagram import Diagram
from guides_api.pages.components.editor_badge import EditorBadge
from guides_api.pages.components.editor_card import EditorCard
from guides_api.pages.components.editor_list import EditorList
from guides_api.pages.components.editors import Editors
from guides_api.pages.components.export_fields import ExportFields
from guides_api.pages.components.export_list import ExportList
from guides_api.pages.components.external import External
from guides_api.pages.components.fact import Fact
from guides_api.pages.components.fact_list import FactList
from guides_api.pages.components.france_connect import FranceConnect
from guides_api.pages.components.glossary import Glossary
from guides_api.pages.components.grid import Grid
from guides_api.pages.components.guide_list import GuideList
from guides_api.pages.components.legal_basis import LegalBasis
from guides_api.pages.components.legal_card import LegalCard
from guides_api.pages.components.legal_fact import LegalFact
from guides_api.pages.components.legal_text import LegalText
from guides_api.pages.components.legal_text_card import LegalTextCard
from guides_api.pages.components.legal_text_list import LegalTextList
from guides_api.pages.components.mention_list import MentionList
from guides_api.pages.components.missing_legal import MissingLegal
from guides_api.pages.components.news_list import NewsList
from guides_api.pages.components.next_steps import NextSteps
from guides_api.pages.components.not_accessible import NotAccessible
from guides_api.pages.components.prerequisites import Prerequisites
from guides_api.pages.components.print_button import PrintButton
from guides_api.pages.components.provider_list import ProviderList
from guides_api.pages.components.public_filter import PublicFilter
from guides_api.pages.components.public_list import PublicList
from guides_api.pages.components.publics import Publics
from guides_api.pages.components.quote import Quote
from guides_api.pages.components.rich_link import RichLink
from guides_api.pages.components.scopes import Scopes
from guides_api.pages.components.search_box import SearchBox
from guides_api.pages.components.site_map import SiteMap
from guides_api.pages.components.solution import Solution
from guides_api.pages.components.source import Source
from guides_api.pages.components.source_list import SourceList
from guides_api.pages.components.steps import Steps
from guides_api.pages.components.tag_list import TagList
from guides_api.pages.components.use_case_cards import UseCaseCards
from guides_api.pages.components.verifier import Verifier
from guides_api.pages.components.wording_list import WordingList

COMPONENTS: dict[str, type[Component]] = {
    component.tag(): component
    for component in (
        ApiBadge,
        ApiCard,
        ApiEditors,
        ApiList,
        ApiTable,
        ApiUseCases,
        Appeal,
        Applicants,
        AuditResults,
        Button,
        Callout,
        Card,
        CaseData,
        Centered,
        ChosenForms,
        Comparison,
        ComparisonList,
        Conformity,
        Contact,
        ContactUs,
        Criteria,
        CriteriaCounts,
        DataChoice,
        DataMap,
        DataPass,
        DatumCard,
        DatumEditors,
        DeliberationChecks,
        DeliberationText,
        Diagram,
        EditorBadge,
        EditorCard,
        EditorList,
        Editors,
        ExportFields,
        ExportList,
        External,
        Fact,
        FactList,
        FranceConnect,
        Glossary,
        Grid,
        GuideList,
        LegalBasis,
        LegalCard,
        LegalFact,
        LegalText,
        LegalTextCard,
        LegalTextList,
        MentionList,
        MissingLegal,
        NewsList,
        NextSteps,
        NotAccessible,
        Prerequisites,
        PrintButton,
        ProviderList,
        PublicFilter,
        PublicList,
        Publics,
        Quote,
        RichLink,
        Scopes,
        SearchBox,
        SiteMap,
        Solution,
        Source,
        SourceList,
        Steps,
        TagList,
        UseCaseCards,
        Verifier,
        WordingList,
    )
}

__all__ = ["COMPONENTS", "Component", "Holds", "On"]

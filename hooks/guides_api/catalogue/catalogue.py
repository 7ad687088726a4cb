"""The catalogue: every fact, once, with the joins between them. The only thing that the rest of the code sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.articles import Articles
from guides_api.catalogue.collections import grouped
from guides_api.catalogue.editors import Editor, Solution
from guides_api.catalogue.facts import Fact
from guides_api.catalogue.forms import Form
from guides_api.catalogue.models import Api, Bundle, FranceConnect, Public, RuledApi, Ruling, Scope, UseCase
from guides_api.catalogue.problems import folded
from guides_api.catalogue.written import Guide, News, Page

_LISTED_RULINGS = (Ruling.REQUIRED, Ruling.USEFUL, Ruling.UNJUSTIFIED)


@dataclass(frozen=True, eq=False)
class Catalogue(Articles):
    """The collections, and what joins them. Two catalogues are never equal: what is made of one can be kept for it."""

    def franceconnect(self, api: Api) -> FranceConnect:
        """Tell whether an API is called with FranceConnect: always, if one wants, or never."""
        with_it = [self.modalities[modality].franceconnect for modality in api.call_modalities]
        if all(with_it):
            return FranceConnect.ONLY
        return FranceConnect.POSSIBLE if any(with_it) else FranceConnect.NO

    def scopes_of(self, api_id: str) -> tuple[Scope, ...]:
        """Return the data that an API carries."""
        return self._scopes_by_api.get(api_id, ())

    def ruled(self, use_case: UseCase, ruling: Ruling) -> tuple[RuledApi, ...]:
        """Return the APIs of one class of a use case; for *non statué*, the rest of its bundle."""
        if ruling is Ruling.NOT_RULED:
            known = {ruled.api for listed in _LISTED_RULINGS for ruled in self.ruled(use_case, listed)}
            return tuple(RuledApi(api=api.id) for api in self.apis_of(use_case.bundle) if api.id not in known)
        listed: tuple[RuledApi, ...] = getattr(use_case.apis, ruling.value)
        return listed

    def ruling(self, use_case: UseCase, api_id: str) -> Ruling:
        """Return the class of an API for a use case."""
        return self._rulings.get((use_case.id, api_id), Ruling.NOT_RULED)

    def use_cases_by_ruling(self, api: Api) -> dict[Ruling, tuple[UseCase, ...]]:
        """Return the use cases of an API's bundle under each class."""
        found: dict[Ruling, list[UseCase]] = {ruling: [] for ruling in Ruling}
        for use_case in self.use_cases.values():
            if use_case.bundle == api.bundle:
                found[self.ruling(use_case, api.id)].append(use_case)
        return {ruling: tuple(use_cases) for ruling, use_cases in found.items()}

    def apis_of(self, bundle_id: str | None) -> tuple[Api, ...]:
        """Return the APIs of a bundle, or those outside any bundle."""
        return self._apis_by_bundle.get(bundle_id, ())

    def apis_beside(self, use_case: UseCase) -> tuple[tuple[Api, tuple[Form, ...]], ...]:
        """Return the APIs of no bundle or of another one that have forms for a use case, each with these forms."""
        found = (
            (api, tuple(form for form in api.forms if use_case.id in form.use_cases))
            for api in self.apis.values()
            if api.bundle != use_case.bundle
        )
        return tuple((api, forms) for api, forms in found if forms)

    def solutions(self) -> Iterator[tuple[Editor, Solution]]:
        """Yield every solution with its editor."""
        for editor in self.editors.values():
            for solution in editor.solutions:
                yield editor, solution

    def solution(self, form_id: str) -> Solution:
        """Return the solution whose own form bears an id."""
        return self._solutions_by_form[form_id][0]

    def solutions_for(self, use_case_id: str) -> tuple[tuple[Editor, Solution], ...]:
        """Return the solutions that serve a use case, with their editors."""
        return self._solutions_by_use_case.get(use_case_id, ())

    def solutions_asking(self, scope_id: str) -> tuple[tuple[Editor, Solution], ...]:
        """Return the solutions whose own form asks for a datum, with their editors."""
        return self._solutions_by_scope.get(scope_id, ())

    def solutions_reading(self, api_id: str) -> tuple[tuple[Editor, Solution], ...]:
        """Return the solutions whose own form asks for some datum of an API, with their editors."""
        return self._solutions_by_api.get(api_id, ())

    def publics_of(self, use_case: UseCase) -> tuple[Public, ...]:
        """Return the publics of a use case, groups replaced by their members, each once."""
        found: dict[str, Public] = {}
        for identifier in use_case.publics:
            public = self.publics[identifier]
            for member in public.includes or (public.id,):
                found.setdefault(member, self.publics[member])
        return tuple(found.values())

    def bundle_of_form(self, form_id: str) -> Bundle | None:
        """Return the bundle that a DataPass form asks access to: its id opens with the bundle's."""
        return next((bundle for bundle in self.bundles.values() if form_id.startswith(f"{bundle.id}-")), None)

    def guide_of(self, use_case_id: str) -> Guide | None:
        """Return the guide that is a use case's page, if one is written."""
        return next(iter(self._guides_by_use_case.get(use_case_id, ())), None)

    def name_of(self, use_case: UseCase) -> str:
        """Return what readers know a use case as: the title of its guide, or its own name without a guide."""
        guide = self.guide_of(use_case.id)
        return guide.title if guide else use_case.name

    @cached_property
    def listed_guides(self) -> tuple[Guide, ...]:
        """The guides that lists may show, by title."""
        listed = (guide for guide in self.guides.values() if guide.publish)
        return tuple(sorted(listed, key=lambda guide: folded(guide.title)))

    def written(self) -> Iterator[Page | Api]:
        """Yield every record whose prose people write."""
        yield from self.pages.values()
        yield from self.guides.values()
        yield from self.news.values()
        yield from self.apis.values()

    def facts_on(self, topic: str | None) -> tuple[Fact, ...]:
        """Return the facts on a topic, or all."""
        return tuple(fact for fact in self.facts.values() if topic in (None, fact.topic))

    def use_cases_for(self, public_id: str) -> tuple[UseCase, ...]:
        """Return the use cases that concern a public, or a public that it stands for."""
        concerned = {public_id, *self.publics[public_id].includes}
        return tuple(
            use_case
            for use_case in self.use_cases.values()
            if concerned & {public.id for public in self.publics_of(use_case)}
        )

    def served_publics(self) -> tuple[Public, ...]:
        """Return the publics that some use case is for, groups replaced by members, in the order of their file."""
        served = {public.id for use_case in self.use_cases.values() for public in self.publics_of(use_case)}
        return tuple(public for public in self.publics.values() if public.id in served)

    def guides_for(self, public_id: str) -> tuple[Guide, ...]:
        """Return the listed guides written for a public, a group that holds it, or a public that it stands for."""
        groups = {public.id for public in self.publics.values() if public_id in public.includes}
        concerned = {public_id, *self.publics[public_id].includes, *groups}
        return tuple(guide for guide in self.listed_guides if concerned.intersection(guide.publics))

    def guides_naming(self, identifier: str) -> tuple[Guide, ...]:
        """Return the listed guides whose front matter names an API or a bundle, by title."""
        return self._guides_by_name.get(identifier, ())

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[Guide | News, ...]]:
        """The listed guides, then the news, under each tag, tags in alphabetical order."""
        found: dict[str, list[Guide | News]] = {}
        pages: tuple[Guide | News, ...] = (*self.listed_guides, *self.latest_news)
        for page in pages:
            for tag in page.tags:
                found.setdefault(tag, []).append(page)
        return {tag: tuple(found[tag]) for tag in sorted(found, key=folded)}

    def use_cases_resting_on(self, text_id: str) -> tuple[UseCase, ...]:
        """Return the use cases whose legal basis holds a text."""
        return tuple(use_case for use_case in self.use_cases.values() if text_id in use_case.legal_texts)

    def apis_from(self, provider_id: str) -> tuple[Api, ...]:
        """Return the APIs whose data comes from a provider."""
        return self._apis_by_provider.get(provider_id, ())

    def wanted(self, use_case: UseCase) -> tuple[Api, ...]:
        """Return the APIs that a use case requires or finds useful."""
        ruled = (item for ruling in (Ruling.REQUIRED, Ruling.USEFUL) for item in self.ruled(use_case, ruling))
        return tuple(self.apis[item.api] for item in ruled)

    def covered(self, use_case: UseCase, solution: Solution) -> tuple[Api, ...]:
        """Return the APIs that a use case requires or finds useful and of which a solution's form asks some datum."""
        return tuple(api for api in self.wanted(use_case) if api.id in self._asked_apis(solution))

    def _asked_apis(self, solution: Solution) -> Mapping[str, None]:
        return dict.fromkeys(api for scope in solution.scopes.asked for api in self.scopes[scope].apis)

    @cached_property
    def _scopes_by_api(self) -> Mapping[str, tuple[Scope, ...]]:
        return grouped((api_id, scope) for scope in self.scopes.values() for api_id in scope.apis)

    @cached_property
    def _apis_by_bundle(self) -> Mapping[str | None, tuple[Api, ...]]:
        return grouped((api.bundle, api) for api in self.apis.values())

    @cached_property
    def _apis_by_provider(self) -> Mapping[str, tuple[Api, ...]]:
        return grouped((provider, api) for api in self.apis.values() for provider in dict.fromkeys(api.providers))

    @cached_property
    def _guides_by_name(self) -> Mapping[str, tuple[Guide, ...]]:
        return grouped((name, guide) for guide in self.listed_guides for name in dict.fromkeys(guide.api))

    @cached_property
    def _guides_by_use_case(self) -> Mapping[str | None, tuple[Guide, ...]]:
        return grouped((guide.use_case, guide) for guide in self.guides.values())

    @cached_property
    def _rulings(self) -> dict[tuple[str, str], Ruling]:
        return {
            (use_case.id, ruled.api): ruling
            for use_case in self.use_cases.values()
            for ruling in _LISTED_RULINGS
            for ruled in self.ruled(use_case, ruling)
        }

    @cached_property
    def _solutions_by_use_case(self) -> Mapping[str, tuple[tuple[Editor, Solution], ...]]:
        return grouped((use_case, pair) for pair in self.solutions() for use_case in pair[1].use_cases)

    @cached_property
    def _solutions_by_scope(self) -> Mapping[str, tuple[tuple[Editor, Solution], ...]]:
        return grouped((scope, pair) for pair in self.solutions() for scope in dict.fromkeys(pair[1].scopes.asked))

    @cached_property
    def _solutions_by_api(self) -> Mapping[str, tuple[tuple[Editor, Solution], ...]]:
        return grouped((api, pair) for pair in self.solutions() for api in self._asked_apis(pair[1]))

    @cached_property
    def _solutions_by_form(self) -> Mapping[str, tuple[Solution, ...]]:
        return grouped((solution.form, solution) for _, solution in self.solutions())

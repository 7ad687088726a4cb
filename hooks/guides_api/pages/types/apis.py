"""APIs: their facts are their page's front matter, their prose its body."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.models import Api
from guides_api.pages.addresses import bundle_path, file_link
from guides_api.pages.page import APIS, HOME, Crumb, SitePage
from guides_api.pages.templating import Words


def api_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page an API."""
    datapass = DataPass(catalogue.site.datapass_url)
    for api in catalogue.apis.values():
        yield SitePage(
            path=api.path,
            title=api.title,
            description=described(api, catalogue),
            layout="api",
            edits=api.file,
            values={
                "api": api,
                "body": Words(api.body.strip()),
                "guides": [
                    {"title": guide.title, "href": Words(file_link(guide.path, api.path))}
                    for guide in catalogue.guides_naming(api.id)
                ],
                "bundle": _bundle_links(api, catalogue, datapass),
                "forms": [
                    {"when": form.when or api.title, "href": Words(datapass.form(form.id))} for form in api.forms
                ],
            },
            trail=(HOME, APIS, *_bundle(api, catalogue)),
            written=True,
            explains=True,
        )


def described(api: Api, catalogue: Catalogue) -> str:
    """Return what search engines and language models are told of an API."""
    providers = ", ".join(catalogue.providers[provider].name for provider in api.providers)
    return f"API {api.title} ({providers}) : données, modalités d’appel, FranceConnect, cas d’usage."


def _bundle(api: Api, catalogue: Catalogue) -> tuple[Crumb, ...]:
    return (Crumb(catalogue.bundles[api.bundle].name, bundle_path(api.bundle)),) if api.bundle else ()


def _bundle_links(api: Api, catalogue: Catalogue, datapass: DataPass) -> dict[str, str]:
    if api.bundle is None:
        return {}
    return {
        "name": catalogue.bundles[api.bundle].name,
        "href": Words(file_link(bundle_path(api.bundle), api.path)),
        "free": Words(datapass.choice(api.bundle)),
    }

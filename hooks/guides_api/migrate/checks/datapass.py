"""Addresses of DataPass that people typed: of another use case, of an old shape, of a test site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide

_ADDRESS = re.compile(r"[hH][tT]{2}[pP][sS]?://[^\s)\"'<>\]]+")
_HOST = re.compile(r"[\w.-]*datapass[\w.-]*")
_BEFORE = "signup"  # what DataPass was called, on the same domain
_NAMES = ("datapass", _BEFORE)
_TEST = re.compile(
    r"(?:^|[.-])(?:staging|sandbox|recette|test|tests|preprod|pre-?production|dev|develop|demo|qualif)\d*(?:[.-]|$)"
)
_OLD_PATH = re.compile(r"/+(?:api[-_][\w-]+|franceconnect|hubee[\w-]*|aidants-connect|le-taxi)(?:/|$)")


def datapass_addresses(guide: Guide, context: Context) -> Iterator[Finding]:
    """Tell of each such address, at its line."""
    markdown = guide.markdown
    if not any(name in markdown.lowered for name in _NAMES):
        return
    today = urlsplit(context.catalogue.site.datapass_url).hostname or "" if context.catalogue else ""
    for written in _ADDRESS.finditer(markdown.masked):
        if not any(name in written[0].lower() for name in _NAMES):
            continue
        address = written[0].rstrip(".,;:!?")
        try:
            parts = urlsplit(address)
            parameters = parse_qs(parts.query)
        except ValueError:
            continue
        host = (parts.hostname or "").lower()
        domain = today.partition(".")[2]
        if not (_HOST.fullmatch(host) or (domain and host == f"{_BEFORE}.{domain}")):
            continue
        line = markdown.line(written.start())
        if _TEST.search(host):
            message = f"« {address[:100]} » mène à un DataPass de test : une demande y serait perdue."
            yield found("datapass-recette", guide.path, line, message)
            continue
        if (today and host != today) or _OLD_PATH.match(parts.path) or "demarche" in parameters:
            message = f"« {address[:100]} » est une ancienne adresse de DataPass : le site calcule celle d’aujourd’hui."
            yield found("datapass-ancien", guide.path, line, message)
        if context.use_cases is not None:
            meant = context.use_cases.of_address(address, parameters)
            own = context.use_cases.of_guide(guide) if meant else meant
            if own and not own & meant:
                names = (_called(use_cases, context) for use_cases in (own, meant))
                message = "ce guide porte sur « {} », et cette adresse sur « {} ».".format(*names)
                yield found("datapass-autre-cas", guide.path, line, message)


def _called(use_cases: frozenset[str], context: Context) -> str:
    known = context.catalogue.use_cases if context.catalogue else {}
    return " » ou « ".join(known[use_case].name for use_case in sorted(use_cases)[:2])

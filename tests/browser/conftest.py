"""A real browser, the built site served on this machine, and an eye on every request."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine
]
PATIENCE = 15_000  # milliseconds that the browser has to do one thing on a busy machine


class Served(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for all that a page needs

    def end_headers(self) -> None:
        """Let a window keep what all pages share, as published sites do."""
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: tests read the browser, not the server."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site, without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert chromium, "Chromium manque. Sous Debian : sudo apt-get install chromium-headless-shell"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def settings() -> dict[str, Any]:
    """What a test asks of the browser, by parameter."""
    return {}


@pytest.fixture
def page(browser: Browser, address: str, settings: dict[str, Any]) -> Iterator[Page]:
    """An empty page below the site's address. The test fails if anything was asked of another machine."""
    context = browser.new_context(base_url=address, locale="fr-FR", **settings)
    context.set_default_timeout(PATIENCE)
    elsewhere = watched(context)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert elsewhere == []
    assert errors == []


def watched(context: BrowserContext) -> list[str]:
    """Return the list in which every address asked of another machine is noted."""
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname != "127.0.0.1":
            elsewhere.append(request.url)

    context.on("request", note)
    return elsewhere

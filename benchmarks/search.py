"""How well the search answers, and what a first answer weighs, in a real browser.

    .venv/bin/python benchmarks/search.py                     our search
    .venv/bin/python benchmarks/search.py --pagefind CMD      beside Pagefind's; CMD runs it: "npx pagefind", for one

Each query of tests/search/queries.yaml is asked of the real site; a few are asked first, of a browser that has fetched
nothing yet. The same is done on 5,000 pages of invented words. Times are told as ratios: they depend on the machine.
"""

from __future__ import annotations

import argparse
import gzip
import shlex
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any

import yaml
from playwright.sync_api import Browser, Response, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from tests import build  # noqa: E402
from tests.search import synthetic  # noqa: E402

from guides_api.pages.search.phrases import Phrases  # noqa: E402  the line above finds it
from guides_api.pages.search.revision import made  # noqa: E402
from guides_api.pages.search.shards import FOLDER, START  # noqa: E402

QUERIES: Mapping[str, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "tests/search/queries.yaml").read_text(encoding="utf-8")
)
MANY, BODY = 5_000, 250
OURS = """async query => {{
  const {{ Engine }} = await import("{}")
  const address = document.querySelector("[data-search-index]").dataset.searchIndex
  const engine = (window.engine ??= new Engine(address))
  const {{ results }} = await engine.find(query)
  const pages = await engine.described(results.slice(0, 5).map(([rank]) => rank))
  return pages.map(({{ address }}) => new URL(address).pathname.slice(1))
}}"""
PAGEFIND = """async query => {
  const pagefind = await import("/pagefind/pagefind.js")
  const { results } = await pagefind.search(query)
  const pages = await Promise.all(results.slice(0, 5).map(result => result.data()))
  return pages.map(({ url }) => url.slice(1))
}"""
TIMED = "async query => {{ const start = performance.now(); await ({})(query); return performance.now() - start }}"


@dataclass(frozen=True, slots=True)
class First:
    """What a first answer costs: bytes once compressed, requests, milliseconds."""

    weight: int
    requests: int
    time: float


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def ranks(browser: Browser, address: str, search: str) -> Mapping[str, float]:
    """Return the mean reciprocal rank of each list of queries."""
    page = browser.new_page()
    page.goto(address)
    means = {}
    for name, cases in QUERIES.items():
        found = [[place.split("#")[0] for place in page.evaluate(search, case["query"])] for case in cases]
        each = [
            next((1 / rank for rank, place in enumerate(places, 1) if place in case["pages"]), 0.0)
            for places, case in zip(found, cases, strict=True)
        ]
        means[name] = statistics.mean(each)
    page.close()
    return means


def first(browser: Browser, address: str, search: str, query: str) -> First:
    """Ask a query of a browser that knows nothing."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  Playwright refuses a built-in
    time = page.evaluate(TIMED.format(search), query)
    page.wait_for_load_state("networkidle")
    weight = sum(len(gzip.compress(answer.body(), 9)) for answer in answers)
    context.close()
    return First(weight, len(answers), time)


def firsts(browser: Browser, address: str, search: str, queries: list[str]) -> First:
    """Return the heaviest of some first answers, the most requests and the median time."""
    found = [first(browser, address, search, query) for query in queries]
    return First(
        max(item.weight for item in found),
        max(item.requests for item in found),
        statistics.median(item.time for item in found),
    )


def write_synthetic(folder: Path, site: Path) -> list[str]:
    """Write a site of many pages that is nothing but its index; return queries of three words, the last misspelt.

    It has the scripts of `site`.
    """
    texts, _ = made(synthetic.pages(MANY, BODY), Phrases.of([]), None)
    for place in (FOLDER, START.rpartition("/")[0]):
        (folder / place).mkdir(parents=True)
    for path, text in texts.items():
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "assets/javascripts").symlink_to(site / "assets/javascripts")
    (folder / "index.html").write_text(f'<div data-search-index="{START}">', encoding="utf-8")
    words = synthetic.vocabulary()
    return [f"{words[10 + n]} {words[300 + n]} {words[3_000 + n]}x" for n in range(0, 50, 10)]


def main() -> None:
    """Print what was found, a line for each way to search."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pagefind", help="la commande de Pagefind, pour comparer")
    pagefind = parser.parse_args().pagefind
    chromium = which("chromium-headless-shell") or which("chromium")
    if not chromium:
        sys.exit("Chromium manque.")
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        site, many = Path(temporary) / "site", Path(temporary) / "many"
        done = build.run(ROOT, site)
        if done.returncode:
            sys.exit(done.stdout)
        ours = OURS.format(build.asset(site, "javascripts/search-engine.js"))
        ways = {"ours": ours}
        if pagefind:
            subprocess.run([*shlex.split(pagefind), "--site", str(site)], check=True, stdout=subprocess.DEVNULL)
            ways["Pagefind"] = PAGEFIND
        sample = [case["query"] for case in QUERIES["tuning"] if case["query"].count(" ") == 2][:10]
        with served(site) as address:
            costs = {name: firsts(browser, address, search, sample) for name, search in ways.items()}
            for name, search in ways.items():
                means = ", ".join(f"{part} {mean:.3f}" for part, mean in ranks(browser, address, search).items())
                ratio = costs[name].time / costs["ours"].time
                print(
                    f"{name}: mean reciprocal rank {means}; first answer {costs[name].weight:,} bytes "
                    f"in {costs[name].requests} requests, {ratio:.1f} times as long as ours"
                )
        queries = write_synthetic(many, site)
        with served(many) as address:
            cost = firsts(browser, address, ours, queries)
            print(f"ours, {MANY:,} pages: first answer {cost.weight:,} bytes in {cost.requests} requests")


if __name__ == "__main__":
    main()

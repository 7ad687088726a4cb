"""How many pages a second nginx gives with the configuration of `guides nginx`, beside the most that it can give.

    .venv/bin/python benchmarks/nginx.py

The most is an empty file, served by the same nginx without any of our configuration. Each file of the real site is
asked for by wrk, right after the empty one, several times; what is told is the median ratio, which depends on the
machine far less than the numbers do. Nothing is encrypted: that costs both the same.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from tests import build, filled  # noqa: E402
from tests.nginx import BELOW, HERE, SITE_URL, configure, free_port, serve  # noqa: E402

from guides_api.cli.compress import compress  # noqa: E402  the line above finds it

SECONDS, ROUNDS, CONNECTIONS = 3, 5, 32
PAGES = {"home": "", "guide": "guides/ccas/", "editor": "editeurs/arpege/", "map of data": "donnees/"}
# What browsers say: nginx has more to do for some than for others.
CODINGS = ("br", "gzip", "identity")


def requests(address: str, coding: str) -> float:
    """Return how many answers a second wrk gets, and stop at the first that is none."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Accept-Encoding: {coding}", address]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(said)
    found = re.search(r"^Requests/sec:\s*([\d.]+)$", said, re.MULTILINE)
    return float(found[1]) if found else sys.exit(said)


def main() -> None:
    """Print a line for each page and coding."""
    if not shutil.which("wrk"):
        sys.exit("wrk manque. Sous Debian ou Ubuntu : sudo apt-get install wrk")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        site, empty = folder / "www" / BELOW.strip("/"), folder / "empty"
        done = build.run(filled.fill(build.copy(ROOT, folder / "source"), address=SITE_URL), site)
        if done.returncode:
            sys.exit(done.stdout)
        CliRunner().invoke(compress, ["--site", str(site)], catch_exceptions=False)
        empty.mkdir()
        (empty / "empty").touch()
        (folder / "nginx").mkdir()
        bare, ours = free_port(), free_port()
        servers = (
            f"server {{ listen {HERE}:{bare}; location / {{ root {empty}; }} }}\n"
            f"server {{ listen {HERE}:{ours}; include {folder}/nginx/guides-api/site.conf; }}\n"
        )
        with serve(configure(folder / "nginx", folder / "www", {}, SITE_URL, servers)):
            asset = build.asset(site, "stylesheets/site.css").removeprefix("/")
            for name, path in {**PAGES, "style sheet": asset}.items():
                for coding in CODINGS:
                    addresses = f"http://{HERE}:{bare}/empty", f"http://{HERE}:{ours}{BELOW}{path}"
                    pairs = [[requests(address, coding) for address in addresses] for _ in range(ROUNDS)]
                    most, got = (statistics.median(column) for column in zip(*pairs, strict=True))
                    ratio = statistics.median(page / nothing for nothing, page in pairs)
                    print(f"{name}, {coding}: {ratio:.0%} of an empty file ({got:,.0f} a second, of {most:,.0f})")


if __name__ == "__main__":
    main()

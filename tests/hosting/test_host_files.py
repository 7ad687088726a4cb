"""What hosts read at the site's root, and the configuration of nginx, as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.nginx import BELOW, MOVED, SITE_URL

from guides_api.pages.hosting.headers import EVERYWHERE, KINDS
from guides_api.pages.hosting.host_files import host_files
from guides_api.pages.hosting.nginx import nginx_files
from guides_api.pages.hosting.redirects import below

GOLDEN = Path(__file__).parents[1] / "golden/hosting"
ADDRESSES = {
    "https://guides.ville.fr": "/",
    "https://guides.ville.fr/": "/",
    "https://www.ville.fr/guides-api": "/guides-api/",
    "https://www.ville.fr/services/guides-api/": "/services/guides-api/",
}


@pytest.mark.parametrize(("site_url", "root"), ADDRESSES.items(), ids=ADDRESSES)
def test_a_site_is_below_the_path_of_its_address(site_url: str, root: str) -> None:
    assert below(site_url) == root
    written = dict(host_files(MOVED, site_url))
    assert written["_headers"].startswith(f"{root}*\n")
    assert written["_redirects"].splitlines() == [f"{root}{old[1:]} {root}{new[1:]} 301" for old, new in MOVED.items()]


@pytest.mark.parametrize("name", ["_headers", "_redirects", "guides-api.conf", "correspondances.conf", "site.conf"])
def test_a_file_is_written_as_it_was_read_over(name: str, *, rewrite_golden: bool) -> None:
    made = [*host_files(MOVED, SITE_URL), *nginx_files(MOVED, SITE_URL, "/var/www/guides-api/")]
    (text,) = [text for path, text in made if path.rpartition("/")[2] == name]
    if rewrite_golden:
        (GOLDEN / name).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_two_rules_give_one_header_to_one_file() -> None:
    """Some hosts would send both values, others the last."""
    folders = [folder for kind in KINDS for folder in kind.folders]
    assert not [one for one in folders for other in folders if one != other and one.startswith(other)]
    assert not EVERYWHERE.keys() & {name for kind in KINDS for name in kind.headers}


def test_a_line_is_short_enough_for_every_host() -> None:
    """Cloudflare Pages ignores a line of more than 2,000 characters, and what follows the hundredth rule."""
    text = dict(host_files({}, SITE_URL))["_headers"]
    assert max(map(len, text.splitlines())) < 2_000
    assert text.count("\n/") < 100


def test_the_built_site_holds_both_files(www: Path) -> None:
    site = www / BELOW.strip("/")
    assert (site / "_headers").read_text(encoding="utf-8") == dict(host_files({}, SITE_URL))["_headers"]
    moved = f"{BELOW}security.txt {BELOW}.well-known/security.txt 301\n"
    assert moved in (site / "_redirects").read_text(encoding="utf-8")

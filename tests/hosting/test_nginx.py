"""What Debian's nginx answers with the configuration that `guides nginx` writes, byte for byte but places and ports."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from tests import build, nginx
from tests.nginx import BELOW, HOST, MOVED, Answer, Served

from guides_api.engine import pictures
from guides_api.pages.hosting.headers import EVERYWHERE, KINDS, POLICY
from guides_api.pages.hosting.nginx import TYPES
from guides_api.pages.search.shards import FOLDER, START

FOR_EVER, AN_HOUR, ASK = "public, max-age=31536000, immutable", "public, max-age=3600", "no-cache"
PAGE = "guides/aide-exemple/"
BADGE = "exports/v1/badges/editeurs/editeur-exemple.svg"
KNOWN = ("", PAGE, BADGE, "exports/v1/api.json", "guides.xml", "images/dossier.svg", "nulle-part/", ".git/config")


@pytest.fixture(scope="module")
def css(www: Path) -> str:
    return build.asset(below(www), "stylesheets/site.css").removeprefix("/")


def below(www: Path) -> Path:
    return www / BELOW.strip("/")


def file(www: Path, path: str) -> bytes:
    return (below(www) / path).read_bytes()


def lost(answer: Answer) -> bool:
    return answer.status == 404 and "<h1>Page introuvable</h1>" in answer.body.decode()


def test_nginx_has_nothing_to_say_against_the_configuration(www: Path, tmp_path: Path) -> None:
    for site_url in (nginx.SITE_URL, f"https://{HOST}/"):
        told = nginx.tested(nginx.configure(tmp_path, www, MOVED, site_url))
        assert [line for line in told.splitlines() if "syntax is ok" not in line and "is successful" not in line] == []


def test_without_encryption_readers_are_sent_to_the_same_address_with_it(hosted: Served) -> None:
    answer = hosted.get_plain(f"{BELOW}{PAGE}?a=1")
    assert (answer.status, answer.headers["location"]) == (301, f"https://{HOST}{BELOW}{PAGE}?a=1")


@pytest.mark.parametrize("path", KNOWN)
def test_every_answer_bears_every_header_once(path: str, hosted: Served) -> None:
    borne = hosted.get(f"{BELOW}{path}").headers
    assert {name: borne.get(name.lower()) for name in EVERYWHERE} == EVERYWHERE


def test_the_policy_of_headers_is_that_of_pages_and_forbids_frames_too(hosted: Served) -> None:
    answer = hosted.get(BELOW)
    assert answer.headers["content-security-policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert f'http-equiv="Content-Security-Policy" content="{POLICY}"' in answer.body.decode()


def test_a_certificate_is_renewed_without_encryption(hosted: Served, www: Path) -> None:
    place = ".well-known/acme-challenge/jeton"
    (www / "acme" / place).parent.mkdir(parents=True)
    (www / "acme" / place).write_text("preuve", encoding="utf-8")
    answer = hosted.get_plain(f"/{place}")
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"preuve", "text/plain")


def test_the_version_of_the_server_is_not_told(hosted: Served) -> None:
    assert {hosted.get(f"{BELOW}{path}").headers["server"] for path in KNOWN} == {"nginx"}
    assert hosted.get_plain("/").headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("path", "kept", "readers"),
    [
        (PAGE, ASK, "same-origin"),
        ("guides.xml", ASK, "same-origin"),
        ("images/dossier.svg", ASK, "same-origin"),
        (START, ASK, "same-origin"),
        (BADGE, AN_HOUR, "cross-origin"),
        ("exports/v1/api.json", AN_HOUR, "cross-origin"),
        ("assets/partage/index.png", AN_HOUR, "cross-origin"),
        ("nulle-part/", ASK, "same-origin"),
        ("assets/stylesheets/site.0123456789.css", ASK, "same-origin"),
        ("guides", ASK, "same-origin"),
    ],
)
def test_a_file_is_kept_for_as_long_as_its_name_holds_the_same(
    path: str, kept: str, readers: str, hosted: Served
) -> None:
    headers = hosted.get(f"{BELOW}{path}").headers
    assert (headers["cache-control"], headers["cross-origin-resource-policy"]) == (kept, readers)
    assert headers.get("access-control-allow-origin") == ("*" if readers == "cross-origin" else None)


def test_a_file_that_is_named_after_what_it_holds_is_kept_for_ever(www: Path, css: str, hosted: Served) -> None:
    words = next((below(www) / FOLDER).glob("mots-*.json")).name
    for path in (css, f"{FOLDER}/{words}"):
        answer = hosted.get(f"{BELOW}{path}")
        assert (answer.status, answer.headers["cache-control"]) == (200, FOR_EVER)


def test_every_folder_of_assets_is_of_one_kind(www: Path) -> None:
    site = below(www)
    folders = [folder for kind in KINDS for folder in kind.folders]
    for path in (item.relative_to(site).as_posix() for item in (site / "assets").rglob("*") if item.is_file()):
        assert len([folder for folder in folders if path.startswith(folder)]) == 1, path
    assert {f"{FOLDER}/", f"{pictures.FOLDER}/"} < set(folders)


@pytest.mark.parametrize(
    ("asked", "coding"), [("br, gzip", "br"), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None)]
)
def test_texts_come_compressed_as_the_browser_can_read_them(
    asked: str, coding: str | None, www: Path, css: str, hosted: Served
) -> None:
    undone = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    for path, name in ((PAGE, f"{PAGE}index.html"), (css, css), ("exports/v1/api.csv", "exports/v1/api.csv")):
        answer = hosted.get(f"{BELOW}{path}", accept_encoding=asked)
        assert answer.headers.get("content-encoding") == coding
        assert answer.headers["vary"] == "Accept-Encoding"
        assert undone(answer.body) == file(www, name)


def test_a_page_of_lost_readers_comes_compressed_too(www: Path, hosted: Served) -> None:
    answer = hosted.get(f"{BELOW}nulle-part/", accept_encoding="br")
    assert (answer.status, answer.headers["content-encoding"]) == (404, "br")
    assert brotli.decompress(answer.body) == file(www, "404.html")


def test_every_file_of_the_site_is_of_a_known_type(www: Path, hosted: Served) -> None:
    kinds: dict[str, Path] = {}
    for path in sorted(below(www).rglob("*")):
        if path.is_file() and path.suffix != ".br" and not path.name.startswith("_"):
            kinds[path.suffix.removeprefix(".")] = path
    assert set(kinds) <= set(TYPES)
    for kind, path in kinds.items():
        if path.name != "404.html":
            address = f"/{path.relative_to(www).as_posix()}".removesuffix("index.html")
            told, _, charset = hosted.get(address).headers["content-type"].partition("; ")
            assert told == TYPES[kind]
            assert charset == ("charset=utf-8" if told.startswith("text/") or kind == "svg" else "")


def test_an_unchanged_page_is_not_sent_again(hosted: Served) -> None:
    for coding in ("identity", "gzip", "br"):
        first = hosted.get(f"{BELOW}{PAGE}", accept_encoding=coding)
        by_mark = hosted.get(f"{BELOW}{PAGE}", accept_encoding=coding, if_none_match=first.headers["etag"])
        by_date = hosted.get(f"{BELOW}{PAGE}", accept_encoding=coding, if_modified_since=first.headers["last-modified"])
        for again in (by_mark, by_date):
            assert (again.status, again.body) == (304, b"")
            assert again.headers["cache-control"] == ASK
    old = hosted.get(f"{BELOW}{PAGE}", if_none_match='"autre"')
    assert (old.status, len(old.body) > 0) == (200, True)


def test_a_part_of_a_file_may_be_asked_for(www: Path, hosted: Served) -> None:
    whole = file(www, "exports/v1/api.json")
    part = hosted.get(f"{BELOW}exports/v1/api.json", range="bytes=10-19")
    assert (part.status, part.body, part.headers["content-range"]) == (206, whole[10:20], f"bytes 10-19/{len(whole)}")
    assert hosted.get(f"{BELOW}exports/v1/api.json", range=f"bytes={len(whole)}-").status == 416


@pytest.mark.parametrize(
    "path",
    [
        "nulle-part",
        "nulle-part/",
        "guides/nulle-part/index.html/",
        "assets/",
        "assets/stylesheets/",
        "exports/v1/",
        ".git/config",
        ".env",
        "guides/.cache/",
        ".well-known/",
        ".well-known/.secret",
        "_headers",
        "_redirects",
        "404.html",
    ],
)
def test_what_is_no_page_has_the_french_page_of_lost_readers(path: str, www: Path, hosted: Served) -> None:
    answer = hosted.get(f"{BELOW}{path}")
    assert lost(answer)
    assert answer.body == file(www, "404.html")


@pytest.mark.parametrize("path", [".env", "guides/.git/config", "_headers"])
def test_a_hidden_file_is_not_shown_though_it_is_there(path: str, www: Path, hosted: Served) -> None:
    hidden = below(www) / path
    is_ours = not hidden.exists()
    hidden.parent.mkdir(exist_ok=True)
    with hidden.open("a", encoding="utf-8"):
        assert lost(hosted.get(f"{BELOW}{path}"))
    if is_ours:  # other tests look at every file, in whatever order
        hidden.unlink()


def test_the_contact_for_flaws_is_shown(www: Path, hosted: Served) -> None:
    answer = hosted.get(f"{BELOW}.well-known/security.txt")
    assert (answer.status, answer.body) == (200, file(www, ".well-known/security.txt"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["", PAGE, "nulle-part/"])
def test_a_site_is_read_and_nothing_else(path: str, method: str, hosted: Served) -> None:
    answer = hosted.get(f"{BELOW}{path}", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_the_headers_of_a_page_may_be_asked_for_alone(hosted: Served) -> None:
    alone, whole = hosted.get(BELOW, "HEAD"), hosted.get(BELOW)
    assert (alone.status, alone.body) == (200, b"")
    assert alone.headers["content-length"] == str(len(whole.body))
    assert "allow" not in whole.headers


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (BELOW.rstrip("/"), BELOW),
        (f"{BELOW.rstrip('/')}?a=1", f"{BELOW}?a=1"),
        (f"{BELOW}guides", f"{BELOW}guides/"),
        (f"{BELOW}guides?a=1", f"{BELOW}guides/?a=1"),
        (f"{BELOW}index.html", BELOW),
        (f"{BELOW}{PAGE}index.html?a=1", f"{BELOW}{PAGE}?a=1"),
        *((f"{BELOW}{old.lstrip('/')}", f"{BELOW}{new.lstrip('/')}") for old, new in MOVED.items()),
        *((f"{BELOW}{old.strip('/')}", f"{BELOW}{new.lstrip('/')}") for old, new in MOVED.items()),
        (f"{BELOW}guides/ancien-nom/?a=1", f"{BELOW}guides/aide-exemple/?a=1"),
    ],
)
def test_an_address_that_is_not_quite_right_leads_to_the_page(asked: str, place: str, hosted: Served) -> None:
    answer = hosted.get(asked)
    assert (answer.status, answer.headers["location"]) == (301, place)


@pytest.mark.parametrize("asked", ["/ailleurs/index.html", "\\ailleurs/index.html", "%5Cailleurs", "/ailleurs"])
@pytest.mark.parametrize("start", [BELOW, BELOW.rstrip("/"), ""])
def test_no_address_leads_to_another_site(start: str, asked: str, hosted: Served) -> None:
    place = hosted.get(f"{start}{asked}").headers.get("location", BELOW)
    assert place.startswith(BELOW)
    assert "//" not in place
    assert "\\" not in place


def test_what_is_beside_the_site_is_not_shown(www: Path, hosted: Served) -> None:
    (www / "a-cote.html").write_text("secret", encoding="utf-8")
    for path in ("/a-cote.html", f"{BELOW}../a-cote.html", f"{BELOW}%2e%2e/a-cote.html", f"{BELOW}..%2fa-cote.html"):
        assert hosted.get(path).status == 404
    assert (hosted.get("/").status, hosted.get("/").headers["location"]) == (302, BELOW)

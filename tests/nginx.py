"""Debian's nginx on this machine, with the configuration that `guides nginx` writes, and what it answers."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from guides_api.pages.hosting.nginx import nginx_files

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
HERE = "127.0.0.1"
HOST, BELOW = "exemple.gouv.fr", "/guides-api/"
SITE_URL = f"https://{HOST}{BELOW}"
MOVED = {"/guides/ancien-nom/": "/guides/aide-exemple/", "/security.txt": "/.well-known/security.txt"}
PATIENCE = 20  # seconds that nginx has to start on a busy machine
TRUSTING = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the certificate is made for the test
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; names of headers are in lower case, and one that came twice has both values, on two lines."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Served:
    """A site that nginx serves, on a port with encryption and on another without."""

    secure: int
    plain: int

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; `if_none_match` is the header « If-None-Match »."""
        return _asked(HTTPSConnection(HERE, self.secure, context=TRUSTING, timeout=PATIENCE), path, method, headers)

    def get_plain(self, path: str) -> Answer:
        """Ask for a path without encryption."""
        return _asked(HTTPConnection(HERE, self.plain, timeout=PATIENCE), path, "GET", {})


def configure(folder: Path, site: Path, redirects: Mapping[str, str], site_url: str, more: str = "") -> Path:
    """Write the configuration of a site for this machine, and return the file to start nginx from.

    `site` is the folder that holds the site's own path. Nothing of what `guides nginx` writes changes but the places
    of files and the ports. `more` is added to the `http` block.
    """
    _certificate(folder)
    secure, plain = free_port(), free_port()
    here = {
        "/etc/nginx/": f"{folder}/",
        f"/etc/letsencrypt/live/{HOST}/": f"{folder}/",
        "/var/www/html": f"{site}/acme",
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen {HERE}:{plain};",
        "listen 443 ssl http2;": f"listen {HERE}:{secure} ssl http2;",
    }
    for name, text in nginx_files(redirects, site_url, str(site)):
        written = text
        for there, place in here.items():
            assert name != "guides-api.conf" or there in text, there
            written = written.replace(there, place)
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(written, encoding="utf-8")
    (folder / "ports").write_text(f"{secure} {plain}", encoding="utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = folder / "nginx.conf"
    main.write_text(
        f"load_module {BROTLI};\n"
        f"{'user root;' if os.geteuid() == 0 else ''}\n"  # the folders of tests are their owner's alone
        f"daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log stderr warn;\n"
        "events { worker_connections 512; }\n"
        f"http {{\naccess_log off;\nsendfile on;\n{temporary}include {folder}/guides-api.conf;\n{more}\n}}\n",
        encoding="utf-8",
    )
    return main


@contextmanager
def serve(main: Path) -> Iterator[Served]:
    """Run nginx for as long as it is asked; it must have nothing to say against its configuration."""
    assert NGINX, "nginx manque. Sous Debian ou Ubuntu : sudo apt-get install nginx libnginx-mod-http-brotli-static"
    secure, plain = map(int, (main.parent / "ports").read_text(encoding="utf-8").split())
    said = main.parent / "said"
    with said.open("w", encoding="utf-8") as log:
        process = subprocess.Popen([NGINX, "-c", main, "-e", "stderr"], stderr=log)
    try:
        for port in (secure, plain):
            _wait_for(port, process, said)
        assert said.read_text(encoding="utf-8") == ""
        yield Served(secure, plain)
    finally:
        process.terminate()
        process.wait()


def tested(main: Path) -> str:
    """Return what `nginx -t` says of a configuration."""
    assert NGINX
    done = subprocess.run([NGINX, "-t", "-c", main, "-e", "stderr"], capture_output=True, check=False, encoding="utf-8")
    return done.stderr


def _asked(connection: HTTPConnection, path: str, method: str, headers: Mapping[str, str]) -> Answer:
    named = {"Host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    found: dict[str, str] = {}
    for name, value in answer.getheaders():
        key = name.lower()
        found[key] = f"{found[key]}\n{value}" if key in found else value
    body = answer.read()
    connection.close()
    return Answer(answer.status, found, body)


def _certificate(folder: Path) -> None:
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem", "-subj", f"/CN={HOST}"),
        ],
        check=True,
        capture_output=True,
    )


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HERE, 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection((HERE, port), timeout=1).close()
        except OSError:
            assert process.poll() is None, said.read_text(encoding="utf-8")
            assert time.monotonic() < end, "nginx does not answer"
            time.sleep(0.05)
        else:
            return

#!/bin/sh
# Installs the Debian packages that the tests need; without the right to do so, says what to type.
set -eu

brotli=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
PATH="$PATH:/usr/sbin" # where nginx is
command -v chromium-headless-shell >/dev/null && command -v hunspell >/dev/null && command -v nginx >/dev/null && [ -f $brotli ] && exit 0

# The browser without its windows, which it would otherwise make ready for each page that a test opens.
packages='chromium-headless-shell fonts-liberation hunspell hunspell-fr nginx libnginx-mod-http-brotli-static openssl'
install="apt-get install --yes --no-install-recommends $packages"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update
  DEBIAN_FRONTEND=noninteractive $install
else
  echo "Les tests ouvrent les pages dans Chromium, les relisent avec hunspell et les servent avec nginx." >&2
  echo "Sous Debian ou Ubuntu, tapez :" >&2
  echo "  sudo apt-get update && sudo $install" >&2
  exit 1
fi

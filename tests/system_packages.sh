#!/bin/sh
# Installs the Debian packages that the tests need; without the right to do so, says what to type.
set -eu

command -v chromium >/dev/null && command -v hunspell >/dev/null && exit 0

install='apt-get install --yes --no-install-recommends chromium fonts-liberation hunspell hunspell-fr'

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update
  DEBIAN_FRONTEND=noninteractive $install
else
  echo "Les tests ouvrent les pages dans Chromium et les relisent avec hunspell. Sous Debian ou Ubuntu, tapez :" >&2
  echo "  sudo apt-get update && sudo $install" >&2
  exit 1
fi

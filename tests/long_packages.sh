#!/bin/sh
# Installs what the long tests need besides the others: Java, and the W3C's Nu checker in .cache/nu.
set -eu

version=26.9.27
jar=.cache/nu/node_modules/vnu-jar/build/dist/vnu.jar

if ! command -v java >/dev/null || ! command -v npm >/dev/null; then
  install='apt-get install --yes --no-install-recommends default-jre-headless npm'
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update
    DEBIAN_FRONTEND=noninteractive $install
  else
    echo "Les tests longs emploient Java et npm. Sous Debian ou Ubuntu, tapez :" >&2
    echo "  sudo apt-get update && sudo $install" >&2
    exit 1
  fi
fi

[ -f "$jar" ] && grep -q "\"version\": \"$version\"" .cache/nu/node_modules/vnu-jar/package.json && exit 0
npm install --prefix .cache/nu --silent --no-fund --no-audit --ignore-scripts "vnu-jar@$version"

# Deux commandes suffisent : `make serve` et `make test`. Tout s'installe dans .venv, rien ailleurs.
# GNU make 3.81 (macOS) et au-delà.

PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
LOCKS := requirements.lock requirements-test.lock
UV_COMPILE = $(BIN)/uv pip compile pyproject.toml --python $(BIN)/python --python-version 3.11 \
	--universal --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --quiet

export NO_MKDOCS_2_WARNING := 1
# Another environment's settings must not reach ours.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help serve build publish check test test-long engines bench recall lint lock wheel sbom clean
.DELETE_ON_ERROR:

help: ## affiche cette aide
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

serve: .venv/.site ## installe, construit et sert le site sur http://127.0.0.1:8000 (PORT=8001 pour un autre port)
	@$(BIN)/guides serve --port $(PORT)

build: .venv/.site ## écrit le site dans site/
	@$(BIN)/mkdocs build --strict

publish: .venv/.site ## écrit le site dans site/, compressé, s'il ne manque rien pour le publier, sinon dit ce qui manque
	@$(BIN)/guides check --publication
	@$(BIN)/mkdocs build --strict
	@$(BIN)/guides compresser

check: .venv/.site ## vérifie les données et les contenus, sans construire le site
	@$(BIN)/guides check

# Worksteal: a page in a browser takes a thousand times as long as a line of text.
test: lint ## lance toutes les vérifications et tous les tests
	@sh tests/system_packages.sh
	$(BIN)/pytest -n auto --dist worksteal

test-long: .venv/.test ## lance les tests longs : le HTML de toutes les pages, et axe sur chacune dans chaque état
	@sh tests/system_packages.sh
	@sh tests/long_packages.sh
	$(BIN)/pytest -m long

engines: .venv/.test ## compare le site avec ce qu'en font MkDocs, ProperDocs et Zensical, et refait docs/moteurs.md
	@$(BIN)/python benchmarks/engines.py

# SIZES and SERVED: how many guides are built, and how many are served; see docs/performances.md.
bench: .venv/.test ## mesure la vitesse, à côté de MkDocs + Material et de Zensical, et refait docs/performances.md
	@$(BIN)/python -m benchmarks.speed $(if $(SIZES),--sizes $(SIZES)) $(if $(SERVED),--served $(SERVED))

# GUIDES says how many guides are written and verified, SEED which ones.
recall: .venv/.test ## mesure ce que guides verify trouve, règle par règle, dans des guides dont les défauts sont connus
	@$(BIN)/python benchmarks/recall.py $(if $(GUIDES),--guides $(GUIDES)) $(if $(SEED),--seed $(SEED))

lint: .venv/.test ## vérifie le style et les types du code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

lock: .venv/.test ## refait les fichiers de versions figées (requirements*.lock) d'après pyproject.toml
	@$(UV_COMPILE) --upgrade --group install --output-file requirements.lock
	@$(UV_COMPILE) --upgrade --group test --constraints requirements.lock --output-file requirements-test.lock

wheel: .venv/.site ## écrit dans dist/ le paquet d'où d'autres administrations tirent leur site (docs/adopter.md)
	@$(BIN)/python -m pip wheel -qq --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

# -W: the tool regrets, in English, that a list of pinned versions doesn't say which package asked for which.
sbom: .venv/.test ## écrit dans dist/ la liste de tout ce dont le site est fait (CycloneDX), d'après requirements.lock
	@mkdir -p dist
	@$(BIN)/python -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible \
		--output-file dist/sbom.cdx.json requirements.lock

clean: ## efface tout ce que make a produit, .venv compris
	rm -rf .venv nginx site site.nouveau .cache dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +

# A stamp is newer than what was installed from: the second `make serve` installs nothing.
.venv/.site: requirements.lock pyproject.toml
	$(call install,requirements.lock)
	@touch $@

# The test environment holds the site's too.
.venv/.test: requirements-test.lock pyproject.toml
	$(call install,requirements-test.lock)
	@touch .venv/.site $@

define install
@command -v $(PYTHON) >/dev/null || { \
  echo "Python est introuvable ($(PYTHON)). Installez Python 3.11 ou plus récent, puis relancez." >&2; exit 1; }
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
  echo "Il faut Python 3.11 ou plus récent, or $(PYTHON) est : $$($(PYTHON) --version 2>&1)." >&2; \
  echo "Si vous en avez un autre, nommez-le : make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
  echo "Il manque à $(PYTHON) le module venv. Sous Debian ou Ubuntu : sudo apt-get install python3-venv" >&2; exit 1; }
@echo "Installation dans .venv d'après $(1) (une minute environ, une seule fois)..."
@$(PYTHON) -m venv .venv
@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(1)
@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

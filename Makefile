# make run serves the site, make test runs every test; `make help` lists the rest.
# Needed: git, make, Python 3.11 or later (Debian and Ubuntu: also python3-venv).

PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test check bench test-postgres lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null || grep -hE '## ' Makefile

# The locks name every package with its hash. A stamp is older than its lock when packages are missing.
.venv/run.stamp: requirements.lock
	@sh .ci/environment.sh requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock
	@sh .ci/environment.sh requirements-dev.lock
	@touch .venv/run.stamp $@

run: .venv/run.stamp ## the site with its demo content on http://localhost:8000 (PORT=… changes it)
	@DEBUG=1 PORT=$(PORT) $(PY) manage.py serve

test: .venv/dev.stamp ## every test; installs chromium for the browser journeys where it may
	@sh .ci/chromium.sh
	@$(PY) .ci/tests.py

check: .venv/dev.stamp ## lint, format, types, imports, migrations, deployment, templates, budgets, locks
	@$(PY) .ci/check.py

bench: .venv/dev.stamp ## CPU per request beside a bare Django view; cost of publishing and importing
	@PYTHONPATH=.ci:. $(PY) -m bench

test-postgres: .venv/dev.stamp ## the suite against a PostgreSQL server of its own
	@$(PY) .ci/postgres.py $(PY) -m pytest -n auto --dist worksteal -m "not journey"

lock: .venv/dev.stamp ## writes the lock files again from pyproject.toml
	@$(PY) .ci/lock.py

clean: ## removes the environment and all caches; the site's data in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.DEFAULT_GOAL := help
.PHONY: help setup run test long browser lint transcripts services words tour bench chaos sure lock
PYTHON := .venv/bin/python
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)  # some tests wait for processes of their own

unexport PYTHONDONTWRITEBYTECODE  # each process that tests start would compile anew what it imports

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## make .venv with everything that running, testing and checking need
	@launch/setup.sh requirements-dev.txt

run:  ## run all of Loket on this machine, with demo data and two handsets
	@launch/setup.sh requirements.txt
	@$(PYTHON) -m launch.demo_settings
	@$(PYTHON) -m launch.run

test: setup  ## all tests but those that need a browser or take minutes
	@$(PYTHON) -m pytest -m "not browser and not long" -n $(WORKERS) --dist loadfile --no-loadscope-reorder

browser: setup  ## the tests that play in chromium
	@$(PYTHON) -m pytest -m browser -n logical --dist loadfile --no-loadscope-reorder

long: setup  ## the tests that take minutes: every state, hostile citizens, many photos, a death at each commit
	@$(PYTHON) -m pytest -m long -n $(WORKERS) --dist loadfile --no-loadscope-reorder

lint: setup  ## style, formatting and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy .

transcripts: setup  ## write the chats of tests/transcripts anew, to be reviewed like code
	@$(PYTHON) -m tests.transcripts

services: setup  ## write docs/services anew from the catalogue
	@$(PYTHON) -m assembly.service_pages

words: setup  ## learn anew what messages mean, after a change in bot/data
	@$(PYTHON) -m bot.meaning.learning

tour: setup  ## photograph every page of the demo for docs/tour.md
	@$(PYTHON) -m tests.browser.tour

bench: setup  ## how fast and how large, with each aim as met or missed: some fifty minutes
	@$(PYTHON) -m bench

chaos: setup  ## citizens play whole cases while everything is killed, emptied and harmed
	@$(PYTHON) -m bench.chaos $(CHAOS)

sure: lint test long browser  ## what CI runs, before two minutes of chaos

lock: setup  ## pin what the .in files name
	@.venv/bin/pip-compile -q --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host requirements.in
	@.venv/bin/pip-compile -q --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host requirements-dev.in

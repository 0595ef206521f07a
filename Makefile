# The two commands are `make atlas` and `make test`; `make` alone lists the rest.

DEFINITION ?= pipelines/cambodia.yaml
PIPELINE := $(basename $(notdir $(DEFINITION)))
SWIFT_FILES := Sources Tests Package.swift

.DEFAULT_GOAL := help
.PHONY: help atlas gallery test test-clients lint format setup clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 22

atlas: setup ## Publish the atlas (DEFINITION=pipelines/cambodia.yaml)
	swift build --configuration release --product inclusion-atlas
	.build/release/inclusion-atlas run $(DEFINITION)
	@echo "The atlas is published: open $(CURDIR)/output/$(PIPELINE)/current/index.html"

gallery: setup ## Draw the maps of docs/gallery.md anew
	swift build --configuration release --product inclusion-atlas
	.build/release/inclusion-atlas run pipelines/cambodia.yaml --output .build/gallery --formats outlined,dark,print
	scripts/gallery.py .build/gallery/cambodia/current pipelines/cambodia.yaml

test: setup lint ## Lint, build and run all tests
	swift build --build-tests
	swift test --skip-build

test-clients: atlas ## Open the published files with the programs people use
	Tests/clients/run.sh

lint: ## Check the style of the Swift code
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## Put the Swift code into style
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

setup: ## Install what is missing (Debian packages, through apt-get)
	@scripts/setup

clean: ## Remove what was built; published atlases stay
	rm -rf .build

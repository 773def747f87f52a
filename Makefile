# The front door. Every recipe prepares what it needs, keeps it inside this folder, and says what it does.
.DEFAULT_GOAL := help
.PHONY: help run test fix bindings page bench fuzz icons package

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing, build, and open the window (on the command line where there is no display)
	@.ci/open

test: ## Everything that a change must pass
	@.ci/test

fix: ## Format everything, and mend what the linters can mend
	@.ci/prepare window
	@.ci/with cargo fmt --all
	@.ci/with npm --prefix ui run format

bindings: page ## Write the page's TypeScript types from the Rust commands
	@DOCKET_WRITE_BINDINGS=1 .ci/with cargo test --workspace --bin docket-desktop the_typescript_types

page: ## Build the page that the window shows
	@.ci/prepare window
	@.ci/with .ci/page

bench: ## Measure start, memory, size and letters, in a release build
	@.ci/prepare tests
	@.ci/with .ci/page
	@.ci/with .ci/bench

fuzz: ## Feed the readers of notices and e-mail with damaged files, SECONDS_EACH=600 for each of eight (nightly compiler)
	@.ci/fuzz

icons: ## Draw the icons in all sizes from icons/docket.svg
	@.ci/icons

package: ## Build .deb, .rpm and AppImage into target/release/bundle
	@.ci/prepare package
	@.ci/with .ci/page
	@.ci/with .ci/package

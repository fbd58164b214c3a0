# The daily round, for your Makefile: include l10n.mk
# See docs/how-to/continuous-integration.md.
L10N ?= l10n

.PHONY: l10n-update l10n-check l10n-build

l10n-update:  ## After an article or the theme has changed: templates, then catalogs
	$(L10N) extract
	$(L10N) sync

l10n-check:  ## Nothing is behind its source, and no translation has an error
	$(L10N) extract --check
	$(L10N) sync --check
	$(L10N) fmt --check
	$(L10N) check

l10n-build: l10n-check  ## What may be published, in dist/ and in one zip
	$(L10N) build --archive l10n.zip

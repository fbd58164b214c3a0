#!/bin/sh
# What `make demo` does: the way of an article from a page capture to localized pages, one command at a time.
set -eu

run() {
  printf '\n$ %s\n' "$*"
  "$@"
}

run l10n doctor
run l10n ingest tests/fixtures/tokyo-forum.capture.txt
run l10n extract
run l10n sync
run l10n draft --refresh || true # without an engine, the drafts that are there stand
run l10n check || true # findings are for people to weigh; the pages say what is machine-made
run l10n status
run l10n build

cat <<'END'

The pages:
END
for page in dist/tokyo-forum/*/index.html; do
  printf '  %s\n' "$PWD/$page"
done
cat <<'END'

See what nobody has vouched for, and vouch for one text in your name:
  .venv/bin/l10n review nb tokyo-forum
  .venv/bin/l10n approve nb tokyo-forum --message title
END

"""What `l10n serve --read-only` serves: bundles and catalogs for build pipelines, and nothing that writes."""

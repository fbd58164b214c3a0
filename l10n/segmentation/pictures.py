"""The pictures that an article shows, by the addresses it knows them under."""

from __future__ import annotations

from l10n.model.article import Article
from l10n.segmentation.tokens import parse_body


def addresses(article: Article) -> list[str]:
    """Of its images, then of those in its body; each once."""
    inline = (child for token in parse_body(article.body).tokens for child in token.children or ())
    in_body = (str(child.attrGet("src") or "") for child in inline if child.type == "image")
    return [src for src in dict.fromkeys([*(image.src for image in article.images), *in_body]) if src]

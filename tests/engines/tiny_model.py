"""A test fixture, no translator: a real Argos package whose weights are wired by hand from a word table.

Nothing is trained. The decoder's attention at step t looks at source position t, and the word found there is
replaced by its entry in the table, so that `Relaterte artikler` becomes `Related articles` word for word. It is
a true CTranslate2 Transformer in a true .argosmodel (some 20 KB, the same bytes each time), so the engine's own
loading, tokenizing, batching, decoding and scoring run as they do with a real model.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_TOKEN_CODES = 128
_POSITION_CODES = 128
_WIDTH = _TOKEN_CODES + _POSITION_CODES + 8
_END_OF_SENTENCE = _TOKEN_CODES + _POSITION_CODES
"""The dimension that says: this token is </s>."""


def build(
    out: Path,
    source: str,
    target: str,
    table: Mapping[str, str],
    *,
    version: str = "1.0",
    prefix: str = "",
    positions: int = 512,
    layers: int = 1,
    hidden: int = 8,
) -> Path:
    """Write an .argosmodel that replaces words by the table and copies all others.

    A sentence of more tokens than `positions` is an error in the decoder, as it is with real models. More `layers`,
    and wider `hidden` ones in them, change no word: they are all zeros, which cost as much to multiply as a trained
    model's numbers. Argos Translate's own models have 6 layers, hidden ones of 2048.
    """  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / f"translate-{source}_{target}-{version.replace('.', '_')}"
        root.mkdir()
        words = [word for pair in table.items() for word in pair] + ([prefix] if prefix else [])
        vocabulary = _train_tokenizer(words, root / "sentencepiece.model")
        spec = _wire(vocabulary, {f"▁{word}": f"▁{new}" for word, new in table.items()}, positions, layers, hidden)
        (root / "model").mkdir()
        spec.validate()
        spec.optimize(quantization="int8")
        spec.save(str(root / "model"))
        metadata = {
            "package_version": version, "argos_version": "1.12", "from_code": source, "from_name": source,
            "to_code": target, "to_name": target, **({"target_prefix": f"▁{prefix}"} if prefix else {}),
        }  # fmt: skip
        (root / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(root.rglob("*")):
                if path.is_file():
                    info = zipfile.ZipInfo(str(path.relative_to(scratch)), (2020, 1, 1, 0, 0, 0))
                    archive.writestr(info, path.read_bytes())
    return out


def _train_tokenizer(words: list[str], path: Path) -> list[str]:
    """A SentencePiece model in which every word of the table is one piece; returns the pieces."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(words), model_writer=model, model_type="word", vocab_size=10**6,
        hard_vocab_limit=False, use_all_vocab=True, character_coverage=1.0, normalization_rule_name="identity",
        unk_id=0, bos_id=1, eos_id=2, pad_id=-1, num_threads=1, minloglevel=2,
    )  # fmt: skip
    path.write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def _wire(vocabulary: list[str], table: dict[str, str], length: int, layers: int, hidden: int) -> Any:
    """An encoder and a decoder of which only the cross attention of the last layer does anything."""
    import numpy as np
    from ctranslate2.specs import transformer_spec

    random = np.random.default_rng(0)

    def zeros(*shape: int) -> Any:
        return np.zeros(shape, np.float32)

    def codes(count: int, width: int) -> Any:
        """Rows of ±1 that sum to 0, so that layer normalization only scales them."""
        rows = random.choice([-1.0, 1.0], size=(count, width)).astype(np.float32)
        rows[:, 1::2] = -rows[:, ::2]
        return rows

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(_WIDTH, np.float32), zeros(_WIDTH)

    def linear(layer: Any, weight: Any, bias: Any = None) -> None:
        layer.weight, layer.bias = weight, zeros(weight.shape[0]) if bias is None else bias

    token_codes, place = codes(len(vocabulary), _TOKEN_CODES), {piece: i for i, piece in enumerate(vocabulary)}
    embedding, positions = zeros(len(vocabulary), _WIDTH), zeros(length, _WIDTH)
    embedding[:, :_TOKEN_CODES] = token_codes
    embedding[place["</s>"], _END_OF_SENTENCE : _END_OF_SENTENCE + 2] = 1.0, -1.0
    positions[:, _TOKEN_CODES:_END_OF_SENTENCE] = codes(length, _POSITION_CODES)

    spec = transformer_spec.TransformerSpec.from_config(layers, 1, pre_norm=True, alignment_layer=-1, alignment_heads=1)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = positions
        norm(side.layer_norm)
        for layer in side.layer:
            norm(layer.self_attention.layer_norm)
            norm(layer.ffn.layer_norm)
            linear(layer.self_attention.linear[0], zeros(3 * _WIDTH, _WIDTH))
            linear(layer.self_attention.linear[1], zeros(_WIDTH, _WIDTH))
            linear(layer.ffn.linear_0, zeros(hidden, _WIDTH))
            linear(layer.ffn.linear_1, zeros(_WIDTH, hidden))
    for layer in spec.decoder.layer[:-1]:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], zeros(_WIDTH, _WIDTH))
        linear(layer.attention.linear[1], zeros(2 * _WIDTH, _WIDTH))
        linear(layer.attention.linear[2], zeros(_WIDTH, _WIDTH))
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding * 1e-3  # what it has written must not matter, only where it is

    cross = spec.decoder.layer[-1].attention
    norm(cross.layer_norm)
    query, key, value, query_bias = zeros(_WIDTH, _WIDTH), zeros(_WIDTH, _WIDTH), zeros(_WIDTH, _WIDTH), zeros(_WIDTH)
    for i in range(_TOKEN_CODES, _END_OF_SENTENCE):
        query[i, i] = key[i, i] = 2.5  # the same position scores some 60, another about 0
    key[_END_OF_SENTENCE, _END_OF_SENTENCE] = 1.0
    query_bias[_END_OF_SENTENCE] = 28 * _WIDTH**0.5  # past the end of the source, look at </s>
    for i in range(_TOKEN_CODES):
        value[i, i] = 100.0
    linear(cross.linear[0], query, query_bias)
    linear(cross.linear[1], np.concatenate([key, value]))
    linear(cross.linear[2], np.eye(_WIDTH, dtype=np.float32))

    # a target word's row is the sum of the codes of the words that become it; all others become themselves
    projection = zeros(len(vocabulary), _WIDTH)
    for piece, index in place.items():
        projection[place[table.get(piece, piece)], :_TOKEN_CODES] += token_codes[index] * (8 / _TOKEN_CODES)
    linear(spec.decoder.projection, projection)

    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_bos = False
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"  # noqa: S105 - a token of the model, no secret
    return spec

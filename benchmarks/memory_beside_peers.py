"""A top-5 fuzzy search in a large memory, beside translate-toolkit's matcher and rapidfuzz over everything, in one run.

    python benchmarks/memory_beside_peers.py PAIRS.tsv [--seed 7] [--queries 1000] [--brute 400] [--peer 40]

PAIRS.tsv has a source and a target in its last two columns, `\\n` for line ends; 140,000 pairs and more of Debian's
own catalogs are a good memory. Queries are texts of the memory with one to four edits of words or letters, and one in
ten that is in no memory. Recall is of the best match: ours counts where it is as similar as the one that rapidfuzz
finds by comparing with every text (Indel similarity, which is `fuzz.ratio`, 0.75 and better). Needs translate-toolkit
for its column; without it the column is left out.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Indel

from l10n.formats import tmx
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.steps.match import match
from l10n.workspace import Workspace
from l10n.workspace.memory import TranslationMemory

LANGUAGES = Languages("en", "nb")
LEAST = 0.75


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--brute", type=int, default=400, help="queries that are held against every text")
    parser.add_argument("--peer", type=int, default=40, help="queries for translate-toolkit, which is slow")
    options = parser.parse_args()
    units = read_pairs(options.pairs)
    sources = list(dict.fromkeys(unit.source for unit in units))
    queries = make_queries(sources, random.Random(options.seed), options.queries)  # noqa: S311 - repeatable, no secret
    print(f"{len(units)} pairs, {len(sources)} texts, {len(queries)} queries")
    with tempfile.TemporaryDirectory() as folder:
        memory = imported(Path(folder), units)
        found, times = timed(queries, lambda query: best_of_ours(memory, query))
        report("l10n", times)
    brute, brute_times = timed(queries[: options.brute], lambda query: best_of_all(query, sources))
    report("rapidfuzz over everything", brute_times)
    wanted = [(ours, best) for ours, best in zip(found, brute, strict=False) if best]
    hits = sum(ours >= best - 1e-9 for ours, best in wanted)
    print(f"top-1 recall at {LEAST:.0%} and better: {hits} of {len(wanted)} = {hits / len(wanted):.2%}")
    if search := peer(units):
        theirs, peer_times = timed(queries[: options.peer], search)
        report("translate-toolkit", peer_times)
        pairs = [(score, best) for score, best in zip(theirs, brute, strict=False) if best]
        print(f"translate-toolkit's recall: {sum(a >= b - 1e-9 for a, b in pairs)} of {len(pairs)}")


def read_pairs(path: Path) -> list[MemoryUnit]:
    rows = (line.split("\t")[-2:] for line in path.read_text(encoding="utf-8").split("\n") if "\t" in line)
    found = (
        MemoryUnit(languages=LANGUAGES, source=source.replace("\\n", "\n"), target=target.replace("\\n", "\n"))
        for source, target in rows
    )
    return [unit for unit in found if tmx.is_writable(unit)]


def imported(folder: Path, units: Sequence[MemoryUnit]) -> TranslationMemory:
    """The memory of a new project, from a TMX file; says what it took and how large it is."""
    outside = folder / "pairs.tmx"
    outside.write_text("".join(tmx.serialize(units)), encoding="utf-8")
    root = folder / "project"
    root.mkdir()
    (root / "l10n.toml").write_text("[locales.nb]\n", encoding="utf-8")
    memory = TranslationMemory(Workspace(root))
    start = time.perf_counter()
    with outside.open("rb") as file:
        memory.save("pairs", tmx.parse(file))
    copied = time.perf_counter() - start
    memory.exact(LANGUAGES, units[0].source)  # the first question builds the index
    whole = time.perf_counter() - start
    index = root / ".l10n" / "memory.sqlite"
    sizes = (outside.stat().st_size / 1e6, index.stat().st_size / 1e6)
    print(f"import {whole:.1f} s (read and written {copied:.1f}, indexed {whole - copied:.1f}), "
          f"TMX {sizes[0]:.1f} MB, index {sizes[1]:.1f} MB")  # fmt: skip
    return memory


def make_queries(sources: Sequence[str], chance: random.Random, count: int) -> list[str]:
    words = sorted({word for text in chance.sample(sources, 20_000) for word in text.split() if word.isalpha()})
    known = [edited(chance.choice(sources), words, chance) for _ in range(count * 9 // 10)]
    unknown = [" ".join(chance.choices(words, k=chance.randint(4, 20))) for _ in range(count - len(known))]
    queries = known + unknown
    chance.shuffle(queries)
    return queries


def edited(text: str, words: Sequence[str], chance: random.Random) -> str:
    parts = text.split(" ")
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4)) if len(parts) > 5 else 1):
        at, kind = chance.randrange(len(parts)), chance.random()
        if kind < 0.45:
            parts[at] = chance.choice(words)
        elif kind < 0.6 and len(parts) > 3:
            del parts[at]
        elif kind < 0.8:
            parts.insert(at, chance.choice(words))
        else:
            cut = chance.randrange(len(parts[at]) + 1)
            parts[at] = parts[at][:cut] + chance.choice("abcdefghijklmnopqrstuvwxyz") + parts[at][cut + 1 :]
    return " ".join(parts)


def best_of_ours(memory: TranslationMemory, query: str) -> float:
    """The similarity of the best of five matches; penalties are the same for all here."""
    found = match(query, memory.alike(LANGUAGES, query, least=0.7), now="2026-01-05")
    return found[0].similarity if found else 0.0


def best_of_all(query: str, sources: Sequence[str]) -> float:
    found = process.extract(query, sources, scorer=Indel.normalized_similarity, score_cutoff=LEAST, limit=5)
    return found[0][1] if found else 0.0


def peer(units: Sequence[MemoryUnit]) -> Callable[[str], float] | None:
    try:
        from translate.search.match import matcher
        from translate.storage.base import TranslationStore, TranslationUnit
    except ImportError:
        print("translate-toolkit is not installed: left out")
        return None
    TranslationUnit.__lt__ = lambda one, other: False  # its heap compares units that are equally alike, and stops
    start = time.perf_counter()
    store = TranslationStore()
    for unit in units:
        entry = TranslationUnit(unit.source)
        entry.target = unit.target
        store.addunit(entry)
    search = matcher(store, max_candidates=5, min_similarity=75, max_length=2000)
    print(f"translate-toolkit: memory built in {time.perf_counter() - start:.1f} s")

    def best(query: str) -> float:
        return max((Indel.normalized_similarity(query, one.source) for one in search.matches(query)), default=0.0)

    return best


def timed(queries: Sequence[str], search: Callable[[str], float]) -> tuple[list[float], list[float]]:
    scores, times = [], []
    for query in queries:
        start = time.perf_counter()
        scores.append(search(query))
        times.append(time.perf_counter() - start)
    return scores, times


def report(name: str, times: Sequence[float]) -> None:
    ranked = sorted(times)
    p50, p95, last = (ranked[min(len(ranked) - 1, int(len(ranked) * share))] * 1000 for share in (0.5, 0.95, 1))
    print(f"{name:26} p50 {p50:8.2f} ms   p95 {p95:8.2f} ms   slowest {last:8.2f} ms   ({len(ranked)} queries)")


if __name__ == "__main__":
    main()

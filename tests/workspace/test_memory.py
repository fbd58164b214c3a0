"""The translation memory of a project: it follows the files, and the index may meet any accident."""

from __future__ import annotations

import random
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from rapidfuzz import process
from rapidfuzz.distance import Indel

from l10n.errors import ConflictError, InvalidInputError
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.workspace import Workspace
from l10n.workspace.memory import TranslationMemory

EN_NB = Languages("en", "nb")
LEAD = "The harbour of Bergen opened on Monday."
WORDS = [
    line.split()
    for line in (
        "The government presented its budget on Monday after months of negotiations with the opposition",
        "A storm closed the harbour for two days and ferries to the islands were cancelled",
        "Researchers say that sleep has a greater effect on memory than they had believed",
        "The file could not be saved because the disk is full or the folder is read only",
        "Choose a language for the interface and press the button to restart the program",
    )
]


def texts(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    return [
        " ".join(
            word for line in chance.sample(WORDS, 2) for word in line[chance.randint(0, 6) : chance.randint(7, 14)]
        )
        for _ in range(count)
    ]


def unit(source: str, target: str, **facts: str) -> MemoryUnit:
    return MemoryUnit(languages=EN_NB, source=source, target=target, **facts)  # type: ignore[arg-type]


def sources(found: list[MemoryUnit]) -> list[str]:
    return [one.source for one in found]


@pytest.fixture
def index(harbour: Path) -> Path:
    return harbour / ".l10n" / "memory.sqlite"


def test_our_own_catalogs_are_in_it_but_for_what_nobody_vouches_for(harbour: Path) -> None:
    with TranslationMemory(Workspace(harbour)) as memory:
        (title,) = memory.alike(EN_NB, "Harbour opens after a storm", least=0.7)
        assert (title.target, title.role, title.place) == (
            "Havnen åpner etter uværet", "title", "catalogs/nb/articles/harbour.po",
        )  # fmt: skip
        assert memory.alike(EN_NB, LEAD, least=0.9) == [], "a draft is no memory"
        assert memory.alike(Languages("en", "nn"), title.source, least=0.7) == []


def test_it_follows_every_change_of_the_files(harbour: Path, catalog_file: Path) -> None:
    text = catalog_file.read_text(encoding="utf-8")
    with TranslationMemory(Workspace(harbour)) as memory:
        assert len(memory.exact(EN_NB, "Two ferries left at noon.")) == 1
    catalog_file.write_text(text.replace("To ferger gikk klokken tolv.", "To ferjer gikk kl. 12."), encoding="utf-8")
    with TranslationMemory(Workspace(harbour)) as memory:
        assert [one.target for one in memory.exact(EN_NB, "Two ferries left at noon.")] == ["To ferjer gikk kl. 12."]
        memory.save("old", [unit("Two ferries left at noon.", "Gammelt")])
    with TranslationMemory(Workspace(harbour)) as memory:
        assert len(memory.exact(EN_NB, "Two ferries left at noon.")) == 2
        assert [one.target for one in memory.exact(EN_NB, "Two ferries left at noon.", outside=True)] == ["Gammelt"]
    (harbour / "memory" / "old.tmx").unlink()
    catalog_file.unlink()
    with TranslationMemory(Workspace(harbour)) as memory:
        assert memory.exact(EN_NB, "Two ferries left at noon.") == [] and memory.sizes() == []


def test_a_memory_is_not_written_over_unless_asked(harbour: Path) -> None:
    with TranslationMemory(Workspace(harbour)) as memory:
        path, changed = memory.save("old", [unit("A", "B")])
        assert changed and not memory.save("old", [unit("A", "B")])[1]
        before = path.read_bytes()
        with pytest.raises(ConflictError, match=r"memory/old.tmx is there already"):
            memory.save("old", [unit("A", "C")])
        assert path.read_bytes() == before
        assert memory.save("old", [unit("A", "C")], replace=True)[1]
        assert [one.target for one in memory.exact(EN_NB, "A")] == ["C"]


def test_a_fault_halfway_leaves_the_memory_as_it_was(harbour: Path) -> None:
    def torn() -> list[MemoryUnit]:
        raise InvalidInputError("not-xml", "torn", path="x.tmx", line=3)

    with TranslationMemory(Workspace(harbour)) as memory:
        path, _ = memory.save("old", [unit("A", "B")])
        before = path.read_bytes()
        with pytest.raises(InvalidInputError, match="torn"):
            memory.save("old", (one for make in (lambda: [unit("C", "D")], torn) for one in make()), replace=True)
        assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]


def test_the_best_match_is_found_as_by_comparing_with_everything(harbour: Path) -> None:
    known = list(dict.fromkeys(texts(3000, 1)))
    queries = [text.replace(" the ", " that ", 1) for text in texts(150, 2)]
    with TranslationMemory(Workspace(harbour)) as memory:
        memory.save("many", [unit(text, f"nb {number}") for number, text in enumerate(known)])
        hits = wanted = 0
        for query in queries:
            best = process.extractOne(query, known, scorer=Indel.normalized_similarity, score_cutoff=0.75)
            if best:
                ours = memory.alike(EN_NB, query, least=0.75)
                wanted += 1
                hits += bool(ours) and Indel.normalized_similarity(query, ours[0].source) >= best[1] - 1e-9
    assert wanted > 100
    assert hits >= 0.98 * wanted


@pytest.mark.parametrize("text", ["", " ", "7", "a", "日本", "🙂", "x" * 5000, "\0", "' OR 1=1 --", "ab\ncd"])
def test_any_text_can_be_stored_and_looked_for(harbour: Path, text: str) -> None:
    with TranslationMemory(Workspace(harbour)) as memory:
        found = memory.alike(EN_NB, text, least=0.7)
        assert found == []
        if text.strip() and "\0" not in text:
            memory.save("odd", [unit(text, "treff")])
    with TranslationMemory(Workspace(harbour)) as memory:
        assert sources(memory.alike(EN_NB, text, least=0.7)) == ([text] if text.strip() and "\0" not in text else [])


def test_an_index_that_is_gone_or_damaged_costs_time_and_never_truth(harbour: Path, index: Path) -> None:
    with TranslationMemory(Workspace(harbour)) as memory:
        known = texts(2000, 1)
        memory.save("many", [unit(text, text.upper()) for text in known])
        wanted = memory.exact(EN_NB, known[0])
        assert wanted
    whole = index.read_bytes()
    chance = random.Random(5)  # noqa: S311 - repeatable, no secret
    damages = [b"", b"no database at all" * 500, whole[: len(whole) // 2]]
    for _ in range(12):  # a stray write somewhere
        damaged = bytearray(whole)
        for _ in range(60):
            at = chance.randrange(len(damaged) - 64)
            damaged[at : at + 64] = chance.randbytes(64)
        damages.append(bytes(damaged))
    for damage in damages:
        index.write_bytes(damage)
        with TranslationMemory(Workspace(harbour)) as memory:
            for text in known[::100]:
                for one in (*memory.exact(EN_NB, text), *memory.alike(EN_NB, text, least=0.9)):
                    assert one.target == one.source.upper(), "never a text that nobody wrote"
    index.unlink()
    with TranslationMemory(Workspace(harbour)) as memory:
        assert memory.exact(EN_NB, known[0]) == wanted


def test_a_changed_translation_in_the_index_is_noticed_and_made_anew(harbour: Path, index: Path) -> None:
    with TranslationMemory(Workspace(harbour)) as memory:
        memory.save("old", [unit("Close the door", "Lukk døren")])
        memory.sizes()
    index.write_bytes(index.read_bytes().replace("Lukk døren".encode(), "Åpne døren".encode()[:11]))
    with TranslationMemory(Workspace(harbour)) as memory:
        assert [one.target for one in memory.exact(EN_NB, "Close the door")] == ["Lukk døren"]


def test_where_the_disk_takes_no_index_it_is_made_in_memory(harbour: Path, index: Path) -> None:
    index.parent.mkdir(exist_ok=True)
    index.mkdir()  # root writes into read-only folders; nobody opens a folder as a database
    (index / "x").touch()
    with TranslationMemory(Workspace(harbour)) as memory:
        assert len(memory.exact(EN_NB, "Two ferries left at noon.")) == 1
    assert stat.S_ISDIR(index.stat().st_mode)


def test_processes_at_once_all_find_everything(harbour: Path) -> None:
    known = list(dict.fromkeys(texts(3000, 3)))
    with TranslationMemory(Workspace(harbour)) as memory:
        memory.save("many", [unit(text, text.upper()) for text in known])
    program = (
        "import sys; from pathlib import Path; from l10n.workspace import Workspace\n"
        "from l10n.workspace.memory import TranslationMemory; from l10n.model.memory_unit import Languages\n"
        "for text in sys.argv[2:]:\n"
        "    with TranslationMemory(Workspace(Path(sys.argv[1]))) as memory:\n"
        "        print(memory.alike(Languages('en', 'nb'), text, least=0.9)[0].target)\n"
    )
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(harbour), *known[number::800]], cwd=root,
                         stdout=subprocess.PIPE, text=True)
        for number in range(4)
    ]  # fmt: skip
    for number, process_ in enumerate(running):
        out, _ = process_.communicate(timeout=60)
        assert process_.returncode == 0 and out.splitlines() == [text.upper() for text in known[number::800]]

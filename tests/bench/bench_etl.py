"""How fast the ETL reads: megabytes a second on one core, as the slope between 1 and 5 MB of varied text.

    python tests/bench/bench_etl.py [--seeds FOLDER] [--megabytes 20]

Each size is read by a process of its own, so that its memory is its own; `--megabytes` reads one more size.

The text is made up: feeds, reports and pages in several languages whose words, names, numbers and dates vary, with
`--seeds` also shuffled lines of real documents. Beside it, where spaCy and its small English model are installed, what
they alone take for such text. Not run by pytest.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import resource
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from etl import pipeline, table_files, vocabulary
from etl.kept import Kept
from etl.sources import sources
from tests.bench.drawn import Line, draw

SMALL, LARGE = 1_000_000, 5_000_000
DOCUMENT = 100_000  # characters; more documents rather than longer ones
TARGET = 1.0  # MB/s
LONGEST_LOAD = 1.0  # second, once for each process
FIGURE = Path(__file__).parents[2] / "docs" / "memory.svg"
MODEL = "en_core_web_sm"
EVENTS = ("training", "workshop", "study visit", "seminar", "conference", "needs assessment", "round table", "course")
PEOPLE = ("judges", "prosecutors", "border officers", "police officers", "labour inspectors", "nurses", "journalists")
THEMES = ("forged seals", "trafficking in persons", "smuggling of migrants", "stranded seafarers", "victim protection")
MONTHS = ["January", "March", "April", "June", "July", "September", "October", "December"]
SENTENCES = (
    "The Office organized a {event} on {theme} for {n} {people} from {country} in {city}, {d} to {e} {month} {year}.",
    "A total of {n} {people}, including {m} women, took part in the {event}, funded by the Government of {other}.",
    "In {month} {year}, {country} and {other} agreed to exchange {word} information on {theme}.",
    "According to {word} studies, more than {k} persons were affected by {theme} in {country} between 2009 and {year}.",
    '"We will not forget the {word} {people}," said the minister, who had come from {city} to listen.',
    "The {event} was opened by the mayor of {city} and looked at {word}, {word2} and the role of {people}.",
    "L'Office a organisé un atelier sur la traite pour {n} magistrats de {country} à {city} le {d} mars {year}.",
    "La Oficina organizó un curso sobre trata de personas para {n} fiscales de {country} en {month} de {year}.",
    "Управление провело семинар для {n} судей в {year} году.",
)
# What most of real documents is: no activity at all, and long.
BACKGROUND = (
    "The {word} of {country} has for years been a matter of {word2} concern, and the {people} know it well.",
    "In {year} the parliament of {other} discussed the {word}, without a vote, for {n} hours.",
    "Families along the coast told how {word} and {word2} had changed since {month} {year}.",
    "She said that the {word2} of {city} could not be compared with that of {country}, where {k} boats are registered.",
    "This {word} is regulated by article {n} of the law, which entered into force on {d} {month} {year}.",
    "Il faut rappeler que le {word} de {country} reste mal connu et que les données manquent.",
    "Muchas personas de {city} recuerdan todavía el {word2} del año {year}.",
)


def text(size: int, seed: int, words: list[str], told: int = 3) -> str:
    """Return a feed of about `size` characters with at most `told` activities an item; another `seed`, another one."""
    rng = random.Random(seed)
    countries = [row["name_en"] for row in vocabulary.rows("countries")]
    cities = [row["name"] for row in vocabulary.rows("cities")]
    lines: list[str] = []
    length = 0
    while length < size:
        fill = {
            "event": rng.choice(EVENTS), "people": rng.choice(PEOPLE), "theme": rng.choice(THEMES),
            "country": rng.choice(countries), "other": rng.choice(countries), "city": rng.choice(cities),
            "n": rng.randint(5, 90), "m": rng.randint(1, 5), "k": rng.randint(100, 9000), "d": rng.randint(1, 14),
            "e": rng.randint(15, 28), "month": rng.choice(MONTHS), "year": rng.randint(2006, 2021),
            "word": rng.choice(words), "word2": rng.choice(words),
        }  # fmt: skip
        said = rng.sample(SENTENCES, rng.randint(0, told)) + rng.choices(BACKGROUND, k=rng.randint(1, 9))
        body = " ".join(sentence.format(**fill) for sentence in said)
        item = "{d} {month} {year}\n{people} and {word} in {country}\n".format(**fill) + body + "\nRead more here.\n"
        lines.append(item)
        length += len(item.encode())
    return "".join(lines)


def measured(size: int, words: list[str]) -> tuple[float, float]:
    """Return the processor time of reading documents of `size` bytes, and the memory in MB, of a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(seconds, size, words).result()


def seconds(size: int, words: list[str]) -> tuple[float, float]:
    """Return the processor time of reading documents of `size` bytes together into tables, and the memory; print it."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    begun = process_time()
    vocabulary.terms()
    print(f"terms loaded in {process_time() - begun:.2f} s (at most {LONGEST_LOAD})")
    pipeline.run([])
    before = _memory()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as aside:
        for n in range(size // DOCUMENT):
            (Path(folder) / f"{n:03d}.txt").write_text(text(DOCUMENT, n, words), encoding="utf-8")
        found = sources([Path(folder)])
        begun = process_time()
        pipeline.write(found, Path(aside), Kept(Path(aside) / "kept"))
        taken = process_time() - begun
        mentions = table_files.read(Path(aside), "mentions", ["mention_id"])
        total = sum(source.size for source in found)
        print(
            f"{total / 1e6:.2f} MB: {taken:.2f} s, {len(mentions)} mentions, "
            f"{_memory():.0f} MB of memory at most ({before:.0f} MB before)"
        )
        return taken * size / total, _memory()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def beside_spacy(words: list[str]) -> str:
    """Return what spaCy's names alone take for the text of one document, item by item; or that it is not here."""
    try:
        names = importlib.import_module("spacy").load(MODEL)
    except (ImportError, OSError):
        return f"spaCy with {MODEL} is not installed: not measured beside it"
    items = text(DOCUMENT, 0, words).split("Read more here.\n")
    begun = process_time()
    for item in items:
        names(item)
    return f"spaCy ({MODEL}, names alone): {DOCUMENT / 1e6 / (process_time() - begun):.2f} MB/s on one core"


def main() -> None:
    """Print the slope, the memory that each size needed, and the target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, help="a folder of real documents, whose words are used")
    parser.add_argument("--megabytes", type=int, help="one more size, for docs/memory.svg")
    asked = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    words = ["harbour", "lantern", "quarry", "orchard", "ferry", "anvil", "timber", "saffron"]
    if asked.seeds:
        words = sorted(
            {w for p in asked.seeds.glob("*.txt") for w in p.read_text(encoding="utf-8").split() if w.isalpha()}
        )
    sizes = [SMALL, LARGE, *([asked.megabytes * 1_000_000] if asked.megabytes else [])]
    found = {size: measured(size, words) for size in sizes}
    slope = (LARGE - SMALL) / 1e6 / (found[LARGE][0] - found[SMALL][0])
    print(f"slope {slope:.2f} MB/s on one core (target {TARGET})")
    if asked.megabytes:
        points = [(size / 1e6, memory) for size, (_, memory) in found.items()]
        draw([Line("memory at most", points)], "megabytes of text", "megabytes of memory", FIGURE)
    print(beside_spacy(words))


if __name__ == "__main__":
    main()

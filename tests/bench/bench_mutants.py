"""Mutated files of each kind, read from their bytes to their mentions: no crash, no hang, no memory that grows.

python -m tests.bench.bench_mutants [--mutants 10000] [--first 0]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path
from time import perf_counter

from etl import pipeline, vocabulary
from etl.sources import Source
from tests.etl.mutants import mutant, valid

SLOWEST = 20.0  # seconds for one mutant; a longer one is a hang
FAULTS = ("its format does not allow", "a mistake of ours")  # what was caught: a reader that fails, a rule that does


def main() -> None:
    """Read the mutants that the caller asks for; each that falls is shown with its kind and seed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    vocabulary.terms()
    kinds = list(valid())
    slowest, refused, faults = (0.0, ""), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(asked.first, asked.first + asked.mutants):
            kind = kinds[seed % len(kinds)]
            path = Path(folder) / f"a.{kind}"
            path.write_bytes(mutant(kind, seed))
            begun = perf_counter()
            try:
                problems = [r.problem for r in pipeline.read_packed(Source(path, path.name, 1)) if r.problem]
            except Exception as error:
                print(f"CRASH of {kind}, seed {seed}: {type(error).__name__}: {error}", flush=True)
                continue
            refused += bool(problems)
            for problem in (p for p in problems if any(fault in p for fault in FAULTS)):
                faults += 1
                print(f"fault of {kind}, seed {seed}: {problem}", flush=True)
            slowest = max(slowest, (perf_counter() - begun, f"{kind} {seed}"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{asked.mutants:,} mutants, {refused:,} refused, {faults} faults of ours caught, "
        f"slowest {slowest[0]:.2f} s ({slowest[1]}), {memory:.0f} MB at most"
    )
    if slowest[0] > SLOWEST:
        print("HANG")


if __name__ == "__main__":
    main()

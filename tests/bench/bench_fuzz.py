"""Far more random addresses and payloads than a test run has time for. Not run by pytest.

python -m tests.bench.bench_fuzz [EXAMPLES]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main(examples: str = "2000") -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "tests/dashboard/test_fuzz.py"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"FUZZ_EXAMPLES": examples}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

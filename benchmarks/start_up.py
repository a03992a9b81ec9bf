"""How fast the command line answers, beside the bare interpreter: `legation --help` promises half a second.

python benchmarks/start_up.py
"""

from __future__ import annotations

import subprocess
import sys
import time

_RUNS = 5


def best(*arguments: str) -> float:
    """Seconds of the fastest of several runs of a command."""
    taken = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Prints both times and their ratio."""
    bare, told = best("-c", "pass"), best("-m", "legation", "--help")
    print(f"python -c pass   {bare:.3f} s\nlegation --help  {told:.3f} s   ratio {told / bare:.1f}")


if __name__ == "__main__":
    main()

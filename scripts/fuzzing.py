"""Feeds intake and reading with bytes that atheris makes up, guided by which code they reach, for bounded time.

    python scripts/fuzzing.py --seconds 16                 half of it for each target
    python scripts/fuzzing.py --seconds 3600 --target reading

What breaks a promise (see tests/fuzz/targets.py) is kept in tests/fuzz/finds/, where a test runs it ever after, and the
exit status is 1. What has been learnt of interesting inputs is kept in .fuzz/ for the next time.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
CORPUS = ROOT / ".fuzz"
NAMES = ("intake", "reading")
_LONGEST = 4_096
_MEMORY_MB = 4_096
_STUCK = 120
"""Seconds after which even a call into C is taken for one without an end."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzzes intake and reading.")
    parser.add_argument("--seconds", type=int, default=16, help="in all, without the start; default: 16")
    parser.add_argument("--target", choices=NAMES, help="default: one after the other")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        fuzz(asked.target, asked.seconds)
        return 0
    names = [asked.target] if asked.target else list(NAMES)
    seconds = max(1, asked.seconds // len(names))
    return max(run(name, seconds) for name in names)


def run(name: str, seconds: int) -> int:
    """Fuzzes one target in a process of its own, so that a crash of it is told too; 1 where something was found."""
    finds = TESTS / "fuzz" / "finds" / name
    before = set(finds.iterdir())
    command = [sys.executable, __file__, "--inside", "--target", name, "--seconds", str(seconds)]
    ended = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    lines = ended.stderr.splitlines()
    told = next((line for line in reversed(lines) if line.startswith("Done ")), "")
    found = sorted(set(finds.iterdir()) - before)
    if not ended.returncode and not found:
        print(f"{name}: {told or 'done'}, nothing found")
        return 0
    print("\n".join(lines[-40:]))
    for path in found:
        print(f"{name}: found {path.relative_to(ROOT)}")
    if not found:
        print(f"{name}: ended with status {ended.returncode}")
    return 1


def fuzz(name: str, seconds: int) -> None:
    """Runs atheris over one target; it ends the process."""
    import atheris  # type: ignore[import-untyped]  # noqa: PLC0415  Linux only

    sys.path.insert(0, str(TESTS))
    with atheris.instrument_imports(include=["legation"], enable_loader_override=False):
        from fuzz import targets  # type: ignore[import-not-found]  # noqa: PLC0415  with its bytecode watched
    target = targets.TARGETS[name]
    target(targets.seeds(name)[-1])  # builds what is built once, outside the measured time
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in targets.seeds(name):
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    options = [
        f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={_STUCK}", f"-report_slow_units={_STUCK}",
        f"-rss_limit_mb={_MEMORY_MB}",
        f"-artifact_prefix={TESTS / 'fuzz' / 'finds' / name}/", "-print_final_stats=0", "-reload=0",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())

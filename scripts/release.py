"""Makes what a release consists of: source archive, wheel, bill of materials (CycloneDX) and their SHA-256.

    python scripts/release.py [--out dist]

The wheel is built from the source archive, not from the tree, so that nobody needs more than the archive to build it.
Everything is dated with SOURCE_DATE_EPOCH or, without it, the last commit: the same commit gives the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import sbom
from build_static import VENDOR, WANTED

from legation import __version__

ROOT = Path(__file__).parents[1]
SUMS = "SHA256SUMS"


class UnfitError(Exception):
    """The tree is not fit for a release; one line."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes source archive, wheel, bill of materials and their SHA-256.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="the folder; default: dist")
    out = parser.parse_args().out
    try:
        made = release(out, epoch())
    except (UnfitError, OSError) as error:
        print(f"no release: {error}")
        return 1
    for path in made:
        print(f"{path.name}  {path.stat().st_size} bytes")
    return 0


def epoch() -> int:
    """The time that everything is dated with, in seconds since 1970.

    Raises:
        UnfitError: there is neither SOURCE_DATE_EPOCH nor a last commit.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        given = run.stdout.strip()
    if not given.isdigit():
        raise UnfitError("SOURCE_DATE_EPOCH is not set to seconds, and there is no commit to take its time from")
    return int(given)


def release(out: Path, date: int) -> list[Path]:
    """Fills the folder `out`; what another release left there goes.

    Raises:
        UnfitError: what the desk serves is not there, or the build failed.
    """
    missing = sorted(name for name in WANTED if not (VENDOR / name).is_file())
    if missing:
        raise UnfitError(f"{VENDOR.name}/{missing[0]} is missing: run python scripts/build_static.py")
    out.mkdir(parents=True, exist_ok=True)
    for old in [*out.glob("legation-*"), *out.glob(SUMS)]:
        old.unlink()
    made = build(ROOT, out, "sdist", date)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(made) as archive:
            archive.extractall(folder, filter="data")
        wheel = build(next(Path(folder).iterdir()), out, "wheel", date)
    bill = out / f"legation-{__version__}.cdx.json"
    bill.write_text(sbom.bill(__version__, date), "utf-8")
    files = sorted([made, wheel, bill], key=lambda path: path.name)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (out / SUMS).write_text("".join(lines), "utf-8")
    return [*files, out / SUMS]


def build(tree: Path, out: Path, target: str, date: int) -> Path:
    """Builds `sdist` or `wheel` of a tree into a folder.

    Raises:
        UnfitError: it cannot be built.
    """
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(out.resolve())]
    settings = os.environ | {"SOURCE_DATE_EPOCH": str(date)}
    run = subprocess.run(command, cwd=tree, env=settings, capture_output=True, text=True, check=False)
    made = sorted(out.glob("legation-*.whl" if target == "wheel" else "legation-*.tar.gz"))
    if run.returncode or not made:
        said = (run.stderr or run.stdout).strip().splitlines()
        raise UnfitError(f"{target}: {said[-1] if said else 'nothing was built'}")
    return made[-1]


if __name__ == "__main__":
    sys.exit(main())

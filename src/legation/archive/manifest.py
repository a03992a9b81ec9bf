"""The manifest of an archive's folder: what is to be read, what of it is done, and the hash of each file.

A file of JSON lines to which a line is added at a time, so that a process may be killed at any moment: a last line that
was not written wholly does not count, and a part counts once its line is there.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

import msgspec

from legation.archive import ArchiveError
from legation.archive.parts import KINDS, Made, sha256
from legation.archive.pieces import Cut, Job, Piece, Source
from legation.reasons import reason_of
from legation.walk import Wanted

NAME = "manifest.jsonl"
VERSION = 1
_IN_A_FOLDER = 1_000
_ENDINGS = {"dispatches": ".parquet", "reports": ".parquet", "rejects": ".jsonl"}


class Terms(msgspec.Struct, frozen=True, tag_field="kind", tag="archive"):
    """The first line: what reading the same again has to agree on. `at_once` is how many records a part has at most."""

    program: str
    scope: Wanted
    text_bytes: int
    at_once: int
    version: int = VERSION


class SourceLine(msgspec.Struct, frozen=True, tag_field="kind", tag="source"):
    """A source that was cut into pieces; they are the parts from number `first_part` on."""

    source: Source
    sha256: str
    first_part: int
    pieces: tuple[Piece, ...]
    problems: tuple[tuple[str, str], ...] = ()


class FileNote(msgspec.Struct, frozen=True):
    """A file of a part, below the folder."""

    file: str
    rows: int
    size: int
    sha256: str


class PartLine(msgspec.Struct, frozen=True, tag_field="kind", tag="part"):
    """A part that is done: its files by kind. `lost` says why it could not be read at all."""

    number: int
    files: dict[str, FileNote]
    lost: str | None = None

    def rows(self, kind: str) -> int:
        """How many rows of a kind it has."""
        return self.files[kind].rows if kind in self.files else 0


Line = Terms | SourceLine | PartLine


class Manifest:
    """The manifest in a folder. Opened for writing it is locked: a folder has one writer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.terms: Terms | None = None
        self.sources: list[SourceLine] = []
        self.parts: dict[int, PartLine] = {}
        self._file: int | None = None

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest as it stands.

        Raises:
            ArchiveError: the folder has none, or none that this version can read.
        """
        found = cls(folder)
        try:
            data = (folder / NAME).read_bytes()
        except OSError as error:
            raise ArchiveError(f"{folder}: no archive that was read ({reason_of(error)})") from None
        found._take(data)
        if found.terms is None:
            raise ArchiveError(f"{folder}: nothing of this archive was read")
        return found

    @classmethod
    def write(cls, folder: Path, terms: Terms) -> Manifest:
        """The manifest of a run that begins or goes on; to be used as a context manager.

        Raises:
            ArchiveError: the folder cannot be written, is in use, or was begun on other terms.
        """
        found = cls(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            found._file = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
            found._lock()
            whole = found._take((folder / NAME).read_bytes())
            os.ftruncate(found._file, whole)
        except OSError as error:
            found.close()
            raise ArchiveError(f"{folder}: {reason_of(error)}") from None
        try:
            found._agree(terms)
            found._clear()
        except ArchiveError:
            found.close()
            raise
        return found

    def __enter__(self) -> Manifest:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the folder."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def add_source(self, source: Source, cut: Cut) -> None:
        """Notes a source and its pieces."""
        first = sum(len(line.pieces) for line in self.sources) + 1
        line = SourceLine(source, cut.sha256, first, cut.pieces, cut.problems)
        self._append(line)
        self.sources.append(line)

    def add_part(self, made: Made, lost: str | None = None) -> PartLine:
        """Writes the files of a part and notes it: from then on it is done."""
        notes = {kind: self._store(made.number, kind, data, made.rows[kind]) for kind, data in made.files.items()}
        line = PartLine(made.number, notes, lost)
        self._append(line)
        self.parts[made.number] = line
        return line

    def jobs(self) -> Iterator[Job]:
        """What is left to be read, in order."""
        for line in self.sources:
            for number, piece in enumerate(line.pieces, line.first_part):
                if number not in self.parts or not self._is_there(self.parts[number]):
                    yield Job(number, line.source, piece)

    def check(self, note: FileNote) -> Path:
        """The path of a file of a part, once it is known to be what was written.

        Raises:
            ArchiveError: it is not, or not there.
        """
        path = self.folder / note.file
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ArchiveError(f"{path}: {reason_of(error)}") from None
        if sha256(data) != note.sha256:
            raise ArchiveError(f"{path}: not what was written (its hash is another); read the archive again")
        return path

    def _agree(self, terms: Terms) -> None:
        """Begins on these terms, or goes on where the folder's are the same."""
        if self.terms is None:
            self._append(terms)
            self.terms = terms
        elif self.terms != terms:
            asked: Mapping[str, object] = msgspec.structs.asdict(terms)
            was = msgspec.structs.asdict(self.terms)
            other = ", ".join(f"{name} {was[name]}, not {asked[name]}" for name in asked if asked[name] != was[name])
            raise ArchiveError(f"{self.folder}: begun on other terms ({other}); take another folder")

    def _store(self, number: int, kind: str, data: bytes, rows: int) -> FileNote:
        """A file, whole or not at all."""
        name = f"{kind}/{number // _IN_A_FOLDER:04}/part-{number:07}{_ENDINGS[kind]}"
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}")
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            raise ArchiveError(f"{path}: {reason_of(error)}") from None
        return FileNote(name, rows, len(data), sha256(data))

    def _append(self, line: Line) -> None:
        assert self._file is not None
        try:
            os.write(self._file, msgspec.json.encode(line) + b"\n")
            os.fsync(self._file)
        except OSError as error:
            raise ArchiveError(f"{self.folder / NAME}: {reason_of(error)}") from None

    def _take(self, data: bytes) -> int:
        """Takes the lines of a manifest; returns where the last whole one ends."""
        whole = data.rfind(b"\n") + 1
        decoder = msgspec.json.Decoder(Line)
        for line in data[:whole].splitlines():
            try:
                found = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                raise ArchiveError(f"{self.folder / NAME}: no manifest that this version can read") from None
            if isinstance(found, Terms):
                self.terms = found
            elif isinstance(found, SourceLine):
                self.sources.append(found)
            else:
                self.parts[found.number] = found
        return whole

    def _is_there(self, part: PartLine) -> bool:
        try:
            return all((self.folder / note.file).stat().st_size == note.size for note in part.files.values())
        except OSError:
            return False

    def _clear(self) -> None:
        """Removes what a killed process was writing."""
        for kind in KINDS:
            for path in (self.folder / kind).glob("*/.part-*"):
                with contextlib.suppress(OSError):
                    path.unlink()

    def _lock(self) -> None:
        import fcntl  # noqa: PLC0415  where there is none, nobody locks

        assert self._file is not None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArchiveError(f"{self.folder}: another process is reading into it") from None

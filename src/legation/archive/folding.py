"""Folding an archive on the engine: reprints, then reports that tell one event, then the events.

Tables are joined and grouped by the engine; what is done within a group is `blocks`. Here, in one place, is only what
hangs together through pairs: copies and their originals, reports and their components, by their ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from legation.archive import ArchiveError, blocks
from legation.archive.blocks import Component, Told
from legation.archive.engine import Engine, Frame, load_daft
from legation.archive.manifest import Manifest
from legation.dispatch import from_record
from legation.laid_out import lay_out_records
from legation.merging.components import components
from legation.merging.fulfilment import Fulfilment
from legation.merging.reprints import Likeness, Reprint, chains, originals, precedence
from legation.merging.verdict import Verdict
from legation.when import BEHIND_ALL, known_bounds

lay_out_records()  # here and in workers: threads of the engine call what stands below


class Folding:
    """The tables of a folder that was read, and what is found in them, step by step.

    Raises:
        ArchiveError: the folder holds no dispatch, or a file is not what was written.
    """

    def __init__(self, manifest: Manifest, engine: Engine) -> None:
        self._daft: Any = load_daft()
        paths = {
            kind: [str(manifest.check(part.files[kind])) for part in manifest.parts.values() if kind in part.files]
            for kind in ("dispatches", "reports")
        }
        if not paths["dispatches"]:
            raise ArchiveError(f"{manifest.folder}: no dispatch was read")
        read = {kind: engine.gathered(self._daft.read_parquet(some), len(some)) for kind, some in paths.items()}
        self._dispatches = self._counting(read["dispatches"]).collect()
        here = self._dispatches.select("part", "row")
        self._reports = read["reports"].select("part", "row", "id", "dispatch", "record").join(here, on=["part", "row"])

    def _counting(self, read: Frame) -> Frame:
        """Of each text the reading that counts: of a source the first, of several the one published first."""
        col = self._daft.col
        read = read.with_column("at", col("part") * 10_000_000 + col("row"))
        first = read.groupby("id", "source").agg(col("at").min())
        read = read.join(first, on=["id", "source", "at"])
        read = read.with_column(
            "order", self._daft.functions.concat(col("first_day").fill_null(BEHIND_ALL), col("source"))
        )
        return read.join(read.groupby("id").agg(col("order").min()), on=["id", "order"])

    def newest(self) -> date | None:
        """The newest own day of the dispatches."""
        days = (known_bounds(row["published"])[0] for row in self._dispatches.select("published").iter_rows())
        return max((day for day in days if day), default=None)

    def reprints(self) -> tuple[Reprint, ...]:
        """The reprints, as `merging.find_reprints` finds them."""
        col = self._daft.col
        marked = self._mapped(self._dispatches.select("id", "record", "text"), "marks", _marks, "record", "text")
        marked = marked.select("id", "marks").collect()
        keys, near = (self._keyed(marked, function) for function in (_keys, _keys_near))
        sharing = keys.join(near.with_columns_renamed({"id": "other"}), on="key").where(col("id") != col("other"))
        # A dated and an undated text meet once, the dated one looking; others from both sides.
        when, forward = self._daft.functions.when, col("id") < col("other")
        first = when(forward, col("id")).otherwise(col("other")).alias("id")
        second = when(forward, col("other")).otherwise(col("id")).alias("other")
        pairs = sharing.select(first, second).distinct()
        pairs = pairs.join(marked, on="id")
        pairs = pairs.join(marked.with_columns_renamed({"id": "other", "marks": "theirs"}), on="other")
        pairs = (
            self._mapped(pairs, "near", _near, "marks", "theirs").where(~col("near").is_null()).select("id", "other")
        )
        texts = self._dispatches.select("id", "record", "text")
        others = texts.with_columns_renamed({"id": "other", "record": "record2", "text": "text2"})
        pairs = pairs.join(texts, on="id").join(others, on="other")
        found = self._mapped(pairs, "likeness", _likeness, "record", "text", "record2", "text2")
        alike: dict[str, dict[str, Likeness]] = defaultdict(dict)
        for row in found.where(~col("likeness").is_null()).select("id", "other", "likeness").iter_rows():
            share, kind = msgspec.msgpack.decode(row["likeness"])
            alike[row["id"]][row["other"]] = alike[row["other"]][row["id"]] = (share, kind)
        return self._chained(alike, marked)

    def _keyed(self, marked: Frame, function: Callable[..., object]) -> Frame:
        """The keys that a function makes of what is known of texts, a row each."""
        keys = self._mapped(marked, "key", function, "marks", words=True).select("id", "key").explode("key")
        return keys.where(~self._daft.col("key").is_null())

    def _chained(self, alike: Mapping[str, Mapping[str, Likeness]], marked: Frame) -> tuple[Reprint, ...]:
        if not alike:
            return ()
        ids = self._daft.from_pydict({"id": sorted(alike)})
        rows = self._dispatches.select("id", "source", "published").join(marked, on="id").join(ids, on="id").to_pylist()
        source = {row["id"]: row["source"] for row in rows}
        texts = {row["id"]: _text(row["marks"]) for row in rows}
        order = {row["id"]: precedence(row["published"], texts[row["id"]].size, row["id"]) for row in rows}
        days = {i: text.day for i, text in texts.items()}
        copies = (
            Reprint(source[original], source[copy], likeness, kind, original, copy)
            for original, copy, (likeness, kind) in chains(alike, order, days)
        )
        return tuple(sorted(copies, key=lambda one: (one.original_id, one.copy_id)))

    def events(self, reprints: Sequence[Reprint]) -> Iterator[bytes]:
        """The events as lines, in no order."""
        col = self._daft.col
        told = self._told(originals(reprints)).collect()
        same = self._same(told)
        component: dict[str, str] = {}
        for members in components({i for pair in same for i in pair}, same):
            component |= dict.fromkeys(members, members[0])
        told = self._with(told, "id", "component", component).with_column(
            "component", self._daft.functions.coalesce(col("component"), col("id"))
        )
        of = "component"
        grouped = told.groupby(of).agg(col("told").list_agg())
        verdicts = _grouped((component[a], data) for (a, _), data in same.items())
        grouped = self._with(grouped, of, "same", verdicts)
        settled = self._settled(told)
        promises = self._with(told.select("id", of), "id", "settled", settled).where(~col("settled").is_null())
        promises = promises.groupby(of).agg(col("settled").list_agg())
        grouped = grouped.join(promises, on=of, how="left").join(self._rested_on(told), on=of, how="left")
        day = self.newest()
        made = self._mapped(grouped, "events", _Events(day), "told", "same", "settled", "dispatches")
        for row in made.select("events").iter_rows():
            yield from msgspec.msgpack.decode(row["events"], type=list[bytes])

    def _told(self, behind: Mapping[str, str]) -> Frame:
        """The reports, each with the original of its dispatch."""
        col = self._daft.col
        reports = self._with(self._reports, "dispatch", "origin", behind)
        reports = reports.with_column("origin", self._daft.functions.coalesce(col("origin"), col("dispatch")))
        return self._mapped(reports, "told", _told, "record", "origin").select("id", "dispatch", "origin", "told")

    def _same(self, told: Frame) -> dict[tuple[str, str], bytes]:
        """The pairs that tell one event, with their verdicts."""
        answers = self._by_block(told, _blocks, _same)
        return {(one.a, one.b): data for data in answers for one in (msgspec.msgpack.decode(data, type=Verdict),)}

    def _settled(self, told: Frame) -> dict[str, bytes]:
        """What became of the promises and plans of each report."""
        answers = set(self._by_block(told, _sides, _settled))
        return _grouped((msgspec.msgpack.decode(data, type=Fulfilment).promise, data) for data in sorted(answers))

    def _by_block(
        self, told: Frame, block: Callable[[bytes], object], within: Callable[[list[bytes]], object]
    ) -> Iterator[bytes]:
        """What is found within each block of reports, found in several blocks as often."""
        col = self._daft.col
        placed = self._mapped(told.select("told"), "block", block, "told", words=True).explode("block")
        placed = placed.where(~col("block").is_null()).groupby("block").agg(col("told").list_agg())
        for row in self._mapped(placed, "found", within, "told").select("found").iter_rows():
            yield from msgspec.msgpack.decode(row["found"], type=list[bytes])

    def _rested_on(self, told: Frame) -> Frame:
        """The dispatches of each component, and the originals behind them."""
        col = self._daft.col
        own = told.select("component", col("dispatch").alias("id"))
        behind = told.select("component", col("origin").alias("id"))
        needed = own.concat(behind).distinct().join(self._dispatches.select("id", "record", "text"), on="id")
        packed = self._mapped(needed, "dispatches", _packed, "record", "text")
        return packed.groupby("component").agg(col("dispatches").list_agg())

    def _with(self, frame: Frame, key: str, name: str, values: Mapping[str, object]) -> Frame:
        """A column more, null where nothing is known."""
        daft = self._daft
        kind = daft.DataType.binary() if any(isinstance(v, bytes) for v in values.values()) else daft.DataType.string()
        columns = daft.from_pydict({key: list(values), name: list(values.values())})
        columns = columns.select(daft.col(key).cast(daft.DataType.string()), daft.col(name).cast(kind))
        return frame.join(columns, on=key, how="left")

    def _mapped(
        self, frame: Frame, name: str, function: Callable[..., object], *columns: str, words: bool = False
    ) -> Frame:
        """A column more, of what a function makes of others: bytes, or lists of words."""
        daft = self._daft
        kind = daft.DataType.list(daft.DataType.string()) if words else daft.DataType.binary()

        @daft.func(return_dtype=kind)  # type: ignore[untyped-decorator]
        def applied(*cells: object) -> object:
            return function(*cells)

        return frame.with_column(name, applied(*(daft.col(column) for column in columns)))


def _grouped(found: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Lists of what belongs to one key, packed."""
    lists: dict[str, list[bytes]] = {}
    for key, data in found:
        lists.setdefault(key, []).append(data)
    return {key: msgspec.msgpack.encode(some) for key, some in lists.items()}


def _marks(record: str, text: str) -> bytes:
    return msgspec.msgpack.encode(blocks.text_of(record, text))


def _text(marks: bytes) -> blocks.Text:
    return msgspec.msgpack.decode(marks, type=blocks.Text)


def _keys(marks: bytes) -> object:
    return blocks.keys_of(_text(marks))


def _keys_near(marks: bytes) -> object:
    return blocks.keys_near(_text(marks))


def _near(mine: bytes, theirs: bytes) -> bytes | None:
    return b"" if blocks.may_be_copies(_text(mine), _text(theirs)) else None


def _likeness(record: str, text: str, record2: str, text2: str) -> bytes | None:
    found = blocks.likeness_of(from_record(record, text), from_record(record2, text2))
    return msgspec.msgpack.encode(found) if found else None


def _told(record: str, origin: str) -> bytes:
    return msgspec.msgpack.encode(Told(record, origin))


def _unpacked(told: Iterable[bytes]) -> list[Told]:
    return [msgspec.msgpack.decode(one, type=Told) for one in told]


def _blocks(told: bytes) -> list[str]:
    return blocks.blocks_of(msgspec.msgpack.decode(told, type=Told))


def _same(told: list[bytes]) -> bytes:
    return msgspec.msgpack.encode(blocks.same_in_block(_unpacked(told)))


def _sides(told: bytes) -> list[str]:
    return blocks.sides_of(msgspec.msgpack.decode(told, type=Told))


def _settled(told: list[bytes]) -> bytes:
    return msgspec.msgpack.encode(blocks.settled_among(_unpacked(told)))


def _packed(record: str, text: str) -> bytes:
    return msgspec.msgpack.encode((record, text))


class _Events:
    """Makes the events of a component, with commitments judged for a day."""

    def __init__(self, day: date | None) -> None:
        self._day = day

    def __call__(self, told: list[bytes], same: bytes | None, settled: list[bytes] | None, texts: list[bytes]) -> bytes:
        verdicts = msgspec.msgpack.decode(same, type=list[bytes]) if same else []
        met = [one for some in settled or () for one in msgspec.msgpack.decode(some, type=list[bytes])]
        found = Component(
            _unpacked(told),
            [msgspec.msgpack.decode(one, type=Verdict) for one in verdicts],
            [msgspec.msgpack.decode(one, type=Fulfilment) for one in met],
            [msgspec.msgpack.decode(one, type=tuple[str, str]) for one in texts],
        )
        return msgspec.msgpack.encode(blocks.events_of(found, self._day))

"""The tables of the ledger. Records are kept twice: as the columns that are asked for, and as the JSON of the record.

This is what the migrations lead to; a test compares the two. Days are ISO 8601 strings, which sort as days do.
On PostgreSQL all text sorts by its bytes, as on SQLite (COLLATE "C", migration 0007). Full-text search stands beside
these tables (`search.py`, `server_search.py`), since every database has its own.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

HEAD = "0011"
"""The newest migration. Kept here so that opening an up-to-date ledger need not load Alembic (1 to 2 s)."""
APPLICATION_ID = 0x4C474E31
"""Marks an SQLite file as a ledger of ours ("LGN1"), PRAGMA application_id."""

_LONG = BigInteger().with_variant(Integer, "sqlite")
"""SQLite's integers are long anyhow; one of another name would be no row number to it."""

LONG = "first_day IS NULL OR last_day IS NULL OR substr(first_day, 1, 7) <> substr(last_day, 1, 7)"
"""What is not known to the month: of a stretch of time it may stand anywhere before its end. What is known stands near.
"""
SEVERAL_TELL = "independent_sources > 1 AND first_day IS NOT NULL AND last_day IS NOT NULL"
"""Of a list the events that a chart draws first."""

metadata = MetaData()

programs = Table(
    "programs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    comment="Versions of the program that have read into this ledger, in the order of their first use",
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("text", Text, nullable=False, comment="never changes"),
    Column("source", String, nullable=False, comment="this and the following: of the current reading"),
    Column("title", Text),
    Column("outlet", String),
    Column("language", String, nullable=False),
    Column("published", String),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Index("dispatches_first_day", "first_day"),
    Index("dispatches_days_ids", "first_day", "id", "last_day"),
    Index("dispatches_long", "first_day", "id", "last_day", sqlite_where=text(LONG), postgresql_where=text(LONG)),
    Index("dispatches_source", "source"),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("dispatch", ForeignKey("dispatches.seq"), nullable=False),
    Column("program", ForeignKey("programs.seq"), nullable=False),
    Column("source", String, nullable=False),
    Column("first_day", String(10)),
    Column("record", Text, nullable=False, comment="JSON of the dispatch with an empty text"),
    Column("current", Boolean, nullable=False),
    UniqueConstraint("dispatch", "program", "source"),
    Index("readings_source", "source"),
    comment="Each time a text was read: from which source, by which version. One reading of each text is current",
)

reports = Table(
    "reports",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(64), nullable=False),
    Column("reading", ForeignKey("readings.seq"), nullable=False),
    Column("dispatch", ForeignKey("dispatches.seq"), nullable=False),
    Column("superseded", Boolean, nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("status", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("salience", String, nullable=False),
    Column("date", String),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("quad", String, nullable=False),
    Column("intensity", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("record", Text, nullable=False, comment="JSON of the report"),
    UniqueConstraint("reading", "id"),
    Index("reports_id", "id"),
    Index("reports_dispatch", "dispatch"),
    Index("reports_in_order", "seq", "superseded", "type", "status", "first_day", "last_day"),
)

report_participants = Table(
    "report_participants",
    metadata,
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("place", Integer, primary_key=True, comment="0, 1, 2 … as in the report, actors first"),
    Column("role", String, nullable=False, comment="actor or recipient"),
    Column("code", String, nullable=False),
    Column("sector", String, nullable=False),
    Column("person", String),
    Column("office", String),
    Index("report_participants_code_report", "code", "report"),
    Index("report_participants_names", "code", "person", "report"),
    Index("report_participants_person", "person"),
)

events = Table(
    "events",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("status", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("quad", String, nullable=False),
    Column("intensity", Float, nullable=False),
    Column("date", String),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("dispatches", Integer, nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("outcome", String, comment="of the commitment, null where there is none"),
    Column("record", Text, nullable=False, comment="JSON of the event"),
    Column("joins", Text, nullable=False, comment="JSON of the verdicts that joined its reports"),
    Index("events_days", "first_day", "last_day"),
    Index("events_days_ids", "first_day", "id"),
    Index(
        "events_long",
        "first_day",
        "id",
        "last_day",
        "date",
        "type",
        "status",
        "independent_sources",
        sqlite_where=text(LONG),
        postgresql_where=text(LONG),
    ),
)

event_reports = Table(
    "event_reports",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("report", String(64), primary_key=True),
    Index("event_reports_report", "report"),
)

event_participants = Table(
    "event_participants",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String, primary_key=True),
    Index("event_participants_code", "code"),
)

forwards = Table(
    "forwards",
    metadata,
    Column("old", String(64), primary_key=True),
    Column("new", String(64), nullable=False),
    comment="Where an event went whose id is no more",
)

reprints = Table(
    "reprints",
    metadata,
    Column("copy", String(64), primary_key=True),
    Column("original", String(64), nullable=False),
    Column("likeness", Float, nullable=False),
    Column("kind", String, nullable=False),
    comment="Dispatch ids",
)

compared = Table(
    "compared",
    metadata,
    Column("dispatch", ForeignKey("dispatches.seq"), primary_key=True),
    Column("reading", ForeignKey("readings.seq"), nullable=False),
    Column("size", Integer, nullable=False, comment="how many different runs of words the text has"),
    Column("sketch", LargeBinary, nullable=False, comment="tells most texts that share a key by chance apart"),
    Column("day", Integer, comment="it came out, counted from the year 1, where that is known to a month"),
    Column("origin", ForeignKey("dispatches.seq"), nullable=False, comment="the original behind it, else itself"),
    comment="The texts that merging knows, as this reading of each gives them",
)

text_keys = Table(
    "text_keys",
    metadata,
    Column("period", Integer, primary_key=True, autoincrement=False, comment="of its day (merging.reprints.period)"),
    Column("key", _LONG, primary_key=True, autoincrement=False),
    Column("dispatch", ForeignKey("dispatches.seq"), primary_key=True),
    comment="Texts that share a key in periods near each other are compared (merging.reprints.marks)",
    sqlite_with_rowid=False,
)

alike = Table(
    "alike",
    metadata,
    Column("dispatch", ForeignKey("dispatches.seq"), primary_key=True),
    Column("other", ForeignKey("dispatches.seq"), primary_key=True),
    Column("likeness", Float, nullable=False),
    Column("kind", String, nullable=False),
    comment="Texts found alike; each pair stands here both ways round",
    sqlite_with_rowid=False,
)

report_windows = Table(
    "report_windows",
    metadata,
    Column("block", String, primary_key=True),
    Column("level", Integer, primary_key=True, comment="of the window, by its length"),
    Column("low", Integer, primary_key=True, comment="first day, counted from the year 1"),
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("high", Integer, nullable=False, comment="last day"),
    Index("report_windows_report", "report"),
    comment="Where and when a report can meet others (merging.blocks)",
    sqlite_with_rowid=False,
)

same_pairs = Table(
    "same_pairs",
    metadata,
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("other", ForeignKey("reports.seq"), primary_key=True),
    Column("verdict", Text, comment="JSON; null the second way round"),
    comment="Reports that tell one event, taken by themselves; each pair stands here both ways round",
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("record", Text, nullable=False, comment="JSON of the judgement"),
    comment="What persons judged: rows are added, never changed",
)

judged_dispatches = Table(
    "judged_dispatches",
    metadata,
    Column("judgement", ForeignKey("judgements.seq"), primary_key=True),
    Column("dispatch", String(64), primary_key=True),
    Index("judged_dispatches_dispatch", "dispatch"),
    comment="Ids of dispatches on whose reports there are judgements; they may not have been read yet",
)

doubtful_pairs = Table(
    "doubtful_pairs",
    metadata,
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("other", ForeignKey("reports.seq"), primary_key=True),
    Column("score", Float, nullable=False),
    Index("doubtful_pairs_score", "score"),
    comment="Reports that may tell one event; each pair stands here both ways round",
    sqlite_with_rowid=False,
)

settling_windows = Table(
    "settling_windows",
    metadata,
    Column("pair", String, primary_key=True),
    Column("side", String(4), primary_key=True, comment="due: promised or announced; done: may settle it"),
    Column("level", Integer, primary_key=True, comment="of the window, by its length"),
    Column("low", Integer, primary_key=True, comment="first day, counted from the year 1"),
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("high", Integer, nullable=False, comment="last day"),
    Index("settling_windows_report", "report"),
    comment="Where and when a promise or plan can meet what settles it (merging.fulfilment)",
    sqlite_with_rowid=False,
)

fulfilments = Table(
    "fulfilments",
    metadata,
    Column("announced", ForeignKey("reports.seq"), primary_key=True),
    Column("told", ForeignKey("reports.seq"), primary_key=True),
    Column("record", Text, nullable=False, comment="JSON"),
    Index("fulfilments_told", "told"),
    comment="What a report says of a promise or plan in another",
    sqlite_with_rowid=False,
)

listed = Table(
    "listed",
    metadata,
    Column("list", String, primary_key=True),
    Column("begin", String(10), primary_key=True, comment="the first day, else the last one, else empty"),
    Column("event", String(64), primary_key=True),
    Column("type", String, nullable=False, comment="this and the following: as in the table of events"),
    Column("mode", String),
    Column("status", String, nullable=False),
    Column("quad", String, nullable=False),
    Column("intensity", Float, nullable=False),
    Column("date", String),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("dispatches", Integer, nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("outcome", String),
    Column("due", String, comment="of the commitment, EDTF"),
    Column("due_by", String(10), comment="its last day"),
    Column("due_order", String(10), comment="its last day, else its first one, else what sorts behind all"),
    Column("brief", Boolean, nullable=False, comment="has both days, and no more than a month between them"),
    Column("place", String, comment="the code"),
    Column("contexts", String, nullable=False, comment="each between bars: |military|territory|"),
    Column("sources", String, nullable=False, comment="outlets and independent sources, each between bars"),
    Index(
        "listed_due",
        "list",
        "outcome",
        "due_order",
        "due",
        "event",
        "due_by",
        sqlite_where=text("outcome IS NOT NULL"),
        postgresql_where=text("outcome IS NOT NULL"),
    ),
    Index(
        "listed_told",
        "list",
        "independent_sources",
        "dispatches",
        "last_day",
        "event",
        "first_day",
        "type",
        "status",
        "outcome",
        sqlite_where=text(SEVERAL_TELL),
        postgresql_where=text(SEVERAL_TELL),
    ),
    comment="The lists in which an event stands, so that each can be counted and turned over without its records",
    sqlite_with_rowid=False,
)

tallies = Table(
    "tallies",
    metadata,
    Column("list", String, primary_key=True),
    Column("first_month", String(7), primary_key=True, comment="empty where there is none"),
    Column("last_month", String(7), primary_key=True),
    Column("type", String, primary_key=True),
    Column("status", String, primary_key=True),
    Column("quad", String, primary_key=True),
    Column("brief", Boolean, primary_key=True),
    Column("outcome", String, primary_key=True, comment="empty where nothing is promised"),
    Column("events", Integer, nullable=False),
    Column("intensity", Integer, nullable=False, comment="the sum in thousandths: whole numbers add up exactly"),
    comment="How many events of the long lists are of one kind and month",
    sqlite_with_rowid=False,
)

counted = Table(
    "counted",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("number", Integer, nullable=False),
    comment="What is counted while it is written, because counting it would take reading everything",
    sqlite_with_rowid=False,
)

event_namings = Table(
    "event_namings",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String, primary_key=True),
    Column("person", String, primary_key=True),
    Column("office", String, primary_key=True, comment="empty where none is named"),
    Index("event_namings_code", "code", "person", "office"),
    Index("event_namings_person", "person"),
    comment="The people that the reports of an event name, for whom, and as what",
    sqlite_with_rowid=False,
)

state = Table(
    "state",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
    comment="merged, judged: the last reading and judgement that the events know; rules: those they were merged by",
)

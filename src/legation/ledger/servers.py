"""Opening a ledger on a PostgreSQL server: making it, bringing it up to date, and refusing what is none.

A ledger is all there is in the schema that its connections find first (`public`, if the address says nothing else).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from legation.address import Address
from legation.ledger.errors import LedgerError
from legation.ledger.faults import BUSY_SECONDS, one_line
from legation.ledger.migrating import known_version, migrate
from legation.ledger.tables import APPLICATION_ID, HEAD

if TYPE_CHECKING:
    from psycopg import Connection as Driven

WRITES = "legation_writes"
"""The option of a connection whose transactions write."""
_MARK = f"a ledger of legation ({APPLICATION_ID:x})"
"""Marks a schema as a ledger of ours: the comment on Alembic's table."""
_MARKED = text(
    "SELECT obj_description(c.oid, 'pg_class') FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND c.relname = 'alembic_version'"
)
_CONNECT_SECONDS = 10
_POOL, _MORE = 5, 15
"""Connections that are kept, and those that a busy desk may have besides."""
_NOWHERE = "\ufffe"
"""Stands for a NUL in what is asked: PostgreSQL takes none, and no text has this sign (it is no character)."""


def connect(address: Address, updating: Callable[[], None], *, create: bool) -> Engine:
    """An engine on the ledger at this address; its tables are made in an empty schema, or, once `updating` was called,
    brought up to date.

    Raises:
        LedgerError: the driver is not installed; the server cannot be reached or refuses; the schema is missing, holds
            something else or a ledger of a newer version; or it is empty with `create=False`.
    """
    engine = create_engine("postgresql+psycopg://", creator=_connector(address), pool_pre_ping=True,
                           pool_size=_POOL, max_overflow=_MORE)  # fmt: skip
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _without_nul, retval=True)
    try:
        with one_line(address):
            _bring_up_to_date(engine, address, updating, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _connector(address: Address) -> Callable[[], Driven[Any]]:
    """Makes connections of the driver.

    Raises:
        LedgerError: it is not installed, or does not understand the address.
    """
    try:
        import psycopg  # noqa: PLC0415  an extra of the installation
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415
    except ImportError:
        raise LedgerError(f"{address}: needs the PostgreSQL driver: pip install 'legation[postgres]'") from None
    try:
        asked = conninfo_to_dict(address.url or "")
    except psycopg.ProgrammingError:  # its words may hold a part of the password
        raise LedgerError(f"{address}: not an address that PostgreSQL's client understands") from None
    values: dict[str, Any] = {"connect_timeout": _CONNECT_SECONDS, "application_name": "legation"}
    values |= asked | {"client_encoding": "UTF8"}

    def connected() -> Driven[Any]:
        return psycopg.connect(**values)

    return connected


def _begin(connection: Connection) -> None:
    """Readers see one state of the ledger, as on SQLite. Writers come one after the other.

    A writer's statements each see what is there: with one state for all, that would be the state before it waited.
    """
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS:.0f}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _without_nul(
    connection: Connection, _cursor: object, statement: str, parameters: object, _context: object, _many: bool
) -> tuple[str, object]:
    """Whatever is asked finds nothing at worst; what is written stays as it is."""
    if isinstance(parameters, dict) and not connection.get_execution_options().get(WRITES):
        odd = {name: value for name, value in parameters.items() if isinstance(value, str) and "\0" in value}
        if odd:
            parameters = parameters | {name: value.replace("\0", _NOWHERE) for name, value in odd.items()}
    return statement, parameters


def _bring_up_to_date(engine: Engine, address: Address, updating: Callable[[], None], *, create: bool) -> None:
    with engine.connect() as connection:
        _check_encoding(connection, address)
        version = _version(connection, address)
    if version == HEAD:
        return
    if version is None and not create:
        raise LedgerError(f"{address}: holds no ledger")
    if version is not None:
        updating()
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        if _version(connection, address) != HEAD:  # another process may have been faster
            migrate(connection)
            connection.execute(text(f"COMMENT ON TABLE alembic_version IS '{_MARK}'"))


def _check_encoding(connection: Connection, address: Address) -> None:
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise LedgerError(f"{address}: the database keeps text as {encoding}; a ledger needs UTF8")


def _version(connection: Connection, address: Address) -> str | None:
    """The newest migration in the schema, None when it is empty.

    Raises:
        LedgerError: there is no schema, it holds something else, or a ledger of a newer version.
    """
    if connection.execute(text("SELECT current_schema()")).scalar() is None:
        raise LedgerError(f"{address}: the schema of its connections (search_path) is not there")
    if not inspect(connection).get_table_names():
        return None
    if connection.execute(_MARKED).scalar() != _MARK:
        raise LedgerError(f"{address}: holds tables of another program; a ledger needs a database or schema of its own")
    return known_version(connection, address)

"""Adding many rows at once: by COPY where the database is PostgreSQL, which takes them several times as fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, func, insert, select, text

_FEW = 20
"""Rows for which a COPY is not worth its round trips."""
Row = Mapping[str, object]


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds rows, which all have the same columns."""
    if not rows:
        return
    if connection.dialect.name != "postgresql" or len(rows) < _FEW:
        connection.execute(insert(table), list(rows))
        return
    names = list(rows[0])
    add_plain(connection, table, names, [tuple(row[name] for name in names) for row in rows])


def add_plain(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """Adds rows as the database itself has them, without what SQLAlchemy does for each: for tens of thousands at once.

    `names` are those of their columns, in order.
    """
    quoted = connection.dialect.identifier_preparer.quote
    into = f"{quoted(table.name)} ({', '.join(map(quoted, names))})"
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({', '.join('?' * len(names))})", list(rows))
        return
    driven = connection.connection.driver_connection
    assert driven is not None
    with driven.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def add_numbered(connection: Connection, table: Table, rows: Sequence[Row]) -> list[int]:
    """Adds rows of a table whose key is `seq`; returns their numbers in the same order."""
    if not rows:
        return []
    if connection.dialect.name != "postgresql" or len(rows) < _FEW:
        statement = insert(table).returning(table.c.seq, sort_by_parameter_order=True)
        return [int(seq) for seq in connection.execute(statement, list(rows)).scalars()]
    sequence = func.pg_get_serial_sequence(table.name, "seq")
    numbers = sorted(connection.execute(select(func.nextval(sequence)).select_from(
        func.generate_series(1, len(rows)).alias("wanted"))).scalars())  # fmt: skip
    add(connection, table, [{**row, "seq": number} for row, number in zip(rows, numbers, strict=True)])
    return [int(number) for number in numbers]


def go_on_counting(connection: Connection, table: Table) -> None:
    """Lets the numbers of new rows follow those that came with rows; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        last = connection.execute(select(func.max(table.c.seq))).scalar()
        sequence = text("SELECT setval(pg_get_serial_sequence(:name, 'seq'), :last)")
        if last is not None:
            connection.execute(sequence, {"name": table.name, "last": last})

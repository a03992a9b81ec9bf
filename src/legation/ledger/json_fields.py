"""What is asked of the JSON of records and of days, said to each database in its own words.

Keys are words of ours, never text that came in.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, String, TableValuedAlias, column, literal, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Field(FunctionElement[str]):
    """A field of a JSON object as text."""

    name = "field"
    inherit_cache = True
    type = String()


class _Length(FunctionElement[int]):
    """The length of a list in a JSON object."""

    name = "length"
    inherit_cache = True
    type = Integer()


class _Items(FunctionElement[str]):
    """The items of a list in a JSON object, a row each."""

    name = "items"
    inherit_cache = True
    type = String()


class _Words(FunctionElement[str]):
    """The items of a list of strings, a row each."""

    name = "words"
    inherit_cache = True
    type = String()


class _Place(FunctionElement[int]):
    """Where in a text a part of it first stands, from 1 on; 0 for nowhere."""

    name = "place"
    inherit_cache = True
    type = Integer()


class _DaysBetween(FunctionElement[float]):
    """Days from one day to another, both ISO 8601."""

    name = "days_between"
    inherit_cache = True
    type = Float()


def field(record: ColumnElement[Any], *keys: str) -> ColumnElement[str]:
    """The text at the end of this way through a record; null where it leads nowhere. It sorts as its bytes do."""
    return _Field(record, *map(literal_column, keys))


def length(record: ColumnElement[Any], key: str) -> ColumnElement[int]:
    """How many items a list of a record has."""
    return _Length(record, literal_column(key))


def items(record: ColumnElement[Any], key: str) -> TableValuedAlias:
    """The items of a list of a record as rows of one column, `value`: what `field` looks into."""
    return _Items(record, literal_column(key)).table_valued(column("value", String()))


def words(record: ColumnElement[Any], key: str) -> TableValuedAlias:
    """The strings of a list of a record as rows of one column, `value`."""
    return _Words(record, literal_column(key)).table_valued(column("value", String()))


def holds(whole: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """Whether a text holds a part of it, letter for letter."""
    return _Place(whole, literal(part)) > 0


def days_between(first: ColumnElement[Any], last: ColumnElement[Any]) -> ColumnElement[float]:
    """The days from the first to the last."""
    return _DaysBetween(first, last)


def _parts(element: FunctionElement[Any], compiler: SQLCompiler) -> tuple[str, list[str]]:
    """The record in SQL, and the keys."""
    record, *keys = element.clauses
    return compiler.process(record), [key.name for key in keys]


@compiles(_Field, "sqlite")
def _field_on_sqlite(element: _Field, compiler: SQLCompiler, **_: object) -> str:
    record, keys = _parts(element, compiler)
    return f"json_extract({record}, '$.{'.'.join(keys)}')"


@compiles(_Field, "postgresql")
def _field_on_postgresql(element: _Field, compiler: SQLCompiler, **_: object) -> str:
    record, keys = _parts(element, compiler)
    return f"(CAST({record} AS JSON) #>> '{{{','.join(keys)}}}' COLLATE \"C\")"


@compiles(_Length, "sqlite")
def _length_on_sqlite(element: _Length, compiler: SQLCompiler, **_: object) -> str:
    record, (key,) = _parts(element, compiler)
    return f"json_array_length({record}, '$.{key}')"


@compiles(_Length, "postgresql")
def _length_on_postgresql(element: _Length, compiler: SQLCompiler, **_: object) -> str:
    record, (key,) = _parts(element, compiler)
    return f"json_array_length(CAST({record} AS JSON) -> '{key}')"


@compiles(_Items, "sqlite")
@compiles(_Words, "sqlite")
def _items_on_sqlite(element: _Items | _Words, compiler: SQLCompiler, **_: object) -> str:
    record, (key,) = _parts(element, compiler)
    return f"json_each({record}, '$.{key}')"


@compiles(_Items, "postgresql")
def _items_on_postgresql(element: _Items, compiler: SQLCompiler, **_: object) -> str:
    record, (key,) = _parts(element, compiler)
    return f"json_array_elements(CAST({record} AS JSON) -> '{key}')"


@compiles(_Words, "postgresql")
def _words_on_postgresql(element: _Words, compiler: SQLCompiler, **_: object) -> str:
    record, (key,) = _parts(element, compiler)
    return f"json_array_elements_text(CAST({record} AS JSON) -> '{key}')"


@compiles(_Place, "sqlite")
def _place_on_sqlite(element: _Place, compiler: SQLCompiler, **_: object) -> str:
    return f"instr({', '.join(compiler.process(one) for one in element.clauses)})"


@compiles(_Place, "postgresql")
def _place_on_postgresql(element: _Place, compiler: SQLCompiler, **_: object) -> str:
    return f"strpos({', '.join(compiler.process(one) for one in element.clauses)})"


@compiles(_DaysBetween, "sqlite")
def _days_on_sqlite(element: _DaysBetween, compiler: SQLCompiler, **_: object) -> str:
    first, last = (compiler.process(one) for one in element.clauses)
    return f"(julianday({last}) - julianday({first}))"


@compiles(_DaysBetween, "postgresql")
def _days_on_postgresql(element: _DaysBetween, compiler: SQLCompiler, **_: object) -> str:
    first, last = (compiler.process(one) for one in element.clauses)
    return f"(CAST({last} AS DATE) - CAST({first} AS DATE))"

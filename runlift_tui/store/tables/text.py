"""The text of a TinyDB file: read with suspicion, written so that any program can open it.

Nothing here needs TinyDB itself, which would cost a session's start some milliseconds.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.errors import Newer
from runlift_tui.store.disk.lines import finite, refuse_constant

SCHEMA = 1
"""The schema that this program writes, and the newest that it reads."""

Tables = dict[str, dict[str, Document]]
"""Table name -> TinyDB's document number, as text -> document."""

META = "meta"
_META_TABLE: dict[str, Document] = {"1": {"schema": SCHEMA, "app": "runlift"}}


class Damage(Exception):
    """What keeps a file from being read, in a few words."""


def encode(tables: Tables) -> bytes:
    """Return the bytes of a file, in ASCII, with our `meta` table.

    Raises:
        ValueError, TypeError: something in it has no word in JSON.
    """
    # One dumps for each document: a single big one would hold the interpreter, and the screen.
    stated = tables if _schema(tables) == SCHEMA else tables | {META: _META_TABLE}
    body = [
        json.dumps(name) + ": {" + ",\n".join(_documents(table)) + "}"
        for name, table in stated.items()
    ]
    return ("{" + ",\n".join(body) + "}\n").encode("ascii")


def decode(path: str, data: bytes) -> tuple[Tables, int]:
    """Return the tables of a file and the schema that they have.

    Raises:
        Fault: it is no TinyDB file, as far as one can tell.
        Newer: it has a schema newer than ours.
    """
    if not data:
        raise Damage("it is empty")
    try:
        tables = _parsed(data)
    except (ValueError, RecursionError) as error:
        raise Damage("it is not JSON") from error
    fault = _fault(tables)
    if fault:
        raise Damage(fault)
    schema = _schema(tables)
    if schema is None:
        raise Damage("its schema is not a number")
    if schema > SCHEMA:
        raise Newer(path, schema, SCHEMA)
    return tables, schema


def _parsed(data: bytes) -> Any:
    """Return a JSON value, however it is written.

    A number that is none, NaN or 1e999, becomes its text, which no field of a row takes for a
    number: it costs that row, and not the year.

    Raises:
        ValueError, RecursionError: it is none.
    """
    try:
        return _quickly(data)
    except (ValueError, RecursionError):
        # It knows no mark of the byte order and no half of a surrogate pair; some files have them.
        return json.loads(data.decode("utf-8-sig"), parse_constant=str, parse_float=_number)


def _number(text: str) -> float | str:
    try:
        return finite(text)
    except ValueError:
        return text


def _quickly(data: bytes) -> Any:
    """Return a JSON value, by msgspec in half the time where something else imported it.

    Its import takes three times what a bare interpreter takes, and saves 3 ms a year of training.
    """
    if "msgspec" not in sys.modules:
        return json.loads(data.decode(), parse_constant=refuse_constant, parse_float=finite)
    import msgspec

    return msgspec.json.decode(data)


def _state_the_schema(tables: Tables) -> Tables:
    """Schema 0 was a plain TinyDB file, by hand or by a script, that does not say what it is."""
    return tables | {META: _META_TABLE}


MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {0: _state_the_schema}
"""What makes schema n + 1 out of schema n; each may change the tables that it is given."""


def migrate(tables: Tables, schema: int) -> Tables:
    """Return the tables as today's schema has them."""
    for step in range(schema, SCHEMA):
        tables = MIGRATIONS[step](tables)
    return tables


def _documents(table: dict[str, Document]) -> list[str]:
    return [
        f"{json.dumps(number)}: {json.dumps(document, allow_nan=False)}"
        for number, document in table.items()
    ]


def _fault(tables: object) -> str | None:
    """Return what is wrong with the shape of a file, or None."""
    if not isinstance(tables, dict):
        return "it holds no tables"
    for name, table in tables.items():
        if not isinstance(table, dict):
            return f"its table {name!r} is not a table"
        for number, document in table.items():
            if not _is_number(number):
                return f"its table {name!r} has a document without a number"
            if not isinstance(document, dict):
                return f"its table {name!r} holds something that is no document"
    return None


def _is_number(key: str) -> bool:
    """Return whether a key is what TinyDB writes for a document's number."""
    return key.isascii() and key.isdecimal() and (key == "0" or key[0] != "0") and len(key) < 19


def _schema(tables: Tables) -> int | None:
    """Return the schema; 0 where none is stated, None where it is no schema."""
    for document in tables.get(META, {}).values():
        schema = document.get("schema")
        return schema if type(schema) is int and schema >= 0 else None
    return 0

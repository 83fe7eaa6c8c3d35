"""Plain values as a TOML text that a person would like to read and edit.

`tomli_w` writes the values; how they lie on the page is decided here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

from runlift_tui.core.words.text import safe_text

_WIDE = 88
"""Characters of a line beyond which a list has a line for each item."""
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def toml_text(table: Mapping[str, Any], head: str, notes: Mapping[str, str]) -> str:
    """Return plain values as TOML: the tables of a list each under a heading of its own.

    Args:
        table: Texts, numbers, and lists of them or of tables. The last key of a table may hold
            tables that have lists of tables in them, or many keys; short ones stand in a line.
        head: Comment at the top, line by line.
        notes: What is said beside an exercise in a slot, by its id.
    """
    lines = [safe_text(f"# {line}").rstrip() for line in head.split("\n")]
    body = "\n".join(_table(table, "", notes)).strip("\n")
    return "\n".join((*lines, "", body, ""))


def _table(table: Mapping[str, Any], name: str, notes: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a table: what stands in a line first, then the tables in it."""
    inside: list[tuple[str, Mapping[str, Any]]] = []
    for key, value in table.items():
        if _has_headings(key, value):
            inside += [(f"{name}.{key}".removeprefix("."), row) for row in value]
            continue
        note = safe_text(notes.get(value, "")) if key == "exercise" else ""
        yield f"{key} = {_value(value)}" + (f"  # {note}" if note else "")
    for heading, row in inside:
        yield ""
        yield f"[[{heading}]]"
        yield from _table(row, heading, notes)


def _has_headings(key: str, value: Any) -> bool:
    return key in ("blocks", "slots", "exercises") and isinstance(value, list)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(f"{key} = {_value(each)}" for key, each in value.items())
        return f"{{ {pairs} }}"
    if not isinstance(value, list):
        return _plain(value)
    items = [_value(item) for item in value]
    line = f"[{', '.join(items)}]"
    if len(line) <= _WIDE and not any(isinstance(item, dict) for item in value):
        return line
    return "\n".join(("[", *(f"    {item}," for item in items), "]"))


def _plain(value: Any) -> str:
    """Return one value; what would turn or hide the text around it is written as its number."""
    text = tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() or each in _JOINERS else _number(each) for each in text
    )


def _number(char: str) -> str:
    if char == "\t":
        return "\\t"
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

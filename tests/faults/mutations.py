"""Bytes that nobody would write: real files changed at random, and hostile ones made up."""

import json
import random
from collections.abc import Callable
from typing import Any

from runlift_tui.store.disk.lines import decode_line, encode_line

NASTY_TEXTS = (
    "",
    " ",
    "\0",
    "\x1b[2J\x1b]0;gone\x07",
    "‮abc",
    "[bold red]markup[/]",
    "=HYPERLINK(1)",
    "x" * 10_000,
    "👩‍🦽💪",
    "\ud800",
    "../../etc/passwd",
    "\r\n",
)
NASTY_VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1e308,
    2**70,
    -(2**63),
    0.1,
    [],
    {},
    [[]],
    {"": None},
    [None] * 3,
    "2026-13-45T99:99:99Z",
    "0000-00-00",
    *NASTY_TEXTS,
)
_WHOLE = (
    b"",
    b"\0" * 4096,
    b"null",
    b"[]",
    b"{}",
    b'"text"',
    b"\xff\xfe{}",
    b"\xef\xbb\xbf{}",
    b"[" * 5000,
    b'{"sessions": []}',
    b'{"sessions": {"x": {}}}',
    b'{"sessions": {"1": "text"}}',
    b'{"meta": {"1": {"schema": 99}}}',
    b'{"meta": {"1": {"schema": "one"}}}',
    b'{"sessions": {"1": {"id": NaN}}}',
    b"= = =",
)

Mutation = Callable[[bytes, random.Random], bytes]


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return a file cut, flipped, stuffed or zeroed somewhere; now and then another one."""
    kind = chance.randrange(8)
    at = chance.randrange(len(data) + 1)
    if kind == 0:
        return data[:at]
    if kind == 1 and at < len(data):
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if kind == 2:
        return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at:]
    if kind == 3:
        return data[:at] + b"\0" * (len(data) - at)
    if kind == 4:
        end = min(len(data), at + chance.randrange(1, 200))
        return data[:at] + data[end:]
    if kind == 5:
        end = min(len(data), at + chance.randrange(1, 200))
        return data[:end] + data[at:]
    if kind == 6:
        return chance.choice(_WHOLE)
    return chance.randbytes(chance.randrange(300))


def in_json(data: bytes, chance: random.Random) -> bytes:
    """Return a JSON file with a value somewhere in it replaced, dropped or doubled."""
    return json.dumps(_changed(json.loads(data), chance)).encode()


def in_lines(data: bytes, chance: random.Random) -> bytes:
    """Return a journal with something in a record replaced, under a checksum that holds."""
    lines = data.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    record = decode_line(lines[at].rstrip(b"\n"))
    changed = _changed(record, chance)
    if not isinstance(changed, dict):
        changed = {"do": changed}
    kind = chance.randrange(6)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[chance.randrange(len(lines))])
    else:
        lines[at] = encode_line(changed)
    return b"".join(lines)


def in_text(data: bytes, chance: random.Random) -> bytes:
    """Return a text file with a line dropped, doubled, moved, or its value replaced."""
    lines = data.decode().split("\n")
    at = chance.randrange(len(lines))
    kind = chance.randrange(5)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[chance.randrange(len(lines))])
    elif kind == 2:
        lines.insert(chance.randrange(len(lines)), lines.pop(at))
    elif kind == 3:
        key = lines[at].partition("=")[0]
        lines[at] = f"{key}= {_as_toml(chance)}"
    else:
        lines[at] += chance.choice(("]", '"', "#", "=", "[[x]]", "\x07", "1e400", "'''"))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _as_toml(chance: random.Random) -> str:
    value = chance.choice(NASTY_VALUES)
    if value is None:
        return "nothing"
    return json.dumps(value, ensure_ascii=chance.random() < 0.5)


def _changed(value: Any, chance: random.Random) -> Any:
    """Return a copy with one place in it changed; the deeper places are the likelier ones."""
    if isinstance(value, dict) and value and chance.random() < 0.93:
        key = chance.choice(list(value))
        rest = {each: kept for each, kept in value.items() if each != key}
        kind = chance.randrange(12)
        if kind == 0:
            return rest
        if kind == 1:
            return {**rest, chance.choice(NASTY_TEXTS[:4]): value[key]}
        return {**value, key: _changed(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.93:
        at = chance.randrange(len(value))
        if chance.randrange(12) == 0:
            return value[:at] + value[at + 1 :]
        return [*value[:at], _changed(value[at], chance), *value[at + 1 :]]
    return chance.choice(NASTY_VALUES)

"""FIT files in the shapes that watches write and no reader expects."""

import struct
from datetime import timedelta

import pytest

from runlift_tui.exchange.neutral import NotRead
from runlift_tui.exchange.out.fit_bytes import ENUM, UINT16, UINT32, crc_of, fit_time
from tests.exchange.fits import ACTIVITY, BEGUN, FILE_ID, RECORD, SESSION, run_file
from tests.exchange.reading import taken, why
from tests.rows import for_each

LAP = 19
DEVELOPER, FIELD_OF_DEVELOPER = 207, 206
BYTE = 0x0D
SIZES = {ENUM: "B", UINT16: "H", UINT32: "I", BYTE: "B"}
START = fit_time(BEGUN)
Fields = tuple[tuple[int, int, int], ...]
RUN: Fields = ((253, UINT32, START + 1500), (2, UINT32, START), (5, ENUM, 1), (6, ENUM, 0))
RUN += ((7, UINT32, 1_600_000), (8, UINT32, 1_500_000), (9, UINT32, 500_000))


def message(number: int, fields: Fields, *, big: bool = False, local: int = 0) -> bytes:
    """Return a definition with the one message that it defines."""
    order = ">" if big else "<"
    found = bytes((0x40 | local, 0, big)) + struct.pack(f"{order}HB", number, len(fields))
    found += b"".join(bytes((at, struct.calcsize(SIZES[kind]), kind)) for at, kind, _ in fields)
    data = b"".join(struct.pack(order + SIZES[kind], value) for _, kind, value in fields)
    return found + bytes((local,)) + data


def sealed(body: bytes, *, size: int = 14, head_crc: bool = True) -> bytes:
    head = struct.pack("<BBHI4s", size, 0x20, 2178, len(body), b".FIT")
    if size == 14:
        head += struct.pack("<H", crc_of(head) if head_crc else 0)
    return head + body + struct.pack("<H", crc_of(head + body))


HEAD = message(FILE_ID, ((0, ENUM, 4), (1, UINT16, 1), (4, UINT32, START)))
END = message(ACTIVITY, ((253, UINT32, START + 1600), (5, UINT32, START + 1600 + 3600)))


def told(data: bytes) -> list[tuple[object, object, object]]:
    return [
        (run.document["source"]["started"], run.document["metres"], run.document["seconds"])
        for run in taken(data).runs
    ]


ONE = [("2026-03-02T17:05:00.000Z", 5000, 1500)]


def developed(number: int, fields: Fields) -> bytes:
    """Return a message with a field of a developer's at its end, described badly before it."""
    described = message(DEVELOPER, ((3, BYTE, 0), (0, ENUM, 0)))
    described += message(FIELD_OF_DEVELOPER, ((0, ENUM, 0), (1, ENUM, 0), (2, ENUM, 0x02)))
    plain = message(number, fields)
    width = 6 + 3 * len(fields)
    definition, data = plain[:width], plain[width:]
    return (
        described
        + bytes((definition[0] | 0x20,))
        + definition[1:]
        + bytes((1, 0, 2, 0))
        + data
        + b"\x07\x08"
    )


def compressed() -> bytes:
    """Return records whose time is five bits of their header, behind one with a whole time."""
    first = message(RECORD, ((253, UINT32, START), (3, ENUM, 150)))
    second = bytes((0x40 | 1, 0, 0)) + struct.pack("<HB", RECORD, 1) + bytes((3, 1, ENUM))
    rows = b"".join(bytes((0x80 | 1 << 5 | at & 0x1F, 150)) for at in range(40))
    return first + second + rows


@for_each(
    ("what", "body"),
    [
        ("big-endian", HEAD + message(SESSION, RUN, big=True) + END),
        ("a developer's fields", HEAD + developed(SESSION, RUN) + END),
        ("the same of records", HEAD + developed(RECORD, RUN[:1]) + message(SESSION, RUN) + END),
        ("compressed times", HEAD + compressed() + message(SESSION, RUN) + END),
        ("a definition anew", HEAD + END + message(SESSION, RUN, big=True)),
        ("the session first", HEAD + message(SESSION, RUN) + compressed() + END),
        ("a strange message", HEAD + message(65_280, ((0, UINT32, 7),)) + message(SESSION, RUN)),
    ],
)
def test_a_run_is_the_same_run(what: str, body: bytes) -> None:
    assert told(sealed(body)) == ONE, what
    assert told(sealed(body, size=12)) == ONE, what
    assert told(sealed(body, head_crc=False)) == ONE, what


def test_files_behind_each_other_are_all_read() -> None:
    later = tuple((at, kind, value + 86_400 * (at in (2, 253))) for at, kind, value in RUN)
    chained = sealed(HEAD + message(SESSION, RUN) + END) + sealed(HEAD + message(SESSION, later))
    assert [each[0] for each in told(chained)] == [
        "2026-03-02T17:05:00.000Z",
        "2026-03-03T17:05:00.000Z",
    ]
    with pytest.raises(NotRead, match="it is damaged"):
        taken(chained[:-3])


def test_of_a_triathlon_the_run_is_one() -> None:
    body = HEAD
    for at, sport in enumerate((5, 3, 2, 3, 1)):
        begun = START + at * 3600
        leg = ((2, UINT32, begun), (5, ENUM, sport), (253, UINT32, begun + 1500), *RUN[3:])
        body += message(SESSION, leg)
    found = taken(sealed(body + END))
    assert [run.document["source"]["started"] for run in found.runs] == [
        f"{BEGUN + timedelta(hours=4):%Y-%m-%dT%H:%M:%S.000Z}"
    ]
    assert why(found) == [("not-a-run", at) for at in (1, 2, 3, 4)]


@for_each(
    ("what", "data"),
    [
        ("laps alone", sealed(HEAD + message(LAP, RUN[:2]) + END)),
        ("cut off", run_file(points=40)[:-200]),
        ("a byte changed", run_file(points=40)[:-40] + b"\0" + run_file(points=40)[-39:]),
        ("a length too long", run_file()[:4] + b"\xff\0\0\0" + run_file()[8:]),
        ("a definition of nothing", sealed(HEAD + bytes((9, 1, 2, 3)))),
    ],
)
def test_what_is_no_whole_activity_is_refused(what: str, data: bytes) -> None:
    with pytest.raises(NotRead):
        taken(data)

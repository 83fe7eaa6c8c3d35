"""A megabyte pasted anywhere: what it costs of the processor."""

import os
import select
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.faults.world import Started, installed, started
from tests.newcomers import introduce

_ALLOWED_S = 1.0
"""Of the processor, which another program beside this one takes nothing of."""
_QUIET_S = 0.6
_LONGEST_S = 120.0
_LINES = b"squat, 8 reps at 20 kg\r" * 45_000
_LINE = b"squat " * 175_000
_TEXTS = {
    "a line": _LINE,
    "lines": _LINES,
    "no letters": bytes(range(0x80, 0x100)) * 8_192,
    "escapes": b"\x1b[2J\x1b]0;x\x07squat\r" * 52_000,
}
_MARKED = (b"\x1b[200~", b"\x1b[201~")
_START = ("start", "--level", "advanced")
_PLACES: dict[str, tuple[tuple[str, ...], tuple[bytes, ...]]] = {
    "home": ((), ()),
    "a session": (_START, (b" ", b" ")),
    "a note": (_START, (b" ", b" ", b"n")),
    "a search": ((), (b"e", b"/")),
    "the palette": ((), (b"\x10",)),
    "a run": ((), (b"r", b"n")),
    "a path": ((), (b"\x10", b"import\r")),
}
"""Where it is pasted: what the program is started with, and the keys."""


def pastes(path: str, *, share: float = 1.0) -> Tally:
    """Paste a megabyte of each kind in each place, with a terminal's marks and without."""
    tally = Tally()
    for number, (name, place, text) in enumerate([*_cases()][:: max(1, round(1 / share))]):
        tally.add(_pasted(Path(path, f"paste-{number}"), *place, text), name)
    return tally


def _cases() -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[bytes, ...]], bytes]]:
    for where, place in _PLACES.items():
        for what, text in _TEXTS.items():
            yield f"{what}, marked, in {where}", place, text.join(_MARKED)
            if what != "escapes":  # not marked, each of them is a key or an answer
                yield f"{what} in {where}", place, text


def _pasted(
    folder: Path, words: tuple[str, ...], keys: tuple[bytes, ...], text: bytes
) -> list[Broken]:
    introduce(folder)
    here = started(installed(folder, *words))
    here.hear_until(here.has_begun)
    here.hear_for(1.5)
    for key in keys:
        here.send(key)
        here.hear_for(0.5)
    begun_s = _processor_s(here)
    left = memoryview(text)
    while left and not here.is_over():
        reads, writes, _ = select.select([here.master], [here.master], [], 1.0)
        if writes:
            left = left[os.write(here.master, left[:4096]) :]
        if reads:
            here.hear(0.0)
    _settle(here)
    if here.is_over():
        return [Broken("it ended"), *here.end()]
    took_s = _processor_s(here) - begun_s
    found = [] if took_s <= _ALLOWED_S else [Broken(f"{took_s:.2f} s of the processor")]
    before = len(here.said)
    here.send(b"\x0c")
    if not here.hear_until(lambda: len(here.said) > before + 20):
        found.append(Broken("it draws nothing any more"))
    return [*found, *here.end()]


def _processor_s(here: Started) -> float:
    stat = Path(f"/proc/{here.process.pid}/stat").read_text("ascii", "replace")
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _settle(here: Started) -> None:
    """Read on until it takes nothing of the processor for a while."""
    last_s, since = _processor_s(here), time.monotonic()
    end = since + _LONGEST_S
    while since + _QUIET_S > time.monotonic() and time.monotonic() < end and not here.is_over():
        here.hear(0.05)
        now_s = _processor_s(here)
        if now_s > last_s:
            last_s, since = now_s, time.monotonic()

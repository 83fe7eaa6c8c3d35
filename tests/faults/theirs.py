"""Files of other programs, changed at random: a sentence or sound documents, and nothing else."""

import os
import random
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from runlift_tui.core.history.believed import row_faults
from runlift_tui.exchange.known import Known
from runlift_tui.exchange.names import Names
from runlift_tui.exchange.neutral import FileAnswers
from runlift_tui.exchange.out.fit_bytes import crc_of
from runlift_tui.store.history.past import Past
from runlift_tui.store.importing.imports import look, undo
from runlift_tui.store.importing.reading import Came, FileReader
from runlift_tui.store.importing.writing import Writing
from runlift_tui.store.importing.zones import Zone
from runlift_tui.store.library import shipped
from tests.exchange.reading import SAMPLES
from tests.faults import mutations
from tests.faults.ledger import Broken
from tests.faults.tally import Tally

CASES = 6_000
"""Of each sample in the long run: a hundred thousand in all."""
_WRITTEN_EVERY = 50
"""Of the files that are read, one is written and taken back as well."""
_CELLS = (
    *("", "-", "--", "0", "-1", "1e9", "NaN", "inf", "1,079", "60,0", "2.932", "8.5", "\x1b[2J"),
    *("99999999999999999999", "2026-02-30 25:61:00", "0001-01-01 00:00:00", "9999-12-31", "٣"),
    *("3/4/2026", "true", "W", "1:2:3:4", '"', '""', "x" * 300, "=1+1", "Rest Timer", "\ud800"),
)
_FIT_HEAD = 14
_NOW_MS = 1_790_000_000_000
_ANSWERS = FileAnswers(unit="kg", distance="km", sport="run", cardio_as_runs=True)


def samples() -> list[str]:
    """Return the names of the samples."""
    return sorted(path.name for path in SAMPLES.iterdir())


def theirs(path: str, name: str, *, cases: int, seed: int = 0) -> Tally:
    """Read so many broken copies of a sample.

    Never may an exception come out, a document be made that is not believed, or an entry be lost.
    """
    tally, chance = Tally(), random.Random(f"{name} {seed}")
    sound = (SAMPLES / name).read_bytes()
    os.makedirs(path, exist_ok=True)
    file = os.path.join(path, "theirs")
    names = Names(shipped.exercises().values())
    zone = Zone("Europe/Berlin", ZoneInfo("Europe/Berlin"))
    for number in range(cases):
        broken = _changed(sound, chance)
        Path(file).write_bytes(broken)
        try:
            came = FileReader(_ANSWERS, zone, names, "", {}).read(file)
        except Exception as error:
            tally.add([Broken(f"{type(error).__name__}: {error}")], f"{name} {number}")
            continue
        wrong = [*_wrong(came)]
        if came.found is not None and not came.error and number % _WRITTEN_EVERY == 0:
            wrong += _wrong_on_disk(os.path.join(path, f"{number}"), came)
        tally.add(wrong, f"{name} {number} of seed {seed}")
    return tally


def _changed(data: bytes, chance: random.Random) -> bytes:
    """Return a file with a few bytes, or a few cells, changed."""
    kind = chance.randrange(4)
    if data[8:12] == b".FIT" and kind:
        return _sealed(mutations.in_bytes(data[_FIT_HEAD:-2], chance))
    if kind == 0:
        return mutations.in_bytes(data, chance)
    text = data.decode("latin-1")
    sign = ">" if text.lstrip("\xef\xbb\xbf").startswith("<") else ","
    cells = text.split(sign)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(cells))
        what = chance.randrange(4)
        if what == 0 and len(cells) > 1:
            del cells[at]
        elif what == 1:
            cells.insert(at, cells[chance.randrange(len(cells))])
        else:
            cells[at] = chance.choice(_CELLS).encode("utf-8", "surrogatepass").decode("latin-1")
    return sign.join(cells).encode("latin-1")


def _sealed(body: bytes) -> bytes:
    """Return a FIT file with checksums that hold, whatever is in it."""
    head = struct.pack("<BBHI4s", _FIT_HEAD, 0x20, 2178, len(body), b".FIT")
    data = head + struct.pack("<H", crc_of(head)) + body
    return data + struct.pack("<H", crc_of(data))


def _wrong_on_disk(folder: str, came: Came) -> Iterator[Broken]:
    """Write what a file came to, and take it back: all of it is there, then nothing."""
    past = Past(folder)
    past.folder.create()
    writing = Writing(past, {}, {}, _NOW_MS)
    writing.take([came])
    here = look(past)
    if len(here.sessions) + len(here.runs) != writing.total["new"]:
        yield Broken("not all that is new is there")
    if writing.id:
        undo(past, writing.id, _NOW_MS)
    here = look(past)
    if here.sessions or here.runs or past.history.years():
        yield Broken("something is left of what was taken back")
    shutil.rmtree(folder)


def _wrong(came: Came) -> Iterator[Broken]:
    if came.error:
        if "it cannot be read (" in came.error:
            yield Broken(f"nobody thought of it: {came.error}")
        return
    if came.found is None:
        return
    found = came.found
    for table, documents in (
        ("sessions", found.sessions),
        ("runs", [run.document for run in found.runs]),
    ):
        for document in documents:
            fault = next(row_faults(table, document), None)
            if fault is not None:
                yield Broken(f"{table} {fault.place}: {fault.what}")
    verdict = Known([], [], []).judge(found)
    if verdict.new + verdict.already + verdict.changed != len(found.sessions) + len(found.runs):
        yield Broken("new, already and changed are not all of it")
    if len({each["id"] for each in found.sessions}) < len(found.sessions):
        yield Broken("two sessions have one id")

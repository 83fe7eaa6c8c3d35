"""Everything that RunLift reads, in forms that nobody should have written."""

import atexit
import contextlib
import io
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import archived
from runlift_tui.core.history.past import oldest_first
from runlift_tui.core.history.table import set_rows
from runlift_tui.core.history.text import session_text
from runlift_tui.core.history.told import detail, row_words
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.own_keys import OwnKeys
from runlift_tui.core.lists.acts import Act
from runlift_tui.core.lists.undo import Replaced
from runlift_tui.core.plan.plan import WeekChange, begun
from runlift_tui.core.progress.exercise import best_lines, outings_of, sides_compared
from runlift_tui.core.progress.page import progress
from runlift_tui.core.progress.priming import finding
from runlift_tui.core.progress.weeks import weeks
from runlift_tui.core.runs.reading import entry_words
from runlift_tui.core.runs.rows import run_weeks
from runlift_tui.core.runs.table import run_cells
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import Distance, Unit
from runlift_tui.screens.home.today import Today
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.journal.segment import Segment, read_segment
from runlift_tui.store.library.library import PLANS, Library, document_of
from runlift_tui.store.store import Store
from runlift_tui.store.tables.text import Damage, decode
from runlift_tui.store.undoing import (
    amendment_back,
    bring_back,
    edit_back,
    plan_edit_back,
    value_back,
)
from tests.core.plans import plan
from tests.faults import mutations
from tests.faults.ledger import Broken
from tests.faults.mutations import Mutation
from tests.faults.outing import Instant, Outing
from tests.faults.tally import Tally

_CONFIG = """\
[settings]
unit = "lb"
weights = [18, 26, 35]
lead_in_s = 8
theme = "runlift-light"
[keys]
"session.undo" = ["z", "pageup"]
"home.history" = "H"
"""
_ROUTINE, _EXERCISE = "runner-lower-body", "rfe-split-squat"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_REFUSED = "refused\n"
_PRINTED_EVERY = 20
"""Printing takes most of the time, and sees what the core returns."""
_MOST_SAID = 200_000
"""Characters that any message may have; hostile names are long."""


class Area(NamedTuple):
    """One kind of file that is read."""

    name: str
    file: str
    """Its place in the folder; its sound bytes are there."""
    cases: int
    """How many of the long run are of it."""
    how: Sequence[Mutation]
    read: Callable[[str, str, bool], str]
    """Reads it as the program does, for the data folder and the file, and prints all of it where
    that is asked for; returns what was said."""
    ours: bool = True
    """Whether it lies in the data folder, where a damaged one may be set aside by name."""


def areas() -> list[Area]:
    """Return everything that is read."""
    data, values, journal, toml = (
        mutations.in_bytes,
        mutations.in_json,
        mutations.in_lines,
        mutations.in_text,
    )
    either, lines, text = (data, values), (data, journal, journal), (data, toml, toml)
    return [
        Area("a year of history", "data/history/2026.json", 9_000, either, _open),
        Area("the library", "data/library.json", 9_000, either, _open),
        Area("a session's journal", "data/journal/c.jsonl", 9_000, lines, _open),
        Area("changes of the past", "data/journal/e.jsonl", 9_000, lines, _open),
        Area("what was done", "data/undo.jsonl", 9_000, lines, _undone),
        Area("what is derived", "data/derived/digest-2026.jsonl", 3_000, lines, _open),
        Area("what is derived, all", "data/derived/digest.jsonl", 3_000, lines, _open),
        Area("what is derived of runs", "data/derived/runs-2026.jsonl", 3_000, lines, _open),
        Area("what a start needs", "data/derived/needed.jsonl", 3_000, lines, _open),
        Area("settings by hand", "config.toml", 9_000, text, _configured, ours=False),
        Area("the lock", "data/lock", 1_000, (data,), _open),
        Area("exercises as text", "exercises.toml", 15_000, text, _exercises, ours=False),
        Area("a routine as text", "routine.toml", 15_000, text, _routine, ours=False),
        Area("an export", "export.json", 12_000, either, _import, ours=False),
    ]


def malformed(path: str, area: Area, *, cases: int, seed: int = 0) -> Tally:
    """Read so many broken files of one kind.

    Never may an exception come out, an original be changed or lost, or nothing be said of what is
    left out.
    """
    sound = _sound().name
    tally, chance = Tally(), random.Random(seed)
    original = Path(sound, area.file).read_bytes()
    place = os.path.join(path, area.name.replace(" ", "-"))
    for number in range(cases):
        broken = chance.choice(area.how)(original, chance)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(sound, place)
        Path(place, area.file).write_bytes(broken)
        printed = number % _PRINTED_EVERY == 0
        tally.add(_read_once(place, area, broken, printed), f"{area.name} {number}")
    shutil.rmtree(place, ignore_errors=True)
    return tally


@cache
def _sound() -> tempfile.TemporaryDirectory[str]:
    """Return a folder of sound files, made once for all that are broken in this process."""
    made = tempfile.TemporaryDirectory(prefix="runlift-sound-", ignore_cleanup_errors=True)
    atexit.register(made.cleanup)
    make_sound(made.name)
    return made


def make_sound(path: str) -> None:
    """Write a folder with one of every file that is read, all of them sound."""
    data = os.path.join(path, "data")
    run = Outing(data, 1, presses=12)
    run.run()
    row = next(iter(run.store.past.documents()))
    run.close()
    _journal_of_changes(data, row)
    _plan_under_way(data)
    _acts(data, row)
    Path(path, "config.toml").write_text(_CONFIG, encoding="utf-8")
    for name, words in (
        ("exercises.toml", ("exercises", "export")),
        ("routine.toml", ("routines", "export", _ROUTINE)),
        ("export.json", ("export",)),
    ):
        _, text = _printed(data, *words)
        Path(path, name).write_text(_shortened(name, text), encoding="utf-8")
    assert _printed(data, "exercises", "import", os.path.join(path, "exercises.toml"))[1]
    _look_around(data)
    needed = Store(data, ManualClock())
    needed.desk.starting_shelf()
    assert needed.desk.plans()


def _plan_under_way(data: str) -> None:
    """Put a plan into the library whose third week the outing falls into."""
    start = date(2026, 11, 9)
    under_way = plan(WeekChange(week=2, rounds=2), start=start)
    Library(os.path.join(data, "library.json")).put(PLANS, under_way.id, document_of(under_way))


def _journal_of_changes(data: str, row: dict[str, object]) -> None:
    record = {"before": row, "after": {**row, "notes": "put right"}}
    Segment.create(os.path.join(data, "journal"), "e", "edit", first=[record]).close()


def _acts(data: str, row: dict[str, object]) -> None:
    """Do a few things that can be undone on another day."""
    store = Store(data, ManualClock())
    store.open()
    acts, shelf = store.acts, store.desk.shelf()
    acts.did("history", ("sessions", str(row["id"])), {**row, "notes": "before"}, row, "A note")
    acts.did("history", ("sessions", "gone"), {**row, "id": "gone"}, None, "Deleted")
    acts.changed("exercises", archived(shelf, _EXERCISE))
    (under_way,) = store.desk.plans()
    acts.changed("plan", begun(under_way))
    athlete = store.desk.athlete()
    acts.changed("levels", Replaced("athlete", athlete, structs.replace(athlete, routine="x")))
    acts.took_back(acts.did("home", ("journal", "d"), {"id": "d"}, None, "Discarded"))
    acts.did("home", ("journal", "e"), {"id": "e"}, None, "Discarded")
    store.close()


def _shortened(name: str, text: str) -> str:
    """Return a list of exercises of a size that can be read ten thousand times."""
    if name != "exercises.toml":
        return text
    parts = text.split("[[exercises]]")
    return "[[exercises]]".join(parts[:5])


def _read_once(place: str, area: Area, broken: bytes, printed: bool) -> Iterable[Broken]:
    data, file = os.path.join(place, "data"), os.path.join(place, area.file)
    before = _others(place, file)
    try:
        said = area.read(data, file, printed)
    except (Exception, SystemExit) as error:
        yield Broken(f"{type(error).__name__}: {error} (of {broken[:80]!r})")
        return
    if "Traceback" in said:
        yield Broken(f"a traceback: {said[-300:]}")
    name = os.path.basename(file)
    if _must_be_named(area, broken, said) and name not in said:
        yield Broken(f"{name} is not named: {said[:200]!r} (of {broken[:80]!r})")
    if len(said) > _MOST_SAID:
        yield Broken(f"{len(said)} characters were said")
    odd = next((at for at, each in enumerate(said) if not _is_harmless(each)), None)
    if odd is not None:
        yield Broken(f"a control character was printed: {said[max(0, odd - 60) : odd + 20]!r}")
    if not area.ours and Path(file).read_bytes() != broken:
        yield Broken("the file that was read is changed")
    matters = area.ours and "derived" not in area.file and area.name != "the lock"
    if matters and not _is_kept(file, broken) and not _was_sound(area, broken):
        yield Broken(f"the damaged file is nowhere any more (was {broken[:80]!r})")
    gone = [name for name, kept in before.items() if not _is_kept(name, kept) and kept]
    if gone and not area.ours:
        yield Broken(f"{os.path.basename(gone[0])} was changed")


def _is_harmless(character: str) -> bool:
    return character.isprintable() or character in f"\n\t{_JOINERS}"


def _must_be_named(area: Area, broken: bytes, said: str) -> bool:
    """Return whether something of a file was left out, so that a message has to name it."""
    if said.startswith(_REFUSED):
        return True
    return area.file.endswith(".json") and area.ours and not _was_sound(area, broken)


def _others(place: str, file: str) -> dict[str, bytes]:
    """Return the files that reading another one must leave alone."""
    history = Path(place, "data", "history")
    return {str(each): each.read_bytes() for each in history.glob("*.json") if str(each) != file}


def _is_kept(path: str, data: bytes) -> bool:
    """Return whether a file's bytes stand under its name or under one that it was given."""
    folder, name = os.path.split(path)
    kept = [os.path.join(folder, each) for each in os.listdir(folder) if each.startswith(name)]
    return any(Path(each).read_bytes() == data for each in kept)


def _was_sound(area: Area, broken: bytes) -> bool:
    """Return whether the bytes make sense, so that the program may work on with them."""
    try:
        if not area.file.endswith(".jsonl"):
            decode(area.file, broken)
            return True
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
            Path(file.name).write_bytes(broken)
            return not read_segment(file.name).lost
    except (Damage, StoreError):
        return False


def _printed(data: str, *words: str) -> tuple[int, str]:
    """Return how a command ends, and what it writes to standard output and error."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main((*words, "--data-dir", data))
        out.flush()
        written = out.buffer
    assert isinstance(written, io.BytesIO)
    return status, written.getvalue().decode("utf-8", "replace") + err.getvalue()


def _configured(data: str, file: str, printed: bool) -> str:
    return _open(data, "", printed, config=file)


def _open(data: str, _: str, printed: bool, config: str | None = None) -> str:
    """Start the program, fold, plan a session, and look; now and then look before that too."""
    said = _look_around(data, printed) if printed else ""
    clock = ManualClock()
    store = Store(data, clock, config)
    store._writer = Instant()
    store.open()
    try:
        if not store.only_looking:
            store.submit(store.sessions.folding())
        today = Today(store)
        with contextlib.suppress(Refused):
            today.plan_lines()
        OwnKeys(store.desk.config().keys).faces(faces("session", "undo redo"))
        store.desk.preferences()
        if today.unfinished is not None:
            today.walked()
    finally:
        store.close()
    return said + "\n".join(store.past.reports) + _look_around(data, printed)


def _undone(data: str, _: str, printed: bool) -> str:
    """Undo all that can be undone, in every place, and look."""
    store = Store(data, ManualClock())
    store._writer = Instant()
    store.open()
    said = [_printed(data, "bin")[1]] if printed else []
    try:
        for place in ("history", "runs", "plan", "exercises", "routines", "levels", "home"):
            trail = store.acts.trail(place)
            while (act := trail.newest()) is not None:
                try:
                    _undo(store, act)
                    store.acts.took_back(act)
                except Refused as refused:
                    said.append(safe_text(f"{act.told}: {refused}"))
                    trail.drop()
        store.amending().fold(said.append)
    finally:
        store.close()
    return "\n".join((*said, *store.past.reports, _look_around(data, printed)))


def _undo(store: Store, act: Act) -> None:
    if act.place in ("exercises", "routines"):
        store.desk.edit(edit_back(store, act))
    elif act.place == "plan":
        store.desk.edit_plan(plan_edit_back(store, act))
    elif act.place == "levels":
        store.desk.keep_athlete(value_back(act, store.desk.athlete()))
    elif act.after is None:
        bring_back(store, act, lambda _: None)
    else:
        store.amending().keep(amendment_back(store, act), lambda _: None)


def _look_around(data: str, printed: bool = True) -> str:
    """Present all that is there, and print it where that is asked for."""
    past = Past(data)
    rows = []
    with contextlib.suppress(StoreError):
        rows = list(past.sessions())
    said = [safe_text(f"{each}") for each in past.reports]
    for row in rows:
        for texts in (row_words(row), *set_rows(row)):
            said += [safe_text(f"{text}") for text in texts]
        detail(row, Unit.LB)
        session_text(row, Unit.KG)
    entries = Runs(past, said.append).entries()
    for entry in entries:
        said.append(safe_text(entry_words(entry.said, None, Distance.KM)))
        said += [safe_text(f"{cell}") for cell in run_cells(entry)]
    said += [f"{week}" for week in run_weeks(entry.run for entry in entries)]
    told = oldest_first(rows)
    weeks(told)
    finding(told)
    outings = outings_of(told, _EXERCISE)
    best_lines(outings, Unit.KG)
    sides_compared(outings)
    progress(told, {}, Unit.KG, date(2026, 11, 24))
    if printed:
        said += [
            _printed(data, "history")[1],
            _printed(data, "exercise", _EXERCISE)[1],
            _printed(data, "progress")[1],
            _printed(data, "plan")[1],
            _printed(data, "export", "--format", "csv")[1].replace("\r\n", "\n"),
        ]
    return "\n".join(said)


def _exercises(data: str, file: str, printed: bool) -> str:
    return _told(data, "exercises", "import", file)


def _routine(data: str, file: str, printed: bool) -> str:
    return _told(data, "routines", "import", file)


def _import(data: str, file: str, printed: bool) -> str:
    return _told(data, "import", file) + _look_around(data, printed)


def _told(data: str, *words: str) -> str:
    """Return what a command prints, and before it whether it refused."""
    status, said = _printed(data, *words)
    return (_REFUSED if status else "") + said

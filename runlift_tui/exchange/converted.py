"""One file, converted: its documents, its figures, and what of it became nothing."""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from runlift_tui.core.runs.line import impossible_import
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.possible import (
    IMPORTED_KG,
    IMPORTED_REPS,
    IMPORTED_SECONDS,
    is_day,
)
from runlift_tui.exchange.documents import (
    Ids,
    Origin,
    local_day,
    run_document,
    session_document,
    utc_of,
    weight_kg,
)
from runlift_tui.exchange.names import Names
from runlift_tui.exchange.neutral import (
    BAD_ROW,
    IMPLAUSIBLE,
    NOTHING_DONE,
    UNIT,
    FileAnswers,
    FileRead,
    RunRead,
    SetRead,
    WorkoutRead,
)
from runlift_tui.exchange.numbers import lifted_kg
from runlift_tui.exchange.running.same import RunSpan, one_of_each

_OWN = re.compile(r"runlift:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


_TWO_OF = re.compile(r"\b2 x (\d+(?:\.\d+)?) kg")


class Figures(Struct):
    """What a file comes to, new or not."""

    sessions: int = 0
    sets: int = 0
    warm_ups: int = 0
    reps: int = 0
    hold_s: int = 0
    volume_kg: float | None = 0.0
    runs: int = 0
    metres: float = 0
    seconds: int = 0


class FoundRun(Struct):
    """One run of a file, with where it lies in time."""

    document: Document
    span: RunSpan
    again: bool = False
    """Whether the same file has it already."""


class Converted(Struct, kw_only=True):
    """What a file comes to."""

    read: FileRead
    given: FileAnswers
    """What the athlete said about it."""
    sessions: list[Document] = []
    runs: list[FoundRun] = []
    figures: Figures = field(default_factory=Figures)
    unmatched: list[str] = []
    in_hands: set[str] = set()
    """Names whose weight may be that of one of two, and of which nobody said before."""
    one_sided: set[str] = set()
    """Names whose reps may be of one leg, likewise."""


def together(parts: Sequence[tuple[FileRead, Origin]], names: Names) -> Converted:
    """Return what a file of several parts comes to: those of an archive, which may be of two apps.

    Args:
        parts: What each says, and where it comes from; at least one.
        names: What exercises may be called here.
    """
    first, origin = parts[0]
    found = Converted(
        read=first, given=origin.given, sessions=[], runs=[], figures=Figures(), unmatched=[]
    )
    runs: list[tuple[RunRead, Origin]] = []
    for read, of in parts:
        _believe(read, of)
        _sessions(found, read, of, names)
        runs += [(run, of) for run in read.runs]
    for read, _ in parts[1:]:
        join(first, read)
    _runs(found, runs)
    dated = next((each for each in first.workouts if each.day_only), None)
    if dated is not None:
        first.warnings.append(
            f"line {dated.line}: {dated.wall} is a day without a time; such workouts stand at 12:00"
        )
    return found


def join(first: FileRead, other: FileRead) -> None:
    """Add what another part of an archive says."""
    first.workouts += other.workouts
    first.runs += other.runs
    first.skipped += other.skipped
    first.types = first.types + other.types
    first.warnings += other.warnings
    first.questions += [each for each in other.questions if each not in first.questions]
    if other.unit and first.unit and other.unit != first.unit:
        first.unit = "mixed"
    elif other.unit and not first.unit:
        first.unit, first.unit_from = other.unit, other.unit_from
    if not first.distance_unit:
        first.distance_unit, first.distance_from = other.distance_unit, other.distance_from


def _sessions(found: Converted, read: FileRead, origin: Origin, names: Names) -> None:
    sets: dict[str, list[SetRead]] = defaultdict(list)
    for workout in read.workouts:
        for done in workout.sets:
            sets[done.name].append(done)
    matches = {name: names.match(name, done) for name, done in sets.items()}
    own = {name for name, match in matches.items() if not match.is_ours}
    found.unmatched = sorted(own | set(found.unmatched))
    loaded = {name for name, done in sets.items() if any(each.weight for each in done)}
    found.in_hands |= {
        name
        for name, match in matches.items()
        if name in loaded and match.in_hands and (origin.given.dumbbells or not match.dumbbells)
    }
    found.one_sided |= {
        name
        for name, match in matches.items()
        if match.one_sided and (origin.given.sides or not match.sides)
    }
    ids = Ids(read.format)
    for workout in read.workouts:
        _own_key(workout)
        id_ = workout.key or ids.of(workout)
        found.sessions.append(session_document(workout, id_, matches, origin))
        _count(found.figures, workout, origin, open_=UNIT in read.questions)


def _own_key(workout: WorkoutRead) -> None:
    """Take the id out of the notes that an export of RunLift wrote there."""
    found = _OWN.search(workout.notes)
    if found is not None:
        workout.key = found[1]
        workout.notes = _OWN.sub("", workout.notes).strip()
        _restore(workout)


def _restore(workout: WorkoutRead) -> None:
    """Put back what an export of RunLift's own says in words: two weights, and reps left."""
    told: dict[object, set[float]] = defaultdict(set)
    for done in workout.sets:
        told[done.block] |= {float(each) for each in _TWO_OF.findall(done.note)}
    for done in workout.sets:
        rpe = done.extra.get("rpe")
        if rpe is not None and done.rir is None and 0 <= rpe <= 10 and rpe == int(rpe):
            done.rir = 10 - int(rpe)
        if done.weight is not None and any(
            abs(done.weight - each) < 0.01 for each in told[done.block]
        ):
            done.pieces, done.weight = 2, done.weight * 2


def _believe(read: FileRead, origin: Origin) -> None:
    """Leave out what cannot have been."""
    for workout in read.workouts:
        if not is_day(utc_of(workout.begun, origin.zone).date()):
            for done in workout.sets:
                read.skip(BAD_ROW, done.line, f"{workout.wall} cannot be its day")
            workout.sets = []
        kept = []
        for done in workout.sets:
            why = _why_not(done, origin)
            if why:
                read.skip(IMPLAUSIBLE, done.line, f"{done.name}: {why}")
            else:
                kept.append(done)
        workout.sets = kept
    read.workouts = [each for each in read.workouts if each.sets]


def _why_not(done: SetRead, origin: Origin) -> str:
    load = weight_kg(done, origin)
    if done.reps is not None and done.reps > IMPORTED_REPS:
        return f"{done.reps} reps are over {IMPORTED_REPS}"
    if load is not None and load > IMPORTED_KG:
        return f"{load:g} kg are over {IMPORTED_KG}"
    if done.reps is None and done.seconds is not None and done.seconds > IMPORTED_SECONDS:
        return f"a hold of {done.seconds} seconds is over {IMPORTED_SECONDS // 3600} hours"
    return ""


def _count(figures: Figures, workout: WorkoutRead, origin: Origin, *, open_: bool) -> None:
    figures.sessions += 1
    for done in workout.sets:
        if done.warm_up:
            figures.warm_ups += 1
            continue
        figures.sets += 1
        figures.reps += done.reps or 0
        if done.reps is None:
            figures.hold_s += done.seconds or 0
        elif figures.volume_kg is not None and done.weight is not None:
            written = done.weight / done.pieces
            figures.volume_kg += lifted_kg(done.reps, written, done.unit or origin.unit)
    if open_:
        figures.volume_kg = None


def _runs(found: Converted, runs: Sequence[tuple[RunRead, Origin]]) -> None:
    """Take the runs of a file, each outing once."""
    read = found.read
    possible = [(run, origin) for run, origin in runs if _can_be(run, read, origin)]
    spans = [span_of(run, origin) for run, origin in possible]
    kept, left_out = one_of_each(spans)
    for at, stays in left_out.items():
        (run, origin), (other, _) = possible[at], possible[stays]
        what = f"{local_day(run, origin.zone)}: another record of this outing is longer"
        read.skip("overlap", run.line, f"{what} (line {other.line})")
        read.warnings.append(f"{what} (line {run.line})")
    for at, again in kept.items():
        document = run_document(*possible[at])
        found.runs.append(FoundRun(document, spans[at], again))
        found.figures.runs += 1
        found.figures.metres += document["metres"] or 0
        found.figures.seconds += document["seconds"] or 0
    read.runs = [run for run, _ in possible]


def _can_be(run: RunRead, read: FileRead, origin: Origin) -> bool:
    metres, seconds = run.metres or None, run.seconds or None
    if metres is None and seconds is None:
        read.skip(NOTHING_DONE, run.line, f"{run.wall}: neither a distance nor a time")
        return False
    if (metres or 0) < 0 or (seconds or 0) < 0 or not is_day(local_day(run, origin.zone)):
        read.skip(BAD_ROW, run.line, f"{run.wall} cannot be")
        return False
    # As they are stored: at the very edge of what can be a rounding decides.
    stored = run_document(run, origin)
    why = next(impossible_import(stored["metres"], stored["seconds"]), "")
    if why:
        read.skip(IMPLAUSIBLE, run.line, f"{run.wall}: {why}")
    return not why


def span_of(run: RunRead, origin: Origin) -> RunSpan:
    """Return where a run lies in time."""
    begun = None if run.day_only else utc_of(run.begun, origin.zone)
    return RunSpan(
        day=local_day(run, origin.zone),
        begun=None if begun is None else begun.timestamp(),
        metres=run.metres or None,
        seconds=run.seconds or None,
        mark=f"{origin.format}|{run.wall}",
    )

"""One line about a run, from its typing to its values and back: "today 8k 42:10 easy"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from math import exp, log
from typing import NamedTuple

from runlift_tui.core.runs.line_grammar import NOTE, said
from runlift_tui.core.runs.line_values import NotYet, Said, TwoFigures
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import (
    IMPORTED_FASTEST_S_PER_KM,
    IMPORTED_RUN_S,
    IMPORTED_SLOWEST_S_PER_KM,
    LEAST_RUN_M,
    LEAST_RUN_S,
    MOST_RUN_M,
    MOST_RUN_S,
    SLOWEST_RUN_S_PER_KM,
)
from runlift_tui.core.words.possible import NOTE as NOTE_LENGTH
from runlift_tui.core.words.units import METRES, Distance, distance_text, time_text, to_metres

_POINTED = re.compile(r"([0-9]{1,3})\.([0-5][0-9])")
"""A time as some write it, with a point between minutes and seconds; it may be a number, too."""
_HOURS_BELOW = 5
"""Without a distance, "1:21" is hours and minutes: nobody notes down a run of a minute."""


class RunLine(NamedTuple):
    """What a line says of a run."""

    day: date
    kind: RunKind = RunKind.EASY
    metres: float | None = None
    seconds: float | None = None
    """Whole, except for a race."""
    fast_s: int | None = None
    effort: int | None = None
    note: str = ""

    @property
    def is_trial(self) -> bool:
        """Whether it is a race over a distance, whose time counts."""
        return self.kind is RunKind.RACE and self.metres is not None and self.seconds is not None


def read_line(text: str, today: date, unit: Distance) -> RunLine:
    """Return what a line says.

    Args:
        text: As it was typed.
        today: The athlete's day, which it is about where it names no other.
        unit: Of a distance that has none.

    Raises:
        NotYet: it does not say enough.
        Refused: a word of it is not understood, or it cannot have been so.
    """
    found = said(text, today, unit)
    metres = _metres(found)
    seconds = _seconds(found, metres)
    kind, fast_s, more = _kind(found)
    if found.pace is not None:
        metres, seconds = _by_pace(found, metres, seconds)
    note = " ".join(filter(None, (*more, found.note)))
    if len(note) > NOTE_LENGTH:
        raise Refused(f"the note has {len(note)} characters, and {NOTE_LENGTH} is the most")
    if seconds is not None and kind is not RunKind.RACE:
        seconds = float(round(seconds))
    line = RunLine(found.day or today, kind, metres, seconds, fast_s, found.effort, note)
    _check(line, unit)
    return line


def _metres(found: Said) -> float | None:
    if found.bare is None:
        by_pace = found.pace is not None and _seconds(found, None) is not None
        return found.usual_m if found.metres is None and not by_pace else found.metres
    if found.metres is None:
        metres = to_metres(found.bare, found.unit)
        # "5000 19:58" is on a track.
        return metres if metres <= MOST_RUN_M else found.bare
    number = found.text("bare")
    meant = [f"effort {number}"] if found.bare <= 10 and found.effort is None else []
    if _seconds(found, found.metres) is None:
        minutes = _POINTED.fullmatch(number)
        meant.append(f"{minutes[1]}:{minutes[2]}" if minutes else f"{number} min")
    raise Refused(f"what {number} is, is not clear{', write ' * bool(meant)}{' or '.join(meant)}")


def _seconds(found: Said, metres: float | None) -> float | None:
    plain = None if found.fast else found.bare_s
    figures = None if found.figures is None else figures_s(found.figures, metres)
    times = [each for each in (found.seconds, figures, plain) if each is not None]
    if len(times) > 1:
        raise Refused("there are two times in the line, leave one out")
    return times[0] if times else None


def figures_s(figures: TwoFigures, metres: float | None) -> float:
    """Return the seconds of "42:10" or "1:21": minutes, unless only hours make sense of it."""
    minutes = figures.first * 60 + figures.second + figures.tenths / 10
    hours = figures.first * 3600 + figures.second * 60
    if figures.tenths:
        return minutes
    if metres is None:
        return float(hours) if figures.first < _HOURS_BELOW else minutes
    possible = not is_too_fast(metres, hours) and not is_too_slow(metres, hours)
    return float(hours) if is_too_fast(metres, minutes) and possible else minutes


def _kind(found: Said) -> tuple[RunKind, int | None, list[str]]:
    """Return the kind, the seconds of fast running, and what was repeated that is no such."""
    timed = [each for each in found.times if each.seconds and found.fast]
    more = [each.text for each in found.times if each not in timed]
    fast = sum(each.often * each.seconds for each in timed)
    fast += found.bare_s or 0 if found.fast else 0
    alone = found.sprints and found.kind is None
    if found.fast and not fast and not alone:
        raise NotYet("say how long the strides were, as 6x20s")
    if found.hard and found.kind is RunKind.EASY:
        raise Refused(f"{found.text('kind')} and hard are two kinds of run, leave one out")
    if found.hard and found.kind is None and not alone:
        raise NotYet("a hard run is tempo, intervals or hills: say which")
    kind = RunKind.SPRINTS if alone else found.kind or RunKind.EASY
    return kind, max(1, round(fast)) if fast else None, more


def _by_pace(
    found: Said, metres: float | None, seconds: float | None
) -> tuple[float | None, float | None]:
    """Return distance and time, one of which follows from the other and the pace."""
    pace = found.pace or 1.0
    if metres is not None and seconds is not None:
        raise Refused(f"distance and time say the pace already, leave {found.text('pace')} out")
    if metres is not None:
        return metres, float(round(metres * pace))
    if seconds is not None:
        return float(round(seconds / pace)), seconds
    raise NotYet("say how far or how long, beside the pace")


def _check(line: RunLine, unit: Distance) -> None:
    """Refuse what no run can be."""
    metres, seconds = line.metres, line.seconds
    if metres is None and seconds is None:
        raise NotYet("say how far or how long, as 8k 42:10")
    for what in impossible(metres, seconds, line.fast_s, unit):
        raise Refused(what)


def impossible(
    metres: float | None, seconds: float | None, fast_s: int | None, unit: Distance
) -> Iterator[str]:
    """Yield why no run can have been so far, or taken so long; in words."""
    if metres is not None and not LEAST_RUN_M <= metres <= MOST_RUN_M:
        most = distance_text(MOST_RUN_M, unit)
        yield f"{distance_text(metres, unit)} is no run: {LEAST_RUN_M} metres to {most}"
    if seconds is not None and not LEAST_RUN_S <= seconds <= MOST_RUN_S:
        yield f"{time_text(seconds)} is no run: {LEAST_RUN_S} seconds to {MOST_RUN_S // 3600} hours"
    if metres is not None and seconds is not None:
        so = f"{distance_text(metres, unit)} in {time_text(seconds)}"
        if is_too_fast(metres, seconds):
            yield f"{so} is faster than anybody has run"
        if is_too_slow(metres, seconds):
            yield f"{so} is slower than walking"
    if fast_s is not None and seconds is not None and fast_s > seconds:
        yield f"{time_text(fast_s)} of strides do not fit into {time_text(seconds)}"


def impossible_import(metres: float | None, seconds: float | None) -> Iterator[str]:
    """Yield why no run of another program's file can have been so far, or taken so long."""
    if seconds is not None and seconds > IMPORTED_RUN_S:
        yield f"{time_text(seconds)} is over {IMPORTED_RUN_S // 3600} hours"
    elif metres is not None and metres > MOST_RUN_M:
        yield f"{metres / 1000:.0f} km is over {MOST_RUN_M // 1000} km"
    elif metres is not None and seconds is not None:
        pace = seconds * 1000 / metres
        if not IMPORTED_FASTEST_S_PER_KM <= pace <= IMPORTED_SLOWEST_S_PER_KM:
            yield f"{pace / 60:.1f} minutes a kilometre is no pace of a run"


def line_of(run: Run | Trial) -> RunLine:
    """Return the line that a run, or a trial, would be typed in."""
    kind = run.kind if isinstance(run, Run) else RunKind.RACE
    seconds = None if run.seconds is None else float(run.seconds)
    return RunLine(run.day, kind, run.metres, seconds, run.fast_s, run.effort, run.note)


def line_text(line: RunLine, unit: Distance) -> str:
    """Return a line as it can be typed: `read_line` reads it as it was, on any later day."""
    fast = "" if line.fast_s is None else f"{line.fast_s}s"
    if fast and line.kind is not RunKind.SPRINTS:
        fast = f"strides {fast}"
    parts = (
        line.day.isoformat(),
        "" if line.metres is None else _distance_typed(line.metres, unit),
        "" if line.seconds is None else _time_typed(line.seconds, line.metres),
        line.kind.value,
        fast,
        "" if line.effort is None else f"effort {line.effort}",
        f"{NOTE} {' '.join(line.note.split())}" if line.note.split() else "",
    )
    return " ".join(filter(None, parts))


def _distance_typed(metres: float, unit: Distance) -> str:
    """Return a distance in the unit that it is short in, the athlete's own first."""
    for each in (unit, *Distance):
        number = f"{metres / METRES[each]:.4f}".rstrip("0").rstrip(".")
        if to_metres(float(number), each) == metres:
            return f"{number} {each}"
    return f"{metres:.2f} metres"


def _time_typed(seconds: float, metres: float | None) -> str:
    tenths = round(seconds * 10)
    minutes, rest = divmod(tenths // 10, 60)
    text = time_text(seconds)
    if minutes >= 60:
        return text
    read = figures_s(TwoFigures(minutes, rest, tenths % 10), metres)
    return text if read == tenths / 10 else f"0:{minutes:02}:{text.split(':')[1]}"


BEST: tuple[tuple[float, float], ...] = (
    (100.0, 9.5),
    (200.0, 19.0),
    (400.0, 43.0),
    (800.0, 100.0),
    (1500.0, 205.0),
    (3000.0, 435.0),
    (5000.0, 755.0),
    (10_000.0, 1570.0),
    (21_097.5, 3395.0),
    (42_195.0, 7200.0),
    (100_000.0, 21_900.0),
)
"""Metres, and seconds a little under the best that anybody has run over them."""


def best_possible(metres: float) -> float:
    """Return the seconds under which nobody has come; between distances as a power of them."""
    least, most = BEST[0], BEST[-1]
    if metres <= least[0] or metres >= most[0]:
        at, seconds = least if metres <= least[0] else most
        return seconds * metres / at
    place = bisect_left(BEST, (metres, 0.0))
    (short, fast), (far, slow) = BEST[place - 1], BEST[place]
    share = log(metres / short) / log(far / short)
    return exp(log(fast) + share * log(slow / fast))


def is_too_fast(metres: float, seconds: float) -> bool:
    """Whether nobody has run so far in so little time."""
    return seconds < best_possible(metres)


def is_too_slow(metres: float, seconds: float) -> bool:
    """Whether a walk would have been faster."""
    return seconds > SLOWEST_RUN_S_PER_KM * metres / 1000

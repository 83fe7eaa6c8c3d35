"""How often the program speaks of an effect where there is none, and where there is one.

`make simulate` prints it. Athletes are drawn with a seed and looked at by the code of the program
itself, after every session from the first one that can be judged on: who looks often must not be
told of chance more often.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from runlift_tui.core.progress.own_variation import ENOUGH as ENOUGH_SIDES
from runlift_tui.core.progress.own_variation import change, difference
from runlift_tui.core.progress.priming import ENOUGH as ENOUGH_RESTS
from runlift_tui.core.progress.priming import Bin, middle, told_apart

SEED = 13
MOST_FALSE = 0.05
"""Of athletes without an effect, those who may ever be told of one."""
SPREADS = (0.3, 0.45, 0.7, 1.0, 1.4)
"""Steps of the rating by which days, and sets of a day, differ."""
ERRORS = (2.0, 5.0, 8.0, 12.0)
"""Per cent by which one side's session is off."""
_ROUNDS = 3
_SNAP = 3.4
_LOOKS_RESTS, _LOOKS_SIDES = 30, 60
"""Sessions of each rest, and of one exercise, that an athlete trains."""
_REPS = 8

Athlete = Callable[[Random], Sequence[bool]]
"""Draws one; whether they are told of a difference, look by look."""


class Told(NamedTuple):
    """How many are told of a difference, as shares."""

    first: float
    """At the first look."""
    ever: float
    """At any look."""


def told(athlete: Athlete, count: int, seed: int) -> Told:
    """Return how many of some athletes are told of a difference."""
    chance = Random(seed)
    looks = [athlete(chance) for _ in range(count)]
    return Told(sum(each[0] for each in looks) / count, sum(map(any, looks)) / count)


def rests(bins: int, spread: float, gain: float = 0.0, looks: int = _LOOKS_RESTS) -> Athlete:
    """Return athletes who train so many rests in turn, the second better by a gain."""

    def athlete(chance: Random) -> Sequence[bool]:
        snaps = [
            [_session_snap(chance, spread, gain * (place == 1)) for _ in range(looks)]
            for place in range(bins)
        ]
        return [
            told_apart([Bin(f"{n}", tuple(each[:seen])) for n, each in enumerate(snaps)])
            is not None
            for seen in range(ENOUGH_RESTS, looks + 1)
        ]

    return athlete


def _session_snap(chance: Random, spread: float, gain: float) -> float:
    day = chance.gauss(_SNAP + gain, spread)
    sets = [round(chance.gauss(day, spread)) for _ in range(_ROUNDS)]
    return middle([min(5, max(1, each)) for each in sets])


def sides(error: float, lack: float = 0.0, looks: int = _LOOKS_SIDES) -> Athlete:
    """Return athletes whose reps, or seconds for a finer scale, are counted left and right."""
    return _sides(error, lack, looks, _REPS)


def fine_sides(error: float, lack: float = 0.0, looks: int = _LOOKS_SIDES) -> Athlete:
    """Return the same, counted in steps far smaller than the error."""
    return _sides(error, lack, looks, 10_000)


def _sides(error: float, lack: float, looks: int, full: int) -> Athlete:
    def total(chance: Random, strength: float) -> float:
        done = chance.gauss(full * strength, full * strength * error / 100)
        return max(0, round(done))

    def athlete(chance: Random) -> Sequence[bool]:
        tests = [(total(chance, 1.0), total(chance, 1 - lack / 100)) for _ in range(looks)]
        return [difference(tests[:seen]) is not None for seen in range(ENOUGH_SIDES, looks + 1)]

    return athlete


def steady(error: float, gain: float = 0.0, looks: int = _LOOKS_SIDES) -> Athlete:
    """Return athletes whose estimate gains so many per cent by the last look, evenly."""

    def athlete(chance: Random) -> Sequence[bool]:
        values = [
            chance.gauss(1, error / 100) * (1 + gain / 100 * each / looks) for each in range(looks)
        ]
        return [change(values[:seen]) is not None for seen in range(2 * ENOUGH_SIDES, looks + 1)]

    return athlete


def report(count: int, seed: int) -> Iterator[str]:
    """Yield the tables, line by line."""
    yield f"{count} athletes a line, seed {seed}; told of a difference at the first look / ever"
    yield ""
    yield f"Priming finder, {ENOUGH_RESTS} sessions of each rest at the first look, "
    yield f"{_LOOKS_RESTS} at the last; looked at after each"
    yield "  spread       no effect, 2 rests       3 rests       4 rests    a gain of 1.5, 2 rests"
    for spread in SPREADS:
        columns = [rests(bins, spread) for bins in (2, 3, 4)] + [rests(2, spread, 1.5)]
        yield _line(f"{spread:g}", columns, count, seed)
    yield ""
    yield f"Left and right, {ENOUGH_SIDES} sessions at the first look, {_LOOKS_SIDES} at the last"
    yield "  error    equal legs, sets of 8     fine scale    20 % apart, 8    20 %, fine scale"
    for error in ERRORS:
        columns = [sides(error), fine_sides(error), sides(error, 20), fine_sides(error, 20)]
        yield _line(f"{error:g} %", columns, count, seed)
    yield ""
    yield f"Then and now, {2 * ENOUGH_SIDES} sessions at the first look, {_LOOKS_SIDES} at the last"
    yield "  error            no gain     30 % by the last"
    for error in ERRORS:
        yield _line(f"{error:g} %", [steady(error), steady(error, 30)], count, seed)


def _line(label: str, columns: Sequence[Athlete], count: int, seed: int) -> str:
    found = [told(each, count, seed) for each in columns]
    return f"  {label:<8}" + "".join(f"  {100 * a:6.1f} /{100 * b:5.1f} %" for a, b in found)


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--athletes", type=int, default=2000, help="athletes a line")
    asked.add_argument("--seed", type=int, default=SEED)
    options = asked.parse_args()
    for line in report(options.athletes, options.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()

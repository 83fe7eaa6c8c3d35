"""Every figure, by the exercise that it shows: poses of our own, after the library's set-ups.

Lengths are in hundredths of a standing body; `body.py` says which way is which.
"""

from collections.abc import Callable

from figures.arms import at_sides, empty, kettlebells, one_on_wall, one_racked, racked
from figures.drawn import Drawn
from figures.lying import bridge, copenhagen, dead_bug, heel_taps, long_dead_bug, weighted
from figures.props import wall
from figures.standing import (
    HAND_FREE,
    change,
    hop,
    lateral,
    raised,
    split,
    stepped,
)

FIGURES: dict[str, Callable[[], Drawn]] = {
    "dead-bug-heel-taps": heel_taps,
    "dead-bug": dead_bug,
    "dead-bug-weighted": weighted,
    "dead-bug-long": long_dead_bug,
    "copenhagen-short-floor": lambda: copenhagen("knee", "down"),
    "copenhagen-short": lambda: copenhagen("knee", "up"),
    "copenhagen-long-floor": lambda: copenhagen("foot", "down"),
    "copenhagen-long": lambda: copenhagen("foot", "up"),
    "copenhagen-dynamic": lambda: copenhagen("foot", "moves"),
    "bridge": lambda: bridge("both"),
    "bridge-march": lambda: bridge("march"),
    "single-leg-bridge": lambda: bridge("single"),
    "single-leg-bridge-band": lambda: bridge("straight"),
    "single-leg-bridge-raised": lambda: bridge("raised"),
    "split-squat-assisted": lambda: split(one_on_wall, props=(wall(33, 95),)),
    "split-squat": lambda: split(at_sides),
    "rfe-split-squat-low": lambda: raised(at_sides, rear=10),
    "rfe-split-squat": lambda: raised(at_sides),
    "rfe-split-squat-front-rack": lambda: raised(racked),
    "rfe-split-squat-deficit": lambda: raised(at_sides, front=5.5),
    "split-squat-iso": lambda: split(
        empty, lowest=HAND_FREE, order=(0, 1, 2, 2, 2, 2), marks="   "
    ),
    "split-squat-fast": lambda: split(empty, order=(0, 0, 1, 2, 2), marks="  ↑"),
    "split-squat-hop": lambda: hop(6),
    "jumping-lunge": lambda: change(10),
    "jumping-lunge-high": lambda: change(22),
    "step-up-low": lambda: stepped(empty, 10),
    "step-up": lambda: stepped(at_sides, 21),
    "step-up-lateral": lambda: lateral(kettlebells),
    "step-up-high": lambda: stepped(at_sides, 30),
    "anti-rotation-split-squat": lambda: split(one_racked),
    "rfe-split-squat-offset": lambda: raised(one_racked),
}

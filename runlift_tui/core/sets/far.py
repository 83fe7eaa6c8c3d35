"""Values so far from what was done before that they are asked about once: a slip of the fingers.

Our own rule. A digit too many or a point that was lost makes at least ten times as much of a value;
nobody lifts three times as much from one set to the next, nor twice as much of a heavy bar. A digit
that is another one, 18 for 8 reps or a pair of 22 for 12, stands nearer: over twice the reps, and
half as much again of what is held in the hands, are asked about too, as no step up is so long.
Until such a value is confirmed the set stands as it was typed, and counts for no record, no chart,
and no load of the next one.
"""

from collections.abc import Iterable

from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.faults import Refused

TIMES = 3
"""Over so many times the most that is known a value is far from it."""
HEAVY_TIMES, HEAVY_KG = 2, 40
"""Over so many times the most that is known, and over so many kilograms more, a load is far too."""
HELD_TIMES, HELD_KG = 1.5, 8
"""Over so many times the most that is known, and by at least so much more each, what is held in the
hands is far: a rack goes up by 1 to 4 kg."""
REP_TIMES, MORE_REPS = 2, 10
"""Over so many times the most that is known, and by at least so many more, reps are far."""
MORE_JUMPS = 4
"""Of a jump so many more are far already: every one is a landing on each leg."""
SHARE = 0.2
"""Under this share of the least load that is known one is far from it."""
FEW_REPS, MANY_REPS = 1, 6
"""So few reps are far from at least so many: a key too short, as of 10. Two are ordinary."""
_SAME = 1e-3
_REPS = (Field.REPS, Field.LEFT, Field.RIGHT)
_SECONDS = (Field.SECONDS, Field.LEFT_S, Field.RIGHT_S)
_SPARE: dict[Field, float] = {
    Field.LOAD_KG: 10,
    Field.METRES: 100,
    **dict.fromkeys(_REPS, 20),
    **dict.fromkeys(_SECONDS, 60),
}
"""By so much more, at least: from 2 to 8 kg is no slip."""
_MOST: dict[Field, float] = {
    Field.LOAD_KG: 100,
    Field.METRES: 1000,
    **dict.fromkeys(_REPS, 100),
    **dict.fromkeys(_SECONDS, 600),
}
"""Where nothing is known; a load, of each implement."""


class Far(Refused):
    """A value that is far from what is known, and that nobody has confirmed."""


def alike(field: Field) -> tuple[Field, ...]:
    """Return the fields that count the same as one: both legs, and both together."""
    return next((same for same in (_REPS, _SECONDS) if field in same), (field,))


def is_far(
    field: Field,
    value: float | None,
    known: Iterable[float],
    implements: int = 1,
    begin: float = 0,
    first: float = 0,
    *,
    is_jump: bool = False,
) -> bool:
    """Whether a value is to be asked about.

    Args:
        field: What it is of.
        value: As typed: whole counts, kilograms in all.
        known: Values of the same exercise that were done, suggested or aimed at, the likeliest
            first: the rest of them is not asked for once one is near.
        implements: Of the exercise.
        begin: What one of them weighs at most to begin with, in kilograms, where it is held in the
            hands; 0 for a bar, a machine, and where nobody says.
        first: From how much of one of them on a load is far where nothing is known, in kilograms;
            0 where nobody says.
        is_jump: Whether its reps are landings.
    """
    if not value or field not in _SPARE:
        return False
    nothing_known = True
    over, under = True, field is Field.LOAD_KG or (field in _REPS and value <= FEW_REPS)
    for each in known:
        if each > 0:
            nothing_known = False
            held, least = implements if begin else 0, MORE_JUMPS if is_jump else MORE_REPS
            over = over and _is_over(field, value, each, held, least)
            under = under and _is_under(field, value, each)
            if not over and not under:
                return False
    if nothing_known and field is Field.LOAD_KG:
        most = min(first, _MOST[field]) if first else _MOST[field]
        return value >= most * implements - _SAME if first else value > most * implements
    if nothing_known:
        return value > _MOST[field]
    return True


def _is_under(field: Field, value: float, known: float) -> bool:
    return value < SHARE * known if field is Field.LOAD_KG else known >= MANY_REPS


def _is_over(field: Field, value: float, known: float, held: int, least: int) -> bool:
    """Whether a value is far over one that is known; of `held` weights, 0 where none are.

    Of reps it is one from `least` more on.
    """
    more, is_load = value - known, field is Field.LOAD_KG
    if field in _REPS and value > REP_TIMES * known and more >= least:
        return True
    if is_load and held and value > HELD_TIMES * known and more > HELD_KG * held - _SAME:
        return True
    times = HEAVY_TIMES if is_load and more > HEAVY_KG else TIMES
    return value > times * known and more > _SPARE[field]

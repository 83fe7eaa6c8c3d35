"""Distances, paces and times of runs, as the athlete reads them."""

from runlift_tui.core.words.units import Distance, clock

METRES = {Distance.KM: 1000.0, Distance.MI: 1609.344}
"""Metres in one of each."""


def to_metres(value: float, unit: Distance) -> float:
    """Return a distance in metres, to a centimetre."""
    return round(value * METRES[unit], 2)


def distance_text(metres: float, unit: Distance) -> str:
    """Return a distance as a list shows it: "8.00 km"."""
    return f"{metres / METRES[unit]:.2f} {unit}"


def pace_text(metres: float, seconds: float, unit: Distance) -> str:
    """Return a pace: "5:16 /km"."""
    return f"{clock(round(seconds * METRES[unit] / metres))} /{unit}"


def time_text(seconds: float) -> str:
    """Return a time as a race's result has it: "42:10", "1:21:00", "19:58.3"."""
    tenths = round(seconds * 10)
    whole = clock(tenths // 10)
    return f"{whole}.{tenths % 10}" if tenths % 10 else whole

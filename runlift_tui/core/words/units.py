"""Kilograms or pounds, kilometres or miles: the store keeps kg and m, the screen the own ones."""

from enum import StrEnum

KG_PER_LB = 0.45359237


class Unit(StrEnum):
    """The athlete's unit of load."""

    KG = "kg"
    LB = "lb"


class Distance(StrEnum):
    """The athlete's unit of distance."""

    KM = "km"
    MI = "mi"


def to_unit(kg: float, unit: Unit) -> float:
    """Return kilograms in the athlete's unit."""
    return kg if unit is Unit.KG else kg / KG_PER_LB


def to_kg(value: float, unit: Unit) -> float:
    """Return a load in the athlete's unit in kilograms, to a tenth of a gram."""
    return value if unit is Unit.KG else round(value * KG_PER_LB, 4)


def number(value: float) -> str:
    """Return a load as one would write it: at most two decimals, no idle zeros."""
    text = f"{value:.2f}" if round(value, 1) != round(value, 2) else f"{value:.1f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


WITHOUT_WEIGHT = "without weight"
"""The one word for a load of nothing, wherever one is told."""


def span(low: object, high: object) -> str:
    """Return a range as one says it: "8-10", and "8" where both its ends read the same."""
    return f"{low}" if f"{low}" == f"{high}" else f"{low}-{high}"


def load(kg: float | None, implements: int, unit: Unit) -> str:
    """Return a total load as the athlete lifts it: "2 x 12 kg", "20 kg", "without weight"."""
    if kg is None:
        return "–"
    if kg == 0:
        return WITHOUT_WEIGHT
    each = number(to_unit(kg, unit) / implements)
    return f"{implements} x {each} {unit}" if implements > 1 else f"{each} {unit}"


def clock(seconds: int) -> str:
    """Return seconds as a clock shows them: "3:04", "1:02:03"."""
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def clock_of(wall_ms: int, *, seconds: bool = False) -> str:
    """Return what a clock on the wall shows: "18:42", or "18:42:07".

    Args:
        wall_ms: Milliseconds since the epoch, by the athlete's own clock.
        seconds: Whether it has its seconds.
    """
    minutes = wall_ms // 60_000 % 1440
    more = f":{wall_ms // 1000 % 60:02}" if seconds else ""
    return f"{minutes // 60}:{minutes % 60:02}{more}"


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

"""Numbers and durations as other programs write them.

A sign between digits may be a decimal or a thousands sign. One cell is never decided alone: its
column is.
"""

import re
from collections.abc import Iterable
from math import isfinite

KG_OF_LB = 0.45359237
METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "yd": 0.9144, "ft": 0.3048}
"""Metres of each unit of length."""

_NUMBER = re.compile(r"[+-]?(\d[\d.,\u2019' ]*|[.,]\d+)")
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d+))?")
_PARTS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(h|hr|hrs|hours?|m|min|mins|minutes?|s|sec|secs|seconds?)(?![a-z])"
)
_OF_PART = {"h": 3600, "s": 1, "m": 60}


def clean(text: str) -> str:
    """Return a cell without spaces of any kind around it, nor a spreadsheet's apostrophe."""
    text = text.replace("\u202f", " ").replace("\u00a0", " ").strip()
    return text[1:].strip() if text[:1] == "'" and text[1:2] in "-+=@0123456789" else text


def decimal_sign(cells: Iterable[str]) -> str:
    """Return the decimal sign of a column, "." or ",": what most of its clear cells say.

    A sign with three digits behind it, and no other, can be one of thousands: a comma is, where no
    clearer cell of the column has it as the decimal one. Where both signs stand in a cell, the last
    one is decimal.
    """
    votes = {".": 0, ",": 0}
    for cell in cells:
        comma, dot = cell.rfind(","), cell.rfind(".")
        sign = "," if comma > dot else "."
        behind = len(cell) - max(comma, dot) - 1
        is_clear = min(comma, dot) >= 0 or behind != 3 or not _is_thousands(cell, sign)
        if max(comma, dot) >= 0 and is_clear:
            votes[sign] += 1
    return "," if votes[","] > votes["."] else "."


def _is_thousands(cell: str, sign: str) -> bool:
    parts = cell.lstrip("+-").split(sign)
    first_is_short = 1 <= len(parts[0]) <= 3 and parts[0] != "0" and not parts[0].startswith("0")
    return first_is_short and all(len(each) == 3 for each in parts[1:])


def number(text: str, decimal: str = ".") -> float | None:
    """Return a number, or None where the text is none.

    Args:
        text: A clean cell.
        decimal: The decimal sign of its column.
    """
    if not _NUMBER.fullmatch(text):
        return None
    other = "," if decimal == "." else "."
    plain = text.replace(" ", "").replace("'", "").replace("\u2019", "")
    if other in plain:
        if _is_thousands(plain.split(decimal)[0], other):
            plain = plain.replace(other, "")
        elif decimal in plain:
            return None
        else:
            plain = plain.replace(other, decimal)
    plain = plain.replace(decimal, ".")
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if isfinite(found) else None


def whole(text: str, decimal: str = ".") -> int | None:
    """Return a whole number, also one that is written "10.0"; None where the text is none."""
    found = number(text, decimal)
    return int(found) if found is not None and found == int(found) else None


def seconds_of(text: str) -> float | None:
    """Return a duration in seconds: "26:42", "1:06:06", "00:04:33,1", "2h 18m", "38min", "90"."""
    text = clean(text).lower()
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        hours, minutes, seconds, rest = clock.groups()
        whole_s = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        return whole_s + (float(f"0.{rest}") if rest else 0)
    parts = _PARTS.findall(text)
    if parts and not _PARTS.sub("", text).strip(" ,"):
        return sum(float(n.replace(",", ".")) * _OF_PART[unit[0]] for n, unit in parts)
    return number(text, decimal_sign([text]))


def sure_reps_left(rpe: float | None) -> int | None:
    """Return the reps in reserve that an RPE is sure of; None under 7, where people guess."""
    if rpe is None or not 7 <= rpe <= 10:
        return None
    return int(10 - rpe)


def kilograms(weight: float, unit: str) -> float:
    """Return a weight in kilograms: pounds to the gram, kilograms as they stand."""
    return round(weight * KG_OF_LB, 3) if unit == "lb" else weight


def lifted_kg(reps: int, weight: float, unit: str) -> float:
    """Return what reps of a weight come to in kilograms, of which nothing is rounded."""
    return reps * weight * (KG_OF_LB if unit == "lb" else 1)

"""What an import comes to, in the shape of its JSON and in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from runlift_tui.exchange.neutral import DISTANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runlift_tui.exchange.converted import Converted
    from runlift_tui.exchange.neutral import FileRead, Skipped

FIGURES: dict[str, Any] = {
    "format": None,
    "unit": None,
    "unit_from": "none",
    "distance_unit": None,
    "distance_from": "none",
    "sessions": 0,
    "sets": 0,
    "warm_ups": 0,
    "reps": 0,
    "hold_s": 0,
    "volume_kg": 0.0,
    "runs": 0,
    "metres": 0,
    "seconds": 0,
    "new": 0,
    "already": 0,
    "changed": 0,
    "skipped": 0,
    "skipped_why": {},
    "unmatched": [],
    "questions": [],
    "warnings": [],
    "error": None,
}
"""What the JSON says of a file that says nothing."""
SUMMED = ("sessions", "sets", "warm_ups", "runs", "skipped", "new", "already", "changed")
_FIRST, _MOST_NAMES = 3, 12
"""How many entries of a reason are told one by one."""


def figures_of(found: Converted) -> dict[str, Any]:
    """Return what the JSON says of a file that was read."""
    read, sums = found.read, found.figures
    volume = None if sums.volume_kg is None else round(sums.volume_kg, 3)
    return FIGURES | {
        "format": read.format,
        "unit": read.unit or None,
        "unit_from": read.unit_from,
        "distance_unit": read.distance_unit or None,
        "distance_from": read.distance_from,
        "sessions": sums.sessions,
        "sets": sums.sets,
        "warm_ups": sums.warm_ups,
        "reps": sums.reps,
        "hold_s": sums.hold_s,
        "volume_kg": volume,
        "runs": sums.runs,
        "metres": None if DISTANCE in read.questions else round(sums.metres, 1),
        "seconds": sums.seconds,
        "skipped": len(read.skipped),
        "skipped_why": dict(Counter(each.reason for each in read.skipped)),
        "unmatched": found.unmatched,
        "questions": list(read.questions),
        "warnings": list(dict.fromkeys(read.warnings)),
    }


def total_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Return the sums of all files; a name that stays in two of them counts once."""
    every = list(rows)
    total = {key: sum(row[key] for row in every) for key in SUMMED}
    total["unmatched"] = len({name for row in every for name in row["unmatched"]})
    return total


def table_lines(rows: Sequence[Mapping[str, Any]], width: int | None) -> list[str]:
    """Return what files came to as a table, a row a file, and their sum where they are several.

    Args:
        rows: As the JSON has them.
        width: Of the terminal; None where a table may be as wide as it is.
    """
    from runlift_tui.core.lists.tables import Column, laid_out
    from runlift_tui.core.words.text import safe_text

    columns = (
        Column("file", least=12, spare=1),
        Column("format", spare=2),
        *(Column(head, number=True, spare=spare) for head, spare in _HEADS),
    )
    cells = [[safe_text(f"{row['file']}"), f"{row['format']}", *_cells(row)] for row in rows]
    if len(rows) > 1:
        total = {key: sum(row[key] or 0 for row in rows) for key in (*_SUMS, *SUMMED)}
        cells.append(["in all", "", *_cells(total | {"unit": None})])
    return [line.rstrip() for line in laid_out(columns, cells, width)]


_HEADS = (
    *(("unit", 6), ("sessions", 0), ("sets", 0), ("warm-ups", 7), ("reps", 8), ("holds", 9)),
    *(("kg", 10), ("runs", 0), ("km", 5), ("time", 4), ("new", 0), ("already", 0)),
    *(("changed", 3), ("skipped", 0)),
)
_SUMS = ("reps", "hold_s", "volume_kg", "metres", "seconds")


def _cells(row: Mapping[str, Any]) -> list[str]:
    from runlift_tui.core.words.units import clock

    values = [row["sessions"], row["sets"], row["warm_ups"], row["reps"]]
    found = [f"{row['unit'] or ''}", *(f"{value or ''}" for value in values)]
    found.append(clock(row["hold_s"]) if row["hold_s"] else "")
    found.append(f"{row['volume_kg']:.0f}" if row["volume_kg"] else "")
    found.append(f"{row['runs'] or ''}")
    found.append(f"{row['metres'] / 1000:.1f}" if row["metres"] else "")
    found.append(clock(round(row["seconds"])) if row["seconds"] else "")
    rest = (row["new"], row["already"], row["changed"], row["skipped"])
    return [*found, *(f"{value}" for value in rest)]


def told(row: Mapping[str, Any], read: FileRead | None) -> list[str]:
    """Return what is to be said of one file beside its figures, in lines; it may be nothing."""
    lines = []
    if row["skipped"]:
        lines += _skipped(row, [] if read is None else read.skipped)
    if read is not None and read.types:
        kinds = ", ".join(f"{name} {count}" for name, count in read.types.most_common())
        lines.append(f"  no runs: {kinds}")
    lines += [f"  {each}" for each in row["warnings"]]
    return [f"{row['file']}:", *lines] if lines else []


def _skipped(row: Mapping[str, Any], skipped: Sequence[Skipped]) -> list[str]:
    lines = ["  skipped:"]
    for reason, count in row["skipped_why"].items():
        lines.append(f"    {reason}: {count}")
        same = [each for each in skipped if each.reason == reason]
        first = [f"line {each.line}: {each.what}".removesuffix(": ") for each in same[:_FIRST]]
        lines += [f"      {each}" for each in first]
        if len(same) > _FIRST:
            lines.append(f"      and {len(same) - _FIRST} more")
    return lines


def names_lines(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return which names are kept as the files have them, in lines; nothing where none is."""
    names = sorted({name for row in rows for name in row["unmatched"]})
    if not names:
        return []
    shown = [f"  {name}" for name in names[:_MOST_NAMES]]
    more = len(names) - len(shown)
    if len(names) == 1:
        head = "1 name is none of ours, and is kept as an exercise of its own:"
    else:
        head = f"{len(names)} names are none of ours, and are kept as exercises of their own:"
    return [head, *shown, *([f"  and {more} more"] if more else [])]

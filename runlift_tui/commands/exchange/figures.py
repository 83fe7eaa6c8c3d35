"""What an import comes to, in the shape of its JSON and in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

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
_FIRST = 3
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
        "metres": round(sums.metres, 1),
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


def told(row: Mapping[str, Any], read: FileRead | None) -> list[str]:
    """Return what one file came to, in lines."""
    from runlift_tui.core.words.text import plural

    unit = f", {row['unit']}" if row["unit"] else ""
    lines = [f"{row['file']}: {row['format']}{unit}"]
    if row["sessions"]:
        sets = f"{plural(row['sets'], 'set')}, {plural(row['warm_ups'], 'warm-up set')}"
        lines.append(f"  {plural(row['sessions'], 'session')}: {sets}, {_work(row)}")
    if row["runs"]:
        from runlift_tui.core.words.units import clock

        km = f"{row['metres'] / 1000:.1f} km in {clock(row['seconds'])}"
        lines.append(f"  {plural(row['runs'], 'run')}: {km}")
    lines.append(f"  {row['new']} new, {row['already']} here already, {row['changed']} changed")
    if row["skipped"]:
        lines += _skipped(row, [] if read is None else read.skipped)
    if read is not None and read.types:
        kinds = ", ".join(f"{name} {count}" for name, count in read.types.most_common())
        lines.append(f"  no runs: {kinds}")
    if row["unmatched"]:
        lines.append(f"  names that stay as they are: {len(row['unmatched'])}")
        lines += _few(row["unmatched"])
    lines += [f"  {each}" for each in row["warnings"]]
    return lines


def _work(row: Mapping[str, Any]) -> str:
    parts = [f"{row['reps']} reps"]
    if row["hold_s"]:
        parts.append(f"{row['hold_s']} s of holds")
    if row["volume_kg"]:
        parts.append(f"{row['volume_kg']:.0f} kg in all")
    return ", ".join(parts)


def _skipped(row: Mapping[str, Any], skipped: Sequence[Skipped]) -> list[str]:
    lines = [f"  skipped: {row['skipped']}"]
    for reason, count in row["skipped_why"].items():
        lines.append(f"    {reason}: {count}")
        same = [each for each in skipped if each.reason == reason]
        first = [f"line {each.line}: {each.what}".removesuffix(": ") for each in same[:_FIRST]]
        lines += [f"      {each}" for each in first]
        if len(same) > _FIRST:
            lines.append(f"      and {len(same) - _FIRST} more")
    return lines


def _few(names: Sequence[str]) -> list[str]:
    shown = [f"    {name}" for name in names[: _FIRST * 4]]
    more = len(names) - len(shown)
    return [*shown, f"    and {more} more"] if more else shown

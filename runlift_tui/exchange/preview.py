"""What an import comes to, for the screen: of each file what it is, what of it comes, what not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.origin import APPS, OWN
from runlift_tui.core.words.text import plural, safe_text
from runlift_tui.core.words.units import clock, number

if TYPE_CHECKING:
    from runlift_tui.exchange.converted import Converted
    from runlift_tui.exchange.neutral import Skipped

_REASONS = {
    "rest-timer": "rest timers, kept as planned rests",
    "cardio": "cardio, a line each in the notes",
    "nothing-done": "without reps, time or distance",
    "not-a-run": "no runs",
    "overlap": "another record of the same outing",
    "implausible": "what cannot have been",
    "no-time": "without a time",
    "not-done": "planned and not done",
    "bad-row": "what makes no sense",
}
_FIRST, _MOST_NAMES, _MOST_TOLD = 3, 8, 6
_OWN = "RunLift"


_NOT_THERE = ("cannot be read", "is a folder")


def file_lines(row: Mapping[str, Any], found: Converted | None) -> Iterator[SheetLine]:
    """Yield what is to be said of one file.

    Args:
        row: Its figures, as the JSON has them.
        found: What was read of it; None where it was not, or is here already.
    """
    format_ = row["format"] or ""
    app = _OWN if format_ == OWN else APPS.get(format_, format_)
    name = str(row["file"]).replace("\\", "/").rsplit("/", 1)[-1]
    yield SheetLine("file", f"{name}   {app}" if app else name, "strong")
    if row["error"]:
        # Where nothing could be read the path may be another one than was meant.
        if found is None and f"{row['error']}".startswith(_NOT_THERE):
            yield SheetLine("path", f"{row['file']}")
        yield SheetLine("left out", f"{row['error']}.", "mark")
        return
    yield from _counts(row)
    if found is not None:
        days = days_of(found)
        if days:
            first, last = days
            said = day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"
            yield SheetLine("days", said)
    yield SheetLine("of them", _news(row))
    yield from _skipped(row, () if found is None else found.read.skipped)
    if found is not None and found.read.types:
        kinds = (f"{kind} {count}" for kind, count in found.read.types.most_common(_MOST_NAMES))
        yield SheetLine("no runs", ", ".join(kinds))
    yield from _several("note", row["warnings"], _MOST_TOLD)
    names = row["unmatched"]
    if names:
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        yield SheetLine("new names", ", ".join(names[:_MOST_NAMES]) + more)


def _several(label: str, lines: Sequence[str], most: int) -> Iterator[SheetLine]:
    for line in lines[:most]:
        yield SheetLine(label, line)
        label = ""
    if len(lines) > most:
        yield SheetLine("", f"and {len(lines) - most} more", "quiet")


def _counts(row: Mapping[str, Any]) -> Iterator[SheetLine]:
    if row["sessions"]:
        said = [f"{plural(row['sessions'], 'session')} of {plural(row['sets'], 'set')}"]
        if row["warm_ups"]:
            said.append(plural(row["warm_ups"], "warm-up"))
        if row["reps"]:
            said.append(f"{row['reps']:,} reps")
        if row["hold_s"]:
            said.append(f"{clock(row['hold_s'])} held")
        if row["volume_kg"]:
            said.append(f"{row['volume_kg']:,.0f} kg lifted")
        yield SheetLine("strength", ", ".join(said))
    if row["runs"]:
        said = [plural(row["runs"], "run")]
        if row["metres"]:
            said.append(f"{number(round(row['metres'] / 1000, 1))} km")
        if row["seconds"]:
            said.append(f"{clock(round(row['seconds']))} of running")
        yield SheetLine("runs", ", ".join(said))


def _news(row: Mapping[str, Any]) -> str:
    if not (row["new"] or row["already"] or row["changed"]):
        return "nothing that could be taken in"
    if not row["new"] and not row["changed"]:
        return "nothing is new: all of it is here already"
    said = [f"{row['new']} new"]
    if row["already"]:
        said.append(f"{row['already']} here already")
    if row["changed"]:
        said.append(f"{row['changed']} here with another content, which stay as they are here")
    return ", ".join(said)


def _skipped(row: Mapping[str, Any], skipped: Sequence[Skipped]) -> Iterator[SheetLine]:
    label = "left out"
    for reason, count in row["skipped_why"].items():
        yield SheetLine(label, f"{_REASONS.get(reason, reason)}: {count}")
        label = ""
        if reason in ("rest-timer", "not-a-run"):
            continue
        same = [each for each in skipped if each.reason == reason]
        for each in same[:_FIRST]:
            text = f"line {each.line}: {each.what}".removesuffix(": ")
            yield SheetLine("", safe_text(text), "quiet")


def days_of(found: Converted) -> tuple[date, date] | None:
    """Return the first and the last day of what a file has; None where it has nothing."""
    documents: list[Document] = [*found.sessions, *(each.document for each in found.runs)]
    days = sorted(str(each.get("day") or each["started"])[:10] for each in documents)
    return (date.fromisoformat(days[0]), date.fromisoformat(days[-1])) if days else None


def preview_lines(
    rows: Sequence[Mapping[str, Any]], found: Sequence[Converted | None], zone: str
) -> tuple[SheetLine, ...]:
    """Return what an import comes to, a group of lines a file.

    Args:
        rows: The figures of each file, as the JSON has them.
        found: What was read of each.
        zone: In which times without one were read.
    """
    lines: list[SheetLine] = []
    if len(rows) > 1:
        lines += _in_all(rows)
    for row, one in zip(rows, found, strict=True):
        lines += [*file_lines(row, one), SPACE]
    if any(not row["error"] for row in rows):
        lines.append(SheetLine("", f"Times without a zone were read as {zone}.", "quiet"))
    return tuple(lines)


def _in_all(rows: Sequence[Mapping[str, Any]]) -> Iterator[SheetLine]:
    total = {key: sum(row[key] or 0 for row in rows) for key in _SUMMED}
    out = sum(bool(row["error"]) for row in rows)
    yield SheetLine("", f"{plural(len(rows), 'file')} in all", "strong")
    yield from _counts(total)
    yield SheetLine("of them", _news(total))
    if out:
        yield SheetLine("left out", plural(out, "file"), "mark")
    yield SPACE


_SUMMED = (
    *("sessions", "sets", "warm_ups", "reps", "hold_s", "volume_kg", "runs", "metres", "seconds"),
    *("new", "already", "changed"),
)

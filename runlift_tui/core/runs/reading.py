"""How a line about a run is understood, while it is typed and when it is kept."""

from datetime import date
from typing import NamedTuple

from runlift_tui.core.runs.five_k import five_k, no_estimate
from runlift_tui.core.runs.line import RunLine, line_of, read_line
from runlift_tui.core.runs.line_grammar import KNOWN
from runlift_tui.core.runs.line_values import NotYet, Unknown
from runlift_tui.core.runs.run import Run, RunKind, Trial, run_of
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.core.words.units import Distance, distance_text, pace_text, time_text

HINT = "in any order: day, distance, time, kind, effort; then note and any words"


class Reading(NamedTuple):
    """What the program makes of a line."""

    text: str
    line: RunLine | None = None
    """Its values as far as they go; None where it makes no sense."""


def entered(line: RunLine, id_: str) -> Run | Trial:
    """Return what a line comes to: a trial for a race over a distance, else a run."""
    if line.is_trial and line.metres is not None and line.seconds is not None:
        return Trial(
            id=id_,
            day=line.day,
            metres=line.metres,
            seconds=line.seconds,
            fast_s=line.fast_s,
            effort=line.effort,
            note=line.note,
        )
    return Run(
        id=id_,
        day=line.day,
        kind=line.kind,
        metres=line.metres,
        seconds=None if line.seconds is None else max(1, round(line.seconds)),
        fast_s=line.fast_s,
        effort=line.effort,
        note=line.note,
    )


def as_run(entry: Run | Trial) -> Run:
    """Return an entry as the run that it was."""
    return run_of(entry) if isinstance(entry, Trial) else entry


def line_words(line: RunLine, today: date | None, unit: Distance) -> str:
    """Return a line as it is understood: "Tue 24 Nov, 8.00 km, 42:10, 5:16 /km, easy"."""
    metres, seconds = line.metres, line.seconds
    parts = [day_text(line.day, today)]
    if metres is not None:
        parts.append(distance_text(metres, unit))
    if seconds is not None:
        parts.append(time_text(seconds))
    if metres is not None and seconds is not None:
        parts.append(pace_text(metres, seconds, unit))
    parts.append(line.kind.value)
    if line.fast_s is not None:
        name = "of them" if line.kind is RunKind.SPRINTS else "strides"
        parts.append(f"{name} {time_text(line.fast_s)}")
    if line.effort is not None:
        parts.append(f"effort {line.effort}")
    entry = entered(line, "")
    if isinstance(entry, Trial):
        parts += _as_five_k(entry)
    if line.note:
        parts.append(f"note: {line.note}")
    return ", ".join(parts)


def _as_five_k(trial: Trial) -> list[str]:
    found = five_k(trial)
    if found is None:
        return [no_estimate(trial)]
    return [f"{found.words} for 5K, an estimate"] if found.is_estimate else []


def entry_words(entry: Run | Trial, today: date | None, unit: Distance) -> str:
    """Return an entry as its line is understood."""
    return line_words(line_of(entry), today, unit)


def changed_words(before: str, now: str) -> str:
    """Return what of an entry became what: "Tue 24 Nov: 42:10, 5:16 /km → 41:50, 5:14 /km".

    Args:
        before: The entry in words, as `entry_words` has it.
        now: The same one as it is now.
    """
    old, new = before.split(", "), now.split(", ")
    gone = ", ".join(part for part in old if part not in new)
    come = ", ".join(part for part in new if part not in old)
    day = f"{old[0]}: " if old[0] == new[0] else ""
    return f"{day}{gone or '–'} → {come or '–'}"


def reading(text: str, today: date, unit: Distance, *, typing: bool = True) -> Reading:
    """Return how a line is understood.

    Args:
        text: As far as it is typed.
        today: The athlete's day.
        unit: Of distances.
        typing: Whether its last word may be unfinished.
    """
    if not text.strip():
        return Reading(HINT)
    try:
        line = read_line(text, today, unit)
    except NotYet as missing:
        return Reading(sentence(f"{missing}"))
    except Unknown as unknown:
        whole = text[: -len(unknown.word)] if text.lower().endswith(unknown.word) else ""
        if typing and whole and any(each.startswith(unknown.word) for each in KNOWN):
            # A word that is still being typed is no mistake.
            return reading(whole, today, unit)
        return Reading(sentence(f"{unknown}"))
    except Refused as refused:
        return Reading(sentence(f"{refused}"))
    return Reading(line_words(line, today, unit), line)

"""A finished session as a few plain lines, to be pasted under a run."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.history.told import RAMP, minutes_shown, origin_told, pain_words, sign_words
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.pain import is_stopped
from runlift_tui.core.sets.told import DOUBT, by_load, count_mark, counts, not_done
from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import Unit


def session_text(session: PastSession, unit: Unit) -> tuple[str, ...]:
    """Return a session in lines: what and when, an exercise a line, every note.

    Skipped sets and lighter ones on the way up stay out, but not what was noted on them; how far
    one went that was stopped for pain stands behind those that were done.
    """
    begun = (each for each in session.sets if each.skipped is None or is_stopped(each))
    doubt = [DOUBT] if any(each.unsure for each in session.done) else []
    lines = [_head(session), *_exercises(begun, unit), *doubt, *_notes(session)]
    return tuple(map(safe_text, (*lines, session.notes) if session.notes else lines))


def _head(session: PastSession) -> str:
    said = (
        session.routine_name or "Strength session",
        f"{session.day:%Y-%m-%d}",
        minutes_shown(session),
        "" if session.effort is None else f"effort {session.effort} of 10",
        pain_words(session),
        sign_words(session),
        origin_told(session),
    )
    return ", ".join(filter(None, said))


def _exercises(sets: Iterable[PastSet], unit: Unit) -> Iterator[str]:
    found: dict[tuple[str, str], list[PastSet]] = {}
    for done in sets:
        found.setdefault((done.slot, done.name or done.exercise), []).append(done)
    for (_, name), rows in found.items():
        whole = [each for each in rows if each.skipped is None]
        stopped = (
            not_done(each, each.skipped, unit)
            for each in rows
            if each.skipped is not None and counts(each)
        )
        shown = "; ".join(filter(None, (sets_in_brief(whole, unit), *stopped)))
        if shown:
            yield f"{name}: {shown}"


def _notes(session: PastSession) -> Iterator[str]:
    """Yield what was noted on a set, behind the place of that set."""
    for lighter in session.ramp:
        if lighter.note:
            yield f"{lighter.slot or 'a set'} {RAMP}: {lighter.note}"
    for each in session.sets:
        if each.note:
            round_ = "–" if each.round is None else each.round
            yield f"{each.slot or 'a set'} round {round_}: {each.note}"


def sets_in_brief(sets: Iterable[LastSet], unit: Unit) -> str:
    """Return sets in a line, equal ones counted: "3 x 8, 7/8 at 2 x 12 kg".

    What was not confirmed has a mark, as on the screen: "8? at 2 x 12 kg?".
    """

    def counted(same: Iterable[LastSet]) -> str:
        runs = [(count, len(list(run))) for count, run in groupby(same, key=_count) if count]
        return ", ".join(f"{times} x {count}" if times > 1 else count for count, times in runs)

    return by_load(sets, unit, counted)


def _count(done: LastSet) -> str:
    """Return what was counted; sides that did the same as one number."""
    if done.left is not None and done.left == done.right:
        count = f"{done.left}"
    elif done.left_s is not None and done.left_s == done.right_s:
        count = f"{done.left_s} s"
    else:
        count = counts(done)
    return f"{count}{count_mark(done)}" if count else ""

"""What changed in a plan since it was made, in words."""

from collections.abc import Iterator, Sequence

from runlift_tui.core.plan.standing import Comeback, Flow, MovedSession
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_words


def changes(flow: Flow, week: PlanWeek) -> Iterator[str]:
    """Yield what changed in a week, a sentence each."""
    before = [number for number in flow.missed if number < week.number]
    if before and week.number not in flow.missed and week.kind in (WeekKind.BUILD, WeekKind.DELOAD):
        yield f"Step {week.step} of the table, because {weeks_words(before)} had no session."
    yield from events(flow, week)


def events(flow: Flow, week: PlanWeek) -> Iterator[str]:
    """Yield what changed by something that happened in a week itself, a sentence each."""
    for move in flow.moves:
        if move.week == week.number:
            yield move_words(move)
    if week.number in flow.missed:
        yield "No session that week: the next one takes its step."
    if flow.comeback is not None and flow.comeback.session.week == week.number:
        yield comeback_words(flow.comeback)
    for done in flow.crowded:
        if week.monday <= done.day <= week.sunday:
            yield (
                f"{day_words(done.day)} was rated {done.effort}: "
                "no hard run in the 48 hours after it."
            )


def comeback_words(found: Comeback) -> str:
    """Return that a session is the first after a break, and what a hard run on its day asks for.

    Its loads and reps are held back by themselves; the run is the athlete's, so it is told.
    """
    hard = ", on a hard day: run easy (our own rule)" if found.is_hard else ""
    return f"First one after {found.days} days{hard}."


def move_words(move: MovedSession) -> str:
    """Return where a session went: "Session 1 moves from Tue 8 Dec to Thu 10 Dec."."""
    if move.after is None:
        return (
            f"Session {move.number} of {day_words(move.before)} falls out: no day is left for it."
        )
    before, after = day_words(move.before), day_words(move.after)
    return f"Session {move.number} moves from {before} to {after}."


def weeks_words(numbers: Sequence[int]) -> str:
    """Return weeks in words: "week 3", "weeks 3 and 4", "weeks 1-9"."""
    if len(numbers) == 1:
        return f"week {numbers[0]}"
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and list(numbers) == list(range(first, last + 1)):
        return f"weeks {first}-{last}"
    return f"weeks {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"

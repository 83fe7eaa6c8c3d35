"""What changed in a plan since it was made, and which of our rules it breaks, in words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan.faults import broken_by_hand
from runlift_tui.core.plan.plan import OFF_WEEK_DAYS, Answers, Plan, RaceDistance
from runlift_tui.core.plan.rules import Rule
from runlift_tui.core.plan.standing import Break, Comeback, Flow, MovedSession
from runlift_tui.core.plan.steps import LONG_AWAY
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.text import capital, plural


def changes(flow: Flow, week: PlanWeek) -> Iterator[str]:
    """Yield what changed in a week, a sentence each."""
    before = [number for number in flow.missed if number < week.number]
    if before and week.number not in flow.missed and week.kind in (WeekKind.BUILD, WeekKind.DELOAD):
        told = capital(weeks_words(before))
        yield f"{told} had no session: it builds on what was done."
    away = [each.number for each in _off_before(flow, week)]
    if len(away) >= LONG_AWAY and week.kind in (WeekKind.BUILD, WeekKind.DELOAD):
        told = capital(weeks_words(away))
        yield f"{told} were off: it takes up what came before them."
    yield from events(flow, week)


def _off_before(flow: Flow, week: PlanWeek) -> list[PlanWeek]:
    """Return the weeks off right before a week, oldest first."""
    before = reversed(flow.weeks[: week.number - 1])
    return [*takewhile(lambda each: each.off >= OFF_WEEK_DAYS, before)][::-1]


def events(flow: Flow, week: PlanWeek) -> Iterator[str]:
    """Yield what changed by something that happened in a week itself, a sentence each."""
    for race in flow.runs.logged:
        if race.day < week.sunday and week.monday <= race.until:
            yield f"{capital(race.words_on(race.until))} (our own rule)."
    for move in flow.moves:
        if move.week == week.number:
            yield move_words(move)
    if week.number in flow.missed:
        yield _missed_words(flow, week)
    if flow.comeback is not None and flow.comeback.session.week == week.number:
        yield comeback_words(flow.comeback)
    for done in flow.crowded:
        if week.monday <= done.day <= week.sunday:
            yield (
                f"{day_words(done.day)} was rated {done.effort}: "
                "no hard run in the 48 hours after it."
            )


def _missed_words(flow: Flow, week: PlanWeek) -> str:
    """Return what becomes of a week without a session."""
    building = (WeekKind.BUILD, WeekKind.DELOAD)
    after = next((each for each in flow.weeks[week.number :] if each.kind in building), None)
    if after is None or after.step != week.step:
        return "No session that week: nothing is made up for."
    return f"No session that week: week {after.number} asks for the same."


def race_words(answers: Answers) -> str:
    """Return the race and how far it is, where that is known: "race, half marathon"."""
    far = answers.race_distance
    if far is None or far is RaceDistance.OTHER:
        return "race"
    return "race, half marathon" if far is RaceDistance.HALF else f"race, {far}"


def race_to_come(answers: Answers) -> str:
    """Return the race, how far it is and its day: "race, 10K, Sun 20 Dec"; empty for none."""
    return "" if answers.race is None else f"{race_words(answers)}, {day_words(answers.race)}"


def comeback_words(found: Comeback) -> str:
    """Return that a session is the first after a break, and what a hard run on its day asks for.

    Its loads and reps are held back by themselves; the run is the athlete's, so it is told.
    """
    hard = ", on a hard day: run easy (our own rule)" if found.is_hard else ""
    return f"The first session in {found.days} days{hard}."


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


BROKEN: Mapping[Rule, str] = {
    Rule.APART: "less than 48 hours from another session",
    Rule.QUALITY: "a hard run follows the day after, 24 hours are the least",
    Rule.LONG: "the long run follows the day after",
    Rule.RACE: "a race or time trial follows the day after",
    Rule.RACE_DAY: "a race or time trial is on that day",
    Rule.TAPER: "too near before the race: the last heavy set 7-10 days, the last jumps 4-5",
    Rule.AFTER_RACE: "too soon after the race",
    Rule.AFTER_TRIAL: "a 5K is the day before, and the legs are still tired",
    Rule.AFTER_ILL: "too soon after the illness for a set near the limit",
}
"""What a broken rule comes to, in words."""


def break_words(found: Break) -> str:
    """Return a rule that cannot be held, and by whom: "Sat 12 Dec: the long run follows..."."""
    whose = "the day you set" if found.session.by_hand else "your days leave no better one"
    return f"{day_words(found.session.day)}: {BROKEN[found.rule]} ({whose})."


def broken_lines(plan: Plan, flow: Flow, week: PlanWeek) -> Iterator[SheetLine]:
    """Yield which of our rules a week breaks, and by whom."""
    label = "broken"
    for hand in broken_by_hand(plan, flow.weeks):
        if hand.week == week.number:
            yield SheetLine(label, f"{hand.what} ({hand.by}).", "mark")
            label = ""
    for found in flow.breaks:
        if found.session.week == week.number:
            yield SheetLine(label, break_words(found), "mark")
            label = ""


def session_changed(plan: Plan, before: Sequence[PlanWeek], after: Sequence[PlanWeek]) -> str:
    """Return what another session made of a plan's weeks, in a sentence; empty for nothing.

    Args:
        plan: Whose.
        before: With the session as it was.
        after: With it as it is.
    """
    pairs = [(was, now) for was, now in zip(before, after, strict=False) if was != now]
    with_any = [(was, now) for was, now in pairs if now.sessions]
    if not with_any:
        return ""
    was, now = with_any[0]
    minutes = "" if was.minutes == now.minutes else f"{was.minutes} → {now.minutes} min"
    rounds = f"{was.rounds} → {plural(now.rounds, 'round')}"
    if was.rounds == now.rounds:
        rounds = "" if was.own_rounds == now.own_rounds else plural(now.rounds, "round")
    heavy = "B1 as you wrote it" if now.own_heavy else "B1 by the week"
    told = (minutes, rounds, heavy if was.own_heavy != now.own_heavy else "")
    over = {each.week for each in broken_by_hand(plan, after)}
    fresh = sorted(over - {each.week for each in broken_by_hand(plan, before)})
    limits = f"; {weeks_words(fresh)} over our limits" if fresh else ""
    said = ", ".join(filter(None, told))
    return f"In the plan, from week {now.number} on: {said}{limits}." if said else ""

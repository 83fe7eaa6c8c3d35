"""What every place has to tell alike, read from the lines that each of them draws."""

import re
from collections.abc import Iterable
from itertools import pairwise

from runlift_tui.core.athlete.level_sheet import rules
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan import form
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.outcome import outcome_lines
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.reserve import could_do, guided
from runlift_tui.core.routines.shipped import shipped
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.preview import preview
from runlift_tui.core.words.days import day_text, monday_of
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.plan.changes import PlanChanges
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.screens.plan.week_in_sight import WeekInSight
from runlift_tui.screens.runs.run_list import RunList

_RESERVE = re.compile(r"could do [\d+-]+ more")
_HOURS = re.compile(r"(\w+) (\d+):(\d\d) h")

_FAST = re.compile(r"sprints (\d+) min")


def reserves(text: str) -> set[str]:
    """Return what a text says that one could still do."""
    return set(_RESERVE.findall(text))


def a_reserve_is_the_same_everywhere(today: Today, coming: ComingSession) -> None:
    """Of each slot, on the card and in the routines; of each level, as its routine has it."""
    known = today.store.desk.shelf().exercises(archived=True)
    unit, start = today.athlete.unit, coming.start
    on_card = list(card(coming, unit))
    previewed = {
        step.label: step.text
        for step in preview(coming, unit).steps
        if not step.text.startswith("ramp")
    }
    for _, slot in start.routine.slots():
        exercise = known[slot.exercise]
        asked = set(filter(None, [could_do(guided(slot, exercise))]))
        at = on_card.index(f"{slot.label:<3} {safe_text(exercise.name)}") + 1
        assert reserves(on_card[at]) == asked, slot.label
        assert reserves(previewed[slot.label]) == asked, slot.label
    for level in Level:
        heavy = shipped(ARTICLE_ROUTINE, level).slot("B1")
        told = dict(rules(level, known))["B1"]
        assert reserves(told) == {could_do(guided(heavy, known[heavy.exercise]))}


def per_cent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def a_share_is_what_its_minutes_say(lines: Iterable[SheetLine], planned: Books) -> None:
    """Of what was planned, as the table has it; of what was done, as the hours below it have."""
    found = list(lines)
    told = {line.label: line.text for line in found if line.label in ("planned", "done")}
    assert f" {per_cent(planned.strength_share)} of " in told["planned"]
    for line, below in pairwise(found):
        if line.label == "done" and " %" in line.text:
            hours = {name: 60 * int(h) + int(m) for name, h, m in _HOURS.findall(below.text)}
            fast = sum(map(int, _FAST.findall(below.text)))
            share = hours["strength"] / (hours["run"] + hours["strength"] + fast)
            assert f" {per_cent(share)} of " in line.text


def a_share_is_the_same_everywhere(plans: PlansToday) -> None:
    """In the sheet of each week, and in what a plan came to."""
    for plan in plans.plans:
        now = plans.flow(plan)
        for number, week in enumerate(now.weeks):
            a_share_is_what_its_minutes_say(
                WeekInSight(plans, plan, now, number).sheet(), week.books
            )
        came = plans.outcome(plan)
        a_share_is_what_its_minutes_say(outcome_lines(plan, now, came), came.planned)


def a_form_promises_what_the_plan_will_be(today: Today) -> None:
    """Of the answers that stand in it at first, and of those of a plan that began this week."""
    plans = PlansToday(today)
    if plans.is_open:
        return
    store, level = today.store, today.athlete.level
    texts = form.suggested(level, store.runs.all(plans.day - form.NOTED), plans.day)
    for start in (texts["start"], day_text(monday_of(plans.day))):
        typed = {**texts, "start": start}
        answers, faults = form.read(typed, plans.day, plans.plans, plans.stage)
        if answers is None or faults:
            continue
        _, promised = plans.drafted(answers)
        changes = PlanChanges(PlansToday(today))
        changes.begin(answers)
        (kept,) = (plan for plan in plans.plans if plan.answers == answers)
        assert PlansToday(today).flow(kept) == promised
        changes.undo()


def a_gain_stands_under_the_runs(listed: RunList, gain: str) -> None:
    """Beside each run stands what the 5K did, where it did anything."""
    sheets = map(listed.sheet, range(len(listed.rows())))
    lines = [line for sheet in sheets for line in sheet if line.label == "5K"]
    told = {line.text for line in lines if "→" in line.text}
    assert told == ({gain} if gain and lines else set())

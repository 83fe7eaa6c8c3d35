"""What stands beside today, and under it, where a window is large: the week, and three cards."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from rich.cells import cell_len

from runlift_tui.core.home.home import done_lines, not_counted, of_last_day, trained_today
from runlift_tui.core.sets.told import DOUBT
from runlift_tui.core.words.days import day_words
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.widgets.base.pieces import Piece, Pieces
from runlift_tui.widgets.lines.cards import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift_tui.core.lists.charts import Chart
    from runlift_tui.core.progress.weeks import Week
    from runlift_tui.core.runs.five_k import FiveK
    from runlift_tui.core.runs.run import Run
    from runlift_tui.screens.home.today import Today

_TO_COME = (
    "WHAT WILL STAND HERE",
    "the last session set by set, minutes a week, the 5K:",
    "one session fills the first two, two races the third",
)
_LEAST_ROWS = 4
_WEEKS = timedelta(weeks=26)
"""So far the bars look back at most."""


class HomePast:
    """What was read of the past for home: after its first paint, and only what it has room for."""

    def __init__(self, today: Today) -> None:
        self._today = today
        self.five_k = ""
        """What the 5K did, in a line; empty until it was read, and where there is nothing."""
        self._fives: Sequence[FiveK] = ()
        self._runs: Sequence[Run] | None = None
        self.weeks: Sequence[Week] | None = None
        """The last weeks, oldest first; None until they were read."""

    def read_runs(self) -> None:
        """Read what was run, once."""
        if self._runs is not None:
            return
        from runlift_tui.core.runs.five_k import five_ks, summary_words
        from runlift_tui.core.runs.run import Trial

        entries = self._today.store.runs.entries()
        self._runs = [each.run for each in entries]
        self._fives = five_ks(each.said for each in entries if isinstance(each.said, Trial))
        self.five_k = summary_words(self._fives)

    def read_weeks(self) -> None:
        """Read the sessions of the last weeks, once."""
        from runlift_tui.core.progress.weeks import weeks_until

        store = self._today.store
        if self.weeks is not None:
            return
        today = store.today()
        try:
            recent = takewhile(lambda each: each.day > today - _WEEKS, store.past.sessions())
            self.weeks = weeks_until([each.bare for each in recent], today)
        except StoreError as error:
            store.past.report(error.what)
            self.weeks = ()

    def week(self) -> tuple[tuple[str, str], ...]:
        """Return the days of this week as lines."""
        from runlift_tui.core.athlete.athlete import distance_of
        from runlift_tui.core.home.this_week import this_week

        today = self._today
        trained = {each.day for each in today.facts.outings if each.trained}
        unit, plan = distance_of(today.athlete), today.plan_day()
        return this_week(today.store.today(), trained, self._runs or (), unit, plan)

    def cards(self) -> tuple[Card, ...]:
        """Return the last session, the minutes of the weeks and the 5K, as far as there are any."""
        if self._today.facts.sessions:
            found = self._last()
        else:
            found = [Card(_TO_COME[:1], lambda *_: _TO_COME[1:], len(_TO_COME) - 1)]
        if self.weeks and any(week.minutes for week in self.weeks):
            from runlift_tui.core.progress.weeks import minutes_chart

            found.append(_card(("MINUTES A WEEK",), minutes_chart(self.weeks)))
        if len(self._fives) > 1:
            from runlift_tui.core.runs.five_k import days_between, summaries
            from runlift_tui.core.runs.five_k_chart import five_k_chart

            # What it was of groups in studies has no room for its source here.
            chart = five_k_chart(self._fives)._replace(across=None)
            titles = tuple(f"5K  {said}" for said in summaries(self._fives))
            found.append(_card(titles, chart, days_between(self._fives)))
        return tuple(found)

    def _last(self) -> list[Card]:
        today, facts = self._today, self._today.facts
        now = today.now()
        offset = today.clock.utc_offset_min(now)
        last = of_last_day(facts)
        lines = done_lines(facts, today.athlete.unit, today.coming(today.choices).start)
        if last is None or not lines or trained_today(facts, now, offset):
            return []
        took = f", {last.minutes} min" if last.minutes else ""
        title = f"LAST TIME  {day_words(facts.outings[-1].day)}{took}"
        rows = [f"{slot}  {text}" for slot, text in lines]
        rows += [DOUBT] if any(not_counted(facts)) else []
        titles = (title, title.partition(",")[0], "LAST TIME")
        return [Card(titles, lambda _, height: rows if height >= len(rows) else (), len(rows))]


def _card(titles: tuple[str, ...], chart: Chart, below: str = "") -> Card:
    """Return a chart as a card; where it has too few rows, it tells nothing.

    Args:
        titles: The same said shorter and shorter.
        chart: What is drawn.
        below: What only the longest of them says; a row below each that is shorter.
    """
    from runlift_tui.widgets.charts.chart_view import drawn

    def rows(width: int, height: int) -> list[Pieces]:
        if height <= _LEAST_ROWS:
            return []
        above = [(Piece(below, "quiet"),)] if below and cell_len(titles[0]) > width else []
        return [*above, *drawn(chart, width, height - len(above))]

    return Card(titles, rows)

"""A run in one line of typing: what is understood, and what is refused and why."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from runlift_tui.core.runs.line import (
    RunLine,
    is_too_fast,
    is_too_slow,
    line_text,
    read_line,
)
from runlift_tui.core.runs.line_values import NotYet, Unknown
from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import MOST_RUN_M, MOST_RUN_S
from runlift_tui.core.words.units import Distance
from tests.rows import for_each

TODAY = date(2026, 11, 24)
"""A Tuesday."""
MI = 1609.344


def read(text: str, unit: Distance = Distance.KM) -> RunLine:
    return read_line(text, TODAY, unit)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@for_each(
    ("text", "line"),
    [
        ("today 8k 42:10 easy", RunLine(TODAY, RunKind.EASY, 8000, 2530)),
        ("yesterday 10 mi 1:21:00 long", RunLine(ago(1), RunKind.LONG, 16093.44, 4860)),
        ("sat 5.2 miles 45 min", RunLine(ago(3), RunKind.EASY, 8368.59, 2700)),
        ("2026-11-20 5000m 19:58 race", RunLine(ago(4), RunKind.RACE, 5000, 1198)),
        ("8k easy strides 6x20s", RunLine(TODAY, RunKind.EASY, 8000, None, 120)),
        ("tempo 40min effort 7", RunLine(TODAY, RunKind.TEMPO, None, 2400, None, 7)),
        ("half race 1:35:00 13 sep", RunLine(date(2026, 9, 13), RunKind.RACE, 21097.5, 5700)),
        ("5k parkrun 19:58.3", RunLine(TODAY, RunKind.RACE, 5000, 1198.3)),
        ("parkrun 24:05 sat", RunLine(ago(3), RunKind.RACE, 5000, 1445)),
        ("parkrun race 4:49/km", RunLine(TODAY, RunKind.RACE, 5000, 1445)),
        ("2k parkrun 9:58", RunLine(TODAY, RunKind.RACE, 2000, 598)),
        ("race 24:05", RunLine(TODAY, RunKind.RACE, None, 1445)),
        (
            "8k 42:10 note windy, 3 dogs",
            RunLine(TODAY, RunKind.EASY, 8000, 2530, note="windy, 3 dogs"),
        ),
        ("sprints 8x10s 30 min", RunLine(TODAY, RunKind.SPRINTS, None, 1800, 80)),
        (
            "8k 45:00 intervals 8x400m note hot",
            RunLine(TODAY, RunKind.INTERVALS, 8000, 2700, note="8x400m hot"),
        ),
    ],
)
def test_a_whole_line(text: str, line: RunLine) -> None:
    assert read(text) == line


@for_each(
    ("words", "day"),
    [
        ("", TODAY),
        ("today", TODAY),
        ("Today", TODAY),
        ("yesterday", ago(1)),
        ("day before yesterday", ago(2)),
        ("3 days ago", ago(3)),
        ("3d ago", ago(3)),
        ("1 day ago", ago(1)),
        ("tue", TODAY),
        ("tuesday", TODAY),
        ("last tue", ago(7)),
        ("mon", ago(1)),
        ("last mon", ago(1)),
        ("wed", ago(6)),
        ("weds", ago(6)),
        ("thurs", ago(5)),
        ("on sunday", ago(2)),
        ("20 nov", date(2026, 11, 20)),
        ("20nov", date(2026, 11, 20)),
        ("20th november", date(2026, 11, 20)),
        ("20. Nov", date(2026, 11, 20)),
        ("nov 20", date(2026, 11, 20)),
        ("Nov 20th 2025", date(2025, 11, 20)),
        ("20 nov 2025", date(2025, 11, 20)),
        ("30 jan", date(2026, 1, 30)),
        ("1 feb", date(2026, 2, 1)),
        ("2026/11/20", date(2026, 11, 20)),
        ("2026.11.20", date(2026, 11, 20)),
        ("sept 1", date(2026, 9, 1)),
        ("29 feb", date(2024, 2, 29)),
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-1-5", date(2026, 1, 5)),
        ("20/10", date(2026, 10, 20)),
        ("11/20/2026", date(2026, 11, 20)),
        ("20.11.", date(2026, 11, 20)),
        ("20.11.2025", date(2025, 11, 20)),
        ("Fri 2026-11-20", date(2026, 11, 20)),
        ("1950-01-01", date(1950, 1, 1)),
    ],
)
def test_days(words: str, day: date) -> None:
    assert read(f"{words} 8k").day == day
    assert read(f"8k {words}").day == day


@for_each(
    ("words", "metres"),
    [
        ("8k", 8000),
        ("8 k", 8000),
        ("8K", 8000),
        ("8km", 8000),
        ("8.25 km", 8250),
        ("8,25 km", 8250),
        ("8.2 kilometres", 8200),
        ("8 kilometers", 8000),
        ("5000m", 5000),
        ("5000 metres", 5000),
        ("60 metres", 60),
        ("1 mile", 1609.34),
        ("10mi", 16093.44),
        ("10 miles", 16093.44),
        ("half", 21097.5),
        ("half marathon", 21097.5),
        ("HM", 21097.5),
        ("marathon", 42195),
        ("8", 8000),
        ("8.5", 8500),
        ("5000", 5000),
        ("1500", 1500),
    ],
)
def test_distances(words: str, metres: float) -> None:
    assert read(words).metres == metres
    assert read(f"easy {words} today").metres == metres


@pytest.mark.parametrize(
    "text", ["Ran 8k, in 42:10; easy.", "8k easy + 42:10", "8k & 42:10 then easy!"]
)
def test_what_joins_words_is_passed_over(text: str) -> None:
    assert read(text) == RunLine(TODAY, RunKind.EASY, 8000, 2530)


def test_a_bare_number_is_in_the_athletes_unit() -> None:
    assert read("10 1:21:00", Distance.MI).metres == 16093.44
    assert read("10k", Distance.MI).metres == 10_000


@for_each(
    ("words", "seconds"),
    [
        ("42:10", 2530),
        ("0:42:10", 2530),
        ("1:21:00", 4860),
        ("81:00", 4860),
        ("45 min", 2700),
        ("45min", 2700),
        ("45 minutes", 2700),
        ("45'", 2700),
        ("45’", 2700),
        ("45min30", 2730),
        ("45'30\"", 2730),
        ("45m30s", 2730),
        ("45m30", 2730),
        ("1h", 3600),
        ("1 hour", 3600),
        ("1.5h", 5400),
        ("1h20", 4800),
        ("1h20min", 4800),
        ("1 h 20 min", 4800),
        ("1h5m", 3900),
        ("1h5m10s", 3910),
        ("1:20h", 4800),
        ("1:20 hours", 4800),
        ("2400s", 2400),
    ],
)
def test_times(words: str, seconds: float) -> None:
    assert read(f"{words} easy").seconds == seconds
    assert read(f"easy {words}").seconds == seconds


@for_each(
    ("text", "seconds"),
    [
        ("10 mi 1:21", 4860),  # nobody runs ten miles in 81 seconds
        ("800m 2:05 race", 125),
        ("1:21 easy", 4860),  # nobody notes down a run of a minute
        ("30:00 easy", 1800),
        ("8k 1:05", 3900),
        ("400m 1:05", 65),
    ],
)
def test_two_figures_are_minutes_unless_only_hours_make_sense(text: str, seconds: int) -> None:
    assert read(text).seconds == seconds


@for_each(
    ("text", "metres", "seconds"),
    [
        ("8k @5:16", 8000, 2528),
        ("8k 5:16/km", 8000, 2528),
        ("8k 5:16 /k", 8000, 2528),
        ("8k 5:16 min/km", 8000, 2528),
        ("8k 5:16 per km", 8000, 2528),
        ("10 mi @ 8:06/mi", 16093.44, 4860),
        ("50 min 5:00/km", 10_000, 3000),
    ],
)
def test_a_pace_gives_what_is_missing(text: str, metres: float, seconds: float) -> None:
    line = read(text)
    assert (line.metres, line.seconds) == (metres, seconds)


@for_each(
    ("words", "kind", "fast_s"),
    [
        ("", RunKind.EASY, None),
        ("easy run", RunKind.EASY, None),
        ("recovery", RunKind.EASY, None),
        ("jog", RunKind.EASY, None),
        ("long", RunKind.LONG, None),
        ("tempo", RunKind.TEMPO, None),
        ("threshold", RunKind.TEMPO, None),
        ("intervals", RunKind.INTERVALS, None),
        ("track", RunKind.INTERVALS, None),
        ("fartlek", RunKind.INTERVALS, None),
        ("hills", RunKind.HILLS, None),
        ("hill reps", None, None),
        ("race", RunKind.RACE, None),
        ("time trial", RunKind.RACE, None),
        ("tt", RunKind.RACE, None),
        ("sprints", RunKind.SPRINTS, None),
        ("sprints 90s", RunKind.SPRINTS, 90),
        ("strides 6x20s", RunKind.EASY, 120),
        ("6 x 20 s strides", RunKind.EASY, 120),
        ("6×0:20 strides", RunKind.EASY, 120),
        ("long strides 4x15s", RunKind.LONG, 60),
        ("tempo 10x6s sprints", RunKind.TEMPO, 60),
        ("easy strides 1x2min", RunKind.EASY, 120),
    ],
)
def test_kinds_and_strides(words: str, kind: RunKind | None, fast_s: int | None) -> None:
    if kind is None:
        with pytest.raises(Refused, match="two kinds of run"):
            read(f"8k {words}")
    else:
        line = read(f"8k {words}")
        assert (line.kind, line.fast_s) == (kind, fast_s)


@for_each("words", ["effort 7", "rpe 7", "effort 7/10", "7/10", "rpe7", "7 / 10"])
def test_effort(words: str) -> None:
    assert read(f"8k {words}").effort == 7


@for_each(
    ("text", "why"),
    [
        ("5k 3:00", "5.00 km in 3:00 is faster than anybody has run"),
        ("5k 2:30:00", "5.00 km in 2:30:00 is slower than walking"),
        ("tomorrow 8k", "tomorrow is still to come"),
        ("2026-11-25 8k", "2026-11-25 is still to come"),
        ("25 nov 2026 8k", "25 nov 2026 is still to come"),
        ("1949-12-31 8k", "1949-12-31 is before 1950"),
        ("2026-02-30 8k", "there is no day 2026-02-30"),
        ("30 feb 8k", "there is no day 30 feb"),
        ("31 apr 2026 8k", "there is no day 31 apr 2026"),
        ("3/4 8k", "3/4 can be two days, write 3 apr or 4 mar"),
        ("3/4/2026 8k", "3/4/2026 can be two days, write 3 apr 2026 or 4 mar 2026"),
        ("30/30 8k", "there is no day 30/30"),
        ("in 3 days 8k", "in 3 days is still to come"),
        ("today yesterday 8k", "today and yesterday are two days, leave one out"),
        ("8k 10k", "8k and 10k are two distances, leave one out"),
        ("8k 42:10 43:10", "42:10 and 43:10 are two times, leave one out"),
        ("8k 42:10 43 min", "there are two times in the line, leave one out"),
        ("8k easy tempo", "easy and tempo are two kinds of run, leave one out"),
        ("8k effort 6 effort 7", "effort 6 and effort 7 are two efforts, leave one out"),
        ("8k 42:10 7", "what 7 is, is not clear, write effort 7"),
        ("8k 42:10 70", "what 70 is, is not clear"),
        ("8k 42.10", "what 42.10 is, is not clear, write 42:10"),
        ("10 km 52", "what 52 is, is not clear, write 52 min"),
        ("10 km 9.75", "what 9.75 is, is not clear, write effort 9.75 "),
        ("8 10", "8 and 10 are two numbers without a unit, leave one out"),
        ("8k effort 11", "effort goes from 0 to 10, whole numbers only"),
        ("8k effort 6.5", "effort goes from 0 to 10, whole numbers only"),
        ("45m easy", "45m can be two things, write 45 min or 45 metres"),
        ("8k 42:70", "42:70 is no time, its last figures go to 59"),
        ("8k 1:61:00", "1:61:00 is no time, write 1:21:00"),
        ("8k 0:00/km", "0:00/km is no pace"),
        ("8k 42:10 5:00/km", "distance and time say the pace already, leave 5:00/km out"),
        ("0k", "0.00 km is no run: 50 metres to 500.00 km"),
        ("20 metres", "0.02 km is no run"),
        ("501k", "501.00 km is no run"),
        ("49h", "49:00:00 is no run: 5 seconds to 48 hours"),
        ("30 min strides 100x30s", "50:00 of strides do not fit into 30:00"),
        ("8k easy hard", "easy and hard are two kinds of run, leave one out"),
        ("tmpo 8k", '"tmpo" is not understood, did you mean tempo?'),
        ("yestreday 8k", '"yestreday" is not understood, did you mean yesterday?'),
        ("8k eesy", '"eesy" is not understood, did you mean easy?'),
        ("8k trail", '"trail" is not understood; behind the word note anything may stand'),
        ("8k treadmill", '"treadmill" is not understood; behind the word note'),
        ("8k rain", '"rain" is not understood; behind the word note'),
        ("8k ++", '"++" is not understood; behind the word note'),
        ("8k 42:10 [bold]", '"[bold]" is not understood'),
        ("-8k", '"-8k" is not understood'),
    ],
)
def test_what_cannot_be_is_said_by_name(text: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert why in str(refused.value)
    assert not isinstance(refused.value, NotYet)


@for_each(
    ("text", "missing"),
    [
        ("", "say how far or how long, as 8k 42:10"),
        ("today easy", "say how far or how long, as 8k 42:10"),
        ("5:00/km", "say how far or how long, beside the pace"),
        ("8k easy strides", "say how long the strides were, as 6x20s"),
        ("8k 42:10 hard run", "a hard run is tempo, intervals or hills: say which"),
    ],
)
def test_what_is_missing_is_no_mistake(text: str, missing: str) -> None:
    with pytest.raises(NotYet, match=missing):
        read(text)


def test_a_word_is_told_as_it_was_typed_and_harmless() -> None:
    with pytest.raises(Unknown) as refused:
        read("8k \x1b[31mred")
    assert "\x1b" not in str(refused.value)


def test_a_very_long_note_is_refused_and_not_cut() -> None:
    with pytest.raises(Refused, match="the note has 2001 characters, and 2000 is the most"):
        read(f"8k note {'x' * 2001}")


_notes = st.text(max_size=40).map(lambda text: " ".join(text.split()))


@st.composite
def lines(draw: st.DrawFn) -> RunLine:
    """Draw what a line can say."""
    kind = draw(st.sampled_from(RunKind))
    cm = draw(st.none() | st.integers(5000, MOST_RUN_M * 100))
    whole = st.integers(5, MOST_RUN_S).map(float)
    tenths = st.integers(50, MOST_RUN_S * 10).map(lambda each: each / 10)
    seconds = draw(st.none() | (tenths if kind is RunKind.RACE else whole))
    metres = None if cm is None else cm / 100
    assume(metres is not None or seconds is not None)
    if metres is not None and seconds is not None:
        assume(not is_too_fast(metres, seconds) and not is_too_slow(metres, seconds))
    most = int(seconds) if seconds is not None else 3600
    return RunLine(
        day=draw(st.dates(date(1950, 1, 1), TODAY)),
        kind=kind,
        metres=metres,
        seconds=seconds,
        fast_s=draw(st.none() | st.integers(1, most)),
        effort=draw(st.none() | st.integers(0, 10)),
        note=draw(_notes),
    )


@given(lines(), st.sampled_from(Distance), st.sampled_from(Distance))
def test_a_run_typed_again_is_the_same(line: RunLine, own: Distance, later: Distance) -> None:
    assert read_line(line_text(line, own), TODAY, later) == line


_words = st.sampled_from(
    [
        "today",
        "8k",
        "42:10",
        "easy",
        "6x20s",
        "strides",
        "7",
        "note",
        "1:",
        "@",
        "5:16/km",
        "m",
        "20",
    ]
)


@given(st.text(max_size=60) | st.lists(_words | st.text(max_size=6), max_size=8).map(" ".join))
def test_no_text_raises_anything_but_its_refusal(text: str) -> None:
    with suppress(Refused):
        line = read(text)
        assert line.metres is not None or line.seconds is not None
        assert line.day <= TODAY
        assert read(line_text(line, Distance.KM)) == line


@given(st.permutations(["sat", "10k", "41:12", "race", "effort 9"]))
def test_words_stand_in_any_order(words: list[str]) -> None:
    assert read(" ".join(words)) == RunLine(ago(3), RunKind.RACE, 10_000, 2472, None, 9)


@for_each(
    ("text", "kind"),
    [
        ("8k easy run", RunKind.EASY),
        ("18k long run", RunKind.LONG),
        ("8k 42:10 hard tempo", RunKind.TEMPO),
        ("intervals 8k, a hard run", RunKind.INTERVALS),
    ],
)
def test_runs_are_called_as_the_plan_calls_them(text: str, kind: RunKind) -> None:
    assert read(text).kind is kind

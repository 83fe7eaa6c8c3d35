"""A day as it is typed: one grammar for a run's line, for a card and for a plan."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.plan.form import read as read_form
from runlift_tui.core.plan.form import suggested
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.words.days import MONTHS, day_of, day_text, weekdays_words
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.moment import typed_when
from runlift_tui.core.words.typed_days import (
    WORDS,
    Toward,
    typed_day,
    weekdays_of,
)
from runlift_tui.core.words.units import Distance
from tests.rows import for_each

TODAY = date(2026, 11, 24)
"""A Tuesday."""
NOON = 1_795_521_600_000
"""Of that day, in UTC."""
PAST, FUTURE, EITHER = Toward.PAST, Toward.FUTURE, Toward.EITHER


def of_a_run(text: str) -> date:
    return read_line(f"{text} 8k", TODAY, Distance.KM).day


def of_a_card(text: str) -> date:
    return day_of(typed_when(f"{text} 9:00", NOON, lambda _: 0), 0)


def of_a_race(text: str) -> date:
    """Return a race's day; a plan is for the weeks to come."""
    texts = suggested(Level.BEGINNER, (), TODAY)
    answers, faults = read_form(texts | {"race": text}, TODAY, (), 0)
    if answers is None:
        raise Refused(faults[0].what)
    assert answers.race is not None
    return answers.race


@for_each(
    ("text", "past", "future"),
    [
        ("today", TODAY, TODAY),
        ("Tue", TODAY, TODAY),
        ("sat", date(2026, 11, 21), date(2026, 11, 28)),
        ("satur", date(2026, 11, 21), date(2026, 11, 28)),
        ("on Saturday", date(2026, 11, 21), date(2026, 11, 28)),
        ("24 nov", TODAY, TODAY),
        ("20 nov", date(2026, 11, 20), date(2027, 11, 20)),
        ("20nov", date(2026, 11, 20), date(2027, 11, 20)),
        ("on the 20 nov", date(2026, 11, 20), date(2027, 11, 20)),
        ("for 20 nov", date(2026, 11, 20), date(2027, 11, 20)),
        ("nov 20th", date(2026, 11, 20), date(2027, 11, 20)),
        ("20. November", date(2026, 11, 20), date(2027, 11, 20)),
        ("20.11.", date(2026, 11, 20), date(2027, 11, 20)),
        ("20/11", date(2026, 11, 20), date(2027, 11, 20)),
        ("11/20", date(2026, 11, 20), date(2027, 11, 20)),
        ("31 jan", date(2026, 1, 31), date(2027, 1, 31)),
        ("29 feb", date(2024, 2, 29), date(2028, 2, 29)),
    ],
)
def test_of_two_days_the_one_on_the_side_asked_for(text: str, past: date, future: date) -> None:
    assert (typed_day(text, TODAY, PAST), typed_day(text, TODAY, FUTURE)) == (past, future)
    assert typed_day(text, TODAY, EITHER) == future


BEFORE = [
    ("yesterday", date(2026, 11, 23)),
    ("day before yesterday", date(2026, 11, 22)),
    ("the day before yesterday", date(2026, 11, 22)),
    ("a day ago", date(2026, 11, 23)),
    ("3 days ago.", date(2026, 11, 21)),
    ("3 days ago", date(2026, 11, 21)),
    ("3d ago", date(2026, 11, 21)),
    ("2 weeks ago", date(2026, 11, 10)),
    ("a week ago", date(2026, 11, 17)),
    ("three months ago", date(2026, 8, 24)),
    ("last tue", date(2026, 11, 17)),
    ("last mon", date(2026, 11, 23)),
    ("20 nov 2025", date(2025, 11, 20)),
    ("Nov 20, 2025", date(2025, 11, 20)),
    ("2026-11-20", date(2026, 11, 20)),
    ("2026/11/20", date(2026, 11, 20)),
    ("20261120", date(2026, 11, 20)),
    ("20.11.2025", date(2025, 11, 20)),
    ("3.4.2025", date(2025, 4, 3)),
    ("31/12/2025", date(2025, 12, 31)),
    ("12/31/2025", date(2025, 12, 31)),
    ("5/5/2025", date(2025, 5, 5)),
    ("Fri 20 nov 2026", date(2026, 11, 20)),
    ("2026-11-20 Fri", date(2026, 11, 20)),
    ("fri. 2026-11-20", date(2026, 11, 20)),
]
AFTER = [
    ("tomorrow", date(2026, 11, 25)),
    ("day after tomorrow", date(2026, 11, 26)),
    ("in 3 days", date(2026, 11, 27)),
    ("in 10 weeks", date(2027, 2, 2)),
    ("in two weeks", date(2026, 12, 8)),
    ("in 3 months", date(2027, 2, 24)),
    ("3 weeks from now", date(2026, 12, 15)),
    ("next tue", date(2026, 12, 1)),
    ("this thu", date(2026, 11, 26)),
    ("next wed", date(2026, 11, 25)),
    ("31 jan 2027", date(2027, 1, 31)),
    ("31/1/2027", date(2027, 1, 31)),
    ("Sun, 31 January 2027", date(2027, 1, 31)),
]


@for_each(("text", "day"), BEFORE)
def test_what_lies_in_the_past(text: str, day: date) -> None:
    assert typed_day(text, TODAY, PAST) == typed_day(text, TODAY, EITHER) == day
    assert of_a_run(text) == of_a_card(text) == day
    with pytest.raises(Refused, match="lies in the past"):
        typed_day(text, TODAY, FUTURE)


@for_each(("text", "day"), AFTER)
def test_what_is_to_come(text: str, day: date) -> None:
    assert typed_day(text, TODAY, FUTURE) == typed_day(text, TODAY, EITHER) == day
    with pytest.raises(Refused, match="is still to come"):
        typed_day(text, TODAY, PAST)


@for_each(
    ("text", "days"),
    [("+14", 14), ("+2 weeks", 14), ("+ 2w", 14), ("+3d", 3), ("-3 days", -3), ("−1 week", -7)],
)
def test_so_many_days_on_or_back_with_a_sign(text: str, days: int) -> None:
    toward = PAST if days < 0 else FUTURE
    assert typed_day(text, TODAY, toward) == TODAY + timedelta(days=days)
    assert (of_a_card if days < 0 else of_a_race)(text) == TODAY + timedelta(days=days)


def test_months_on_end_with_their_last_day() -> None:
    assert typed_day("+1 month", date(2027, 1, 31), FUTURE) == date(2027, 2, 28)
    assert typed_day("-14 months", date(2027, 1, 31), PAST) == date(2025, 11, 30)


@for_each(
    ("text", "why"),
    [
        ("3/4/2027", "3/4/2027 can be two days, write 3 apr 2027 or 4 mar 2027"),
        ("3/4", "3/4 can be two days, write 3 apr or 4 mar"),
        ("31/4/2027", "there is no day 31/4/2027"),
        ("13/13/2027", "there is no day 13/13/2027"),
        ("30/2", "there is no day 30/2"),
        ("2027-02-30", "there is no day 2027-02-30"),
        ("30 feb", "there is no day 30 feb"),
        ("20.13.2027", "there is no day 20.13.2027"),
        ("31/12/25", "write the year of 31/12/25 with four figures"),
        ("sat 2027-01-31", "2027-01-31 is Sun 31 Jan 2027, no sat"),
    ],
)
@for_each("read", [of_a_run, of_a_card, of_a_race])
def test_what_cannot_be_is_refused_in_the_same_words(
    read: Callable[[str], date], text: str, why: str
) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert str(refused.value) == why


@for_each("read", [of_a_card, of_a_race])
@for_each("text", ["soon", "8", "-5", "- 5", "today yesterday", "sat sun", "202611"])
def test_what_is_no_day_is_told_what_is_one(read: Callable[[str], date], text: str) -> None:
    with pytest.raises(Refused, match=f"{text} is no day: write sat, 20 nov or 2026-11-20"):
        read(text)


def test_a_date_of_the_year_before_that_comes_in_weeks_wants_its_year() -> None:
    with pytest.raises(Refused, match="if you mean it, write 1 dec 2025"):
        typed_day("Tue 1 dec", TODAY, PAST)
    assert typed_day("1 dec 2025", TODAY, PAST) == date(2025, 12, 1)


def test_what_no_diary_holds_is_refused() -> None:
    with pytest.raises(Refused, match="1949-12-31 is before 1950"):
        typed_day("1949-12-31", TODAY, EITHER)


@for_each(
    ("text", "days"),
    [
        *(
            ("tue, thu", (1, 3)),
            ("Sunday tu", (1, 6)),
            ("weds", (2,)),
            ("none", ()),
            ("w/f", (2, 4)),
        ),
        *(
            ("mon-fri", (0, 1, 2, 3, 4)),
            ("tue – thu, sun", (1, 2, 3, 6)),
            ("sat to mon", (0, 5, 6)),
        ),
        *(("tuesdays", (1,)), ("Mondays & Weds.", (0, 2)), ("weekdays", (0, 1, 2, 3, 4))),
        *(("daily", tuple(range(7))), ("every day", tuple(range(7))), ("weekends", (5, 6))),
        *(("Monday, Wednesday & Saturday", (0, 2, 5)), ("mon, wed and sat", (0, 2, 5))),
    ],
)
def test_weekdays(text: str, days: tuple[int, ...]) -> None:
    assert weekdays_of(text) == days
    assert weekdays_of(weekdays_words(days)) == days


def test_every_word_that_is_suggested_is_read() -> None:
    for word in set(WORDS) - {"last", "ago"}:
        is_month = word[:3].title() in MONTHS
        day = typed_day(f"20 {word}" if is_month else word, TODAY, EITHER)
        assert abs(day - TODAY) < timedelta(days=366)


@given(st.dates(date(1950, 1, 1), TODAY), st.sampled_from(Toward))
def test_a_day_as_it_is_shown_can_be_typed(day: date, toward: Toward) -> None:
    today = TODAY if toward is PAST else date(1950, 1, 1)
    for text in (day.isoformat(), day_text(day), f"{day:%d.%m.%Y}", f"{day:%Y%m%d}"):
        assert typed_day(text, today, toward) == day


_piece = st.sampled_from(["last", "next", "sat", "20", "nov", "3", "days", "ago", "in", "/", "."])


@given(
    st.text(max_size=20) | st.lists(_piece, max_size=6).map(" ".join),
    st.sampled_from(Toward),
)
def test_no_text_raises_anything_but_its_refusal(text: str, toward: Toward) -> None:
    with suppress(Refused):
        day = typed_day(text, TODAY, toward)
        assert toward is not PAST or day <= TODAY
        assert toward is not FUTURE or day >= TODAY


@for_each("text", ["s", "and", "mon-", "mon-xyz", "everything", "dayss", "&", "t-f"])
def test_what_is_no_weekday_is_refused(text: str) -> None:
    with suppress(Refused):
        assert weekdays_of(text) == ()


@for_each("text", ["in ten weeks", "10 weeks", "ten weeks", "70 days", "+10 weeks"])
def test_a_race_is_so_many_weeks_ahead(text: str) -> None:
    assert of_a_race(text) == TODAY + timedelta(weeks=10)


@for_each("toward", [PAST, EITHER])
def test_weeks_alone_are_asked_about_where_they_can_lie_on_either_side(toward: Toward) -> None:
    with pytest.raises(Refused, match="write in 10 weeks or 10 weeks ago"):
        typed_day("10 weeks", TODAY, toward)

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.athlete.facts import LastSession
from runlift_tui.core.face.before import last_lines
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.sets.last import LastSet, LastTime, last_set
from runlift_tui.core.sets.pain import hurt_words
from runlift_tui.core.words.units import Unit
from runlift_tui.store.history.year_summary import Summary, add_up, facts, summarise
from tests.core.builders import Athlete, main, started
from tests.core.past import view
from tests.rows import for_each
from tests.store.examples import done, from_iso
from tests.store.examples import session as document


def session(id_: str, day: str, *sets: dict[str, Any]) -> PastSession:
    return view(document(id_, day, *sets))


def at(day: str, time: str = "17:00") -> int:
    return from_iso(f"{day}T{time}:00.000Z")


FIRST = session(
    "a",
    "2025-12-30",
    done("B1", "split-squat", 6, load_kg=24.0, ended="2025-12-30T17:20:00.000Z"),
    done("B2", "jumping-lunge", 3, contacts=6, ended="2025-12-30T17:25:00.000Z"),
    done("B1", "split-squat", 5, load_kg=24.0),
    done("B3", "step-up", 0, skipped="time"),
)
SECOND = session("b", "2026-01-02", done("B1", "step-up", 8), done("A1", "split-squat", 10))


def test_the_day_of_a_session_is_that_of_its_begin_on_the_clock_of_then() -> None:
    """Half past eleven at night in New York until after midnight, wherever they are now."""
    night = {"started": "2026-11-24T04:30:00.000Z", "finished": "2026-11-24T05:20:00.000Z"}
    late = view(document("n", "2026-11-24", *FIRST.rows, utc_offset_min=-300, **night))
    known = facts(summarise([late]))
    assert late.day == known.outings[-1].day == known.last_day == date(2026, 11, 23)


def test_nothing_adds_up_to_nothing() -> None:
    assert summarise([]) == add_up([]) == Summary()


def test_first_and_last_say_what_the_home_screen_says() -> None:
    summary = summarise([FIRST, SECOND])
    assert (summary.sessions, summary.first) == (2, at("2025-12-30"))
    assert summary.last is not None
    assert sum(len(each.sets) for each in summary.last.done) == summary.last.sets
    assert structs.replace(summary.last, done=()) == LastSession(
        id="b",
        routine_name="Runner's lower body",
        finished=at("2026-01-02", "18:00"),
        sets=2,
        minutes=0,
    )
    first = summarise([FIRST]).last
    assert first is not None
    assert (first.sets, first.minutes) == (3, 5)


def test_last_time_is_by_slot_and_exercise() -> None:
    slots = summarise([FIRST, SECOND]).slots
    assert sorted(slots) == ["A1/split-squat", "B1/split-squat", "B1/step-up", "B2/jumping-lunge"]
    sets = (LastSet(reps=6, load_kg=24.0), LastSet(reps=5, load_kg=24.0))
    assert slots["B1/split-squat"] == LastTime(
        slot="B1", exercise="split-squat", sets=sets, when=at("2025-12-30")
    )
    newest = [each.when or 0 for each in facts(summarise([FIRST, SECOND])).last_times]
    assert newest == sorted(newest, reverse=True)


def test_the_last_two_sessions_of_a_slot_are_kept_and_the_times_of_one() -> None:
    def times(day: int) -> dict[str, str]:
        return {
            end: f"2026-01-{day:02}T17:{n}:00.000Z" for n, end in ((18, "started"), (20, "ended"))
        }

    days = [
        session("x", f"2026-01-{day:02}", done("B1", "step-up", day, name="Step-up", **times(day)))
        for day in (2, 5, 9)
    ]
    for summary in (summarise(days), add_up([summarise(days[:2]), summarise(days[2:])])):
        found = summary.slots["B1/step-up"]
        assert found.before == (LastSet(reps=5),)
        assert found.sets == (LastSet(reps=9, took_s=120),)


def test_a_session_that_was_rushed_through_or_typed_from_a_card_says_nothing_of_the_pace() -> None:
    def lasting(day: int, seconds: int | None) -> PastSession:
        begun = f"2026-01-{day:02}T17:18:00.000Z"
        ended = None if seconds is None else f"2026-01-{day:02}T17:18:{seconds:02}.000Z"
        times = {"started": ended and begun, "ended": ended}
        return session("x", f"2026-01-{day:02}", done("B1", "step-up", day, **times))

    days = [lasting(2, 40), lasting(5, 3), lasting(9, None), lasting(12, 2)]
    for cut in range(len(days) + 1):
        found = add_up([summarise(days[:cut]), summarise(days[cut:])]).slots["B1/step-up"]
        assert found.sets == (LastSet(reps=12, took_s=40),), "the last one that is believable"


def test_the_sets_to_beat_are_few_and_no_fast_one_is_among_them() -> None:
    sets = [done("B1", "step-up", reps, load_kg=kg) for reps, kg in ((8, 20.0), (6, 24.0), (5, 20))]
    fast = done("B2", "step-up", 30, half_of="B1")
    found = summarise([session("x", "2026-01-02", *sets, fast)]).best["step-up"]
    assert found == (LastSet(reps=8, load_kg=20.0), LastSet(reps=6, load_kg=24.0))


def test_the_last_landing_is_that_of_a_set_with_contacts() -> None:
    assert summarise([FIRST, SECOND]).jumps == at("2025-12-30", "17:25")
    assert summarise([SECOND]).jumps is None


@given(st.integers(0, 6), st.permutations(range(6)))
def test_years_add_up_to_the_whole(cut: int, order: list[int]) -> None:
    sessions = [
        session(
            str(n),
            f"2026-01-{n + 1:02d}",
            done("B1", f"exercise-{order[n] % 3}", n, contacts=order[n] % 2),
            done(f"B{order[n] % 2}", "step-up", n, load_kg=float(order[n] % 4), rir=n % 3),
        )
        for n in range(6)
    ]
    assert add_up([summarise(sessions[:cut]), summarise(sessions[cut:])]) == summarise(sessions)


def test_the_gates_see_the_worst_of_a_session() -> None:
    sets = (
        done("B1", "step-up", 6, rir=3),
        done("B1", "step-up", 5, rir=1, pain=2),
        done("B2", "jump", 3, half_of="B1"),
        done("B3", "bridge", 0, skipped="form", pain=4),
    )
    (outing,) = summarise([session("x", "2026-01-02", *sets)]).recent
    assert (outing.heavy_reps, outing.heavy_rir, outing.pain) == (5, 1, 4)
    assert (outing.poor_form, outing.fast) == (True, "jump")


def test_what_hurt_is_told_by_its_newest_answer_and_comes_back_with_what_did_not() -> None:
    def b1(load_kg: float, **more: Any) -> dict[str, Any]:
        return done("B1", "split-squat", 8, load_kg=load_kg, implements=2, **more)

    first = session("a", "2025-12-31", b1(24.0), b1(28.0, pain=5), done("B3", "step-up", 8))
    second = session("b", "2026-01-02", b1(24.0, pain=3))
    hurt = facts(summarise([first]))
    (time,) = (each for each in hurt.last_times if each.exercise == "split-squat")
    assert (time.pain, time.eases, time.hurt_kg) == (5, True, 28.0)
    assert hurt_words(hurt.pains, "split-squat") == "hurt 5 of 10 last time"
    apart, whole = add_up([summarise([first]), summarise([second])]), summarise([first, second])
    assert apart == whole
    now = facts(whole)
    assert hurt_words(now.pains, "split-squat") == "hurt 3 of 10 last time"
    (time,) = (each for each in now.last_times if each.exercise == "split-squat")
    assert (time.hurt, time.pain, time.eases) == (True, 3, False)


@for_each(
    ("rounds", "found"),
    [
        ((2,), ((2, 8), (2, 8), (2, 8))),
        ((1, 3), ((1, 8), (1, 8), (3, 9))),
        ((None, None), ((1, 8), (2, 9), (2, 9))),
    ],
)
def test_a_set_of_last_time_is_of_the_round_that_it_was(
    rounds: tuple[int | None, ...], found: tuple[tuple[int, int], ...]
) -> None:
    sets = [done("B4", "step-up", 7 + n, round=each) for n, each in enumerate(rounds, 1)]
    skipped = done("B4", "step-up", 0, round=1, skipped="time")
    last = facts(summarise([session("x", "2026-01-02", skipped, *sets)])).last_times
    for now, (round_, reps) in enumerate(found, 1):
        each = last_set(last, "B4", "step-up", now)
        assert each is not None
        assert (each.round, each.reps) == (round_, reps)
        athlete = Athlete(started(last=_last("B4", each)))
        athlete.walk_to(main(now, "B4"))
        (line,) = last_lines(athlete.session, athlete.step, Unit.KG)
        assert line.label == f"last time, round {round_}"
        short = "last" if round_ == now else f"last, round {round_}"
        assert line.brief == f"{short}  {reps}", "a narrow window has one row for it"


def _last(slot: str, each: LastSet) -> tuple[LastTime, ...]:
    exercise = next(s.exercise for _, s in started().routine.slots() if s.label == slot)
    return (LastTime(slot=slot, exercise=exercise, sets=(each,)),)


def test_what_hurt_on_the_way_up_is_no_less_pain_of_the_exercise() -> None:
    light = {"slot": "B1", "left": 5, "right": 5, "load_kg": 12.0, "pain": 5}
    sets = (done("A1", "dead-bug", 8), done("B1", "split-squat", 8, skipped="time"))
    found = summarise([view({**document("a", "2026-01-02", *sets), "ramp": [light]})])
    assert found.recent[0].pain == 5
    assert hurt_words(facts(found).pains, "split-squat") == "hurt 5 of 10 last time"


def test_the_whole_session_of_a_day_stays_with_a_part_behind_it_and_with_that_alone() -> None:
    def of(id_: str, day: str, sets: int) -> PastSession:
        planned = [{"slot": "B1", "exercise": "split-squat", "rounds": 4}]
        rows = [done("B1", "split-squat", 6) for _ in range(sets)]
        return view({**document(id_, day, *rows), "planned": planned})

    whole, part, again = (
        of("a", "2026-01-02", 4),
        of("b", "2026-01-02", 1),
        of("c", "2026-01-02", 1),
    )
    for after in ([part], [part, again]):
        last = summarise([whole, *after]).last
        assert last is not None
        assert (last.id, last.sets) == (after[-1].id, 1)
        assert last.fuller is not None
        assert (last.fuller.id, last.fuller.sets, last.fuller.fuller) == ("a", 4, None)
    for others in ([part, whole], [whole, of("d", "2026-01-03", 1)], [part], [whole]):
        last = summarise(others).last
        assert last is not None
        assert last.fuller is None

"""The best sets of the page that looks back are those that the sessions called so."""

from random import Random

import pytest
from msgspec import structs

from runlift_tui.core.history.document import document
from runlift_tui.core.progress.records import records_of
from runlift_tui.core.session.commands import Finish
from runlift_tui.core.session.new_bests import BEST_YET, best_words, new_bests
from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.store.history.year_summary import summarise
from tests.core.builders import Athlete, main, reps, started
from tests.core.past import DAY_MS, MONDAY, outing, row, sessions


def trained(kept: list[Document], day: int, chance: Random) -> Athlete:
    """Train a session after others, with sets as chance has them."""
    before = summarise(sessions(*kept))
    found = Athlete(structs.replace(started(), id=f"{day}", best=before.best))
    for round_ in (1, 2, 3):
        for slot in ("B1", "B3"):
            done = reps(chance.randint(4, 9))
            done |= {Field.LOAD_KG: chance.choice((16.0, 20.0, 24.0, 28.0))}
            if slot == "B1":
                done |= {Field.RIR: chance.randint(1, 3)}
            found.walk_past(main(round_, slot), done)
    found.say(Finish())
    return found


@pytest.mark.parametrize("seed", range(4))
def test_what_a_session_calls_a_best_set_the_page_does_and_no_other(seed: int) -> None:
    chance, kept = Random(seed), list[Document]()
    marked = 0
    for day in range(4):
        session = trained(kept, day, chance).session
        at = iso(MONDAY + day * DAY_MS)
        kept.append(document(session) | {"started": at, "utc_offset_min": 0})
        said = [
            (done.exercise, done.load_kg, done.left, words.removeprefix(f"{BEST_YET} by "))
            for key, done in session.done.items()
            if (words := best_words(new_bests(session, key), done))
        ]
        newest = sessions(*kept)[-1].day
        shown = [
            (each.exercise, each.done.load_kg, each.done.left, " and ".join(each.by))
            for each in records_of(sessions(*kept))
            if each.day == newest and not each.is_first
        ]
        assert sorted(map(_plain, shown)) == sorted(map(_plain, said))
        marked += len(said)
    assert marked > 3


def _plain(row: tuple[object, ...]) -> str:
    """Return a set and by what it is the best; the page has fewer words for an estimate."""
    *what, by = row
    return f"{what} {str(by).replace('estimated ', '')}"


def test_two_best_sets_of_one_day_are_both_there() -> None:
    first = row(left=8, right=8, load_kg=24.0)
    more, heavier = row(left=10, right=10, load_kg=24.0), row(left=8, right=8, load_kg=28.0)
    found = records_of(sessions(outing(0, first), outing(2, more, heavier)))
    assert [each.by for each in found] == [("reps",), ("load",)]


def test_heavier_than_what_hurt_that_day_is_no_best_set() -> None:
    first = outing(0, row(left=8, right=8, load_kg=24.0, implements=2))
    day = outing(
        2,
        row(left=8, right=8, load_kg=24.0, implements=2, pain=4),
        row(left=8, right=8, load_kg=32.0, implements=2, round=2),
    )
    (found,) = records_of(sessions(first, day))
    assert found.is_first


def test_what_is_easy_or_fast_is_no_best_set() -> None:
    some = [
        row(block="warm-up", left=8, right=8),
        row("hop", half_of="B1", left=8, right=8),
        row("step-up", left=8, right=8, skipped="time"),
    ]
    assert records_of(sessions(outing(0, *some), outing(1, *some))) == ()

"""Putting the past right on the screen: keys in, what the disk has of it out."""

import threading
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.screens.exercises.choosing import ExerciseChoosing
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.history.past_session import PastSessionScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts.typing_in import TypingScreen
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.journal.segment import Segment, list_segments
from runlift_tui.widgets.lines.one_line import OneLine
from runlift_tui.widgets.lists.listing import Listing
from tests.benchmarks.made import fill
from tests.core.past import outing, row
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.progress.test_exercise import fill as keep_past
from tests.screens.session.test_held_keys import keep_down

UNTIL_MS = 1_795_500_000_000


@pytest.fixture
async def g(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Gym]:
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    async with gym(tmp_path, clock) as found:
        await found.press("h")
        yield found


def disk(g: Gym) -> list[dict[str, Any]]:
    """Return the past as anyone reads it from the folder."""
    return list(Past(g.store.folder.path).documents())


def told(g: Gym) -> str:
    return str(g.screen.query_one("#told").render())


async def test_effort_is_kept_and_undone(g: Gym) -> None:
    before = disk(g)
    await g.press("enter", "9")
    assert g.is_on(TypingScreen)
    await g.press("enter")
    assert told(g) == "Kept: effort 9. u undoes it."
    assert disk(g)[0] == {**before[0], "effort": 9}
    assert list_segments(g.store.folder.journal)
    await g.press("u")
    assert disk(g) == before
    await g.press("U")
    assert disk(g)[0]["effort"] == 9
    await g.press("escape", "escape")
    assert isinstance(g.screen, HistoryScreen)
    assert "effort 9" in g.text()
    await g.press("escape")
    assert g.is_on(HomeScreen)
    assert not list_segments(g.store.folder.journal)
    assert disk(g)[0]["effort"] == 9


async def test_what_cannot_be_is_refused_and_the_old_value_stays(g: Gym) -> None:
    before = disk(g)
    await g.press("enter", "down", "enter", "9")
    await g.type("999")
    await g.press("enter")
    assert g.is_on(TypingScreen)
    assert "reps go from 0 to 300" in g.text()
    await g.press("escape")
    assert disk(g) == before


async def test_one_more_set_of_the_session_asks_first_like_which(g: Gym) -> None:
    before = disk(g)
    await g.press("enter", "n")
    lines = g.screen.query_one("#lines", Listing)
    assert lines.chosen == len(lines.rows) - 1
    assert told(g) == "Choose the set that it was like: n adds one more."
    assert disk(g) == before
    await g.press("n")
    assert len(disk(g)[0]["sets"]) == len(before[0]["sets"]) + 1


async def test_a_set_more_and_a_set_less(g: Gym) -> None:
    before = disk(g)[0]["sets"]
    await g.press("enter", "down", "n")
    after = disk(g)[0]["sets"]
    assert len(after) == len(before) + 1
    at = g.screen.query_one("#lines", Listing).chosen - 1
    assert after[at]["slot"] == before[0]["slot"]
    assert after[at]["round"] not in [r["round"] for r in before if r["slot"] == "A1"]
    await g.press("d")
    assert disk(g)[0]["sets"] == before
    await g.press("d")
    assert len(disk(g)[0]["sets"]) == len(before) - 1
    await g.press("u", "u", "u")
    assert disk(g)[0]["sets"] == before


async def test_values_typed_fast_all_count(g: Gym) -> None:
    before = disk(g)[0]["sets"]
    await g.press("enter", "down")
    for key in ("n", "n", "n"):
        g.send(key)
    await g.settled()
    assert len(disk(g)[0]["sets"]) == len(before) + 3


async def test_a_session_is_deleted_and_comes_back(g: Gym) -> None:
    before = disk(g)
    await g.press("d")
    assert "u brings it back" in told(g)
    assert disk(g) == before[1:]
    assert len(g.screen.query_one(Listing).rows) == 2
    await g.press("u")
    assert disk(g) == before
    assert len(g.screen.query_one(Listing).rows) == 3
    await g.press("down", "enter", "d")
    assert isinstance(g.screen, HistoryScreen)
    assert disk(g) == [before[0], before[2]]
    await g.press("escape", "h", "u")
    assert disk(g) == before
    assert told(g).startswith("Undone: Deleted 2026-11-20 Fri")


async def test_all_deleted(g: Gym) -> None:
    await g.press("d", "d", "d", "d", "enter", "w", "escape")
    assert isinstance(g.screen, HistoryScreen)
    assert not disk(g)
    assert "Every session stands here once it is done" in g.text()
    await g.press("u")
    assert "edit" in g.line("? keys")


async def test_a_change_that_is_not_saved_says_so(g: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    from runlift_tui.store.disk.errors import Unwritable

    def full(*_: object, **__: object) -> Segment:
        raise Unwritable("x", OSError(28, "full"))

    before = disk(g)
    monkeypatch.setattr("runlift_tui.store.disk.files.replace_whole", full)
    await g.press("enter", "9", "enter")
    assert "NOT SAVED: The disk is full" in g.text()
    assert disk(g) == before
    monkeypatch.undo()
    await g.press("down", "7", "enter")
    assert "NOT SAVED" not in g.text()
    assert (disk(g)[0]["effort"], disk(g)[0]["pain"]) == (9, 7)


async def test_another_program_has_the_folder(tmp_path: Path, clock: ManualClock, g: Gym) -> None:
    async with gym(tmp_path, clock, size=(60, 16)) as looking:
        await looking.press("h", "d", "u", "enter")
        assert isinstance(looking.screen, HistoryScreen)
        assert "this one can only look." in " ".join(looking.text().split()), "all of it"
        assert len(disk(g)) == 3


async def test_in_a_small_window(tmp_path: Path, clock: ManualClock) -> None:
    fill(DataFolder(tmp_path), 1, UNTIL_MS)
    async with gym(tmp_path, clock, size=(80, 24)) as small:
        await small.press("h", "enter", "down", "tab")
        assert isinstance(small.screen, PastSessionScreen)
        assert "left" in small.text()
        assert "d delete the set" in small.text()


async def test_the_names_stand_beside_their_sets_and_whole(g: Gym) -> None:
    await g.press("e")
    lines = [line for line in g.text().splitlines() if " → " in line]
    names = {each["name"] for each in disk(g)[0]["sets"]}
    whole = [name for name in names if any(name in line for line in lines)]
    assert sorted(whole) == sorted(names)
    starts = {line.index(name) for line in lines for name in names if name in line}
    assert len(starts) == 1


async def test_a_load_far_from_the_last_is_asked_about_before_it_is_kept(g: Gym) -> None:
    before = disk(g)
    loaded = next(n for n, row in enumerate(before[0]["sets"]) if row.get("load_kg"))
    await g.press("enter", *["down"] * (loaded + 1), "enter")
    while "load" not in g.line("▸ ") and "load, kg each" not in _chosen(g):
        await g.press("down")
    await g.press("8")
    await g.type("0")
    await g.press("enter")
    assert g.is_on(TypingScreen)
    assert "Is it right?" in g.text()
    assert "y enter  it is right" in g.text()
    assert disk(g) == before
    await g.press("n")
    assert "Is it right?" not in g.text()
    await g.press("8", "n", "y", "backspace", "backspace", "1", "enter")
    assert "Is it right?" in g.text(), "both are letters until it is asked"
    await g.press("y")
    row = disk(g)[0]["sets"][loaded]
    assert row["load_kg"] == 81.0 * row["implements"]
    assert row["confirmed"] == ["load_kg"]


def _chosen(g: Gym) -> str:
    values = g.screen.query_one("#values", Listing)
    return values.rows[values.chosen].text


async def test_when_it_was_and_what_was_done_in_truth(g: Gym) -> None:
    before = disk(g)
    await g.press("down", "enter", "enter", "down", "down", "down", "enter")
    assert "began" in g.text()
    await g.press("ctrl+u", "ctrl+k")
    await g.type("2025-12-31 7:30")
    await g.press("enter")
    assert told(g).startswith("Kept: began 07:30, Wed 31 Dec 2025, ended ")
    after = {row["id"]: row for row in disk(g)}[before[1]["id"]]
    assert after["started"][:4] == "2025"
    assert len(after["sets"]) == len(before[1]["sets"])
    await g.press("escape", "down", "enter", *["down"] * 9, "enter", "ctrl+u", "ctrl+k")
    await g.type("bird dog")
    await g.press("enter")
    assert "Bird dog" in g.text()
    await g.press("escape", "J")
    assert told(g) == "Moved. u moves it back."
    await g.press("u", "u", "escape")
    assert isinstance(g.screen, HistoryScreen)
    assert "2025-12-31" in g.line("▸")
    await g.press("u", "escape")
    assert disk(g) == before


async def test_a_set_that_was_moved_stands_there_also_after_a_restart(g: Gym) -> None:
    before = disk(g)
    await g.press("enter", "down", "J")
    assert told(g) == "Moved. u moves it back."
    first, second, *rest = before[0]["sets"]
    assert first["slot"] != second["slot"]
    await g.press("escape", "escape")
    assert g.is_on(HomeScreen)
    assert not list_segments(g.store.folder.journal), "it is in its year's file by now"
    assert disk(g)[0]["sets"] == [second, first, *rest]
    await g.press("h", "enter", "u")
    assert disk(g) == before


async def test_a_forgotten_swap_is_chosen_from_a_list_that_typing_narrows(g: Gym) -> None:
    await g.press("enter", "down", "enter")
    assert "change" in g.text()
    while "exercise" not in _chosen(g):
        await g.press("down")
    await g.press("enter")
    assert g.is_on(ExerciseChoosing)
    await g.type("step")
    assert "Step" in g.text()
    await g.press("escape")
    assert g.is_on(PastSessionScreen)


async def test_a_note_goes_on_where_it_ended(g: Gym) -> None:
    was = disk(g)[0]["notes"]
    assert was
    await g.press("enter", "enter", "down", "down", "enter")
    await g.type(", new shoes")
    await g.press("enter")
    assert disk(g)[0]["notes"] == f"{was}, new shoes"
    await g.press("2", "enter")
    assert disk(g)[0]["notes"] == f"{was}, new shoes 2"
    await g.press("enter", "ctrl+u")
    await g.type("well")
    await g.press("enter")
    long = "well" + " and so on" * 24
    await g.press("enter")
    await g.type(long[4:])
    await g.press("enter")
    assert disk(g)[0]["notes"] == long
    await g.press("u")
    assert disk(g)[0]["notes"] == "well"


async def test_a_swap_says_how_many_sets_it_is_of_and_leads_to_the_load(g: Gym) -> None:
    slots = [each["slot"] for each in disk(g)[0]["sets"]]
    await g.press("enter", *["down"] * (slots.index("B1") + 1), "x")
    assert "B1 round 1 and on" in g.text()
    assert g.is_on(ExerciseChoosing)
    await g.type("goblet")
    await g.press("enter")
    kept = f"Kept, in {slots.count('B1')} sets of B1"
    stays = "the load, 2 x 6 kg, is still to be put right"
    assert told(g) == f"{kept}; {stays}. u undoes it.", "a goblet is one weight"
    loads = [each["implements"] for each in disk(g)[0]["sets"] if each["slot"] == "B1"]
    assert set(loads) == {2}
    await g.press("enter")
    assert "load" in g.text().split("what it takes")[0], "the cursor is on the load that it names"
    await g.press("1", "2", "enter")
    right = [each for each in disk(g)[0]["sets"] if each["slot"] == "B1"]
    assert all((each["load_kg"], each["implements"]) == (12.0, 1) for each in right)
    assert told(g) == f"{kept}. u undoes it.", "once for all of them"


async def test_the_exercise_of_a_set_is_of_that_set_alone_and_the_cursor_stays(g: Gym) -> None:
    before = disk(g)[0]["sets"]
    slots = [each["slot"] for each in before]
    at = slots.index("B1")
    await g.press("enter", *["down"] * (at + 1), "enter", "up")
    assert "exercise" in _chosen(g), "one step up from the first value"
    await g.press("enter")
    assert "B1 round 1 alone" in g.text()
    await g.type("step-down")
    await g.press("enter")
    assert told(g).startswith("Kept, in B1 round 1 alone; ")
    after = disk(g)[0]["sets"]
    assert [n for n, row in enumerate(after) if row["exercise"] != before[n]["exercise"]] == [at]
    assert "exercise" in _chosen(g) or "load" in told(g)
    await g.press("u")
    assert disk(g)[0]["sets"] == before
    await g.press("escape", *["up"] * at, "enter", "up", "enter")
    await g.type("bird dog")
    await g.press("enter")
    assert told(g) == "Kept, in A1 round 1 alone; x changes those after it too. u undoes it."
    assert "exercise" in _chosen(g)


async def test_what_was_put_right_is_told_with_its_value(g: Gym) -> None:
    was = disk(g)
    minutes = int(g.line("▸").split(" min")[0].split()[-1])
    await g.press("enter", "enter", "down", "down", "down", "enter")
    assert "began" in g.text()
    await g.press("ctrl+u")
    await g.type("19 nov")
    await g.press("enter")
    moved = {row["id"]: row for row in disk(g)}[was[0]["id"]]
    assert moved["started"] == "2026-11-19" + was[0]["started"][10:]
    assert told(g).startswith("Kept: began 06:00, Thu 19 Nov, ended ")
    assert f"{minutes} min" in g.line("History")
    await g.press("down", "enter", "ctrl+u")
    await g.type("1h20")
    await g.press("enter")
    assert told(g) == "Kept: ended 07:20, 80 min. u undoes it."
    assert "80 min" in g.line("History")
    await g.press("enter", "ctrl+u")
    await g.type("12h30")
    await g.press("enter")
    assert "that is 6 h 30 min after it began. Is it right?" in g.text()
    await g.press("escape", "u", "u", "escape")
    assert disk(g) == was


async def test_a_key_that_is_held_deletes_one_session_and_brings_one_back(g: Gym) -> None:
    before = disk(g)
    await keep_down(g, "d")
    assert disk(g) == before[1:]
    assert told(g).endswith("u brings it back. Next d: in a second.")
    await keep_down(g, "u")
    assert disk(g) == before
    assert "U makes it again" in told(g)
    await keep_down(g, "U")
    assert disk(g) == before[1:]


async def test_the_names_of_sets_stand_below_one_another_in_a_small_window_too(
    tmp_path: Path, clock: ManualClock
) -> None:
    done: dict[str, Any] = {"left": 8, "right": 8, "target": 8}
    rows = [
        row("dead-bug", slot="A1", **done, name="Dead bug"),
        row(**done, load_kg=45.0, implements=2, rir=5, name="Rear-foot-elevated split squat"),
        row("hop", slot="B2", **done, snap=4, name="Split squat hop"),
    ]
    keep_past(tmp_path, outing(320, *rows))
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as small:
        await small.press("h", "enter")
        lines = [small.line(part) for part in ("A1  1", "B1  1", "B2  1")]
        columns = [
            line.index(part) for line, part in zip(lines, ("Dead", "Rear", "Split"), strict=True)
        ]
        assert len(set(columns)) == 1, small.text()
        assert "Rear-foot split squat" in lines[1], "in fewer words before it is cut"
        assert "snap 4 of 5" in lines[2]
        await small.pilot.resize_terminal(160, 45)
        await small.settled()
        assert "Rear-foot-elevated split squat" in small.line("B1  1")


async def test_undo_says_from_what_to_what_and_names_no_day_that_no_session_has(g: Gym) -> None:
    day = disk(g)[0]["started"][:10]
    await g.press("enter", "9")
    await g.press("enter", "t", "enter", "ctrl+u")
    await g.type("19 nov 7:15")
    await g.press("enter", "u")
    assert ' → Thu 19 Nov 07:15". U makes it again.' in told(g)
    assert told(g).startswith('Undone: "The session, began '), "not where it goes to now"
    assert day not in told(g)
    await g.press("u")
    assert " → 9, " in told(g)
    assert told(g).startswith('Undone: "The session, effort ')


async def test_a_press_too_soon_says_when_the_next_counts_however_long_the_rest_is(g: Gym) -> None:
    before = disk(g)
    await g.press("d")
    await g.wait(1)
    await g.press("d")
    await g.wait(1)
    await g.press("u")
    await g.wait(0.6)
    await g.burst("u")
    assert told(g).startswith("Undone: ")
    assert told(g).endswith("U makes it again. Next u: in a second.")
    assert disk(g) == before[1:], "too soon"
    await g.wait(1)
    await g.press("u")
    assert "Next u" not in told(g)
    assert disk(g) == before
    await g.press("U")
    await g.wait(0.6)
    await g.burst("U")
    assert told(g).endswith("Next U: in a second.")


async def test_that_a_key_is_held_stands_behind_an_answer_of_the_disk_that_comes_later(
    g: Gym,
) -> None:
    before, slow = disk(g), threading.Event()
    await g.wait(1)
    g.store.writer.submit(lambda: slow.wait(5))
    for ms in (500, 33, 33):
        g.send("d")
        await g.turn()
        g.clock.advance(ms)
    await g.keys_done()
    assert told(g) == "Next d: in a second."
    slow.set()
    await g.settled()
    assert disk(g) == before[1:]
    assert told(g).endswith("u brings it back. Next d: in a second.")
    await g.wait(1)
    await g.press("u")
    assert told(g).endswith("U makes it again."), "no more, once it was let go"


async def test_what_deletes_is_no_letter_of_a_word(g: Gym) -> None:
    before = disk(g)
    await g.wait(1)
    await g.burst(*"odd")
    assert disk(g) == before
    assert told(g) == "Nothing was deleted: d came in the middle of other keys. Once more deletes."
    g.clock.advance(400)
    await g.burst("d")
    assert disk(g) == before[1:], "also sooner than a key would count that is held"
    await keep_down(g, "d")
    assert disk(g) == before[1:]


NOTES = ("knee hurt, did not jump", "nude dddd", "quad", "xenon", "éx", "Knee")


@pytest.mark.parametrize("words", NOTES)
async def test_words_begin_a_note_where_one_is_chosen(words: str, g: Gym) -> None:
    before = disk(g)
    await g.press("enter", "down", "tab", "up", "up")
    assert g.line("note").startswith("▸") or "▸" in g.line("note")
    await g.burst(*words)
    assert g.is_on(TypingScreen)
    assert disk(g) == before
    await g.press("enter")
    assert disk(g)[0]["sets"][0]["note"] == words
    await g.press("u")
    assert disk(g) == before


async def test_a_swap_to_what_is_counted_otherwise_asks_the_counts_anew(g: Gym) -> None:
    before = disk(g)[0]["sets"]
    slots = [each["slot"] for each in before]
    assert {"reps", "left"} & set(before[slots.index("B1")])
    await g.press("enter", *["down"] * (slots.index("B1") + 1), "x")
    await g.type("side plank")
    await g.press("enter")
    count = slots.count("B1")
    kept = f"Kept, in {count} sets of B1; type what was counted of it. u undoes it."
    assert told(g) == kept
    assert "left   –" in _chosen(g), "the cursor is on the first count"
    await g.press("4", "0", "enter")
    more = f"Kept; {count - 1} more to count: B1 round 2. u undoes it."
    assert told(g) == more
    row = disk(g)[0]["sets"][slots.index("B1")]
    assert (row["exercise"], row["left_s"], row["right_s"]) == ("side-plank", 40, 40)
    await g.press("u", "u")
    assert disk(g)[0]["sets"] == before


async def test_keys_among_the_values_go_both_ways_and_the_last_line_names_what_deletes(
    g: Gym,
) -> None:
    before = disk(g)[0]["sets"]
    await g.press("enter", "end")
    lines = g.screen.query_one("#lines", Listing)
    assert lines.chosen == len(before)
    await g.press("home")
    assert lines.chosen == 0
    await g.press("enter")
    assert "d delete the session" in g.text()
    await g.press("escape", "down", "enter")
    assert "d delete the set" in g.text()
    first = _chosen(g)
    await g.press("shift+tab")
    assert "exercise" in _chosen(g)
    await g.press("shift+tab")
    assert "note" in _chosen(g)
    assert "d delete" not in g.text(), "a letter begins the note there"
    await g.press("tab", "tab")
    assert _chosen(g) == first
    await g.press("d")
    assert len(disk(g)[0]["sets"]) == len(before) - 1
    await g.press("u")
    assert disk(g)[0]["sets"] == before


async def test_a_wide_window_has_the_session_as_a_table_that_follows_a_change(
    tmp_path: Path, clock: ManualClock
) -> None:
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    async with gym(tmp_path, clock, size=(160, 45)) as g:
        await g.press("h", "e")
        assert "of planned" in g.text()
        (b1,) = (line for line in g.text().splitlines() if "B1  Split squat" in line)
        reps = next(n for n, each in enumerate(disk(g)[0]["sets"]) if each["slot"] == "B1")
        assert disk(g)[0]["sets"][reps]["left"] != 11
        await g.press(*["down"] * (reps + 1), "enter", "enter")
        await g.type("11")
        await g.press("enter")
        assert disk(g)[0]["sets"][reps]["left"] == 11
        (after,) = (line for line in g.text().splitlines() if "B1  Split squat" in line)
        assert after != b1
        assert "11/" in after.split("B1  Split squat")[1]


WHENS = ("today 7:30", "yesterday 7:30", "two days ago 7:30", "day before yesterday 7:30")


@pytest.mark.parametrize("words", WHENS)
async def test_every_letter_of_a_day_is_typed_from_the_first_key_on(words: str, g: Gym) -> None:
    before = disk(g)
    await g.wait(1)
    await g.burst("t", *words)
    assert g.is_on(TypingScreen)
    assert g.screen.query_one(OneLine).value == words
    assert disk(g) == before
    await g.press("escape")
    assert "d delete" not in g.text(), "a letter begins the day there"


async def test_a_letter_begins_the_search_of_what_was_done_instead(g: Gym) -> None:
    await g.press("enter", "down", "enter", "shift+tab")
    assert "exercise" in _chosen(g)
    await g.burst(*"side plank")
    assert g.is_on(ExerciseChoosing)
    assert g.screen.query_one(OneLine).value == "side plank"


async def test_a_swap_of_one_set_alone_says_in_which_set_it_is_kept(g: Gym) -> None:
    sets = disk(g)[0]["sets"]
    last = max(n for n, each in enumerate(sets) if each["slot"] == "A1")
    await g.press("enter", *["down"] * (last + 1), "x")
    await g.type("bird")
    await g.press("enter")
    assert told(g).startswith(f"Kept, in A1 round {sets[last]['round']}")


async def test_a_ramp_stands_over_the_set_that_it_led_to_and_nothing_is_changed_in_it(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=(80, 24)) as g:
        await g.press("h", "enter")
        row = disk(g)[0]
        heavy = next(n for n, each in enumerate(row["sets"]) if each["slot"] == "B1")
        assert row["ramp"]
        lines = g.screen.query_one("#lines", Listing)
        await g.press(*["down"] * (heavy + 1))
        assert lines.rows[lines.chosen - 1].text.startswith("B1  ramp ")
        assert lines.rows[lines.chosen - 1].text in g.text()
        await g.press("d")
        after = disk(g)[0]
        assert after["sets"] == [*row["sets"][:heavy], *row["sets"][heavy + 1 :]]
        assert after["ramp"] == row["ramp"]
        await g.press("u", "up")
        assert lines.rows[lines.chosen].text.startswith(row["sets"][heavy - 1]["slot"])
        await g.press("end")
        assert not lines.rows[lines.chosen].is_heading

"""Six jobs of an athlete at the table, done from home, with the keys that each takes."""

from datetime import timedelta
from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.plan.plan import Plan, begun
from runlift_tui.core.routines.shelf import MyRoutine
from runlift_tui.screens.plan.plan import PlanScreen
from runlift_tui.screens.routines.editor import RoutineEditor
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from tests.benchmarks.made import fill
from tests.core.plans import answers
from tests.screens.gym import SEASONED, Gym, gym

UNTIL_MS = 1_795_500_000_000


class Hand:
    """Presses keys and counts them; what is typed counts a key a letter."""

    def __init__(self, g: Gym) -> None:
        self.g = g
        self.pressed = 0

    async def __call__(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            await self.g.press(key)
        await self.g.settled()

    async def type(self, text: str) -> None:
        await self(*("space" if letter == " " else letter for letter in text))


def own(g: Gym) -> list[MyRoutine]:
    """Return the athlete's routines, the newest last."""
    return list(g.store.desk.shelf().routines.values())


async def test_an_exercise_onto_a_slots_own_list(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        hand = Hand(g)
        await hand("o", "e", "right_square_bracket")
        assert "B1" in g.line("▸")
        await hand("i", *"box", "enter", "escape")
        (mine,) = own(g)
        assert len(mine.slots["B1"].alternatives) > 0
        assert g.is_on(RoutineEditor)
        assert hand.pressed <= 10


async def test_a_routine_of_four_slots(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        hand = Hand(g)
        await hand("o", "n", *"split", "enter", *"nord", "enter", *"calf", "enter")
        await hand(*"plank", "enter", "escape", *"four", "enter")
        (mine,) = own(g)
        assert mine.routine is not None
        assert len(list(mine.routine.slots())) == 4
        assert mine.routine.name == "four"
        assert hand.pressed <= 33


async def test_a_new_exercise_into_a_slot_in_one_go(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        hand = Hand(g)
        await hand("o", "e", "n")
        await hand.type("xerxes")
        assert "▸   New exercise: Xerxes" in g.text()
        await hand("enter", "enter")
        shelf = g.store.desk.shelf()
        (mine,) = own(g)
        assert mine.routine is not None
        assert "xerxes" in [slot.exercise for _, slot in mine.routine.slots()]
        assert shelf.is_own("xerxes")
        assert hand.pressed <= 20


async def test_a_forgotten_swap_put_right(tmp_path: Path, clock: ManualClock) -> None:
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        (before, *_) = Past(tmp_path).sessions()
        hand = Hand(g)
        await hand("h", "enter", "x", *"dead", "enter", *"bird", "enter")
        (newest, *_) = Past(tmp_path).sessions()
        assert (before.sets[0].exercise, newest.sets[0].exercise) == ("dead-bug", "bird-dog")
        assert hand.pressed <= 13
        await hand("u", "escape", "escape", "ctrl+p", *"swap", "enter", "enter", *"bird", "enter")
        (newest, *_) = Past(tmp_path).sessions()
        assert newest.sets[0].exercise == "bird-dog", "also by its name, from home"


async def test_a_week_off_put_into_the_plan(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        monday = g.store.today() + timedelta(days=1)
        plan = Plan(id="one", answers=answers(start=monday))
        g.store.desk.edit_plan(begun(plan))
        hand = Hand(g)
        await hand("p", "down", "o", "h")
        assert "week 2: off instead of build" in g.text()
        await hand("enter")
        ((off,),) = [each.off for each in g.store.desk.plans()]
        assert (off.first, off.last) == (monday + timedelta(days=7), monday + timedelta(days=13))
        assert hand.pressed <= 5
        await hand("down", "o", "escape")
        assert g.is_on(PlanScreen), "what the key itself wrote is not asked about"


async def test_a_run_noted(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        hand = Hand(g)
        await hand("t", "n")
        await hand.type("8k 42:10 easy")
        await hand("enter")
        (noted,) = g.store.runs.entries()
        assert (noted.said.metres, noted.said.seconds) == (8000, 2530)
        assert hand.pressed <= 16

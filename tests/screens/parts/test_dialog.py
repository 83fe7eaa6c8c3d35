"""What closes a page that stands over another one: always the same keys, and its own one."""

from pathlib import Path

import pytest
from textual.screen import ModalScreen

from runlift_tui.clock import ManualClock
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.parts.choosing import ChoosingScreen
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.parts.whole import WholeScreen
from runlift_tui.screens.session.reason import ReasonScreen
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, gym

OPENED = (
    ("history.whole", "w", "h", WholeScreen),
    ("exercises.whole", "w", "e", WholeScreen),
    ("five-k.whole", "w", "t c", WholeScreen),
    ("session.plates", "k", "space space", WholeScreen),
    ("levels.why", "w", "l", ReasonScreen),
    ("home.help", "f1", "", HelpScreen),
    ("home.help", "question_mark", "", HelpScreen),
    ("session.help", "question_mark", "space space", HelpScreen),
    ("form.keys", "f1", "e n", HelpScreen),
    ("exercises.tag", "t", "e", ChoosingScreen),
    ("exercises.gear", "g", "e", ChoosingScreen),
)
"""The action that opens it, a key that ships for that, the keys on the way there, what it is."""


def with_own(folder: Path, clock: ManualClock, keys: dict[str, str]) -> Store:
    """Return an open store beside settings in which actions have these keys."""
    lines = (f'"{id_}" = "{key}"\n' for id_, key in keys.items())
    config = folder / "config.toml"
    config.write_text("[keys]\n" + "".join(lines), encoding="utf-8")
    store = Store(folder, clock, config)
    store.open()
    return store


@pytest.mark.parametrize(("id_", "shipped", "way", "kind"), OPENED)
async def test_the_own_key_that_opens_it_closes_it_and_the_shipped_one_no_more(
    tmp_path: Path,
    clock: ManualClock,
    id_: str,
    shipped: str,
    way: str,
    kind: type[ModalScreen[object]],
) -> None:
    store = with_own(tmp_path, clock, {id_: "f6"})
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press(*way.split())
        below = g.screen
        await g.press("f6")
        assert g.is_on(kind), g.text()
        clock.advance(30)
        await g.press("f6")
        assert g.is_on(kind), "held down it opens the page, and no more"
        await g.press(shipped)
        assert g.is_on(kind), "the key that ships does nothing any more"
        await g.press("f6")
        assert g.screen is below


@pytest.mark.parametrize("key", ["escape", "space", "q", "enter", "its own"])
async def test_what_is_only_read_closes_by_the_same_keys_wherever_it_was_opened(
    tmp_path: Path, clock: ManualClock, key: str
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        for opens, kind in (("w", WholeScreen), ("question_mark", HelpScreen)):
            await g.press(opens)
            assert g.is_on(kind)
            clock.advance(1000)
            await g.press(opens if key == "its own" else key)
            assert g.is_on(ExercisesScreen)


@pytest.mark.parametrize(
    ("id_", "key", "way", "kind"),
    [("levels.why", "j", "l", ReasonScreen), ("exercises.whole", "k", "e", WholeScreen)],
)
async def test_a_key_that_reads_on_closes_what_it_opened(
    tmp_path: Path,
    clock: ManualClock,
    id_: str,
    key: str,
    way: str,
    kind: type[ModalScreen[object]],
) -> None:
    store = with_own(tmp_path, clock, {id_: key})
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press(way)
        below = g.screen
        await g.press(key)
        assert g.is_on(kind)
        clock.advance(1000)
        await g.press(key)
        assert g.screen is below


async def test_a_key_that_chooses_does_so_also_where_it_asked(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_own(tmp_path, clock, {"exercises.tag": "space"})
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("e", "space", "down", "space")
        assert isinstance(g.screen, ExercisesScreen)
        assert g.screen.listed.filter.tag


async def test_the_own_key_leads_from_how_an_exercise_is_done_to_its_reason_and_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_own(tmp_path, clock, {"session.why": "f6"})
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("space", "space")
        await g.wait(1)
        await g.press("space")
        below = g.screen
        await g.press("f6", "f6")
        assert g.is_on(ReasonScreen), g.text()
        await g.press("w")
        assert g.is_on(ReasonScreen)
        clock.advance(1000)
        await g.press("f6")
        assert g.screen is below

"""A key that is held down for two seconds, on every key of a session: one key makes it good."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.keys.key_names import names
from runlift_tui.core.keys.training import SESSION, SETUP
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Holding, HoldReady, LeadIn, Rest, Session, Work
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.session.asked.stop_signs import StopPage
from runlift_tui.screens.session.outline import OutlineScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import SEASONED, Gym, gym, journals
from tests.sweep import sweep

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
OF = (*(row.keys for row in SESSION.actions), *(row.keys for row in SESSION.typed))
KEYS = [key for of in OF for key in names(of)]
WHERE = (
    *("at the start", "in work", "in a rest", "before a hold"),
    *("in a ramp", "in a fast set", "in a window", "when the rest is over"),
)
OPENED = {"over a question": "s", "over the pain": "h", "over the swaps": "x"}
OPENED |= {"over what is left": "o", "over the why": "w", "in a beat": "b", "in a pause": "p"}
"""What is opened by a key: in work, the question about pain at the start."""
IN_REST = {"in a rest": 0, "in a window": 60, "when the rest is over": 400}
IN_REST |= {"in a pause of a rest": 20}
"""Seconds of a rest after which the key is held."""
ACTING = "space u U plus minus s x l r o b p w f q n h up tab enter 1 pagedown pageup"
"""Every key that does something of its own in a session, one for each of its kind."""
THERE = {
    "over a question": "1 2 4 space enter e y s q u escape",
    "over the pain": "space enter h s u escape",
    "over the swaps": "enter tab up down x q space escape",
    "over what is left": "o x l r q space enter up down j question_mark escape",
    "over the why": "w q space enter up down pagedown pageup escape",
    "in a beat": ACTING,
    "in a pause": ACTING,
    "in a pause of a rest": ACTING,
    "in a pause of a hold": ACTING,
    "in a lead-in": ACTING,
    "in a hold": ACTING,
}
"""Every key that something is bound to there; an answer that asks more is another test's."""
EVERY = [f"{key}: {where}" for key, where in product(KEYS, WHERE)]
EVERY += [f"{key}: {where}" for where, there in THERE.items() for key in there.split()]
STAY = [
    *("u: in a ramp", "s: in a fast set", "minus: in a window", "space: when the rest is over"),
    *("p: in a pause of a rest", "space: in a pause of a hold"),
    *("u: in a rest", "space: in a rest", "space: before a hold"),
    *("up: in work", "8: in work", "q: in a rest", "1: at the start"),
    *("1: over a question", "l: over what is left", "space: in a hold"),
]
REPEATS = 60


def kept(session: Session) -> tuple[Any, ...]:
    """Return what a held key could harm: everything that was said, and where the session stands.

    A hold that was broken off, or its lead-in, stands ready again: its seconds never come back. Nor
    does the moment of a pause in it.
    """
    rest = session.phase
    moved = rest.moved - rest.stood if isinstance(rest, Rest) else 0
    holds = isinstance(rest, HoldReady | LeadIn | Holding)
    phase = HoldReady if holds else type(rest)
    paused = session.paused is not None if holds else session.paused
    return (
        *(session.done, session.routine, session.order, session.note, session.effort),
        *(session.pain, session.prepared, session.off, session.swapped, paused),
        *(phase, moved),
    )


async def stand(g: Gym, where: str) -> None:
    """Go to where the key is held, with something behind that can be undone, and a redo."""
    if where == "at the start":
        return
    if where == "over the pain":
        await g.press("h")
        return
    if where in ("before a hold", "in a lead-in", "in a hold", "in a pause of a hold"):
        await g.walk_to("A2")
        await g.press("u")
        assert g.is_in(HoldReady)
        await to_hold(g, where)
        return
    if where == "in a ramp":
        await g.walk_to("B1", ramp=1)
        await g.wait(3)
        return
    await g.skip_to("B1")
    assert g.is_in(Work)
    if where in IN_REST:
        await g.space()
        assert g.is_in(Rest)
        await g.wait(IN_REST[where])
    if where == "in a fast set":
        await g.walk_to("B2")
        assert g.is_in(Work)
    if where == "in a window":
        assert g.shows(ScreenState.PRIMING)
    if where == "when the rest is over":
        assert g.shows(ScreenState.OVERTIME)
    if where == "in a pause of a rest":
        await g.press("p")
    if where in OPENED:
        await g.press(OPENED[where])
    await g.wait(3)


async def to_hold(g: Gym, where: str) -> None:
    """Start the hold, or the lead-in before it."""
    if where == "before a hold":
        await g.wait(3)
        return
    await g.space()
    assert g.is_in(LeadIn)
    if where != "in a lead-in":
        await g.wait(g.session.start.lead_in_s + 2)
        assert g.is_in(Holding)
    if where == "in a pause of a hold":
        await g.press("p")
        await g.wait(1)


async def hold(g: Gym, key: str) -> None:
    """Hold a key down, and take what it typed over."""
    await keep_down(g, key)
    if g.is_on(SessionScreen) and key in "0123456789.":
        await g.press("enter")
    assert not g.app._exit, "it is not left altogether"


async def keep_down(g: Gym, key: str) -> None:
    """Keep a key down: it comes, again half a second later, then thirty times a second."""
    for n in range(REPEATS):
        g.send(key)
        await g.turn()
        g.clock.advance(500 if not n else 33)
    await g.settled()
    await g.wait(2)


async def make_good(g: Gym, before: Session) -> None:
    """Press the one key that a person would, who sees what happened."""
    if g.is_on(HomeScreen):
        await g.press("r")
    elif not isinstance(g.screen, SessionScreen) or g.screen._steering.questions.prompt is not None:
        await g.press("escape")
    elif g.session.paused is not None and before.paused is None:
        assert "space  go on" in g.text()
        await g.press("space")
    elif g.is_in(Holding) and g.session.paused is None and before.paused is not None:
        await g.press("p")  # undo cancels it there
    elif kept(g.session) != kept(before):
        taken, shorter = "Taken back" in g.text(), len(g.session.log) < len(before.log)
        assert taken == shorter or before.paused is not None  # a hold goes on where that was taken
        named = "U puts it back" if taken else "u undo"
        assert named in " ".join(g.text().split())
        await g.press("U" if taken else "u")
    await g.settled()


@pytest.mark.parametrize("held", sweep(EVERY, stay=STAY))
async def test_one_key_brings_back_what_a_held_one_did(
    held: str, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runlift_tui.screens.session.telling.NOTICE_S", 60)
    key, where = held.split(": ")
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await stand(g, where)
        before = g.session
        await hold(g, key)
        await make_good(g, before)
        # The swaps that were opened from what is left go back to it.
        from_there = where == "over what is left" and g.is_on(OutlineScreen)
        assert g.is_on(SessionScreen) or from_there, g.text()
        assert kept(g.session) == kept(before), g.text()
        assert journals(tmp_path)


CHAINS = [
    *("s > 1", "s > 3", "s > 4", "s > 0", "s > space", "s 3 > space", "s 3 > enter"),
    *(f"s 3 > {n}" for n in range(10)),
    *("s 3 4 minus > minus", "s 3 7 minus > minus", "s 3 7 minus > enter", "s 3 2 > enter"),
    *("s 3 2 > space", "s 3 7 minus > f", "s 3 1 > 0", "r > e"),
    *(f"h > {n}" for n in range(10)),
    *("h 4 minus > minus", "h 7 minus > minus", "h 7 minus > f"),
    *("s > escape", "r > escape", "r > 3", "f > space", "f > escape"),
    *("s 3 7 minus > space", "s 3 7 > minus", "s 3 7 d > f", "h 7 e > f", "s 3 7 d > g"),
]
"""Keys to a question, and behind the arrow the one that is held down at it."""


@pytest.mark.parametrize("chain", sweep(CHAINS, stay=["s > 3", "s 3 > 9", "s 3 7 minus > minus"]))
async def test_a_key_held_at_a_question_answers_no_other_and_undo_brings_it_back(
    chain: str, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runlift_tui.screens.session.telling.NOTICE_S", 60)
    before, held = chain.split(" > ")
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        if before[0] != "h":
            await g.skip_to("B1")
        for key in before.split():
            await g.wait(1)
            await g.press(key)
        await g.wait(1)
        then, asked = g.session, question(g)
        assert asked or g.is_on(StopPage)
        await keep_down(g, held)
        answered = len(g.session.log) - len(then.log)
        assert answered <= 1 or held.isdigit(), "one answer, and no other"
        if answered or not g.is_on(SessionScreen):
            chained = question(g) or g.is_on(StopPage)
            await g.press("u")
            if "was not taken over" in g.text():  # the rest of a digit's presses was typed
                await g.wait(1)
                await g.press("u")
            again = question(g) if not asked else question(g) == asked
            assert again or not chained or before in ("h", "s"), "it is asked again"
            if before in ("s 3 7", "s 3 7 d") and "How much did" in question(g):
                return  # an answer to the stop signs goes with the pain that they were asked after
        assert kept(g.session) == kept(then), g.text()


@pytest.mark.parametrize("words", ["qwertz uiop asdf ghjkl", "the end of my feet", "zzz - d"])
async def test_letters_of_a_text_answer_no_stop_sign(
    words: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("h", "8")
        await g.wait(2)
        asked = g.session
        for letter in words:
            g.send(letter)
            g.clock.advance(90)
        await g.settled()
        assert g.is_on(StopPage)
        assert g.session.log == asked.log
        assert "press it again" in g.text() or "answers" in g.text()
        await g.wait(1)
        await g.press("minus")
        assert not g.is_on(StopPage)


async def test_an_enter_held_at_the_end_of_nothing_starts_no_other_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("f")
        await keep_down(g, "enter")
        assert g.is_on(HomeScreen)


async def test_an_enter_held_at_the_end_of_a_session_leaves_its_summary_standing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.space()
        await g.press("f")
        before = kept(g.session)
        await keep_down(g, "enter")
        await g.press("u")
        assert g.is_on(SessionScreen)
        assert kept(g.session) == before


IN_SUMMARY = "8 1 0 backspace up down u U n y q escape plus minus tab space enter pageup"


@pytest.mark.parametrize("key", sweep(IN_SUMMARY.split(), stay=["8", "q"]))
async def test_in_a_summary_too_one_key_brings_back_what_a_held_one_did(
    key: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.space()
        await g.press("f", "enter", "7")
        await g.wait(3)
        before = g.session
        await keep_down(g, key)
        assert not g.app._exit, "it is not left altogether"
        if g.is_on(HomeScreen):
            assert not journals(tmp_path), "it is closed, and no other one is begun"
            return
        if not g.is_on(SummaryScreen) and not g.is_on(SessionScreen):
            await g.press("escape")
        elif kept(g.session) != kept(before):
            await g.press("U" if len(g.session.log) < len(before.log) else "u")
        assert kept(g.session) == kept(before), g.text()


OF_SETUP = (*(row.keys for row in SETUP.actions), *(row.keys for row in SETUP.typed))
SETUP_KEYS = [key for of in OF_SETUP for key in names(of)]


@pytest.mark.parametrize("key", sweep(SETUP_KEYS, stay=["space", "right", "q", "c"]))
async def test_before_the_start_a_held_key_begins_a_session_at_most_and_escape_forgets_the_rest(
    key: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("space")
        assert g.is_on(SetupScreen)
        await g.wait(1)
        before = chosen(g)
        await keep_down(g, key)
        assert not g.app._exit
        starting, taking, *_ = SETUP.actions
        if key in (*names(starting.keys), *names(taking.keys)):
            assert g.is_on(SessionScreen)
            assert len(g.session.log) == 1, "begun, and nothing of it done"
            await g.press("q")
            assert "d discard" in g.text()
            return
        if not g.is_home and not g.is_on(SetupScreen):
            await g.press("escape")
            assert g.is_on(SetupScreen)
        elif not g.is_home:
            assert "escape back" in g.text()
            await g.press("escape")
            await g.press("space")
        else:
            await g.press("space")
        assert chosen(g) == before
        assert not journals(tmp_path)


def chosen(g: Gym) -> list[str]:
    """Return what stands on the page before the start, but for the line that is chosen."""
    assert g.is_on(SetupScreen)
    return [line.translate({ord(each): " " for each in "▸‹›"}) for line in g.text().splitlines()]


def question(g: Gym) -> str:
    """Return what is asked; empty for nothing, and where the session is not on top."""
    if not g.is_on(SessionScreen):
        return ""
    asked = g.screen._steering.questions.prompt  # type: ignore[attr-defined]
    return "" if asked is None else asked.question


async def test_a_key_does_nothing_on_the_page_that_it_led_to_until_it_is_let_go(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await keep_down(g, "space")
        assert g.is_on(SetupScreen)
        await g.press("h", "escape")
        assert g.is_home, "what has no meaning there does nothing, another key its own"
        await g.press("space", "c", "escape")
        assert g.is_on(SetupScreen), "who says of no card when it was enters none"
        await g.press("escape")
        await g.wait(1)
        await keep_down(g, "space")
        await g.press("space")
        assert g.is_on(SessionScreen), "once it was let go"
        await keep_down(g, "q")
        assert g.is_home
        g.send("q")
        await g.pilot.pause()
        assert g.app.leaving.is_over


async def test_a_key_that_means_nothing_says_so_and_so_does_an_undo_too_soon(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("z")
        assert "z does nothing here. ? shows the keys." in g.text()
        await g.space()
        await g.wait(2)
        await g.press("u", "u")
        assert "puts it back. Next u: in a second." in g.text()
        for _ in range(20):  # at this pace it is the same press still, and that stays said
            await g.wait(0.4)
            await g.press("u")
            assert g.text().count("Next u: in a second.") == 1
        assert not g.session.done


async def test_a_held_key_that_stops_says_so_whole_in_a_narrow_window(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await stand(g, "in work")
        await keep_down(g, "up")
        assert "A key held down stops here. Let go, then press it again for more." in g.text()

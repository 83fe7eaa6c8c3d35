"""What a runner types, and what the palette finds first for it."""

from datetime import timedelta
from pathlib import Path
from shutil import copytree

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.screens.palette.entries import Entries
from runlift_tui.screens.progress.progress import ProgressScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.planner import Planner
from tests.screens.gym import SEASONED, gym
from tests.screens.palette.queries import FIRST_HITS, IN_A_SESSION, MORE_FIRST_HITS


async def test_the_first_hit_of_every_query_is_what_was_meant(
    tmp_path: Path, clock: ManualClock
) -> None:
    asked = FIRST_HITS | MORE_FIRST_HITS
    assert min(len(FIRST_HITS), len(MORE_FIRST_HITS)) >= 60
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        entries = Entries(g.screen, g.store, leads_on=True)
        hits = {query: entries.find(query) for query in asked}
        for query in ("step-up", "Step up", "copenhagen-plank"):
            assert entries.find(query)[0].group == "EXERCISES", query
    found = {query: hit[0].text if hit else "" for query, hit in hits.items()}
    assert found == asked


async def test_what_is_asked_of_home_is_answered_in_its_row(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("f", "enter", "escape", "home")
        told = Planner(g.store, g.store.desk.shelf).coming()
        entries = Entries(g.screen, g.store, leads_on=True)
        for query in ("next session", "how long"):
            first = entries.find(query)[0]
            assert (first.text, first.note) == ("Home", told.brief), query
        assert told.brief.startswith("today: ")
        assert told.brief.endswith(" min")
        assert f"{told.brief.split()[1]} min" in g.text().replace(" minutes", " min")


async def test_the_heavy_set_is_led_to(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("ctrl+p")
        await g.type("heavy")
        await g.press("enter")
        await g.comes("estimated 1RM")
        assert g.is_on(ProgressScreen)


async def test_where_nothing_may_be_written_no_row_changes_anything(
    tmp_path: Path, clock: ManualClock
) -> None:
    changing = (
        *("add exercise", "log a run", "new routine", "new plan", "light", "dark", "train"),
        *("enter a card", "ill last week", "forgotten swap", "black background"),
    )
    async with gym(tmp_path, clock, athlete=SEASONED) as g, gym(tmp_path, clock) as looking:
        assert looking.store.only_looking
        may = Entries(g.screen, g.store, leads_on=True)
        may_not = Entries(looking.screen, looking.store, leads_on=True)
        titles = {each.text for each in may_not.near.offers}
        for query in changing:
            assert may.find(query)[0].text not in titles, query
        for still in ("Progress", "The 5K", "Search the history", "Settings: weights", "Keys"):
            assert still in titles


async def test_what_is_asked_in_the_middle_of_a_session_is_found_there(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(80, 24)) as g:
        entries = Entries(g.screen, g.store, leads_on=False)
        found = {query: [each.text for each in entries.find(query)] for query in IN_A_SESSION}
        assert {query: hit[0] if hit else "" for query, hit in found.items()} == IN_A_SESSION
        await g.press("k")
        for said in ("Weights to put on", "B1", "weights", "bar", "Home, s, has lines for both"):
            assert said in g.text(), said
        await g.press("escape")
        assert g.is_on(SessionScreen)


async def test_a_session_is_found_by_its_day(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        entries = Entries(g.screen, g.store, leads_on=True)

        def first(query: str) -> str:
            found = entries.find(query)
            while entries.read_on(query):
                found = entries.find(query)
            return found[0].text[:14] if found else ""

        newest = next(iter(g.store.past.sessions())).day
        assert g.store.today() > newest
        shown = f"{newest} {newest:%a}"
        queries = (
            *(f"{newest.day} {newest:%b}".lower(), f"{newest:%d.%m.}", f"{newest}"),
            *(f"last {newest:%A}".lower(), f"{newest:%A}".lower(), f"session on {newest:%A}"),
            f"what did I do last {newest:%a}".lower(),
            *(f"{newest:%d.%m}", shown, f"{newest.day} {newest:%b} {newest:%a}".lower()),
            *(f"{newest:%a} {newest.day}".lower(), f"{newest:%a} the {newest.day}th"),
        )
        assert {query: first(query) for query in queries} == dict.fromkeys(queries, shown)
        assert first(f"{newest:%B} {newest:%Y}") == shown
        since = (g.store.today() - newest).days
        assert since > 1
        assert first("1 day ago") == "No session the"
        assert first(f"last {newest - timedelta(days=1):%a}".lower()) != "Lateral step-u"
        await g.press("slash")
        await g.type(f"last {newest:%A}".lower())
        await g.comes(shown)
        await g.press("enter")
        assert shown in g.line("▸")

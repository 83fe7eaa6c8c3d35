"""Every screen in every window: what matters on it is there, and nothing falls out of it."""

from pathlib import Path
from shutil import copytree

import pytest
from rich.cells import cell_len
from textual.css.styles import RulesMap
from textual.dom import DOMNode
from textual.geometry import Region
from textual.scrollbar import ScrollBar

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.looks.glyphs import in_ascii
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.widgets.base.part import Part
from tests.exchange.reading import SAMPLES
from tests.screens.gym import SEASONED, Gym, gym

SIZES = ((60, 16), (80, 24), (100, 30), (120, 36), (160, 45), (200, 60))
USUAL = (120, 36)
_MOST_BACK = 4
LEAST = SIZES[0]
"""A smaller window than this need only be filled, with whatever."""
Sizes = tuple[tuple[int, int], ...]
HOW_MANY = pytest.mark.parametrize(
    "sizes",
    [
        pytest.param(((20, 5), LEAST), id="small"),
        pytest.param(((6, 1), (20, 5), (40, 10), *SIZES), id="all", marks=pytest.mark.sweep),
    ],
)

PLACES: dict[str, tuple[str, ...]] = {
    "": (" space  train", "minutes", "Runner's lower body"),
    "space": (" space  start", "Minutes", "Main rounds"),
    "h": ("History", "stands here once"),
    "p": ("A new plan   nine weeks", "a usual week", " enter  begin the plan"),
    "e": ("Exercises   181", " /  search", "A-skip"),
    "e n": ("name", "another line", "counted in"),
    "e w": ("A-skip",),
    "o": ("Routines   5", " space  train", " min"),
    "o e": ("Edit   Runner's lower body", " enter  its values", "exercise  Dead bug"),
    "l": ("ADVANCED, YOURS", " enter  keep", "Warm-up"),
    "i": ("Import", "a path, or drop files here", " escape  back"),
    "question_mark": ("Keys  Home", "space"),
}
"""Keys from home on, and what must be read where they lead."""
LOOKED_BACK: dict[str, tuple[str, ...]] = {
    "p": ("Plan   week 5 of 9", "wk", " enter  change a week"),
    "t": ("Runs   250", " n   today 8k", "Sat 21 Nov"),
    "t n": ("Runs   250", " escape  back to the list", "Sat 21 Nov"),
    "t c": ("The 5K   6", "23:31", "escape back"),
    "b": ("Progress", "records", "week of 16 Nov 26", " question"),
    "b t": ("Progress", "records", "2026-11-16", " tab  question"),
    "b tab": ("▸ heavy", "20 Nov 26: ", " enter  its page"),
    "b tab tab tab": ("▸ rests", "4-5 min", " tab  question"),
    "b tab tab enter": ("Step-up   73 sessions", "volume", "tab curve"),
    "h enter": ("History   2026-11-20", "The session itself", "effort"),
    "h y": ("As text", "effort", " escape  back"),
    "s": ("Settings", "level", " ←→  change"),
    "colon": (
        "what you are after: ill last week, new routine, 5k",
        "On with it",
        "enter  do it",
        "escape  back",
    ),
}
"""The same for what lives of a year of training, with a plan in its fifth week."""
CARDS: dict[str, tuple[str, ...]] = {
    "space c": ("When was it trained?", "enter  keep", "escape  back"),
    "space c enter": ("From a card", "▸ A1  1  Dead bug", " space  as it stands"),
}
"""The same for a card, which no escape leads away from."""
DIALOGS: dict[str, tuple[str, ...]] = {
    "s": ("Skip", "no time", "no equipment"),
    "r": ("How many rounds", "go back"),
    "f": ("No set is done", " enter y  finish", "go back"),
    "o": ("What is left", "B4", "o  back"),
    "x": ("Swap A1   Dead bug", "enter  swap", "escape  back"),
    "n": ("Note on the session", "enter  keep", "escape  back"),
    "w": ("Dead bug", "Trunk control"),
    "question_mark": ("Keys  The session", "space"),
}


async def read(g: Gym, size: tuple[int, int]) -> str:
    """Change the window, and return what stands in it, filled to the last cell."""
    await g.pilot.resize_terminal(*size)
    await g.settled()
    for _ in range(100):
        if g.screen.outer_size == size and not g.screen._layout_required:
            break
        await g.pilot.pause(0.005)
    lines = g.text().splitlines()
    assert [len(line) for line in lines] == [size[0]] * size[1]
    return "\n".join(lines)


def rules(g: Gym) -> dict[DOMNode, RulesMap]:
    """Return the styles of every part of the screen on top."""
    return {part: part.styles.base.get_rules() for part in g.screen.walk_children(with_self=True)}


def too_wide(g: Gym) -> list[tuple[str, str]]:
    """Return the lines of the screen on top that are wider than the part which they stand in."""
    found = []
    for part in g.screen._compositor.visible_widgets:
        wide, high = part.outer_size
        asked = part.lines(*part.size) if isinstance(part, Part) else ()
        lines = ["".join(piece.text for piece in row) for row in asked]
        found += [(f"{part}", line) for line in lines if cell_len(line) > part.size.width]
        strips = part.render_lines(Region(0, 0, wide, high))
        found += [(f"{part}", strip.text) for strip in strips if cell_len(strip.text) > wide]
    return found


async def look(g: Gym, wanted: tuple[str, ...], sizes: Sizes) -> None:
    """See in each window all that is wanted there, and no bar across; each part has its styles."""
    was = rules(g)
    g.screen.update_node_styles(animate=False)
    assert rules(g) == was
    for size in sizes:
        text = await read(g, size)
        assert in_ascii(text).count("?") == text.count("?"), "a glyph without a twin in ASCII"
        for part in wanted if size >= LEAST else ():
            assert part in text, (size, part, text)
        assert size < LEAST or not too_wide(g), size
        assert not [bar for bar in g.screen.query(ScrollBar) if not bar.vertical and bar.display]


async def look_around(g: Gym, places: dict[str, tuple[str, ...]], sizes: Sizes) -> None:
    """See each place from home on, to which escape leads back."""
    for keys, wanted in places.items():
        for _ in range(_MOST_BACK):
            if not g.is_home:
                await g.press("escape")
        assert g.is_home, f"before {keys!r}:\n{g.text()}"
        await g.press(*keys.split())
        await look(g, wanted, sizes)


@HOW_MANY
async def test_places(sizes: Sizes, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=USUAL) as g:
        await look_around(g, PLACES, sizes)


@HOW_MANY
@pytest.mark.sweep
async def test_what_lives_of_training(
    sizes: Sizes, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    folder = tmp_path / "own"
    copytree(made_up_year, folder)
    async with gym(folder, clock, athlete=SEASONED, size=USUAL) as g:
        await look_around(g, LOOKED_BACK, sizes)


@HOW_MANY
@pytest.mark.parametrize("keys", CARDS)
async def test_a_card(keys: str, sizes: Sizes, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press(*keys.split())
        await look(g, CARDS[keys], sizes)


@HOW_MANY
async def test_what_is_imported(sizes: Sizes, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path / "own", clock, athlete=SEASONED) as g:
        await g.press("i")
        await g.type(f"{SAMPLES / 'hevy.csv'} {SAMPLES / 'run.gpx'}")
        await g.press("enter")
        await g.comes("nothing is written yet")
        await g.settled()
        await look(g, ("Import   2 files", "hevy.csv", " enter  ", "escape back"), sizes)
        await g.press("enter")
        await look(g, ("Import   1 import", "a path, or drop files here", " n  "), sizes)


@HOW_MANY
async def test_the_introduction(sizes: Sizes, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock) as g:
        for on in (" space", " y", " space", " space", " space"):
            await look(g, ("of 5", on), sizes)
            await g.press("minus" if on == " y" else "space")


@HOW_MANY
async def test_dialogs_of_a_session(sizes: Sizes, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, level=Level.ADVANCED) as g:
        for key, wanted in DIALOGS.items():
            await g.press(key)
            await look(g, wanted, sizes)
            await g.press("escape")
            assert g.is_on(SessionScreen), key


@HOW_MANY
async def test_the_session_and_its_end(sizes: Sizes, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.skip_to("B1")
        await look(g, ("Rear-foot-elevated split squat", "left", "load", " space  done"), sizes)
        assert not g.screen.query(ScrollBar).nodes
        await g.wait(20)
        await g.press("space")
        await g.wait(30)
        await look(g, ("NEXT", "B2", "left", "could do", " space  go"), sizes)
        await g.press("p")
        await look(g, ("space goes on", " space  go on", "NEXT"), sizes)
        await g.press("space", "f", "enter")
        assert not g.is_on(SessionScreen)
        await look(g, ("Summary", "effort", "of 14 sets", "B1"), sizes)

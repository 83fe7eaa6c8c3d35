"""What a terminal sends, as the program reads it."""

from textual.app import App
from textual.message import Message

from runlift_tui.terminal.input import listen


def heard(*texts: str) -> list[Message]:
    """Return what a terminal's texts come to."""
    listen(App[None]())
    from textual.drivers import linux_driver

    parser = vars(linux_driver)["XTermParser"]()
    return [each for text in texts for each in parser.feed(text)]

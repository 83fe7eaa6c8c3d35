"""Screens that are left once: a second key right behind the first must not leave another one."""

from pathlib import Path, PurePath
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

DIALOG_CSS: list[str | PurePath] = [Path(__file__).with_name("dialogs.tcss")]
"""The look of every dialog."""

ResultT = TypeVar("ResultT")


class Once(Screen[ResultT]):
    """A screen that is dismissed once, however often the key is pressed.

    Textual takes a screen down a little after it was told to. Told so again in between, or once
    another screen stands in its place, it would raise an error or take down that other one.
    """

    _left = False

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result, unless that is under way already, or done."""
        if self._left or self.app.screen is not self:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)


class Dialog(ModalScreen[ResultT], Once[ResultT]):
    """A screen over another one; styles look for the first of its bases alone."""

    CSS_PATH = DIALOG_CSS

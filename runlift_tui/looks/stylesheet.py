"""Styles of which nothing is parsed twice."""

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Styles that stay parsed while the colours stay what they are.

    Textual parses all of them anew for each screen that brings some of its own, half of the time
    that such a screen takes to open.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the colours; what was parsed with the same ones is kept."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is new."""
        self.parse()

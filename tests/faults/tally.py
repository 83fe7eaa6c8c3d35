"""How many cases there were, and what was broken in them."""

from collections.abc import Iterable

from tests.faults.ledger import Broken


class Tally:
    """A count of cases, with the promises that were broken."""

    def __init__(self) -> None:
        self.cases = 0
        self.failed = 0
        """Cases in which any promise was broken."""
        self.broken: list[str] = []

    def add(self, found: Iterable[Broken], case: str) -> None:
        """Count a case."""
        told = [f"{case}: {each.what}" for each in found]
        self.cases += 1
        self.failed += bool(told)
        self.broken += told
